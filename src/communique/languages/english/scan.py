"""A text as a row of classed tokens: the ground on which offices and names are recognised."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.languages.english.lexicon import FUNCTION_WORDS, Class, Lexicon
from communique.languages.english.tokens import Token, find_tokens
from communique.languages.gazetteer import CityWord, SideWord
from communique.model import Part, Side, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """One token, or several that the lexicon knows as one phrase, with its class and what the lexicon says of it."""

    kind: Class
    start: int
    end: int
    first: Token
    words: str
    lower: str
    side: SideWord | None = None
    city: CityWord | None = None
    plural: bool = False
    gap: bool = True
    new_line: bool = False
    new_paragraph: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.first.capital


def find_units(text: str, lexicon: Lexicon, start: int = 0, end: int | None = None) -> tuple[Unit, ...]:
    """Class the tokens of a text between two offsets, the longest phrase first."""
    return tuple(_units(text, find_tokens(text, start, end), lexicon))


def _units(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> Iterator[Unit]:
    i = 0
    while i < len(tokens):
        size, unit = _unit(text, tokens, i, lexicon)
        yield unit
        i += size


def _unit(text: str, tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> tuple[int, Unit]:
    token = tokens[i]
    head = lexicon.heads.at(tokens, i)
    if head is not None and not _is_name_here(tokens, i, lexicon):
        return head[0], _made(text, tokens, i, head[0], Class.HEADS if head[1] else Class.HEAD, plural=head[1])
    side = lexicon.sides.at(tokens, i)
    if side is not None:
        return side[0], _made(text, tokens, i, side[0], Class.SIDE, side=side[1])
    if (
        "-" in token.words
        and token.capital
        and (side := lexicon.sides.at(find_tokens(token.words.replace("-", " ")), 0))
    ):
        return 1, _made(text, tokens, i, 1, Class.SIDE, side=side[1])
    city = lexicon.cities.at(tokens, i)
    if city is not None:
        return city[0], _made(text, tokens, i, city[0], Class.CITY, city=city[1])
    honorific = lexicon.honorifics.at(tokens, i)
    if honorific is not None and token.capital:
        return honorific[0], _made(text, tokens, i, honorific[0], Class.HONORIFIC)
    return 1, _made(text, tokens, i, 1, _class(token, lexicon))


def _class(token: Token, lexicon: Lexicon) -> Class:
    if token.lower.removesuffix("-") in lexicon.modifiers:
        return Class.MODIFIER
    if lexicon.is_name(token):
        return Class.NAME
    if token.capital and token.lower not in FUNCTION_WORDS:
        return Class.BODY
    return Class.OTHER


def _is_name_here(tokens: tuple[Token, ...], i: int, lexicon: Lexicon) -> bool:
    """A head noun that stands as a surname: "Angus King", "Stephen Harper and Linda Speaker"."""
    if not tokens[i].capital or i == 0:
        return False
    before = tokens[i - 1]
    return before.lower in lexicon.known and lexicon.is_name(before) and tokens[i].lower in lexicon.surnames


def _made(  # noqa: PLR0913 - the fields of a unit
    text: str,
    tokens: tuple[Token, ...],
    i: int,
    size: int,
    kind: Class,
    *,
    side: SideWord | None = None,
    city: CityWord | None = None,
    plural: bool = False,
) -> Unit:
    start, end = tokens[i].start, tokens[i + size - 1].end
    words = text[start:end]
    before = text[tokens[i - 1].end : start] if i > 0 else ""
    return Unit(
        kind=kind,
        start=start,
        end=end,
        first=tokens[i],
        words=words,
        lower=tokens[i].lower if size == 1 else words.lower(),
        side=side,
        city=city,
        plural=plural,
        gap=bool(before),
        new_line="\n" in before,
        new_paragraph=before.count("\n") > 1,
    )


def between(units: tuple[Unit, ...], first: int, last: int, part: Part) -> Span:
    """Give the span from one unit to another (exclusive)."""
    return Span(units[first].start, units[last - 1].end, part)


def sides_in(units: tuple[Unit, ...], first: int, last: int) -> tuple[Side, ...]:
    """Give the sides named from one unit to another (exclusive), each once; a city stands for its country."""
    found: dict[str, Side] = {}
    for unit in units[first:last]:
        side = unit.side.side if unit.side else unit.city.country if unit.city else None
        if side is not None:
            found.setdefault(side.code, side)
    return tuple(found.values())
