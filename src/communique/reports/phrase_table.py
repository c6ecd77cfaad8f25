"""Stock phrases over time as a table for a terminal, and the words that table and plot share."""

from __future__ import annotations

from collections.abc import Iterator

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.precedent.coverage import day_words
from communique.precedent.phrase_history import PhraseBook, PhraseHistory, Silence
from communique.reports.labels import count_label, day_label
from communique.reports.printing import print_lines

WIDEST = 140

LEVELS = "▁▂▃▄▅▆▇█"
NONE, NOTHING_ASKED, NOT_HELD = "·", " ", "░"
"""What stands for a year whose records lack the phrase, one without such records, one that the corpus does not hold."""

LEGEND = (
    f"{LEVELS[0]} to {LEVELS[-1]}: share of the year's records, against the phrase's own peak;  {NONE}  none of them"
)
LEGEND_GAPS = f"{NOT_HELD}  the corpus holds nothing of this office then: no silence;  blank: no such records that year"

_MARKED = 5
_RECORDS, _PEAK = 7, 5
_SMALL = 0.001


def find_years(book: PhraseBook) -> range:
    """Give the years from the first account to the last."""
    return range(book.first.year, book.last.year + 1) if book.first and book.last else range(0)


def head_lines(book: PhraseBook) -> tuple[str, str]:
    """
    Give the title and the line on the source: whose phrases, how many records, from when to when.

    >>> head_lines(PhraseBook(label="calls of the President of Arvenia", accounts=0))
    ('Stock phrases: calls of the President of Arvenia', 'no records')
    """
    title = f"Stock phrases: {book.label}"
    if not (book.first and book.last):
        return title, "no records"
    records = count_label(book.accounts, "record", "records")
    return title, f"{records} from {day_label(book.first)} to {day_label(book.last)}"


def peak_label(history: PhraseHistory) -> str:
    """Give the greatest share that a phrase had in a year ("45 %"); "<1 %" for less than one in a hundred."""
    share = 100 * history.peak.seen / history.peak.among
    return f"{share:.0f} %" if share >= 1 else "<1 %"


def chance_label(chance: float) -> str:
    """
    Give a small probability in per cent.

    >>> chance_label(0.0043), chance_label(2.6e-21)
    ('0.4 %', 'under 0.1 %')
    """
    return f"{100 * chance:.1f} %" if chance >= _SMALL else f"under {100 * _SMALL:.1f} %"


def event_lines(history: PhraseHistory, *, shown: frozenset[str] = frozenset()) -> Iterator[str]:
    """Say what happened to a phrase: dropped, revived, reworded; ``shown`` are the phrases told beside it."""
    if history.dropped:
        yield f"dropped: last on {day_words(history.dropped.since)}, {_silence_words(history.dropped)}"
    if history.became:
        yield f"reworded: about then begins “{history.became}”"
    if history.was and history.was not in shown:
        yield f"reworded from “{history.was}”"
    for silence in history.revived:
        if silence.until:
            since, until = day_words(silence.since), day_words(silence.until)
            yield f"revived: back on {until} after {since}, {_silence_words(silence)}"


def render_phrases(book: PhraseBook, *, width: int, colour: bool = False) -> str:
    """
    Give stock phrases over time as lines of so many columns, with or without the codes of weight.

    A row is a phrase: how many records have it, its greatest share in a year, and a cell for each year. What happened
    to it stands below.
    """
    return print_lines(*_pieces(book), width=min(width, WIDEST), colour=colour, highlight=False)


def draw_years(book: PhraseBook, history: PhraseHistory) -> str:
    """Draw one phrase, a cell for each year of the book: its share against its own peak."""
    uses = {use.year: use for use in history.years}
    held = {day.year for day in book.coverage.days} | uses.keys()
    peak = history.peak.seen / history.peak.among
    return "".join(
        _cell(uses[year].seen / uses[year].among, peak) if year in uses else NOTHING_ASKED if year in held else NOT_HELD
        for year in find_years(book)
    )


def _cell(share: float, peak: float) -> str:
    return LEVELS[min(len(LEVELS) - 1, int(share / peak * len(LEVELS)))] if share else NONE


def _pieces(book: PhraseBook) -> Iterator[Text | Padding | Table]:
    title, source = head_lines(book)
    yield Text(title, style="bold")
    yield Text(source)
    yield Text()
    if not book.phrases:
        yield Text("No wording recurs often enough to be called a stock phrase.")
        return
    yield from _rows(book)
    yield Text()
    yield Text(LEGEND)
    yield Text(LEGEND_GAPS)


def _rows(book: PhraseBook) -> Iterator[Table | Padding]:
    years = find_years(book)
    yield _row(book, Text("phrase"), ("records", "peak", _year_marks(years)))
    shown = frozenset(history.words for history in book.phrases)
    for history in book.phrases:
        figures = (f"{history.seen:,}", peak_label(history), draw_years(book, history))
        yield _row(book, Text(history.words), figures)
        for line in event_lines(history, shown=shown):
            yield Padding(Text(line, style="not bold"), (0, 0, 0, 4))


def _row(book: PhraseBook, words: Text, figures: tuple[str, str, str]) -> Table:
    """Lay out one line; the columns beside the words are as wide in every line."""
    row = Table.grid(padding=(0, 2, 0, 0), expand=True)
    row.add_column(ratio=1)
    row.add_column(justify="right", width=_RECORDS)
    row.add_column(justify="right", width=_PEAK)
    row.add_column(width=len(find_years(book)) + 1, no_wrap=True)
    row.add_row(words, *map(Text, figures), style="bold")
    return row


def _year_marks(years: range) -> str:
    """Give the head of the years' cells: every fifth year by two digits, above its own cell."""
    marks = [" "] * (len(years) + 2)
    for place, year in enumerate(years):
        if year % _MARKED == 0:
            marks[place : place + 2] = f"{year % 100:02}"
    return "".join(marks).rstrip()


def _silence_words(silence: Silence) -> str:
    records = count_label(silence.accounts, "record", "records")
    where = "between" if silence.until else "since"
    return f"in none of {records} {where} (at its former rate: {chance_label(silence.chance)} likely)"
