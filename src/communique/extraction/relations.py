"""Who did what to whom across states: frames with their parties resolved; dealings inside one side are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.extraction.people import fold
from communique.extraction.scene import Scene
from communique.languages.port import Form, Frame, Markup, Words
from communique.model import (
    COURTESIES,
    Basis,
    Initiative,
    Part,
    Party,
    Person,
    Relation,
    RelationKind,
    Release,
    Side,
    Span,
)

_SAME = 0.7
_PAIR = 2
_KINDS = {
    Basis.INITIATED: RelationKind.INITIATIVE,
    Basis.REQUESTED: RelationKind.INITIATIVE,
    Basis.INVITED: RelationKind.INVITATION,
}


def extract_relations(scene: Scene, initiatives: Sequence[Initiative]) -> tuple[Relation, ...]:
    """Give the relations in order of their sentences; of one side's own affairs only the courtesies."""
    found = tuple(r for frame in scene.markup.frames if (r := _relation(scene, frame)) is not None)
    return _told_once(scene.markup.release, found + tuple(_of_initiatives(scene, initiatives)))


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


def _relation(scene: Scene, frame: Frame) -> Relation | None:
    speaker = _speaker(scene, frame.sentence)
    giver, receiver = _party(scene, frame.giver, speaker), _party(scene, frame.receiver, speaker)
    if (giver is None and receiver is None) or _is_oneself(giver, receiver):
        return None
    across = _is_between_states(scene, giver, receiver, frame)
    if not across and frame.kind not in COURTESIES:
        return None
    if frame.kind in COURTESIES:
        giver, receiver = giver or _by_speaker(speaker), receiver or _to_other(scene, giver, frame)
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


def _is_oneself(giver: Party | None, receiver: Party | None) -> bool:
    """Tell two parties that turn out to be one person: then a pronoun was misread, for nobody thanks himself."""
    return giver is not None and receiver is not None and giver.person is not None and giver.person == receiver.person


def _by_speaker(speaker: Person | None) -> Party | None:
    """Take "thank you" without "I" as the speaker's thanks."""
    return Party(words=speaker.label, person=speaker, side=speaker.side) if speaker else None


def _to_other(scene: Scene, giver: Party | None, frame: Frame) -> Party | None:
    """A courtesy without addressee is for the other of two principals; praise of things is for nobody."""
    if frame.kind is RelationKind.PRAISE or giver is None or giver.person is None or len(scene.principals) != _PAIR:
        return None
    other = _addressed(scene, giver.person)
    return Party(words=other.label, person=other, side=other.side) if other else None


def _speaker(scene: Scene, sentence: Span) -> Person | None:
    return next((q.speaker for q in scene.quotations if q.content.overlaps(sentence) and q.speaker), None)


def _party(scene: Scene, words: Words | None, speaker: Person | None) -> Party | None:
    if words is None:
        return None
    person = scene.cast.of(words.designation) if words.designation else None
    if person is None and speaker is not None and words.first_person:
        person = speaker
    if person is None and speaker is not None and words.second_person:
        person = _addressed(scene, speaker)
    side = next(iter(words.sides), None) or (person.side if person else None)
    as_written = " ".join(scene.markup.release.words(words.span).split())
    text = person.label if person is not None and words.pronoun else as_written
    return Party(words=text, span=words.span, person=person, side=side)


def _addressed(scene: Scene, speaker: Person) -> Person | None:
    others = [p for p in scene.principals if p.label != speaker.label]
    return others[0] if len(others) == 1 else None


def _is_between_states(scene: Scene, giver: Party | None, receiver: Party | None, frame: Frame) -> bool:
    """
    A relation needs a party from abroad, or parties left open where the release or the sentence looks abroad.

    Parties known to be of the issuer's own side on both ends are its own affair.
    """
    parties = [p for p in (giver, receiver) if p is not None]
    if not parties:
        return False
    if scene.home.side is None:
        return True
    known = [p.side for p in parties if p.side and not (p.person and p.person.name in scene.cast.presumed)]
    if any(scene.is_abroad(side) for side in known) or any(w and w.abroad for w in (frame.giver, frame.receiver)):
        return True
    if frame.kind is RelationKind.VISIT and receiver is not None and receiver.side and _is_other(giver, receiver.side):
        return receiver.words == receiver.side.name
    if len(known) == len(parties) and len(parties) > 1:
        return False
    return scene.looks_abroad or _looks_abroad(scene, frame.sentence)


def _is_other(party: Party | None, side: Side) -> bool:
    return party is None or party.side is None or party.side != side


def _looks_abroad(scene: Scene, sentence: Span) -> bool:
    here = (d for d in scene.markup.designations if d.form is not Form.SIDE and sentence.covers(d.span))
    return any(scene.is_abroad(side) for d in here for side in d.sides)


def _of_initiatives(scene: Scene, initiatives: Sequence[Initiative]) -> Iterator[Relation]:
    for initiative in initiatives:
        sentence = _sentence_of(scene.markup, initiative.span)
        giver = Party(words=_giver_words(scene, initiative), person=initiative.person, side=initiative.side)
        yield Relation(
            kind=_KINDS[initiative.basis],
            sentence=sentence,
            cue=initiative.span,
            giver=giver,
            receiver=_other(scene, initiative, sentence),
            initiator=giver,
        )


def _sentence_of(markup: Markup, span: Span) -> Span:
    if span.part is not Part.TEXT:
        return Span(0, len(markup.release.part(span.part)), span.part)
    return next((s for s in markup.sentences if s.overlaps(span)), span)


def _giver_words(scene: Scene, initiative: Initiative) -> str:
    if initiative.who is not None:
        return " ".join(scene.markup.release.words(initiative.who).split())
    return initiative.person.label if initiative.person else str(initiative.side)


def _other(scene: Scene, initiative: Initiative, sentence: Span) -> Party | None:
    """The party addressed: a principal of another side whom the same sentence names."""
    for person in scene.principals:
        named = any(sentence.covers(span) for span in person.spans)
        if named and person.side and initiative.side and person.side.code != initiative.side.code:
            return Party(words=person.label, person=person, side=person.side)
    return None
