"""What a parsed English sentence says of the dealings between parties: the verb or noun, who gives, who receives."""

from __future__ import annotations

from collections.abc import Sequence

from communique.languages.english.ends import addressed_to, find_vocative
from communique.languages.english.noun_frames import frames_of_noun
from communique.languages.english.parser import Parsed
from communique.languages.english.rules import rules, trigger
from communique.languages.english.verb_frames import frames_of_verb
from communique.languages.port import Frame

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
    return _without_repeats([addressed_to(frame, addressed) for frame in found])


def _without_repeats(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        receiver = frame.receiver.span if frame.receiver else None
        giver = frame.giver.span if frame.giver else None
        pair = tuple(sorted((giver, receiver), key=str)) if frame.symmetrical else (giver, receiver)
        kept.setdefault((frame.kind, pair), frame)
    return tuple(kept.values())
