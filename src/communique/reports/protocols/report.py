"""What a user gets of an episode's protocol; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich loads when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.dossiers.protocol_nouns import ProtocolSheet
from communique.reports.report import DEFAULT_WIDTH

if TYPE_CHECKING:
    from communique.reports.protocols.terminal import TerminalProtocol


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ProtocolReport:
    """One protocol sheet; ``software`` names the program and its version."""

    sheet: ProtocolSheet
    software: str = ""

    def __repr__(self) -> str:
        sheet = self.sheet
        return f"<ProtocolReport “{sheet.title}”: {len(sheet.contacts)} contacts, {len(sheet.sources)} releases>"

    def __rich__(self) -> TerminalProtocol:
        from communique.reports.protocols.terminal import TerminalProtocol

        return TerminalProtocol(self)

    def _repr_html_(self) -> str:
        from communique.reports.protocols.html import render_protocol_frame

        return render_protocol_frame(self)

    @property
    def name(self) -> str:
        """The episode's title, for a file."""
        return f"{self.sheet.title} protocol"

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the sheet as lines of a terminal of so many columns."""
        from communique.reports.protocols.terminal import render_protocol_terminal

        return render_protocol_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the sheet as Markdown."""
        from communique.reports.protocols.markdown import render_protocol_markdown

        return render_protocol_markdown(self)

    def html(self) -> str:
        """Give the sheet as one self-contained page that needs no network."""
        from communique.reports.protocols.html import render_protocol_html

        return render_protocol_html((self,))

    def json(self) -> str:
        """Give the sheet as JSON that fits the published schema."""
        from communique.reports.protocols.json import render_protocol_json

        return render_protocol_json(self)
