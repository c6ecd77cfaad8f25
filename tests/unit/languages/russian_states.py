"""The fictional states in Russian and Kazakh: names that no real release has."""

from __future__ import annotations

from datetime import UTC, datetime

from communique.languages.gazetteer import CityWord, Gazetteer, PersonWord, SideForm, SideWord, VenueWord
from communique.languages.russian.lexicon import Known, make_known
from communique.model import Release, Side

ARVENIA = Side(code="XA", name="Arvenia")
VELMARK = Side(code="XV", name="Velmark")
THOLIA = Side(code="XT", name="Tholia")


def names() -> Gazetteer:
    """Give the names of the fictional states as a Russian gazetteer has them: in the nominative."""
    words = [
        ("Арвения", ARVENIA, SideForm.NAME),
        ("Республика Арвения", ARVENIA, SideForm.NAME),
        ("арвенский", ARVENIA, SideForm.ADJECTIVE),
        ("Велмарк", VELMARK, SideForm.NAME),
        ("Королевство Велмарк", VELMARK, SideForm.NAME),
        ("велмаркский", VELMARK, SideForm.ADJECTIVE),
        ("Толия", THOLIA, SideForm.NAME),
        ("толийский", THOLIA, SideForm.ADJECTIVE),
    ]
    return Gazetteer(
        sides=tuple(SideWord(words=word, side=side, form=form) for word, side, form in words),
        cities=(
            CityWord(words="Тарск", country=ARVENIA, capital=True),
            CityWord(words="Сунд", country=VELMARK, capital=True),
        ),
        venues=(VenueWord(words="Липовый дворец", country=ARVENIA, city="Tarsk"),),
        people=(PersonWord(words="Ильмар Веск", identity="ilmar-vesk", sides=("XA",)),),
    )


def known() -> Known:
    """Give the same names ready for the search."""
    return make_known(names())


def release(text: str, title: str = "", place: str | None = None, language: str = "ru") -> Release:
    """Make a release of the fictional Arvenian President's office, issued on 6 March 2031."""
    issued = datetime(2031, 3, 6, 12, tzinfo=UTC)
    return Release(
        address="https://president.arvenia.example/1",
        issuer="xa-president",
        language=language,
        title=title,
        text=text,
        issued=issued,
        place=place,
    )
