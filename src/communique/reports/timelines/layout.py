"""What is drawn of a timeline and where, in inches from the top left; nothing is drawn here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.dossiers.timeline_nouns import Moment
from communique.reports.timelines.axis import Axis
from communique.reports.timelines.lettering import height_of

WIDE, NARROW = 12.0, 3.9
"""Inches: as wide as the other plots of the house, and as wide as a telephone."""


class Tone(StrEnum):
    """How words or lines are drawn: as the episode's own, quietly, as a parallel event's, as the head of a column."""

    OWN = "own"
    PALE = "pale"
    PARALLEL = "parallel"
    HEAD = "head"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Lines of words, the first ``bold`` ones in bold, in the rectangle that they take."""

    lines: tuple[str, ...]
    left: float
    top: float
    width: float
    size: float
    tone: Tone = Tone.OWN
    bold: int = 0
    centred: bool = False

    @property
    def height(self) -> float:
        """Inches from the first line's top to the last one's foot."""
        return height_of(len(self.lines), self.size)

    @property
    def right(self) -> float:
        """The right side."""
        return self.left + self.width

    @property
    def foot(self) -> float:
        """The lower side."""
        return self.top + self.height

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share any room."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.foot and other.top < self.foot


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """A sign: its shape, whether it is filled, and whether it only foretells."""

    shape: str
    filled: bool = True
    foretells: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One sign of the legend and its words; none stands for a shade or a bar, which the words name."""

    glyph: Glyph | None
    across: float
    down: float
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The mark of one moment; ``name`` is unique in the plot, ``told`` says what it is to one who cannot see it."""

    name: str
    moment: Moment
    across: float
    down: float
    told: str
    leader: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A line from a release to the event that it foretold, at height ``down``; days of lead stand in its box."""

    start: float
    start_down: float
    end: float
    end_down: float
    down: float
    box: Box
    told: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """A line between the marks of two accounts of one event, each as across and down."""

    start: tuple[float, float]
    end: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The stretch of days in which a release foretells something, as a bar; its ends may lie beyond the plot."""

    left: float
    right: float
    down: float
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Shade:
    """A run of columns that are free in every country, or in some only."""

    left: float
    right: float
    full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One issuer's band, from top to foot, with the line on which its marks stand."""

    top: float
    foot: float
    line: float
    name: Box
    parallel: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole plot; boxes of words never meet."""

    width: float
    height: float
    head: float
    axis: Axis
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    boxes: tuple[Box, ...]
    ties: tuple[Tie, ...] = ()
    bonds: tuple[Bond, ...] = ()
    windows: tuple[Window, ...] = ()
    shades: tuple[Shade, ...] = ()
    legend: tuple[Key, ...] = ()

    @property
    def words(self) -> tuple[Box, ...]:
        """All boxes of words, those of lanes, ties and windows too."""
        return (
            *self.boxes,
            *(lane.name for lane in self.lanes),
            *(tie.box for tie in self.ties),
            *(window.box for window in self.windows),
            *(key.box for key in self.legend),
        )
