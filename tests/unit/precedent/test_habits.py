"""House styles: counted in the class and in the wider class, as of a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Kind
from communique.precedent import Entry, ReferenceClass
from communique.precedent.habits import ALL_KINDS, Habits, find_habits
from communique.precedent.rates import LEAST_EXPOSURE
from unit.precedent.counted import FEATURES, CountedEntries, label
from unit.precedent.entries import FIRST, entries, make_entry

WITH_VELMARK = ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV")
CALLS = ReferenceClass(issuer="xa-president", language="en", kind="call")
EVERYTHING = ReferenceClass(issuer="xa-president", language="en", kind=ALL_KINDS)

WITH_XV = tuple(
    make_entry(n, "initiative.stated", *(("thanks.stated",) if n < 3 else ()), absent=("topics.energy",))
    for n in range(10)
)
WITH_XT = tuple(
    make_entry(n, "topics.energy", absent=("initiative.stated", "venue.named"), counterparts=("XT",))
    for n in range(10, 30)
)
MEETINGS = tuple(make_entry(n, "venue.named", kind=Kind.MEETING) for n in range(30, 45))


def habits_of(reference: ReferenceClass, *some: Entry, before: date = date.max) -> Habits:
    """Find the habits of a class among entries made by hand."""
    return find_habits(
        CountedEntries(some or (*WITH_XV, *WITH_XT, *MEETINGS)), reference, before, FEATURES, label=label
    )


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        (WITH_VELMARK, [("initiative.stated", "10 of 10", "10 of 30"), ("topics.energy", "0 of 10", "20 of 30")]),
        (
            CALLS,
            [
                ("initiative.stated", "10 of 30", None),
                ("venue.named", "0 of 20", None),
                ("topics.energy", "20 of 30", None),
            ],
        ),
        (
            EVERYTHING,
            [
                ("initiative.stated", "10 of 30", None),
                ("venue.named", "15 of 35", None),
                ("topics.energy", "20 of 30", None),
            ],
        ),
    ],
    ids=["one counterpart", "one kind", "all kinds"],
)
def test_a_class_is_counted_beside_the_wider_one(
    reference: ReferenceClass, told: list[tuple[str, str, str | None]]
) -> None:
    """N of M of the class, then of all counterparts; the widest class has nothing beside it."""
    found = habits_of(reference).habits
    assert [(h.feature.code, str(h.rate), str(h.wider) if h.wider else None) for h in found] == told


def test_readings_keep_their_order_and_the_usual_comes_first() -> None:
    """Within a reading the features stand from the usual to the rare."""
    codes = {f"venue.{name}": seen for name, seen in (("rare", 1), ("usual", 9), ("half", 5))}
    features = {code: FEATURES["venue.named"].__class__(code=code, meaning="…") for code in (*codes, "thanks.stated")}
    some = (
        make_entry(
            n, "thanks.stated", *(c for c in codes if n < codes[c]), absent=tuple(c for c in codes if n >= codes[c])
        )
        for n in range(10)
    )
    found = find_habits(CountedEntries(some), CALLS, date.max, features, label=label)
    assert [h.feature.code for h in found.habits] == ["venue.usual", "venue.half", "venue.rare", "thanks.stated"]


def test_only_earlier_records_count() -> None:
    """As of a day, what was published on it or later is not there; nor is it in the span of the class."""
    found = habits_of(WITH_VELMARK, before=FIRST + timedelta(days=9))
    assert (found.records, str(found.habits[0].rate)) == (9, "9 of 9")
    assert (found.before, found.last) == (FIRST + timedelta(days=9), FIRST + timedelta(days=8))


def test_without_a_day_it_is_as_of_the_day_after_the_last_record() -> None:
    """All that is held counts, and the day says so."""
    found = habits_of(WITH_VELMARK)
    assert (found.first, found.last, found.before) == (
        FIRST,
        FIRST + timedelta(days=9),
        FIRST + timedelta(days=10),
    )


def test_features_without_base_are_counted() -> None:
    """Of venue nothing is known in calls with Velmark, of thanks only in three."""
    assert habits_of(WITH_VELMARK).without_base == 2


def test_a_class_without_records_has_no_habits() -> None:
    """Nothing is invented where nothing is held."""
    found = habits_of(ReferenceClass(issuer="xo-council", language="en", kind="call"))
    assert (found.records, found.habits, found.without_base) == (0, (), len(FEATURES))


def test_two_tallies_are_enough() -> None:
    """One of the class, one of the wider class: so the answer takes no longer in a large corpus."""
    history = CountedEntries(WITH_XV)
    find_habits(history, WITH_VELMARK, date.max, FEATURES, label=label)
    assert history.asked == 2


@given(st.lists(entries(), max_size=60))
def test_a_class_is_part_of_the_wider_one(some: list[Entry]) -> None:
    """Whatever is held: counts never pass those of the wider class, and each probability lies in its interval."""
    found = habits_of(WITH_VELMARK, *some) if some else habits_of(WITH_VELMARK, make_entry(0))
    assert len(found.habits) + found.without_base == len(FEATURES)
    for habit in found.habits:
        assert habit.wider is not None
        assert LEAST_EXPOSURE <= habit.rate.among <= habit.wider.among
        assert habit.rate.seen <= habit.wider.seen
        assert habit.rate.low <= habit.share <= habit.rate.high
