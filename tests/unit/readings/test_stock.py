"""The reading of usual wordings that a text lacks; states and texts are invented."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Grade, Span
from communique.precedent import NO_PRECEDENT, NoPrecedent, StockPhrase
from communique.precedent.rates import make_rate
from communique.readings.stock import MOST, READING, mark_features, read_stock
from unit.readings.accounts import full_guest_account, full_host_account, words

WORDS = "‹name› had a telephone conversation with ‹name›"


@dataclass(frozen=True, slots=True)
class Stocked(NoPrecedent):
    """A precedent that knows stock phrases and nothing else."""

    phrases: tuple[StockPhrase, ...]

    def stock(self, account: Account) -> tuple[StockPhrase, ...]:
        """Give the phrases, whatever the account."""
        del account
        return self.phrases


def phrase(lacking: int = 3, among: int = 41, *spans: Span, words: str = WORDS) -> StockPhrase:
    """Make a stock phrase that so many of some calls lack."""
    return StockPhrase(words=words, rate=make_rate(lacking, among, reference="calls of the President"), spans=spans)


@pytest.mark.parametrize(
    ("lacking", "among", "said", "grade"),
    [
        (3, 41, "(38 of 41 calls of the President)", Grade.RARE),
        (4, 20, "(16 of 20 calls of the President)", Grade.RARE),
        (16, 40, "(24 of 40 calls of the President)", Grade.OBSERVED),
    ],
)
def test_a_wording_is_told_with_how_many_have_it(lacking: int, among: int, said: str, grade: Grade) -> None:
    """The statement counts those that have it, the rate those that lack it, and the grade follows from the rate."""
    (finding,) = read_stock(full_host_account(), Stocked((phrase(lacking, among),)))
    assert finding.statement == f"Usual here, not in this text: “{WORDS}” {said}"
    assert (finding.code, finding.grade, finding.absent, finding.spans) == ("stock.missing", grade, True, ())
    assert finding.rate is not None
    assert str(finding.rate) == f"{lacking} of {among}"


def test_the_nearest_wording_is_quoted_and_marked() -> None:
    """Where the text words it otherwise, its own words stand beside, and the finding is no absence."""
    account = full_host_account()
    span = words(account.release, "The sides discussed a number of questions of trade")
    (finding,) = read_stock(account, Stocked((phrase(3, 41, span),)))
    assert finding.statement.endswith("; nearest here “The sides discussed a number of questions of trade”")
    assert (finding.spans, finding.absent) == ((span,), False)


def test_a_feature_is_the_same_for_the_same_words() -> None:
    """Findings on one wording bear one code, whatever the rate; on another wording another."""
    precedent = Stocked((phrase(3), phrase(5), phrase(5, words="the sides exchanged views")))
    one, same, other = (finding.feature for finding in read_stock(full_host_account(), precedent))
    assert one == same != other
    assert re.fullmatch(r"stock\.[0-9a-f]{10}", one)


def test_without_a_base_nothing_is_told() -> None:
    """A reader without a corpus has no usual wordings; and nothing is marked beforehand."""
    assert tuple(read_stock(full_host_account(), NO_PRECEDENT)) == ()
    assert not mark_features(full_host_account())
    assert not READING.features


def test_another_text_changes_nothing() -> None:
    """A habit of one office has no mirror."""
    precedent = Stocked((phrase(),))
    (finding,) = read_stock(full_host_account(), precedent, (full_guest_account(),))
    assert finding.mirror is None


@given(st.lists(st.integers(0, 20), max_size=9))
def test_the_surest_habits_are_told_in_their_order(lacking: list[int]) -> None:
    """The order is that of the precedent, and a text is not buried under wordings."""
    precedent = Stocked(tuple(phrase(count, 41) for count in lacking))
    rates = [finding.rate.seen for finding in read_stock(full_host_account(), precedent) if finding.rate]
    assert rates == lacking[:MOST]
