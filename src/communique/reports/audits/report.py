"""What a user gets of an essay audited; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich, jinja2 and babel load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.model import Audit
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class AuditReport:
    """One audit, and the program with its version that made it."""

    audit: Audit
    software: str = ""

    def __repr__(self) -> str:
        return f"<AuditReport “{self.audit.essay.title}”: {len(self.audit.rulings)} claims>"

    def _repr_html_(self) -> str:
        from communique.reports.audits.html import render_audit_frame

        return render_audit_frame(self.audit, software=self.software)

    @property
    def name(self) -> str:
        """The essay's name, for a file."""
        return self.audit.essay.name

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the audit as lines of a terminal of so many columns."""
        from communique.reports.audits.terminal import render_audit_terminal

        return render_audit_terminal(self.audit, width=width, colour=colour, software=self.software)

    def markdown(self) -> str:
        """Give the audit as Markdown."""
        from communique.reports.audits.markdown import render_audit_markdown

        return render_audit_markdown(self.audit, software=self.software)

    def html(self) -> str:
        """Give the audit as one self-contained page that needs no network."""
        from communique.reports.audits.html import render_audit_html

        return render_audit_html(self.audit, software=self.software)

    def json(self) -> str:
        """Give the audit as JSON that fits the published schema."""
        from communique.reports.audits.json import render_audit_json

        return render_audit_json(self.audit, software=self.software)

    def records(self) -> Iterator[str]:
        """Give each claim as one line of JSON, for other programs."""
        from communique.reports.audits.records import render_audit_records

        return render_audit_records(self.audit)
