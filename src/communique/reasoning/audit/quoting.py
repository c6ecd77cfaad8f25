"""Quotations in an essay, found, and each compared word by word with the words of the sources that it renders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from communique.collation.vectors import Vectors
from communique.languages.english.sentences import find_sentences
from communique.model import Account, ClaimStatus, Person, Span
from communique.reasoning.audit.quoting_checks import Grade, QuotationCheck, Rendering
from communique.reasoning.audit.quoting_differences import compare_words, similarity
from communique.reasoning.audit.quoting_marks import Quoted, QuotedForm, attributed, find_marked, in_order
from communique.reasoning.audit.quoting_passages import find_passages, find_supplement
from communique.reasoning.audit.quoting_ruling import statement_of, status_of, witnesses_of
from communique.reasoning.audit.quoting_sources import Passage, find_exact, widen
from communique.reasoning.audit.quoting_speakers import meant_by, same_person, speaker_of
from communique.reasoning.audit.quoting_words import language_of, terms_of

__all__ = ["Grade", "QuotationCheck", "Quoted", "QuotedForm", "Rendering", "check_quotation", "find_quoted"]

NEARLY = 0.75
"""The least share of all words, in order, that a quotation has in common with its passage to be nearly exact."""

COVERED, FEWEST = 0.5, 4
"""The least share of the quotation's content words, by weight, that a passage must have, and the least number."""

MOST = 0.7
"""From this share on three words in common are enough."""

SHORT, ALIKE = 4, 0.45
"""Quotations of so few content words are found only where all words, those of grammar too, are this much alike."""

LIKE = 0.55
"""The least likeness, which also counts what the passage has beside the quotation."""

BESIDE = 0.45
"""The least share of a sentence's content words where the sentences around it are found close by."""

_FEWEST_NAMED = 3
_ELLIPSIS = re.compile(r"\s*(?:\[?\(?(?:…|\.\.\.)\)?\]?|<…>)\s*")
_AROUND = 400


def find_quoted(essay_text: str) -> tuple[Quoted, ...]:
    """
    Give every stretch that an essay quotes, in order; scare quotes of a word or two are among them, marked as such.

    >>> essay = 'Ms Korin said: “The ferry will run again”. This “ferry” is old.'
    >>> [(quoted.form.value, quoted.words.of(essay)) for quoted in find_quoted(essay)]
    [('marks', 'The ferry will run again'), ('scare', 'ferry')]
    """
    found = (quoted if quoted.inside else attributed(essay_text, quoted) for quoted in find_marked(essay_text))
    return in_order(tuple(found))


def check_quotation(
    words: str, accounts: Iterable[Account], *, speaker: str = "", vectors: Vectors | None = None
) -> QuotationCheck:
    """
    Find the passage of the sources that a quotation renders, and compare the two word by word.

    ``speaker`` are the essay's words for who said it ("the Velmarkian Prime Minister"), empty where it names nobody.
    ``vectors`` finds renderings in other words and, of other languages, at all.
    """
    sources = tuple(accounts)
    language = language_of(words)
    renderings = tuple(_render(words, part, sources, language, vectors) for part in _parts(words))
    renderings = tuple(_beside(words, renderings, sources, language))
    found = [rendering for rendering in renderings if rendering.passage is not None]
    if not found:
        return QuotationCheck(
            status=ClaimStatus.NOT_FOUND,
            statement="No source at hand has these words, or others that say the same.",
            grade=Grade.NONE,
            renderings=renderings,
        )
    other = _other_speaker(speaker, found, sources)
    return QuotationCheck(
        status=status_of(renderings, other),
        statement=statement_of(words, renderings, other),
        grade=max((r.grade for r in found), key=tuple(Grade).index),
        witnesses=tuple(witnesses_of(found, other)),
        renderings=renderings,
        other_speaker=other,
    )


def _parts(words: str) -> Iterator[Span]:
    """Part a quotation into its sentences, and at dots that stand for words left out."""
    for sentence in find_sentences(words):
        start = sentence.start
        for gap in (*_ELLIPSIS.finditer(words, sentence.start, sentence.end), None):
            end = gap.start() if gap else sentence.end
            if words[start:end].strip(" .,;:!?—–-"):
                yield Span(start, end)
            start = gap.end() if gap else end


