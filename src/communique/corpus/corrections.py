"""Corrections applied to an account right after extraction, so that whatever is made of it is made of the corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from communique.corpus.correctable import (
    OTHER,
    PRINCIPAL,
    YES,
    find_items,
    party_words,
    place_of_name,
    place_of_person,
    place_of_relation,
    place_of_span,
)
from communique.corpus.persons_replaced import replace_person
from communique.errors import CommuniqueError
from communique.model import (
    Account,
    Basis,
    Binding,
    DateBasis,
    Event,
    EventDate,
    Initiative,
    Instrument,
    InstrumentClass,
    InstrumentWords,
    Kind,
    Level,
    Office,
    Part,
    Pattern,
    Person,
    Reception,
    Relation,
    RelationKind,
    Release,
    Side,
    Span,
    Stated,
    Status,
    VisitClass,
)
from communique.model.corrections import Correction, Outcome, Parts, What, parts_of

_NAMING = frozenset({"subject", "host", "person"})
"""The parts of other items that name a participant."""


class _UnfitError(Exception):
    """A correction names what the account does not have."""


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
    except (_UnfitError, ValueError, KeyError, CommuniqueError):
        # A value that this version of the program does not know, or one that the model refuses.
        return None


def _words(release: Release, span: Span) -> str:
    return release.part(span.part)[span.start : span.end]


def _kind(account: Account, correction: Correction) -> Account:
    return _with_event(account, replace(account.event, kind=Kind(parts_of(correction.after)["kind"])))


def _date(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return _with_event(account, replace(account.event, date=None))
    basis = DateBasis.ANALYST
    if correction.words is not None:
        basis = DateBasis.TITLE if correction.words.part is Part.TITLE else DateBasis.TEXT
    day = date.fromisoformat(parts_of(correction.after)["day"])
    return _with_event(account, replace(account.event, date=EventDate(day=day, basis=basis, span=correction.words)))


def _visit_class(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return _with_event(account, replace(account.event, visit_class=None))
    stated = account.event.visit_class
    span = _needed(correction.words or (stated.span if stated else None))
    value = VisitClass(parts_of(correction.after)["class"])
    return _with_event(account, replace(account.event, visit_class=Stated(value=value, span=span)))


def _reception(account: Account, correction: Correction) -> Account:
    if not correction.after:
        return replace(account, reception=Reception(pattern=Pattern.OTHER))
    parts = parts_of(correction.after)
    reception = Reception(
        pattern=Pattern(parts["pattern"]),
        span=correction.words or account.reception.span,
        subject=_principal(account, parts["subject"]),
        host=_principal(account, parts["host"]),
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
        side=_side(account, correction, parts["side"]),
        person=_principal(account, parts["person"]),
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
        raise _UnfitError
    return replace(account, relations=tuple(new for old in account.relations for new in changed(old)))


def _turned(relation: Relation, parts: Mapping[str, str]) -> Relation:
    ends = party_words(relation.giver), party_words(relation.receiver)
    wanted = (parts["from"], parts["to"])
    if wanted not in {ends, ends[::-1]}:
        raise _UnfitError
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


def _participant(account: Account, correction: Correction) -> Account:
    event = account.event
    mine = [one for one in (*event.principals, *event.others) if place_of_person(one) == correction.place]
    old = mine[0] if mine else None
    if not correction.after:
        return _struck(account, correction.place)
    parts = parts_of(correction.after)
    new = _person(account, correction, old)
    if old is None or place_of_name(parts["name"] or parts["office"]) != correction.place:
        taken = {place_of_person(one) for one in (*event.principals, *event.others) if one is not old}
        if place_of_person(new) in taken:
            raise _UnfitError
    if old is not None:
        account = replace_person(account, old, new)
        event = account.event
    kept = (one for one in event.principals if one != new), (one for one in event.others if one != new)
    if parts["role"] == PRINCIPAL:
        principals = event.principals if new in event.principals else (*event.principals, new)
        return _with_event(account, replace(event, principals=principals, others=tuple(kept[1])))
    if parts["role"] != OTHER:
        raise _UnfitError
    others = event.others if new in event.others else (*event.others, new)
    return _with_event(account, replace(event, principals=tuple(kept[0]), others=others))


def _struck(account: Account, place: str) -> Account:
    """Take somebody off the list of those who took part; mentions of the name stay, for the text has them."""
    event, reception = account.event, account.reception

    def left(persons: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(one for one in persons if place_of_person(one) != place)

    def there(person: Person | None) -> Person | None:
        return None if person is None or place_of_person(person) == place else person

    return replace(
        account,
        event=replace(event, principals=left(event.principals), others=left(event.others)),
        reception=replace(reception, subject=there(reception.subject), host=there(reception.host)),
    )


def _person(account: Account, correction: Correction, old: Person | None) -> Person:
    parts = parts_of(correction.after)
    name, title = parts["name"] or None, parts["office"]
    kept = old.office if old and old.office and old.office.title == title else None
    renamed = old is None or old.name != name
    return Person(
        name=name,
        side=_side(account, correction, parts["side"]),
        office=kept or (Office(title=title) if title else None),
        spans=(correction.words,) if correction.words else (old.spans if old else ()),
        identity=correction.identity if renamed else (old.identity if old else None),
        base=None if renamed else (old.base if old else None),
    )


def _side(account: Account, correction: Correction, code: str) -> Side | None:
    """Give the side of a code: as the tables knew it when it was corrected, else as the account has it."""
    if not code:
        return None
    if correction.side is not None and correction.side.code == code:
        return correction.side
    event = account.event
    there = (one.side for one in (*event.principals, *event.others) if one.side is not None)
    known = {side.code: side for side in (*there, *(one.side for one in account.initiatives if one.side))}
    if code not in known:
        raise _UnfitError
    return known[code]


def _principal(account: Account, name: str) -> Person | None:
    if not name:
        return None
    event = account.event
    found = (one for one in (*event.principals, *event.others) if place_of_person(one) == place_of_name(name))
    person = next(found, None)
    if person is None:
        raise _UnfitError
    return person


def _sentence(account: Account, span: Span) -> Span:
    return next((sentence for sentence in account.sentences if sentence.covers(span)), span)


def _needed(span: Span | None) -> Span:
    """Refuse what only words can carry, where none are given."""
    if span is None:
        raise _UnfitError
    return span


def _with_event(account: Account, event: Event) -> Account:
    return replace(account, event=event)


_CHANGES: dict[What, Callable[[Account, Correction], Account]] = {
    What.PARTICIPANT: _participant,
    What.KIND: _kind,
    What.DATE: _date,
    What.VISIT_CLASS: _visit_class,
    What.RECEPTION: _reception,
    What.INITIATIVE: _initiative,
    What.RELATION: _relation,
    What.INSTRUMENT: _instrument,
}
