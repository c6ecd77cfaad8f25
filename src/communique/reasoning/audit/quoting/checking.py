"""Quotations in an essay, found, and each compared word by word with the words of the sources that it renders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.collation.vectors import Vectors
from communique.languages.english.sentences import find_sentences
from communique.model import Account, Person, Span
from communique.reasoning.audit.quoting.differences import compare_words, similarity
from communique.reasoning.audit.quoting.governing import find_governing
from communique.reasoning.audit.quoting.marks import Quoted, QuotedForm, attributed, find_marked, in_order, strip_marks
from communique.reasoning.audit.quoting.originals import find_originals, find_supplement
from communique.reasoning.audit.quoting.renderings import Grade, QuotationCheck, Rendering
from communique.reasoning.audit.quoting.ruling import check_of, turned
from communique.reasoning.audit.quoting.sources import Original, find_exact, widen
from communique.reasoning.audit.quoting.speakers import meant_by, same_person, speaker_of
from communique.reasoning.audit.quoting.whose import compare_speakers
from communique.reasoning.audit.quoting.words import language_of, terms_of

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

AS_GOOD = 0.9
"""From this share of the best likeness on a passage is as good as the best, and who says it decides."""

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


def check_quotation(  # noqa: PLR0913 - what an essay says of a quotation has these parts
    words: str,
    accounts: Iterable[Account],
    *,
    speaker: str = "",
    addressee: str = "",
    denied: bool = False,
    vectors: Vectors | None = None,
) -> QuotationCheck:
    """
    Find the passage of the sources that a quotation renders, and compare the two word by word.

    ``speaker`` are the essay's words for who said it ("the Velmarkian Prime Minister"), ``addressee`` those for whom it
    was said to, empty where it names nobody; ``denied`` tells that it says the words were not said. ``vectors`` finds
    renderings in other words and, of other languages, at all.
    """
    sources = tuple(accounts)
    plain = strip_marks(words)
    asked = _Asked(
        words=plain,
        accounts=sources,
        language=language_of(plain),
        meant=meant_by(speaker, sources) if speaker else None,
        vectors=vectors,
    )
    renderings = tuple(_beside(asked, tuple(_render(asked, part) for part in _parts(plain))))
    found = [rendering for rendering in renderings if rendering.original is not None]
    check = check_of(plain, renderings, compare_speakers(speaker, addressee, found, sources))
    return turned(check) if denied else check


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A quotation with what its sentences are looked up in; ``meant`` is who is said to have said it, if known."""

    words: str
    accounts: tuple[Account, ...]
    language: str
    meant: Person | None
    vectors: Vectors | None


def _parts(words: str) -> Iterator[Span]:
    """Part a quotation into its sentences, and at dots that stand for words left out."""
    for sentence in find_sentences(words):
        start = sentence.start
        for gap in (*_ELLIPSIS.finditer(words, sentence.start, sentence.end), None):
            end = gap.start() if gap else sentence.end
            if words[start:end].strip(" .,;:!?—–-"):
                yield Span(start, end)
            start = gap.end() if gap else end


def _render(asked: _Asked, part: Span) -> Rendering:
    quoted = part.of(asked.words)
    content = terms_of(quoted, asked.language)
    exact = [_exact(asked, part, one) for one in find_exact(quoted, asked.accounts)] if len(content) > 1 else []
    if exact:
        return min(exact, key=lambda one: (not _says(one.speaker, asked), one.governing is not None))
    fitting = [
        original
        for original in find_originals(quoted, asked.accounts, asked.language, asked.vectors)
        if _is_rendering(original, len(content), quoted)
    ]
    if not fitting:
        return Rendering(words=part, grade=Grade.NONE)
    as_good = [one for one in fitting if one.likeness >= fitting[0].likeness * AS_GOOD]
    best = next((one for one in as_good if _says(speaker_of(one.account, one.span), asked)), fitting[0])
    return _supplemented(_rendering(asked, part, best), quoted, asked.accounts)


def _exact(asked: _Asked, part: Span, original: Original) -> Rendering:
    return Rendering(
        words=part,
        grade=Grade.EXACT,
        original=original,
        speaker=speaker_of(original.account, original.span),
        governing=find_governing(asked.words, original.account, original.span),
    )


def _says(person: Person | None, asked: _Asked) -> bool:
    """Tell whether somebody is whom the essay means."""
    return person is not None and asked.meant is not None and same_person(person, asked.meant)


def _supplemented(rendering: Rendering, quoted: str, accounts: Sequence[Account]) -> Rendering:
    """Add another sentence of the sources where the passage renders only a part of what is quoted."""
    original = rendering.original
    if original is None or rendering.grade is not Grade.RENDERED or original.covered >= MOST:
        return rendering
    found = find_supplement(quoted, original, accounts)
    if found is None:
        return rendering
    beside, gain = found
    return replace(rendering, original=replace(original, covered=min(1.0, original.covered + gain)), elsewhere=beside)


def _is_rendering(original: Original, content: int, quoted: str) -> bool:
    """Tell whether a passage has enough of a quotation that chance and stock phrases do not explain it."""
    if original.account.release.language != language_of(quoted):
        return True
    wide = original.account.release.words(widen(original.account, original.span))
    nearness = max(similarity(quoted, original.words), similarity(quoted, wide))
    if nearness >= NEARLY and content > FEWEST - 2:
        return True
    if content <= SHORT:
        alike = nearness >= ALIKE
        return alike and original.covered >= MOST and original.shared > 1 and original.plain > 0
    if original.covered >= MOST and original.shared >= _FEWEST_NAMED and original.plain > 0:
        return True
    return (
        original.covered >= COVERED and original.likeness >= LIKE and original.shared >= FEWEST and original.plain > 1
    )


def _rendering(asked: _Asked, part: Span, original: Original) -> Rendering:
    account, language, quoted = original.account, asked.language, part.of(asked.words)
    across = account.release.language != language
    wide = widen(account, original.span)
    differences = (
        () if across else compare_words(quoted, account.release.text, wide, language=language, core=original.span)
    )
    nearness = max(similarity(quoted, original.words), similarity(quoted, account.release.words(wide)))
    near = not across and nearness >= NEARLY
    return Rendering(
        words=part,
        grade=Grade.NEARLY if near else Grade.RENDERED,
        original=replace(original, span=wide),
        speaker=speaker_of(account, wide),
        differences=differences,
        governing=find_governing(asked.words, account, original.span) if near else None,
    )


def _beside(asked: _Asked, renderings: Sequence[Rendering]) -> Iterator[Rendering]:
    """Look for sentences not found near those found: what stands beside them in the essay stands beside them there."""
    found = [r.original for r in renderings if r.original is not None]
    for rendering in renderings:
        if rendering.original is not None or not found:
            yield rendering
            continue
        quoted = rendering.words.of(asked.words)
        near = [
            original
            for original in find_originals(quoted, asked.accounts, asked.language)
            if original.covered >= BESIDE and original.shared > 1 and any(_close(original, one) for one in found)
        ]
        yield _rendering(asked, rendering.words, near[0]) if near else rendering


def _close(one: Original, other: Original) -> bool:
    return one.account is other.account and abs(one.span.start - other.span.start) <= _AROUND
