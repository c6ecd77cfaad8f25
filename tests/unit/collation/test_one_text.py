"""One text that two pages carry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.collation.one_text import find_changes, is_identical, is_one_text, shared_sentences
from communique.model import Account, Part, VariantKind, Weight
from unit.collation.clash_accounts import told

LINES = (
    "The two states affirm that no war can be won.",
    "They will reduce 40 missiles by spring.",
    "The harbours stay open to all ships.",
    "Trade in grain will grow.",
)
TEXT = " ".join(LINES)


@pytest.mark.parametrize(
    ("second", "one", "identical"),
    [
        (TEXT, True, True),
        (TEXT.replace(" ", "  ").replace(".", " ."), True, True),
        (TEXT.upper(), True, True),
        (TEXT.replace("40", "45"), True, False),
        (" ".join(reversed(LINES)), True, False),
        (" ".join((*LINES[:2], "A school was opened.", "Ferries sail.")), False, False),
        ("A school was opened.", False, False),
    ],
    ids=["same", "spaces", "capitals", "a figure", "order", "half", "other"],
)
def test_one_text_is_told_by_its_sentences(second: str, one: bool, identical: bool) -> None:  # noqa: FBT001 - a row
    """Most of them stand in both, letter by letter; spaces, marks and capitals do not count."""
    first, other = told(TEXT), told(second)
    assert is_one_text(first, other) is is_one_text(other, first) is one
    assert is_identical(first, other) is identical


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        (TEXT, []),
        (TEXT.replace("grain will", "grain  will"), []),
        (TEXT.replace("40", "45"), [VariantKind.FIGURE]),
        (" ".join((*LINES, "A new school was opened in Sund by the ministers.")), [VariantKind.OMISSION]),
    ],
    ids=["same", "spaces", "a figure", "a sentence"],
)
def test_only_changes_of_substance_are_differences(second: str, kinds: list[VariantKind]) -> None:
    """Each with the changed words of either copy, and major."""
    first, other = told(TEXT), told(second)
    found = list(find_changes(first, other))
    assert [variant.kind for variant in found] == kinds
    assert all(variant.weight is Weight.MAJOR for variant in found)
    assert all(variant.first is None or variant.first.of(TEXT) not in second for variant in found)
    assert [variant.kind for variant in find_changes(other, first)] == kinds


def titled(title: str, issuer: str) -> Account:
    """Give an account of the text under a title."""
    return told(TEXT, title=title, issuer=issuer)


@pytest.mark.parametrize(
    ("title", "issuer", "count"),
    [
        ("Joint Statement", "xv-government", 0),
        ("Joint statement!", "xv-government", 0),
        ("Statement of the Two", "xv-government", 1),
        ("Statement of the Two", "xa-president", 0),
        ("", "xv-government", 0),
    ],
)
def test_two_issuers_may_give_one_text_two_titles(title: str, issuer: str, count: int) -> None:
    """Then the titles are a label each, whole."""
    found = list(find_changes(titled("Joint Statement", "xa-president"), titled(title, issuer)))
    assert [variant.kind for variant in found] == [VariantKind.LABEL] * count
    assert all(v.first and v.second and v.first.part is v.second.part is Part.TITLE for v in found)
    assert all(v.second and v.second.of(title) == title for v in found)


@given(
    st.lists(st.sampled_from(LINES), unique=True, min_size=1), st.lists(st.sampled_from(LINES), unique=True, min_size=1)
)
@settings(deadline=None)
def test_shared_sentences_are_those_of_both(first: list[str], second: list[str]) -> None:
    """Each with its place in either text; a text shares all with itself."""
    one, other = told(" ".join(first)), told(" ".join(second))
    found = list(shared_sentences(one, other))
    assert {one.release.words(pair.first) for pair in found} == set(first) & set(second)
    assert all(one.release.words(pair.first) == other.release.words(pair.second) for pair in found)
    assert all(pair.exact and pair.likeness == 1 for pair in found)
    assert is_one_text(one, one)
    assert is_identical(one, one)


def test_two_languages_are_not_one_text() -> None:
    """Nor are two texts without sentences."""
    russian = replace(told(TEXT), release=replace(told(TEXT).release, language="ru"))
    assert not is_one_text(told(TEXT), russian)
    assert not is_one_text(told("", title="Talks"), told("", title="Talks"))
