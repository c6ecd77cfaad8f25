"""Whether two texts may be versions of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reports.versions.kinship import are_of_one_text
from unit.reports.versions.edited import AFTER, BEFORE, OPENING, make_version

NOTICE = "Adela Korin received the ambassador of Tholia at Harbour House on Thursday and spoke with him of fisheries."
WORDS = st.lists(st.sampled_from(["harbour", "grain", "Vesk", "Korin", "met", "spoke", "in", "Tarsk"]), max_size=30)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(BEFORE, AFTER, True, id="an edit"),
        pytest.param(BEFORE, OPENING, True, id="all but the opening taken away"),
        pytest.param("They met in Tarsk on Monday.", "They met in Sund on Monday.", True, id="one word of few"),
        pytest.param("", "", True, id="titles alone, the same"),
        pytest.param(BEFORE, NOTICE, False, id="another release"),
        pytest.param(BEFORE, "Ильмар Веск поговорил по телефону с Аделой Корин.", False, id="another language"),
    ],
)
def test_versions_are_known_by_their_words(first: str, second: str, *, expected: bool) -> None:
    """Texts that share their runs of words, or nearly all words where they are short, may be versions of one."""
    assert are_of_one_text(make_version(first), make_version(second)) is expected


@given(WORDS, WORDS)
def test_order_does_not_matter_and_a_text_is_of_itself(first: list[str], second: list[str]) -> None:
    """The answer is the same both ways round, and every text is a version of itself."""
    one, other = make_version(" ".join(first)), make_version(" ".join(second))
    assert are_of_one_text(one, other) is are_of_one_text(other, one)
    assert are_of_one_text(one, one)
