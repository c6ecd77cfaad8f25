"""Where Russian sentences end: full stops that are neither abbreviations nor initials, line breaks, labels of turns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.model import Span

_END = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]++[»”\"’)\]]*+)(?P<gap>\s++|(?=[А-ЯЁ][а-яё]))(?=[«“\"(\[–—-]*\s*(?P<next>[А-ЯЁA-ZӘҒҚҢӨҰҮҺІ0-9]))|\n+"
)
_SHORT = re.compile(
    r"(?:^|[\s(«„\"])(?:г|гг|в|вв|им|ул|д|просп|пр|пл|стр|см|рис|табл|т|тт|ст|п|пп|ч|руб|коп|тыс|млн|млрд|трлн|обл|респ|р-н|г-н|г-жа|гг-н|акад|проф|доц|ген|полк|"
    r"янв|февр|фев|мар|апр|июн|июл|авг|сент|сен|окт|нояб|ноя|дек|напр|др|пр|т\.д|т\.п|т\.е|т\.к|и\.о|н\.э|[А-ЯЁA-Z])$"
)
# A name of one vowel after another name ("Ван И.") is no initial.
_VOWEL_NAME = re.compile(r"[А-ЯЁ][а-яё]+ [ИОУЭЮЕ]$")
_ENDING = frozenset({"г", "гг", "в", "вв", "др", "пр", "т.д", "т.п", "руб", "коп", "тыс", "млн", "млрд", "трлн", "н.э"})
_REACH = 14


def find_sentences(text: str, labels: Sequence[int] = ()) -> tuple[Span, ...]:
    """
    Give the sentences of a text in order, without the white space around them; one begins at each of ``labels``.

    >>> text = "И.Веск принял гостей 5 окт. 2025 г. в Тарске. Они говорили о мосте."
    >>> [s.of(text) for s in find_sentences(text)]
    ['И.Веск принял гостей 5 окт. 2025 г. в Тарске.', 'Они говорили о мосте.']
    """
    return tuple(_trimmed(text, labels))


def _trimmed(text: str, labels: Sequence[int]) -> Iterator[Span]:
    bounds = (0, *labels, len(text))
    for start, end in (piece for low, high in pairwise(bounds) for piece in _cut(text, low, high)):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(stripped))


def _cut(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    start = low
    for match in _END.finditer(text, low, high):
        if match["stop"] is None or _ends(text, match):
            end = match.end("stop") if match["stop"] else match.start()
            yield start, end
            start = end
    yield start, high


def _ends(text: str, match: re.Match[str]) -> bool:
    if match["stop"] != ".":
        return True
    before = text[max(0, match.start() - _REACH) : match.start()]
    if _VOWEL_NAME.search(before):
        return True
    short = _SHORT.search(before)
    if short is None:
        return bool(match["gap"]) or _is_glued(before)
    word = short.group().strip(' («„"\n')
    if word == "г":
        return match["next"].isalpha() and before.rstrip("г").rstrip()[-1:].isdigit()
    return word in _ENDING and match["next"].isalpha()


def _is_glued(before: str) -> bool:
    return bool(re.search(r"[а-яё]{2}$", before))
