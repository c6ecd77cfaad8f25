"""Word sequences that recur in many accounts; states and texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.precedent.phrase_mining import LEAST_SEEN, LONGEST, MinedPhrase, Told, mine_phrases
from unit.precedent.told import SPOKE, TALKED, day, every, told

LONG = (
    "The sides confirmed their mutual readiness to continue joint work towards building lasting trust "
    "between neighbouring coastal regions."
)


def mined(*accounts: Told) -> dict[str, int]:
    """Give the phrases of some accounts, each with how many have it."""
    return {" ".join(phrase.tokens): len(phrase.holders) for phrase in mine_phrases(accounts)[1]}


@pytest.mark.parametrize(
    ("having", "lacking", "phrases"),
    [
        (12, 20, {"‹name› spoke by telephone with ‹name›": 12}),
        (LEAST_SEEN, 20, {"‹name› spoke by telephone with ‹name›": LEAST_SEEN}),
        (LEAST_SEEN - 1, 20, {}),
        (6, 340, {}),
        (8, 340, {"‹name› spoke by telephone with ‹name›": 8}),
        (0, 0, {}),
    ],
)
def test_what_recurs_is_found_whole(having: int, lacking: int, phrases: dict[str, int]) -> None:
    """A phrase needs five accounts, and two in a hundred of its period; it is found at full length, once."""
    accounts = (*(told(n, SPOKE) for n in range(having)), *(told(n) for n in range(having, having + lacking)))
    assert mined(*accounts) == phrases


def test_a_year_with_few_accounts_is_no_period_of_its_own() -> None:
    """Where years have few accounts, uses are counted over all of them together."""
    assert mined(*every(120, 0, 3000, SPOKE)) == {"‹name› spoke by telephone with ‹name›": 25}


def test_a_phrase_of_one_year_among_many_accounts_is_found() -> None:
    """A formula that was usual in one year only is not lost among all the others."""
    accounts = (*every(3, 0, 360, SPOKE), *every(1, 365, 2500))
    assert mined(*accounts) == {"‹name› spoke by telephone with ‹name›": 120}


def test_two_wordings_of_one_thing_are_two_phrases() -> None:
    """Phrases that share a word but not their accounts are both told, the more usual first."""
    accounts = (*every(2, 0, 60, SPOKE), *every(2, 60, 100, TALKED))
    assert list(mined(*accounts)) == [
        "‹name› spoke by telephone with ‹name›",
        "‹name› had a telephone conversation with ‹name›",
    ]


def test_a_longer_formula_shows_in_one_part() -> None:
    """A formula longer than the longest phrase gives one phrase, without linking words at its ends."""
    ((words, count),) = mined(*(told(n, LONG) for n in range(20))).items()
    assert count == 20
    assert len(words.split()) <= LONGEST
    assert words in LONG.lower()
    assert {words.split()[0], words.split()[-1]}.isdisjoint({"the", "their", "to", "between"})


def test_accounts_are_taken_in_the_order_of_days() -> None:
    """Holders are places in the order of days, whatever the order of arrival."""
    days, (phrase,) = mine_phrases(reversed(tuple(told(n, SPOKE) if n % 2 else told(n) for n in range(20))))
    assert days == tuple(day(n) for n in range(20))
    assert phrase.holders == tuple(range(1, 20, 2))


@given(st.lists(st.sampled_from([SPOKE, TALKED, LONG, ""]), max_size=30))
@settings(max_examples=30, deadline=None)
def test_a_phrase_is_in_every_account_said_to_hold_it(sentences: list[str]) -> None:
    """Holders have the words in order, all others lack them."""
    accounts = tuple(told(n, sentence) for n, sentence in enumerate(sentences))
    for phrase in mine_phrases(accounts)[1]:
        assert tuple(n for n, account in enumerate(accounts) if _has(account, phrase)) == phrase.holders


def _has(account: Told, phrase: MinedPhrase) -> bool:
    return any(f" {' '.join(phrase.tokens)} " in f" {' '.join(row)} " for row in account.rows)
