"""Who is who in one release: names, offices and pronouns that mean the same person."""

from __future__ import annotations

import pytest

from communique.extraction.people import fold, same_name
from communique.model import MentionForm
from unit.fictional import ARVENIA, VELMARK, account_of

MET = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin. "


def meant(text: str, words: str, *, issuer: str = ARVENIA) -> str | None:
    """Give whom the last occurrence of some words means."""
    account = account_of(text, issuer=issuer)
    found = [m for m in account.mentions if account.release.words(m.span) == words]
    assert found, [account.release.words(m.span) for m in account.mentions]
    return found[-1].person.label if found[-1].person else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (MET + "The President thanked her.", "President", "Ilmar Vesk"),
        (MET + "The Prime Minister thanked him.", "Prime Minister", "Adela Korin"),
        (MET + "The President of Arvenia thanked her.", "President of Arvenia", "Ilmar Vesk"),
        (MET + "The Velmarkian Prime Minister thanked him.", "Velmarkian Prime Minister", "Adela Korin"),
        (MET + "The Arvenian President thanked her.", "Arvenian President", "Ilmar Vesk"),
        (MET + "Mr Vesk thanked her.", "Mr Vesk", "Ilmar Vesk"),
        (MET + "Korin thanked him.", "Korin", "Adela Korin"),
        (MET + "Ms. Korin thanked him.", "Ms. Korin", "Adela Korin"),
        (MET + "President Vesk thanked her.", "President Vesk", "Ilmar Vesk"),
        (MET + "Prime Minister Korin thanked him.", "Prime Minister Korin", "Adela Korin"),
        (MET + "The President of Tholia was absent.", "President of Tholia", None),
        (
            "President Ilmar Vesk met with President of Tholia Davor Selim. The President thanked his guest.",
            "President",
            "Ilmar Vesk",
        ),
        (
            "President Ilmar Vesk met with President of Tholia Davor Selim. The President of Tholia thanked him.",
            "President of Tholia",
            "Davor Selim",
        ),
        (
            "Ilmar Vesk met with Minister Ilse Brandt and Defence Minister Jonas Weil. The Defence Minister left.",
            "Defence Minister",
            "Jonas Weil",
        ),
        ("Joseph P. Rhyne Jr. came. Joe Rhyne spoke.", "Joe Rhyne", "Joseph P. Rhyne Jr."),
    ],
)
def test_the_same_person_in_other_words(text: str, words: str, name: str | None) -> None:
    """A surname, an office with or without its side, and an address mean the person introduced before."""
    assert meant(text, words) == name


def test_an_office_alone_is_read_from_the_issuers_side() -> None:
    """In a Velmarkian release "the Prime Minister" is Velmark’s own, even where another prime minister is named."""
    text = "Prime Minister Adela Korin met with Prime Minister of Ostrand Jonas Weil. The Prime Minister thanked him."
    assert meant(text, "Prime Minister", issuer=VELMARK) == "Adela Korin"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ilmar Vesk", "Vesk", True),
        ("Ilmar Vesk", "Ilmar", True),
        ("Ilmar A. Vesk", "Ilmar Vesk", True),
        ("Joseph Rhyne", "Joe Rhyne", True),
        ("Oskar Rhyne Jr", "Oskar Rhyne", True),
        ("Morita Kenzo", "Morita", True),
        ("Ilmar Vesk", "Runa Vesk", False),
        ("Ilmar Vesk", "Adela Korin", False),
        ("Gorban Durde", "Serdan Durde", False),
    ],
)
def test_names_of_one_person(one: str, other: str, *, same: bool) -> None:
    """A part of a name means its bearer; another first name means somebody else."""
    assert same_name(fold(one), fold(other)) is same
    assert same_name(fold(other), fold(one)) is same


def test_father_and_son_are_two() -> None:
    """Two persons of one surname are kept apart by their first names."""
    text = "President Ilmar Vesk met with Gorban Durde and President of Tholia Serdan Durde. Serdan Durde thanked him."
    account = account_of(text)
    found = {m.person.label for m in account.mentions if m.person}
    assert found == {"Ilmar Vesk", "Gorban Durde", "Serdan Durde"}


def test_the_fullest_name_and_the_office_with_its_side() -> None:
    """A person bears the fullest name of the text, and the office that names its side."""
    account = account_of("Mr Vesk came. President of Arvenia Ilmar Vesk met with Ms Korin. President Vesk left.")
    vesk = next(m.person for m in account.mentions if m.person and m.person.label == "Ilmar Vesk")
    assert vesk.office is not None
    assert (vesk.name, vesk.office.title, str(vesk.side)) == ("Ilmar Vesk", "President of Arvenia", "Arvenia")
    assert [account.release.words(span) for span in vesk.spans] == [
        "President of Arvenia Ilmar Vesk",
        "Mr Vesk",
        "President Vesk",
    ]


def test_a_known_name_has_its_key_and_its_side() -> None:
    """A holder of the tables has a key, and a side where the text gives none."""
    account = account_of("Davor Selim spoke with Runa Stolt.")
    people = {m.person.label: m.person for m in account.mentions if m.person}
    assert people["Davor Selim"].identity == "davor-selim"
    assert people["Davor Selim"].side is not None
    assert people["Davor Selim"].side.code == "XT"
    assert (people["Runa Stolt"].identity, people["Runa Stolt"].side) == (None, None)


def test_forms_of_mention() -> None:
    """Names, offices and groups are told apart; pronouns and states are no mentions."""
    account = account_of(MET + "The President spoke. The two leaders agreed. He left. Velmark agreed.")
    forms = [(account.release.words(m.span), m.form) for m in account.mentions]
    assert forms == [
        ("President of Arvenia Ilmar Vesk", MentionForm.NAME),
        ("Prime Minister of Velmark Adela Korin", MentionForm.NAME),
        ("President", MentionForm.OFFICE),
        ("The two leaders", MentionForm.GROUP),
    ]
