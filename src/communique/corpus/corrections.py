"""Corrections applied to an account right after extraction, so that whatever is made of it is made of the corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from communique.corpus.correctable import (
    YES,
    find_items,
    party_words,
    place_of_name,
    place_of_relation,
    place_of_span,
)
from communique.corpus.corrected_people import UnfitError, correct_participant, participant_named, side_of, with_event
from communique.errors import CommuniqueError
from communique.model import (
    Account,
    Basis,
    Binding,
    DateBasis,
    EventDate,
    Initiative,
    Instrument,
    InstrumentClass,
    InstrumentWords,
    Kind,
    Level,
    Part,
    Pattern,
    Reception,
    Relation,
    RelationKind,
    Release,
    Span,
    Stated,
    Status,
    VisitClass,
)
from communique.model.corrections import Correction, Outcome, Parts, What, parts_of

_NAMING = frozenset({"subject", "host", "person"})
"""The parts of other items that name a participant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """An account corrected, and what became of each correction, in the order in which they were applied."""

    account: Account
    outcomes: tuple[tuple[Correction, Outcome], ...] = ()

    @property
    def standing(self) -> tuple[Correction, ...]:
        """The corrections that the account shows."""
        return tuple(correction for correction, outcome in self.outcomes if outcome is Outcome.APPLIED)


def apply_corrections(account: Account, corrections: Iterable[Correction]) -> Applied:
    """
    Correct an account as extraction gives it; the order in which corrections come makes no difference.

    One whose value before is no longer what extraction gives changes nothing: it is no longer needed where extraction
    gives the value after, else it does not fit any more. Applied again to its own result it changes nothing either.
    """
    extracted = {(item.what, item.place): item.parts for item in find_items(account)}
    corrected = account
    outcomes: list[tuple[Correction, Outcome]] = []
    renamed: dict[str, str] = {}
    for correction in sorted(corrections, key=_order):
        now = extracted.get(correction.item, ())
        if now == correction.after:
            outcomes.append((correction, Outcome.NOT_NEEDED))
            continue
        fitting = replace(correction, after=_renamed(correction.after, renamed))
        changed = _changed(corrected, fitting) if now == correction.before else None
        outcomes.append((correction, Outcome.UNFIT if changed is None else Outcome.APPLIED))
        if changed is None:
            continue
        corrected = changed
        if correction.what is What.PARTICIPANT and correction.after:
            parts = parts_of(correction.after)
            renamed[correction.place] = parts["name"] or parts["office"]
    return Applied(account=corrected, outcomes=tuple(outcomes))


def _renamed(parts: Parts, renamed: Mapping[str, str]) -> Parts:
    """Give a value with the names that participants have by now: a name may be corrected after it was used here."""
    return tuple(
        (name, renamed.get(place_of_name(value), value) if name in _NAMING else value) for name, value in parts
    )


def _order(correction: Correction) -> tuple[int, str, str]:
    """Participants first, which others name; then by place, so that the order in which they came leaves no trace."""
    return list(What).index(correction.what), correction.place, correction.moment.isoformat()


def _changed(account: Account, correction: Correction) -> Account | None:
    """Give the account with one correction, None where it does not fit."""
    try:
        if correction.words is not None and _words(account.release, correction.words) != correction.quote:
            return None
        return _CHANGES[correction.what](account, correction)
    except (UnfitError, ValueError, KeyError, CommuniqueError):
        # A value that this version of the program does not know, or one that the model refuses.
        return None


def _words(release: Release, span: Span) -> str:
    return release.part(span.part)[span.start : span.end]


def _kind(account: Account, correction: Correction) -> Account:
    return with_event(account, replace(account.event, kind=Kind(parts_of(correction.after)["kind"])))


