"""What a user gets of two accounts set side by side; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich, jinja2 and babel load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.errors import ModelError
from communique.model import Comparison, Weight
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from communique.reports.comparisons.terminal import TerminalComparison


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ComparisonReport:
    """
    One comparison, and what a report needs besides: who published the two texts, and against what they were weighed.

    ``offices`` are the two issuers in words, empty where unknown; ``corpus`` says which earlier releases tell how usual
    a difference is, empty where there are none; ``software`` names the program and its version. ``keys`` are the short
    names of the two texts; of three texts compared in pairs each keeps its own.
    """

    comparison: Comparison
    software: str = ""
    offices: tuple[str, str] = ("", "")
    corpus: str = ""
    keys: tuple[str, str] = ("A", "B")

    def __post_init__(self) -> None:
        if not all(self.keys) or self.keys[0] == self.keys[1]:
            raise ModelError(wanted="two different keys for the two texts", got=" and ".join(map(repr, self.keys)))

    def __repr__(self) -> str:
        comparison = self.comparison
        major = sum(variant.weight is Weight.MAJOR for variant in comparison.variants)
        counts = f"{len(comparison.shared)} shared, {len(comparison.variants)} variants ({major} major)"
        titles = f"“{comparison.first.release.title}” – “{comparison.second.release.title}”"
        judged = counts if comparison.pairing.same else "not the same event"
        return f"<ComparisonReport {comparison.aspect} {titles}: {judged}>"

    def __rich__(self) -> TerminalComparison:
        from communique.reports.comparisons.terminal import TerminalComparison

        return TerminalComparison(self)

    def _repr_html_(self) -> str:
        from communique.reports.comparisons.html import render_comparison_frame

        return render_comparison_frame(self)

    @property
    def name(self) -> str:
        """Both releases by the names their corpus gives them, for a file."""
        return f"{self.comparison.first.release.name}--{self.comparison.second.release.name}"

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the comparison as lines of a terminal of so many columns."""
        from communique.reports.comparisons.terminal import render_comparison_terminal

        return render_comparison_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the comparison as Markdown."""
        from communique.reports.comparisons.markdown import render_comparison_markdown

        return render_comparison_markdown(self)

    def html(self) -> str:
        """Give the comparison as one self-contained page that needs no network."""
        from communique.reports.comparisons.html import render_comparison_html

        return render_comparison_html((self,))

    def json(self) -> str:
        """Give the comparison as JSON that fits the published schema."""
        from communique.reports.comparisons.json import render_comparison_json

        return render_comparison_json(self)
