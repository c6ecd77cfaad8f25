"""What a parsed English sentence says of the dealings between parties: the verb or noun, who gives, who receives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.languages.english.ends import addressed_to, find_vocative
from communique.languages.english.greetings import find_greetings
from communique.languages.english.noun_frames import frames_of_noun
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import rules, trigger
from communique.languages.english.verb_frames import frames_of_verb
from communique.languages.port import Frame
from communique.model import RelationKind

_ADDRESSED = frozenset(
    {
        RelationKind.THANKS,
        RelationKind.ASSURANCE,
        RelationKind.APOLOGY,
        RelationKind.CONDOLENCE,
        RelationKind.CONGRATULATION,
    }
)

__all__ = ["find_frames", "trigger"]


def find_frames(parsed: Parsed) -> tuple[Frame, ...]:
    """Give the dealings one parsed sentence states, each pair of parties once for each kind."""
    found: list[Frame] = []
    addressed = find_vocative(parsed)
    for token in parsed.doc:
        for rule in rules("verb").get(token.lower_, ()):
            if token.pos_ in {"VERB", "AUX"} or (token.dep_ == "ROOT"):
                found += frames_of_verb(parsed, token, rule)
        for rule in rules("noun").get(token.lower_, ()):
            if token.pos_ in {"NOUN", "PROPN"}:
                found += frames_of_noun(parsed, token, rule)
    found += find_greetings(parsed)
    met = next((f for f in found if f.kind is RelationKind.CONTACT and f.symmetrical and f.receiver), None)
    return _without_repeats([_to_whom_met(addressed_to(frame, addressed), met) for frame in found])


def _to_whom_met(frame: Frame, met: Frame | None) -> Frame:
    """Take thanks and assurances without addressee to be for whom the same sentence says was met."""
    if frame.receiver is not None or met is None or frame.kind not in _ADDRESSED or frame.symmetrical:
        return frame
    if frame.giver is None or met.giver is None or frame.giver.span != met.giver.span:
        return frame
    return replace(frame, receiver=met.receiver)


def _without_repeats(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        receiver = frame.receiver.span if frame.receiver else None
        giver = frame.giver.span if frame.giver else None
        pair = tuple(sorted((giver, receiver), key=str)) if frame.symmetrical else (giver, receiver)
        kept.setdefault((frame.kind, pair), frame)
    return tuple(kept.values())
