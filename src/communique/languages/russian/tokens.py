"""Russian text cut into words and marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.languages.russian.inflection import plain

_TOKEN = re.compile(r"(?<!\w)[А-ЯЁA-Z]\.(?=\s?[А-ЯЁA-Z])|[^\W_]+(?:[-‑’'][^\W_]+)*|[^\w\s]|_", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, where it stands, and the word in small letters with "е" for "ё"."""

    start: int
    end: int
    words: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.words[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is a word rather than a number or a mark."""
        return self.words[0].isalpha()


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """
    Give the words and marks of a text between two offsets, in order.

    >>> [t.words for t in find_tokens("И.Веск: Добрый день!")]
    ['И.', 'Веск', ':', 'Добрый', 'день', '!']
    """
    stop = len(text) if end is None else end
    return tuple(Token(m.start(), m.end(), m.group(), plain(m.group())) for m in _TOKEN.finditer(text, start, stop))
