"""What a user gets of competing explanations weighed; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich and jinja2 load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.dossiers.opened import OpenDossier
from communique.model import Dossier
from communique.reasoning.disagreement import Disagreement, find_disagreement
from communique.reasoning.weighed import Weighing
from communique.reasoning.weighing import weigh_dossier
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from communique.reports.matrices.terminal import TerminalWeighing


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WeighingReport:
    """
    Competing explanations weighed, and what a report needs besides: the episode's title, the program and its version.

    ``disagreement`` sets several analysts side by side, None where fewer than two entered likelihoods. ``proposed``
    tells that the hypotheses are the catalogue's, as the dossier names none.
    """

    title: str
    weighing: Weighing
    disagreement: Disagreement | None = None
    software: str = ""
    proposed: bool = False

    def __repr__(self) -> str:
        leader = self.weighing.leader
        ahead = f"{leader.hypothesis.code} {leader.band}" if len(self.weighing.leaders) == 1 else "none ahead"
        counts = f"{len(self.weighing.standings)} hypotheses, {len(self.weighing.groups)} groups of evidence"
        return f"<WeighingReport “{self.title}”, {counts}: {ahead}>"

    def __rich__(self) -> TerminalWeighing:
        from communique.reports.matrices.terminal import TerminalWeighing

        return TerminalWeighing(self)

    def _repr_html_(self) -> str:
        from communique.reports.matrices.html import render_weighing_frame

        return render_weighing_frame(self)

    @property
    def name(self) -> str:
        """The episode's title, for a file."""
        return self.title

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the weighing as lines of a terminal of so many columns."""
        from communique.reports.matrices.terminal import render_weighing_terminal

        return render_weighing_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the weighing as Markdown."""
        from communique.reports.matrices.markdown import render_weighing_markdown

        return render_weighing_markdown(self)

    def html(self) -> str:
        """Give the weighing as one self-contained page that needs no network."""
        from communique.reports.matrices.html import render_weighing_html

        return render_weighing_html((self,))

    def json(self) -> str:
        """Give the weighing as JSON that fits the published schema."""
        from communique.reports.matrices.json import render_weighing_json

        return render_weighing_json(self)


def report_weighing(opened: OpenDossier | Dossier, *, analyst: str = "", software: str = "") -> WeighingReport:
    """
    Weigh a dossier and give the report; ``analyst`` takes one analyst's likelihoods, else those of all count together.

    Raises:
        ModelError: there is nothing to weigh: fewer than two hypotheses, or an analyst who entered nothing.
    """
    dossier = opened.dossier if isinstance(opened, OpenDossier) else opened
    return WeighingReport(
        title=dossier.title,
        weighing=weigh_dossier(opened, analyst=analyst),
        disagreement=find_disagreement(opened),
        software=software,
        proposed=not dossier.hypotheses,
    )