def _render(words: str, part: Span, accounts: Sequence[Account], language: str, vectors: Vectors | None) -> Rendering:
    quoted = part.of(words)
    exact = next(iter(find_exact(quoted, accounts)), None)
    content = terms_of(quoted, language)
    if exact is not None and len(content) > 1:
        return Rendering(words=part, grade=Grade.EXACT, passage=exact, speaker=speaker_of(exact.account, exact.span))
    for passage in find_passages(quoted, accounts, language, vectors):
        if _is_rendering(passage, len(content), quoted):
            return _supplemented(_rendering(part, quoted, passage, language), quoted, accounts)
    return Rendering(words=part, grade=Grade.NONE)


def _supplemented(rendering: Rendering, quoted: str, accounts: Sequence[Account]) -> Rendering:
    """Add another sentence of the sources where the passage renders only a part of what is quoted."""
    passage = rendering.passage
    if passage is None or rendering.grade is not Grade.RENDERED or passage.covered >= MOST:
        return rendering
    found = find_supplement(quoted, passage, accounts)
    if found is None:
        return rendering
    beside, gain = found
    return replace(rendering, passage=replace(passage, covered=min(1.0, passage.covered + gain)), elsewhere=beside)


def _is_rendering(passage: Passage, content: int, quoted: str) -> bool:
    """Tell whether a passage has enough of a quotation that chance and stock phrases do not explain it."""
    if passage.account.release.language != language_of(quoted):
        return True
    wide = passage.account.release.words(widen(passage.account, passage.span))
    nearness = max(similarity(quoted, passage.words), similarity(quoted, wide))
    if nearness >= NEARLY and content > FEWEST - 2:
        return True
    if content <= SHORT:
        alike = nearness >= ALIKE
        return alike and passage.covered >= MOST and passage.shared > 1 and passage.plain > 0
    if passage.covered >= MOST and passage.shared >= _FEWEST_NAMED and passage.plain > 0:
        return True
    return passage.covered >= COVERED and passage.likeness >= LIKE and passage.shared >= FEWEST and passage.plain > 1


def _rendering(part: Span, quoted: str, passage: Passage, language: str) -> Rendering:
    account = passage.account
    across = account.release.language != language
    wide = widen(account, passage.span)
    differences = (
        () if across else compare_words(quoted, account.release.text, wide, language=language, core=passage.span)
    )
    nearness = max(similarity(quoted, passage.words), similarity(quoted, account.release.words(wide)))
    near = not across and nearness >= NEARLY
    passage = replace(passage, span=wide)
    return Rendering(
        words=part,
        grade=Grade.NEARLY if near else Grade.RENDERED,
        passage=passage,
        speaker=speaker_of(account, passage.span),
        differences=differences,
    )


def _beside(
    words: str, renderings: Sequence[Rendering], accounts: Sequence[Account], language: str
) -> Iterator[Rendering]:
    """Look for sentences not found near those found: what stands beside them in the essay stands beside them there."""
    found = [r.passage for r in renderings if r.passage is not None]
    for rendering in renderings:
        if rendering.passage is not None or not found:
            yield rendering
            continue
        quoted = rendering.words.of(words)
        near = [
            passage
            for passage in find_passages(quoted, accounts, language)
            if passage.covered >= BESIDE and passage.shared > 1 and any(_close(passage, one) for one in found)
        ]
        yield _rendering(rendering.words, quoted, near[0], language) if near else rendering


def _close(one: Passage, other: Passage) -> bool:
    return one.account is other.account and abs(one.span.start - other.span.start) <= _AROUND


def _other_speaker(speaker: str, found: Sequence[Rendering], accounts: Sequence[Account]) -> Person | None:
    """Give who says the words in the source where that is not whom the essay names."""
    said = [r.speaker for r in found if r.speaker is not None]
    meant = meant_by(speaker, accounts) if speaker else None
    if meant is None or not said or any(same_person(meant, person) for person in said):
        return None
    return said[0]
