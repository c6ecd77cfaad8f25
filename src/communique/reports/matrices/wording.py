"""The words of a weighing: likelihood and confidence in sentences of their own, what decides, what would change it."""

from __future__ import annotations

import math
from collections.abc import Iterator

from communique.precedent.coverage import counted
from communique.reasoning.estimative import bands_between, percent
from communique.reasoning.likelihoods import Cell, Ground
from communique.reasoning.weighed import Influence, Rival, WeighedHypothesis, Weighing
from communique.reports.matrices.report import WeighingReport

STRONG, SOME = 3.0, 1.25
"""Ratios from which a matrix shows two signs, and one."""

MOST_RATIO = 1e6
"""The greatest ratio that is printed as a number."""

RIVALS_TOLD = 3

USUAL = "~"
"""Stands behind a likelihood that is the item's rate."""

MARKS = (
    ("++", "at least three times likelier under it than under the others"),
    ("+", "somewhat likelier"),
    ("·", "about alike"),
    ("−", "somewhat less likely"),
    ("−−", "at most a third as likely"),
)

LAYOUT = "Hypotheses in rows, evidence in columns: Dhami et al. 2024; the usual layout: Karvetski & Mandel 2020."
GROUPS = "Items that say the same thing form a group, which counts once, by its strongest member; equals by their mean."
GRADES = "Log-likelihoods are scaled by the grades of source and item: scale of NATO STANAG 2511, numbers our own."
RANGE = "A range holds the shares under changes tried one at a time; several errors at once may reach further."
SHARES = "A share tells how these explanations stand to each other; one that nobody entered has none."
MAIN = "They are weighed as if one were the main explanation; in life several may hold at once."

METHOD = (LAYOUT, GROUPS, GRADES, RANGE, SHARES, MAIN)
"""How it was done, and how far it goes; a report ends with it."""


def likelihood_sentence(standing: WeighedHypothesis) -> str:
    """
    Give the word for a share, the number and the range; it says nothing of how well that is known.

    It names the explanation by its code: what the dossier's own words for it say must not mix with the judgement.
    """
    return f"{standing.hypothesis.code}: {_likelihood(standing)}."


def _likelihood(standing: WeighedHypothesis) -> str:
    ranging = f"{percent(standing.low)} to {percent(standing.high)}"
    return f"{standing.band} ({percent(standing.posterior)}; in the sweep {ranging}, {_between(standing)})"


def _between(standing: WeighedHypothesis) -> str:
    passed = bands_between(standing.low, standing.high)
    return f"{passed[0]} to {passed[-1]}" if len(passed) > 1 else f"{passed[0]} throughout"


def find_headline(report: WeighingReport) -> str:
    """Give the first line: the leading hypothesis, its words, its likelihood, each by itself; or that none leads."""
    weighing = report.weighing
    if not weighing.groups:
        return "Nothing weighs yet: the shares are the priors."
    if len(weighing.leaders) > 1:
        return f"No explanation is ahead: {' and '.join(weighing.leaders)} are level."
    leader = weighing.leader
    told = f"It says: “{_ended(leader.hypothesis.statement)}” By itself: {leader.band}, {percent(leader.posterior)}"
    ranging = f"{percent(leader.low)} to {percent(leader.high)} ({_between(leader)}) under the changes tried"
    return f"{leader.hypothesis.code} is ahead of the others. {told}, and {ranging}."


def _ended(words: str) -> str:
    """End the dossier's own words, so that no judgement of ours stands in one sentence with them."""
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def find_notes(report: WeighingReport) -> tuple[str, ...]:
    """Give what stands under the headline: confidence, whose likelihoods, where the hypotheses come from."""
    return tuple(_notes(report))


def _notes(report: WeighingReport) -> Iterator[str]:
    weighing = report.weighing
    yield weighing.footing.sentence
    weighed = counted(len(weighing.items), "item")
    yield f"{weighed} in {counted(len(weighing.groups), 'group')}; {len(weighing.unweighed)} not weighed."
    if weighing.analyst:
        yield f"By the likelihoods of {weighing.analyst}."
    elif len(weighing.analysts) > 1:
        yield f"By the likelihoods of {', '.join(weighing.analysts)} together (geometric mean)."
    if report.proposed:
        yield "The dossier names no hypotheses: these are proposed by the catalogue."


