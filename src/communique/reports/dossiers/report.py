"""What a user gets of a dossier at one look; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich and jinja2 load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass

from communique.dossiers.opened import Filed, OpenDossier, Unread
from communique.model import Dossier, Evidence, Exhibit, Filing, Forecast, Hypothesis, Likelihood
from communique.reports.report import DEFAULT_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DossierReport:
    """
    A dossier with its releases read.

    ``location`` names where it is kept; ``offices`` are codes of issuers with their words, ``sides`` the names of its
    sides; ``software`` names the program and its version. ``held`` is the dossier as it is kept, where only what is
    proposed beyond it is to be shown, None where all of it is.
    """

    opened: OpenDossier
    location: str = ""
    offices: tuple[tuple[str, str], ...] = ()
    sides: tuple[str, ...] = ()
    software: str = ""
    held: Dossier | None = None

    @property
    def filed(self) -> tuple[Filed, ...]:
        """The releases to show."""
        return self.opened.filed if self.held is None else ()

    @property
    def filings(self) -> tuple[Filing, ...]:
        """The filings to show, read or not."""
        return self.opened.dossier.filings if self.held is None else ()

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The releases to show that could not be read."""
        return self.opened.unread if self.held is None else ()

    @property
    def exhibits(self) -> tuple[Exhibit, ...]:
        """The exhibits to show."""
        return self.opened.dossier.exhibits if self.held is None else ()

    @property
    def hypotheses(self) -> tuple[Hypothesis, ...]:
        """The hypotheses to show."""
        held = self.held.hypotheses if self.held else ()
        return tuple(item for item in self.opened.dossier.hypotheses if item not in held)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence to show."""
        held = self.held.evidence if self.held else ()
        return tuple(item for item in self.opened.dossier.evidence if item not in held)

    @property
    def likelihoods(self) -> tuple[Likelihood, ...]:
        """The likelihoods to show."""
        return self.opened.dossier.likelihoods if self.held is None else ()

    @property
    def forecasts(self) -> tuple[Forecast, ...]:
        """The forecasts to show."""
        return self.opened.dossier.forecasts if self.held is None else ()

    @property
    def name(self) -> str:
        """The title, for a file."""
        return self.opened.dossier.title

    def office(self, code: str) -> str:
        """Give the words for an issuer's code, empty where unknown."""
        return next((words for known, words in self.offices if known == code), "")

    def __repr__(self) -> str:
        dossier = self.opened.dossier
        return f"<DossierReport “{dossier.title}”, {len(dossier.filings)} releases>"

    def _repr_html_(self) -> str:
        from communique.reports.dossiers.html import render_frame

        return render_frame(self)

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give it as lines of a terminal of so many columns."""
        from communique.reports.dossiers.terminal import render_terminal

        return render_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give it as Markdown."""
        from communique.reports.dossiers.markdown import render_markdown

        return render_markdown(self)

    def html(self) -> str:
        """Give it as one self-contained page that needs no network."""
        from communique.reports.dossiers.html import render_html

        return render_html((self,))

    def json(self) -> str:
        """Give it as JSON that fits the published schema."""
        from communique.reports.dossiers.json import render_json

        return render_json(self)
