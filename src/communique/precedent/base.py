"""The base of one account: the tallies of its reference classes as of its day, and every rate that follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from communique.model import Rate
from communique.precedent.degrees import SUMMARY, TEXT, TITLE, code_within
from communique.precedent.entries import Entry, ReferenceClass
from communique.precedent.marks import Feature, Mark
from communique.precedent.port import Expectation
from communique.precedent.rates import LEAST_EXPOSURE, chain, is_rare, make_rate
from communique.precedent.scoring import find_probabilities
from communique.precedent.tally import Count, Tally

LISTED = 0.5
"""Probability up to which an outcome can become a finding at all: only such are counted as checks."""

Label = Callable[[ReferenceClass, date | None, date | None], str]
"""Reference class, its first and last day in; out its words ("calls of … with …, 2012–2018")."""


@dataclass(frozen=True)
class Base:
    """
    What comparable earlier accounts hold, for one account.

    ``tallies`` stand narrowest class first, each joined from earlier accounts alone; ``label`` words a class.
    """

    entry: Entry
    tallies: tuple[tuple[ReferenceClass, Tally], ...]
    label: Label

    def rate(self, code: str, *, present: bool = True) -> Rate | None:
        """
        Give how often the class has a feature, or lacks it, None for "no base".

        The narrowest class with enough exposure is printed, drawn toward the wider ones.
        """
        for place, (reference, tally) in enumerate(self.tallies):
            count = tally.of(code)
            if count.among >= LEAST_EXPOSURE:
                wider = [wide.of(code) for _, wide in reversed(self.tallies[place + 1 :])]
                prior = chain(wider) if wider else None
                return make_rate(
                    count.seen if present else count.among - count.seen,
                    count.among,
                    prior if prior is None or present else 1.0 - prior,
                    reference=self.label(reference, tally.first, tally.last),
                    chance=self._chance(code, present=present),
                )
        return None

    def expected(self, code: str) -> float | None:
        """Give the probability that the next account of the class has a feature, None for "no base"."""
        counts = self._counts(code)
        return chain(counts) if counts[0].among >= LEAST_EXPOSURE else None

    def _counts(self, code: str) -> tuple[Count, ...]:
        """Give the counts of a feature, widest class first."""
        return tuple(tally.of(code) for _, tally in reversed(self.tallies))

    def _chance(self, code: str, *, present: bool) -> float | None:
        """
        Give how many findings of one direction, as surprising as this one, a routine account of the class has.

        The expectation over all features the account could have had at this degree: what checks alone turn up.
        """
        likely = self._likely(code, present=present)
        if likely is None:
            return None
        return sum(p for p in self._by_chance(_degree(code), present=present) if p <= likely + 1e-12)

    def _likely(self, code: str, *, present: bool) -> float | None:
        having = self.expected(code)
        return None if having is None else having if present else 1.0 - having

    def _by_chance(self, degree: str, *, present: bool) -> tuple[float, ...]:
        return self._all_by_chance[degree, present]

    @cached_property
    def _all_by_chance(self) -> Mapping[tuple[str, bool], tuple[float, ...]]:
        found: dict[tuple[str, bool], list[float]] = {
            (degree, present): [] for degree in (TITLE, SUMMARY, TEXT) for present in (True, False)
        }
        for code in sorted(self.entry.present | self.entry.absent):
            for present in (True, False):
                likely = self._likely(code, present=present)
                if likely is not None and likely <= LISTED:
                    found[_degree(code), present].append(likely)
        return {key: tuple(values) for key, values in found.items()}

    def scored(self) -> Iterator[float]:
        """Give the probability of each thing that the account has or lacks, for its score."""
        return find_probabilities(self.entry, self._counts)


def find_expectations(base: Base, marks: Iterable[Mark], features: Mapping[str, Feature]) -> tuple[Expectation, ...]:
    """
    Give the features on which an account parts from its class, one for each facet, the least expected first.

    Missing: usual in the class and not here; where the text has it, but not in its summary or title as is usual, that
    degree alone. Unusual: here, and seldom in the class.
    """
    found: dict[str, Expectation] = {}
    for mark in marks:
        feature = features[mark.code]
        for expectation in _of_mark(base, mark, feature):
            facet = feature.facet or feature.code
            known = found.get(facet)
            if known is None or _order(expectation) < _order(known):
                found[facet] = expectation
    return tuple(sorted(found.values(), key=_order))


def _of_mark(base: Base, mark: Mark, feature: Feature) -> Iterator[Expectation]:
    if mark.present:
        rate = base.rate(mark.code)
        if rate is not None and is_rare(rate):
            yield Expectation(feature=feature, present=True, rate=rate, within=TEXT, spans=mark.spans)
            return
    for degree in (TEXT, SUMMARY, TITLE):
        code = code_within(mark.code, degree)
        rate = base.rate(code, present=False) if code in base.entry.absent else None
        if rate is not None and is_rare(rate):
            yield Expectation(feature=feature, present=False, rate=rate, within=degree, spans=mark.spans)
            return


def _order(expectation: Expectation) -> tuple[float, float, str]:
    rate = expectation.rate
    return (
        rate.chance if rate.chance is not None else 1.0,
        rate.expected if rate.expected is not None else 1.0,
        expectation.feature.code,
    )


def _degree(code: str) -> str:
    return code.partition("@")[2] or TEXT
