"""Between whom the event takes place, and who else takes part."""

from __future__ import annotations

import pytest

from communique.model import Person
from unit.fictional import ARVENIA, VELMARK, account_of

VESK, KORIN, SELIM = ("Ilmar Vesk", "XA"), ("Adela Korin", "XV"), ("Davor Selim", "XT")
MET = "President Ilmar Vesk met with Prime Minister of Velmark Adela Korin."


def labels(persons: tuple[Person, ...]) -> list[tuple[str, str | None]]:
    """Give name and side of each person."""
    return [(p.label, p.side.code if p.side else None) for p in persons]


@pytest.mark.parametrize(
    ("title", "text", "issuer", "principals"),
    [
        # the issuer's side stands first, whatever the order of the words
        ("", MET, ARVENIA, [VESK, KORIN]),
        ("", MET, VELMARK, [KORIN, VESK]),
        ("", "Adela Korin was received by President of Arvenia Ilmar Vesk.", ARVENIA, [VESK, KORIN]),
        ("", "Talks between Davor Selim and Ilmar Vesk were held in Tarsk.", ARVENIA, [VESK, SELIM]),
        ("Ilmar Vesk and Davor Selim met in Tarsk", "The two discussed ferries.", ARVENIA, [VESK, SELIM]),
        # headlines that take the issuer's own head for granted
        ("Telephone conversation with Davor Selim", "Ilmar Vesk thanked Davor Selim.", ARVENIA, [VESK, SELIM]),
        (
            "Telephone conversation with President of Tholia Davor Selim",
            "The call was brief.",
            ARVENIA,
            [("President of Arvenia", "XA"), SELIM],
        ),
        (
            "Meeting with Prime Minister of Velmark Adela Korin",
            "Ferries were discussed.",
            ARVENIA,
            [("President of Arvenia", "XA"), KORIN],
        ),
        (
            "Telephone conversation with President of Arvenia Ilmar Vesk",
            "Adela Korin thanked him.",
            VELMARK,
            [KORIN, VESK],
        ),
        # guests at a meal, and holders of an office without a name
        (
            "",
            "President Ilmar Vesk gave a dinner in honour of King Osmund IV of Velmark.",
            ARVENIA,
            [VESK, ("Osmund IV", "XV")],
        ),
        (
            "",
            "The King of Velmark received President Ilmar Vesk.",
            ARVENIA,
            [VESK, ("King of Velmark", "XV")],
        ),
        # own ministers act in the name of the issuer's side
        (
            "",
            "Foreign Minister Oskar Rhyne met with Foreign Minister of Velmark Ilse Brandt.",
            ARVENIA,
            [("Oskar Rhyne", "XA"), ("Ilse Brandt", "XV")],
        ),
        # offices alone
        (
            "",
            "The presidents of Arvenia and Tholia met in Merano Bay.",
            ARVENIA,
            [("The presidents of Arvenia and Tholia", "XA"), ("The presidents of Arvenia and Tholia", "XT")],
        ),
        # those who are only spoken of are no principals
        (
            "Telephone conversation with Davor Selim",
            "Ilmar Vesk and Davor Selim discussed the visit of Adela Korin to Tholia.",
            ARVENIA,
            [VESK, SELIM],
        ),
        (
            "On the death of Rado Venn",
            "Ilmar Vesk sent condolences to President of Tholia Davor Selim.",
            ARVENIA,
            [VESK, SELIM],
        ),
        ("Spokesperson Runa Stolt on the talks of Ilmar Vesk with Adela Korin", MET, ARVENIA, [VESK, KORIN]),
        ("", "Ilmar Vesk met with Davor Selim. Adela Korin was mentioned, too.", ARVENIA, [VESK, SELIM]),
        # several
        ("", "Ilmar Vesk met with Adela Korin and Davor Selim.", ARVENIA, [VESK, KORIN, SELIM]),
        ("", "Ilmar Vesk, Adela Korin and Davor Selim met in Sund.", ARVENIA, [VESK, KORIN, SELIM]),
        # an unknown issuer takes nobody for granted
        ("Telephone conversation with Davor Selim", "The call was brief.", "nobody-knows", [SELIM]),
    ],
)
def test_principals_and_their_order(
    title: str, text: str, issuer: str, principals: list[tuple[str, str | None]]
) -> None:
    """Principals are whom the headline names and who act in the first sentence, the issuer's side first."""
    assert labels(account_of(text, title, issuer=issuer).event.principals) == principals


def test_the_office_of_a_principal_is_as_written() -> None:
    """Offices are in the words of the text, with the span of those words."""
    account = account_of("President Ilmar Vesk met with Adela Korin, Prime Minister of the Kingdom of Velmark.")
    offices = [(p.office.title, p.office.span) for p in account.event.principals if p.office]
    assert [title for title, _ in offices] == ["President", "Prime Minister of the Kingdom of Velmark"]
    assert all(span is not None and account.release.words(span) == title for title, span in offices)


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (f"{MET} The talks were attended by Foreign Minister Oskar Rhyne.", ["Oskar Rhyne"]),
        (
            f"{MET} Taking part were Minister of Transport Oskar Rhyne and Ambassador Runa Stolt.",
            ["Oskar Rhyne", "Runa Stolt"],
        ),
        (f"{MET} Runa Stolt was also present.", ["Runa Stolt"]),
        (f"{MET} The President was accompanied by Oskar Rhyne.", ["Oskar Rhyne"]),
        (f"{MET} They recalled Rado Venn.", []),
        (MET, []),
    ],
)
def test_others_are_those_said_to_take_part(text: str, others: list[str]) -> None:
    """Further persons count where a sentence says that they took part, not where they are spoken of."""
    assert [p.label for p in account_of(text).event.others] == others


def test_nobody_is_principal_and_other_at_once() -> None:
    """A principal who "took part" stays a principal."""
    account = account_of(f"{MET} Ilmar Vesk and Oskar Rhyne took part in a dinner.")
    assert [p.label for p in account.event.others] == ["Oskar Rhyne"]
