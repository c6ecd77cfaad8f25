"""An issuer's house style as a table: for a terminal, as Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.model import Rate
from communique.precedent.habits import Habit, Habits, expected_share
from communique.precedent.rates import LEAST_EXPOSURE
from communique.readings import READINGS
from communique.reports.labels import count_label, day_label
from communique.reports.printing import print_lines

FORM = "communique/habits/1"
"""Name and version of the JSON; the number rises when a program written for the old form could misread the new."""

WIDE = 118
"""Columns from which each rate is drawn beside its figures."""

NARROW = 76
"""Columns below which intervals are left out, so that words keep their room."""

WIDEST = 140
BAR = 25
"""Cells of a drawn habit: each stands for 4 %."""

PARTED = "≠"
LEGEND_PARTED = f"{PARTED}  the two intervals do not meet"
LEGEND_DRAWN = "●  what this class expects next, between the ends of its interval"
LEGEND_BESIDE = "◇  what the wider class expects (◈ both)"
_INTERVALS = (1, 3)


@dataclass(frozen=True, slots=True)
class Group:
    """The habits that one reading marks: those that occur, and those that no record has, by how many could have."""

    title: str
    seen: tuple[Habit, ...]
    never: tuple[tuple[int, tuple[Habit, ...]], ...]


def find_groups(habits: Habits) -> Iterator[Group]:
    """Give the habits reading by reading, in the order of the catalogue."""
    titles = {reading.code: reading.title for reading in READINGS}
    for code, group in groupby(habits.habits, key=lambda habit: habit.reading):
        some = tuple(group)
        yield Group(
            title=titles.get(code, code),
            seen=tuple(habit for habit in some if habit.rate.seen),
            never=tuple(_by_exposure(habit for habit in some if not habit.rate.seen)),
        )


def is_parted(habit: Habit) -> bool:
    """Tell whether the intervals of the class and of the wider class do not meet."""
    wider = habit.wider
    return wider is not None and (habit.rate.low > wider.high or wider.low > habit.rate.high)


def habit_words(habit: Habit) -> str:
    """Name what is counted, as a noun phrase where there is one."""
    return habit.feature.noun or habit.feature.meaning


def interval_label(rate: Rate) -> str:
    """
    Give the interval of a rate in per cent.

    >>> interval_label(Rate(seen=6, among=38, low=0.081, high=0.312, reference="calls"))
    '8–31 %'
    """
    low, high = round(100 * rate.low), round(100 * rate.high)
    return f"{low}–{high} %" if low != high else f"{low} %"


def draw_habit(habit: Habit, cells: int = BAR) -> str:
    """
    Draw a habit between 0 and 100 %: the class's interval as a line, what it expects next as a dot.

    A diamond stands for what the wider class expects, a diamond in a diamond where both fall into one cell.

    >>> from communique.precedent import Feature
    >>> rate = Rate(seen=9, among=20, low=0.25, high=0.65, reference="calls", expected=0.45)
    >>> wider = Rate(seen=70, among=100, low=0.66, high=0.74, reference="calls", expected=0.7)
    >>> draw_habit(Habit(feature=Feature(code="venue.named", meaning="…"), rate=rate, wider=wider), cells=10)
    '··━━●━━◇··'
    """
    first, dot, last = (_cell(share, cells) for share in (habit.rate.low, habit.share, habit.rate.high))
    line = ["━" if first <= cell <= last else "·" for cell in range(cells)]
    line[dot] = "●"
    if habit.wider is not None:
        beside = _cell(expected_share(habit.wider), cells)
        line[beside] = "◈" if beside == dot else "◇"
    return "".join(line)


def render_habits(habits: Habits, *, width: int, colour: bool = False) -> str:
    """Give the habits as lines of so many columns, with or without the codes of weight."""
    return print_lines(*_pieces(habits, width=width), width=min(width, WIDEST), colour=colour)


def find_head(habits: Habits) -> Iterator[str]:
    """Give the lines above the table: the class, what was counted, what stands beside it."""
    yield habits.label[:1].upper() + habits.label[1:]
    span = ""
    if habits.first and habits.last:
        span = f" from {day_label(habits.first)} to {day_label(habits.last)}"
    yield f"{count_label(habits.records, 'record', 'records')}{span}, as of {day_label(habits.before)}"
    if habits.wider_label:
        yield f"beside: {habits.wider_label} ({count_label(habits.wider_records, 'record', 'records')})"


def base_label(habits: Habits) -> str:
    """Say how many features have no base, and what that means."""
    features = count_label(habits.without_base, "feature has", "features have")
    return f"{features} no base: fewer than {LEAST_EXPOSURE} of these records could have had it"


def render_habits_markdown(habits: Habits) -> str:
    """Give the habits as Markdown: a heading and a table for each reading."""
    title, *lines = find_head(habits)
    parts = [f"# {_escaped(title)}", "\n".join(f"{_escaped(line)}  " for line in lines).rstrip()]
    parts += [_markdown_group(group, beside=bool(habits.wider_label)) for group in find_groups(habits)]
    parts.append(f"{base_label(habits)}.")
    return "\n\n".join(parts) + "\n"


def render_habits_json(habits: Habits) -> str:
    """Give the habits as one JSON object, those that no record has included."""
    found = {
        "form": FORM,
        "class": habits.reference.code,
        "label": habits.label,
        "before": habits.before.isoformat(),
        "records": habits.records,
        "first": habits.first.isoformat() if habits.first else None,
        "last": habits.last.isoformat() if habits.last else None,
        "wider_label": habits.wider_label or None,
        "wider_records": habits.wider_records,
        "without_base": habits.without_base,
        "habits": [_json_habit(habit) for habit in habits.habits],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _by_exposure(habits: Iterable[Habit]) -> Iterator[tuple[int, tuple[Habit, ...]]]:
    ordered = sorted(habits, key=lambda habit: -habit.rate.among)
    for among, some in groupby(ordered, key=lambda habit: habit.rate.among):
        yield among, tuple(some)


def _cell(share: float, cells: int) -> int:
    return min(cells - 1, int(share * cells))


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns a table has beside the words, and how wide they are in all of its parts."""

    drawn: bool
    beside: bool
    kept: tuple[bool, ...]
    widths: tuple[int, ...]

    def cells(self, habit: Habit) -> Iterator[Text]:
        """Give the figures of a habit, those that are kept."""
        for figure, kept in zip(_figures(habit, beside=self.beside), self.kept, strict=True):
            if kept:
                yield Text(figure)


