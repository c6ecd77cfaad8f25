"""How a text words things: its sentences as rows of words, order kept, with names, numbers and days abstracted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from communique.errors import ModelError
from communique.model import Account, Part, Span
from communique.precedent.abstraction import (
    ABSTRACTIONS,
    HEAD,
    Names,
    Piece,
    abstract_pieces,
    find_names,
    find_pieces,
    is_headline,
)
from communique.text.furniture import find_furniture

GRAM = 4
"""Words in a print: four of them in order are seldom met by accident, and most formulas are as long."""

_STEP = 0x9E3779B97F4A7C15
_ALL_BITS = 0xFFFFFFFFFFFFFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrasing:
    """
    The words of one sentence, abstracted: ``tokens`` in order, and where each stands in its part of the release.

    A run of names and offices is one token, as is a date; letters are small, marks between words are left out.
    """

    tokens: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    part: Part = Part.TEXT

    def __post_init__(self) -> None:
        if not len(self.tokens) == len(self.starts) == len(self.ends) > 0:
            raise ModelError(wanted="a place for each of the words", got=f"{len(self.tokens)}, {len(self.starts)}")

    @property
    def span(self) -> Span:
        """The whole sentence, from its first word to its last."""
        return Span(self.starts[0], self.ends[-1], self.part)

    @property
    def prints(self) -> tuple[int, ...]:
        """
        The hash of every four words in order, 64 bits; four abstractions in a row say nothing and are left out.

        Each word is hashed by BLAKE2b, and four are drawn together by multiplying (Karp and Rabin 1987): the same in
        every process. The head of the sentence counts as a word.
        """
        return tuple(value for _, value in self.placed_prints)

    @property
    def placed_prints(self) -> tuple[tuple[int, int], ...]:
        """The hashes likewise, each after its place: 0 takes in the head of the sentence, 1 opens with a word."""
        tokens = (HEAD, *self.tokens)
        words = [_word_print(token) for token in tokens]
        rows = zip(words, words[1:], words[2:], words[3:], strict=False)
        return tuple(
            (place, (((one * _STEP + two) * _STEP + three) * _STEP + four) & _ALL_BITS)
            for place, (one, two, three, four) in enumerate(rows)
            if tokens[place] not in ABSTRACTIONS or not ABSTRACTIONS.issuperset(tokens[place : place + GRAM])
        )

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """Give the words under the prints from one place to another; the head of the sentence is no word."""
        return self.tokens[max(0, first - 1) : last + GRAM - 1]


def abstract(account: Account) -> tuple[Phrasing, ...]:
    """
    Give the sentences of an account, title first, as rows of abstracted words.

    Title and body alone decide, by rules that hold for English, Russian and Kazakh, so the text of a precedent, without
    its account, gives the same rows again. A run of names and offices is one token, with what joins them ("of the");
    so is a date. Direct speech stands among the rest.
    """
    return abstract_text(account.release.title, account.release.text)


def abstract_text(title: str, text: str) -> tuple[Phrasing, ...]:
    """
    Give the sentences of a title and a body as rows of abstracted words; what the page added to the body is left out.

    >>> [row.tokens for row in abstract_text("", "On 3 June President Ilmar Vesk of Arvenia met with Adela Korin.")]
    [('on', '‹day›', '‹name›', 'met', 'with', '‹name›')]
    """
    body, head = find_pieces(_without_furniture(title, text)), find_pieces(title)
    names = find_names(body)
    return (
        *_phrasings(head, names, Part.TITLE, headline=is_headline(head)),
        *_phrasings(body, names, Part.TEXT),
    )


def find_prints(account: Account) -> frozenset[int]:
    """
    Give the wordings of an account as hashes: of each four abstracted words in order, 64 bits, the same everywhere.

    Four abstractions in a row say nothing and are left out.
    """
    return frozenset(value for row in abstract(account) for _, value in row.placed_prints)


@lru_cache(maxsize=65536)
def _word_print(token: str) -> int:
    return int.from_bytes(blake2b(token.encode(), digest_size=8).digest(), "big")


def _without_furniture(title: str, text: str) -> str:
    """Blank what the page added; every other character keeps its place."""
    for span in find_furniture(text, title=title):
        text = f"{text[: span.start]}{'.':{len(span)}}{text[span.end :]}"
    return text


def _phrasings(pieces: list[Piece], names: Names, part: Part, *, headline: bool = False) -> Iterator[Phrasing]:
    for row in abstract_pieces(pieces, names, headline=headline):
        tokens, starts, ends = zip(*row, strict=True)
        yield Phrasing(tokens=tokens, starts=starts, ends=ends, part=part)
