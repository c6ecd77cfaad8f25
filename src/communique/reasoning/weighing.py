"""Competing explanations weighed: what a dossier's evidence makes of them, what decides, what would change it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import starmap

from communique.dossiers.opened import OpenDossier
from communique.errors import ModelError
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.reasoning.estimative import Support, find_footing
from communique.reasoning.grading import graded_evidence, parse_grade
from communique.reasoning.groups import find_groups, find_lowest_grades, group_name
from communique.reasoning.likelihoods import Row, fill_rows
from communique.reasoning.origins import NONE_NAMED, Origins, find_origins
from communique.reasoning.proposing import propose_hypotheses
from communique.reasoning.sensitivity import Bundle, Problem, leading, make_problem, row_weight, sweep
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
from communique.reasoning.weights import ROUNDING, Vector, spread_of, strongest

TWO = 2


def weigh_dossier(opened: OpenDossier | Dossier, *, analyst: str = "") -> Weighing:
    """
    Weigh the hypotheses of a dossier by its evidence and the likelihoods entered there.

    Items take the grade of their exhibit or release where they have none; which that is follows from the names of the
    releases, all of them where the dossier is open. Where an open dossier names no hypotheses,
    those that its accounts give cause for are weighed. ``analyst`` takes the likelihoods of one analyst (and those that
    nobody signed); without it those of all count together.

    Raises:
        ModelError: there are fewer than two hypotheses, or nobody of that name entered anything.
    """
    dossier = opened.dossier if isinstance(opened, OpenDossier) else opened
    proposed = propose_hypotheses(opened) if isinstance(opened, OpenDossier) and not dossier.hypotheses else ()
    return weigh(
        dossier.hypotheses or proposed,
        graded_evidence(opened),
        dossier.likelihoods,
        analyst=analyst,
        origins=find_origins(opened),
    )


def weigh(
    hypotheses: Sequence[Hypothesis],
    evidence: Iterable[Evidence],
    likelihoods: Iterable[Likelihood] = (),
    *,
    analyst: str = "",
    origins: Origins = NONE_NAMED,
) -> Weighing:
    """
    Weigh hypotheses: shares after the evidence, their range in a sweep, the item that decides, the words for it.

    Items that say the same thing count once, by the strongest of them; log-likelihoods are scaled by the grade of
    source and item; an item that lacks a likelihood under some hypothesis does not weigh. The same evidence twice, or
    in another order, gives the same; without evidence the shares are the priors (scaled to one). ``origins`` tells
    which sources are one release.

    Raises:
        ModelError: fewer than two hypotheses, none dull, two of one code, or an analyst who entered nothing.
    """
    _refuse(hypotheses)
    told = tuple(likelihoods)
    analysts = find_analysts(told)
    groups = _filled(hypotheses, find_groups(evidence, origins), _of(told, analyst, analysts), origins)
    weighing_rows = ((name, tuple(row for row in rows if row.cells)) for name, rows in groups)
    problem = make_problem(hypotheses, ((name, rows) for name, rows in weighing_rows if rows))
    unweighed = (
        Unweighed(evidence=row.evidence, reason=row.unweighed) for _, rows in groups for row in rows if row.unweighed
    )
    return replace(
        _weighing(hypotheses, problem, origins), unweighed=tuple(unweighed), analyst=analyst, analysts=analysts
    )


def _filled(
    hypotheses: Sequence[Hypothesis],
    groups: Sequence[Sequence[Evidence]],
    likelihoods: Iterable[Likelihood],
    origins: Origins,
) -> tuple[tuple[str, tuple[Row, ...]], ...]:
    """Give each group its name and its rows, each by the grade by which it counts."""
    rows = iter(fill_rows(hypotheses, (item for group in groups for item in group), likelihoods))
    return tuple(
        (group_name(group), tuple(replace(next(rows), grade=grade) for grade in find_lowest_grades(group, origins)))
        for group in groups
    )


def find_analysts(likelihoods: Iterable[Likelihood]) -> tuple[str, ...]:
    """Give the names of those who entered likelihoods, in order."""
    return tuple(sorted({item.analyst for item in likelihoods} - {""}))


def _of(told: tuple[Likelihood, ...], analyst: str, analysts: tuple[str, ...]) -> tuple[Likelihood, ...]:
    """Give the likelihoods of one analyst and those that nobody signed, or all."""
    if analyst and analyst not in analysts:
        raise ModelError(
            wanted=f"an analyst who entered likelihoods ({', '.join(analysts) or 'nobody did'})",
            got=f"“{analyst}”",
        )
    return tuple(item for item in told if not analyst or item.analyst in {"", analyst})


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


def _weighing(hypotheses: Sequence[Hypothesis], problem: Problem, origins: Origins) -> Weighing:
    result, scenarios = problem.result, sweep(problem)
    standings = tuple(_standings(hypotheses, problem.priors, result, scenarios))
    influences = tuple(_influence(problem, result, place) for place in range(len(problem.bundles)))
    leaders = leading(result)
    leader = standings[leaders[0]]
    return Weighing(
        standings=standings,
        items=tuple(item for bundle in problem.bundles for item in _items(bundle)),
        groups=tuple(influence.group for influence in influences),
        unweighed=(),
        leaders=tuple(problem.codes[place] for place in leaders),
        influences=influences,
        decisive=min(influences, key=_decisiveness, default=None),
        rivals=_rivals(standings),
        scenarios=scenarios,
        footing=find_footing(
            find_support(problem.bundles, origins),
            width=leader.high - leader.low,
            holds=len(leaders) == 1 and all(leading(scenario.posteriors) == leaders for scenario in scenarios),
        ),
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


def _items(bundle: Bundle) -> Iterable[WeighedItem]:
    counting = {places[0] for places in strongest(bundle.vectors)}
    for place, (row, vector) in enumerate(zip(bundle.rows, bundle.vectors, strict=True)):
        yield WeighedItem(
            evidence=row.evidence,
            grade=str(parse_grade(row.grade)),
            weight=row_weight(row),
            cells=row.cells,
            ratios=_ratios(vector),
            counts=place in counting,
            left_out=row.left_out,
        )


def _ratios(vector: Vector) -> Vector:
    """Give for each hypothesis its likelihood over the geometric mean of the others', as they count."""
    whole, others = math.fsum(vector), len(vector) - 1
    return tuple(math.exp(min(value - (whole - value) / others, 700.0)) for value in vector)


