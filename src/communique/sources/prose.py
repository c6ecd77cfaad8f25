"""Lines of text made fit for reading: without the page's furniture, its name cards and its own title."""

from __future__ import annotations

from collections.abc import Sequence

from communique.text.furniture import is_furniture
from communique.text.normalise import clear, find_name_cards, normalise_line

_CARD_SEAM = ((" :", ":"), (" ,", ","), (" .", "."), (" ;", ";"))


def tidy_lines(lines: Sequence[str], title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Give the lines of the release, and notes on what was left out.

    >>> tidy_lines(("Talks in Tarsk", "0 comments", "The sides met."), "Talks in Tarsk")
    (('The sides met.',), ('page furniture left out: 1',))
    """
    body = lines[1:] if lines and title and lines[0].casefold() == title.casefold() else lines
    kept = [line for line in body if not is_furniture(line)]
    cleared = [without_cards(line) for line in kept]
    cards = sum(len(line) != len(other) for line, other in zip(kept, cleared, strict=True))
    left_out = (("page furniture left out", len(body) - len(kept)), ("lines with name cards left out", cards))
    return tuple(cleared), tuple(f"{what}: {count}" for what, count in left_out if count)


def without_cards(line: str) -> str:
    """Give a line without its name cards, and without the space that a card leaves before a mark."""
    cards = find_name_cards(line)
    if not cards:
        return line
    text = clear(line, cards).text
    for seam, mark in _CARD_SEAM:
        text = text.replace(seam, mark)
    return normalise_line(text)
