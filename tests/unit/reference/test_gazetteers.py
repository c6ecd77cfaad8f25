"""The names that a language is told."""

from __future__ import annotations

import pytest

from communique.languages.gazetteer import CityWord, Gazetteer, SideForm
from communique.reference import build_gazetteer, shipped_tables


@pytest.fixture(name="english", scope="module")
def _english() -> Gazetteer:
    return build_gazetteer("en", shipped_tables())


@pytest.mark.parametrize(
    ("words", "code", "form"),
    [
        ("Republic of Kazakhstan", "KZ", SideForm.NAME),
        ("Kazakhstani", "KZ", SideForm.ADJECTIVE),
        ("Kyrgyz Republic", "KG", SideForm.NAME),
        ("Kirgizia", "KG", SideForm.NAME),
        ("Hellenic Republic", "GR", SideForm.NAME),
        ("Kingdom of Saudi Arabia", "SA", SideForm.NAME),
        ("People's Republic of China", "CN", SideForm.NAME),
        ("People’s Republic of China", "CN", SideForm.NAME),
        ("Federated States of Micronesia", "FM", SideForm.NAME),
        ("Holy See", "VA", SideForm.NAME),
        ("Turkiye", "TR", SideForm.NAME),
        ("Cote d'Ivoire", "CI", SideForm.NAME),
        ("Netherlands", "NL", SideForm.NAME),
        ("Dutch", "NL", SideForm.ADJECTIVE),
        ("Emirati", "AE", SideForm.ADJECTIVE),
        ("U.S.", "US", SideForm.ADJECTIVE),
        ("U.K.", "GB", SideForm.NAME),
        ("Swiss Confederation", "CH", SideForm.NAME),
        ("Angolan", "AO", SideForm.ADJECTIVE),
        ("Poles", "PL", SideForm.DEMONYM),
        ("International Committee of the Red Cross", "ICRC", SideForm.NAME),
        ("European Commission", "EU", SideForm.NAME),
        ("Collective Security Treaty Organization", "CSTO", SideForm.NAME),
    ],
)
def test_names_sides_in_every_form(english: Gazetteer, words: str, code: str, form: SideForm) -> None:
    """Short, long and older names, adjectives and peoples lead to their side, with either apostrophe or none."""
    assert (words, code, form) in {(word.words, word.side.code, word.form) for word in english.sides}


@pytest.mark.parametrize(
    ("words", "country", "capital"),
    [
        ("Kiev", "UA", True),
        ("Alma-Ata", "KZ", False),
        ("Nur-Sultan", "KZ", True),
        ("St. Petersburg", "RU", False),
        ("Washington, D.C.", "US", True),
        ("New York", "US", False),
        ("Peking", "CN", True),
        ("Sochi", "RU", False),
        ("Davos", "CH", False),
        ("Malé", "MV", True),
        ("Cambridge", "GB", False),
        ("Nizhny Novgorod", "RU", False),
    ],
)
def test_names_cities_with_their_country(english: Gazetteer, words: str, country: str, capital: bool) -> None:  # noqa: FBT001 - a column
    """Old and new spellings of a city lead to one country; a shared name goes to the capital or the largest."""
    found = {(word.words, word.country.code, word.capital) for word in english.cities}
    assert (words, country, capital) in found


@pytest.mark.parametrize(
    "words", ["Of", "Nice", "Mobile", "Split", "Reading", "Orange", "Independence", "Male", "Armenia"]
)
def test_leaves_out_cities_that_are_ordinary_words(english: Gazetteer, words: str) -> None:
    """Names that would misfire in running text are no city words."""
    assert words not in {word.words for word in english.cities}


@pytest.mark.parametrize(
    ("words", "country", "city"),
    [
        ("Kremlin", "RU", "Moscow"),
        ("Novo-Ogaryovo", "RU", None),
        ("Bocharov Ruchei", "RU", "Sochi"),
        ("Akorda", "KZ", "Astana"),
        ("White House", "US", "Washington"),
        ("Elysee Palace", "FR", "Paris"),
        ("Great Hall of the People", "CN", "Beijing"),
        ("Palais des Nations", "CH", "Geneva"),
    ],
)
def test_names_venues_with_country_and_city(english: Gazetteer, words: str, country: str, city: str | None) -> None:
    """Residences and halls lead to their country, and to their city where they stand in one."""
    assert (words, country, city) in {(word.words, word.country.code, word.city) for word in english.venues}


def test_names_people_with_the_sides_they_served(english: Gazetteer) -> None:
    """A person's spellings carry the key and every side served."""
    found = {word.words: (word.identity, word.sides) for word in english.people}
    assert found["Qasym-Jomart Toqayev"] == ("kassym-jomart-tokayev", ("KZ", "UN"))
    assert found["Joao Lourenco"] == found["João Lourenço"] == ("joao-lourenco", ("AO",))


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("ru", "казахстанский", "KZ"),
        ("ru", "Российская Федерация", "RU"),
        ("kk", "қазақстандық", "KZ"),
        ("kk", "АҚШ", "US"),
    ],
)
def test_speaks_russian_and_kazakh(language: str, words: str, code: str) -> None:
    """Other languages come from their own columns."""
    gazetteer = build_gazetteer(language, shipped_tables())
    assert (words, code) in {(word.words, word.side.code) for word in gazetteer.sides}
    assert gazetteer.cities
    assert gazetteer.venues
    assert gazetteer.people


def test_an_unknown_language_has_no_names() -> None:
    """A language without columns gets an empty gazetteer, not English."""
    assert build_gazetteer("xx", shipped_tables()) == Gazetteer()


def test_is_built_once_for_each_language(english: Gazetteer) -> None:
    """A second call gives the same object; the spellings are each there once for one city."""
    assert build_gazetteer("en", shipped_tables()) is english
    moscow = [word for word in english.cities if word.words == "Moscow"]
    assert moscow == [CityWord(words="Moscow", country=moscow[0].country, capital=True)]
