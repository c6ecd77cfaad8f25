"""All that was published on one contact on its day: announcement, opening remarks, press statement, joint text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from communique.dossiers.gathering_reasons import days_apart
from communique.dossiers.gathering_views import AFTERWARDS, View, is_contact, view_of
from communique.languages.statement_words import load_statement_lexicon
from communique.model import Account, Kind, Part, Release, Span, SpeechForm
from communique.reference import Tables

_NEXT_DAY = timedelta(days=1)
_TWO = 2


class StatementKind(StrEnum):
    """What a text, or a part of one, is among those of one day on one contact."""

    ANNOUNCEMENT = "announcement"
    RECORD = "record"
    OPENING = "opening remarks"
    PRESS = "press statement"
    COMMUNIQUE = "joint communiqué"
    INTERVIEW = "interview"
    STATEMENT = "statement"


EXPECTED = (StatementKind.OPENING, StatementKind.PRESS, StatementKind.COMMUNIQUE, StatementKind.INTERVIEW)
"""Kinds of texts that are looked for on the day of talks."""

_KINDS = {
    "communique": StatementKind.COMMUNIQUE,
    "press-statement": StatementKind.PRESS,
    "interview": StatementKind.INTERVIEW,
    "opening": StatementKind.OPENING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementPart:
    """
    One text of the day, or a part of one that is of a kind of its own.

    ``span`` marks the words that say of what kind it is, None where only its form does (turns of speakers, cut off).
    ``cuts`` are the signs that something is left out. ``days`` is how many days after the contact it was said, 0 for
    its own day and for what came before.
    """

    account: Account
    kind: StatementKind
    span: Span | None = None
    cuts: tuple[Span, ...] = ()
    days: int = 0

    @property
    def label(self) -> str:
        """What it is in words, and when it was said where that was not the day itself."""
        return f"{self.kind}, {days_apart(self.days)}" if self.days else self.kind.value

    @property
    def release(self) -> Release:
        """The release that has it."""
        return self.account.release


@dataclass(frozen=True, slots=True, kw_only=True)
class SameDay:
    """
    What was published on one contact of some sides on one day, with announcements before and statements after.

    ``kind`` is that of the contact as its first record tells it.
    """

    day: date
    kind: Kind
    sides: tuple[str, ...]
    parts: tuple[StatementPart, ...]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The releases, each once, in order."""
        return tuple({part.release.key: part.account for part in self.parts}.values())

    @property
    def absent(self) -> tuple[StatementKind, ...]:
        """
        The kinds of texts that talks usually have and of which none was found here: it may exist elsewhere.

        A call has none of them.
        """
        if self.kind is Kind.CALL:
            return ()
        present = {part.kind for part in self.parts}
        return tuple(kind for kind in EXPECTED if kind not in present)

    @property
    def missing(self) -> tuple[str, ...]:
        """What is not at hand, in words: where a text is cut, and of what kinds none was found."""
        cuts = dict.fromkeys((p.release.name, p.release.words(span)) for p in self.parts for span in p.cuts)
        return (
            *(f"cut: “{words}” ({name})" for name, words in cuts),
            *(f"no {kind} found" for kind in self.absent),
        )


def group_same_day(accounts: Iterable[Account], *, tables: Tables | None = None) -> tuple[SameDay, ...]:
    """
    Group releases by the contact that they are about, in order of days; what is about none is left out.

    Records of one day, of the same sides and the same manner (a call, in person) are of one contact, whoever published
    them. An announcement belongs to the day it names, a statement to its own day; a press statement, a joint text or an
    interview of the day after belongs to the contact too, and its part says so.
    """
    views = [view for account in accounts if (view := view_of(account, tables)) is not None]
    views = sorted({view.account.release.key: view for view in views}.values(), key=_in_order)
    groups: list[list[View]] = []
    for view in filter(_is_record, views):
        group = next((group for group in groups if _is_same_contact(group[0], view)), None)
        if group is None:
            groups.append([view])
        else:
            group.append(view)
    for view in views:
        if not _is_record(view) and len(_sides(view)) >= _TWO:
            _attach(view, groups)
    days = (_day_of(group) for group in groups)
    return tuple(sorted(days, key=lambda day: (day.day, day.sides)))


