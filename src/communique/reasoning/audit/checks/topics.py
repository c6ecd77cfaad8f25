"""What an essay says was talked of, item by item, beside the records of that contact."""

from __future__ import annotations

import re

from communique.languages.commentary import Cue, find_cues
from communique.model import Account, Bearing, ClaimStatus, Kind, Part, Span, Witness
from communique.reasoning.audit.checks.happenings import asked_kinds, find_contacts
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import RecordedContact, content_of

_PARTING = re.compile(r",\s+(?:and\s+)?(?:of\s+|on\s+)?|\s+and\s+|;\s+")


def check_topics(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that this and that was discussed; None where it lists nothing, or the sources have no such contact.

    Each item is looked for in one sentence of the records of that contact: all there bear the claim out, some in part.
    Items joined in other words than the sources' are left to the general check.
    """
    found = next(iter(inquiry.cues(Cue.DISCUSSED)), None)
    kinds = asked_kinds(inquiry) or (Kind.MEETING, Kind.CALL)
    if found is None or inquiry.claim.denied or inquiry.clause.quotation is not None:
        return None
    items = _items(inquiry.words[found.end :], inquiry)
    contacts = find_contacts(inquiry, kinds)
    if not items or not contacts:
        return None
    accounts = _records(contacts[0], inquiry)
    seen = {item: _where(item, accounts, inquiry) for item in items}
    there = [words for words in seen.values() if words is not None]
    if not there:
        return None
    missing = [item for item, words in seen.items() if words is None]
    told = dated(contacts[0].account)
    if missing:
        statement = f"{told} speaks of a part of it; not found there: “{'”, “'.join(missing)}”."
        return Decision(status=ClaimStatus.PARTLY, statement=statement, witnesses=tuple(dict.fromkeys(there)))
    statement = f"{told} has each of them."
    return Decision(status=ClaimStatus.CONFIRMED, statement=statement, witnesses=tuple(dict.fromkeys(there)))


def _items(behind: str, inquiry: Inquiry) -> tuple[str, ...]:
    """Give what is listed behind the verb, each item with something to look for."""
    listed = re.split(r"[.;:]", behind, maxsplit=1)[0]
    parts = (part.strip(" ,.") for part in _PARTING.split(listed))
    return tuple(part for part in parts if _content(part, inquiry))


def _content(item: str, inquiry: Inquiry) -> frozenset[str]:
    """Give the content of an item apart from words that stand before any topic ("the situation around")."""
    words = item
    for found in sorted(find_cues(words, Cue.TOPIC_FRAME, inquiry.language), key=lambda cue: -cue.start):
        words = f"{words[: found.start]} {words[found.end :]}"
    return content_of(words, inquiry.language)


def _records(contact: RecordedContact, inquiry: Inquiry) -> tuple[Account, ...]:
    """Give the records of one contact: its own, and those of the same day between the same persons."""
    alike = (one.account for one in inquiry.record.contacts if one.day == contact.day and one.keys & contact.keys)
    return tuple(dict.fromkeys((contact.account, *alike)))


def _where(item: str, accounts: tuple[Account, ...], inquiry: Inquiry) -> Witness | None:
    """Give the sentence that has every telling word of an item; None where no record has one."""
    asked = _content(item, inquiry)
    for account in accounts:
        release = account.release
        for span in account.sentences:
            if span.part is Part.TEXT and asked <= content_of(release.words(span), release.language):
                return witness(account, Span(span.start, span.end, span.part), Bearing.FOR)
    return None
