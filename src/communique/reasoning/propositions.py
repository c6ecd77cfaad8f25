"""Sentences of a commentary as chains of guesses and grounds see them: what is guessed, of whom, on what ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from communique.languages.assertion_lexicon import is_asserting, load_assertion_lexicon
from communique.languages.estimative import Marker, MarkerClass, find_markers
from communique.languages.lemmas import BaseForm, find_base_forms
from communique.languages.trail_words import TrailWords, load_trail_words
from communique.model import Span

LIKENESS = "likeness"
"""The shade of "as if": it compares, and guesses nothing."""

OPENING = frozenset({"appearance", "opinion", "hearsay"})
"""The shades of hedges that open a clause of their own ("it looks like")."""

COLOURS = frozenset({MarkerClass.MOTIVE, MarkerClass.MOOD, MarkerClass.BODY})

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STOPS = re.compile(r"[;:()\[\]—–]|,\s")
_LEAST = 2
_SHORT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """
    The words of one clause, the base forms that carry it, the names in it, and the kinds of contact it tells of.

    ``kin_lemmas`` are those base forms that tell of a kind of contact.
    """

    span: Span
    lemmas: frozenset[str]
    names: frozenset[str]
    kin: frozenset[str]
    kin_lemmas: frozenset[str]
    hedge: Marker


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """
    A demonstrative with its noun ("that message"), or an article that opens the sentence with its ("the demand").

    ``kin`` is the kind of contact that the noun tells of, empty for others; ``stands_for_thought``: it can mean a whole
    thought ("this fear"); ``is_article``: the weaker of the two.
    """

    span: Span
    lemma: str
    kin: str
    stands_for_thought: bool
    is_article: bool


@dataclass(frozen=True, eq=False, kw_only=True)
class Passage:
    """One sentence of a text with the markers in it; ``is_others`` where another's words make most of it."""

    text: str
    language: str
    span: Span
    markers: tuple[Marker, ...]
    is_others: bool

    @property
    def grounds(self) -> tuple[Marker, ...]:
        """The words that name a ground."""
        return tuple(m for m in self._of(MarkerClass.PREMISE) if m.shade == "ground")

    @property
    def conclusions(self) -> tuple[Marker, ...]:
        """The words that open a conclusion."""
        return tuple(m for m in self._of(MarkerClass.PREMISE) if m.shade == "conclusion")

    @property
    def booster(self) -> Marker | None:
        """The first word that assures."""
        return next(iter(self._of(MarkerClass.BOOSTER)), None)

    @property
    def colours(self) -> frozenset[MarkerClass]:
        """Which of motive, mood and body the sentence tells of."""
        return frozenset(marker.marker_class for marker in self.markers) & COLOURS

    @property
    def hedges(self) -> tuple[Marker, ...]:
        """The words that make a guess of it; a ground named with "judging by" is none."""
        grounds = [marker.span for marker in self.grounds]
        return tuple(
            marker
            for marker in self._of(MarkerClass.HEDGE)
            if marker.shade != LIKENESS and not any(marker.span.overlaps(ground) for ground in grounds)
        )

    @cached_property
    def guesses(self) -> tuple[Proposition, ...]:
        """What is guessed in it, one proposition a hedge."""
        return tuple(self._proposition(self._scope(hedge), hedge) for hedge in self.hedges)

    @cached_property
    def whole(self) -> Proposition:
        """The sentence as one proposition; its hedge is its first word where it has none."""
        return self._proposition(self.span, self.hedges[0] if self.hedges else _no_hedge(self.span))

    @cached_property
    def pointers(self) -> tuple[Pointer, ...]:
        """The demonstratives with their nouns."""
        return tuple(self._pointers())

    @property
    def opens_with_pronoun(self) -> bool:
        """Whether a pronoun is among its first words: it goes on about the same."""
        opening = [word.group().lower() for word in _WORD.finditer(self.text, self.span.start, self.span.end)][:_LEAST]
        return bool(self._words.pronouns.intersection(opening))

    def opens_with(self, marker: Marker) -> bool:
        """Tell whether a marker is among the first words."""
        return len(self.text[self.span.start : marker.span.start].split()) <= _LEAST

    def hedge_within(self, span: Span, *, but: Marker | None = None, past: Marker | None = None) -> Marker | None:
        """Give the first hedge within some words, but for one, and behind another marker where asked."""
        start = past.span.end if past else span.start
        found = (m for m in self.hedges if start <= m.span.start and m.span.end <= span.end)
        return next((marker for marker in found if but is None or marker.span != but.span), None)

    def clause_after(self, marker: Marker) -> Proposition | None:
        """Give the words from a marker to the end of its clause, None where there are none."""
        stop = _STOPS.search(self.text, marker.span.end + 1, self.span.end)
        end = stop.start() if stop else self.span.end
        return self._proposition(Span(marker.span.end, end), marker) if marker.span.end < end else None

    @property
    def _words(self) -> TrailWords:
        return load_trail_words(self.language)

    def _of(self, name: MarkerClass) -> Iterator[Marker]:
        return (marker for marker in self.markers if marker.marker_class is name)

    def _scope(self, hedge: Marker) -> Span:
        """
        Give the words that a hedge weakens: what follows it to the end of the clause.

        Where that says little, more is taken: behind a hedge that opens a clause ("it looks like, during the visit, …")
        the next clauses, before any other what goes before it; words in brackets weaken the clause before the bracket.
        """
        stops = [*_STOPS.finditer(self.text, self.span.start, self.span.end)]
        ends = [*(m.start() for m in stops if m.start() >= hedge.span.end), self.span.end]
        starts = [
            hedge.span.start,
            *reversed([self.span.start, *(m.end() for m in stops if m.end() <= hedge.span.start)]),
        ]
        opening = ends if hedge.shade in OPENING else ends[:1]
        spans = [*(Span(starts[0], end) for end in opening), *(Span(start, opening[-1]) for start in starts[1:])]
        return next((span for span in spans if len(self._lemmas(span)) >= _LEAST), spans[-1])

    def _lemmas(self, span: Span) -> frozenset[str]:
        """Give the base forms that carry a clause: no function words, no names, no words of the markers."""
        taken = [
            m.span
            for m in self.markers
            if m.marker_class in {MarkerClass.HEDGE, MarkerClass.BOOSTER, MarkerClass.PREMISE}
        ]
        words = self.text[span.start : span.end]
        return frozenset(
            form.lemma
            for form in find_base_forms(words, self.language)
            if form.lemma not in self._empty
            and len(form.lemma) > _SHORT
            and not form.lemma.isdigit()
            and not _is_name(words, form.start)
            and not any(marked.start <= form.start + span.start < marked.end for marked in taken)
        )

    def _proposition(self, span: Span, hedge: Marker) -> Proposition:
        lemmas = self._lemmas(span)
        words = self.text[span.start : span.end]
        kin_lemmas = lemmas & self._words.kin.keys()
        return Proposition(
            span=span,
            lemmas=lemmas,
            names=frozenset(m.group().lower() for m in _WORD.finditer(words) if _is_name(words, m.start())),
            kin=frozenset(self._words.kin[lemma] for lemma in kin_lemmas),
            kin_lemmas=kin_lemmas,
            hedge=hedge,
        )

    def _pointers(self) -> Iterator[Pointer]:
        forms = [*find_base_forms(self.span.of(self.text), self.language)]
        for place, form in enumerate(forms[:-1]):
            written = self.text[self.span.start + form.start : self.span.start + form.end].lower()
            if {written, form.lemma} & self._words.demonstratives or (not place and written in self._words.definite):
                nouns = [noun for noun in forms[place + 1 : place + 4] if noun.lemma not in self._words.articles][:2]
                pointers = (self._pointer(form, noun) for noun in nouns if nouns[0].lemma not in self._empty)
                yield from (pointer for pointer in pointers if pointer is not None)

    def _pointer(self, demonstrative: BaseForm, noun: BaseForm) -> Pointer | None:
        """Give a demonstrative with a word that can be its noun, None for one that tells nothing."""
        start, end = self.span.start + demonstrative.start, self.span.start + noun.end
        if noun.lemma in self._empty or _STOPS.search(self.text, start, end):
            return None
        after = Span(self.span.start + demonstrative.end, end)
        coloured = [m.span for m in self.markers if m.marker_class in COLOURS and after.start <= m.span.start < end]
        whole = Span(start, max([end, *(words.end for words in coloured)]))
        shell = noun.lemma in self._words.shells
        article = demonstrative.lemma in self._words.definite
        return Pointer(
            span=whole,
            lemma=noun.lemma,
            kin=self._words.kin.get(noun.lemma, ""),
            stands_for_thought=not article and (shell or bool(coloured)),
            is_article=article,
        )

    @property
    def _empty(self) -> frozenset[str]:
        """Base forms that tell nothing of the matter."""
        return load_assertion_lexicon(self.language).empty if is_asserting(self.language) else frozenset()


def read_passages(
    text: str, language: str, sentences: tuple[Span, ...], quoted: tuple[Span, ...]
) -> tuple[Passage, ...]:
    """Give the sentences of a text with the author's markers in each; those within quotations are nobody's here."""
    markers = [m for m in find_markers(text, language) if not any(words.covers(m.span) for words in quoted)]
    return tuple(
        Passage(
            text=text,
            language=language,
            span=sentence,
            markers=tuple(m for m in markers if sentence.start <= m.span.start < sentence.end),
            is_others=_quoted_share(sentence, quoted) > 0.5,  # noqa: PLR2004 - the greater part
        )
        for sentence in sentences
    )


def _quoted_share(sentence: Span, quoted: tuple[Span, ...]) -> float:
    shared = sum(max(0, min(sentence.end, q.end) - max(sentence.start, q.start)) for q in quoted)
    return shared / len(sentence)


def _is_name(words: str, start: int) -> bool:
    return words[start].isupper()


def _no_hedge(span: Span) -> Marker:
    return Marker(span=Span(span.start, span.start + 1), marker_class=MarkerClass.HEDGE, shade="", entry="")
