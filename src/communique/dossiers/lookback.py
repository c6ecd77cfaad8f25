"""Since when an event was in the making: the invitations, announcements and mentions of it in earlier releases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.dossiers.lookback_places import (
    as_named,
    fulfils_at_once,
    gatherings_in,
    gatherings_of,
    hosts_of,
    hosts_told,
    initials_in,
    local_sides,
)
from communique.model import Account, Basis, Kind, Part, Party, Relation, RelationKind, Release, SideKind, Span, Status
from communique.precedent.coverage import Coverage
from communique.precedent.encounters import could_be_same, persons_of
from communique.precedent.entering import find_issued, find_sides
from communique.precedent.history import Notice
from communique.precedent.links import contact_of, find_leads
from communique.precedent.notices import find_foreseen, is_announcement
from communique.reference import side

AskCoverage = Callable[[Account], Coverage]
"""An account in; the days out on which anything of its issuer is held."""

CLOSE_WINDOW = timedelta(days=14)
"""Days within which a notice must place an encounter to be sure of it, whatever occasion it names."""

_STEP = timedelta(days=1)
_CALLS = frozenset({Kind.CALL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """
    Words of an earlier release that foresee an event.

    ``span`` marks the sentence in the account's release, ``notice`` holds what it foresees, ``days`` how long before
    the first day of the event it was published. ``inviter`` and ``invited`` are named where it is an invitation.
    """

    account: Account
    span: Span
    notice: Notice
    days: int
    inviter: Party | None = None
    invited: Party | None = None

    @property
    def release(self) -> Release:
        """The release that has the words."""
        return self.account.release

    @property
    def day(self) -> date:
        """The day of its publication."""
        return self.notice.day

    @property
    def words(self) -> str:
        """The exact words."""
        return self.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recollection:
    """Words of an event's own record on whose idea it was: thanks for the invitation, a wish that led to it."""

    account: Account
    span: Span
    basis: Basis
    who: Party | None = None

    @property
    def words(self) -> str:
        """The exact words."""
        return self.account.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookBack:
    """
    What was said beforehand of an event, each the earliest first, and what its own records recall of it.

    ``announcements`` are releases that announce it, ``mentions`` words on it in releases on something else. ``begun``
    is the event's first day, None where it is not dated. That nothing was found says nothing of what was arranged.
    """

    event: Account
    begun: date | None = None
    invitations: tuple[Trace, ...] = ()
    announcements: tuple[Trace, ...] = ()
    mentions: tuple[Trace, ...] = ()
    recalled: tuple[Recollection, ...] = ()

    @property
    def traces(self) -> tuple[Trace, ...]:
        """All words that foresee it, the earliest first."""
        return tuple(sorted((*self.invitations, *self.announcements, *self.mentions), key=_in_order))

    @property
    def earliest(self) -> Trace | None:
        """The earliest words that foresee the event, None where none were found."""
        return next(iter(self.traces), None)

    def arranged_by(self, day: date) -> Trace | None:
        """
        Give the earliest words that show the event in the making on a day or before it, None where there are none.

        What was arranged by then cannot have come of what happened then.
        """
        return next((trace for trace in self.traces if trace.day <= day), None)


def find_look_back(event: Account, earlier: Iterable[Account], *, coverage: AskCoverage | None = None) -> LookBack:
    """
    Give the invitations, announcements and mentions of an event in earlier releases, and what its records recall.

    Invitations and plans are taken for the first event that they fit in time, kind, place and persons; one to a
    gathering that the event's records do not speak of is none of it. ``earlier`` may hold any releases: those of other
    sides and later ones are passed over, those of the same day and sides are taken for further records of the event.
    With ``coverage`` no undated words lead over days that are not held.
    """
    own, others = find_sides(event)
    shelf = _Shelf(event=as_named(event), pair=frozenset({own, *others} - {""}) - local_sides(event), days=coverage)
    for account in earlier:
        shelf.put(account)
    traces = tuple(sorted(shelf.traces(), key=_in_order))
    told = [trace for trace in traces if not trace.notice.invitation]
    announced = [trace for trace in told if _announces(trace, event)]
    first = traces[0] if traces else None
    return LookBack(
        event=event,
        begun=first.day + first.days * _STEP if first else _day_of(event),
        invitations=tuple(trace for trace in traces if trace.notice.invitation),
        announcements=tuple(announced),
        mentions=tuple(trace for trace in told if trace not in announced),
        recalled=tuple(_recalled((event, *shelf.records))),
    )


