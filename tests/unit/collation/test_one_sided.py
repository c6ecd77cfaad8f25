"""What one side says alone: which kind of difference it is, and where none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.one_sided import is_atmosphere, is_praise, kind_of, name_one_sided
from communique.collation.statements import Actor, Statement
from communique.collation.stating import make_statements
from communique.languages.acts import Act
from communique.model import Topic, VariantKind, Weight
from unit.collation.readouts import our_account, statement
from unit.fictional import account_of

NOBODY = our_account()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (statement("The talks lasted three hours."), VariantKind.LENGTH_TIME),
        (statement("They were held in a frank and open atmosphere."), VariantKind.PRAISE_TONE),
        (
            statement("He thanked her for strong support of sailors, harbours and ferries.", act=Act.THANK),
            VariantKind.PRAISE_TONE,
        ),
        (
            statement("She agreed to open crossings, harbours and railways.", act=Act.COMMIT, actor=Actor.OTHER),
            VariantKind.ATTRIBUTION,
        ),
        (statement("He stressed the weight of ferries for harbours and railways."), VariantKind.OMISSION),
        (
            statement("She agreed to a visit.", act=Act.COMMIT, actor=Actor.OTHER, topics=(Topic.FUTURE_CONTACTS,)),
            VariantKind.OMISSION,
        ),
        (statement("They met.", act=Act.CONTACT), None),
        (replace(statement("He received the minister for education of Velmark.", act=Act.CONTACT), opening=True), None),
    ],
)
def test_a_statement_without_answer_has_its_kind(line: Statement, kind: VariantKind | None) -> None:
    """None where it says nothing that could be missed, or only that the encounter took place."""
    assert kind_of(line, NOBODY) is kind


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Trade grew by 25 percent.", VariantKind.FIGURE),
        ("New ferries for the coast were shown.", VariantKind.OMISSION),
    ],
)
def test_a_figure_is_a_kind_of_its_own(sentence: str, kind: VariantKind) -> None:
    """Where the account has a figure with a unit in these words."""
    account = account_of(f"President Ilmar Vesk met Adela Korin. {sentence}", "Meeting with Adela Korin")
    assert kind_of(make_statements(account)[-1], account) is kind


@given(st.booleans(), st.sampled_from([*Act, None]), st.sampled_from(Actor), st.sampled_from([(), (Topic.ENERGY,)]))
def test_a_variant_marks_the_words_of_its_side(
    is_first: bool,  # noqa: FBT001 - drawn
    act: Act | None,
    actor: Actor,
    topics: tuple[Topic, ...],
) -> None:
    """And of that alone; it names its rule, its topics, and the same kind and weight on either side."""
    line = statement("The ferries of the north need new engines.", act=act, actor=actor, topics=topics, start=5)
    found, mirrored = (name_one_sided(line, NOBODY, is_first=side) for side in (is_first, not is_first))
    assert found is not None
    assert mirrored is not None
    assert (found.variant.first, found.variant.second) == ((line.span, None) if is_first else (None, line.span))
    assert (found.variant.kind, found.variant.weight) == (mirrored.variant.kind, mirrored.variant.weight)
    assert found.variant.rule
    assert ("energy" in found.variant.told) == bool(topics)
    assert found.statement is line


@pytest.mark.parametrize(
    ("words", "atmosphere", "praise"),
    [
        ("The talks were held in a warm, friendly and open atmosphere.", True, False),
        ("Переговоры прошли в дружеской обстановке и рабочем духе.", True, False),
        ("He thanked her for the warm welcome and hospitality.", False, True),
        ("He thanked her for the letter.", False, False),
        ("The ozone layer of the atmosphere was discussed.", False, False),
    ],
)
def test_atmosphere_and_praise_are_told_by_words(words: str, atmosphere: bool, praise: bool) -> None:  # noqa: FBT001 - a row
    """Judging words after "in a", and thanks in words that judge."""
    line = statement(words, act=Act.THANK if "thanked" in words else None, language="ru" if "П" in words else "en")
    assert is_atmosphere(line) is atmosphere
    assert is_praise(line) is praise


def test_nothing_to_miss_is_no_variant() -> None:
    """A courtesy without matter gives no line."""
    assert name_one_sided(statement("Thank you.", act=Act.THANK), NOBODY, is_first=True) is None


def test_the_length_of_the_talks_is_minor() -> None:
    """However hard the matters of the same sentence."""
    found = name_one_sided(
        statement("The talks on gas lasted three hours.", topics=(Topic.ENERGY,)), NOBODY, is_first=True
    )
    assert found is not None
    assert found.variant.weight is Weight.MINOR
