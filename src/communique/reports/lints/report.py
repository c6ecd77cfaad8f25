"""What a user gets of the linter: the remarks on each text, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reasoning.remarks import Remark, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class LintedText:
    """
    The remarks on one text.

    ``name`` is the file as the user named it; ``extracted`` tells that lines are those of the text that was read out of
    a page, not of its source.
    """

    name: str
    language: str
    remarks: tuple[Remark, ...]
    extracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LintReport:
    """The remarks on all texts, in the order in which they were named; ``software`` names program and version."""

    texts: tuple[LintedText, ...]
    software: str = ""

    @property
    def errors(self) -> int:
        """How many rules of evidence are broken."""
        return self._count(Severity.ERROR)

    @property
    def advice(self) -> int:
        """How many places could be said better."""
        return self._count(Severity.ADVICE)

    def _count(self, severity: Severity) -> int:
        return sum(remark.severity is severity for text in self.texts for remark in text.remarks)
