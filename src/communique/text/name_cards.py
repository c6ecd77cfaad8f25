"""Name cards: "Surname Given" and an office, glued behind a name by a page that shows them when it is pointed at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from communique.model import Span
from communique.text.office_lines import office_end, upper_letters
from communique.text.templates import load_page_words

_UPPER = upper_letters()
_WORD = r"[^\W\d_][\w'’‑-]*"
_PARTICLE = "(?:von|van|bin|ben|ibn|al|el|de|da|dos|бен|аль|фон|де)"
# A name that stands twice: one capitalised word in two forms (an inflected language declines the first one only), or
# two to four words in the very same form.
_TWICE = re.compile(
    rf"(?<![\w'’‑-])(?:(?P<one>(?P<stem>[{_UPPER}][^\W\d_])[\w'’‑-]*) +(?P<again>(?P=stem)[\w'’‑-]*)"
    rf"|(?P<many>(?:[{_UPPER}][\w'’‑-]*|{_PARTICLE})(?: {_WORD}){{1,3}}) (?P<same>(?P=many)))"
)
_INITIALS = re.compile(r"(?<!\w)([^\W\d_])\.(?: ?[^\W\d_]\.)? ?\Z")
_GIVEN_BEFORE = re.compile(rf"(?<![\w'’‑-])[{_UPPER}][\w'’‑-]* \Z")
_NEXT_WORD = re.compile(rf" +({_WORD})")
_JOINT = re.compile(rf"(?<=[^\W\d_{_UPPER}])(?=[{_UPPER}])")
_MOST_GIVEN_NAMES = 3
_SHORTEST_STEM = 3
_LONGEST_ENDING = 3


def find_name_cards(text: str) -> tuple[Span, ...]:
    """
    Find the name cards in a text, in order: the second, reversed name and the office behind it.

    >>> text = "President of Tholia Davor Selim Selim DavorPresident of the Republic of Tholia: Welcome."
    >>> [span.of(text) for span in find_name_cards(text)]
    ['Selim DavorPresident of the Republic of Tholia']
    """
    return tuple(_cards(text))


def _cards(text: str) -> Iterator[Span]:
    names = (*_card_names(text), (len(text), 0, 0))
    for (_, start, end), (following, _, _) in pairwise(names):
        yield Span(start, office_end(text, end, following))


def _card_names(text: str) -> Iterator[tuple[int, int, int]]:
    """Walk the names that stand twice: where the first begins, where the second begins and ends."""
    position = 0
    while twice := _TWICE.search(text, position):
        name = _reversed_name(text, twice)
        position = name[2] if name else _second_word(twice)
        if name:
            yield name


def _second_word(twice: re.Match[str]) -> int:
    return twice.start("again") if twice["one"] else twice.end("many") - len(twice["many"].partition(" ")[2])


def _reversed_name(text: str, twice: re.Match[str]) -> tuple[int, int, int] | None:
    surname, again = ("one", "again") if twice["one"] else ("many", "same")
    if not _alike(twice[surname], twice[again]):
        return None
    for given_start, given in _given_names(text, twice.start()):
        end = _given_again(text, twice.end(), given, exact=twice[surname] == twice[again])
        if end is not None:
            return given_start, twice.start(again), end
    if twice["many"] and text[twice.end() : twice.end() + 1].isupper():  # family name first, in both places
        return twice.start(), twice.start(again), twice.end()
    end = _given_elsewhere(text, twice) if twice["one"] and twice["one"] == twice["again"] else None
    return None if end is None else (twice.start(), twice.start(again), end)


def _given_elsewhere(text: str, twice: re.Match[str]) -> int | None:
    """The first name stood without given names ("Mr Selim Selim Davor"): they are known elsewhere, or glued on."""
    word = _NEXT_WORD.match(text, twice.end())
    if word is None or not word[1][0].isupper():
        return None
    if joint := _JOINT.search(word[1]):
        return word.start(1) + joint.start()
    return word.end() if f"{word[1]} {twice['one']}" in text else None


def _given_names(text: str, surname: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Walk what may be the given names before a surname, the longest first: an initial, or up to three words."""
    if initials := _INITIALS.search(text, max(0, surname - 8), surname):
        yield initials.start(), (initials[1] + ".",)
        return
    starts: list[int] = []
    position = surname
    while len(starts) < _MOST_GIVEN_NAMES and (word := _GIVEN_BEFORE.search(text, max(0, position - 40), position)):
        position = word.start()
        starts.append(position)
    for start in reversed(starts):
        yield start, tuple(text[start:surname].split())


def _given_again(text: str, position: int, given: tuple[str, ...], *, exact: bool) -> int | None:
    """Give where the given names end that follow the second surname, None where other words follow."""
    for name in given:
        word = _NEXT_WORD.match(text, position)
        if word is None or not _same_given(name, word[1], exact=exact):
            return None
        position = word.end()
        if (joint := _joint(name, word[1])) is not None:
            return word.start(1) + joint
    patronymic = _NEXT_WORD.match(text, position)
    if patronymic and load_page_words().cards.patronymic.fullmatch(patronymic[1]):
        return patronymic.end()
    return position


def _same_given(name: str, word: str, *, exact: bool) -> bool:
    if name.endswith("."):
        return word.startswith(name[0])
    if _alike(name, word) or (word.startswith(name) and word[len(name) :][:1].isupper()):
        return True
    # Two spellings of one name (Petr, Pyotr) pass only where the office is glued to the second.
    return exact and word[0] == name[0] and _JOINT.search(word) is not None


def _joint(name: str, word: str) -> int | None:
    """Give where in the word an office begins that is glued to the name, None where none is."""
    if word.startswith(name) and word[len(name) :][:1].isupper():
        return len(name)
    joint = None if name.endswith(".") or word == name else _JOINT.search(word)
    return joint.start() if joint else None


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one name, letting the endings of an inflected language differ."""
    if one == other:
        return True
    pairs = zip(one.replace("ё", "е"), other.replace("ё", "е"), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    longer = max(len(one), len(other))
    return shared >= _SHORTEST_STEM and longer - shared <= _LONGEST_ENDING and one[-1].islower()