def _columns(habits: Habits, width: int) -> _Columns:
    """Lay the columns out: in a narrow terminal without the intervals, in a wide one with a drawing."""
    beside = bool(habits.wider_label)
    rows = [_figures(habit, beside=beside) for habit in habits.habits if habit.rate.seen]
    broad = tuple(max(map(len, column)) for column in zip(*rows, strict=True))
    kept = tuple(place not in _INTERVALS or width >= NARROW for place in range(len(broad)))
    widths = tuple(max(cells, 1) for cells, stays in zip(broad, kept, strict=True) if stays)
    return _Columns(drawn=width >= WIDE, beside=beside, kept=kept, widths=widths)


def _pieces(habits: Habits, *, width: int) -> Iterator[Text | Padding | Table]:
    columns, wide = _columns(habits, width), width >= WIDE
    title, *lines = find_head(habits)
    yield Text(title, style="bold")
    yield from map(Text, lines)
    for group in find_groups(habits):
        yield Text()
        yield Text(group.title.upper(), style="bold")
        if group.seen:
            yield _table(group.seen, columns)
        for among, never in group.never:
            yield Padding(_never(among, never), (0, 0, 0, 2))
    yield Text()
    yield from map(Text, _legend(habits, wide=wide))
    yield Text(base_label(habits))


def _legend(habits: Habits, *, wide: bool) -> Iterator[str]:
    if wide and habits.habits:
        yield LEGEND_DRAWN
        if habits.wider_label:
            yield LEGEND_BESIDE
    if any(map(is_parted, habits.habits)):
        yield LEGEND_PARTED


def _table(habits: tuple[Habit, ...], columns: _Columns) -> Table:
    rows = Table.grid(padding=(0, 2, 0, 0), expand=True)
    rows.add_column(ratio=1)
    if columns.drawn:
        rows.add_column(width=BAR, no_wrap=True)
    for width in columns.widths:
        rows.add_column(width=width, justify="right", no_wrap=True)
    for habit in habits:
        words = Padding(Text(habit_words(habit)), (0, 0, 0, 2))
        rows.add_row(words, *map(Text, ((draw_habit(habit),) if columns.drawn else ())), *columns.cells(habit))
    return rows


def _figures(habit: Habit, *, beside: bool) -> tuple[str, ...]:
    """Give rate and interval of the class, then of the wider one, and whether they part."""
    own = _rate_cells(habit.rate)
    return (*own, *_rate_cells(habit.wider), PARTED if is_parted(habit) else "") if beside else own


def _rate_cells(rate: Rate | None) -> tuple[str, str]:
    return (f"{rate.seen:,} of {rate.among:,}", interval_label(rate)) if rate else ("no base", "")


def _never(among: int, habits: tuple[Habit, ...]) -> Text:
    """Name together what none of so many records has."""
    named = "; ".join(map(habit_words, habits))
    return Text.assemble((f"not once in {among:,}: ", "italic"), named)


def _markdown_group(group: Group, *, beside: bool) -> str:
    parts = [f"## {_escaped(group.title)}"]
    if group.seen:
        columns = ("what is counted", "rate", "interval", *(("wider class", "interval", "") if beside else ()))
        rows = [columns, ("---",) * len(columns), *(_markdown_row(habit, beside=beside) for habit in group.seen)]
        parts.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    parts += [
        f"*Not once in {among:,}:* {_escaped('; '.join(map(habit_words, never)))}." for among, never in group.never
    ]
    return "\n\n".join(parts)


def _markdown_row(habit: Habit, *, beside: bool) -> tuple[str, ...]:
    return tuple(map(_escaped, (habit_words(habit), *_figures(habit, beside=beside))))


def _escaped(words: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>|#" else sign for sign in words)


def _json_habit(habit: Habit) -> dict[str, object]:
    return {
        "feature": habit.feature.code,
        "reading": habit.reading,
        "meaning": habit.feature.meaning,
        "noun": habit.feature.noun or None,
        "rate": _json_rate(habit.rate),
        "wider": _json_rate(habit.wider),
        "parted": is_parted(habit),
    }


def _json_rate(rate: Rate | None) -> dict[str, object] | None:
    if rate is None:
        return None
    shares = (rate.low, rate.high, rate.expected)
    low, high, expected = (round(share, 4) if share is not None else None for share in shares)
    return {"seen": rate.seen, "among": rate.among, "low": low, "high": high, "expected": expected}
