"""The plot of a timeline laid out whole: head, lanes, parallel events, legend; pure, so that it can be measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from communique.dossiers.timeline_nouns import Moment
from communique.reports.timelines.axis import Axis, has_several_zones, lay_out_axis
from communique.reports.timelines.glyphs import lay_out_legend
from communique.reports.timelines.heading import are_named_apart, find_shades, lay_out_head
from communique.reports.timelines.lanes import Band, find_bands, label_of, told_of
from communique.reports.timelines.layout import WIDE, Bond, Box, Lane, Layout, Mark, Tie, Tone, Window
from communique.reports.timelines.lettering import broken, height_of, width_of
from communique.reports.timelines.parallel import label_parallel, tick_parallel
from communique.reports.timelines.placing import Anchored, place_labels, spread_by_day, without_clashes
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.strings import Strung, find_strung, hang, height_above
from communique.reports.timelines.wording import days_off, head_lines, notes_of

MARGIN, GUTTER = 0.24, 1.3
ROOMY = 8.0
"""Inches of width from which lanes are named beside, not above."""

TITLE_SIZE, LINE_SIZE, NAME_SIZE, NOTE_SIZE = 14.0, 9.5, 8.8, 7.6
LABEL_WIDTH, NARROW_LABEL = 2.15, 1.8
APART = 0.2
"""Inches between marks of one lane, at least."""

PARALLEL = "parallel public events"
_UNDER, _PAD, _AFTER = 0.17, 0.14, 0.16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """One lane with its marks and words, and what is to hang above it once all lanes are laid."""

    lane: Lane
    marks: tuple[Mark, ...]
    boxes: tuple[Box, ...]
    strung: tuple[Strung, ...] = ()


def lay_out_timeline(report: TimelineReport, width: float = WIDE, *, captioned: bool = True) -> Layout:
    """
    Say where everything of a plot goes, for a width in inches; its height follows.

    A plot that stands in a page may do without title and notes: it is not ``captioned``.
    Marks that would lie on each other are set apart, so a mark may stand a little beside its hour; the words give it.
    """
    return _Composer(report, width, captioned=captioned).layout()


class _Composer:
    """Composes one plot from top to foot."""

    def __init__(self, report: TimelineReport, width: float, *, captioned: bool) -> None:
        self.captioned = captioned
        self.report, self.timeline, self.width = report, report.timeline, width
        self.roomy = width >= ROOMY
        self.ends = MARGIN, width - MARGIN
        self.axis: Axis = lay_out_axis(self.timeline, MARGIN + (GUTTER if self.roomy else 0.0), width - MARGIN)
        self.bands = find_bands(report)
        self.across = {key: place for band in self.bands for key, place in self._places(band)}

    def layout(self) -> Layout:
        """Compose head, lanes and foot."""
        title = tuple(self._stacked(self._title(), MARGIN / 2 + 0.06))
        head = max((box.foot for box in title), default=0.0) + _PAD
        heading = lay_out_head(self.timeline, self.axis, head)
        laid = tuple(self._lanes(max((box.foot for box in heading), default=head) + 0.08))
        foot = laid[-1].lane.foot if laid else head
        legend = lay_out_legend(self.timeline, self.ends, foot + 0.2)
        notes = tuple(self._stacked(self._notes(), max((key.down for key in legend), default=foot) + _AFTER))
        hung = self._hung(laid)
        return Layout(
            width=self.width,
            height=max((box.foot for box in (*notes, *(key.box for key in legend))), default=foot) + 0.15,
            head=head,
            axis=self.axis,
            lanes=tuple(item.lane for item in laid),
            marks=tuple(mark for item in laid for mark in item.marks),
            boxes=(*title, *heading, *(box for item in laid for box in item.boxes), *notes),
            ties=tuple(item for item in hung if isinstance(item, Tie)),
            bonds=tuple(self._bonds(laid)),
            windows=tuple(item for item in hung if isinstance(item, Window)),
            shades=find_shades(self.timeline, self.axis),
            legend=legend,
        )

    def _places(self, band: Band) -> Iterator[tuple[str, float]]:
        """Yield where the marks of a band stand across."""
        apart = spread_by_day([moment.when for moment in band.moments], self.axis, APART)
        return ((moment.key, across) for moment, across in zip(band.moments, apart, strict=True))

    def _lanes(self, down: float) -> Iterator[_Laid]:
        for band in self.bands:
            laid = self._lane(band, down)
            down = laid.lane.foot
            yield laid
        if self.timeline.parallel:
            yield self._parallel(down)

    def _lane(self, band: Band, top: float) -> _Laid:
        """Compose one lane: what hangs above, its marks on a line, their words below."""
        name = self._name(band.name, top)
        strung = find_strung(band, self.timeline, self.axis, self.across)
        line = (top if self.roomy else name.foot) + _PAD + height_above(strung) + 0.06
        labels = self._labels(band, line + _UNDER)
        marks = tuple(self._mark(moment, line, labels) for moment in band.moments)
        boxes = tuple(label.box for label in labels)
        foot = max((box.foot for box in (name, *boxes)), default=line) + _PAD
        return _Laid(lane=Lane(top=top, foot=foot, line=line, name=name), marks=marks, boxes=boxes, strung=strung)

    def _labels(self, band: Band, top: float) -> tuple[Anchored, ...]:
        width = LABEL_WIDTH if self.roomy else NARROW_LABEL
        width = min(width, self.axis.right - self.axis.left)
        anchored = [
            Anchored(
                key=moment.key,
                across=self.across[moment.key],
                box=replace(label_of(self.report, moment, width), top=top),
            )
            for moment in band.moments
        ]
        return place_labels(anchored, top, self.axis.left, self.axis.right)

    def _mark(self, moment: Moment, line: float, labels: tuple[Anchored, ...]) -> Mark:
        box = next(label.box for label in labels if label.key == moment.key)
        until = None if moment.when.is_exact else self.axis.reach_of(moment.when)[1]
        return Mark(
            name=f"moment-{moment.number}",
            moment=moment,
            across=self.across[moment.key],
            down=line,
            told=f"{moment.number}. {told_of((moment,))}",
            leader=box.top,
            until=until,
        )

    def _parallel(self, top: float) -> _Laid:
        """Compose the lane of parallel events."""
        name = self._name(PARALLEL, top, Tone.PARALLEL)
        line = (top if self.roomy else name.foot) + _PAD + 0.06
        marks = tick_parallel(self.timeline.parallel, self.axis, line)
        boxes = tuple(without_clashes(label_parallel(self.timeline.parallel, self.axis, line + 0.13)))
        foot = max((box.foot for box in (name, *boxes)), default=line) + _PAD
        return _Laid(lane=Lane(top=top, foot=foot, line=line, name=name, parallel=True), marks=marks, boxes=boxes)

    def _name(self, words: str, top: float, tone: Tone = Tone.OWN) -> Box:
        room = GUTTER - 0.12 if self.roomy else self.ends[1] - self.ends[0]
        lines = broken(words, NAME_SIZE, room * 0.92)
        width = max((width_of(line, NAME_SIZE, bold=True) for line in lines), default=0.0)
        return Box(lines=lines, left=MARGIN, top=top + 0.08, width=width, size=NAME_SIZE, tone=tone, bold=len(lines))

    def _hung(self, laid: tuple[_Laid, ...]) -> tuple[Tie | Window, ...]:
        downs = {mark.moment.key: mark.down for item in laid for mark in item.marks}
        return tuple(chain.from_iterable(hang(item.strung, self.axis, item.lane.line, downs) for item in laid))

    def _bonds(self, laid: tuple[_Laid, ...]) -> Iterator[Bond]:
        """Yield a line between the accounts of one event, from lane to lane."""
        marks = {mark.moment.key: mark for item in laid for mark in item.marks}
        for precedence in self.timeline.precedence:
            told = sorted((marks[key] for key in precedence.keys if key in marks), key=lambda mark: mark.down)
            yield from (
                Bond(start=(one.across, one.down), end=(other.across, other.down)) for one, other in pairwise(told)
            )

    def _title(self) -> Iterator[tuple[str, float, Tone]]:
        if not self.captioned:
            return
        title, *lines = head_lines(self.timeline)
        yield title, TITLE_SIZE, Tone.HEAD
        yield from ((line, LINE_SIZE, Tone.PALE) for line in lines)

    def _notes(self) -> Iterator[tuple[str, float, Tone]]:
        """Yield the lines at the foot: holidays for which the columns are too narrow, then what must be known."""
        if self.captioned and are_named_apart(self.timeline, self.axis):
            yield from ((line, NOTE_SIZE, Tone.PALE) for line in days_off(self.timeline))
        if shades := find_shades(self.timeline, self.axis):
            lighter = "" if all(shade.full for shade in shades) else ", lighter where only of some sides"
            yield f"shaded: a weekend or public holiday{lighter}", NOTE_SIZE, Tone.PALE
        if self.axis.zone is not None and has_several_zones(self.timeline):
            yield f"columns: days at {self.axis.zone}; hours as printed", NOTE_SIZE, Tone.PALE
        if not self.captioned:
            return
        yield from ((line, NOTE_SIZE, Tone.PALE) for line in notes_of(self.timeline))

    def _stacked(self, lines: Iterator[tuple[str, float, Tone]], top: float) -> Iterator[Box]:
        """Yield paragraphs one below the other, broken to the width of the plot."""
        for words, size, tone in lines:
            bold = tone is Tone.HEAD
            said = broken(words, size, (self.ends[1] - self.ends[0]) * (0.9 if bold else 1.0))
            width = max((width_of(line, size, bold=bold) for line in said), default=0.0)
            box = Box(
                lines=said, left=MARGIN, top=top, width=width, size=size, tone=tone, bold=len(said) if bold else 0
            )
            yield box
            top = box.foot + height_of(1, size) * 0.12
