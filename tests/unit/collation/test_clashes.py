"""Contradictions on aligned passages: found where two statements cannot both be right, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.clashes.finding import find_clashes
from communique.model import Account, Clash, ClashKind, Pattern, Reception
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


def kinds_of(first: Account, second: Account) -> list[ClashKind]:
    """Give the kinds of contradiction between two whole texts."""
    return [clash.kind for clash in find_clashes(first, second, [(whole(first), whole(second))])]


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ("Velmark denied that Ostrand would attack the dam.", "Ostrand would not attack the dam.", []),
        ("Velmark denied that Ostrand would attack the dam.", "Ostrand would attack the dam.", ["negation"]),
        ("Velmark denied that Ostrand would not attack the dam.", "Ostrand would attack the dam.", []),
        ("Velmark rejected the claim that Ostrand would attack the dam.", "Ostrand would not attack the dam.", []),
        ("Velmark ruled out that Ostrand would attack the dam.", "Ostrand would not attack the dam.", []),
        ("Velmark did not say that Ostrand attacked the dam.", "Ostrand did not attack the dam.", []),
        ("Velmark denied that trade in grain grew by 12 percent.", "Trade in grain grew by 14 percent.", []),
        ("Velmark denied that the summit was held in Geneva.", "The summit was held in Vienna.", []),
        ("Velmark denied the report, but confirmed that Ostrand attacked the dam.", "Ostrand did not attack the dam.",
         ["negation"]),
        ("Velmark denied the report. Ostrand attacked the dam.", "Ostrand did not attack the dam.", ["negation"]),
    ],
)  # fmt: skip
def test_what_is_denied_to_be_so_is_not_asserted(first: str, second: str, kinds: list[str]) -> None:
    """A verb of denial turns the clause under it round; under other words of rejection nothing is told of it."""
    assert [kind.value for kind in kinds_of(told(first), told(second))] == kinds


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Велмарк отрицал, что Остранд нападёт на плотину.", "Остранд не нападёт на плотину."),
        ("Велмарк опроверг утверждение, что Остранд нападёт на плотину.", "Остранд не нападёт на плотину."),
        ("Велмарк исключил, что Остранд нападёт на плотину.", "Остранд не нападёт на плотину."),
    ],
)
def test_russian_verbs_of_denial_are_read_so_too(first: str, second: str) -> None:
    """Denying that a thing will be agrees with saying that it will not."""
    assert kinds_of(told(first, "ru"), told(second, "ru")) == []


@pytest.mark.parametrize(
    ("second", "kinds"),
    [
        ("Ostrand has an intention to attack Velmark.", [ClashKind.NEGATION]),
        ("Velmark has an intention to attack Ostrand.", []),
    ],
)
def test_a_predicate_is_compared_where_it_is_said_of_one_side(second: str, kinds: list[ClashKind]) -> None:
    """The same words with the sides changed round are another statement."""
    assert kinds_of(told("Ostrand has no intention to attack Velmark."), told(second)) == kinds


@pytest.mark.parametrize(
    ("first", "second", "clashing"),
    [
        ("Trade in grain grew by 10 percent in January.", "Trade in grain grew by 12 percent last year.", False),
        ("Trade in grain grew by 10 percent in January.", "Trade in grain grew by 12 percent.", False),
        ("Trade in grain grew by 10 percent in 2021.", "Trade in grain grew by 12 percent.", False),
        ("Trade in grain grew by 10 percent in January.", "In January, trade in grain grew by 12 percent.", True),
        ("Trade in grain grew by 10 percent.", "Trade in grain grew by 12 percent.", True),
    ],
)
def test_figures_are_compared_over_one_time(first: str, second: str, clashing: bool) -> None:  # noqa: FBT001 - a row
    """Where the periods are not the same, or only one is named, the numbers may both be right."""
    assert kinds_of(told(first), told(second)) == ([ClashKind.NUMBER] if clashing else [])


def test_a_month_is_one_in_both_languages() -> None:
    """A figure for January in English and in Russian is of one time, for February it is not."""
    english = told("Trade in grain grew by 10 percent in January.")
    russian = [told(f"В {month} торговля зерном выросла на 12 процентов.", "ru") for month in ("январе", "феврале")]
    assert [kinds_of(english, one) for one in russian] == [[ClashKind.NUMBER], []]


@pytest.mark.parametrize(
    ("first", "second", "clashing"),
    [
        ("The talks lasted forty minutes.", "The talks lasted one hour.", True),
        ("The talks lasted 40 minutes.", "The talks lasted an hour.", True),
        ("The talks lasted 40 minutes.", "The talks lasted more than an hour.", True),
        ("The talks lasted 40 minutes.", "The talks lasted about an hour.", False),
        ("The talks lasted 55 minutes.", "The talks lasted an hour.", False),
        ("The talks lasted 40 minutes.", "The talks begin within an hour.", False),
    ],
)
def test_lengths_in_hours_and_minutes_are_compared(first: str, second: str, clashing: bool) -> None:  # noqa: FBT001 - a row
    """An hour is rounded by some minutes, not by twenty; hedged, it says less."""
    assert kinds_of(told(first), told(second)) == ([ClashKind.NUMBER] if clashing else [])


def test_the_length_of_one_hour_is_read_in_russian() -> None:
    """A bare «час» after a verb of lasting is a length."""
    hour, minutes = told("Беседа продолжалась час.", "ru"), told("Беседа продолжалась сорок минут.", "ru")
    assert kinds_of(hour, minutes) == [ClashKind.NUMBER]


GENEVA = "A meeting of the ministers took place in Geneva on January 9."
VIENNA = "A meeting of the ministers took place in Vienna on January 12."


def test_meetings_of_other_days_and_places_are_a_programme() -> None:
    """Clauses that name other days do not clash on place, nor the other way round."""
    assert kinds_of(told(GENEVA), told(VIENNA)) == []


def test_the_encounter_itself_has_one_day_and_one_place() -> None:
    """In the two sentences that tell of the encounter both the day and the place contradict."""
    first, second = (
        replace(account, reception=Reception(pattern=Pattern.OTHER, span=whole(account)))
        for account in (told(GENEVA), told(VIENNA))
    )
    assert set(kinds_of(first, second)) == {ClashKind.DATE, ClashKind.PLACE}


def test_translations_have_one_day_and_one_place() -> None:
    """Passages of which one is translated from the other tell of one happening."""
    first, second = told(GENEVA), told(VIENNA)
    found = find_clashes(first, second, [(whole(first), whole(second))], translated=True)
    assert {clash.kind for clash in found} == {ClashKind.DATE, ClashKind.PLACE}
