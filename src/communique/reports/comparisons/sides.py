"""The two texts of a comparison as its reports need them: name, office, paragraphs, passages, provenance."""

from __future__ import annotations

from dataclasses import dataclass

from communique.model import Account, Clash, Release, Span
from communique.reports.comparisons.labels import CLASHES
from communique.reports.comparisons.loci import find_place
from communique.reports.comparisons.names import Name, find_names
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.rows import Row
from communique.reports.excerpt import context_of, printable
from communique.reports.paragraphs import Paragraph, find_paragraphs
from communique.reports.provenance import Line, find_masthead, find_provenance
from communique.reports.quoting import quoted
from communique.reports.report import Report

_NOT_OF_ONE_TEXT = frozenset({"issuer", "checks", "corpus", "read by"})
"""Lines of provenance that tell of readings, not of a text, or that stand in the masthead already."""


MOST_QUOTED = 480
"""Characters of a passage that a report repeats; the page and the record have it whole."""

_STOPS = '.!?…:;”»"\n'
_AROUND = " \t\u00a0•·–—-*("
"""What may stand between the end of a sentence and the next: blanks, and the signs of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Exact words as a report repeats them, those around them on their line, and where they stand."""

    before: str
    words: str
    after: str
    locus: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two texts."""

    name: Name
    account: Account
    office: str
    passage: Span | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def release(self) -> Release:
        """The text itself."""
        return self.account.release

    @property
    def masthead(self) -> tuple[str, ...]:
        """Issuer, edition, time of publication, length."""
        return find_masthead(self._read(), self.paragraphs)

    @property
    def provenance(self) -> tuple[Line, ...]:
        """The lines on source, licence, capture and hash, and what read it."""
        return tuple(line for line in find_provenance(self._read()) if line.label not in _NOT_OF_ONE_TEXT)

    def excerpt(self, span: Span) -> Excerpt:
        """Give exact words fit to print on a line."""
        before, after = (printable(words) for words in context_of(self.release, span))
        words = cut_short(printable(self.release.words(span)))
        if not (before or after):
            before, after = self._cut_before(span), self._cut_after(span)
        return Excerpt(before=before, words=words, after=after, locus=self.place(span))

    def place(self, span: Span) -> str:
        """Say where words stand, to the sentence in a long paragraph."""
        return find_place(span, self.paragraphs, self.account.sentences)

    def _cut_before(self, span: Span) -> str:
        """Give the mark that a passage begins within a sentence, empty where it does not."""
        before = self.release.part(span.part)[: span.start].rstrip(_AROUND)
        begins = span in self._turns or any(one.start == span.start for one in self.account.sentences)
        return "" if begins or not before or before[-1] in _STOPS else "… "

    def _cut_after(self, span: Span) -> str:
        """Likewise that it ends within one."""
        text = self.release.part(span.part)
        return "" if not text[span.end :].strip() or text[span.end - 1] in _STOPS or text[span.end] in _STOPS else " …"

    @property
    def _turns(self) -> frozenset[Span]:
        return frozenset(quotation.content for quotation in self.account.quotations)

    def _read(self) -> Report:
        return Report(account=self.account, office=self.office)


def cut_short(words: str, most: int = MOST_QUOTED) -> str:
    """
    Give words as they stand, cut at the end where they run very long: what is quoted is not spliced.

    >>> cut_short("They met in the palace, then they left.", 26)
    'They met in the palace …'
    """
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def find_sides(report: ComparisonReport) -> tuple[Side, Side]:
    """Give the two texts, in order."""
    first, second = (
        Side(
            name=name,
            account=account,
            office=office,
            passage=passage,
            paragraphs=find_paragraphs(account),
        )
        for name, account, office, passage in zip(
            find_names(report),
            (report.comparison.first, report.comparison.second),
            report.offices,
            report.comparison.passages,
            strict=True,
        )
    )
    return first, second


def find_method(report: ComparisonReport) -> tuple[Line, ...]:
    """Give the lines on how the two were compared: models, corpus, program."""
    asked = report.corpus and report.comparison.variants
    corpus = f"{report.corpus}; only what was published before these texts is counted" if asked else ""
    lines = (
        Line(label="aligned by", value=", ".join(report.comparison.models) or "no model named"),
        Line(label="corpus", value=corpus),
        Line(label="compared by", value=report.software),
    )
    return tuple(line for line in lines if line.value)


def clash_label(row: Row, clash: Clash, sides: tuple[Side, Side]) -> str:
    """Say in what two passages contradict each other, with the clashing words where they are not the passages."""
    parts = [CLASHES[clash.kind]]
    if row.apart is not None:
        words = (side.excerpt(span).words for side, span in zip(sides, (clash.first, clash.second), strict=True))
        parts.append(" against ".join(map(quoted, words)))
    told = clash.told if clash.told.rstrip(".") != row.variant.told.rstrip(".") else ""
    return "; ".join(filter(None, (", ".join(parts), told)))
