"""The first lines of a comparison: whether it is the same event, on what evidence, and what differs, counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Comparison, Kind, Weight
from communique.reports.comparisons.labels import NOT_SAME, SAME
from communique.reports.comparisons.names import Name, find_names
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Board, board_of
from communique.reports.labels import KINDS, count_label, day_label
from communique.reports.paragraphs import find_locus, find_paragraphs

QUIET = "No difference worth reporting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """
    Whether it is the same event.

    ``head`` says so with what both accounts agree to be told of; ``grounds`` are the clauses that decided, ``besides``
    what speaks the other way, in one sentence, empty where nothing does.
    """

    head: str
    grounds: str
    besides: str

    @property
    def line(self) -> str:
        """All of it on one line."""
        if not self.grounds:
            return " ".join(filter(None, (f"{self.head}.", self.besides)))
        first = f"{self.head} ({self.grounds})." if ":" in self.head else f"{self.head}: {self.grounds}."
        return " ".join(filter(None, (first, self.besides)))


def find_opening(report: ComparisonReport) -> Opening:
    """Say whether it is the same event, and on what evidence."""
    comparison = report.comparison
    pairing, aspect = comparison.pairing, comparison.aspect
    evidence, against = _listed(pairing.evidence), _listed(pairing.against)
    if not pairing.same:
        return Opening(head=NOT_SAME[aspect], grounds=against, besides=f"In common: {evidence}." if evidence else "")
    told = ", ".join(_agreed(comparison))
    same = SAME[aspect] if pairing.sure else f"Perhaps the {SAME[aspect].lower()}; it cannot be told without a date"
    return Opening(
        head=f"{same}: {told}" if told else same,
        grounds=evidence,
        besides=f"Against it: {against}." if against else "",
    )


def find_judgement(report: ComparisonReport) -> str:
    """
    Say what differs, in counts, or that nothing worth reporting does; empty where it is not the same event.

    The counts are those of the tables: no difference is counted in two of them.
    """
    comparison = report.comparison
    if not comparison.pairing.same:
        return ""
    if comparison.quiet:
        return _quiet(comparison)
    return (
        f"{_counts(comparison, find_names(report))}; {_weights(comparison)}.{_unlisted(comparison, find_names(report))}"
    )


def find_limits(report: ComparisonReport) -> tuple[str, ...]:
    """Say of which text only a part concerns the event, and which."""
    accounts = (report.comparison.first, report.comparison.second)
    return tuple(
        f"Of {name.keyed} only {find_locus(passage, find_paragraphs(account))} is compared."
        for name, account, passage in zip(find_names(report), accounts, report.comparison.passages, strict=True)
        if passage is not None
    )


def _agreed(comparison: Comparison) -> Iterator[str]:
    """Give kind and day of the event where both accounts have the same."""
    one, other = comparison.first.event, comparison.second.event
    if one.kind is other.kind and one.kind is not Kind.OTHER:
        yield KINDS[one.kind]
    if one.date and other.date and one.date.day == other.date.day:
        yield day_label(one.date.day)


def _quiet(comparison: Comparison) -> str:
    if comparison.first.release.key == comparison.second.release.key:
        return f"{QUIET}: one and the same text was given twice."
    if comparison.identical:
        return f"{QUIET}: the two texts are identical but for typography."
    passages = count_label(len(comparison.shared), "passage is", "passages are")
    return f"{QUIET}; {passages} said by both." if comparison.shared else f"{QUIET}."


def _counts(comparison: Comparison, names: tuple[Name, Name]) -> str:
    boards = [board_of(variant) for variant in comparison.variants]
    clashes = boards.count(Board.CLASHING)
    parts = (
        f"{len(comparison.shared)} said by both",
        f"{boards.count(Board.ONLY_FIRST)} only in {names[0].keyed}",
        f"{boards.count(Board.ONLY_SECOND)} only in {names[1].keyed}",
        f"{boards.count(Board.DIFFERENT)} said differently",
        count_label(clashes, "contradiction", "contradictions") if clashes else "no contradiction found",
    )
    return " · ".join(parts)


def _weights(comparison: Comparison) -> str:
    major = sum(variant.weight is Weight.MAJOR for variant in comparison.variants)
    if len(comparison.variants) == 1:
        return f"the one difference is {comparison.variants[0].weight}"
    return f"{major} of {len(comparison.variants)} differences major"


def _unlisted(comparison: Comparison, names: tuple[Name, Name]) -> str:
    """Say how many statements stand in no table, because weightier ones fill it."""
    told = [f"{number} in {name.text}" for number, name in zip(comparison.unlisted, names, strict=True) if number]
    if not told:
        return ""
    statements = count_label(sum(comparison.unlisted), "statement", "statements")
    return f" Of less weight, and not listed: {statements} ({' and '.join(told)})."


def _listed(clauses: tuple[str, ...]) -> str:
    return "; ".join(clause.rstrip(".") for clause in clauses)
