"""What the clauses of a passage assert: their words by concept, which of them are denied, and how plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from anyascii import anyascii

from communique.languages.assertion_lexicon import AssertionLexicon, Cue, load_assertion_lexicon
from communique.languages.lemmas import BaseForm, find_base_forms
from communique.languages.phrases import Fit, lowered
from communique.model.spans import Span

_MARK = re.compile(r"[,;:](?=\s)(?!\s+(?:19|20)\d\d\b)|\s[–—-]\s|[()?!…]|\.(?=\s|$)")
_SOUNDS = (
    ("sch", "sh"), ("th", "t"), ("ph", "f"), ("kh", "h"), ("ck", "k"), ("w", "v"), ("x", "ks"), ("y", "i"), ("j", "i"),
    ("c", "k"), ("ii", "i"), ("oe", "o"), ("nn", "n"), ("ss", "s"), ("tt", "t"), ("ll", "l"),
)  # fmt: skip
_NAME_LETTERS = 5
_LEAST_LETTERS = 3
_VOWELS = "aeiou"
_RUSSIAN_VERB = re.compile(r"(?<=\w{3})(?:ива|ыва|ова|ева|ва|ля|я|а|и|е|ну)?ть(?:ся)?$")
_KAZAKH_STEM = 5
_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """
    A word that tells of the matter.

    ``code`` is the concept it stands for, the same in every language, else its base form; ``known`` tells which;
    ``name`` marks a capital letter, whose code is written after its sound.
    """

    code: str
    span: Span
    known: bool = False
    name: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A term that is denied, by its place among the terms of the clause, and the words that deny it."""

    term: int
    cue: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """
    One clause: its terms, which of them are denied, and how plainly it is put.

    ``cues`` are all words that deny, for two may cancel each other. ``moods`` hold "future" and "open" (wished,
    possible, demanded), ``limits`` the words that make it hold in some case only.
    """

    span: Span
    terms: tuple[Term, ...]
    denials: tuple[Denial, ...] = ()
    cues: tuple[Span, ...] = ()
    moods: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()

    @property
    def denying(self) -> int:
        """How many words deny."""
        return len(self.cues)

    def is_denied(self, term: int) -> bool:
        """Tell whether a term is denied, by its place."""
        return any(denial.term == term for denial in self.denials)


def find_assertions(text: str, passage: Span, language: str) -> tuple[Assertion, ...]:
    """
    Give the clauses of a passage with what they assert, in order; a clause without a telling word is left out.

    >>> told = "Tholia did not sign the treaty."
    >>> (clause,) = find_assertions(told, Span(0, len(told)), "en")
    >>> [term.code for term in clause.terms], [clause.terms[d.term].code for d in clause.denials]
    (['tol', 'signing', 'treaty'], ['signing'])
    """
    lexicon = load_assertion_lexicon(language)
    words = passage.of(text)
    conditions = frozenset(
        words[fit.start : fit.end].lower() for fit in lexicon.moods.find(words) if Cue.CONDITION in fit.labels
    )
    clauses = (_assertion(words, start, end, passage, language) for start, end in _clauses(words, lexicon))
    return tuple(replace(clause, limits=clause.limits | conditions) for clause in clauses if clause.terms)


def _clauses(words: str, lexicon: AssertionLexicon) -> Iterator[tuple[int, int]]:
    """Cut at marks and before words that begin a clause."""
    cuts = {0, len(words)} | {mark.end() for mark in _MARK.finditer(words)}
    cuts |= {fit.start for fit in lexicon.breaks.find(words)}
    for start, end in pairwise(sorted(cuts)):
        if words[start:end].strip():
            yield start, end


def _assertion(words: str, start: int, end: int, passage: Span, language: str) -> Assertion:
    lexicon = load_assertion_lexicon(language)
    clause = words[start:end]
    cues = tuple(lexicon.denials.find(clause))
    moods = tuple(lexicon.moods.find(clause))
    forms = tuple(find_base_forms(clause, language))
    held = tuple(_terms(clause, forms, language))
    offset = passage.start + start
    by_suffix = tuple(_by_suffix(clause, forms, held, lexicon))
    denials = (*_denied(cues, held), *by_suffix)
    return Assertion(
        span=Span(offset, passage.start + end, passage.part),
        terms=tuple(replace(term, span=_moved(term.span, offset, passage)) for term in held),
        denials=tuple(replace(denial, cue=_moved(denial.cue, offset, passage)) for denial in denials),
        cues=tuple(_moved(cue, offset, passage) for cue in _cues(cues, by_suffix)),
        moods=_kinds(moods, Cue.FUTURE, Cue.OPEN) | _futures(clause, forms, language),
        limits=frozenset(clause[fit.start : fit.end].lower() for fit in moods if Cue.LIMIT in fit.labels),
    )


def _moved(span: Span, offset: int, passage: Span) -> Span:
    return Span(span.start + offset, span.end + offset, passage.part)


