"""The rules of the linter that look at one sentence, or at it and the next."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.languages.estimative import Marker, MarkerClass, find_markers
from communique.languages.lint_words import LintWords, load_lint_words
from communique.model import Span
from communique.reasoning.propositions import LIKENESS
from communique.reasoning.prose import Prose
from communique.reasoning.remarks import Severity

_COLOURS = {MarkerClass.MOTIVE: "motive", MarkerClass.MOOD: "mood", MarkerClass.BODY: "body"}
_COUNT = re.compile(
    r"\b\d[\d,.]*\s*(?:%|per\s?cent\b|процент\w*|пайыз\w*)|"
    r"\b\d[\d,.]*\s+(?:of|out of|in|из|/)\s+(?:\w+\s+){0,3}?\d|\b\d+/\d+\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that break a rule, how badly, and other words that belong to it."""

    span: Span
    code: str
    severity: Severity
    also: tuple[Span, ...] = ()


def find_all(prose: Prose, *, quoted: bool = False) -> Iterator[Found]:
    """Give what breaks a rule in the author's words, or, where asked, what would in the words of others."""
    sentences = _sentences(prose, quoted=quoted)
    for place, (sentence, markers) in enumerate(sentences):
        following = sentences[place + 1][0] if place + 1 < len(sentences) else None
        yield from _together(_coloured(prose, sentence, markers, quoted=quoted))
        yield from _mixed(markers)
        yield from _unbanded(prose, sentence, markers)
        yield from _together(_absent(markers))
        yield from _together(_unusual(prose, sentence, following, markers))


def _together(found: Iterable[Found]) -> Iterator[Found]:
    """Gather what breaks one rule equally badly in one sentence: the first words, and beside them the others."""
    gathered: dict[tuple[str, Severity], list[Span]] = {}
    for item in found:
        gathered.setdefault((item.code, item.severity), []).append(item.span)
    for (code, severity), spans in gathered.items():
        first, *also = sorted(dict.fromkeys(spans))
        yield Found(span=first, code=code, severity=severity, also=tuple(also))


def _sentences(prose: Prose, *, quoted: bool) -> list[tuple[Span, tuple[Marker, ...]]]:
    markers = [m for m in find_markers(prose.told, prose.language) if prose.is_quoted(m.span) is quoted]
    return [
        (sentence, tuple(m for m in markers if sentence.start <= m.span.start < sentence.end))
        for sentence in prose.sentences
    ]


def _coloured(prose: Prose, sentence: Span, markers: tuple[Marker, ...], *, quoted: bool) -> Iterator[Found]:
    """
    Find words of motive, mood and body, but for what somebody is reported to have said, and what a thing does.

    Quoted words are always somebody's.
    """
    words = load_lint_words(prose.language)
    hedges = [marker for marker in markers if marker.marker_class is MarkerClass.HEDGE]
    for marker in markers:
        code = None if _is_of(marker, hedges) else _COLOURS.get(marker.marker_class)
        before = prose.told[sentence.start : marker.span.start]
        if code and (quoted or not (_is_reported(before, words) or _is_of_things(before, words))):
            yield Found(span=marker.span, code=code, severity=Severity.ERROR)


def _mixed(markers: tuple[Marker, ...]) -> Iterator[Found]:
    """Find a sentence that gives both how likely a thing is and how sure the author is."""
    confidences = [marker for marker in markers if marker.marker_class is MarkerClass.CONFIDENCE]
    likelihoods = [
        marker
        for marker in markers
        if marker.marker_class is MarkerClass.LIKELIHOOD and not _is_of(marker, confidences)
    ]
    if confidences and likelihoods:
        first, second = sorted((confidences[0].span, likelihoods[0].span))
        yield Found(span=first, code="likelihood-with-confidence", severity=Severity.ERROR, also=(second,))


def _unbanded(prose: Prose, sentence: Span, markers: tuple[Marker, ...]) -> Iterator[Found]:
    """Find estimates without a band, one a sentence, where no term with a band stands beside."""
    if any(marker.marker_class is MarkerClass.LIKELIHOOD for marker in markers):
        return
    words = load_lint_words(prose.language)
    for marker in markers:
        before = prose.told[sentence.start : marker.span.start]
        if marker.marker_class is MarkerClass.UNBANDED and not _is_of_things(before, words):
            yield Found(span=marker.span, code="outside-bands", severity=Severity.ADVICE)
            return


def _absent(markers: tuple[Marker, ...]) -> Iterator[Found]:
    """Find what is told not to have happened; that a text does not say a thing can be looked up, and is milder."""
    for marker in markers:
        if marker.marker_class is MarkerClass.ABSENCE:
            severity = Severity.ADVICE if marker.shade == "text" else Severity.ERROR
            yield Found(span=marker.span, code="absence-as-fact", severity=severity)


def _unusual(prose: Prose, sentence: Span, following: Span | None, markers: tuple[Marker, ...]) -> Iterator[Found]:
    """Find what is called odd, where neither its sentence nor the next says of how many."""
    odd = [m for m in markers if m.marker_class is MarkerClass.NORM and m.shade in {"odd", "striking"}]
    if not odd:
        return
    around = prose.told[sentence.start : (following or sentence).end]
    if _COUNT.search(around) or load_lint_words(prose.language).base.search(around):
        return
    for marker in odd:
        severity = Severity.ERROR if marker.shade == "odd" else Severity.ADVICE
        yield Found(span=marker.span, code="unusual-without-base", severity=severity)


def _is_reported(before: str, words: LintWords) -> bool:
    """Tell whether the words before say that somebody said what follows."""
    return words.reported.search(before) is not None


def _is_of_things(before: str, words: LintWords) -> bool:
    """Tell whether the subject right before is a program, a reader, a rule: nobody whose mind is read."""
    return words.things.search(before) is not None


def _is_of(marker: Marker, others: list[Marker]) -> bool:
    """Tell whether a word is part of another: "one has the feeling" is a hedge, and nobody's mood."""
    return marker.shade != LIKENESS and any(
        other.shade != LIKENESS and marker.span.overlaps(other.span) for other in others
    )
