"""The shape of a label: which of the words before a colon are office, name, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from communique.languages.label_words import LabelForm, LabelWords
from communique.model import Span


class _Class(IntEnum):
    STOP = 0
    LOWER = 1
    LINK = 2
    OFFICE = 3
    ADDRESS = 4
    COMMON = 5
    ORDINARY = 6
    NAME = 7
    PARTICLE = 8
    NUMBER = 9


@dataclass(frozen=True, slots=True)
class _Word:
    """One word before a colon: where it stands without punctuation, its class, and what goes around it."""

    start: int
    end: int
    core: str
    kind: _Class
    begins_line: bool
    comma: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A label by its words: where it begins and where its words for the speaker end, the name and the surname."""

    form: LabelForm
    start: int
    end: int
    name: Span | None = None
    surname: str = ""
    plural: bool = False
    bounded: bool = True


_WORD = re.compile(r"\S+")
_AROUND = ',;()[]“”"«»*_#>•'
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|[$€£]")
_POSSESSIVE = re.compile(r"['’]s?\Z")
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
    row = _row(text, start, end, words)
    if not row:
        return None
    single = None
    for first in _beginnings(row, bounded=bounded):
        shape = _shape(row[first:], words, bounded=(bounded and first == 0) or row[first].begins_line)
        if shape is not None and shape.form is not LabelForm.SINGLE:
            return shape
        single = single or shape
    return single


def _row(text: str, start: int, end: int, words: LabelWords) -> tuple[_Word, ...]:
    row = []
    last = start
    for found in _WORD.finditer(text, start, end):
        token = found.group()
        core = token.strip(_AROUND)
        begins_line = (
            text.find("\n", last, found.start()) >= 0
            or (found.start() == 0)
            or (text[start - 1 : start] == "\n" and not row)
        )
        last = found.end()
        if not core or (core in {"-", "–", "—"} and not row):
            continue
        offset = found.start() + token.index(core)
        row.append(
            _Word(
                offset,
                offset + len(core),
                core,
                _classed(core, words, first=begins_line or not row),
                begins_line,
                token.endswith((",", ";")),
            )
        )
    return tuple(row)


def _at_line(text: str, start: int, word: int) -> bool:
    return word == 0 or (start > 0 and text[start - 1] == "\n")


def _classed(core: str, words: LabelWords, *, first: bool) -> _Class:
    low = _POSSESSIVE.sub("", core.casefold())
    capital = core[0].isupper()
    if "/" in core or "@" in core:
        return _Class.STOP
    if low in words.stops:
        named = capital and not first and len(core) > 1
        return _Class.ORDINARY if named else _Class.STOP
    if low.rstrip(".") in words.address and capital:
        return _Class.ADDRESS
    if low in words.offices or any(piece in words.offices for piece in low.split("-") if "-" in low):
        return _Class.OFFICE
    if low in words.particles:
        return _Class.PARTICLE
    if low in words.links:
        return _Class.LINK
    if not core[0].isalpha():
        return _Class.STOP if _CLOCK.match(core) else _Class.NUMBER
    if not capital:
        return _Class.LOWER
    if low in words.common:
        return _Class.COMMON
    return _Class.ORDINARY if low in words.ordinary else _Class.NAME


_NOUNS = frozenset({_Class.COMMON, _Class.ORDINARY, _Class.NAME})


def _beginnings(row: tuple[_Word, ...], *, bounded: bool) -> tuple[int, ...]:
    """Give where in the row a label may begin, the likeliest first."""
    loose, strict = _backwards(row)
    if strict == len(row):
        return (0,) if loose == 0 and bounded else ()
    lines = [i for i in range(strict, len(row)) if row[i].begins_line or (i == 0 and bounded)]
    offices = [i for i in reversed(lines) if row[i].kind in (_Class.OFFICE, _Class.ADDRESS)]
    heads = [i for i in reversed(range(strict, len(row))) if _heads(row, i, strict)]
    broken = any(word.begins_line for word in row[1:])
    headed = 0 < strict < len(row) and row[strict].kind is _Class.OFFICE and row[strict].core[0].isupper()
    whole = [0] if loose == 0 and bounded and not broken and not headed else []
    holding = [i for i in lines if any(word.kind is _Class.OFFICE for word in row[i : _line_end(row, i)])]
    joined = [j for i in (*offices, *holding) if (j := _line_before(row, lines, i)) is not None]
    rest = [0] if loose == 0 and bounded and row[0].kind is _Class.OFFICE else []
    firsts = dict.fromkeys(
        [*_shouted(row), *joined, *offices, *whole, *holding, *reversed(lines), *heads, *rest, strict]
    )
    return tuple(i for i in firsts if row[i].kind is not _Class.LINK or row[i].core.casefold() == "the")


