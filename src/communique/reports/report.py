"""What a user gets of a release: the account, the findings, what was tried; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich, jinja2 and babel load when a form is asked for, not when a report is made
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Account, Finding
from communique.model.corrections import Correction
from communique.precedent import Standing
from communique.reports.verdict import GRADE_ORDER, percentile_label

if TYPE_CHECKING:
    from communique.reports.terminal import TerminalReport

DEFAULT_WIDTH = 100


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """
    One release read: its account, what the readings found, and against what.

    ``others`` are the other accounts of the same event at hand; ``checks`` what was tried (code@version of every
    reading) and ``features`` how many features these looked for in it; ``software`` names the program and its version;
    ``office`` the issuer in words, empty where unknown. ``corpus`` says against which earlier releases, empty where
    there are none; ``standing`` is the place of the whole among them, None where they are too few. ``corrections`` are
    those that the account shows.
    Printed by rich, shown in a notebook, or rendered: the same facts in the same order.
    """

    account: Account
    findings: tuple[Finding, ...] = ()
    others: tuple[Account, ...] = ()
    checks: tuple[str, ...] = ()
    software: str = ""
    office: str = ""
    standing: Standing | None = None
    corpus: str = ""
    features: int = 0
    corrections: tuple[Correction, ...] = ()

    def __repr__(self) -> str:
        event = self.account.event
        sides = "–".join(person.side.name if person.side else "?" for person in event.principals)
        day = event.date.day.isoformat() if event.date else "undated"
        counted = Counter(finding.grade for finding in self.findings)
        grades = ", ".join(f"{counted[grade]} {grade}" for grade in GRADE_ORDER if counted[grade])
        head = " ".join(filter(None, (event.kind.value, day, sides)))
        counts = f"{len(self.findings)} findings ({grades})" if grades else "no findings"
        place = f", {percentile_label(self.standing.percentile)} of {self.standing.among}" if self.standing else ""
        return f"<Report {head} “{self.account.release.title}”: {counts}{place}, {len(self.checks)} checks>"

    def __rich__(self) -> TerminalReport:
        from communique.reports.terminal import TerminalReport

        return TerminalReport(self)

    def _repr_html_(self) -> str:
        from communique.reports.html import render_frame

        return render_frame(self)

    @property
    def name(self) -> str:
        """The release by the name its corpus gives it, for a file."""
        return self.account.release.name

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the report as lines of a terminal of so many columns."""
        from communique.reports.terminal import render_terminal

        return render_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the report as Markdown."""
        from communique.reports.markdown import render_markdown

        return render_markdown(self)

    def html(self) -> str:
        """Give the report as one self-contained page that needs no network."""
        from communique.reports.html import render_html

        return render_html((self,))

    def json(self) -> str:
        """Give the report as JSON that fits the published schema."""
        from communique.reports.json import render_json

        return render_json(self)
