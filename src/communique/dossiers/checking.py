"""What is wrong with a dossier whose form fits: sources not read, quotations not exact, grades and reasons missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from communique.dossiers.exact_words import find_nearest, stands_in, stretches
from communique.dossiers.opened import Filed, OpenDossier
from communique.dossiers.sides import meant_words, named_side
from communique.model import Dossier, Evidence, Release, Role
from communique.reference import Tables

DAYS_BESIDE = timedelta(days=3)
"""How far before and after the span of a dossier a release may lie and still belong."""

GLIMPSE = 160
"""Characters of a quotation that a fault repeats."""


class FaultKind(StrEnum):
    """What may be wrong."""

    FORM = "does not fit the form"
    UNREAD = "cannot be read"
    TWICE = "the same text twice"
    SIDE = "a side that is not known"
    DAY = "outside the span of days"
    SOURCE = "source not in the dossier"
    QUOTE = "words that do not stand in the source"
    REASON = "no reason"
    GRADE = "no grade"
    REFUTATION = "nothing named that would refute it"
    DULL = "no dull hypothesis"
    MOTIVE = "words that no text can bear out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing wrong: its kind, the table it is in, what is the case in words, and what to do, empty where plain."""

    kind: FaultKind
    place: str
    statement: str
    remedy: str = ""

    def __str__(self) -> str:
        told = f"{self.place}: {self.statement}"
        return f"{told} ({self.remedy})" if self.remedy else told


def find_faults(opened: OpenDossier, tables: Tables | None = None) -> Iterator[Fault]:
    """
    Yield everything that is wrong with an opened dossier, by table; nothing where all is well.

    ``tables`` tell which sides there are; without them no side is unknown.
    """
    if tables is not None:
        yield from _find_unknown(opened.dossier.sides, tables)
    for item in opened.unread:
        yield Fault(kind=FaultKind.UNREAD, place=f"release {item.filing.source}", statement=item.reason)
    yield from _find_twice(opened.filed)
    for filed in opened.filed:
        yield from _find_day(filed, opened.dossier)
    yield from _find_bare(opened.dossier)
    for evidence in opened.dossier.evidence:
        yield from _find_unquoted(evidence, opened)
    yield from _find_irrefutable(opened.dossier)


def release_of(source: str, opened: OpenDossier) -> Release | None:
    """Give the release that evidence names as its source: as it is filed, or by its name; None where none is read."""
    bare = source.removeprefix("corpus:")
    for filed in opened.filed:
        release = filed.account.release
        if source == filed.filing.source or bare in {release.name, release.key, release.address}:
            return release
    return None


def _find_unknown(sides: tuple[str, ...], tables: Tables) -> Iterator[Fault]:
    """Find sides that no table has by that code."""
    codes = {row.side.code for row in tables.sides}
    for code in sides:
        if code not in codes:
            side = named_side(code, tables)
            remedy = f"its code is {side.code}" if side else meant_words(code, tables)
            yield Fault(kind=FaultKind.SIDE, place="sides", statement=f"“{code}” is the code of no side", remedy=remedy)


def _find_twice(filed: tuple[Filed, ...]) -> Iterator[Fault]:
    seen: dict[str, str] = {}
    for item in filed:
        words = " ".join(item.account.release.text.split())
        earlier = seen.setdefault(words, item.filing.source)
        if words and earlier != item.filing.source:
            yield Fault(
                kind=FaultKind.TWICE,
                place=f"release {item.filing.source}",
                statement=f"the same text as {earlier}",
                remedy="file it once: it would count twice",
            )