def _attach(view: View, groups: list[list[View]]) -> None:
    """Put a text that is no record to the contact that it is about; one that is about none found begins a group."""
    fitting = [group for group in groups if _is_about(view, group)]
    best = max(fitting, key=lambda group: (group[0].day, group[0].kind is not Kind.CALL), default=None)
    if best is not None:
        best.append(view)
    elif view.label in AFTERWARDS or view.kind is Kind.STATEMENT:
        groups.append([view])


def _is_about(view: View, group: Sequence[View]) -> bool:
    contact = group[0]
    shared = _sides(view) & frozenset().union(*map(_sides, group))
    after = view.label in AFTERWARDS and view.day - contact.day == _NEXT_DAY
    return len(shared) >= _TWO and (view.day == contact.day or after)


def _is_record(view: View) -> bool:
    return view.kind is not Kind.MESSAGE and is_contact(view, _sides(view)) and view.label not in AFTERWARDS


def _is_same_contact(one: View, other: View) -> bool:
    alike = (one.kind is Kind.CALL) == (other.kind is Kind.CALL)
    return one.day == other.day and alike and len(_sides(one) & _sides(other)) >= _TWO


def _sides(view: View) -> frozenset[str]:
    """Give the sides that a release is about: those of its principals, and those that its headline names."""
    return view.others | view.titled | {view.own}


def _in_order(view: View) -> tuple[date, date, str, str]:
    issued = view.account.release.issued
    return view.day, view.issued, f"{issued:%H:%M:%S}" if issued else "", view.account.release.name


def _day_of(group: Sequence[View]) -> SameDay:
    first = group[0]
    shared = first.others or first.titled - {first.own}
    ordered = sorted(group, key=lambda view: (view.issued, *_in_order(view)))
    return SameDay(
        day=first.day,
        kind=first.kind,
        sides=(first.own, *sorted(shared)),
        parts=tuple(part for view in ordered for part in _parts(view, first.day)),
    )


def _parts(view: View, day: date) -> Iterator[StatementPart]:
    """Yield what a release is, by its headline, and the parts within it that are of another kind."""
    account, cuts, days = view.account, tuple(_cuts(view.account)), max(0, (view.day - day).days)
    headline = _headline_kind(view)
    yield StatementPart(account=account, kind=headline[0], span=headline[1], cuts=cuts, days=days)
    if view.announces:
        return
    inside: dict[StatementKind, Span | None] = dict(_inside(account))
    if headline[0] is StatementKind.RECORD and cuts and _has_turns(account):
        inside.setdefault(StatementKind.OPENING, None)
    for kind, span in inside.items():
        if kind is not headline[0]:
            yield StatementPart(account=account, kind=kind, span=span, cuts=cuts, days=days)


def _headline_kind(view: View) -> tuple[StatementKind, Span | None]:
    title = view.account.release.title
    if view.announces:
        return StatementKind.ANNOUNCEMENT, Span(0, len(title), Part.TITLE) if title else None
    fit = load_statement_lexicon(view.account.release.language).fit_in_title(title)
    if fit is not None:
        return _KINDS[fit.labels[0]], Span(fit.start, fit.end, Part.TITLE)
    return (StatementKind.RECORD if _is_record(view) else StatementKind.STATEMENT), None


def _inside(account: Account) -> Iterator[tuple[StatementKind, Span]]:
    """Yield the parts within a text that a heading names; a heading stands outside what anybody says."""
    lexicon = load_statement_lexicon(account.release.language)
    for fit in reversed(list(lexicon.inside.find(account.release.text))):
        span = Span(fit.start, fit.end)
        if account.release.text[span.start].isupper() and not any(q.content.overlaps(span) for q in account.quotations):
            yield _KINDS[fit.labels[0]], span


def _has_turns(account: Account) -> bool:
    return any(quotation.form is SpeechForm.TURN for quotation in account.quotations)


def _cuts(account: Account) -> Iterator[Span]:
    signs = load_statement_lexicon(account.release.language).cuts
    pattern = "|".join(re.escape(sign) for sign in signs)
    return (Span(found.start(), found.end()) for found in re.finditer(pattern, account.release.text))
