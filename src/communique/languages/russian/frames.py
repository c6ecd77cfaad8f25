"""What a Russian sentence says of the dealings between parties: the verb or noun, who gives, who receives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.languages.port import Frame
from communique.languages.russian.clauses import Row
from communique.languages.russian.expressions import of_nouns
from communique.languages.russian.ground import Ground
from communique.languages.russian.verbs import of_verbs
from communique.model import COURTESIES, RelationKind


def find_frames(row: Row) -> tuple[Frame, ...]:
    """Give the dealings one sentence states, each pair of parties once for each kind."""
    ground = Ground(row)
    found: list[Frame] = []
    for i, item in enumerate(row.items):
        if item.designation is None and not item.pronoun:
            found += of_verbs(ground, i, item)
            found += of_nouns(ground, i, item)
    return _without_repeats(tuple(_with_receivers(found)))


def _with_receivers(frames: Sequence[Frame]) -> Iterator[Frame]:
    """Thanks without a receiver go to whom the same giver dealt with just before ("высоко оценил …, поблагодарил")."""
    last: Frame | None = None
    for frame in frames:
        goes_on = last is not None and last.giver == frame.giver and last.kind in COURTESIES
        if last is not None and goes_on and frame.kind is RelationKind.THANKS and frame.receiver is None:
            yield replace(frame, receiver=last.receiver)
            continue
        last = frame if frame.receiver is not None else last
        yield frame


def _without_repeats(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    kept: dict[tuple[object, ...], Frame] = {}
    for frame in frames:
        receiver = frame.receiver.span if frame.receiver else None
        giver = frame.giver.span if frame.giver else None
        pair = tuple(sorted((str(giver), str(receiver)))) if frame.symmetrical else (giver, receiver)
        kept.setdefault((frame.kind, pair), frame)
    return tuple(kept.values())