def _shouted(row: tuple[_Word, ...]) -> tuple[int, ...]:
    """Give where the words in capitals that end the row begin, if an office is among them and others go before."""
    first = len(row)
    while first > 0 and row[first - 1].core.isupper() and row[first - 1].kind is not _Class.STOP:
        first -= 1
    officed = any(word.kind in (_Class.OFFICE, _Class.ADDRESS) for word in row[first:])
    return (first,) if officed and 0 < first < len(row) else ()


def _line_before(row: tuple[_Word, ...], lines: list[int], i: int) -> int | None:
    """Give the line before the one at ``i`` where the office is broken over both ("Economic / Minister Ilse Brandt")."""
    j = max((line for line in lines if line < i), default=None)
    if j is None or i - j > _LONGEST_HALF:
        return None
    office = i
    while office < len(row) and row[office].kind in (_Class.OFFICE, _Class.COMMON, _Class.ORDINARY):
        office += 1
    named = office < len(row) and row[office].kind is _Class.NAME
    return j if named or row[i - 1].kind in (_Class.OFFICE, _Class.LINK) else None


def _backwards(row: tuple[_Word, ...]) -> tuple[int, int]:
    """Give how far back words may belong to a label: with a few small words, and without any."""
    loose = strict = len(row)
    lower = 0
    for i in reversed(range(len(row))):
        lower += row[i].kind is _Class.LOWER
        if row[i].kind is _Class.STOP or lower > _MOST_LOWER:
            break
        loose = i
        strict = i if not lower else strict
    return loose, strict


def _heads(row: tuple[_Word, ...], i: int, strict: int) -> bool:
    """Tell whether an office begins here in the middle of a row: after a word that it does not belong to."""
    if row[i].kind is not _Class.OFFICE or not row[i].core[0].isupper():
        return False
    if i == strict:
        return True
    return row[i - 1].kind in _NOUNS and not row[i - 1].comma


def _line_end(row: tuple[_Word, ...], i: int) -> int:
    return next((j for j in range(i + 1, len(row)) if row[j].begins_line), len(row))


def _shape(row: tuple[_Word, ...], words: LabelWords, *, bounded: bool) -> Shape | None:
    part = _as_part(row, words)
    if part is not None:
        return part if bounded else None
    row = _without_card(row)
    name = _name(row, words)
    if name is None:
        return _as_title(row, words) if bounded else None
    first, last, form = name
    if not bounded and not _stands_unbounded(row, first, last, form):
        return None
    span = Span(row[first].start, row[last].end)
    surname_at = last - (row[last].core.casefold().rstrip(".") in words.suffixes and last > first)
    return Shape(form, row[0].start, row[-1].end, span, _surname(row[surname_at].core), bounded=bounded)


def _stands_unbounded(row: tuple[_Word, ...], first: int, last: int, form: LabelForm) -> bool:
    """Tell whether a label may follow words that do not end a sentence: a full name, alone or after its office."""
    if form is LabelForm.BARE:
        return first == 0
    full = last > first or "." in row[last].core or all(word.core.isupper() for word in row)
    return form is LabelForm.OFFICE and full and row[0].kind is _Class.OFFICE and row[0].core[0].isupper()


def _surname(core: str) -> str:
    return _GLUED.split(core.rstrip(".").rsplit(".", 1)[-1])[-1].casefold()


def _as_part(row: tuple[_Word, ...], words: LabelWords) -> Shape | None:
    cores = [word.core.casefold() for word in row]
    whole = " ".join(cores)
    several = whole in words.plural_parts
    qualified = len(row) <= _LONGEST_PART and cores[0] in words.parts and len(row) > 1 and row[1].kind is _Class.LINK
    if whole in words.parts or several or qualified:
        return Shape(LabelForm.PART, row[0].start, row[-1].end, plural=several)
    return None


def _as_title(row: tuple[_Word, ...], words: LabelWords) -> Shape | None:
    """Read an office alone: in capitals throughout ("THE PRESIDENT"), or short and with an article."""
    officed = any(word.kind is _Class.OFFICE for word in row)
    shouted = all(word.core.isupper() for word in row) and row[-1].kind in (
        _Class.OFFICE,
        _Class.COMMON,
        _Class.ORDINARY,
    )
    if (
        officed
        and shouted
        and len(row) <= _LONGEST_NAME
        and (row[0].core.casefold() in words.article or row[-1].kind is _Class.OFFICE)
    ):
        return Shape(LabelForm.TITLE, row[0].start, row[-1].end)
    return None