def find_decision(weighing: Weighing) -> str:
    """Say which item decides, or that none alone does."""
    influence = weighing.decisive
    if influence is None:
        return "No item weighs."
    name = item_name(influence, weighing)
    if influence.decides:
        return f"{name} decides: without it {_leading(influence)}."
    leader = weighing.leader.hypothesis.code
    if not _points(influence):
        return f"No item alone decides, and none moves the share of {leader} by as much as a point."
    return f"No item alone decides; {name} moves the share of {leader} most, {shift_label(influence)}."


def without_label(influence: Influence) -> str:
    """Say who leads without a group, or that it makes no difference to that."""
    if influence.decides:
        return f"without it {_leading(influence)}"
    same = "the same are level" if len(influence.leaders) > 1 else "the same leads"
    return f"{same} without it"


def _leading(influence: Influence) -> str:
    if len(influence.leaders) > 1:
        return f"{' and '.join(influence.leaders)} are level"
    return f"{influence.leaders[0]} leads"


def item_name(influence: Influence, weighing: Weighing) -> str:
    """Give what a group is called: the numbers of its columns, and its one item, or its name."""
    group = influence.group
    numbers = [f"E{n}" for n, item in enumerate(weighing.items, start=1) if item.evidence.code in group.items]
    return f"{', '.join(numbers)} ({group.items[0] if len(group.items) == 1 else group.name})"


def shift_label(influence: Influence) -> str:
    """
    Give by how many points a group moves the leader's share, with its sign.

    A share is a number from 0 to 1; a point is a hundredth.
    """
    points = _points(influence)
    return f"{'+' if points > 0 else '−' if points < 0 else '±'}{abs(points)} points"


def _points(influence: Influence) -> int:
    return round(influence.shift * 100)


def find_changes(weighing: Weighing) -> tuple[str, ...]:
    """Say what fact would change the result: what refutes the leader, and what each near rival needs."""
    leader = weighing.leader.hypothesis
    refuted = leader.refuted_by or "nothing entered; say what would"
    return (
        f"What would rule out {leader.code}: {refuted}",
        *(_change(rival, weighing) for rival in weighing.rivals[:RIVALS_TOLD]),
    )


def _change(rival: Rival, weighing: Weighing) -> str:
    code, leader = rival.hypothesis.code, weighing.leader.hypothesis.code
    ruled = f" What would rule it out: {rival.hypothesis.refuted_by}" if rival.hypothesis.refuted_by else ""
    if code in weighing.leaders:
        return f"{code} is level with {leader}: any fact likelier under it puts it ahead.{ruled}"
    times = ratio_label(rival.ratio)
    return f"{code} would lead after a fact more than {times} times likelier under it than under {leader}.{ruled}"


def ratio_label(ratio: float) -> str:
    """
    Give a ratio as a number that can be read.

    >>> ratio_label(1.444), ratio_label(37.2), ratio_label(float("inf"))
    ('1.4', '37', '1,000,000')
    """
    kept = min(ratio, MOST_RATIO)
    return f"{kept:.1f}" if kept < 10 else f"{kept:,.0f}"  # noqa: PLR2004 - from two figures on no decimals


def mark_of_ratio(ratio: float) -> str:
    """
    Give the sign for how much likelier an item is under one hypothesis than under the others.

    >>> [mark_of_ratio(ratio) for ratio in (4.0, 1.5, 1.0, 0.7, 0.2)]
    ['++', '+', '·', '−', '−−']
    """
    if ratio <= 0.0:
        return "−−"
    size = abs(math.log(ratio))
    if size < math.log(SOME):
        return "·"
    sign = "+" if ratio > 1.0 else "−"
    return sign * 2 if size >= math.log(STRONG) else sign


def value_label(cell: Cell) -> str:
    """Give a likelihood in two decimals, with a tilde where it is as usual by the item's rate."""
    return f"{decimal_label(cell.value)}{USUAL if cell.ground is Ground.PRECEDENT else ''}"


def decimal_label(value: float) -> str:
    """
    Give a number from 0 to 1 in two decimals.

    >>> decimal_label(0.5), decimal_label(0.001), decimal_label(0.999)
    ('.50', '<.01', '1.0')
    """
    if value < 0.005:  # noqa: PLR2004 - rounds to nothing
        return "<.01"
    return "1.0" if value >= 0.995 else f"{value:.2f}".removeprefix("0")  # noqa: PLR2004 - rounds to one
