"""Days as a user types them: year, month and day, and a plain word where they are something else."""

from __future__ import annotations

from datetime import date, datetime

import typer

ORDER = "--from, --to"


def take_day(words: str) -> datetime:
    """
    Give the day that the user's words name, as its first moment.

    >>> take_day("2020-03-15").date()
    datetime.date(2020, 3, 15)

    Raises:
        typer.BadParameter: they name none.
    """
    try:
        return datetime.strptime(words.strip(), "%Y-%m-%d")  # noqa: DTZ007 - a day has no zone
    except ValueError as error:
        message = f"expected a day like 2020-03-15, got “{words}”"
        raise typer.BadParameter(message) from error


def in_order(first: date, last: date) -> None:
    """
    Let days pass that stand in order.

    Raises:
        typer.BadParameter: the first comes after the last.
    """
    if first > last:
        message = f"expected a first day not after the last, got {first} to {last}"
        raise typer.BadParameter(message, param_hint=ORDER)