def _find_day(filed: Filed, dossier: Dossier) -> Iterator[Fault]:
    """
    Find a release whose day does not fit its role: only announcements and invitations come long before the span.

    A few days beside it are no fault, and none are for a parallel event.
    """
    if filed.role is Role.PARALLEL:
        return
    place = f"release {filed.filing.source}"
    told = day_of(filed)
    if told is None:
        yield Fault(kind=FaultKind.DAY, place=place, statement="no day is known of it")
        return
    early = filed.role not in {Role.ANNOUNCEMENT, Role.INVITATION} and told < dossier.first - DAYS_BESIDE
    if early or told > dossier.last + DAYS_BESIDE:
        yield Fault(
            kind=FaultKind.DAY,
            place=place,
            statement=f"{filed.role} of {told}, the dossier is of {dossier.first} to {dossier.last}",
            remedy="another role, or another span?",
        )


def day_of(filed: Filed) -> date | None:
    """Give the day that a release counts on: of an event that of the event, else that of publication."""
    event, issued = filed.account.event.date, filed.account.release.issued
    published = issued.date() if issued else None
    happened = event.day if event else None
    return (happened or published) if filed.role in {Role.EVENT, Role.PARALLEL} else (published or happened)


def _find_bare(dossier: Dossier) -> Iterator[Fault]:
    """Find releases without a reason, and what the episode rests on without a grade."""
    for filing in dossier.filings:
        place = f"release {filing.source}"
        if not filing.reason.strip():
            yield Fault(kind=FaultKind.REASON, place=place, statement="no reason why it belongs")
        if filing.grade is None and filing.role is not Role.PARALLEL:
            yield Fault(kind=FaultKind.GRADE, place=place, statement="no grade of source and item")
    graded = {filing.source for filing in dossier.filings if filing.grade is not None}
    graded |= {exhibit.code for exhibit in dossier.exhibits}
    for evidence in dossier.evidence:
        if not evidence.grade and evidence.source not in graded:
            yield Fault(
                kind=FaultKind.GRADE, place=f"evidence {evidence.code}", statement="no grade of source and item"
            )


def _find_unquoted(evidence: Evidence, opened: OpenDossier) -> Iterator[Fault]:
    """Find evidence whose source is not there, or whose words are not those of its source."""
    place = f"evidence {evidence.code}"
    if not evidence.source:
        if evidence.quote:
            yield Fault(kind=FaultKind.SOURCE, place=place, statement="words are quoted, and no source is named")
        return
    exhibit = next((item for item in opened.dossier.exhibits if item.code == evidence.source), None)
    release = release_of(evidence.source, opened)
    if exhibit is None and release is None:
        if any(item.filing.source == evidence.source for item in opened.unread):
            return  # told above
        statement = f"it rests on “{evidence.source}”, which is neither a release nor an exhibit of the dossier"
        yield Fault(kind=FaultKind.SOURCE, place=place, statement=statement, remedy="file it, or mend the name")
        return
    texts = (release.title, release.place or "", release.text) if release else (exhibit.words if exhibit else "",)
    if evidence.quote and not any(stands_in(evidence.quote, text) for text in texts):
        wrong = next(
            (part for part in stretches(evidence.quote) if not any(stands_in(part, text) for text in texts)), ""
        )
        near = next(filter(None, (find_nearest(wrong, text) for text in texts)), "")
        yield Fault(
            kind=FaultKind.QUOTE,
            place=place,
            statement=f"“{_glimpse(wrong or evidence.quote)}” does not stand in {evidence.source}",
            remedy=f"the nearest words there: “{_glimpse(near)}”" if near else "give the exact words, in their order",
        )


def _glimpse(words: str) -> str:
    return words if len(words) <= GLIMPSE else f"{words[:GLIMPSE].rstrip()} …"


def _find_irrefutable(dossier: Dossier) -> Iterator[Fault]:
    if not dossier.hypotheses:
        statement = "no hypothesis at all, so none for the routine"
        yield Fault(kind=FaultKind.DULL, place="the dossier", statement=statement, remedy="enter the routine first")
    for hypothesis in dossier.hypotheses:
        if not hypothesis.refuted_by.strip():
            yield Fault(
                kind=FaultKind.REFUTATION,
                place=f"hypothesis {hypothesis.code}",
                statement="no fact is named that would refute it",
                remedy="set refuted_by",
            )
