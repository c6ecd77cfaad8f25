"""Competing explanations weighed: what a dossier's evidence makes of them, what decides, what would change it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import starmap

from communique.dossiers.opened import OpenDossier
from communique.errors import ModelError
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.reasoning.estimative import Footing, find_footing
from communique.reasoning.grading import graded_evidence, parse_grade
from communique.reasoning.groups import find_groups, group_name
from communique.reasoning.likelihoods import fill_rows
from communique.reasoning.proposing import propose_hypotheses
from communique.reasoning.sensitivity import Problem, leading, row_weight, sweep
from communique.reasoning.weighed import (
    Influence,
    Rival,
    Scenario,
    Unweighed,
    WeighedGroup,
    WeighedHypothesis,
    WeighedItem,
    Weighing,
)
from communique.reasoning.weights import Vector, strongest

TWO = 2


def weigh_dossier(opened: OpenDossier | Dossier, *, analyst: str = "") -> Weighing:
    """
    Weigh the hypotheses of a dossier by its evidence and the likelihoods entered there.

    Items take the grade of their exhibit or release where they have none. Where an open dossier names no hypotheses,
    those that its accounts give cause for are weighed. ``analyst`` takes the likelihoods of one analyst (and those that
    nobody signed); without it those of all count together.

    Raises:
        ModelError: there are fewer than two hypotheses, or nobody of that name entered anything.
    """
    dossier = opened.dossier if isinstance(opened, OpenDossier) else opened
    proposed = propose_hypotheses(opened) if isinstance(opened, OpenDossier) and not dossier.hypotheses else ()
    return weigh(dossier.hypotheses or proposed, graded_evidence(dossier), dossier.likelihoods, analyst=analyst)


def weigh(
    hypotheses: Sequence[Hypothesis],
    evidence: Iterable[Evidence],
    likelihoods: Iterable[Likelihood] = (),
    *,
    analyst: str = "",
) -> Weighing:
    """
    Weigh hypotheses: shares after the evidence, their range in a sweep, the item that decides, the words for it.

    Items that say the same thing count once, by the strongest of them; log-likelihoods are scaled by the grade of
    source and item; an item that lacks a likelihood under some hypothesis does not weigh. The same evidence twice, or
    in another order, gives the same; without evidence the shares are the priors (scaled to one).

    Raises:
        ModelError: fewer than two hypotheses, none dull, two of one code, or an analyst who entered nothing.
    """
    _refuse(hypotheses)
    told = tuple(likelihoods)
    analysts = find_analysts(told)
    entered, grouped = _of(told, analyst, analysts), find_groups(evidence)
    rows = tuple(fill_rows(hypotheses, group, entered) for group in grouped)
    problem = Problem(
        codes=tuple(hypothesis.code for hypothesis in hypotheses),
        priors=tuple(hypothesis.prior for hypothesis in hypotheses),
        groups=tuple(
            (group_name(group), tuple(row for row in filled if row.cells))
            for group, filled in zip(grouped, rows, strict=True)
            if any(row.cells for row in filled)
        ),
    )
    weighing = _weighing(hypotheses, problem)
    unweighed = (Unweighed(evidence=row.evidence, reason=row.unweighed) for filled in rows for row in filled)
    return replace(
        weighing,
        unweighed=tuple(item for item in unweighed if item.reason),
        analyst=analyst,
        analysts=analysts,
    )


def find_analysts(likelihoods: Iterable[Likelihood]) -> tuple[str, ...]:
    """Give the names of those who entered likelihoods, in order."""
    return tuple(sorted({item.analyst for item in likelihoods} - {""}))


def _of(told: tuple[Likelihood, ...], analyst: str, analysts: tuple[str, ...]) -> tuple[Likelihood, ...]:
    """Give the likelihoods of one analyst, or of all; an unsigned one stands in where no signed one is to be had."""
    if analyst and analyst not in analysts:
        raise ModelError(
            wanted=f"an analyst who entered likelihoods ({', '.join(analysts) or 'nobody did'})",
            got=f"“{analyst}”",
        )
    chosen = tuple(item for item in told if item.analyst and item.analyst == (analyst or item.analyst))
    signed = {(item.evidence, item.hypothesis) for item in chosen}
    unsigned = (item for item in told if not item.analyst and (item.evidence, item.hypothesis) not in signed)
    return (*chosen, *unsigned)


def _refuse(hypotheses: Sequence[Hypothesis]) -> None:
    codes = [hypothesis.code for hypothesis in hypotheses]
    if len(codes) < TWO or len(set(codes)) < len(codes):
        raise ModelError(
            wanted="two hypotheses or more, each of its own code",
            got=", ".join(codes) or "none",
            remedy="one explanation alone cannot be weighed: enter a rival, or let the catalogue propose some",
        )
    if not any(hypothesis.dull for hypothesis in hypotheses):
        raise ModelError(wanted="a dull hypothesis among them", got=", ".join(codes))


def _weighing(hypotheses: Sequence[Hypothesis], problem: Problem) -> Weighing:
    result, scenarios = problem.result, sweep(problem)
    standings = tuple(_standings(hypotheses, problem.priors, result, scenarios))
    influences = tuple(_influence(problem, result, place) for place in range(len(problem.groups)))
    leaders = tuple(problem.codes[place] for place in leading(result))
    return Weighing(
        standings=standings,
        items=tuple(_items(problem)),
        groups=tuple(influence.group for influence in influences),
        unweighed=(),
        leaders=leaders,
        influences=influences,
        decisive=min(influences, key=_decisiveness, default=None),
        rivals=_rivals(standings),
        scenarios=scenarios,
        footing=_footing(problem, result, scenarios, standings),
    )


def _standings(
    hypotheses: Sequence[Hypothesis], priors: Vector, result: Vector, scenarios: Sequence[Scenario]
) -> Iterable[WeighedHypothesis]:
    whole = math.fsum(priors)
    for place, hypothesis in enumerate(hypotheses):
        tried = [result[place], *(scenario.posteriors[place] for scenario in scenarios)]
        yield WeighedHypothesis(
            hypothesis=hypothesis,
            prior=priors[place] / whole,
            posterior=result[place],
            low=min(tried),
            high=max(tried),
        )


def _items(problem: Problem) -> Iterable[WeighedItem]:
    for (_, rows), members in zip(problem.groups, problem.members(), strict=True):
        counting = strongest(members).code
        for row, member in zip(rows, members, strict=True):
            yield WeighedItem(
                evidence=row.evidence,
                grade=str(parse_grade(row.evidence.grade)),
                weight=row_weight(row),
                cells=row.cells,
                ratios=_ratios(member.vector),
                counts=member.code == counting,
            )


def _ratios(vector: Vector) -> Vector:
    """Give for each hypothesis its likelihood over the geometric mean of the others', as they count."""
    whole, others = math.fsum(vector), len(vector) - 1
    return tuple(math.exp(min(value - (whole - value) / others, 700.0)) for value in vector)


