"""Offices held that day, the one a text names, and rules on counterparts with their sources."""

from __future__ import annotations

from datetime import date

import pytest

from communique.dossiers.protocol_offices import counterpart_rule, identified, is_named, offices_on
from communique.model import Admiralty, Credibility, Exhibit, ExhibitKind, Person, Reliability
from communique.reference.offices import offices_of
from unit.dossiers.protocol_made import ARVENIA, KORIN, VESK, met
from unit.fictional import tables

DAY = date(2021, 6, 16)
A1 = Admiralty(source=Reliability.A, item=Credibility.ONE)


def rule(words: str, *, title: str = "Agreement on visits, art. 3", address: str = "", kind: str = "rule") -> Exhibit:
    """Give an exhibit of a dossier."""
    return Exhibit(code="E1", kind=ExhibitKind(kind), title=title, grade=A1, words=words, address=address)


@pytest.mark.parametrize(
    ("person", "titles"),
    [
        ("ilmar-vesk", ["President of Arvenia"]),
        ("Ilmar Wesk", ["President of Arvenia"]),
        (Person(name="Ilmar Vesk", side=ARVENIA), ["President of Arvenia"]),
        (VESK, ["President of Arvenia"]),
        ("nobody-known", []),
    ],
)
def test_offices_are_found_by_key_spelling_or_person(person: str | Person, titles: list[str]) -> None:
    """A key of the tables, another spelling and a person of a text lead to the same offices."""
    assert [tenure.title for tenure in offices_on(person, DAY, tables())] == titles


def test_several_offices_of_one_day_are_all_given() -> None:
    """A former president who chairs a council that day holds both, the highest first."""
    titles = [tenure.title for tenure in offices_on("nursultan-nazarbayev", date(2020, 3, 10), tables())]
    assert titles[:2] == ["Chairman of the Security Council of Kazakhstan", "First President of Kazakhstan"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("President of the Republic of Arvenia", True),
        ("Arvenian President", True),
        ("first President of Arvenia", False),
        ("Prime Minister of Arvenia", False),
    ],
)
def test_an_office_is_named_whatever_the_style_of_the_country(words: str, *, named: bool) -> None:
    """The country's name and articles do not count; "first" does."""
    (tenure,) = offices_of("ilmar-vesk", DAY, tables=tables())
    assert is_named(tenure, words, tables()) is named


def test_no_rule_is_made_up() -> None:
    """For presidents and deputies of councils no public document has a rule, so there is none."""
    assert counterpart_rule(offices_on("ilmar-vesk", DAY, tables())[0], tables()) is None
    assert counterpart_rule("security-council-deputy-chairman", tables()) is None


@pytest.mark.parametrize("office", ["ambassador", "Ambassador of Velmark"])
def test_a_rule_of_the_table_comes_with_document_and_article(office: str) -> None:
    """The Vienna Convention says to whom ambassadors are accredited."""
    found = counterpart_rule(office, tables())
    assert found is not None
    assert "1961" in found.source
    assert "art. 14" in found.source


@pytest.mark.parametrize(
    ("exhibit", "holds"),
    [
        (rule("The President is met by the Prime Minister."), True),
        (rule("The Vice President is met by the Speaker."), False),
        (rule("Ministers are met by ministers."), False),
        (rule(""), False),
        (rule("The President is met by the Prime Minister.", title="", address=""), False),
        (rule("The President is met by the Prime Minister.", kind="press"), False),
    ],
)
def test_a_rule_of_the_dossier_needs_words_and_a_source(exhibit: Exhibit, *, holds: bool) -> None:
    """An exhibit counts where it is a rule, speaks of this very office, and says where it stands."""
    found = counterpart_rule(offices_on("ilmar-vesk", DAY, tables())[0], tables(), (exhibit,))
    assert (found is not None) is holds
    assert found is None or found.source == "Agreement on visits, art. 3"


def test_another_spelling_gets_the_same_key() -> None:
    """Two texts that spell a name in two ways tell of one person."""
    other = Person(name="Ilmar Wesk", side=ARVENIA)
    account = identified(met(DAY, other, KORIN), tables())
    assert [person.identity for person in account.event.principals] == ["ilmar-vesk", "adela-korin"]
