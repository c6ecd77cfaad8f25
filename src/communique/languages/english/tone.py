"""Evaluative words on talks and relations in English."""

from __future__ import annotations

from functools import cache

from communique.languages.tone import ToneGrammar, build_tone_grammar, find_tone_by
from communique.model.spans import Span
from communique.model.topics import ToneWord
from communique.text.tables import load_toml

_PACKAGE = "communique.languages.english"


def find_tone(text: str, sentences: tuple[Span, ...], speech: tuple[Span, ...] = ()) -> tuple[ToneWord, ...]:
    """
    Give the evaluative words on the talks or the relation, in order, each wording once; ``speech`` marks quotations.

    >>> text = "The constructive talks showed that relations are warm. A warm day ended."
    >>> [word.span.of(text) for word in find_tone(text, (Span(0, 54), Span(55, len(text))))]
    ['constructive', 'warm']
    """
    return find_tone_by(_grammar(), text, sentences, speech)


@cache
def _grammar() -> ToneGrammar:
    return build_tone_grammar(load_toml(_PACKAGE, "tone.toml"))
