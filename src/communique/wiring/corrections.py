"""Corrections joined with extraction and precedent: made from what an analyst typed, kept, applied, exported."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from communique.corpus.correctable import find_items, place_of_name, place_of_span
from communique.corpus.corrections import apply_corrections
from communique.corpus.export import make_kept_record
from communique.corpus.port import Added, Corpus, Deposit
from communique.errors import CommuniqueError, SourceError
from communique.model import Account, Part, Release, Side, Span
from communique.model.corrections import Correction, Item, KeptCorrection, Outcome, Parts, What, parts_of
from communique.reference.persons import resolve_person
from communique.reference.rows import Tables
from communique.reference.sides import find_side, side
from communique.reports.record import Json
from communique.sources import SetAside
from communique.wiring.building import build_tables
from communique.wiring.deposits import make_deposit
from communique.wiring.settings import Settings

if TYPE_CHECKING:
    from communique.db.corrections import CorrectionStore

MOST_AT_ONCE = 64
"""Accounts whose corrections are looked up together."""

FIELD_OF = {
    What.PARTICIPANT: ("principals", "others"),
    What.KIND: ("kind",),
    What.DATE: ("date",),
    What.VISIT_CLASS: ("visit_class",),
    What.RECEPTION: ("reception",),
    What.INITIATIVE: ("initiative",),
    What.RELATION: ("relations", "courtesies"),
    What.INSTRUMENT: ("instruments",),
}
"""The keys of a record that a correction decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """
    What an analyst asks for: an item by sort and place (empty for one to be added), its value, and why.

    ``words`` are the exact words of the release that carry the value, empty where none do; ``side`` may be a code or
    any name that the tables know.
    """

    release: str
    what: What
    place: str
    after: Parts
    reason: str
    author: str
    moment: datetime
    words: str = ""


def corrections_in(corpus: Corpus, settings: Settings | None = None) -> CorrectionStore | None:
    """Give the corrections that a corpus keeps, None where it keeps none; with settings they may be written too."""
    from communique.db.corpus import DjangoCorpus  # noqa: PLC0415 - loads the database layer
    from communique.db.corrections import CorrectionStore  # noqa: PLC0415

    if not isinstance(corpus, DjangoCorpus):
        return None
    remake = partial(_deposit, build_tables(settings)) if settings is not None else None
    return CorrectionStore(corpus.alias, remake=remake)


def _deposit(tables: Tables, account: Account, version: str) -> Deposit:
    return make_deposit(account, tables=tables, version=version)


def keep_corrected(
    corpus: Corpus, deposits: Sequence[Deposit], set_aside: Sequence[SetAside], settings: Settings
) -> Added:
    """Keep accounts, those of corrected releases as corrected."""
    store = corrections_in(corpus, settings)
    return store.keep(deposits, set_aside) if store else corpus.add(deposits, set_aside)


def account_as_extracted(corpus: Corpus, key: str) -> Account | None:
    """Give the account of a release as extraction gave it, None where the corpus has none."""
    store = corrections_in(corpus)
    return (store.extracted(key) if store else None) or corpus.account(key)


def corrections_of(corpus: Corpus, account: Account) -> tuple[Correction, ...]:
    """Give the corrections that a kept account shows; those that no longer fit are left out."""
    store = corrections_in(corpus)
    applied = store.applied(account.release.key) if store else None
    return applied.standing if applied else ()


def correcting(
    extract: Callable[[Iterable[Release]], Iterator[Account]], corpus: Corpus
) -> Callable[[Iterable[Release]], Iterator[Account]]:
    """Let extraction give accounts with the corrections that a corpus keeps of their releases."""

    def corrected(releases: Iterable[Release]) -> Iterator[Account]:
        accounts = extract(releases)
        store = corrections_in(corpus)
        while some := tuple(islice(accounts, MOST_AT_ONCE)):
            standing = store.standing(account.release.key for account in some) if store else {}
            for account in some:
                yield apply_corrections(account, standing.get(account.release.key, ())).account

    return corrected


def make_correction(wanted: Wanted, account: Account, settings: Settings) -> Correction:
    """
    Make a correction of an account as extraction gives it.

    Raises:
        CommuniqueError: there is no such item, no table knows the side, or the words do not stand in the release.
    """
    tables = build_tables(settings)
    words = find_words(account.release, wanted.words) if wanted.words.strip() else None
    after, named = _with_side(wanted.after, tables)
    item = _item(account, wanted, after, words)
    if wanted.what in {What.INITIATIVE, What.INSTRUMENT, What.VISIT_CLASS} and not item.parts and words is None:
        raise CommuniqueError(
            wanted="the words that state it", got="none", remedy="such an item is what the text states: quote its words"
        )
    return Correction(
        release=wanted.release,
        what=wanted.what,
        place=item.place,
        before=item.parts,
        after=after,
        author=wanted.author,
        reason=wanted.reason.strip(),
        moment=wanted.moment,
        words=words,
        quote=account.release.words(words) if words else "",
        side=named,
        identity=_identity(wanted, after, account, tables),
    )


