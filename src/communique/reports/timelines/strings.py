"""What hangs above the marks of a lane: lines to what foretold an event, and stretches in which one is foretold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from communique.dossiers.imprecise import When
from communique.dossiers.timeline_nouns import Foretelling, Moment, Timeline
from communique.reports.timelines.axis import Axis
from communique.reports.timelines.lanes import Band, tie_box, tie_words, window_words
from communique.reports.timelines.layout import Tie, Tone, Window
from communique.reports.timelines.placing import Interval, find_levels

LEVEL = 0.27
"""Inches from one level to the next above it."""

_FIRST = 0.22


@dataclass(frozen=True, slots=True, kw_only=True)
class Strung:
    """One thing to hang, from ``start`` to ``end`` across, on a level above the line; words over it."""

    moment: Moment
    start: float
    end: float
    words: str
    level: int = 0
    foretelling: Foretelling | None = None


def find_strung(band: Band, timeline: Timeline, axis: Axis, across: Mapping[str, float]) -> tuple[Strung, ...]:
    """Give what hangs above a lane, each on a level where its line and words are free."""
    items = (*_ties(band, timeline, across), *_windows(band, axis))
    levels = find_levels([_reach(item, axis) for item in items])
    return tuple(
        Strung(
            moment=item.moment,
            start=item.start,
            end=item.end,
            words=item.words,
            level=level,
            foretelling=item.foretelling,
        )
        for item, level in zip(items, levels, strict=True)
    )


def height_above(strung: tuple[Strung, ...]) -> float:
    """Give the inches that a lane needs above its line."""
    return _FIRST + LEVEL * (max(item.level for item in strung) + 1) if strung else 0.0


def hang(strung: tuple[Strung, ...], axis: Axis, line: float, downs: Mapping[str, float]) -> Iterator[Tie | Window]:
    """Yield the lines and bars of a lane whose line is known; ``downs`` are the lines of all marks."""
    for item in strung:
        down = line - _FIRST - LEVEL * item.level
        ends = axis.left, axis.right
        if item.foretelling is None:
            box = tie_box(item.words, (item.start + item.end) / 2, down - 0.06, ends, Tone.PALE)
            yield Window(left=item.start, right=item.end, down=down, box=box)
            continue
        box = tie_box(item.words, (item.start + item.end) / 2, down - 0.02, ends)
        yield Tie(
            start=item.start,
            start_down=downs[item.foretelling.key],
            end=item.end,
            end_down=line,
            down=down,
            box=box,
            told=f"{item.words}: {item.foretelling.name} and {item.moment.name}",
        )


def _ties(band: Band, timeline: Timeline, across: Mapping[str, float]) -> Iterator[Strung]:
    for moment in band.moments:
        for foretelling in moment.foretold:
            if _is_tied_here(foretelling, moment, timeline):
                ends = across[foretelling.key], across[moment.key]
                yield Strung(
                    moment=moment, start=ends[0], end=ends[1], words=tie_words(foretelling), foretelling=foretelling
                )


def _is_tied_here(foretelling: Foretelling, moment: Moment, timeline: Timeline) -> bool:
    """Tell whether the line goes to this account; of several of one event to that of the office that foretold it."""
    source = timeline.moment(foretelling.key)
    if source is None:
        return False
    group = next((item for item in timeline.precedence if moment.key in item.keys), None)
    tied = (
        [key for key, issuer in zip(group.keys, group.issuers, strict=True) if issuer == source.issuer] if group else []
    )
    return moment.key == tied[0] if tied else group is None or moment.key == group.keys[0]


def _windows(band: Band, axis: Axis) -> Iterator[Strung]:
    """Yield the stretches of days in which something is foretold, where the axis shows any of them."""
    for moment in band.moments:
        for when in moment.foresees:
            if not when.is_exact and _is_shown(when, axis):
                left, right = axis.reach_of(when)
                yield Strung(moment=moment, start=left, end=right, words=window_words(when))


def _is_shown(when: When, axis: Axis) -> bool:
    return any(when.first <= column.day and (not when.last or column.day <= when.last) for column in axis.columns)


def _reach(item: Strung, axis: Axis) -> Interval:
    """Give from where to where an item and its words go."""
    box = tie_box(item.words, (item.start + item.end) / 2, 0.0, (axis.left, axis.right))
    return min(item.start, box.left), max(item.end, box.right)