def _without_card(row: tuple[_Word, ...]) -> tuple[_Word, ...]:
    """Cut off a name card glued behind the name ("Davor Selim Selim DavorPresident of …")."""
    for i in range(1, len(row)):
        for size in (1, 2, 3):
            here = [word.core for word in row[i - size : i]] if i >= size else []
            there = [_GLUED.split(word.core)[0] for word in row[i : i + size]]
            if here and here == there and row[i - 1].kind in _NOUNS and row[i].core[0].isupper():
                return row[:i]
    return row


def _name(row: tuple[_Word, ...], words: LabelWords) -> tuple[int, int, LabelForm] | None:
    """Find the personal name in a label: its first and last word, and what kind of label it makes."""
    glued = next(
        (i for i, word in enumerate(row) if i and _GLUED.search(word.core) and word.kind is not _Class.LINK), None
    )
    if glued is not None and glued < len(row) - 1:
        return 0, glued, LabelForm.OFFICE
    return _apposed(row) or _at_end(row, words) or _doubtful(row) or _before_link(row, words)


def _apposed(row: tuple[_Word, ...]) -> tuple[int, int, LabelForm] | None:
    """Read a name with its office after a comma ("Adela Korin, Prime Minister")."""
    comma = next((i for i, word in enumerate(row) if word.comma), None)
    if comma is None or not _FULL <= comma + 1 <= _LONGEST_NAME + 1 or comma + 1 >= len(row):
        return None
    first = 1 if row[0].kind in (_Class.ADDRESS, _Class.OFFICE) else 0
    named = all(word.kind in (_Class.NAME, _Class.PARTICLE) for word in row[first : comma + 1])
    officed = any(word.kind is _Class.OFFICE for word in row[first - 1 : first] + row[comma + 1 :])
    return (first, comma, LabelForm.OFFICE if officed else LabelForm.BARE) if named and comma >= first else None


def _at_end(row: tuple[_Word, ...], words: LabelWords) -> tuple[int, int, LabelForm] | None:
    last = len(row) - 1
    first = _run(row, last, words)
    size = last - first + 1
    if size <= 0:
        return None
    if first == 0:
        return (0, last, LabelForm.BARE if size >= _FULL or "." in row[0].core.rstrip(".") else LabelForm.SINGLE)
    before = row[first - 1]
    officed = any(word.kind in (_Class.OFFICE, _Class.ADDRESS) for word in row[:first])
    if before.kind is _Class.LINK and "." not in row[last].core.rstrip("."):
        if size <= _FULL:
            return None
        first = _last_two(row, last)
    elif size > _LONGEST_NAME:
        first = _last_two(row, last)
    if not officed and last == first:
        return None
    return first, last, LabelForm.OFFICE if officed else LabelForm.LOOSE


def _run(row: tuple[_Word, ...], last: int, words: LabelWords) -> int:
    """Give where the run of name words that ends the label begins; one past ``last`` where there is none."""
    first = last + 1
    for i in reversed(range(last + 1)):
        suffix = i == last and row[i].core.casefold().rstrip(".") in words.suffixes
        if row[i].kind is _Class.NAME or suffix or (row[i].kind is _Class.PARTICLE and first <= last):
            if row[i].comma and i < last:
                break
            first = i
        else:
            break
    while first <= last and row[first].kind is _Class.PARTICLE and not row[first].core[0].isupper():
        first += 1
    return first


def _last_two(row: tuple[_Word, ...], last: int) -> int:
    first = last - 1
    while first > 0 and row[first].kind is _Class.PARTICLE:
        first -= 1
    return first


def _doubtful(row: tuple[_Word, ...]) -> tuple[int, int, LabelForm] | None:
    """Read two last words as a name although one of them is also an ordinary word ("Ilmar Stone")."""
    pair = [word.kind for word in row[-2:]]
    if sorted(pair) != [_Class.ORDINARY, _Class.NAME] or row[-2].comma:
        return None
    return len(row) - 2, len(row) - 1, LabelForm.DOUBTFUL


def _before_link(row: tuple[_Word, ...], words: LabelWords) -> tuple[int, int, LabelForm] | None:
    """Read a name set between its title and what the title governs ("King Osmund IV of Velmark")."""
    if row[0].kind not in (_Class.OFFICE, _Class.ADDRESS):
        return None
    first = next((i for i, word in enumerate(row) if word.kind is _Class.NAME), len(row))
    last = first
    while last < len(row) and row[last].kind in (_Class.NAME, _Class.PARTICLE):
        last += 1
    governed = first < last < len(row) and row[last].core in words.governing
    headed = all(word.kind in (_Class.OFFICE, _Class.ADDRESS) for word in row[:first])
    return (first, last - 1, LabelForm.OFFICE) if governed and headed else None
