"""Contradictions on aligned passages: found where two statements cannot both be right, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.clashes.finding import find_clashes
from communique.model import Clash, ClashKind
from unit.collation.clash_accounts import told, whole
from unit.collation.clash_pairs import HELD_OUT, TRIED, SentencePair

UNREAD_LENGTH = "The loan runs for ten years."
"""A length of time that extraction does not read."""

HELD_RECALL = 0.9
"""At least this share of the contradictions held out is found; no pair held out may be a false alarm."""


def clashes(pair: SentencePair) -> tuple[Clash, ...]:
    """Give the contradictions of a pair of sentences."""
    first, second = told(pair.first, pair.first_language), told(pair.second, pair.second_language)
    return find_clashes(first, second, [(whole(first), whole(second))])


@pytest.mark.parametrize("pair", [p for p in TRIED if p.kind and p.first != UNREAD_LENGTH], ids=lambda p: p.first)
def test_a_contradiction_is_found_with_its_kind(pair: SentencePair) -> None:
    """Numbers, days, places, denials and opposites that exclude each other on one matter are told by kind."""
    assert pair.kind in {clash.kind.value for clash in clashes(pair)}


@pytest.mark.parametrize("pair", [p for p in TRIED if not p.kind], ids=lambda p: p.first)
def test_what_only_looks_like_a_contradiction_is_none(pair: SentencePair) -> None:
    """Rounding, hedges, other objects, two denials and conditions make two statements compatible."""
    assert clashes(pair) == ()


def test_pairs_held_out_are_told_apart() -> None:
    """On pairs written before the rules, most contradictions are found and nothing else is."""
    found = [bool(clashes(pair)) for pair in HELD_OUT if pair.kind]
    assert sum(found) / len(found) >= HELD_RECALL
    assert [pair.first for pair in HELD_OUT if not pair.kind and clashes(pair)] == []


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("The sides did not agree on the dam.", "The sides agreed on the dam.", ("not agree", "agreed")),
        (
            "Trade reached more than $20 billion.",
            "Trade reached $14 billion.",
            ("more than $20 billion", "$14 billion"),
        ),
        ("The ministers will meet on 5 June.", "The ministers will meet on 15 June.", ("5 June", "15 June")),
        ("The leaders met in Tarsk.", "The leaders met in Sund.", ("Tarsk", "Sund")),
        ("Gas prices rose.", "Gas prices fell.", ("rose", "fell")),
    ],
    ids=[
        kind.value
        for kind in (ClashKind.NEGATION, ClashKind.NUMBER, ClashKind.DATE, ClashKind.PLACE, ClashKind.ANTONYM)
    ],
)
def test_the_clashing_words_are_marked(first: str, second: str, words: tuple[str, str]) -> None:
    """The spans open on the words that contradict each other, and the sentence about them quotes both."""
    one, two = told(first), told(second)
    (clash,) = find_clashes(one, two, [(whole(one), whole(two))])
    assert (one.release.words(clash.first), two.release.words(clash.second)) == words
    assert all(f"“{word}”" in clash.told for word in words)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("If Tholia signs the treaty, Velmark will open the port.", "Velmark will not open the port."),
        ("Will Velmark open the port of Sund?", "Velmark did not open the port of Sund."),
        ("Velmark may support the resolution on the dam.", "Velmark did not support the resolution on the dam."),
        ("It supports the resolution.", "Tholia opposes the treaty."),
    ],
    ids=["condition", "question", "possibility", "other object"],
)
def test_what_is_not_plainly_asserted_contradicts_nothing(first: str, second: str) -> None:
    """A condition, a question, a possibility and another object are no assertion of the same."""
    one, two = told(first), told(second)
    assert find_clashes(one, two, [(whole(one), whole(two))]) == ()


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("Тараптар шекара туралы келісті.", "Тараптар шекара туралы келіспеді.", [ClashKind.NEGATION]),
        ("Тараптар шекара туралы келісті.", "Тараптар шекара туралы келісті.", []),
        ("Кездесу 2022 жылғы 5 наурызда өтеді.", "Кездесу 2022 жылғы 7 наурызда өтеді.", [ClashKind.DATE]),
    ],
)
def test_kazakh_is_read_for_denial_by_suffix_and_for_days(first: str, second: str, kinds: list[ClashKind]) -> None:
    """The negative suffix of a verb denies it; a day is a day in any language."""
    one, two = told(first, "kk"), told(second, "kk")
    assert [clash.kind for clash in find_clashes(one, two, [(whole(one), whole(two))])] == kinds


def test_a_language_without_a_list_is_left_alone() -> None:
    """Where no words of denial are known, nothing is told."""
    one, two = told("Le roi est venu.", "fr"), told("Le roi n’est pas venu.", "fr")
    assert find_clashes(one, two, [(whole(one), whole(two))]) == ()


@given(st.sampled_from([*TRIED, *HELD_OUT]))
def test_no_text_contradicts_itself(pair: SentencePair) -> None:
    """A passage beside itself holds no contradiction."""
    account = told(pair.first, pair.first_language)
    assert find_clashes(account, account, [(whole(account), whole(account))]) == ()


@given(st.sampled_from([*TRIED, *HELD_OUT]))
def test_a_contradiction_does_not_depend_on_the_order(pair: SentencePair) -> None:
    """Turned round, the same kinds are found."""
    turned = SentencePair(pair.second_language, pair.second, pair.first_language, pair.first, pair.kind)
    assert {clash.kind for clash in clashes(pair)} == {clash.kind for clash in clashes(turned)}
