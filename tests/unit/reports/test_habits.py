"""A house style as a table, as Markdown, as JSON and as a plot; issuers and counts are invented."""

from __future__ import annotations

import json
from datetime import date

import pytest
from rich.cells import cell_len

from communique.precedent import ReferenceClass
from communique.precedent.habits import Habits, find_habits
from communique.reports.habits import (
    PARTED,
    draw_habit,
    is_parted,
    render_habits,
    render_habits_json,
    render_habits_markdown,
)
from communique.reports.habits_plot import plot_habits
from unit.precedent.counted import FEATURES, CountedEntries, label
from unit.precedent.entries import make_entry

ENTRIES = (
    *(make_entry(n, "initiative.stated", absent=("topics.energy",)) for n in range(20)),
    *(make_entry(n, absent=("initiative.stated", "topics.energy"), counterparts=("XT",)) for n in range(20, 60)),
)


def habits(counterpart: str = "XV") -> Habits:
    """Give the house style of the Arvenian president's calls, with one side or with all."""
    reference = ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart=counterpart)
    return find_habits(CountedEntries(ENTRIES), reference, date.max, FEATURES, label=label)


@pytest.mark.parametrize("width", [40, 60, 80, 117, 118, 140, 200])
@pytest.mark.parametrize("counterpart", ["", "XV"])
def test_no_line_is_wider_than_the_terminal(width: int, counterpart: str) -> None:
    """Every line fits, and none has blanks at its end."""
    lines = render_habits(habits(counterpart), width=width).splitlines()
    assert max(cell_len(line) for line in lines) <= min(width, 140)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    "owed",
    [
        "Xa-president/en/call/XV/ 2015–2015",
        "20 records from Mon 5 Jan 2015 to Sat 24 Jan 2015, as of Sun 25 Jan 2015",
        "beside: xa-president/en/call// 2015–2015 (60 records)",
        "INITIATIVE a word on whose idea it was 20 of 20",
        "20 of 60",
        "TOPICS not once in 20: a mention of energy",
        "2 features have no base: fewer than 8",
        f"{PARTED} the two intervals do not meet",
    ],
)
@pytest.mark.parametrize("width", [80, 140])
def test_everything_a_table_of_habits_owes_is_printed(owed: str, width: int) -> None:
    """The class in words with its span, N of M beside the wider class, what never occurs and what has no base."""
    flat = " ".join(render_habits(habits(), width=width).split())
    for drawn in "━●◇◈·":
        flat = flat.replace(drawn, "")
    assert owed in " ".join(flat.split())


def test_intervals_that_do_not_meet_are_marked() -> None:
    """Here all state the initiative, elsewhere hardly any: a sign says it, no colour is needed."""
    stated, energy = habits().habits
    assert (is_parted(stated), is_parted(energy)) == (True, False)
    assert render_habits(habits(), width=80).count(PARTED) == 2
    assert "\x1b" not in render_habits(habits(), width=80)


def test_a_drawn_habit_has_its_dot_in_its_line() -> None:
    """Between the ends of the interval; the wider class has a mark of its own."""
    drawn = draw_habit(habits().habits[0])
    assert (len(drawn), drawn.count("●"), drawn.count("◇")) == (25, 1, 1)
    assert drawn.index("◇") < drawn.index("━")


def test_markdown_has_a_table_a_reading() -> None:
    """The same figures, in rows that a page can show."""
    shown = render_habits_markdown(habits())
    assert "## Initiative" in shown
    assert "| a word on whose idea it was | 20 of 20 | " in shown
    assert "| 20 of 60 | " in shown
    assert "*Not once in 20:* a mention of energy." in shown


def test_json_has_every_feature_with_base() -> None:
    """Also those that never occur; numbers are numbers."""
    shown = json.loads(render_habits_json(habits()))
    assert [(item["feature"], item["rate"]["seen"], item["wider"]["among"]) for item in shown["habits"]] == [
        ("initiative.stated", 20, 60),
        ("topics.energy", 0, 60),
    ]
    assert (shown["class"], shown["records"], shown["before"]) == ("xa-president/en/call/XV/", 20, "2015-01-25")
    assert render_habits_json(habits("")).count('"wider": null') == 2


def test_a_plot_is_the_same_each_time() -> None:
    """No clock and no chance is in the file, and its words are in its title."""
    first, again = plot_habits(habits(), "svg"), plot_habits(habits(), "svg")
    assert first == again
    assert b"xa-president/en/call/XV/" in first


def test_a_plot_as_an_image_is_1200_points_wide() -> None:
    """Readable without enlarging."""
    image = plot_habits(habits(""), "png")
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(image[16:20], "big") == 1200


def test_a_class_without_habits_can_be_shown() -> None:
    """An empty class gives its head and the count of features without base, in every form."""
    reference = ReferenceClass(issuer="xo-council", language="en", kind="call")
    empty = find_habits(CountedEntries(()), reference, date(2020, 1, 1), FEATURES, label=label)
    assert "4 features have no base" in render_habits(empty, width=80)
    assert "4 features have no base" in render_habits_markdown(empty)
    assert json.loads(render_habits_json(empty))["habits"] == []
    assert plot_habits(empty, "png")[:4] == b"\x89PNG"
