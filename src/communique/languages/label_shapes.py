"""The shape of a label: where it begins, and which of its words are the personal name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from communique.languages.label_tokens import NOUNS, TITLES, LabelToken, TokenKind, find_label_tokens
from communique.languages.label_words import LabelForm, LabelWords
from communique.model import Span

Row: TypeAlias = tuple[LabelToken, ...]
"""The words of a label, in order."""

Named: TypeAlias = tuple[int, int, LabelForm]
"""The first and the last word of a name in a row, and the kind of label it makes."""


@dataclass(frozen=True, slots=True)
class Shape:
    """
    A label by its words: where they begin and end, the name, and the surname in lower case.

    ``bounded`` tells that a sentence or a line ends before it.
    """

    form: LabelForm
    start: int
    end: int
    name: Span | None = None
    surname: str = ""
    plural: bool = False
    bounded: bool = True


# A word glued to the next one ("DavorPresident"), but not a prefix of surnames ("McKenna").
_GLUED = re.compile(
    r"(?<=[^\W\d_A-ZА-ЯЁ])(?=[A-ZА-ЯЁ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)(?<!\bVan)(?<!\bFitz)(?<!\bDu)"
)
_MOST_LOWER = 5
_FULL = 2
_LONGEST_NAME = 4
_LONGEST_PART = 6
_LONGEST_HALF = 4


def find_shape(text: str, start: int, end: int, words: LabelWords, *, bounded: bool) -> Shape | None:
    """
    Read the words between two offsets as a label; None where they cannot be one.

    ``bounded`` tells that a sentence or line ends at ``start``. A label broken over lines is taken from the line on
    which its office begins; one that follows a heading without a full stop, from its last office.
    """
    row = find_label_tokens(text, start, end, words)
    single = None
    for first in _beginnings(row, words, bounded=bounded) if row else ():
        shape = _shape(row[first:], words, bounded=(bounded and first == 0) or row[first].begins_line)
        if shape is not None and shape.form is not LabelForm.SINGLE:
            return shape
        single = single or shape
    return single


def _beginnings(row: Row, words: LabelWords, *, bounded: bool) -> tuple[int, ...]:
    """Give where in the row a label may begin, the likeliest first."""
    loose, strict = _backwards(row)
    if strict == len(row):
        return (0,) if loose == 0 and bounded else ()
    lines = [i for i in range(strict, len(row)) if row[i].begins_line or (i == 0 and bounded)]
    offices = [i for i in reversed(lines) if row[i].kind in TITLES]
    holding = [i for i in lines if any(token.kind is TokenKind.OFFICE for token in row[i : _line_end(row, i)])]
    joined = [j for i in (*offices, *holding) if (j := _line_before(row, lines, i)) is not None]
    heads = [i for i in reversed(range(strict, len(row))) if _heads(row, i, strict)]
    whole, rest = _wholes(row, strict) if loose == 0 and bounded else ([], [])
    firsts = [*_shouted(row), *joined, *offices, *whole, *holding, *reversed(lines), *heads, *rest, strict]
    return tuple(i for i in dict.fromkeys(firsts) if _may_open(row[i], words))


def _may_open(token: LabelToken, words: LabelWords) -> bool:
    return token.kind is not TokenKind.LINK or token.core.casefold() in words.article


def _wholes(row: Row, strict: int) -> tuple[list[int], list[int]]:
    """Tell whether the whole row is likely the label, and whether it may be one after all else failed."""
    broken = any(token.begins_line for token in row[1:])
    headed = strict > 0 and row[strict].kind is TokenKind.OFFICE and row[strict].capital
    return ([] if broken or headed else [0]), ([0] if row[0].kind is TokenKind.OFFICE else [])


def _backwards(row: Row) -> tuple[int, int]:
    """Give how far back words may belong to a label: with a few small words, and without any."""
    loose = strict = len(row)
    lower = 0
    for i in reversed(range(len(row))):
        lower += row[i].kind is TokenKind.LOWER
        if row[i].kind is TokenKind.STOP or lower > _MOST_LOWER:
            break
        loose = i
        strict = i if not lower else strict
    return loose, strict


def _shouted(row: Row) -> tuple[int, ...]:
    """Give where the words in capitals that end the row begin, if an office is among them and others go before."""
    first = len(row)
    while first > 0 and row[first - 1].core.isupper() and row[first - 1].kind is not TokenKind.STOP:
        first -= 1
    officed = any(token.kind in TITLES for token in row[first:])
    return (first,) if officed and 0 < first < len(row) else ()


def _line_end(row: Row, i: int) -> int:
    return next((j for j in range(i + 1, len(row)) if row[j].begins_line), len(row))


def _line_before(row: Row, lines: list[int], i: int) -> int | None:
    """Give the line before the one at ``i`` where an office is broken over both ("Economic / Minister Ilse Brandt")."""
    j = max((line for line in lines if line < i), default=None)
    if j is None or i - j > _LONGEST_HALF:
        return None
    office = i
    while office < len(row) and row[office].kind in (TokenKind.OFFICE, TokenKind.COMMON, TokenKind.ORDINARY):
        office += 1
    named = office < len(row) and row[office].kind is TokenKind.NAME
    return j if named or row[i - 1].kind in (TokenKind.OFFICE, TokenKind.LINK) else None


def _heads(row: Row, i: int, strict: int) -> bool:
    """Tell whether an office begins here in the middle of a row: after a word that it does not belong to."""
    if row[i].kind is not TokenKind.OFFICE or not row[i].capital:
        return False
    return i == strict or (row[i - 1].kind in NOUNS and not row[i - 1].comma)


def _shape(row: Row, words: LabelWords, *, bounded: bool) -> Shape | None:
    part = _as_part(row, words)
    if part is not None:
        return part if bounded else None
    row = _without_card(row)
    named = _name(row, words)
    if named is None:
        return _as_title(row, words) if bounded else None
    first, last, form = named
    if not bounded and not _stands_unbounded(row, first, last, form):
        return None
    span = Span(row[first].start, row[last].end)
    at = last - (last > first and row[last].core.casefold().rstrip(".") in words.suffixes)
    return Shape(form, row[0].start, row[-1].end, span, _surname(row[at].core), bounded=bounded)


def _stands_unbounded(row: Row, first: int, last: int, form: LabelForm) -> bool:
    """Tell whether a label may follow words that do not end a sentence: a full name, alone or after its office."""
    if form is LabelForm.BARE:
        return first == 0
    full = last > first or "." in row[last].core or all(token.core.isupper() for token in row)
    return form is LabelForm.OFFICE and full and row[0].kind is TokenKind.OFFICE and row[0].capital


def _surname(core: str) -> str:
    return _GLUED.split(core.rstrip(".").rsplit(".", 1)[-1])[-1].casefold()


def _as_part(row: Row, words: LabelWords) -> Shape | None:
    cores = [token.core.casefold() for token in row]
    whole = " ".join(cores)
    several = whole in words.plural_parts
    qualified = 1 < len(row) <= _LONGEST_PART and cores[0] in words.parts and row[1].kind is TokenKind.LINK
    if whole in words.parts or several or qualified:
        return Shape(LabelForm.PART, row[0].start, row[-1].end, plural=several)
    return None


def _as_title(row: Row, words: LabelWords) -> Shape | None:
    """Read an office alone, in capitals throughout ("THE PRESIDENT")."""
    if len(row) > _LONGEST_NAME or not all(token.core.isupper() for token in row):
        return None
    officed = any(token.kind is TokenKind.OFFICE for token in row)
    headed = row[-1].kind in TITLES or (
        row[0].core.casefold() in words.article and row[-1].kind in (TokenKind.COMMON, TokenKind.ORDINARY)
    )
    return Shape(LabelForm.TITLE, row[0].start, row[-1].end) if officed and headed else None


def _without_card(row: Row) -> Row:
    """Cut off a name card glued behind the name ("Davor Selim Selim DavorPresident of …")."""
    for i in range(1, len(row)):
        if row[i].capital and row[i - 1].kind in NOUNS and any(_repeats(row, i, size) for size in (1, 2, 3)):
            return row[:i]
    return row


def _repeats(row: Row, i: int, size: int) -> bool:
    here = [token.core for token in row[max(0, i - size) : i]]
    return len(here) == size and here == [_GLUED.split(token.core)[0] for token in row[i : i + size]]


def _name(row: Row, words: LabelWords) -> Named | None:
    """Find the personal name in a label."""
    glued = next((i for i, token in enumerate(row) if i and _GLUED.search(token.core)), None)
    if glued is not None and glued < len(row) - 1 and row[glued].kind is not TokenKind.LINK:
        return 0, glued, LabelForm.OFFICE
    return _apposed(row) or _at_end(row, words) or _doubtful(row) or _before_link(row, words)


def _apposed(row: Row) -> Named | None:
    """Read a name with its office after a comma ("Adela Korin, Prime Minister")."""
    comma = next((i for i, token in enumerate(row) if token.comma), None)
    if comma is None or not 1 <= comma <= _LONGEST_NAME or comma + 1 >= len(row):
        return None
    first = 1 if row[0].kind in TITLES else 0
    kinds = {token.kind for token in row[first : comma + 1]}
    officed = first == 1 or any(token.kind is TokenKind.OFFICE for token in row[comma + 1 :])
    named = kinds <= {TokenKind.NAME, TokenKind.PARTICLE} or (officed and TokenKind.NAME in kinds and kinds <= NOUNS)
    return (first, comma, LabelForm.OFFICE if officed else LabelForm.BARE) if named else None


def _at_end(row: Row, words: LabelWords) -> Named | None:
    """Read a name that ends the label, alone or after an office and what it governs."""
    last = len(row) - 1
    first = _run(row, last, words)
    initialled = "." in row[last].core.rstrip(".")
    if first > last:
        return None
    if first == 0:
        return 0, last, LabelForm.BARE if last > 0 or initialled else LabelForm.SINGLE
    if last == first == 1 and row[0].kind is TokenKind.ORDINARY:
        return 0, 1, LabelForm.BARE
    governed = row[first - 1].kind is TokenKind.LINK and not initialled
    if governed and last - first + 1 <= _FULL:
        return None
    if governed or last - first + 1 > _LONGEST_NAME:
        first = _last_two(row, last)
    if any(token.kind in TITLES for token in row[:first]):
        return first, last, LabelForm.OFFICE
    return (first, last, LabelForm.LOOSE) if last > first else None


def _run(row: Row, last: int, words: LabelWords) -> int:
    """Give where the run of name words that ends the label begins; one past ``last`` where there is none."""
    first = last + 1
    for i in reversed(range(last + 1)):
        suffix = i == last and row[i].core.casefold().rstrip(".") in words.suffixes
        inside = row[i].kind is TokenKind.PARTICLE and first <= last
        if not (row[i].kind is TokenKind.NAME or suffix or inside) or (row[i].comma and i < last):
            break
        first = i
    while first <= last and row[first].kind is TokenKind.PARTICLE and not row[first].capital:
        first += 1
    return first


def _last_two(row: Row, last: int) -> int:
    first = last - 1
    while first > 0 and row[first].kind is TokenKind.PARTICLE:
        first -= 1
    return first


def _doubtful(row: Row) -> Named | None:
    """Read a name one word of which is also an ordinary word ("Ilmar Stone", "Mr Stone")."""
    last = len(row) - 1
    if row[last].kind is TokenKind.ORDINARY and last > 0 and all(token.kind in TITLES for token in row[:last]):
        addressed = row[0].kind is TokenKind.ADDRESS and row[last].core.isupper()
        return last, last, LabelForm.OFFICE if addressed else LabelForm.DOUBTFUL
    if sorted(token.kind for token in row[-2:]) != [TokenKind.ORDINARY, TokenKind.NAME] or row[-2].comma:
        return None
    return last - 1, last, LabelForm.DOUBTFUL


def _before_link(row: Row, words: LabelWords) -> Named | None:
    """Read a name set between its title and what the title governs ("King Osmund IV of Velmark")."""
    first = next((i for i, token in enumerate(row) if token.kind not in TITLES), len(row))
    last = first
    while last < len(row) and row[last].kind in (TokenKind.NAME, TokenKind.PARTICLE):
        last += 1
    governed = 0 < first < last < len(row) and row[last].core in words.governing
    return (first, last - 1, LabelForm.OFFICE) if governed else None
