"""Contradictions in number: one thing counted, in one unit and one period, and no reading of either fits the other."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.collation.clashes.hours import find_hours
from communique.collation.clashes.matter import Matter, Passage, is_same_matter, matter_of
from communique.languages.assertion_lexicon import load_assertion_lexicon
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.languages.lemmas import lemmatise
from communique.model import Clash, ClashKind, Figure, HedgeKind, Span, joined
from communique.reference import Tables

SECONDS = {"seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0, "weeks": 604800.0}
MONTHS = {"months": 1.0, "quarters": 3.0, "years": 12.0, "decades": 120.0, "centuries": 1200.0}
GRAMS = {"grams": 1.0, "kilograms": 1e3, "tonnes": 1e6}
METRES = {"millimetres": 1e-3, "centimetres": 1e-2, "metres": 1.0, "kilometres": 1e3}
BASES = (("time", SECONDS), ("span", MONTHS), ("mass", GRAMS), ("length", METRES))
"""Units of one measure, in base units."""

HOURS_SLACK = 0.2
"""How far, in hours, a length told in whole hours may be off: speakers round to them, but not from forty minutes."""

ABOUT, ABOUT_HOURS = 0.1, 0.25
"""How far from the number named "about" reaches, as a share of it, and the same for hours."""

FARTHEST = 10.0
"""Two numbers farther apart than this factor count two things."""

_NUMERAL = re.compile(r"\d[\d\s  ,.]*\d|\d")
_DECIMALS = re.compile(r"[.,](\d{1,2})$|[.,](\d+)$")
_THOUSAND = 1000
_SHORT = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONEY = re.compile(r"[A-Z]{3}")
_IN_MONTH = re.compile(r"(?<!\w)(?:in|since|for|of|during|в|за|с|к)\s+(\w+)")
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = frozenset({"percent", "percentage points", "share", "times"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Between which numbers the true one lies, in base units."""

    low: float
    high: float

    def fits(self, other: Bounds) -> bool:
        """Tell whether one number may lie within both."""
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A figure with what it counts: measure, bounds, matter, and the time it holds for."""

    figure: Figure
    passage: Passage
    measure: str
    bounds: Bounds
    matter: Matter
    years: frozenset[int]
    period: frozenset[str]

    @property
    def denied(self) -> bool:
        """Whether the clause that the number stands in denies something."""
        return any(clause.denying for clause in self.passage.clauses if clause.span.overlaps(self.figure.words.value))

    @property
    def span(self) -> Span:
        """The number with its hedge where that stands near."""
        words = self.figure.words
        if words.hedge is None or not words.sentence.covers(words.hedge.span):
            return words.value
        both = joined(words.hedge.span, words.value)
        return both if len(both) <= len(words.value) + 20 else words.value


def find_figure_clashes(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    """Give the contradictions in number, each figure in one at most; one that the other text has too is none."""
    across = first.language != second.language
    ours, theirs = (tuple(count_figures(passage, tables, across=across)) for passage in (first, second))
    for one in ours:
        rivals = [two for two in theirs if _comparable(one, two)]
        if (
            rivals
            and not any(one.bounds.fits(two.bounds) for two in rivals)
            and not _settled(one, rivals[0], first, second)
        ):
            yield _told(one, rivals[0])


def count_figures(passage: Passage, tables: Tables, *, across: bool) -> Iterator[Counted]:
    """Give the figures of a passage with what they count, but for counts of documents."""
    counts = tuple(count.span for count in passage.account.counts)
    for figure in (*passage.account.figures, *find_hours(passage)):
        words = figure.words
        if passage.span.covers(words.value) and not any(span.overlaps(words.value) for span in counts):
            measure, base = _measure(figure)
            years, period = _time(figure, passage)
            yield Counted(
                figure=figure,
                passage=passage,
                measure=measure,
                bounds=_bounds(figure, passage, base),
                matter=_matter(figure, passage, tables, across=across),
                years=years,
                period=period,
            )


def _measure(figure: Figure) -> tuple[str, float]:
    """Give what the unit measures, the same for units of one kind, and how many base units it has."""
    unit = figure.words.unit
    for measure, units in BASES:
        if unit in units:
            return measure, units[unit]
    if _MONEY.fullmatch(unit) or unit in _SHARE:
        return unit, 1.0
    return "counted", 1.0


def _bounds(figure: Figure, passage: Passage, base: float) -> Bounds:
    words = figure.words
    numbers = words.alternatives or (words.number if words.direction is None else words.number[-1:])
    slack = _step(passage.words(words.value), numbers[-1]) / 2
    slack = min(slack, HOURS_SLACK) if words.unit == "hours" else slack
    low, high = min(numbers) - slack, max(numbers) + slack
    kind = words.hedge.kind if words.hedge else None
    if kind is HedgeKind.ABOVE:
        high = math.inf
    elif kind is HedgeKind.BELOW:
        low = -math.inf
    elif kind is not None:
        reach = ABOUT_HOURS if words.unit == "hours" else ABOUT
        low, high = low - reach * abs(low), high + reach * abs(high)
    return Bounds(low=low * base, high=high * base)


def _step(value: str, number: float) -> float:
    """
    Give the least step that a number as written tells of: its last decimal, or its last figure before round zeros.

    >>> _step("19.7 billion", 19.7e9), _step("7,500", 7500.0), _step("34", 34.0)
    (100000000.0, 100.0, 1.0)
    """
    numerals = _NUMERAL.findall(value)
    written = re.sub(r"[\s  ]", "", numerals[-1]) if numerals else ""
    whole = re.sub(r"[,.](?=\d{3}(?!\d))", "", written) if abs(number) >= _THOUSAND else written
    decimals = _DECIMALS.search(whole)
    mantissa = float(whole.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", whole) else 0.0
    scale = abs(number) / mantissa if mantissa else 1.0
    if decimals:
        return float(f"{scale * 10.0 ** -len(decimals[1] or decimals[2]):.6g}")
    zeros = len(whole) - len(whole.rstrip("0")) if len(whole) > _SHORT else 0
    return float(scale * 10.0**zeros)


def _matter(figure: Figure, passage: Passage, tables: Tables, *, across: bool) -> Matter:
    """Give what is counted: the telling words of the clauses that carry the figure, but for number and period."""
    words = figure.words
    apart = [words.value, *([words.period] if words.period else []), *([words.hedge.span] if words.hedge else [])]
    clause = words.span
    terms = [
        term
        for asserted in passage.clauses
        for term in asserted.terms
        if clause.overlaps(term.span) and not any(term.span.overlaps(span) for span in apart)
    ]
    unit = set(lemmatise(words.unit, passage.language))
    terms = terms or [term for asserted in passage.clauses for term in asserted.terms]
    kept = [term for term in terms if not {*lemmatise(passage.words(term.span), passage.language)} & unit] or terms
    return matter_of(kept if _measure(figure)[0] != "counted" else terms, passage, tables, across=across)


def _time(figure: Figure, passage: Passage) -> tuple[frozenset[int], frozenset[str]]:
    """Give the years a figure holds for, and what else is told of its period, months by their number."""
    period = figure.words.period
    words = passage.words(period).lower() if period else ""
    clause = passage.words(figure.words.span).lower()
    issued, language = passage.account.release.issued, passage.language
    lexicon, months = load_assertion_lexicon(language), load_edit_lexicon(language).month
    years = {int(year) for year in _YEAR.findall(f"{words} {clause}")}
    for phrases, back in ((lexicon.last_year, 1), (lexicon.this_year, 0)):
        if issued is not None and any(phrases.find(f"{words} {clause}")):
            years.add(issued.year - back)
    named = {months(word) for word in (*_WORD.findall(words), *_IN_MONTH.findall(clause))} - {None}
    rest = " ".join(word for word in _WORD.findall(words) if months(word) is None)
    told = (lemma for lemma in lemmatise(rest, language) if lemma not in lexicon.timeless and not lemma.isdigit())
    return frozenset(years), frozenset((*told, *(f"month {month}" for month in named)))


def _comparable(one: Counted, two: Counted) -> bool:
    """Tell whether two figures count one thing over one time; where only one names its time, that is not told."""
    if one.measure != two.measure or one.figure.words.direction is not two.figure.words.direction:
        return False
    if one.years != two.years or one.period != two.period or one.denied or two.denied:
        return False
    return is_same_matter(one.matter, two.matter) and _apart(one.bounds, two.bounds) <= FARTHEST


def _apart(one: Bounds, two: Bounds) -> float:
    """Give by what factor two numbers differ where both are bounded."""
    ends = [[abs(end) for end in (bounds.low, bounds.high) if math.isfinite(end) and end] for bounds in (one, two)]
    return min((max(a, b) / min(a, b) for a in ends[0] for b in ends[1]), default=1.0)


def _settled(one: Counted, two: Counted, first: Passage, second: Passage) -> bool:
    """Tell whether either text has the other's number too, so that both were meant."""
    return _has(second, one) or _has(first, two)


def _has(passage: Passage, counted: Counted) -> bool:
    return any(
        figure.words.unit == counted.figure.words.unit and figure.words.number == counted.figure.words.number
        for figure in passage.account.figures
    )


def _told(one: Counted, two: Counted) -> Clash:
    here, there = one.passage.words(one.span), two.passage.words(two.span)
    unit = one.figure.words.unit
    return Clash(
        kind=ClashKind.NUMBER,
        first=one.span,
        second=two.span,
        told=f"“{here}” in the first and “{there}” in the second for one thing"
        + (f", in {unit}" if unit == two.figure.words.unit and unit not in here.casefold() else ""),
    )