@dataclass(kw_only=True)
class _Shelf:
    """The earlier releases of an event's sides as they come: those with words on what is to come, and all contacts."""

    event: Account
    pair: frozenset[str]
    days: AskCoverage | None
    notices: dict[Notice, tuple[Account, Span]] = field(default_factory=dict)
    contacts: list[Account] = field(default_factory=list)
    records: list[Account] = field(default_factory=list)

    def put(self, account: Account) -> None:
        """Keep an account where it concerns the sides and is not of later days."""
        issued, last = find_issued(account), find_issued(self.event)
        own, others = find_sides(account)
        if issued is None or last is None or account.release.key == self.event.release.key or own not in self.pair:
            return
        between = bool(self.pair.intersection(others) - {own})
        if between and _is_record_of(account, self.event):
            self.records.append(account)
        if between and issued <= last:
            self.contacts.append(account)
        if issued <= last:
            for item in find_foreseen(account):
                if item.notice.counterpart in self.pair - {own}:
                    self.notices.setdefault(item.notice, (account, item.span))

    def traces(self) -> Iterator[Trace]:
        """Yield the notices that lead to the event."""
        contacts = tuple(filter(None, (contact_of(account) for account in self.contacts)))
        records = (self.event, *self.records)
        notices = tuple(notice for notice in self.notices if _may_mean(notice, records) and self._is_open(notice))
        for lead in find_leads(self.event, notices, contacts, self._coverage(notices)):
            account, span = self.notices[lead.notice]
            invitation = _invitation_in(account, span) if lead.notice.invitation else None
            yield Trace(
                account=account,
                span=span,
                notice=lead.notice,
                days=lead.days,
                inviter=invitation.giver if invitation else None,
                invited=invitation.receiver if invitation else None,
            )

    def _is_open(self, notice: Notice) -> bool:
        """Tell whether an invitation is one to somebody, and not to a visit that begins as it is published."""
        if not notice.invitation:
            return True
        account, span = self.notices[notice]
        invitation = _invitation_in(account, span)
        if invitation and invitation.receiver and invitation.receiver.person is None:
            return False  # a group, or a state as a whole: who came of it is not told
        return notice.dated or not any(fulfils_at_once(notice, contact) for contact in self.contacts)

    def _coverage(self, notices: Sequence[Notice]) -> Coverage:
        """Give the days held; without any knowledge of them, every day from the first notice on."""
        last = find_issued(self.event)
        if self.days is not None:
            return self.days(self.event)
        first = min((notice.day for notice in notices), default=last)
        if first is None or last is None:
            return Coverage()
        return Coverage(days=tuple(first + n * _STEP for n in range((last - first).days + 1)))


def _day_of(account: Account) -> date | None:
    return account.event.date.day if account.event.date else find_issued(account)


def _in_order(trace: Trace) -> tuple[date, str, int]:
    return trace.day, trace.release.name, trace.span.start


def _is_record_of(account: Account, event: Account) -> bool:
    """Tell whether an account is one more record of an event: of its day and manner, announcing nothing."""
    if _day_of(account) != _day_of(event) or is_announcement(account):
        return False
    alike = (account.event.kind in _CALLS) == (event.event.kind in _CALLS) and account.event.kind is not Kind.MESSAGE
    return alike and could_be_same(persons_of(account), persons_of(event))


def _may_mean(notice: Notice, records: Sequence[Account]) -> bool:
    """
    Tell whether a notice can mean an event at all.

    One without a near day that names a gathering means an event whose records name it too. Words on a journey to an
    organisation, without a day or a name, mean anybody there. An invitation without a day means an event whose records
    tell that it was where the guest was invited to.
    """
    if not notice.dated and _is_organisation(notice.counterpart):
        return any(person.startswith(f"{notice.counterpart}/") for person in notice.persons)
    if notice.earliest and notice.latest and notice.dated and notice.latest - notice.earliest <= CLOSE_WINDOW:
        return True
    language = records[0].release.language
    named = gatherings_in(notice.words, language) | (initials_in(notice.words) if notice.invitation else frozenset())
    if named or notice.dated or not notice.invitation:
        return not named or any(named & gatherings_of(record) for record in records)
    hosts = hosts_of(notice)
    return not hosts or any(hosts & hosts_told(record) for record in records)


def _is_organisation(code: str) -> bool:
    found = side(code)
    return found is not None and found.kind is SideKind.ORGANISATION


def _invitation_in(account: Account, sentence: Span) -> Relation | None:
    here = (r for r in account.relations if r.sentence == sentence and r.kind is RelationKind.INVITATION)
    return next((relation for relation in here if relation.status in {Status.ACTUAL, Status.PLANNED}), None)


def _announces(trace: Trace, event: Account) -> bool:
    """Tell whether a release announces the event as a whole, not only in passing."""
    if not is_announcement(trace.account):
        return False
    opening = next((span for span in trace.account.sentences if span.part is Part.TEXT), None)
    told_first = trace.span.part is Part.TITLE or trace.span == opening
    return told_first or _day_of(trace.account) == _day_of(event)


def _recalled(records: Sequence[Account]) -> Iterator[Recollection]:
    """Yield what the records of an event say of whose idea it was, in the order of each text."""
    for account in records:
        found = {item.span: _recollection(account, item.span) for item in account.initiatives}
        yield from (found[span] for span in sorted(found))


def _recollection(account: Account, span: Span) -> Recollection:
    item = next(item for item in account.initiatives if item.span == span)
    words = account.release.words(item.who) if item.who else ""
    label = words or (item.person.label if item.person else str(item.side or ""))
    who = Party(words=label, span=item.who, person=item.person, side=item.side) if label else None
    return Recollection(account=account, span=span, basis=item.basis, who=who)
