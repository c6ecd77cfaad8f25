"""The claims of an essay in order: what each asserts, under which hedges, on which premises."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.languages.commentary import Construction, Cue, has_cue, pattern_of
from communique.languages.estimative import MarkerClass, find_markers, is_estimative
from communique.model import Account, Claim, ClaimKind, Part, Span
from communique.reasoning.audit.quoting.checking import find_quoted
from communique.reasoning.audit.quoting.marks import Quoted, QuotedForm
from communique.reasoning.audit.reading.clauses import Clause, find_clauses
from communique.reasoning.audit.reading.kinds import kind_of

_HEADING = re.compile(r"^\W*#|^\s*[*_]{1,2}[^*_.!?]{2,90}[*_]{1,2}\s*$|^\s*\|")
"""Lines of Markdown that are headings, bylines or tables."""

_NOTICE = re.compile(r"\s*(?P<mark>\*{1,3}|_{1,3})(?![\s*_])[^*_]+(?P=mark)\s*")
"""A paragraph wholly in emphasis: first or last, it is a notice of whoever publishes, no prose of the essay."""

FEWEST_QUOTED = 4
"""Words from which a quotation inside a sentence is a claim on a source and no name or label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asserted:
    """A claim with the clause it stands in and, where it is quoted, how it is marked."""

    claim: Claim
    clause: Clause
    quoted: Quoted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """An essay taken apart: its clauses, what of them is asserted, and what is rhetoric."""

    account: Account
    clauses: tuple[Clause, ...]
    asserted: tuple[Asserted, ...]
    rhetoric: tuple[Span, ...]


def take_apart(account: Account) -> Essay:
    """Take an essay apart into its claims, numbered in order; what claims nothing is rhetoric."""
    text = account.release.text
    quotations = tuple(_of_sources(text, find_quoted(text)))
    clauses = find_clauses(account, tuple(quoted.words for quoted in quotations))
    notices = tuple(_notices(text))
    asserted = list[Asserted]()
    rhetoric = list[Span]()
    for clause in clauses:
        silent = _HEADING.match(clause.sentence.of(text)) or any(notice.overlaps(clause.span) for notice in notices)
        kind = None if silent else _kind(account, clause)
        kind = _as_before(kind, clause, account, asserted)
        if kind is None:
            rhetoric.append(clause.span)
            continue
        quoted = next((q for q in quotations if clause.quotation and q.words.overlaps(clause.quotation)), None)
        claim = Claim(
            number=len(asserted) + 1,
            kind=kind,
            span=clause.span,
            sentence=clause.sentence,
            hedges=() if clause.quotation else tuple(_hedges(account, clause.span)),
            attributed=quoted.text if quoted else None,
            denied=clause.quotation is None and _denies(clause.span.of(text), account.release.language),
        )
        asserted.append(Asserted(claim=claim, clause=clause, quoted=quoted))
    return Essay(account=account, clauses=clauses, asserted=tuple(asserted), rhetoric=tuple(rhetoric))


def _notices(text: str) -> Iterator[Span]:
    """Yield the first and the last paragraph where they stand wholly in emphasis."""
    paragraphs = [found for found in re.finditer(r"[^\n]+", text) if found.group().strip()]
    for found in dict.fromkeys((*paragraphs[:1], *paragraphs[-1:])):
        if _NOTICE.fullmatch(found.group()):
            yield Span(found.start(), found.end(), Part.TEXT)


def _as_before(
    kind: ClaimKind | None, clause: Clause, account: Account, asserted: Sequence[Asserted]
) -> ClaimKind | None:
    """Take a clause on "one" or "the rest" right behind a claim on documents for one on documents too."""
    if kind is None or not asserted or asserted[-1].claim.kind is not ClaimKind.DOCUMENTS or clause.quotation:
        return kind
    of_them = pattern_of(Construction.OF_THEM, account.release.language)
    return ClaimKind.DOCUMENTS if of_them.match(clause.span.of(account.release.text)) else kind


def _of_sources(text: str, quoted: Sequence[Quoted]) -> Iterator[Quoted]:
    """Yield the quotations that render a source, the innermost apart from the longer one around it."""
    for one in quoted:
        long_enough = len(one.words.of(text).split()) >= FEWEST_QUOTED
        if one.form is not QuotedForm.SCARE and one.inside is None and long_enough:
            yield one


def _kind(account: Account, clause: Clause) -> ClaimKind | None:
    text, language = account.release.text, account.release.language
    figures = any(figure.words.value.overlaps(clause.span) for figure in account.figures)
    if clause.quotation is not None:
        return kind_of(clause.quotation.of(text), language, figures=figures, quoted=True)
    before = text[clause.sentence.start : clause.span.start]
    reported = pattern_of(Construction.REPORTS, language).search(before) is not None and has_cue(
        before, Cue.SPEECH, language=language
    )
    return kind_of(" ".join(clause.span.of(text).split()), language, figures=figures, reported=reported)


def _hedges(account: Account, span: Span) -> Iterator[Span]:
    language = account.release.language
    if not is_estimative(language):
        return
    for marker in find_markers(span.of(account.release.text), language, MarkerClass.HEDGE):
        yield Span(span.start + marker.span.start, span.start + marker.span.end, Part.TEXT)


def _denies(words: str, language: str) -> bool:
    """Tell whether a claim denies something, other than by saying what is left out."""
    denial = pattern_of(Construction.DENIED_CLAIM, language).search(words)
    return denial is not None and not has_cue(words, Cue.EXPECTED, language=language)
