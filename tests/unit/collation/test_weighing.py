"""How much a difference weighs, and by which rule."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.statements import Actor, Statement
from communique.collation.weighing import (
    SUBSTANTIAL,
    Weighty,
    has_substance,
    is_ascribed,
    keep_weightiest,
    points_back,
    salience,
    substance,
    takes_position,
    topic_words,
    weigh_one_sided,
    weigh_two_sided,
)
from communique.languages.acts import Act
from communique.model import Event, Kind, Span, Topic, Variant, VariantKind, Weight
from unit.collation.readouts import our_account, statement

PLAIN = statement("He spoke of the weather.", act=Act.STATE)
POSITION = statement("She stressed the sovereignty of the islands.", act=Act.STATE)
DEMAND = statement("He called on them to pay.", act=Act.DEMAND)
COMMITMENT = statement("They agreed to build a school.", act=Act.COMMIT, actor=Actor.OTHER)
CULTURE = statement("They will meet at the festival.", act=Act.COMMIT, topics=(Topic.EDUCATION_CULTURE_SPORT,))
ENERGY = statement("Gas was discussed.", act=Act.DISCUSS, actor=Actor.BOTH, topics=(Topic.ENERGY,))


@pytest.mark.parametrize(
    ("line", "kind", "weight"),
    [
        (PLAIN, VariantKind.OMISSION, Weight.MINOR),
        (POSITION, VariantKind.OMISSION, Weight.MAJOR),
        (DEMAND, VariantKind.OMISSION, Weight.MAJOR),
        (CULTURE, VariantKind.OMISSION, Weight.MINOR),
        (ENERGY, VariantKind.OMISSION, Weight.MAJOR),
        (COMMITMENT, VariantKind.ATTRIBUTION, Weight.MAJOR),
        (PLAIN, VariantKind.ATTRIBUTION, Weight.MINOR),
        *((POSITION, kind, Weight.MINOR) for kind in (VariantKind.PRAISE_TONE, VariantKind.LENGTH_TIME)),
        *((POSITION, kind, Weight.MINOR) for kind in (VariantKind.VENUE, VariantKind.LABEL, VariantKind.ORDER)),
    ],
)
def test_what_one_side_says_alone_weighs_by_its_substance(line: Statement, kind: VariantKind, weight: Weight) -> None:
    """Positions, demands, undertakings and hard matters are major, courtesies never; a rule says so."""
    decided, rule = weigh_one_sided(line, kind)
    assert decided is weight
    assert rule


@pytest.mark.parametrize(("first", "second"), [(POSITION, PLAIN), (PLAIN, POSITION)])
def test_two_tellings_weigh_as_the_weightier(first: Statement, second: Statement) -> None:
    """Whichever side it is on."""
    assert weigh_two_sided(first, second)[0] is Weight.MAJOR
    assert weigh_two_sided(PLAIN, PLAIN)[0] is Weight.MINOR


@pytest.mark.parametrize(
    ("line", "kind", "ascribed"),
    [
        (COMMITMENT, Kind.MEETING, True),
        (replace(COMMITMENT, actor=Actor.BOTH), Kind.MEETING, True),
        (replace(COMMITMENT, actor=Actor.BOTH), Kind.MULTILATERAL, False),
        (replace(DEMAND, actor=Actor.BOTH), Kind.MEETING, False),
        (replace(DEMAND, actor=Actor.OTHER), Kind.MEETING, True),
        (DEMAND, Kind.MEETING, False),
        (replace(ENERGY, actor=Actor.OTHER), Kind.MEETING, False),
        (replace(COMMITMENT, spoken=True), Kind.MEETING, False),
        (replace(statement("Thanks for the support.", act=Act.THANK), names_other=True), Kind.MEETING, True),
        (statement("Thanks for the support.", act=Act.THANK), Kind.MEETING, False),
    ],
)
def test_words_are_ascribed_where_the_other_side_is_said_to_say_them(
    line: Statement,
    kind: Kind,
    ascribed: bool,  # noqa: FBT001 - a row
) -> None:
    """Not where many agree, where both call on a third, where a matter is only named, or where the speech is given."""
    account = replace(our_account(), event=Event(kind=kind))
    assert is_ascribed(line, account) is ascribed


@pytest.mark.parametrize(
    ("words", "language", "back"),
    [
        ("On this issue, nothing was said.", "en", True),
        ("In this context, the same matter came up.", "en", True),
        ("In this context, trade came up.", "en", False),
        ("This year trade grew.", "en", False),
        ("По этому вопросу сказано мало.", "ru", True),
        ("Торговля росла.", "ru", False),
    ],
)
def test_a_statement_points_back_by_its_words(words: str, language: str, back: bool) -> None:  # noqa: FBT001 - a row
    """A pointer and a noun that refers; the phrase that only joins two sentences does not."""
    assert points_back(statement(words, language=language)) is back


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (statement("Thank you.", act=Act.THANK), False),
        (statement("Gas.", topics=(Topic.ENERGY,)), True),
        (statement("Forty.", numbers=(40.0,)), True),
        (statement("NATO.", sides=("NATO",)), True),
        (statement("Ferries, harbours, engines, sailors."), True),
        (statement("The presidents of the states continue the cooperation."), False),
    ],
)
def test_substance_needs_a_fact_or_words_of_its_own(line: Statement, says: bool) -> None:  # noqa: FBT001 - a row
    """Words that all such texts have are none."""
    assert has_substance(line) is says


def test_a_position_outweighs_what_is_only_discussed() -> None:
    """Substance and salience put a demand, a figure and a position before a courtesy."""
    courtesy = statement("He thanked the sailors.", act=Act.THANK, actor=Actor.NOBODY)
    assert takes_position(POSITION)
    assert not takes_position(PLAIN)
    assert substance(POSITION) >= SUBSTANTIAL > substance(PLAIN) > substance(courtesy)
    assert salience(replace(DEMAND, numbers=frozenset({4e7}))) > salience(DEMAND) > salience(courtesy)


def test_topics_are_told_in_words() -> None:
    """The weightiest first, and no more than two."""
    topics = frozenset({Topic.TRADE_ECONOMY, Topic.ENERGY, Topic.BILATERAL_RELATIONS})
    assert topic_words(topics) == "energy, trade and economy"


found = st.lists(
    st.tuples(st.sampled_from([0.0, 0.75, 2.0]), st.integers(0, 9), st.sampled_from(Weight), st.booleans()), max_size=12
).map(
    lambda rows: tuple(
        Weighty(
            score,
            Variant(
                kind=VariantKind.OMISSION,
                weight=weight,
                rule="r",
                told="t",
                first=Span(at, at + 1) if is_first else None,
                second=None if is_first else Span(at, at + 1),
            ),
        )
        for score, at, weight, is_first in rows
    )
)


@given(found, st.integers(0, 6))
def test_no_more_are_major_than_a_reader_takes_in(rows: tuple[Weighty, ...], most: int) -> None:
    """Those of the most substance stay; nothing is lost, and nothing minor becomes major."""
    kept = keep_weightiest(rows, most)
    majors = [one.substance for one in kept if one.variant.weight is Weight.MAJOR]
    were = sorted((one.substance for one in rows if one.variant.weight is Weight.MAJOR), reverse=True)
    assert majors == were[:most]
    spans = sorted((one.variant.first is None, one.variant.first or one.variant.second) for one in rows)
    assert sorted((one.variant.first is None, one.variant.first or one.variant.second) for one in kept) == spans
    assert sum("weigh more" in one.variant.rule for one in kept) == max(0, len(were) - most)


def test_the_side_makes_no_difference_to_what_stays_major() -> None:
    """Of two alike in substance the one that stands earlier in its text stays, on whichever side."""
    early, late = (
        Variant(kind=VariantKind.OMISSION, weight=Weight.MAJOR, rule="r", told="t", first=span, second=other)
        for span, other in ((None, Span(0, 4)), (Span(9, 12), None))
    )
    for order in ((early, late), (late, early)):
        kept = keep_weightiest([Weighty(2.0, variant) for variant in order], 1)
        assert [one.variant.second for one in kept if one.variant.weight is Weight.MAJOR] == [Span(0, 4)]
