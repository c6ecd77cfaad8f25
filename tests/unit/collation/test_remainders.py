"""What an answering statement adds: its own words, new to the other text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.matching import Match
from communique.collation.remainders import find_remainders
from communique.collation.statements import Statement
from unit.collation.readouts import OURS, THEIRS, statement
from unit.word_vectors import WordVectors

SHORT = "They agreed on a treaty about fishing"


def added(
    first: Statement, second: Statement, *, same: bool, others: Sequence[Statement] = ()
) -> list[tuple[str, bool]]:
    """Give the words that either statement adds, and whether the first text has them."""
    match = Match(first=first, second=second, likeness=0.6, words=0.6, same=same)
    found = find_remainders([match], [first], [second, *others], WordVectors())
    return [(part.words, is_first) for part, is_first in found]


@pytest.mark.parametrize(
    ("words", "addition"),
    [
        (
            f"{SHORT}, despite the winter storms along northern coasts.",
            "despite the winter storms along northern coasts",
        ),
        (f"{SHORT}, including quotas for herring boats and their crews.", "including quotas for herring boats"),
        (f"{SHORT}, with storms.", None),
        (f"{SHORT}.", None),
        (SHORT, None),
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_what_one_adds_is_found_on_its_side(words: str, addition: str | None, is_first: bool) -> None:  # noqa: FBT001 - a row
    """A part of enough words that the other text lacks, in its own place."""
    longer, shorter = statement(words, start=11), statement(SHORT, start=4)
    pair = (longer, shorter) if is_first else (shorter, longer)
    assert added(*pair, same=True) == ([(addition, is_first)] if addition else [])


def test_what_the_other_text_says_elsewhere_is_no_addition() -> None:
    """All statements of the other text are asked, not only the one that answers."""
    words = f"{SHORT}, despite the winter storms along northern coasts."
    elsewhere = statement("Winter storms hit the northern coasts.", start=60)
    assert added(statement(words), statement(SHORT), same=True, others=(elsewhere,)) == []


def test_where_the_wording_differs_only_figures_are_additions() -> None:
    """The words as a whole are told as another wording already."""
    several = statement(f"{SHORT}, including several herring boats of coastal towns.")
    forty = statement(f"{SHORT}, including 40 herring boats of coastal towns.", numbers=(40.0,))
    assert added(several, statement(SHORT), same=False) == []
    assert added(forty, statement(SHORT), same=False) == [("including 40 herring boats of coastal towns", True)]


texts = st.lists(
    st.sampled_from([*OURS, *THEIRS, "despite the storm of last winter", "as well as the schools"]),
    min_size=1,
    max_size=3,
)


@given(texts, texts, st.booleans())
def test_additions_quote_their_statement(first: list[str], second: list[str], same: bool) -> None:  # noqa: FBT001 - drawn
    """At most two a statement, each inside it, and swapped with the texts."""
    one, other = statement(", ".join(first), start=3), statement("; ".join(second))
    match = Match(first=one, second=other, likeness=0.6, words=0.5, same=same)
    found = list(find_remainders([match], [one], [other], WordVectors()))
    assert all((one if is_first else other).span.covers(part.span) for part, is_first in found)
    assert all(part.words in (one if is_first else other).words for part, is_first in found)
    assert all(sum(is_first == side for _, is_first in found) <= 2 for side in (True, False))
    swapped = find_remainders(
        [Match(first=other, second=one, likeness=0.6, words=0.5, same=same)], [other], [one], WordVectors()
    )
    assert {(part.span, not side) for part, side in swapped} == {(part.span, side) for part, side in found}


def test_across_languages_an_addition_is_far_in_sense() -> None:
    """Words are not compared there; what has a near sentence on the other side is no addition."""
    words = f"{SHORT}, despite the winter storms along northern coasts."
    far = statement("Договор о рыболовстве", language="ru")
    near = statement("despite the winter storms along northern coasts", language="ru")
    assert [text for text, _ in added(statement(words), far, same=True)][-1].startswith("despite")
    assert not any("storms" in text for text, _ in added(statement(words), far, same=True, others=(near,)))
