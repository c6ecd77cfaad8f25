"""Days on the command line."""

from __future__ import annotations

from datetime import date

import pytest
import typer

from communique.cli.days import in_order, take_day


@pytest.mark.parametrize("words", ["15.03.2020", "2020-3", "2020-02-30", "soon", ""])
def test_what_is_no_day_is_told_with_an_example(words: str) -> None:
    """The message has a day as it should be written, and what was got."""
    with pytest.raises(typer.BadParameter, match="expected a day like 2020-03-15") as refused:
        take_day(words)
    assert f"“{words}”" in str(refused.value)


def test_a_first_day_may_be_the_last() -> None:
    """One day is a span; a first day after the last is none."""
    in_order(date(2020, 3, 1), date(2020, 3, 1))
    with pytest.raises(typer.BadParameter, match="2020-03-02 to 2020-03-01"):
        in_order(date(2020, 3, 2), date(2020, 3, 1))
