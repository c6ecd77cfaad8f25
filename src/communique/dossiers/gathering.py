"""Which releases belong to an episode between two sides, each with its role and a reason in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.dossiers.gathering_reasons import (
    announcement_reason,
    event_reason,
    lead_reason,
    parallel_reason,
    statement_reason,
)
from communique.dossiers.gathering_views import AFTERWARDS, View, is_announced, is_contact, views_of
from communique.dossiers.lookback import AskCoverage, Trace, find_look_back
from communique.model import Account, Filing, Kind, Role
from communique.precedent.encounters import could_be_same, persons_of
from communique.reference import Tables

AROUND = timedelta(days=3)
"""Days on either side of a contact within which other public events are set beside it."""

LOOK_BACK = timedelta(days=425)
"""How long before the span invitations are looked for: fourteen months."""

_NEXT_DAY = timedelta(days=1)
_SAME = timedelta()
_STATED = frozenset({Kind.STATEMENT, Kind.OTHER, Kind.MULTILATERAL, Kind.MEETING, Kind.VISIT, Kind.DOMESTIC})
_EVENTS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A release that is proposed for a dossier, with its role and reason; the analyst decides."""

    filing: Filing
    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A release found to belong: ``day`` puts it in order."""

    view: View
    role: Role
    reason: str

    @property
    def order(self) -> tuple[bool, date, str, str]:
        """Parallel events last, else by day of publication, name."""
        release = self.view.account.release
        return self.role is Role.PARALLEL, self.view.issued, _clock(release.issued), release.name


def propose(  # noqa: PLR0913 - each thing that decides has its name
    accounts: Iterable[Account],
    *,
    sides: tuple[str, ...],
    first: date,
    last: date,
    around: timedelta = AROUND,
    tables: Tables | None = None,
    coverage: AskCoverage | None = None,
) -> tuple[Proposal, ...]:
    """
    Propose the releases that belong to an episode between some sides from a first to a last day, both in.

    Events are contacts between principals of the sides; announcements and invitations are those that led to them, by
    what they say; statements are further texts of the same days on the same contact. Public events of the same issuers
    ``around`` the contacts stand apart as parallel, last. ``accounts`` may hold anything; the source of a filing is the
    name of the release. ``tables`` tell who publishes for which side, the shipped ones by default; ``coverage`` which
    days are held, so that no undated invitation leads over a gap.
    """
    wanted = frozenset(sides)
    views = sorted(views_of(accounts, wanted, tables), key=lambda view: (view.day, view.account.release.name))
    inside = [view for view in views if first <= view.day <= last]
    contacts = [view for view in inside if is_contact(view, wanted)]
    found = {_key(view): _Found(view=view, role=Role.EVENT, reason=event_reason(view, wanted)) for view in contacts}
    stated = list(_statements(views, contacts, wanted, first, last))
    known = [*contacts, *_unrecorded((item.view for item in stated), contacts)]
    announced = [view for view in inside if is_announced(view, wanted)]
    anchors = [*known, *(view for view in announced if view.dated)]
    steps = (
        stated,
        _announcements(announced, known, wanted),
        _leads(views, contacts, coverage),
        _parallel(views, anchors, around, tables),
    )
    for step in steps:
        for item in step:
            found.setdefault(_key(item.view), item)
    return tuple(_proposal(item) for item in sorted(found.values(), key=lambda item: item.order))


def _statements(
    views: Sequence[View], contacts: Sequence[View], sides: frozenset[str], first: date, last: date
) -> Iterator[_Found]:
    """Yield further texts on a contact: of its day, or the day after where the headline says what kind of text."""
    for view in views:
        if view.announces or not first <= view.day <= last + _NEXT_DAY:
            continue
        after = (_SAME, _NEXT_DAY) if view.label in AFTERWARDS else (_SAME,)
        near = [contact for contact in contacts if view.day - contact.day in after and contact.kind is not Kind.MESSAGE]
        if not (_is_stated(view, sides) or _is_after_three(view, near)):
            continue
        on = max(near, key=lambda c: (c.day, c.states == view.states, c.kind in _EVENTS), default=None)
        if on is not None or (view.label in AFTERWARDS and view.day <= last):
            yield _Found(view=view, role=Role.STATEMENT, reason=statement_reason(view, on, sides))


def _unrecorded(stated: Iterable[View], contacts: Sequence[View]) -> Iterator[View]:
    """Yield the statements that alone tell of a contact."""
    days = {contact.day for contact in contacts}
    return (view for view in stated if not days & {view.day, view.day - _NEXT_DAY})


def _is_stated(view: View, sides: frozenset[str]) -> bool:
    """Tell whether a text is a statement on a contact of the sides: by its headline, or by who speaks in it."""
    if view.kind not in _STATED:
        return False
    if view.titles(sides):
        return True
    speakers = {q.speaker.side.code for q in view.account.quotations if q.speaker and q.speaker.side}
    return view.label in AFTERWARDS and bool(speakers & (sides - {view.own})) and speakers <= sides


def _is_after_three(view: View, contacts: Sequence[View]) -> bool:
    """Tell whether a text is a press statement or the like on a meeting of three sides, by its headline."""
    return view.label in AFTERWARDS and view.trilateral and any(c.states == view.states for c in contacts)


def _announcements(announced: Sequence[View], contacts: Sequence[View], sides: frozenset[str]) -> Iterator[_Found]:
    """Yield the announcements: of the contact of the day they name, else of the first that follows."""
    for view in announced:
        real = [contact for contact in contacts if contact.kind is not Kind.MESSAGE]
        fits = [c for c in real if (c.day == view.day if view.dated else c.day >= view.issued)]
        reason = announcement_reason(view, min(fits, key=lambda c: c.day, default=None), sides)
        yield _Found(view=view, role=Role.ANNOUNCEMENT, reason=reason)


def _leads(views: Sequence[View], contacts: Sequence[View], coverage: AskCoverage | None) -> Iterator[_Found]:
    """Yield the releases that invite to a contact or speak of it beforehand, whatever else they tell."""
    by_key = {_key(view): view for view in views}
    accounts = [view.account for view in views]
    led: dict[str, tuple[Trace, View]] = {}
    for contact in contacts:
        for trace in find_look_back(contact.account, accounts, coverage=coverage).traces:
            held = led.get(trace.release.key)
            if held is None or (trace.notice.invitation and not held[0].notice.invitation):
                led[trace.release.key] = trace, contact
    for key, (trace, contact) in led.items():
        role = Role.INVITATION if trace.notice.invitation else Role.ANNOUNCEMENT
        yield _Found(view=by_key[key], role=role, reason=lead_reason(trace, contact))


def _parallel(
    views: Sequence[View], contacts: Sequence[View], around: timedelta, tables: Tables | None
) -> Iterator[_Found]:
    """Yield other public events near the contacts, those announced only where no record tells of them."""
    recorded = [view for view in views if not view.announces]
    for view in views:
        near = min(contacts, key=lambda contact: (abs(contact.day - view.day), contact.day), default=None)
        if near is None or abs(near.day - view.day) > around or _is_no_event(view):
            continue
        if not (view.announces and any(_is_told_by(view, other) for other in recorded)):
            yield _Found(view=view, role=Role.PARALLEL, reason=parallel_reason(view, near, tables))


def _is_no_event(view: View) -> bool:
    """Tell whether a release is a paper, or good wishes to nobody abroad."""
    return not view.others and (view.paper or view.kind is Kind.MESSAGE)


def _is_told_by(announcement: View, record: View) -> bool:
    """Tell whether a record tells of what was announced."""
    if announcement.day != record.day or announcement.own != record.own or record.kind not in _EVENTS:
        return False
    return announcement.others == record.others and could_be_same(
        persons_of(announcement.account), persons_of(record.account)
    )


def _proposal(item: _Found) -> Proposal:
    account = item.view.account
    return Proposal(filing=Filing(source=account.release.name, role=item.role, reason=item.reason), account=account)


def _key(view: View) -> str:
    return view.account.release.key


def _clock(moment: object) -> str:
    """Give the wall time by which releases of one day stand in order."""
    return f"{moment:%H:%M:%S}" if moment is not None else ""
