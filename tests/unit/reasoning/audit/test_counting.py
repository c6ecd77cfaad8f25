"""Figures of an essay beside those of the sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import ClaimStatus
from communique.reasoning.audit.counting import check_figure
from communique.reasoning.audit.counting_figures import FigureRelation, read_figures
from unit.reasoning.audit.harbour import talks

CLAIMS = (
    ("Trade rose by 11 or 12 percent last year, the President believes", ClaimStatus.CONFIRMED),
    ("Trade rose by 11 percent last year", ClaimStatus.PARTLY),
    ("Trade rose by 14 percent last year", ClaimStatus.CONTRADICTED),
    ("Trade reached almost 3 bln euros", ClaimStatus.CONFIRMED),
    ("Trade reached almost 3 € bln, said Korin", ClaimStatus.CONFIRMED),
    ("Trade reached 3 billion euros", ClaimStatus.PARTLY),
    ("Ilmar Vesk said that trade had reached almost three billion euros", ClaimStatus.CONTRADICTED),
    ("Trade reached 5 billion euros", ClaimStatus.CONTRADICTED),
    ("Exports of grain fell by 7 percent", ClaimStatus.NOT_FOUND),
    ("The talks were long", ClaimStatus.NOT_FOUND),
    ("The storm was the worst in forty years", ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS)
def test_a_figure_is_looked_up_in_the_sources(claim: str, status: ClaimStatus) -> None:
    """The same figure, one of two, another one, another speaker's, and none at all are told apart."""
    assert check_figure(claim, None, talks()).status is status


def test_the_hedge_of_the_source_is_told() -> None:
    """Where the essay drops "almost", the statement says so in the source's words."""
    check = check_figure("Trade reached 3 billion euros", None, talks())
    assert "“almost”" in check.statement
    assert "leaves the hedge out" in check.statement


def test_who_states_a_figure_is_told_where_the_essay_names_another() -> None:
    """The statement names the speaker of the source."""
    check = check_figure("Vesk said that trade reached almost 3 billion euros", None, talks())
    assert "Adela Korin" in check.statement


def test_a_noun_counted_twice_is_compared() -> None:
    """A number before the same noun is compared though neither sentence measures a quantity."""
    check = check_figure("Seven dredgers are on their way", None, talks())
    assert check.status is not ClaimStatus.CONFIRMED


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=13, max_value=90))
def test_no_other_share_is_ever_confirmed(share: int) -> None:
    """Any percentage beside the two that the source offers is contradicted."""
    check = check_figure(f"Trade rose by {share} percent last year", None, talks())
    assert check.status is ClaimStatus.CONTRADICTED
    assert check.findings[0].compared is not None
    assert check.findings[0].compared.relation is FigureRelation.DIFFERENT


@pytest.mark.parametrize(
    ("words", "number"), [("19,7%", 19.7), ("almost 20 $ bln", 2e10), ("1,300 ships", 1300.0), ("$4.5 million", 4.5e6)]
)
def test_figures_are_read_as_essays_write_them(words: str, number: float) -> None:
    """Decimal commas and currency signs behind the number are understood."""
    assert read_figures(f"The sum was {words}.")[0].number == (number,)
