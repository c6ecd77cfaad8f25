"""The reading of stock phrases: their share, and the sentences without one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Formula
from communique.precedent import NO_PRECEDENT
from communique.readings.formulas import WORDINGS, mark_features, read_formulas
from communique.text.tables import load_toml
from unit.readings.accounts import bare_account, full_guest_account, full_host_account, words
from unit.readings.strategies import accounts


def stock_account(count: int) -> Account:
    """Give the host's account, of seven narrated sentences, with so many that hold a stock phrase."""
    account = full_host_account()
    told = account.sentences[:count]
    return replace(account, formulas=tuple(Formula(name="stock", span=span, sentence=span) for span in told))


def test_stock_sentences_are_counted_against_narration() -> None:
    """The share of stock sentences is told, and how many are particular to this text."""
    narrated, spoken = read_formulas(full_host_account(), NO_PRECEDENT)
    assert narrated.statement == (
        "1 stock phrase in 1 of 7 sentences of narration: “a number of questions”; "
        "the other 6 are particular to this text"
    )
    assert spoken.statement == "1 stock phrase in direct speech: “thank you for the invitation”"


def test_the_few_sentences_without_stock_are_the_news() -> None:
    """Where most sentences are stock, the others are told and opened."""
    account = stock_account(5)
    _, news = read_formulas(account, NO_PRECEDENT)
    assert news.code == "formulas.news"
    assert news.spans == account.sentences[5:7]
    assert news.statement.startswith("Without a stock phrase are 2 of 7 sentences of narration, the first “Three")


def test_where_little_is_stock_no_news_is_singled_out() -> None:
    """Most sentences of a text are not pointed at one by one."""
    assert [finding.code for finding in read_formulas(stock_account(2), NO_PRECEDENT)] == ["formulas.narrated"]


def test_a_text_of_stock_alone_has_no_news() -> None:
    """Where every sentence is stock, nothing is particular."""
    (finding,) = read_formulas(stock_account(7), NO_PRECEDENT)
    assert "particular" not in finding.statement


def test_the_mirror_counts_the_other_text() -> None:
    """The other text's own share stands beside, or that it has no such phrase."""
    narrated, spoken = read_formulas(full_host_account(), NO_PRECEDENT, (full_guest_account(),))
    assert narrated.mirror == (
        "Velmark's text has 1 stock phrase in 1 of 8 sentences of narration: “exchanged views”; "
        "the other 7 are particular to this text"
    )
    assert spoken.mirror == "Velmark's text has no phrase of the stock list in direct speech"


def test_sentences_not_split_are_counted_without_a_whole() -> None:
    """Where sentences are not at hand, the phrases stand alone, and narration is no exposure."""
    account = bare_account()
    phrase = words(account.release, "Rain fell")
    account = replace(account, formulas=(Formula(name="rain", span=phrase, sentence=phrase),))
    (finding,) = read_formulas(account, NO_PRECEDENT)
    assert finding.statement == "1 stock phrase in narration: “Rain fell”"
    assert "formulas.narrated" not in {mark.code for mark in mark_features(account)}


def test_the_formulas_of_the_list_are_marked_by_name() -> None:
    """Each formula found marks its own name, with its words; one that the list does not know marks none."""
    present = {mark.code: mark.spans for mark in mark_features(full_guest_account()) if mark.present}
    assert set(present) == {"formulas.narrated"}
    known = tuple(replace(formula, name="exchange_of_views") for formula in full_guest_account().formulas)
    present = {
        mark.code: mark.spans for mark in mark_features(replace(full_guest_account(), formulas=known)) if mark.present
    }
    assert present["formulas.exchange_of_views"] == (known[0].span,)


@pytest.mark.parametrize("language", ["english", "russian"])
def test_the_names_are_those_of_the_seed_lists(language: str) -> None:
    """No formula of a language's list is left without a feature."""
    names = load_toml(f"communique.languages.{language}", "formulas.toml")["formulas"]
    assert set(names) <= set(WORDINGS)


@given(account=accounts())
def test_every_phrase_is_in_one_finding(account: Account) -> None:
    """Phrases of narration and of speech together are all phrases."""
    found = [f for f in read_formulas(account, NO_PRECEDENT) if f.code != "formulas.news"]
    assert sorted(span for finding in found for span in finding.spans) == sorted(f.span for f in account.formulas)
