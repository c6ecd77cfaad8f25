"""How far a result hangs on what was put in: one thing changed at a time, everything else as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.reasoning.grading import lowered, parse_grade, weight_of
from communique.reasoning.likelihoods import ODDS, Cell, Ground, Row
from communique.reasoning.weighed import Scenario, Varied
from communique.reasoning.weights import Group, Member, Vector, shares

HALF = 0.5
"""How much of all evidence counts where its whole weight is tried at less."""

LEVEL = 1e-9
"""Shares nearer to each other than this are level."""

ENDS = (("low", "lower"), ("high", "higher"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What is weighed: codes and priors of the hypotheses, and the rows that weigh, in their groups with names."""

    codes: tuple[str, ...]
    priors: Vector
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    def members(
        self, cell: Callable[[Cell], float] | None = None, weight: Callable[[Row], float] | None = None
    ) -> tuple[Group, ...]:
        """Give the groups as numbers; ``cell`` and ``weight`` say what is taken for a likelihood and for a weight."""
        take, heavy = cell or _value, weight or row_weight
        return tuple(
            tuple(
                Member(code=row.evidence.code, weight=heavy(row), likelihoods=tuple(map(take, row.cells)))
                for row in rows
            )
            for _, rows in self.groups
        )

    @property
    def result(self) -> Vector:
        """The shares as everything stands."""
        return shares(self.priors, self.members())

    def without(self, place: int) -> Vector:
        """Give the shares without one group."""
        kept = self.members()
        return shares(self.priors, (*kept[:place], *kept[place + 1 :]))


def row_weight(row: Row) -> float:
    """Give how much of an item counts by its grade (0 to 1)."""
    return weight_of(parse_grade(row.evidence.grade))


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
    halved and doubled, and all priors alike; each group left out; all evidence at half its weight. Several errors at
    once may reach further than any of these (Saltelli and others 2008 on sweeps of one factor).
    """
    return (
        *_likelihoods(problem),
        *_rates(problem),
        *(_grades(problem) if problem.groups else ()),
        *_priors(problem),
        *_left_out(problem),
        *(_weights(problem) if problem.groups else ()),
    )


def _value(cell: Cell) -> float:
    return cell.value


def _likelihoods(problem: Problem) -> Iterator[Scenario]:
    for place, (name, rows) in enumerate(problem.groups):
        for code in problem.codes:
            if any(cell.hypothesis == code and cell.ground is Ground.ENTERED for row in rows for cell in row.cells):
                for end, word in ENDS:
                    yield Scenario(
                        varied=Varied.LIKELIHOOD,
                        words=f"{name} under {code} at odds {ODDS:g} times {word}",
                        posteriors=_varied(problem, place, code, Ground.ENTERED, end),
                    )


def _rates(problem: Problem) -> Iterator[Scenario]:
    for place, (name, rows) in enumerate(problem.groups):
        if any(cell.ground is Ground.PRECEDENT for row in rows for cell in row.cells):
            for end, word in ENDS:
                yield Scenario(
                    varied=Varied.RATE,
                    words=f"the rate of {name} at the {word} end of its interval",
                    posteriors=_varied(problem, place, "", Ground.PRECEDENT, end),
                )


def _varied(problem: Problem, place: int, code: str, ground: Ground, end: str) -> Vector:
    """Give the shares with one group's likelihoods of one ground, under one hypothesis or all, at one end."""

    def take(cell: Cell) -> float:
        moved = cell.ground is ground and code in {"", cell.hypothesis}
        return (cell.low if end == "low" else cell.high) if moved else cell.value

    groups = problem.members()
    return shares(problem.priors, (*groups[:place], problem.members(take)[place], *groups[place + 1 :]))


def _grades(problem: Problem) -> Iterator[Scenario]:
    changes: tuple[tuple[str, Callable[[Row], float]], ...] = (
        ("every grade one step worse", lambda row: weight_of(lowered(parse_grade(row.evidence.grade)))),
        ("no grades: every item counts in full", lambda _: 1.0),
    )
    for words, weight in changes:
        posteriors = shares(problem.priors, problem.members(weight=weight))
        yield Scenario(varied=Varied.GRADE, words=words, posteriors=posteriors)


def _priors(problem: Problem) -> Iterator[Scenario]:
    alike = replace(problem, priors=tuple(1.0 for _ in problem.priors))
    yield Scenario(varied=Varied.PRIOR, words="all priors alike", posteriors=alike.result)
    for place, code in enumerate(problem.codes):
        for factor, word in ((1.0 / ODDS, "lower"), (ODDS, "higher")):
            priors = tuple(prior * factor if at == place else prior for at, prior in enumerate(problem.priors))
            yield Scenario(
                varied=Varied.PRIOR,
                words=f"the prior odds of {code} {ODDS:g} times {word}",
                posteriors=replace(problem, priors=priors).result,
            )


def _left_out(problem: Problem) -> Iterator[Scenario]:
    for place, (name, _) in enumerate(problem.groups):
        yield Scenario(varied=Varied.GROUP, words=f"without {name}", posteriors=problem.without(place))


def _weights(problem: Problem) -> Iterator[Scenario]:
    posteriors = shares(problem.priors, problem.members(), scale=HALF)
    yield Scenario(varied=Varied.WEIGHT, words="all evidence at half its weight", posteriors=posteriors)
