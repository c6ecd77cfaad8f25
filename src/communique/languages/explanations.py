"""Words of a text that give cause to look at an explanation of a contact: a programme, an emergency, a longer trip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.model import Part, Span
from communique.text.tables import load_toml

_TABLES = {"en": "english", "ru": "russian", "kk": "kazakh"}


def find_causes(text: str, language: str, part: Part = Part.TEXT) -> Iterator[tuple[str, Span]]:
    """
    Yield the code of each explanation that some words give cause to look at, with the first such words, in order.

    >>> text = "He came to speak at the Forum."
    >>> [(code, span.of(text)) for code, span in find_causes(text, "en")]
    [('stated_programme', 'came to speak at')]
    """
    found = ((code, pattern.search(text)) for code, pattern in _patterns(language))
    spans = [(code, Span(match.start(), match.end(), part)) for code, match in found if match is not None]
    yield from sorted(spans, key=lambda item: item[1])


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    folder = _TABLES.get(language)
    if folder is None:
        return ()
    table = load_toml(f"communique.languages.{folder}", "explanations.toml")
    return tuple((code, _any_of(words)) for code, words in table.items() if code != "source")


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    written = (r"\s+".join(_word(word) for word in phrase.split()) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "")
