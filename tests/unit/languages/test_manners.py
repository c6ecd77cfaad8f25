"""How sentences of three languages put what they say, in shared concepts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import LanguageError, ReferenceTableError
from communique.languages.kazakh.manner import find_numerals
from communique.languages.manner_lexicon import load_hedge_kin, load_manner_lexicon, load_scales
from communique.languages.manner_words import Manner, Time
from communique.languages.manners import LANGUAGES, read_manners
from communique.model import Span
from communique.text.tables import load_toml

DONE, AHEAD, NOW = frozenset({Time.DONE}), frozenset({Time.AHEAD}), frozenset({Time.NOW})
PACKAGES = [f"communique.languages.{name}" for name in ("english", "russian", "kazakh")]

TIMES = [
    ("en", "They signed it.", [DONE]),
    ("en", "It has already been signed.", [DONE]),
    ("en", "They will sign it.", [AHEAD]),
    ("en", "It is to be signed.", [AHEAD]),
    ("en", "They plan to sign it.", [NOW, AHEAD]),
    ("en", "The talks are scheduled for May.", [AHEAD]),
    ("en", "They support it.", [NOW]),
    ("en", "They might sign it.", [frozenset(Time)]),
    ("ru", "Они подписали его.", [DONE]),
    ("ru", "Он подписан.", [DONE]),
    ("ru", "Он будет подписан.", [AHEAD]),
    ("ru", "Они подпишут его.", [AHEAD]),
    ("ru", "Они намерены подписать его.", [AHEAD, AHEAD]),
    ("ru", "Переговоры намечены на май.", [AHEAD]),
    ("ru", "Они поддерживают его.", [NOW]),
    ("ru", "Они подписали бы его.", [frozenset(Time)]),
    ("kk", "Олар қол қойды.", [DONE]),
    ("kk", "Олар қол қояды.", [AHEAD | NOW]),
    ("kk", "Мәселе талқыланды.", [DONE]),
    ("kk", "Мәселе қаралады.", [AHEAD | NOW]),
    ("kk", "Олар мәселені талқылады.", [DONE]),
    ("kk", "Кездесу өтіп жатыр.", [NOW]),
    ("kk", "Кездесу өткізу жоспарланған.", [AHEAD]),
]

PLURALS = [
    ("en", "The gang came.", [False]),
    ("en", "The gangs came.", [True]),
    ("en", "Each group came.", [None]),
    ("en", "The group leader came.", [None]),
    ("ru", "Пришла банда.", [False]),
    ("ru", "Пришли банды.", [True]),
    ("ru", "Следы банды.", [False]),
    ("ru", "Следы международных банд.", [True]),
    ("ru", "Двадцать одна группа.", [None]),
    ("ru", "Арвенская и велмаркская делегация.", [None]),
    ("kk", "Бандалар келді.", [True]),
    ("kk", "Банда келді.", [None]),
]


def manner_of(text: str, language: str) -> Manner:
    """Read one sentence."""
    return read_manners(text, (Span(0, len(text)),), language)[0]


@pytest.mark.parametrize(("language", "text", "times"), TIMES)
def test_predicates_have_their_time(language: str, text: str, times: list[frozenset[Time]]) -> None:
    """Done, going on or ahead is told by form, helper and what plans the deed."""
    assert [mark.times for mark in manner_of(text, language).predicates] == times


@pytest.mark.parametrize(("language", "text", "plurals"), PLURALS)
def test_nouns_have_their_number_or_leave_it_open(language: str, text: str, plurals: list[bool | None]) -> None:
    """A noun is one or several by its form and what stands around it, and neither where it is counted off."""
    assert [mark.plural for mark in manner_of(text, language).things] == plurals


@pytest.mark.parametrize(
    ("language", "text", "posts"),
    [
        ("en", "Deputy Minister of Energy Otto Renn came.", ["deputy energy minister"]),
        ("ru", "Приехал заместитель Министра энергетики Отто Ренн.", ["deputy energy minister"]),
        ("kk", "Энергетика министрінің орынбасары келді.", ["deputy energy minister"]),
        ("en", "Acting Secretary Dorn met the President.", ["acting secretary", "president"]),
        ("ru", "Исполняющий обязанности Секретаря Дорн встретил Президента.", ["acting secretary", "president"]),
    ],
)
def test_posts_have_rank_and_field(language: str, text: str, posts: list[str]) -> None:
    """One post is the same concept in all languages, its rank and field with it."""
    assert [min(mark.concepts) for mark in manner_of(text, language).posts] == posts


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "On May 11, 1,150 cadets from eight countries came at 3 p.m.", [511, 1150, 8, 900]),
        ("ru", "11 мая в 15:00 приехали 1150 курсантов из восьми стран.", [511, 900, 1150, 8]),
        ("kk", "11 мамырда сағат 15:00-де сегіз елден 1 150 курсант келді.", [511, 900, 8, 1150]),
        ("kk", "212 мыңнан астам адам келді.", [212_000]),
        ("en", "2. It was the fifth meeting in 2031.", [5, 2031]),
    ],
)
def test_numbers_are_the_same_in_all_languages(language: str, text: str, values: list[float]) -> None:
    """Days, times of day, quantities and places in a row are numbers; the number of a list's point is none."""
    assert [amount.value for amount in manner_of(text, language).amounts] == values


@pytest.mark.parametrize("package", PACKAGES)
def test_tables_use_shared_concepts_only(package: str) -> None:
    """Every act and hedge of a language has its place in the shared table, and every act is there in each language."""
    table: dict[str, Any] = load_toml(package, "manner.toml")
    assert set(table["acts"]) == set(load_scales())
    assert set(table["hedges"]) | set(table["weak_hedges"]) <= set(load_hedge_kin())
    assert table["source"]
    assert load_manner_lexicon(package).ordinals[2]


@pytest.mark.parametrize("section", ["things", "posts", "ranks", "portfolios", "occasions", "deeds"])
def test_other_concepts_are_those_of_english(section: str) -> None:
    """What is no act or hedge is named alike in all tables, so that a misspelt concept does not go unseen."""
    english: dict[str, Any] = load_toml(PACKAGES[0], "manner.toml")
    for package in PACKAGES[1:]:
        assert set(load_toml(package, "manner.toml")[section]) <= set(english[section])


def test_broken_table_is_told() -> None:
    """A package without a whole table is refused in words."""
    with pytest.raises((ReferenceTableError, FileNotFoundError)):
        load_manner_lexicon("communique.languages")


def test_unread_language_is_refused() -> None:
    """A language without a table is refused, with those that have one."""
    with pytest.raises(LanguageError, match="en, ru, kk"):
        read_manners("Сторони.", (Span(0, 8),), "uk")


@given(text=st.text(min_size=1, max_size=60).filter(str.strip), language=st.sampled_from(LANGUAGES))
@settings(max_examples=60)
def test_any_text_is_read_with_spans_inside_it(text: str, language: str) -> None:
    """Whatever the text, reading it does not fail, and every mark stands inside."""
    manner = manner_of(text, language)
    kinds = (manner.acts, manner.deeds, manner.predicates, manner.things, manner.hedges, manner.posts, manner.occasions)
    assert all(mark.span.of(text) for marks in kinds for mark in marks)
    assert all(amount.span.of(text) for amount in manner.amounts)


@given(number=st.integers(1, 999_999))
@settings(max_examples=50)
def test_kazakh_digits_are_read_with_their_groups(number: int) -> None:
    """Digits in groups of three are one number."""
    text = f"{number:,}".replace(",", " ")
    assert [numeral.number for numeral in find_numerals(text, 0, len(text))] == [number]