def _date(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return with_event(account, replace(account.event, date=None))
    basis = DateBasis.ANALYST
    if correction.words is not None:
        basis = DateBasis.TITLE if correction.words.part is Part.TITLE else DateBasis.TEXT
    day = date.fromisoformat(parts_of(correction.after)["day"])
    return with_event(account, replace(account.event, date=EventDate(day=day, basis=basis, span=correction.words)))


def _visit_class(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return with_event(account, replace(account.event, visit_class=None))
    stated = account.event.visit_class
    span = _needed(correction.words or (stated.span if stated else None))
    value = VisitClass(parts_of(correction.after)["class"])
    return with_event(account, replace(account.event, visit_class=Stated(value=value, span=span)))


def _reception(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return replace(account, reception=Reception(pattern=Pattern.OTHER))
    parts = parts_of(correction.after)
    reception = Reception(
        pattern=Pattern(parts["pattern"]),
        span=correction.words or account.reception.span,
        subject=participant_named(account, parts["subject"]),
        host=participant_named(account, parts["host"]),
    )
    return replace(account, reception=reception)


def _initiative(account: Account, correction: Correction) -> Account:
    mine = tuple(one for one in account.initiatives if place_of_span(one.span) == correction.place)
    others = tuple(one for one in account.initiatives if one not in mine)
    if not correction.after:
        return replace(account, initiatives=others)
    parts = parts_of(correction.after)
    old = mine[0] if mine else None
    new = Initiative(
        basis=Basis(parts["basis"]),
        span=_needed(correction.words or (old.span if old else None)),
        side=side_of(account, correction, parts["side"]),
        person=participant_named(account, parts["person"]),
    )
    if old is None:  # what an analyst found comes first: it is the strongest
        return replace(account, initiatives=(new, *others))
    return replace(account, initiatives=tuple(new if one in mine else one for one in account.initiatives))


def _relation(account: Account, correction: Correction) -> Account:
    def changed(relation: Relation) -> tuple[Relation, ...]:
        if place_of_relation(relation) != correction.place:
            return (relation,)
        return (_turned(relation, parts_of(correction.after)),) if correction.after else ()

    if correction.place not in map(place_of_relation, account.relations):
        raise UnfitError
    return replace(account, relations=tuple(new for old in account.relations for new in changed(old)))


def _turned(relation: Relation, parts: Mapping[str, str]) -> Relation:
    ends = party_words(relation.giver), party_words(relation.receiver)
    wanted = (parts["from"], parts["to"])
    if wanted not in {ends, ends[::-1]}:
        raise UnfitError
    giver, receiver = (relation.giver, relation.receiver)
    if wanted != ends:
        giver, receiver = receiver, giver
    return replace(
        relation,
        kind=RelationKind(parts["relation"]),
        giver=giver,
        receiver=receiver,
        symmetrical=parts["mutual"] == YES,
        status=Status(parts["status"]),
    )


def _instrument(account: Account, correction: Correction) -> Account:
    mine = tuple(one for one in account.instruments if place_of_span(one.words.title) == correction.place)
    if not correction.after:
        return replace(account, instruments=tuple(one for one in account.instruments if one not in mine))
    parts = parts_of(correction.after)
    kind, level = InstrumentClass(parts["class"]), Level(parts["level"])
    binding = Binding(parts["binding"])
    if not mine:
        title = _needed(correction.words)
        words = InstrumentWords(
            title=title, kind=kind, level=level, binding=binding, deciding=(title,), sentence=_sentence(account, title)
        )
        return replace(account, instruments=(*account.instruments, Instrument(words=words)))
    new = {one: replace(one, words=replace(one.words, kind=kind, level=level, binding=binding)) for one in mine}
    return replace(account, instruments=tuple(new.get(one, one) for one in account.instruments))


def _sentence(account: Account, span: Span) -> Span:
    return next((sentence for sentence in account.sentences if sentence.covers(span)), span)


def _needed(span: Span | None) -> Span:
    """Refuse what only words can carry, where none are given."""
    if span is None:
        raise UnfitError
    return span


_CHANGES: dict[What, Callable[[Account, Correction], Account]] = {
    What.PARTICIPANT: correct_participant,
    What.KIND: _kind,
    What.DATE: _date,
    What.VISIT_CLASS: _visit_class,
    What.RECEPTION: _reception,
    What.INITIATIVE: _initiative,
    What.RELATION: _relation,
    What.INSTRUMENT: _instrument,
}
