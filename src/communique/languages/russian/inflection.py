"""Endings of Russian names: the case forms of a name that tables give in the nominative."""

from __future__ import annotations

from functools import lru_cache

_ADJECTIVE = {
    "кий": ("кий", "кого", "кому", "ким", "ком", "кая", "кой", "кую", "кое", "кие", "ких", "кими"),
    "ний": ("ний", "него", "нему", "ним", "нем", "няя", "ней", "нюю", "нее", "ние", "них", "ними"),
    "ый": ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми"),
    "ой": ("ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ыми"),
    "кая": ("кая", "кой", "кую", "кою"),
    "ная": ("ная", "ной", "ную", "ною"),
    "ая": ("ая", "ой", "ую", "ою"),
    "ое": ("ое", "ого", "ому", "ым", "ом"),
    "ее": ("ее", "его", "ему", "им", "ем"),
    "кие": ("кие", "ких", "ким", "кими"),
    "ые": ("ые", "ых", "ым", "ыми"),
}
_NOUN = (
    ("ия", ("ия", "ии", "ию", "ией", "иею")),
    ("ья", ("ья", "ьи", "ье", "ью", "ьей", "ьею")),
    ("ие", ("ие", "ия", "ию", "ием", "ии")),
    ("ий", ("ий", "ия", "ию", "ием", "ии")),
    ("ец", ("ец", "ца", "цу", "цом", "цем", "це", "еца", "ецу", "ецом", "еце")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ей", "ою")),
    ("я", ("я", "и", "е", "ю", "ей", "ею")),
    ("ы", ("ы", "", "ов", "ам", "ами", "ах")),
    ("и", ("и", "", "ей", "ов", "ам", "ями", "ям", "ях", "ами", "ах")),
    ("ь", ("ь", "я", "ю", "ем", "е", "и", "ью")),
    ("й", ("й", "я", "ю", "ем", "е")),
    ("во", ("во", "ва", "ву", "вом", "ве")),
    ("но", ("но", "на", "ну", "ном", "не")),
    ("о", ("о",)),
    ("е", ("е",)),
    ("у", ("у",)),
    ("э", ("э",)),
    ("ю", ("ю",)),
)
_HARD = ("", "а", "у", "ом", "ем", "е")
_SHORTEST = 3
_MOST_APART = 3
_VOWELS = frozenset("аеиоуыэюя")


def plain(word: str) -> str:
    """Give a word in small letters with "е" for "ё"."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=20_000)
def case_forms(word: str) -> frozenset[str]:
    """
    Give the forms that a name in the nominative takes in the cases; of doubtful endings, all that may be.

    >>> {"арвении", "арвению", "арвенией"} <= case_forms("Арвения")
    True
    """
    if word.isupper() or len(word) < _SHORTEST or not word[0].isalpha():
        return frozenset({plain(word)})
    low = plain(word)
    for ending, forms in _ADJECTIVE.items():
        if low.endswith(ending) and len(low) > len(ending) + 1:
            found = frozenset(low.removesuffix(ending) + form for form in forms)
            return found if ending != "кий" else found | {low.removesuffix("кий") + "ки"}
    for ending, forms in _NOUN:
        if low.endswith(ending):
            return frozenset(low.removesuffix(ending) + form for form in forms) | {low}
    return frozenset(low + form for form in _HARD)


def same_word(one: str, other: str) -> bool:
    """
    Tell whether two words may be one name in two cases: they differ in the ending only.

    >>> same_word("Веском", "Веск"), same_word("Веск", "Селим")
    (True, False)
    """
    one, other = plain(one), plain(other)
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    rests = (one[shared:], other[shared:])
    if shared < _SHORTEST or max(map(len, rests)) > _MOST_APART:
        return False
    return all(not rest or rest[0] in _VOWELS or rest in {"й", "ь"} or rest[0] in "йь" for rest in rests)
