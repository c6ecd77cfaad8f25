"""Accounts of an invented office as phrases are counted, and the wordings of its earlier releases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from communique.precedent import Wording
from communique.precedent.phrase_mining import Told, tell
from communique.precedent.wordings import Phrasing, abstract_text

START = date(2001, 1, 1)

SPOKE = "Ilmar Vesk spoke by telephone with Adela Korin."
TALKED = "Ilmar Vesk had a telephone conversation with Adela Korin."
SUBJECTS = ("ferries", "timber", "wheat", "tunnels", "bridges", "rivers", "harbours", "forests", "railways", "markets")


def day(number: int) -> date:
    """Give a day by its number, from the first of 2001 on."""
    return START + timedelta(days=number)


def particular(number: int) -> str:
    """Give a sentence that no other release has."""
    one, other = (SUBJECTS[(number * step) % len(SUBJECTS)] for step in (1, 3))
    return f"They weighed {one} x{number} against {other} y{number} before z{number} noon."


def told(number: int, *sentences: str) -> Told:
    """Give an account of one day with some sentences beside its own."""
    return tell(day(number), abstract_text("", " ".join((*sentences, particular(number)))))


def every(step: int, first: int, last: int, *sentences: str) -> Iterator[Told]:
    """Give an account every so many days, each with some sentences."""
    return (told(number, *sentences) for number in range(first, last, step))


def wordings(texts: Iterable[str]) -> tuple[Wording, ...]:
    """Give the wordings of some texts, the latest first, each under its number."""
    return tuple(
        Wording(key=str(number), issued=day(-number), prints=_prints(abstract_text("", text)))
        for number, text in enumerate(texts)
    )


def _prints(rows: tuple[Phrasing, ...]) -> frozenset[int]:
    return frozenset(value for row in rows for value in row.prints)
