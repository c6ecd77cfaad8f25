"""The rows on documents, figures, courtesies, topics, conflicts and tone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Conflict, RelationKind
from communique.reports.substance import find_substance
from unit.readings.accounts import bare_account, full_guest_account, full_host_account, words
from unit.readings.strategies import accounts


def rows(account: Account) -> dict[str, str]:
    """Give the statement of each row by its label."""
    return {fact.label: fact.statement for fact in find_substance(account)}


def test_each_kind_has_one_row() -> None:
    """What an account has of each kind stands in one line, in fixed order."""
    assert rows(full_host_account()) == {
        "documents": (
            "1 agreement, 1 memorandum · of governments · 1 binding, 1 not binding · number stated: “Three documents”"
        ),
        "figures": "“12” percent (“almost”, Ilmar Vesk)",
        "courtesies": "Ilmar Vesk praises Adela Korin · Adela Korin thanks Ilmar Vesk",
        "topics": "trade and economy 25%, migration and borders 25%",
        "tone": "“constructive” · “frank”",
    }


def test_what_is_not_there_has_no_row() -> None:
    """An account without substance has no rows, and no empty ones."""
    assert rows(bare_account()) == {}


def test_long_rows_are_cut_with_a_count() -> None:
    """More figures than a line holds are counted."""
    account = full_guest_account()
    assert rows(replace(account, figures=account.figures * 5))["figures"].endswith(" · 2 more")


def test_places_of_conflict_are_named() -> None:
    """A conflict is named as a place and opens on its words."""
    account = full_host_account()
    place = Conflict(place="Ostrand Straits", span=words(account.release, "Tarsk"))
    (fact,) = (fact for fact in find_substance(replace(account, conflicts=(place,))) if fact.label == "conflicts")
    assert (fact.statement, fact.spans) == ("Ostrand Straits", (place.span,))


def test_greetings_have_no_row() -> None:
    """Greetings stand in every text and are left to the record."""
    account = full_guest_account()
    greeting = replace(account.relations[0], kind=RelationKind.GREETING)
    assert "courtesies" not in rows(replace(account, relations=(greeting,)))


@pytest.mark.parametrize(
    ("spoken", "voice"), [((False, False), ""), ((True, False), " (1 of 2 spoken)"), ((True, True), " (spoken)")]
)
def test_words_of_speakers_are_told_as_theirs(spoken: tuple[bool, bool], voice: str) -> None:
    """How many of the evaluative words are spoken stands at the end of their row."""
    account = full_host_account()
    tone = tuple(replace(word, spoken=said) for word, said in zip(account.tone, spoken, strict=True))
    assert rows(replace(account, tone=tone))["tone"] == f"“constructive” · “frank”{voice}"


@given(account=accounts())
def test_every_row_opens_on_words(account: Account) -> None:
    """A row has a statement on one line and the places of its words."""
    for fact in find_substance(account):
        assert fact.statement
        assert "\n" not in fact.statement
        assert fact.spans
        assert not fact.printed
