"""Who did what to whom across states: frames with their parties resolved; dealings inside one side are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extraction.home import Home
from communique.extraction.people import Cast, fold
from communique.languages.port import Form, Frame, Markup, Words
from communique.model import (
    COURTESIES,
    Basis,
    Initiative,
    Kind,
    Part,
    Party,
    Person,
    Quotation,
    Relation,
    RelationKind,
    Release,
    Side,
    Span,
)

_SAME = 0.7
_PAIR = 2


def extract_relations(
    markup: Markup,
    cast: Cast,
    quotations: Sequence[Quotation],
    principals: Sequence[Person],
    initiatives: Sequence[Initiative],
    home: Home,
    kind: Kind,
) -> tuple[Relation, ...]:
    """Give the relations in order of their sentences; those of the issuer's own side only are not relations."""
    scene = _Scene(markup, cast, quotations, principals, home, kind)
    found = tuple(r for frame in markup.frames if (r := scene.relation(frame)) is not None)
    return _told_once(markup.release, found + tuple(_of_initiatives(markup, initiatives, principals)))


def _told_once(release: Release, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Leave out of the headline what the body tells again."""
    title = release.title
    told = [r.sentence for r in relations if r.sentence.part is Part.TEXT]
    again = any(_shared(title, release.words(sentence)) >= _SAME for sentence in told)
    return tuple(r for r in relations if r.sentence.part is Part.TEXT or not again)


def _shared(one: str, other: str) -> float:
    """Give the share of the words of the shorter text that the other has too, 0 to 1."""
    few, many = sorted((set(fold(one)), set(fold(other))), key=len)
    return len(few & many) / len(few) if few else 0.0


class _Scene:
    """One release with who is who in it: the ground on which frames become relations."""

    def __init__(
        self,
        markup: Markup,
        cast: Cast,
        quotations: Sequence[Quotation],
        principals: Sequence[Person],
        home: Home,
        kind: Kind,
    ) -> None:
        self._markup = markup
        self._cast = cast
        self._quotations = quotations
        self._principals = principals
        self._home = home
        with_others = any(self._abroad(p.side) for p in principals) or kind in (Kind.MULTILATERAL, Kind.STATEMENT)
        self._foreign = kind is not Kind.DOMESTIC and with_others

    def relation(self, frame: Frame) -> Relation | None:
        speaker = self._speaker(frame.sentence)
        giver, receiver = self._party(frame.giver, speaker), self._party(frame.receiver, speaker)
        if giver is None and receiver is None:
            return None
        across = self._is_between_states(giver, receiver, frame)
        if not across and frame.kind not in COURTESIES:
            return None
        if frame.kind in COURTESIES:
            giver, receiver = giver or self._by_speaker(speaker), receiver or self._to_other(giver, frame)
        return Relation(
            kind=frame.kind,
            sentence=frame.sentence,
            cue=frame.cue,
            giver=giver,
            receiver=receiver,
            symmetrical=frame.symmetrical,
            status=frame.status,
            reason=frame.reason,
            spoken=speaker is not None,
            across=across,
        )

    def _by_speaker(self, speaker: Person | None) -> Party | None:
        """ "Thank you" without "I": the speaker thanks."""
        return Party(words=speaker.label, person=speaker, side=speaker.side) if speaker else None

    def _to_other(self, giver: Party | None, frame: Frame) -> Party | None:
        """A courtesy without addressee is for the other of two principals; praise of things is for nobody."""
        if frame.kind is RelationKind.PRAISE or giver is None or giver.person is None or len(self._principals) != _PAIR:
            return None
        other = self._addressed(giver.person)
        return Party(words=other.label, person=other, side=other.side) if other else None

    def _speaker(self, sentence: Span) -> Person | None:
        return next((q.speaker for q in self._quotations if q.content.overlaps(sentence) and q.speaker), None)

    def _party(self, words: Words | None, speaker: Person | None) -> Party | None:
        if words is None:
            return None
        person = self._cast.of(words.designation) if words.designation else None
        if person is None and speaker is not None and words.first_person:
            person = speaker
        if person is None and speaker is not None and words.second_person:
            person = self._addressed(speaker)
        side = next(iter(words.sides), None) or (person.side if person else None)
        text = (
            person.label
            if person is not None and words.pronoun
            else " ".join(self._markup.release.words(words.span).split())
        )
        return Party(words=text, span=words.span, person=person, side=side)

    def _addressed(self, speaker: Person) -> Person | None:
        others = [p for p in self._principals if p.label != speaker.label]
        return others[0] if len(others) == 1 else None

    def _is_between_states(self, giver: Party | None, receiver: Party | None, frame: Frame) -> bool:
        """
        A relation needs a party from abroad, or parties left open where the release or the sentence looks abroad.

        Parties known to be of the issuer's own side on both ends are its own affair.
        """
        parties = [p for p in (giver, receiver) if p is not None]
        if not parties:
            return False
        if self._home.side is None:
            return True
        known = [p.side for p in parties if p.side and not (p.person and p.person.name in self._cast.presumed)]
        if any(self._abroad(side) for side in known) or any(w and w.abroad for w in (frame.giver, frame.receiver)):
            return True
        if (
            frame.kind is RelationKind.VISIT
            and receiver is not None
            and receiver.side
            and receiver.side not in self._of_home(giver)
        ):
            return receiver.words in (receiver.side.name,)
        if len(known) == len(parties) and len(parties) > 1:
            return False
        return self._foreign or self._looks_abroad(frame.sentence)

    def _of_home(self, party: Party | None) -> tuple[Side, ...]:
        return (party.side,) if party is not None and party.side is not None else ()

    def _looks_abroad(self, sentence: Span) -> bool:
        here = (d for d in self._markup.designations if d.form is not Form.SIDE and sentence.covers(d.span))
        return any(self._abroad(side) for d in here for side in d.sides)

    def _abroad(self, side: Side | None) -> bool:
        return side is not None and (self._home.side is None or side.code != self._home.side.code)


def _of_initiatives(
    markup: Markup, initiatives: Sequence[Initiative], principals: Sequence[Person]
) -> Iterator[Relation]:
    kinds = {
        Basis.INITIATED: RelationKind.INITIATIVE,
        Basis.REQUESTED: RelationKind.INITIATIVE,
        Basis.INVITED: RelationKind.INVITATION,
    }
    for initiative in initiatives:
        if initiative.span.part.value == "text":
            sentences = [s for s in markup.sentences if s.overlaps(initiative.span)]
            sentence = sentences[0] if sentences else initiative.span
        else:
            sentence = Span(0, len(markup.release.part(initiative.span.part)), initiative.span.part)
        words = (
            " ".join(markup.release.words(initiative.who).split())
            if initiative.who
            else initiative.person.label
            if initiative.person
            else str(initiative.side)
        )
        giver = Party(words=words, person=initiative.person, side=initiative.side)
        yield Relation(
            kind=kinds[initiative.basis],
            sentence=sentence,
            cue=initiative.span,
            giver=giver,
            receiver=_other(initiative, principals, markup, sentence),
            initiator=giver,
        )


def _other(initiative: Initiative, principals: Sequence[Person], markup: Markup, sentence: Span) -> Party | None:
    """The party addressed: a principal of another side whom the same sentence names."""
    for person in principals:
        named = any(sentence.covers(span) for span in person.spans)
        if named and person.side and initiative.side and person.side.code != initiative.side.code:
            return Party(words=person.label, person=person, side=person.side)
    return None
