"""English tokens: words with their initials, abbreviations and hyphens kept whole, possessive endings apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}"
    r"|\b(?i:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Sen|Rep|Gov|Amb|Hon|Rev|Prof)\."
    r"|\b[A-Z]\.(?=[\s-]?[A-Z])"
    r"|['’]s\b"
    r"|\b[Ee]x-(?=[A-Za-z])"
    r"|\w+(?:[-‑'’](?!s\b)\w+)*"
    r"|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: where it stands in its text, its words, and the same in lower case with plain apostrophes."""

    start: int
    end: int
    words: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.words[0].isupper()


def find_tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """
    Give the tokens of a text between two offsets.

    >>> [t.words for t in find_tokens("Mr. Vesk’s U.S.-based aide")]
    ['Mr.', 'Vesk', '’s', 'U.S.', '-', 'based', 'aide']
    """
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, start, stop)
    )
