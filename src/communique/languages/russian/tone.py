"""Evaluative words on talks and relations in Russian."""

from __future__ import annotations

from functools import cache

from communique.languages.tone import ToneGrammar, build_tone_grammar, find_tone_by
from communique.model.spans import Span
from communique.model.topics import ToneWord
from communique.text.tables import load_toml

_PACKAGE = "communique.languages.russian"


def find_tone(text: str, sentences: tuple[Span, ...], speech: tuple[Span, ...] = ()) -> tuple[ToneWord, ...]:
    """
    Give the evaluative words on the talks or the relation, in order, each wording once; ``speech`` marks quotations.

    >>> text = "Состоялся тёплый разговор. Стоял тёплый вечер."
    >>> [word.span.of(text) for word in find_tone(text, (Span(0, 26), Span(27, len(text))))]
    ['тёплый']
    """
    return find_tone_by(_grammar(), text, sentences, speech)


@cache
def _grammar() -> ToneGrammar:
    return build_tone_grammar(load_toml(_PACKAGE, "tone.toml"))
