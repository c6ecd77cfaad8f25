"""Stock phrases over time as a table; the office, its texts and days are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from communique.precedent import Coverage
from communique.precedent.phrase_history import PhraseBook, PhraseHistory, Silence, YearOfUse
from communique.reports.phrase_table import NONE, NOT_HELD, draw_years, event_lines, peak_label, render_phrases

OLD, NEW = "‹name› spoke by telephone with ‹name›", "‹name› spoke on the telephone with ‹name›"


def use(year: int, seen: int, among: int = 20) -> YearOfUse:
    """Make a year of use."""
    return YearOfUse(year=year, seen=seen, among=among)


DROPPED = Silence(since=date(2005, 6, 1), until=None, accounts=60, months=30, chance=0.0001)
REVIVED = Silence(since=date(2003, 2, 1), until=date(2005, 3, 1), accounts=33, months=14, chance=0.004)
OLD_HISTORY = PhraseHistory(
    words=OLD,
    seen=36,
    first=date(2002, 1, 3),
    last=date(2005, 6, 1),
    years=(use(2002, 20), use(2003, 10), use(2005, 6), use(2008, 0), use(2009, 0)),
    dropped=DROPPED,
    revived=(REVIVED,),
    became=NEW,
)
NEW_HISTORY = PhraseHistory(
    words=NEW,
    seen=1_036,
    first=date(2008, 2, 1),
    last=date(2009, 12, 1),
    years=(use(2002, 0), use(2003, 0), use(2005, 0), use(2008, 18), use(2009, 18)),
    was=OLD,
)
BOOK = PhraseBook(
    label="calls of the President of Arvenia with Velmark",
    accounts=100,
    first=date(2002, 1, 3),
    last=date(2009, 12, 1),
    exposure=((2002, 20), (2003, 20), (2005, 20), (2008, 20), (2009, 20)),
    coverage=Coverage(
        days=tuple(date(year, month, 1) for year in (2002, 2003, 2004, 2005, 2008, 2009) for month in (1, 12))
    ),
    phrases=(OLD_HISTORY, NEW_HISTORY),
)


def on_one_line(page: str) -> str:
    """Give a page without the places where its lines break."""
    return " ".join(page.split())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 140, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Every line fits, and none has blanks at its end."""
    lines = render_phrases(BOOK, width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= min(width, 140)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize(
    "owed",
    [
        "Stock phrases: calls of the President of Arvenia with Velmark",
        "100 records from Thu 3 Jan 2002 to Tue 1 Dec 2009",
        f"{OLD} 36 100 % █▅ ▃░░··",
        f"{NEW} 1,036 90 % ·· ·░░██",
        "dropped: last on 1 June 2005, in none of 60 records since (at its former rate: under 0.1 % likely)",
        f"reworded: about then begins “{NEW}”",
        "revived: back on 1 March 2005 after 1 February 2003, in none of 33 records between (at its former rate: 0.4 %",
        "░ the corpus holds nothing of this office then",
    ],
)
def test_everything_a_table_of_phrases_owes_is_printed(owed: str, width: int) -> None:
    """Whose phrases, how many records, each phrase with its years, and what happened to it."""
    assert owed in on_one_line(render_phrases(BOOK, width=width))


def test_a_hole_a_gap_and_a_zero_are_three_things() -> None:
    """What the corpus does not hold, years without such records, and records without the phrase differ."""
    assert draw_years(BOOK, OLD_HISTORY) == f"█▅ ▃{NOT_HELD}{NOT_HELD}{NONE}{NONE}"


def test_every_fifth_year_is_marked_above_its_cell() -> None:
    """The head of the years stands over them."""
    lines = render_phrases(BOOK, width=80).splitlines()
    head, row = (next(line for line in lines if words in line) for words in ("records   peak", OLD))
    assert head.index("05") == row.index("▃")


def test_the_phrase_before_is_named_where_it_is_not_shown() -> None:
    """A rewording says what it took the place of, once."""
    assert list(event_lines(NEW_HISTORY, shown=frozenset({OLD, NEW}))) == []
    assert list(event_lines(NEW_HISTORY)) == [f"reworded from “{OLD}”"]


def test_a_year_with_few_records_makes_no_peak() -> None:
    """One record of two is no habit; it counts only where no other year has the phrase."""
    few = replace(OLD_HISTORY, years=(use(2002, 1, 2), use(2003, 3)))
    assert peak_label(few) == "15 %"
    assert peak_label(replace(few, years=(use(2002, 1, 2), use(2003, 0)))) == "50 %"
    assert peak_label(replace(few, years=(use(2003, 1, 300),))) == "<1 %"


def test_an_empty_book_says_so() -> None:
    """Without records, or without recurring words, there is no table."""
    page = render_phrases(PhraseBook(label="calls", accounts=0), width=80)
    assert "no records" in page
    assert "No wording recurs often enough" in page


def test_colour_adds_codes_only() -> None:
    """The words are the same with and without weight."""
    assert "\x1b[" in render_phrases(BOOK, width=80, colour=True)
    assert "\x1b[" not in render_phrases(BOOK, width=80)


@given(seen=st.lists(st.integers(0, 20), min_size=1, max_size=12).filter(any))
def test_the_highest_cell_is_the_peak(seen: list[int]) -> None:
    """Cells rise with the share, a zero is a dot, and every year has one cell."""
    years = tuple(use(2000 + n, count) for n, count in enumerate(seen))
    book = replace(BOOK, first=date(2000, 1, 1), last=date(2000 + len(seen) - 1, 1, 1))
    drawn = draw_years(book, replace(OLD_HISTORY, years=years))
    assert len(drawn) == len(seen)
    assert {drawn[n] for n, count in enumerate(seen) if count == max(seen)} == {"█"}
    assert [cell == NONE for cell in drawn] == [count == 0 for count in seen]