def _kinds(fits: Sequence[Fit], *cues: Cue) -> frozenset[str]:
    return frozenset(cue.value for cue in cues for fit in fits if cue in fit.labels)


def _cues(fits: Sequence[Fit], by_suffix: Sequence[Denial]) -> Iterator[Span]:
    """Give what denies; words of concord ("никто … не") count only where nothing else denies, and once."""
    plain = [Span(fit.start, fit.end) for fit in fits if {Cue.DENIES, Cue.VERB, Cue.BEHIND} & set(fit.labels)]
    concord = [Span(fit.start, fit.end) for fit in fits if Cue.CONCORD in fit.labels][:1]
    yield from plain or concord
    yield from (denial.cue for denial in by_suffix)


def _denied(cues: Sequence[Fit], terms: Sequence[Term]) -> Iterator[Denial]:
    """Give what each cue denies: the first term behind it that is no name, or the last before it."""
    plain = [fit for fit in cues if Cue.DENIES in fit.labels] or [fit for fit in cues if Cue.CONCORD in fit.labels]
    for fit in plain:
        behind = [i for i, term in enumerate(terms) if term.span.start >= fit.start][:_NEAR]
        target = next((i for i in behind if not terms[i].name), None)
        if target is not None and terms[target].span.end > fit.end:
            yield Denial(term=target, cue=Span(fit.start, fit.end))
    for fit in cues:
        if Cue.BEHIND in fit.labels:
            before = [i for i, term in enumerate(terms) if term.span.end <= fit.start]
            if before:
                yield Denial(term=before[-1], cue=Span(fit.start, fit.end))


def _by_suffix(
    clause: str, forms: Sequence[BaseForm], terms: Sequence[Term], lexicon: AssertionLexicon
) -> Iterator[Denial]:
    for form in forms:
        ending = lexicon.suffix.search(lowered(clause[form.start : form.end]))
        if ending is None:
            continue
        span = Span(form.start, form.end)
        yield from (Denial(term=i, cue=span) for i, term in enumerate(terms) if term.span.overlaps(span))


def _terms(clause: str, forms: Sequence[BaseForm], language: str) -> Iterator[Term]:
    """Give the terms of a clause: concepts of several words first, then of one, then other telling words."""
    lexicon = load_assertion_lexicon(language)
    at = 0
    while at < len(forms):
        size, code = _concept(forms, at, lexicon)
        first, last = forms[at], forms[at + size - 1]
        span = Span(first.start, last.end)
        if code:
            yield Term(code=code, span=span, known=True)
        elif _tells(first, lexicon):
            capital = clause[first.start].isupper() and clause[first.start : first.end] != "I"
            yield Term(code=_code(clause, first, language, name=capital), span=span, name=capital)
        at += size


def _tells(form: BaseForm, lexicon: AssertionLexicon) -> bool:
    return form.lemma not in lexicon.empty and not form.lemma[0].isdigit() and len(form.lemma) > 1


def _concept(forms: Sequence[BaseForm], at: int, lexicon: AssertionLexicon) -> tuple[int, str]:
    for size in range(min(lexicon.longest, len(forms) - at), 0, -1):
        lemmas = tuple(form.lemma for form in forms[at : at + size])
        if code := lexicon.concepts.get(lemmas):
            return size, code
        joined = " ".join(lemmas)
        for beginning, code in lexicon.beginnings if size <= 1 + joined.count(" ") else ():
            if joined.startswith(beginning) and beginning.count(" ") == size - 1:
                return size, code
    return 1, ""


def _code(clause: str, form: BaseForm, language: str, *, name: bool) -> str:
    if name:
        return sound(clause[form.start : form.end])
    if language == "ru":
        return _RUSSIAN_VERB.sub("", form.lemma)
    return form.lemma[:_KAZAKH_STEM] if language == "kk" else form.lemma


def sound(word: str) -> str:
    """
    Write a name after its sound, as far as languages share it: the first letters, in Latin.

    >>> sound("Толией"), sound("Tholia"), sound("Велмарка"), sound("Velmark")
    ('tol', 'tol', 'velm', 'velm')
    """
    plain = anyascii(word).lower().replace("'", "")
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    heard = plain[:_NAME_LETTERS]
    return heard.rstrip(_VOWELS) if len(heard.rstrip(_VOWELS)) >= _LEAST_LETTERS else heard


def _futures(clause: str, forms: Sequence[BaseForm], language: str) -> frozenset[str]:
    """Tell a future by the form of a verb, where the language has such a form."""
    if language != "ru":
        return frozenset()
    from communique.languages.russian.words import read_word  # noqa: PLC0415 - loads a dictionary

    likeliest = (read_word(lowered(clause[form.start : form.end]))[:1] for form in forms)
    return frozenset({Cue.FUTURE.value} if any(r and r[0].has("futr") for r in likeliest) else ())
