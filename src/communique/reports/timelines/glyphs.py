"""The sign of a moment: its shape tells the kind, its filling the role; and the legend that says so."""

from __future__ import annotations

from collections.abc import Iterator

from communique.dossiers.timeline_nouns import Moment, Timeline
from communique.model import Kind, Role
from communique.reports.timelines.layout import Box, Glyph, Key, Tone
from communique.reports.timelines.lettering import height_of, width_of
from communique.reports.timelines.wording import kind_label

SHAPES = {
    Kind.CALL: "o",
    Kind.MEETING: "s",
    Kind.VISIT: "D",
    Kind.MULTILATERAL: "p",
    Kind.MESSAGE: "^",
    Kind.DOMESTIC: "h",
    Kind.STATEMENT: ">",
    Kind.OTHER: "v",
}
"""Marks by kind, as matplotlib names them."""

EXHIBIT, TICK, BOND = "X", "|", "."
SIZE = 7.8
ROW = 0.24

_FORETELLING = frozenset({Role.ANNOUNCEMENT, Role.INVITATION})
_ROOM, _BETWEEN = 0.14, 0.22


def glyph_of(moment: Moment) -> Glyph:
    """Give the sign of a moment."""
    if moment.role is Role.PARALLEL:
        return Glyph(shape=TICK)
    if moment.kind is None:
        return Glyph(shape=EXHIBIT)
    return Glyph(shape=SHAPES[moment.kind], filled=moment.role is Role.EVENT, foretells=moment.role in _FORETELLING)


def lay_out_legend(timeline: Timeline, ends: tuple[float, float], top: float) -> tuple[Key, ...]:
    """Set the signs that the plot has, one beside the other, in as many rows as they take."""
    keys: list[Key] = []
    across, down = ends[0], top
    for glyph, words in _signs(timeline):
        width = width_of(words, SIZE)
        if across > ends[0] and across + _ROOM + width > ends[1]:
            across, down = ends[0], down + ROW
        height = height_of(1, SIZE)
        box = Box(lines=(words,), left=across + _ROOM, top=down - height / 2, width=width, size=SIZE, tone=Tone.PALE)
        keys.append(Key(glyph=glyph, across=across + _ROOM / 3, down=down, box=box))
        across += _ROOM + width + _BETWEEN
    return tuple(keys)


def _rank(moment: Moment) -> tuple[bool, int, int]:
    """Put events first, each role by kind, other evidence last."""
    role, kind = list(Role), list(SHAPES)
    return (
        moment.kind is None,
        role.index(moment.role) if moment.role else len(role),
        kind.index(moment.kind) if moment.kind else len(kind),
    )


def _meaning(moment: Moment) -> str:
    """Say what a sign stands for: the kind, and the role where that is not the event itself."""
    return "other evidence" if moment.kind is None else kind_label(moment)


def _signs(timeline: Timeline) -> Iterator[tuple[Glyph, str]]:
    """Yield the signs as they are drawn, each with what it stands for; then what the plot has besides."""
    named: dict[Glyph, dict[str, None]] = {}
    for moment in sorted(timeline.moments, key=_rank):
        named.setdefault(glyph_of(moment), {})[_meaning(moment)] = None
    yield from ((glyph, " or ".join(words)) for glyph, words in named.items())
    if timeline.parallel:
        yield Glyph(shape=TICK), "parallel public event"
    if timeline.precedence:
        yield Glyph(shape=BOND), "dotted: one event, told by several"