def find_words(release: Release, words: str) -> Span:
    """
    Find the first place where exact words stand: in the body, else in the title or the place line.

    Raises:
        SourceError: they stand nowhere.
    """
    pattern = r"\s+".join(map(re.escape, words.split()))
    for part in (Part.TEXT, Part.TITLE, Part.PLACE):
        match = re.search(pattern, release.part(part)) if pattern else None
        if match:
            return Span(match.start(), match.end(), part)
    raise SourceError(
        wanted=f"the words “{' '.join(words.split())[:80]}” in {release.name}",
        got="no such words",
        remedy="copy them as they stand in the text, or leave them out",
    )


def _item(account: Account, wanted: Wanted, after: Parts, words: Span | None) -> Item:
    """Find the item that is meant; for one to be added, give an empty one at its place."""
    for item in find_items(account):
        if (item.what, item.place) == (wanted.what, wanted.place):
            return item
    if wanted.place or wanted.what in {What.KIND, What.RECEPTION}:
        raise CommuniqueError(
            wanted=f"a {wanted.what.value} as extracted", got="none such", remedy="look at the release again"
        )
    if wanted.what is What.RELATION:
        raise CommuniqueError(wanted="a relation that the text states", got="a new one", remedy="correct one there is")
    parts = parts_of(after)
    place = ""
    if wanted.what is What.PARTICIPANT:
        place = place_of_name(parts.get("name", "") or parts.get("office", ""))
        if any((item.what, item.place) == (What.PARTICIPANT, place) for item in find_items(account)):
            raise CommuniqueError(wanted="somebody new", got="somebody who is there", remedy="correct that entry")
    elif words is not None and wanted.what in {What.INITIATIVE, What.INSTRUMENT}:
        place = place_of_span(words)
    return Item(what=wanted.what, place=place, parts=())


def _with_side(after: Parts, tables: Tables) -> tuple[Parts, Side | None]:
    """Put the code of the side that is named by code or in words into a value."""
    named = parts_of(after).get("side", "").strip()
    if not named:
        return after, None
    found = side(named, tables=tables) or side(named.upper(), tables=tables) or find_side(named, tables=tables)
    if found is None:
        raise CommuniqueError(
            wanted="a state or organisation that the tables know", got=f"“{named[:80]}”", remedy="give its code or name"
        )
    return tuple((name, found.code if name == "side" else value) for name, value in after), found


def _identity(wanted: Wanted, after: Parts, account: Account, tables: Tables) -> str | None:
    if wanted.what is not What.PARTICIPANT or not after:
        return None
    parts = parts_of(after)
    if not parts["name"]:
        return None
    day = account.event.date.day if account.event.date else None
    known = resolve_person(parts["name"], side=parts["side"] or None, on=day, tables=tables)
    return known.key if known else None


def corrections_told(corpus: Corpus) -> Iterator[tuple[str, Correction, Outcome]]:
    """Yield every correction that stands, by release: the release by name, and what became of the correction."""
    store = corrections_in(corpus)
    for key in store.corrected() if store else ():
        release, applied = corpus.release(key), store.applied(key) if store else None
        if release is not None and applied is not None:
            yield from ((release.name, correction, outcome) for correction, outcome in applied.outcomes)


def label_records(corpus: Corpus) -> Iterator[str]:
    """
    Yield one record (a line of JSON) for each corrected release: the keys of the annotation guide, as corrected.

    ``corrected`` lists the keys that an analyst decided, ``corrections`` how: all else is as extracted, and is no
    label.
    """
    store = corrections_in(corpus)
    for key in store.corrected() if store else ():
        account = corpus.account(key)
        kept = [one for one in store.history(key) if one.withdrawn is None] if store else []
        if account is not None:
            yield json.dumps(_label(account, kept), ensure_ascii=False, separators=(", ", ": "))


def _label(account: Account, kept: Sequence[KeptCorrection]) -> dict[str, Json]:
    ordered = sorted(kept, key=lambda one: one.number)
    fields = dict.fromkeys(field for one in ordered for field in FIELD_OF[one.correction.what])
    return {
        **make_kept_record(account),
        "corrected": list(fields),
        "corrections": [correction_record(one.correction) for one in ordered],
    }


def correction_record(correction: Correction) -> dict[str, Json]:
    """Give a correction as JSON for other programs."""
    words = correction.words
    return {
        "release": correction.release,
        "what": correction.what.value,
        "place": correction.place,
        "before": dict(correction.before) or None,
        "after": dict(correction.after) or None,
        "words": {"part": words.part.value, "start": words.start, "end": words.end, "quote": correction.quote}
        if words
        else None,
        "author": correction.author,
        "reason": correction.reason,
        "moment": correction.moment.isoformat(),
    }
