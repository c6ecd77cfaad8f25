"""The first lines of a comparison: whether it is the same event, on what evidence, and what differs, counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Comparison, Kind, Span, Weight
from communique.reports.comparisons.labels import NOT_SAME, PERHAPS, SAME, SHARED, TAKEN
from communique.reports.comparisons.names import Name, find_names
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Board, board_of
from communique.reports.comparisons.sides import Side, find_sides
from communique.reports.excerpt import printable
from communique.reports.labels import KINDS, count_label, day_label
from communique.reports.quoting import quoted

QUIET = "No difference worth reporting"
UNDATED = "Without a date in both it cannot be told."

MOST_ENDS = 6
"""Words at either end of a passage that name it."""


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
    same = (TAKEN if pairing.taken else SAME if pairing.sure else PERHAPS)[aspect]
    besides = ("" if pairing.sure else UNDATED, f"Against it: {against}." if against else "")
    return Opening(head=f"{same}: {told}" if told else same, grounds=evidence, besides=" ".join(filter(None, besides)))


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
    """Say of which text only a part concerns the event: how many words, their first and last, and where they stand."""
    return tuple(_limit(side, side.passage) for side in find_sides(report) if side.passage is not None)


def _limit(side: Side, passage: Span) -> str:
    words = printable(side.release.words(passage)).split()
    part, whole = _count(words), _count(side.release.part(passage.part).split())
    ends = words if len(words) <= 2 * MOST_ENDS + 1 else [*words[:MOST_ENDS], "…", *words[-MOST_ENDS:]]
    counted = f"{part:,} of {whole:,} words {'is' if part == 1 else 'are'} compared"
    return f"Of {side.name.keyed} only {counted}: {quoted(' '.join(ends))} ({side.place(passage)})."


def _count(words: list[str]) -> int:
    """Count words as the head of a report does: dashes that stand alone are none."""
    return sum(any(sign.isalnum() for sign in word) for word in words)


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
    return f"{QUIET}; {passages} {SHARED[comparison.aspect].lower()}." if comparison.shared else f"{QUIET}."


def _counts(comparison: Comparison, names: tuple[Name, Name]) -> str:
    boards = [board_of(variant) for variant in comparison.variants]
    counted = (
        (len(comparison.shared), SHARED[comparison.aspect].lower()),
        (boards.count(Board.ONLY_FIRST), f"only in {names[0].keyed}"),
        (boards.count(Board.ONLY_SECOND), f"only in {names[1].keyed}"),
        (boards.count(Board.DIFFERENT), "said differently"),
    )
    clashes = boards.count(Board.CLASHING)
    clashing = count_label(clashes, "contradiction", "contradictions") if clashes else "no contradiction found"
    return " · ".join((*(f"{number} {words}" for number, words in counted if number), clashing))


def _weights(comparison: Comparison) -> str:
    major = sum(variant.weight is Weight.MAJOR for variant in comparison.variants)
    if len(comparison.variants) == 1:
        return f"the one difference is {comparison.variants[0].weight}"
    return f"{major} of {len(comparison.variants)} differences major"


def _unlisted(comparison: Comparison, names: tuple[Name, Name]) -> str:
    """Say how many statements stand in no table, because weightier ones fill it."""
    told = [
        count_label(number, "statement", "statements") + f" of {name.text}"
        for number, name in zip(comparison.unlisted, names, strict=True)
        if number
    ]
    return f" Of less weight, and not listed: {' and '.join(told)}." if told else ""


def _listed(clauses: tuple[str, ...]) -> str:
    return "; ".join(clause.rstrip(".") for clause in clauses)
