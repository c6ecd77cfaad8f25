"""How far a result hangs on what was put in: one thing changed at a time, everything else as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.model import Hypothesis
from communique.reasoning.grading import lowered_weight, parse_grade, weight_of
from communique.reasoning.likelihoods import ODDS, Cell, Ground, Row
from communique.reasoning.weighed import Scenario, Varied
from communique.reasoning.weights import Ledger, Vector, make_ledger, shares, vector_of, vector_of_group

HALF = 0.5
"""How much of all evidence counts where its whole weight is tried at less."""

LEVEL = 1e-9
"""Shares nearer to each other than this are level."""

ENDS = (("low", "lower"), ("high", "higher"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """
    One group as it is weighed: its name and its rows, the vector of each, and the one by which the group counts.

    All rows have likelihoods.
    """

    name: str
    rows: tuple[Row, ...]
    vectors: tuple[Vector, ...]
    vector: Vector


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is weighed: codes and priors of the hypotheses, the groups, and the sums of logarithms over all of them."""

    codes: tuple[str, ...]
    priors: Vector
    bundles: tuple[Bundle, ...]
    ledger: Ledger

    @property
    def result(self) -> Vector:
        """The shares as everything stands."""
        return self.ledger.shares()

    def without(self, place: int) -> Vector:
        """Give the shares without one group."""
        return self.ledger.shares(without=self.bundles[place].vector)

    def exchanged(self, place: int, vector: Vector) -> Vector:
        """Give the shares with another vector for one group."""
        return self.ledger.shares(without=self.bundles[place].vector, adding=vector)

    def reweighed(self, weight: Callable[[Row], float]) -> Vector:
        """Give the shares with other weights for all items."""
        return shares(self.priors, [vector_of_group(_vectors(bundle.rows, weight=weight)) for bundle in self.bundles])


def make_problem(hypotheses: Sequence[Hypothesis], groups: Iterable[tuple[str, tuple[Row, ...]]]) -> Problem:
    """Work out the vector of every group once; each has a name and rows that weigh."""
    priors = tuple(hypothesis.prior for hypothesis in hypotheses)
    bundles = tuple(make_bundle(name, rows) for name, rows in groups)
    return Problem(
        codes=tuple(hypothesis.code for hypothesis in hypotheses),
        priors=priors,
        bundles=bundles,
        ledger=make_ledger(priors, [bundle.vector for bundle in bundles]),
    )


def make_bundle(name: str, rows: tuple[Row, ...]) -> Bundle:
    """Work out the vectors of one group."""
    vectors = _vectors(rows)
    return Bundle(name=name, rows=rows, vectors=vectors, vector=vector_of_group(vectors))


def _vectors(
    rows: Iterable[Row],
    *,
    cell: Callable[[Cell], float] = lambda cell: cell.value,
    weight: Callable[[Row], float] | None = None,
) -> tuple[Vector, ...]:
    """Give each row as a vector; ``cell`` and ``weight`` say what is taken for a likelihood and for a weight."""
    heavy = weight or row_weight
    return tuple(vector_of(map(cell, row.cells), heavy(row)) for row in rows)


def row_weight(row: Row) -> float:
    """Give how much of an item counts by its grade (0 to 1)."""
    return weight_of(parse_grade(row.grade))


def leading(posteriors: Sequence[float]) -> tuple[int, ...]:
    """
    Give the places of the greatest share, several where they are level.

    >>> leading((0.4, 0.2, 0.4))
    (0, 2)
    """
    most = max(posteriors)
    return tuple(place for place, share in enumerate(posteriors) if most - share <= LEVEL)


def sweep(problem: Problem) -> tuple[Scenario, ...]:
    """
    Try every change, one at a time, always in the same order.

    Each entered likelihood at half and at twice its odds, each rate at both ends of its interval (of a group all items
    together, as they say the same thing); every grade a step worse, and none at all; every hypothesis' prior odds
    halved and doubled, and all priors alike; each group left out; of a group whose items differ each alone; all
    evidence at half its weight. Several errors at once may reach further than any of these (Saltelli and others 2008 on
    sweeps of one factor).
    """
    return (
        *_likelihoods(problem),
        *_rates(problem),
        *(_grades(problem) if problem.bundles else ()),
        *_priors(problem),
        *_left_out(problem),
        *_members(problem),
        *(_weights(problem) if problem.bundles else ()),
    )


