"""Figures of an essay beside those of the sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import ClaimStatus
from communique.reasoning.audit.counting.checking import FigureCheck, check_figure
from communique.reasoning.audit.counting.figures import FigureRelation, read_figures
from communique.reasoning.audit.counting.worse import worse
from communique.reasoning.audit.quoting.checking import check_quotation
from unit.reasoning.audit.harbour import retracted, talks

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
    ("Trade reached 2.9 billion euros", ClaimStatus.CONTRADICTED),
    ("Trade fell to almost 3 billion euros", ClaimStatus.PARTLY),
    ("Trade reached almost 3 billion dollars", ClaimStatus.CONTRADICTED),
    ("Trade fell by 11 or 12 percent last year", ClaimStatus.CONTRADICTED),
    ("Trade with Ostrand reached almost 3 billion euros", ClaimStatus.NOT_FOUND),
    ("Trade with Arvenia reached almost 3 billion euros", ClaimStatus.CONFIRMED),
    ("The storm was the worst in forty years", ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("claim", "status"), CLAIMS)
def test_a_figure_is_looked_up_in_the_sources(claim: str, status: ClaimStatus) -> None:
    """The same figure, one of two, another one, another speaker's, and none at all are told apart."""
    assert check_figure(claim, None, talks()).status is status


OF_RETRACTED = (
    ("Trade grew to 19.7 billion dollars", False, FigureRelation.EQUAL, ClaimStatus.CONFIRMED),
    ("Trade grew to 20 billion dollars", False, FigureRelation.ROUNDED, ClaimStatus.PARTLY),
    ("Trade grew to almost 20 billion dollars", False, FigureRelation.ROUNDED, ClaimStatus.CONFIRMED),
    ("Trade fell to 19.7 billion dollars", False, FigureRelation.OPPOSITE, ClaimStatus.CONTRADICTED),
    ("Trade grew to 19.7 billion euros", False, FigureRelation.OTHER_UNIT, ClaimStatus.CONTRADICTED),
    ("Trade grew to 19.7 million dollars", False, FigureRelation.DIFFERENT, ClaimStatus.CONTRADICTED),
    ("Norbert Haldane said that trade grew to 19.7 billion dollars", False, FigureRelation.EQUAL, ClaimStatus.PARTLY),
    (
        "Vesk told Norbert Haldane that trade grew to 19.7 billion dollars",
        False,
        FigureRelation.EQUAL,
        ClaimStatus.PARTLY,
    ),
    (
        "Vesk told Adela Korin that trade grew to 19.7 billion dollars",
        False,
        FigureRelation.EQUAL,
        ClaimStatus.CONFIRMED,
    ),
    ("Trade did not grow to 19.7 billion dollars", True, FigureRelation.EQUAL, ClaimStatus.CONTRADICTED),
    ("Trade did not grow to 18 billion dollars", True, FigureRelation.DIFFERENT, ClaimStatus.CONFIRMED),
    (
        "Korin did not say that trade grew to 19.7 billion dollars",
        True,
        FigureRelation.EQUAL,
        ClaimStatus.PARTLY,
    ),
)


@pytest.mark.parametrize(("claim", "denied", "relation", "status"), OF_RETRACTED)
def test_a_figure_is_more_than_its_digits(
    claim: str, *, denied: bool, relation: FigureRelation, status: ClaimStatus
) -> None:
    """Rounding, direction, unit, speaker, person told and denial each decide beside the number."""
    check = check_figure(claim, None, retracted(), denied=denied)
    compared = check.findings[0].compared
    assert (compared.relation if compared else None, check.status) == (relation, status)
    assert check.witnesses


def test_whose_figure_is_nowhere_at_hand_is_told() -> None:
    """The names that no source has are given apart, so that nothing else is taken for an answer."""
    check = check_figure("Trade with Ostrand reached almost 3 billion euros", None, talks())
    assert (check.foreign, check.witnesses) == (("Ostrand",), ())


def test_of_two_checks_the_worse_is_taken() -> None:
    """A quotation whose number is right and whose words are turned round is ruled by its words."""
    words = "Our trade fell to 19.7 billion dollars last year"
    figure, quotation = (
        check_figure("Our trade was 19.7 billion", None, retracted()),
        check_quotation(words, retracted()),
    )
    assert figure.status is ClaimStatus.CONFIRMED
    assert worse(figure, quotation) is quotation
    assert worse(quotation, figure) is quotation


@given(st.sampled_from(list(ClaimStatus)), st.sampled_from(list(ClaimStatus)))
def test_no_check_is_made_better(one: ClaimStatus, other: ClaimStatus) -> None:
    """A contradiction stays one and nothing is confirmed that only one of two checks confirms."""
    first, second = (FigureCheck(status=status, statement="") for status in (one, other))
    taken = worse(first, second).status
    assert taken in {one, other}
    assert (taken is ClaimStatus.CONTRADICTED) is (ClaimStatus.CONTRADICTED in {one, other})
    assert (taken is ClaimStatus.CONFIRMED) is ({one, other} == {ClaimStatus.CONFIRMED})
    assert worse(first, first) is first


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
