"""The sentences of the sources with their content words, and the places where a quotation's words stand as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from communique.model import Account, Part, Span, SpeechForm
from communique.reasoning.audit.quoting.words import Term, fold_words, terms_of

_BORDER = re.compile(r"[,.;:!?…()“”«»\"\n]|\s[–—-]\s")
_WORDS_BESIDE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """
    Words of one source that may be those of a quotation.

    ``likeness`` is 0 to 1, higher is closer: the harmonic mean of ``covered``, how much of the quotation's content
    words, by weight, the passage has, and ``filled``, how much of the passage's the quotation has; where sentence
    vectors are at hand, drawn up by their cosine. ``shared`` is the number of content words in common, ``plain`` of
    those that are no names, ``telling`` of those that not all such texts have; ``met`` are their keys. ``exact`` tells
    that all words stand there, one after the other.
    """

    account: Account
    span: Span
    likeness: float
    covered: float
    filled: float
    shared: int
    plain: int
    telling: int = 0
    met: frozenset[str] = frozenset()
    exact: bool = False

    @property
    def words(self) -> str:
        """The exact words of the source."""
        return self.account.release.words(self.span)


@dataclass(frozen=True, slots=True)
class SentenceTerms:
    """One sentence of a source and its content words, in order."""

    span: Span
    terms: tuple[Term, ...]


@lru_cache(maxsize=512)
def _sentences(
    text: str, language: str, spans: tuple[Span, ...], labels: tuple[Span, ...]
) -> tuple[SentenceTerms, ...]:
    """Give the content words sentence by sentence, those of speakers' labels left out."""
    labelled = {at for label in labels for at in range(label.start, label.end)}
    terms = tuple(term for term in terms_of(text, language) if term.start not in labelled)
    found, at = [], 0
    for span in spans:
        while at < len(terms) and terms[at].start < span.start:
            at += 1
        first = at
        while at < len(terms) and terms[at].end <= span.end:
            at += 1
        found.append(SentenceTerms(span, terms[first:at]))
    return tuple(found)


def widen(account: Account, span: Span) -> Span:
    """Give a passage with the words beside it, up to the nearest mark or six words on, inside its sentences."""
    text = account.release.text
    around = [sentence for sentence in account.sentences if sentence.overlaps(span)]
    low = min((sentence.start for sentence in around), default=span.start)
    high = max((sentence.end for sentence in around), default=span.end)
    before = max((m.end() for m in _BORDER.finditer(text, low, span.start)), default=low)
    after = next((m.start() for m in _BORDER.finditer(text, span.end, high)), high)
    left = [m.start() for m in re.finditer(r"\S+", text[before : span.start])][-_WORDS_BESIDE:]
    right = [m.end() for m in re.finditer(r"\S+", text[span.end : after])][:_WORDS_BESIDE]
    start = before + left[0] if left else span.start
    return Span(min(start, span.start), span.end + right[-1] if right else span.end, span.part)


def read_sentences(account: Account) -> tuple[SentenceTerms, ...]:
    """Give the sentences of a source's body with their content words; speakers' labels have none."""
    labels = tuple(
        q.cue for q in account.quotations if q.form is SpeechForm.TURN and q.cue is not None and q.cue.part is Part.TEXT
    )
    sentences = tuple(sentence for sentence in account.sentences if sentence.part is Part.TEXT)
    return _sentences(account.release.text, account.release.language, sentences, labels)


def find_exact(words: str, accounts: Iterable[Account]) -> Iterator[Original]:
    """Give the places where all the words stand in their order, whatever the marks between them."""
    wanted = [word for word, _, _ in fold_words(words)]
    if not wanted:
        return
    for account in accounts:
        for start, end in _runs(wanted, account.release.text):
            span = Span(start, end)
            yield Original(
                account=account,
                span=span,
                likeness=1.0,
                covered=1.0,
                filled=1.0,
                shared=len(wanted),
                plain=len(wanted),
                telling=len(wanted),
                exact=True,
            )


@lru_cache(maxsize=512)
def _folded(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    found = fold_words(text)
    return tuple(word for word, _, _ in found), tuple((start, end) for _, start, end in found)


def _runs(wanted: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    words, places = _folded(text)
    first, many = wanted[0], len(wanted)
    for at, word in enumerate(words[: len(words) - many + 1]):
        if word == first and list(words[at : at + many]) == list(wanted):
            yield places[at][0], places[at + many - 1][1]