def _likelihoods(problem: Problem) -> Iterator[Scenario]:
    for place, bundle in enumerate(problem.bundles):
        for code in problem.codes:
            if any(
                cell.hypothesis == code and cell.ground is Ground.ENTERED for row in bundle.rows for cell in row.cells
            ):
                for end, word in ENDS:
                    yield Scenario(
                        varied=Varied.LIKELIHOOD,
                        words=f"{bundle.name} under {code} at odds {ODDS:g} times {word}",
                        posteriors=_varied(problem, place, code, Ground.ENTERED, end),
                    )


def _rates(problem: Problem) -> Iterator[Scenario]:
    for place, bundle in enumerate(problem.bundles):
        if any(cell.ground is Ground.PRECEDENT for row in bundle.rows for cell in row.cells):
            for end, word in ENDS:
                yield Scenario(
                    varied=Varied.RATE,
                    words=f"the rate of {bundle.name} at the {word} end of its interval",
                    posteriors=_varied(problem, place, "", Ground.PRECEDENT, end),
                )


def _varied(problem: Problem, place: int, code: str, ground: Ground, end: str) -> Vector:
    """Give the shares with one group's likelihoods of one ground, under one hypothesis or all, at one end."""

    def take(cell: Cell) -> float:
        moved = cell.ground is ground and code in {"", cell.hypothesis}
        return (cell.low if end == "low" else cell.high) if moved else cell.value

    return problem.exchanged(place, vector_of_group(_vectors(problem.bundles[place].rows, cell=take)))


def _grades(problem: Problem) -> Iterator[Scenario]:
    changes: tuple[tuple[str, Callable[[Row], float]], ...] = (
        ("every grade one step worse", lambda row: lowered_weight(parse_grade(row.grade))),
        ("no grades: every item counts in full", lambda _: 1.0),
    )
    for words, weight in changes:
        yield Scenario(varied=Varied.GRADE, words=words, posteriors=problem.reweighed(weight))


def _priors(problem: Problem) -> Iterator[Scenario]:
    vectors = [bundle.vector for bundle in problem.bundles]
    alike = shares([1.0] * len(problem.priors), vectors)
    yield Scenario(varied=Varied.PRIOR, words="all priors alike", posteriors=alike)
    for place, code in enumerate(problem.codes):
        for factor, word in ((1.0 / ODDS, "lower"), (ODDS, "higher")):
            priors = [prior * factor if at == place else prior for at, prior in enumerate(problem.priors)]
            yield Scenario(
                varied=Varied.PRIOR,
                words=f"the prior odds of {code} {ODDS:g} times {word}",
                posteriors=shares(priors, vectors),
            )


def _left_out(problem: Problem) -> Iterator[Scenario]:
    for place, bundle in enumerate(problem.bundles):
        yield Scenario(varied=Varied.GROUP, words=f"without {bundle.name}", posteriors=problem.without(place))


def _members(problem: Problem) -> Iterator[Scenario]:
    for place, bundle in enumerate(problem.bundles):
        own = {row.evidence.code: vector for row, vector in zip(bundle.rows, bundle.vectors, strict=True)}
        if len(set(own.values())) > 1:
            for code, vector in own.items():
                yield Scenario(
                    varied=Varied.MEMBER,
                    words=f"{bundle.name} by {code} alone",
                    posteriors=problem.exchanged(place, vector),
                )


def _weights(problem: Problem) -> Iterator[Scenario]:
    posteriors = shares(problem.priors, [bundle.vector for bundle in problem.bundles], scale=HALF)
    yield Scenario(varied=Varied.WEIGHT, words="all evidence at half its weight", posteriors=posteriors)
