"""What every form of a weighing shows, ready to be set: rows of hypotheses, columns of evidence, lines of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.reasoning.disagreement import Disagreement, Dispute
from communique.reasoning.estimative import percent
from communique.reasoning.likelihoods import Cell, Ground
from communique.reasoning.weighed import Influence, WeighedGroup, WeighedHypothesis, WeighedItem, Weighing
from communique.reports.matrices.report import WeighingReport
from communique.reports.matrices.wording import (
    USUAL,
    decimal_label,
    find_changes,
    find_decision,
    find_headline,
    find_notes,
    item_name,
    mark_of_ratio,
    ratio_label,
    shift_label,
    value_label,
    without_label,
)

DISPUTES_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One cell of the matrix: its sign, its likelihood, and whether it stands aside, as a stronger item counts."""

    mark: str
    value: str
    aside: bool

    @property
    def label(self) -> str:
        """The cell in one line."""
        return f"({self.mark} {self.value})" if self.aside else f"{self.mark} {self.value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One hypothesis: its label ("H1"), words, shares in words and in per cent (0 to 100), and its cells in order."""

    label: str
    code: str
    statement: str
    dull: bool
    leads: bool
    prior: str
    share: str
    range: str
    word: str
    low: float
    high: float
    at: float
    before: float
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an item has its likelihoods: one analyst's numbers for one reason, the words, and whose they are."""

    values: tuple[tuple[str, str], ...]
    words: str
    who: str

    @property
    def label(self) -> str:
        """The numbers in one line ("H1 .79, H2 .45")."""
        return ", ".join(f"{label} {value}" for label, value in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One column: its label ("E1"), code, words, where they stand, grade, rate, group, and the reasons."""

    label: str
    code: str
    statement: str
    quote: str
    source: str
    grade: str
    rate: str
    group: str
    left_out: str
    aside: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """One group in order of what it does: its name, the shift of the leader's share, what is the case without it."""

    name: str
    shift: str
    without: str
    divided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Several analysts: their names, a row of shares for each hypothesis, what they part on, in words."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    told: str
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole weighing as every form shows it."""

    title: str
    headline: str
    notes: tuple[str, ...]
    lines: tuple[Line, ...]
    items: tuple[Item, ...]
    unweighed: tuple[tuple[str, str, str], ...]
    decision: str
    pulls: tuple[Pull, ...]
    changes: tuple[str, ...]
    bench: Bench | None
    tried: str


def compose_sheet(report: WeighingReport) -> Sheet:
    """Lay one weighing out; hypotheses by share, the greatest first, evidence by group."""
    weighing = report.weighing
    labels = {standing.hypothesis.code: f"H{n}" for n, standing in enumerate(weighing.ranked, start=1)}
    return Sheet(
        title=report.title,
        headline=find_headline(report),
        notes=find_notes(report),
        lines=tuple(_line(weighing, standing, labels) for standing in weighing.ranked),
        items=tuple(_item(weighing, item, n, labels) for n, item in enumerate(weighing.items, start=1)),
        unweighed=tuple((item.evidence.code, item.evidence.statement, item.reason) for item in weighing.unweighed),
        decision=find_decision(weighing),
        pulls=tuple(_pull(pull, weighing) for pull in sorted(weighing.influences, key=lambda pull: -abs(pull.shift))),
        changes=find_changes(weighing),
        bench=_bench(report.disagreement, labels) if report.disagreement else None,
        tried=f"{len(weighing.scenarios)} changes tried, one at a time",
    )


def _line(weighing: Weighing, standing: WeighedHypothesis, labels: dict[str, str]) -> Line:
    hypothesis = standing.hypothesis
    place = [other.hypothesis.code for other in weighing.standings].index(hypothesis.code)
    return Line(
        label=labels[hypothesis.code],
        code=hypothesis.code,
        statement=hypothesis.statement,
        dull=hypothesis.dull,
        leads=hypothesis.code in weighing.leaders,
        prior=percent(standing.prior),
        share=percent(standing.posterior),
        range=f"{percent(standing.low).removesuffix(' %')} – {percent(standing.high)}",
        word=str(standing.band),
        low=_points(standing.low),
        high=_points(standing.high),
        at=_points(standing.posterior),
        before=_points(standing.prior),
        entries=tuple(_entry(item, place) for item in weighing.items),
    )


def _entry(item: WeighedItem, place: int) -> Entry:
    return Entry(mark=mark_of_ratio(item.ratios[place]), value=value_label(item.cells[place]), aside=not item.counts)


def _item(weighing: Weighing, item: WeighedItem, number: int, labels: dict[str, str]) -> Item:
    evidence = item.evidence
    group = next(group for group in weighing.groups if evidence.code in group.items)
    fellows = [code for code in group.items if code != evidence.code]
    return Item(
        label=f"E{number}",
        code=evidence.code,
        statement=evidence.statement,
        quote=evidence.quote,
        source=evidence.source,
        grade=f"{_grade(item)}: counts {item.weight:.2f} of 1",
        rate="" if evidence.among is None else f"{evidence.seen} of {evidence.among} earlier accounts",
        group=f"with {', '.join(fellows)}; counts by {_counting(group)}" if fellows else "",
        left_out=f"left out, as not under every explanation: {', '.join(item.left_out)}" if item.left_out else "",
        aside=not item.counts,
        reasons=tuple(_reasons(item.cells, labels)),
    )


def _grade(item: WeighedItem) -> str:
    own = item.evidence.grade.strip().upper() or "not graded"
    return own if own == item.grade else f"{own}, taken as {item.grade}"


def _counting(group: WeighedGroup) -> str:
    return " and ".join(group.strongest) + (", by their mean" if len(group.strongest) > 1 else "")


def _reasons(cells: tuple[Cell, ...], labels: dict[str, str]) -> Iterator[Reason]:
    shared: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for cell in sorted(cells, key=lambda cell: int(labels[cell.hypothesis][1:])):
        usual = USUAL if cell.ground is Ground.PRECEDENT else ""
        for voice in cell.voices:
            value = f"{decimal_label(voice.value)}{usual}"
            shared.setdefault((voice.reason, voice.analyst), []).append((labels[cell.hypothesis], value))
    for (words, who), values in shared.items():
        yield Reason(values=tuple(values), words=words, who=who)


def _pull(influence: Influence, weighing: Weighing) -> Pull:
    return Pull(
        name=item_name(influence, weighing),
        shift=shift_label(influence),
        without=without_label(influence),
        divided=influence.group.divided,
    )


def _bench(disagreement: Disagreement, labels: dict[str, str]) -> Bench:
    weighings = disagreement.weighings
    by_code = {
        standing.hypothesis.code: tuple(percent(weighing.standings[n].posterior) for weighing in weighings)
        for n, standing in enumerate(weighings[0].standings)
    }
    agreed = "All have the same explanation in front" if disagreement.shared else "They have different ones in front"
    return Bench(
        names=tuple(weighing.analyst for weighing in weighings),
        rows=tuple((f"{label} {code}", by_code[code]) for code, label in labels.items()),
        told=f"{agreed}; Jensen–Shannon divergence {disagreement.divergence:.2f} bits (Lin 1991; 0 where all agree).",
        disputes=tuple(map(_dispute, disagreement.disputes[:DISPUTES_TOLD])),
    )


def _dispute(dispute: Dispute) -> str:
    first, second = dispute.analysts
    return (
        f"{dispute.evidence.code}: {first} holds {dispute.over} over {dispute.under} "
        f"{ratio_label(dispute.factor)} times more than {second} does"
    )


def _points(share: float) -> float:
    return round(share * 100, 1)
