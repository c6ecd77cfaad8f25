"""How stock phrases come and go; states, texts and days are invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.precedent import Coverage
from communique.precedent.phrase_history import PhraseBook, PhraseHistory, YearOfUse, silence_chance, trace_phrases
from communique.precedent.phrase_mining import Told
from unit.precedent.told import SPOKE, TALKED, day, every, told

SPOKEN = "‹name› spoke by telephone with ‹name›"
PHONED = "‹name› spoke on the telephone with ‹name›"
PHONE = "Ilmar Vesk spoke on the telephone with Adela Korin."
YEAR = 365


def book(accounts: Iterable[Told], most: int | None = None) -> PhraseBook:
    """Trace the phrases of some accounts of an office that has no others."""
    some = tuple(accounts)
    days = tuple(sorted({account.day for account in some}))
    return trace_phrases(some, Coverage(days=days), label="calls", most=most)


def history(accounts: Iterable[Told], words: str = SPOKEN) -> PhraseHistory:
    """Give the history of one phrase."""
    return next(phrase for phrase in book(accounts).phrases if phrase.words == words)


def test_first_last_and_shares_are_counted() -> None:
    """Each year has its uses and its accounts; a year without accounts has no entry, not a zero."""
    found = history((*every(10, 0, YEAR, SPOKE), *every(5, 3 * YEAR, 4 * YEAR), *every(10, 3 * YEAR, 4 * YEAR, SPOKE)))
    assert (found.first, found.seen) == (day(0), 74)
    assert [(use.year, use.seen, use.among) for use in found.years] == [(2001, 37, 37), (2004, 37, 110)]
    assert found.peak.year == 2001


@pytest.mark.parametrize(
    ("accounts", "dropped"),
    [
        ((*every(10, 0, 2 * YEAR, SPOKE), *every(10, 2 * YEAR, 4 * YEAR)), True),
        ((*every(10, 0, 2 * YEAR, SPOKE), *every(10, 2 * YEAR, 2 * YEAR + 40)), False),
        ((*every(10, 0, 2 * YEAR, SPOKE), *every(10, 4 * YEAR, 4 * YEAR + 60)), False),
        ((*every(10, 0, 4 * YEAR, SPOKE),), False),
        ((*every(70, 0, 2 * YEAR, SPOKE), *every(3, 0, 2 * YEAR), *every(3, 2 * YEAR, 2 * YEAR + 180)), False),
    ],
)
def test_a_phrase_is_dropped_where_its_silence_is_unlikely(accounts: tuple[Told, ...], *, dropped: bool) -> None:
    """It takes many records without it; a hole of the corpus is no silence, and a rare phrase is silent often."""
    assert (history(accounts).dropped is not None) == dropped


def test_what_a_silence_tells() -> None:
    """It says since when, over how many records and months, and how likely so long a silence was."""
    silence = history((*every(10, 0, 2 * YEAR, SPOKE), *every(10, 2 * YEAR, 4 * YEAR))).dropped
    assert silence is not None
    assert (silence.since, silence.until, silence.accounts, silence.months) == (day(720), None, 73, 24)
    assert 0 < silence.chance < 0.001


def test_a_phrase_that_comes_back_is_revived() -> None:
    """The silence between is told with its ends, and the phrase is not dropped."""
    accounts = (*every(10, 0, YEAR, SPOKE), *every(5, YEAR, 4 * YEAR), *every(10, 4 * YEAR, 5 * YEAR, SPOKE))
    found = history(accounts)
    (silence,) = found.revived
    assert (silence.since, silence.until) == (day(360), day(4 * YEAR))
    assert found.dropped is None


def test_a_hole_of_the_corpus_is_no_silence() -> None:
    """A phrase is not revived because the corpus holds nothing of the years between."""
    assert history((*every(10, 0, YEAR, SPOKE), *every(10, 6 * YEAR, 7 * YEAR, SPOKE))).revived == ()


def test_a_like_phrase_that_begins_when_one_ends_is_its_rewording() -> None:
    """Old and new name each other and stand together; a phrase in other words is none."""
    accounts = (*every(10, 0, 2 * YEAR, SPOKE), *every(10, 2 * YEAR, 4 * YEAR, PHONE), *every(10, 0, 4 * YEAR, TALKED))
    found = book(accounts)
    assert [phrase.words for phrase in found.phrases if phrase.was or phrase.became] == [SPOKEN, PHONED]
    assert (history(accounts).became, history(accounts, PHONED).was) == (PHONED, SPOKEN)


@pytest.mark.parametrize("begins", [0, 4 * YEAR])
def test_a_like_phrase_of_other_years_is_no_rewording(begins: int) -> None:
    """What was there all along, or came long after, took nobody's place."""
    accounts = (*every(10, 0, 2 * YEAR, SPOKE), *every(10, 2 * YEAR, 6 * YEAR), *every(9, begins, 6 * YEAR, PHONE))
    assert history(accounts).became == ""


def test_the_list_is_cut_to_what_changed_and_what_is_usual() -> None:
    """Of two phrases one that was dropped stands, though the other is more usual."""
    accounts = (*every(10, 0, 2 * YEAR, SPOKE), *every(4, 0, 4 * YEAR, TALKED))
    assert len(book(accounts).phrases) == 2
    assert [phrase.words for phrase in book(accounts, most=2).phrases][-1] == SPOKEN
    assert len(book(accounts, most=1).phrases) == 1


def test_no_accounts_give_an_empty_book() -> None:
    """Nothing in, nothing out; the label stays."""
    assert book(()) == PhraseBook(label="calls", accounts=0)
    assert book([told(0)]).first == date(2001, 1, 1)


def test_a_share_needs_accounts() -> None:
    """A year without accounts is a gap, and cannot be written as none of none."""
    with pytest.raises(ModelError, match="among > 0"):
        YearOfUse(year=2001, seen=0, among=0)


@given(uses=st.integers(0, 50), lacking=st.integers(0, 50), silent=st.integers(0, 200))
def test_a_longer_silence_is_less_likely(uses: int, lacking: int, silent: int) -> None:
    """The probability falls with the length of the silence, and with the rate before it."""
    among = uses + lacking
    chance = silence_chance(uses, among, silent)
    assert 0 <= silence_chance(uses, among, silent + 1) < chance <= 1 + 1e-9
    assert silence_chance(uses + 1, among + 1, silent) <= chance + 1e-9
