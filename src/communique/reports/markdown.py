"""A report as Markdown, for notes, issue trackers and archives; the text stands at its end, paragraphs numbered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from communique.model import Span
from communique.reports.corrected import find_told
from communique.reports.excerpt import context_of, glimpse, printable
from communique.reports.fact import Fact
from communique.reports.facts import find_headline, find_seats, find_unsaid
from communique.reports.labels import GRADES
from communique.reports.paragraphs import Paragraph, find_locus, find_paragraphs
from communique.reports.provenance import Line, find_masthead, find_provenance
from communique.reports.report import Report
from communique.reports.verdict import (
    Ranked,
    base_label,
    beside_label,
    find_counts,
    find_judgement,
    find_mirrorless,
    mirror_label,
    rank_findings,
)

_SIGNS = re.compile(r"[\\`*_\[\]|~$#]")
_LINKABLE = re.compile(r"https?://[^\s<>]+", re.IGNORECASE)


def render_markdown(report: Report) -> str:
    """Give the report as CommonMark with tables; no word of the release can act as markup."""
    paragraphs = find_paragraphs(report.account)
    ranked = rank_findings(report.findings)
    blocks = (
        f"# {escaped(report.account.release.title) or '(no title)'}",
        f"**{escaped(find_judgement(report))}**",
        escaped(" ".join(filter(None, (find_counts(report), find_mirrorless(report))))),
        escaped(" · ".join(find_masthead(report, paragraphs))),
        f"## {escaped(_capital(find_headline(report.account)))}",
        *_seats(report),
        _facts(report, paragraphs),
        *_unsaid(report),
        "## Findings" if ranked else "",
        *_findings(report, ranked, paragraphs),
        "## Text",
        *_text(report, ranked, paragraphs),
        "## Source",
        "\n".join(_source(line) for line in find_provenance(report)),
    )
    return "\n\n".join(filter(None, blocks)) + "\n"


def escaped(text: str) -> str:
    r"""
    Give words as Markdown shows them literally, on one line.

    >>> escaped("*<b>* a_b")
    '\\*&lt;b&gt;\\* a\\_b'
    """
    tame = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _SIGNS.sub(r"\\\g<0>", tame)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _seats(report: Report) -> Iterator[str]:
    lines = [
        f"- **{escaped(seat.side)}** {escaped(seat.name)}, {escaped(seat.office)}"
        + (f" ({seat.role})" if seat.role else "")
        for seat in find_seats(report.account)
    ]
    yield "\n".join(lines)


def _facts(report: Report, paragraphs: tuple[Paragraph, ...]) -> str:
    rows = [
        f"| {escaped(fact.label)} | {escaped(fact.statement)} | {_evidence(report, fact, paragraphs)} |"
        for fact in find_told(report)
    ]
    return "\n".join(("| about | stated | words |", "|---|---|---|", *rows)) if rows else ""


def _evidence(report: Report, fact: Fact, paragraphs: tuple[Paragraph, ...]) -> str:
    if fact.printed:
        return "; ".join(_quote(report, span, paragraphs) for span in fact.spans)
    return " ".join(dict.fromkeys(find_locus(span, paragraphs) for span in fact.spans))


def _quote(report: Report, span: Span, paragraphs: tuple[Paragraph, ...]) -> str:
    """Give exact words between quotation marks, the words around them outside the marks."""
    release = report.account.release
    before, after = context_of(release, span)
    words = glimpse(printable(release.words(span)))
    return f"{escaped(before)}“{escaped(words)}”{escaped(after)} ({find_locus(span, paragraphs)})"


def _unsaid(report: Report) -> Iterator[str]:
    lines = find_unsaid(report.account)
    if lines:
        yield "**Not stated**\n\n" + "\n".join(f"- {escaped(line)}" for line in lines)


def _findings(report: Report, ranked: tuple[Ranked, ...], paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    for grade, group in groupby(ranked, key=lambda item: item.finding.grade):
        yield f"### {_capital(grade)}: {GRADES[grade]}"
        for item in group:
            yield "\n".join(_finding(report, item, paragraphs))


def _finding(report: Report, item: Ranked, paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    finding = item.finding
    rate = beside_label(finding)
    yield f"**{item.number}. {escaped(finding.statement)}**{rate and f' — {rate}'}\n"
    yield f"- Plainly: {escaped(finding.plain)}"
    for span in finding.spans:
        yield f"- {_quote(report, span, paragraphs)}"
    if finding.rate:
        yield f"- Base: {escaped(base_label(finding))}"
    mirror = mirror_label(finding, at_hand=bool(report.others))
    if mirror:
        yield f"- Other account: {escaped(mirror)}"
    yield f"- Reading: {escaped(finding.code)}"


def _text(report: Report, ranked: tuple[Ranked, ...], paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    release = report.account.release
    for paragraph in paragraphs:
        numbers = [str(item.number) for item in ranked if any(paragraph.span.overlaps(s) for s in item.finding.spans)]
        noun = "finding" if len(numbers) == 1 else "findings"
        marks = f" *({noun} {', '.join(numbers)})*" if numbers else ""
        yield f"¶{paragraph.number} {escaped(release.words(paragraph.span))}{marks}"


def _source(line: Line) -> str:
    link = _LINKABLE.fullmatch(line.value)
    return f"- {line.label}: " + (f"<{line.value}>" if link else escaped(line.value))
