"""Words for how likely something is, and for how well that is known: two scales, never in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError

SOURCE = "Office of the Director of National Intelligence, Intelligence Community Directive 203 (2015)"


class Band(StrEnum):
    """The seven words of ICD 203 (2015) for how likely something is, the least likely first."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class Confidence(StrEnum):
    """How well founded a judgement is: by its range, the items that count, their sources and their grades."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


EDGES = (5, 20, 45, 55, 80, 95)
"""Per cent where a band ends and the next begins; the directive prints each edge in both of its neighbours."""

EVEN = 50

NARROW, WIDE = 0.25, 0.50
"""Widths of a range: at most so wide for high confidence; wider than this allows low confidence only."""

FEW, MANY = 2, 4
"""Items that set the explanations apart: with fewer than ``FEW`` confidence is low; with ``MANY`` it may be high."""

WELL_GRADED = 0.6
"""Mean weight by grade of the items that count, from which confidence may be high."""

TWO = 2
"""Sources, or issuers, from which one bears out another."""

LEAST_SHOWN, MOST_SHOWN = 0.01, 0.99
"""The ends of the directive's scale: no number nearer to 0 or 1 is printed."""


def band_of(probability: float) -> Band:
    """
    Give the word for a probability (0 to 1), by whole per cent; on an edge that nearer to even, which claims less.

    The number is taken as it is printed, so that one printed number never has two words: 0.954 and 0.95 are both 95 %.
    The directive's scale runs from 1 to 99 per cent; what lies beyond takes the outer words, since no judgement here is
    ever certain.

    >>> str(band_of(0.62)), str(band_of(0.80)), str(band_of(0.20))
    ('likely', 'likely', 'unlikely')

    Raises:
        ModelError: the number is no probability.
    """
    if not 0.0 <= probability <= 1.0:
        raise ModelError(wanted="a probability from 0 to 1", got=f"{probability}")
    points = _points(probability)
    passed = sum(points >= edge if edge < EVEN else points > edge for edge in EDGES)
    return tuple(Band)[passed]


def bands_between(low: float, high: float) -> tuple[Band, ...]:
    """
    Give the words that a range passes through, the least likely first.

    >>> [str(band) for band in bands_between(0.4, 0.6)]
    ['unlikely', 'roughly even chance', 'likely']
    """
    bands = tuple(Band)
    return bands[bands.index(band_of(low)) : bands.index(band_of(high)) + 1]


def percent(probability: float) -> str:
    """
    Give a probability in whole per cent, no nearer to 0 or 1 than the scale goes.

    >>> percent(0.624), percent(0.0001), percent(0.9999)
    ('62 %', 'under 1 %', 'over 99 %')
    """
    if probability < LEAST_SHOWN:
        return "under 1 %"
    if probability > MOST_SHOWN:
        return "over 99 %"
    return f"{_points(probability)} %"


def _points(probability: float) -> int:
    return round(probability * 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footing:
    """How well founded a judgement is, and why, in clauses that name no probability."""

    confidence: Confidence
    reasons: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """
        The sentence of its own that says so.

        >>> Footing(confidence=Confidence.LOW, reasons=("one item counts",)).sentence
        'Confidence is low: one item counts.'
        """
        return f"Confidence is {self.confidence}: {'; '.join(self.reasons)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """
    What a result rests on: the items that count, each group once, and where they stand.

    ``weight`` is their mean weight by grade (0 to 1). ``releases`` are the different releases or exhibits that they
    name, ``issuers`` the different offices or publishers of those, as far as known: ten items of one communiqué are
    one witness.
    """

    items: int = 0
    weight: float = 0.0
    releases: int = 0
    issuers: int = 0


def find_footing(support: Support, *, width: float, holds: bool) -> Footing:
    """
    Judge how well founded a result is, by the weakest of five marks.

    ``width`` is that of the leading explanation's range (0 to 1). ``holds`` tells that the leading explanation leads
    under every change that was tried. One release allows low confidence only, one issuer moderate confidence at most.
    The directive names such grounds (quality and number of sources, how far reasoning rests on assumptions) and leaves
    the measure open; the bounds are ours.
    """
    marks = (
        (_by_number(support.items), _count_words(support.items)),
        (_by_sources(support), _source_words(support)),
        (Confidence.HIGH if holds else Confidence.LOW, _holding_words(holds)),
        (_by_width(width), f"the range is {round(width * 100)} points wide"),
        (
            Confidence.HIGH if support.weight >= WELL_GRADED else Confidence.MODERATE,
            f"by their grades the items count {support.weight:.2f} on average, of 1",
        ),
    )
    order = tuple(Confidence)
    weakest = min((mark for mark, _ in marks), key=order.index)
    told = marks if support.items else marks[:1]
    return Footing(confidence=weakest, reasons=tuple(reason for _, reason in told))


def _by_number(items: int) -> Confidence:
    if items < FEW:
        return Confidence.LOW
    return Confidence.HIGH if items >= MANY else Confidence.MODERATE


def _by_sources(support: Support) -> Confidence:
    if support.releases < TWO:
        return Confidence.LOW
    return Confidence.HIGH if support.issuers >= TWO else Confidence.MODERATE


def _by_width(width: float) -> Confidence:
    if width > WIDE:
        return Confidence.LOW
    return Confidence.HIGH if width <= NARROW else Confidence.MODERATE


def _count_words(items: int) -> str:
    if not items:
        return "no item of evidence sets the explanations apart"
    return "one item counts" if items == 1 else f"{items} items count"


def _source_words(support: Support) -> str:
    one = support.items == 1
    if not support.releases:
        return "it names no source" if one else "none names its source"
    if support.releases == 1:
        return "it stands in one source" if one else "all stand in one source"
    issuers = ("no known issuer", "one known issuer")
    known = issuers[support.issuers] if support.issuers < TWO else f"{support.issuers} issuers"
    return f"{'it stands' if one else 'they stand'} in {support.releases} sources of {known}"


def _holding_words(holds: bool) -> str:  # noqa: FBT001 - one answer in, its words out
    if holds:
        return "the same explanation leads under every change tried"
    return "another explanation leads, or leads as well, under some change tried"
