"""The rates of one account: the narrowest class that is a base, both directions, checks counted, degrees of absence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.precedent import Entry, Feature, Mark, tally_entries
from communique.precedent.base import Base, find_expectations
from communique.precedent.rates import chain, is_rare
from communique.precedent.scoring import Replay, score_probabilities
from unit.precedent.counted import FEATURES, label
from unit.precedent.entries import entries, make_entry

VENUE, ENERGY = "venue.named", "topics.energy"


def base_of(entry: Entry, earlier: tuple[Entry, ...]) -> Base:
    """Give the base that earlier entries make for one."""
    classes = ((c, tally_entries(e for e in earlier if c in e.classes)) for c in entry.classes)
    return Base(entry=entry, tallies=tuple(classes), label=label)


def routine(count: int, *, side: str = "XV", group: str = "inland") -> tuple[Entry, ...]:
    """Give so many entries with a venue named and no energy."""
    return tuple(make_entry(n, VENUE, absent=(ENERGY,), counterparts=(side,), group=group) for n in range(count))


@pytest.mark.parametrize(
    ("with_side", "in_group", "elsewhere", "told"),
    [
        (8, 8, 8, "8 of 8 xa-president/en/call/XV/ 2015–2015"),
        (7, 8, 8, "15 of 15 xa-president/en/call//inland 2015–2015"),
        (3, 4, 8, "15 of 15 xa-president/en/call// 2015–2015"),
        (3, 2, 2, None),
    ],
)
def test_the_narrowest_class_with_a_base_is_told(
    with_side: int, in_group: int, elsewhere: int, told: str | None
) -> None:
    """Counterpart, group, everybody: the first with eight exposures; below that no rate at all."""
    earlier = (
        *routine(with_side),
        *routine(in_group, side="XT"),
        *routine(elsewhere, side="XO", group="coast"),
    )
    rate = base_of(make_entry(400, VENUE), earlier).rate(VENUE)
    assert (f"{rate} {rate.reference}" if rate else None) == told


def test_lacking_is_the_mirror_of_having() -> None:
    """What ten of twelve have two of twelve lack, with the interval turned round."""
    earlier = (*routine(10), *(make_entry(20 + n, absent=(VENUE, ENERGY)) for n in range(2)))
    base = base_of(make_entry(400, VENUE, absent=(ENERGY,)), earlier)
    having, lacking = base.rate(VENUE), base.rate(VENUE, present=False)
    assert having is not None
    assert lacking is not None
    assert (str(having), str(lacking)) == ("10 of 12", "2 of 12")
    assert (lacking.low, lacking.high) == pytest.approx((1 - having.high, 1 - having.low))


def test_an_account_that_could_not_have_a_feature_is_no_exposure() -> None:
    """Neither there nor missing: it is not among those counted."""
    earlier = (*routine(9), *(make_entry(40 + n, ENERGY) for n in range(30)))
    rate = base_of(make_entry(400, VENUE), earlier).rate(VENUE)
    assert str(rate) == "9 of 9"


def test_the_more_is_checked_the_more_turns_up() -> None:
    """The same broken habit stands beside a greater number where another feature is as unlikely."""
    earlier = routine(30)
    one = base_of(make_entry(400, absent=(VENUE,)), earlier).rate(VENUE, present=False)
    two = [make_entry(n, VENUE, "thanks.stated", absent=(ENERGY,)) for n in range(30)]
    both = base_of(make_entry(400, absent=(VENUE, "thanks.stated")), tuple(two)).rate(VENUE, present=False)
    assert one is not None
    assert both is not None
    assert both.chance == pytest.approx(2 * (one.chance or 0))


@given(st.lists(entries(), max_size=25), entries())
def test_a_base_scores_as_the_replay_of_a_corpus(earlier: list[Entry], entry: Entry) -> None:
    """The score of the account read, and those it is placed among, follow one rule."""
    replay = Replay()
    for one in earlier:
        replay.add(one)
    assert score_probabilities(base_of(entry, tuple(earlier)).scored()) == replay.score(entry)


@given(st.lists(entries(), max_size=25), entries())
def test_what_is_expected_is_drawn_through_all_classes(earlier: list[Entry], entry: Entry) -> None:
    """The probability to see a feature next is that of the chain, or there is no base."""
    base = base_of(entry, tuple(earlier))
    for code in entry.present | entry.absent:
        counts = [tally.of(code) for _, tally in reversed(base.tallies)]
        assert base.expected(code) == (chain(counts) if counts[0].among >= 8 else None)


SAME_QUESTION = {
    VENUE: Feature(code=VENUE, meaning="a hall", facet="place", located=True),
    "venue.city": Feature(code="venue.city", meaning="a city", facet="place", located=True),
}


@pytest.mark.parametrize(
    ("present", "absent", "told"),
    [
        ((), (VENUE, f"{VENUE}@summary", f"{VENUE}@title"), [(VENUE, False, "text")]),
        ((VENUE,), (f"{VENUE}@summary", f"{VENUE}@title"), [(VENUE, False, "summary")]),
        ((VENUE, f"{VENUE}@summary"), (f"{VENUE}@title",), [(VENUE, False, "title")]),
        ((VENUE, f"{VENUE}@summary", f"{VENUE}@title"), (), []),
    ],
)
def test_absence_has_degrees(
    present: tuple[str, ...], absent: tuple[str, ...], told: list[tuple[str, bool, str]]
) -> None:
    """Only the gravest degree is told: missing from the text, else from the summary, else from the headline."""
    earlier = tuple(make_entry(n, VENUE, f"{VENUE}@summary", f"{VENUE}@title") for n in range(30))
    base = base_of(make_entry(400, *present, absent=absent), earlier)
    marks = (Mark(code=VENUE, present=VENUE in present),)
    found = find_expectations(base, marks, SAME_QUESTION)
    assert [(item.feature.code, item.present, item.within) for item in found] == told


def test_of_one_question_one_oddity_is_told() -> None:
    """Hall and city answer one question: the less expected of both stands for it."""
    earlier = tuple(
        make_entry(n, VENUE, *(("venue.city",) if n % 10 else ()), absent=() if n % 10 else ("venue.city",))
        for n in range(40)
    )
    marks = tuple(Mark(code=code, present=False) for code in SAME_QUESTION)
    base = base_of(make_entry(400, absent=tuple(SAME_QUESTION)), earlier)
    assert [item.feature.code for item in find_expectations(base, marks, SAME_QUESTION)] == [VENUE]


def test_what_is_seldom_is_unusual_and_what_is_usual_is_not() -> None:
    """A word on energy after thirty without is told as there; the venue, always named, is not told."""
    base = base_of(make_entry(400, VENUE, ENERGY), routine(30))
    marks = (Mark(code=VENUE, present=True), Mark(code=ENERGY, present=True))
    (found,) = find_expectations(base, marks, FEATURES)
    assert (found.feature.code, found.present, found.within) == (ENERGY, True, "text")
    assert is_rare(found.rate)