def _influence(problem: Problem, result: Vector, place: int) -> Influence:
    name, rows = problem.groups[place]
    members = problem.members()[place]
    without = problem.without(place)
    first = leading(result)
    vectors = [member.vector for member in members if member.spread > 0.0]
    favoured = set[int].intersection(*(set(leading(vector)) for vector in vectors)) if vectors else {0}
    return Influence(
        group=WeighedGroup(
            name=name,
            items=tuple(dict.fromkeys(row.evidence.code for row in rows)),
            strongest=strongest(members).code,
            divided=not favoured,
        ),
        leaders=tuple(problem.codes[at] for at in leading(without)),
        shift=result[first[0]] - without[first[0]],
        decides=leading(without) != first,
    )


def _decisiveness(influence: Influence) -> tuple[bool, float, str]:
    return not influence.decides, -abs(influence.shift), influence.group.name


def _rivals(standings: Sequence[WeighedHypothesis]) -> tuple[Rival, ...]:
    first, *others = sorted(standings, key=lambda standing: -standing.posterior)
    return tuple(starmap(_rival, ((first, other) for other in others)))


def _rival(first: WeighedHypothesis, other: WeighedHypothesis) -> Rival:
    ratio = first.posterior / other.posterior if other.posterior > 0.0 else math.inf
    return Rival(hypothesis=other.hypothesis, ratio=ratio)


def _footing(
    problem: Problem, result: Vector, scenarios: Sequence[Scenario], standings: Sequence[WeighedHypothesis]
) -> Footing:
    first = leading(result)
    counting = [strongest(members).weight for members in problem.members()]
    leader = standings[first[0]]
    return find_footing(
        width=leader.high - leader.low,
        independent=len(counting),
        weight=math.fsum(counting) / len(counting) if counting else 0.0,
        holds=len(first) == 1 and all(leading(scenario.posteriors) == first for scenario in scenarios),
    )