def _influence(problem: Problem, result: Vector, place: int) -> Influence:
    bundle, without, first = problem.bundles[place], problem.without(place), leading(result)
    codes = [row.evidence.code for row in bundle.rows]
    favoured = [set(leading(vector)) for vector in bundle.vectors if spread_of(vector) > 0.0]
    return Influence(
        group=WeighedGroup(
            name=bundle.name,
            items=tuple(dict.fromkeys(codes)),
            strongest=tuple(dict.fromkeys(codes[places[0]] for places in strongest(bundle.vectors))),
            divided=bool(favoured) and not set[int].intersection(*favoured),
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


def find_support(bundles: Iterable[Bundle], origins: Origins) -> Support:
    """Give what a result rests on: the groups that set hypotheses apart, by their strongest items and their sources."""
    telling = [bundle for bundle in bundles if spread_of(bundle.vector) > ROUNDING]
    rows = [[bundle.rows[at] for places in strongest(bundle.vectors) for at in places] for bundle in telling]
    found = {origins.of(row.evidence.source) for group in rows for row in group if row.evidence.source}
    return Support(
        items=len(telling),
        weight=math.fsum(max(map(row_weight, group)) for group in rows) / len(rows) if rows else 0.0,
        releases=len({origin.key for origin in found}),
        issuers=len({origin.issuer for origin in found} - {""}),
    )
