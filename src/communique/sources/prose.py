"""Lines of text made fit for reading: without the page's furniture, its name cards and its own title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.text.furniture import is_furniture
from communique.text.normalise import find_name_cards


def tidy_lines(lines: Sequence[str], title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Give the lines of the release, and notes on what was left out.

    >>> tidy_lines(("Talks in Tarsk", "0 comments", "The sides met."), "Talks in Tarsk")
    (('The sides met.',), ('page furniture left out: 1',))
    """
    body = lines[1:] if lines and title and lines[0].casefold() == title.casefold() else lines
    kept = [line for line in body if not is_furniture(line)]
    cleared = without_cards("\n".join(kept)).split("\n") if kept else []
    cards = sum(line != other for line, other in zip(kept, cleared, strict=True))
    left_out = (("page furniture left out", len(body) - len(kept)), ("lines with name cards left out", cards))
    return tuple(cleared), tuple(f"{what}: {count}" for what, count in left_out if count)


def without_cards(text: str) -> str:
    """
    Give a text without its name cards, and without the space that a card leaves before a mark.

    >>> without_cards("Davor Selim Selim DavorPresident of Tholia : Welcome.")
    'Davor Selim: Welcome.'
    """
    cleared = text
    for card in reversed(find_name_cards(text)):
        rest = cleared[card.end :]
        seam = " " if rest[:1] == "(" else ""
        cleared = cleared[: card.start].rstrip() + seam + (rest.lstrip() if _CARD_EDGE.match(rest) else rest)
    return cleared


_CARD_EDGE = re.compile(r" +[,.:;]")
