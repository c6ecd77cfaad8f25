"""Russian sentences as rows of items: designations with their cases, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from communique.languages.port import Designation, Form
from communique.languages.russian.designations import Designated
from communique.languages.russian.lexicon import PACKAGE
from communique.languages.russian.tokens import Token, find_tokens
from communique.languages.russian.words import WordReading, cases_of, read_word
from communique.model import Part, Span
from communique.text.tables import load_toml

_WHICH = "котор"


@cache
def _closed(name: str) -> frozenset[str]:
    return frozenset(load_toml(PACKAGE, "grammar.toml")[name])


@cache
def _pronouns() -> dict[str, tuple[frozenset[str], int]]:
    rows = load_toml(PACKAGE, "grammar.toml")["pronouns"]
    return {word: (frozenset(row["cases"].split()), row["person"]) for word, row in rows.items()}


@dataclass(frozen=True, slots=True)
class Item:
    """One word, or all the words of a designation: where they stand, the cases, and the readings of a single word."""

    start: int
    end: int
    lower: str
    cases: frozenset[str]
    designation: Designation | None = None
    readings: tuple[WordReading, ...] = ()
    person: int = 3
    pronoun: bool = False

    def lemmas(self, *parts: str) -> frozenset[str]:
        """Give the lemmas of the word read as one of the parts of speech."""
        return frozenset(r.lemma for r in self.readings if r.pos in parts)

    def is_a(self, *parts: str) -> bool:
        """Tell whether the likeliest reading is one of the parts of speech."""
        return bool(self.readings) and self.readings[0].pos in parts


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as items, with the text it stands in."""

    text: str
    sentence: Span
    items: tuple[Item, ...]

    def words(self, first: int, last: int) -> Span:
        """Give the span from one item to another (inclusive)."""
        return Span(self.items[first].start, self.items[last].end, self.sentence.part)


def make_row(text: str, sentence: Span, designated: Sequence[Designated]) -> Row:
    """Put a sentence into items; the designations in it become one item each."""
    return Row(text, sentence, tuple(_items(text, sentence, designated)))


def _items(text: str, sentence: Span, designated: Sequence[Designated]) -> Iterator[Item]:
    position = sentence.start
    for each in designated:
        span = each.designation.span
        if not sentence.covers(span):
            continue
        yield from (_item(t) for t in find_tokens(text, position, span.start))
        pronoun = each.designation.form is Form.PRONOUN or each.designation.span.of(text).lower() == "они"
        yield Item(span.start, span.end, span.of(text).lower(), each.cases, each.designation, pronoun=pronoun)
        position = span.end
    yield from (_item(t) for t in find_tokens(text, position, sentence.end))


def _item(token: Token) -> Item:
    pronoun = _pronouns().get(token.lower)
    if pronoun is not None:
        cases, person = pronoun
        return Item(token.start, token.end, token.lower, cases, None, read_word(token.words), person, pronoun=True)
    if not token.is_word or token.lower in _closed("prepositions"):
        return Item(token.start, token.end, token.lower, frozenset())
    return Item(token.start, token.end, token.lower, cases_of(token.words), None, read_word(token.words))


def is_preposition(item: Item) -> bool:
    """Tell whether an item is a preposition."""
    return item.lower in _closed("prepositions")


def breaks(row: Row, i: int) -> bool:
    """Tell whether a clause ends at an item."""
    item = row.items[i]
    return item.designation is None and (item.lower in _closed("openers") or item.lower.startswith(_WHICH))


def is_which(item: Item) -> bool:
    """Tell whether an item is "который" in any form."""
    return item.designation is None and item.lower.startswith(_WHICH)


def whole(text: str, part: Part = Part.TEXT) -> Span | None:
    """Give the span of a whole text, None for an empty one."""
    return Span(0, len(text), part) if text else None
