"""Who is said to have been there, or not: a report can show that somebody was, its silence never that nobody was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.languages.commentary import Construction, Cue, find_cues, has_cue, pattern_of
from communique.model import Account, Bearing, ClaimStatus, Span, Witness
from communique.reasoning.audit.checks.coverage import telling_words
from communique.reasoning.audit.decisions import Decision, dated, sentence_around, witness
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import Record, key_of


def check_roster(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim on who took part, was met, greeted, or was not; None where it names nobody and is none.

    Where a source reports that somebody took part, a claim that he did not is contradicted. No report of somebody says
    only that: no report was found.
    """
    absent, present = inquiry.has(Cue.ABSENT), inquiry.has(Cue.PRESENT, Cue.GREETER)
    if not (absent or present) or pattern_of(Construction.NOT_SINCE, inquiry.language).search(inquiry.words):
        return None
    named = [who for who in inquiry.people if not who.implied]
    if not named and (office := pattern_of(Construction.OFFICE, inquiry.language).search(inquiry.words)) is not None:
        return _by_office(office["office"], inquiry, absent=absent)
    if not named and _is_of_things(inquiry):
        return None
    named = named or list(inquiry.people)
    asked = _asked(named, inquiry, absent=absent)
    reported = [(who, seen) for who in asked if (seen := tuple(_reports(who, inquiry)))]
    if absent:
        return _judge_absence(asked, reported)
    if not reported:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=_no_report(asked))
    witnesses = tuple(one for _, seen in reported for one in seen[:2])
    missing = [who for who in asked if who not in [one for one, _ in reported]]
    status = ClaimStatus.PARTLY if missing else ClaimStatus.CONFIRMED
    statement = f"Reported: {', '.join(who.label for who, _ in reported)}." + (
        f" {_no_report(missing)}" if missing else ""
    )
    return Decision(status=status, statement=statement, witnesses=witnesses)


def _is_of_things(inquiry: Inquiry) -> bool:
    """Tell whether it is things that are said to be there, and neither a person nor a pronoun stands before it."""
    found = min((one.start for cue in (Cue.PRESENT, Cue.GREETER, Cue.ABSENT) for one in inquiry.cues(cue)), default=0)
    before, language = inquiry.words[:found], inquiry.language
    meant = has_cue(before, Cue.SOMEONE, Cue.HOST, Cue.GUEST, language=language)
    return not meant and bool(telling_words(inquiry, before))


def _by_office(office: str, inquiry: Inquiry, *, absent: bool) -> Decision:
    """Judge the presence of somebody meant by an office alone: the sources must put the office among those there."""
    seen = tuple(
        witness(account, sentence, Bearing.AGAINST if absent else Bearing.FOR)
        for account in inquiry.record.accounts
        for sentence in account.sentences
        if re.search(rf"\b{re.escape(office)}\b", words := account.release.words(sentence), re.IGNORECASE)
        and has_cue(words, Cue.PRESENT, Cue.GREETER, language=account.release.language)
    )
    if not seen:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=f"No report found of the {office}.")
    status = ClaimStatus.CONTRADICTED if absent else ClaimStatus.CONFIRMED
    return Decision(status=status, statement=f"The {office} is reported there.", witnesses=seen[:2])


def _asked(named: list[Who], inquiry: Inquiry, *, absent: bool) -> list[Who]:
    """Give whose presence the claim is about: not the principal who did not meet them, not those who met."""
    principals = frozenset(key for contact in inquiry.record.contacts for key in contact.keys)
    if not absent:
        others = [who for who in named if who.key not in principals]
        return others or named[:1]
    if len(named) < 2:  # noqa: PLR2004 - one met, one who was met
        return named
    cue = next(iter(inquiry.cues(Cue.ABSENT)), None)
    start = inquiry.raw.find(inquiry.words[cue.start : cue.end]) if cue else -1
    behind = [who for who in named if who.span.start - inquiry.claim.span.start > start]
    return behind or named


def _judge_absence(asked: list[Who], reported: list[tuple[Who, tuple[Witness, ...]]]) -> Decision:
    if not reported:
        return Decision(status=ClaimStatus.NOT_FOUND, statement=_no_report(asked))
    who, seen = reported[0]
    against = tuple(Witness(release=one.release, span=one.span, bearing=Bearing.AGAINST, note=one.note) for one in seen)
    return Decision(
        status=ClaimStatus.CONTRADICTED, statement=f"A source reports {who.label} there.", witnesses=against[:3]
    )


def _no_report(asked: list[Who]) -> str:
    names = ", ".join(dict.fromkeys(who.label for who in asked))
    return f"No report found of {names or 'that'}."


def _reports(who: Who, inquiry: Inquiry) -> Iterator[Witness]:
    """Yield the words of sources that have somebody take part, meet, or greet."""
    if inquiry.has(Cue.GREETER):
        yield from _greeted(who, inquiry.record)
        return
    for account in inquiry.record.accounts:
        for person in (*account.event.principals, *account.event.others):
            if key_of(person) == who.key and person.spans:
                span = sentence_around(account, person.spans[0]) or person.spans[0]
                yield witness(account, span, Bearing.FOR, f"{dated(account)} names {person.label}")


def _greeted(who: Who, record: Record) -> Iterator[Witness]:
    for account in record.accounts:
        for sentence in _greeting_sentences(account):
            if any(m.person and key_of(m.person) == who.key and sentence.covers(m.span) for m in account.mentions):
                yield witness(account, sentence, Bearing.FOR, "greeter")


def _greeting_sentences(account: Account) -> Iterator[Span]:
    for sentence in account.sentences:
        if next(find_cues(account.release.words(sentence), Cue.GREETER, account.release.language), None):
            yield sentence
