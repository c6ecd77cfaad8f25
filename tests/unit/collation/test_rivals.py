"""Two names for one thing, each used by one side."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.collation.rivals import find_rival_names
from communique.model import VariantKind, Weight
from unit.collation.clash_accounts import told

NORTHERN = "The Indo-Velmark is calm. Ships cross the Indo-Velmark."
VELMARK = "The Trans-Velmark is calm. Ships cross the Trans-Velmark."


def rivals(first: str, second: str) -> list[tuple[str, str]]:
    """Give the rival names of two texts."""
    one, other = told(first), told(second)
    found = find_rival_names(one, other)
    return [(one.release.words(v.first), other.release.words(v.second)) for v in found if v.first and v.second]


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        (NORTHERN, VELMARK, [("Indo-Velmark", "Trans-Velmark")]),
        (VELMARK, NORTHERN, [("Trans-Velmark", "Indo-Velmark")]),
        (NORTHERN, f"{VELMARK} Some say Indo-Velmark.", [("Indo-Velmark", "Trans-Velmark")]),
        (NORTHERN, f"{VELMARK} {NORTHERN}", []),
        (NORTHERN, NORTHERN, []),
        ("The Indo-Velmark is calm.", VELMARK, []),
        (NORTHERN, "The Linden Palace is old. They saw the Linden Palace.", []),
        ("The Sea is calm. The Sea is cold.", VELMARK, []),
        ("The Northern Sea. The Northern Sea.", "The Southern Sea. The Southern Sea.", []),
        ("The Foreign Minister spoke. The Foreign Minister left.", "A Prime Minister came. A Prime Minister left.", []),
        ("", VELMARK, []),
    ],
    ids=[
        "rivals",
        "swapped",
        "once is chance",
        "both on one side",
        "one name",
        "only once",
        "other things",
        "an article",
        "two things",
        "offices",
        "empty",
    ],
)
def test_each_side_keeps_to_its_own_name(first: str, second: str, names: list[tuple[str, str]]) -> None:
    """Twice at least, with the last part in common and the first not."""
    assert rivals(first or "It rained.", second) == names


def test_rival_names_are_major() -> None:
    """With a rule, and both names told."""
    (variant,) = find_rival_names(told(NORTHERN), told(VELMARK))
    assert (variant.kind, variant.weight) == (VariantKind.WORDING, Weight.MAJOR)
    assert "“Indo-Velmark”" in variant.told


def test_names_of_two_languages_are_not_compared() -> None:
    """Their letters differ anyway."""
    assert list(find_rival_names(told(NORTHERN), told("Северное море. Северное море.", "ru"))) == []


sentences = st.lists(
    st.sampled_from([NORTHERN, VELMARK, "The Great North Sea.", "Linden Palace, Linden Palace.", "the sea"]), max_size=4
).map(lambda some: " ".join(some) or "Nothing.")


@given(sentences, sentences)
@settings(deadline=None)
def test_swapping_the_texts_swaps_the_names(first: str, second: str) -> None:
    """Whatever else they say; a text has no rival in itself."""
    assert sorted(rivals(first, second)) == sorted((theirs, ours) for ours, theirs in rivals(second, first))
    assert rivals(first, first) == []
