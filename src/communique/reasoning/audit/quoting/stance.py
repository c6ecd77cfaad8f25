"""Denial and hedges: what a quotation denies or weakens otherwise than the passage it renders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from communique.languages.assertion_lexicon import Cue, is_asserting, load_assertion_lexicon
from communique.languages.commentary import Construction, pattern_of
from communique.languages.phrases import Phrases, build_phrases
from communique.model import Span
from communique.reasoning.audit.quoting.kinds import DifferenceKind, WordDifference
from communique.reasoning.audit.quoting.words import fold_words, terms_of
from communique.text.tables import load_toml


def compare_denials(quoted: str, text: str, span: Span, language: str) -> Iterator[WordDifference]:
    """Give a denial that only one of both has, of what both say."""
    if not is_asserting(language):
        return
    original = text[span.start : span.end]
    ours, theirs = _cues(quoted, 0, language), _cues(original, span.start, language)
    if len(ours) % 2 == len(theirs) % 2:
        yield from _dropped(quoted, text, span, language)
        return
    here, there = (ours[-1] if ours else None), (theirs[-1] if theirs else None)
    keys = {term.key for term in terms_of(quoted, language)} & {term.key for term in terms_of(original, language)}
    denied = _next_key(quoted, here, language) if len(ours) % 2 else _next_key(text, there, language)
    if denied not in keys:
        return
    yield WordDifference(
        kind=DifferenceKind.DENIAL,
        essay=here.of(quoted) if here else "",
        source=there.of(text) if there else "",
        here=here,
        there=there,
    )


def _dropped(quoted: str, text: str, span: Span, language: str) -> Iterator[WordDifference]:
    """Give a "no" or "not" that denies little by itself and changes much when it goes ("no small matter")."""
    original = text[span.start : span.end]
    for words, other, offset in ((quoted, original, 0), (original, quoted, span.start)):
        there = [word for word, _, _ in fold_words(other)]
        for fit in load_assertion_lexicon(language).denials.find(words):
            if Cue.CANCELLED.value not in fit.labels:
                continue
            said = words[fit.start : fit.end]
            last = fold_words(said)[-1][0]
            places = [at for at, word in enumerate(there) if word == last]
            if not places or any(_denied_before(there, at) for at in places):
                continue
            place, here = Span(fit.start + offset, fit.end + offset), words is quoted
            yield WordDifference(
                kind=DifferenceKind.DENIAL,
                essay=said if here else "",
                source="" if here else said,
                here=place if here else None,
                there=None if here else place,
            )


def _denied_before(words: list[str], at: int) -> bool:
    """Tell whether one of the two words before a place denies."""
    return any(pattern_of(Construction.DENYING_WORD).fullmatch(word) for word in words[max(0, at - 2) : at])


def _next_key(text: str, cue: Span | None, language: str) -> str:
    """Give the key of the first content word after a denial, empty without one."""
    if cue is None:
        return ""
    return next((term.key for term in terms_of(text, language) if term.start >= cue.end), "")


def _cues(words: str, offset: int, language: str) -> list[Span]:
    lexicon = load_assertion_lexicon(language)
    return [
        Span(fit.start + offset, fit.end + offset)
        for fit in lexicon.denials.find(words)
        if not {Cue.CANCELLED.value, Cue.CONCORD.value} & set(fit.labels)
        and not pattern_of(Construction.SCANT).fullmatch(words[fit.start : fit.end])
    ]


def compare_hedges(quoted: str, text: str, span: Span, language: str) -> Iterator[WordDifference]:
    """Give the words that weaken what is said in one of both only."""
    if language != "en":
        return
    ours = list(_hedge_words().find(quoted))
    theirs = list(_hedge_words().find(text[span.start : span.end]))
    kinds_here = {_sort_of(quoted[fit.start : fit.end]) for fit in ours}
    kinds_there = {_sort_of(text[span.start + fit.start : span.start + fit.end]) for fit in theirs}
    for fit in theirs:
        words = text[span.start + fit.start : span.start + fit.end]
        if _sort_of(words) not in kinds_here and _weakens(text, span.start + fit.end, words):
            place = Span(span.start + fit.start, span.start + fit.end)
            yield WordDifference(kind=DifferenceKind.HEDGE_LOST, source=words, there=place)
    for fit in ours:
        words = quoted[fit.start : fit.end]
        if _sort_of(words) not in kinds_there and _weakens(quoted, fit.end, words):
            yield WordDifference(kind=DifferenceKind.HEDGE_ADDED, essay=words, here=Span(fit.start, fit.end))


def _weakens(text: str, end: int, words: str) -> bool:
    """Tell whether a rounding word stands before a number; other hedges always weaken."""
    return (
        not pattern_of(Construction.ROUNDING).fullmatch(words)
        or pattern_of(Construction.BEFORE_NUMBER).match(text, end) is not None
    )


def _sort_of(words: str) -> str:
    """Give one name for hedges that do the same."""
    sorts = ((Construction.ABOVE, "above"), (Construction.BELOW, "below"), (Construction.ROUNDING, "about"))
    return next((sort for one, sort in sorts if pattern_of(one).fullmatch(words)), "doubt")


@cache
def _hedge_words() -> Phrases:
    words = load_toml("communique.languages.english", "rendering.toml")["hedges"]
    return build_phrases((word, "hedge") for word in words)
