"""What a user gets of the versions of one text; it shows itself in every form."""

# ruff: noqa: PLC0415 - rich and jinja2 load when a form is asked for, not when a report is made
from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.errors import ModelError
from communique.model import Edit, EditClass, Release
from communique.reports.report import DEFAULT_WIDTH
from communique.reports.versions.wording import find_judgement

if TYPE_CHECKING:
    from communique.reports.versions.terminal import TerminalVersions


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class VersionsReport:
    """
    The versions of one published text in order, and the edits that led from each to the next.

    ``office`` is the issuer in words, empty where unknown; ``software`` names the program and its version.
    Printed by rich, shown in a notebook, or rendered: the same facts in the same order.
    """

    versions: tuple[Release, ...]
    edits: tuple[Edit, ...] = ()
    office: str = ""
    software: str = ""

    def __post_init__(self) -> None:
        if not self.versions or len(self.edits) != len(self.versions) - 1:
            raise ModelError(
                wanted="one version at least, and an edit between each and the next",
                got=f"{len(self.versions)} versions and {len(self.edits)} edits",
            )

    @property
    def name(self) -> str:
        """The latest version by the name its corpus gives it, for a file."""
        return self.latest.name

    @property
    def latest(self) -> Release:
        """The version that stands now."""
        return self.versions[-1]

    @property
    def is_substantive(self) -> bool:
        """Whether any of the edits changes what the text says."""
        return any(edit.grade is EditClass.SUBSTANTIVE for edit in self.edits)

    def __repr__(self) -> str:
        return f"<VersionsReport “{self.latest.title}”, {len(self.versions)} versions: {find_judgement(self.edits)}>"

    def __rich__(self) -> TerminalVersions:
        from communique.reports.versions.terminal import TerminalVersions

        return TerminalVersions(self)

    def _repr_html_(self) -> str:
        from communique.reports.versions.html import render_frame

        return render_frame(self)

    def terminal(self, width: int = DEFAULT_WIDTH, *, colour: bool = False) -> str:
        """Give the report as lines of a terminal of so many columns."""
        from communique.reports.versions.terminal import render_terminal

        return render_terminal(self, width=width, colour=colour)

    def markdown(self) -> str:
        """Give the report as Markdown."""
        from communique.reports.versions.markdown import render_markdown

        return render_markdown(self)

    def html(self) -> str:
        """Give the report as one self-contained page that needs no network."""
        from communique.reports.versions.html import render_html

        return render_html((self,))

    def json(self) -> str:
        """Give the report as JSON that fits the published schema."""
        from communique.reports.versions.json import render_json

        return render_json(self)
