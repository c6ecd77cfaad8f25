"""Whose idea the contact was: active, passive and nominal statements, by the narrator and by speakers."""

from __future__ import annotations

import pytest

from communique.model import Initiative
from unit.fictional import ARVENIA, VELMARK, account_of

MET = "President Ilmar Vesk met with Prime Minister of Velmark Adela Korin."
HOST, GUEST = "President of Arvenia Ilmar Vesk", "Prime Minister of Velmark Adela Korin"
CALLED = "Ilmar Vesk had a telephone conversation with President of Tholia Davor Selim."


def told(initiative: Initiative | None) -> tuple[str, str | None, str | None] | None:
    """Give basis, side and person of an initiative."""
    if initiative is None:
        return None
    person = initiative.person.label if initiative.person else None
    return initiative.basis.value, initiative.side.code if initiative.side else None, person


@pytest.mark.parametrize(
    ("text", "issuer", "basis", "side", "person"),
    [
        # initiative, as a noun
        (
            f"{CALLED} The call was arranged on the initiative of the Tholian side.",
            ARVENIA,
            "initiated",
            "XT",
            None,
        ),
        (f"{CALLED} The call was held on the initiative of Davor Selim.", ARVENIA, "initiated", "XT", "Davor Selim"),
        (
            "At the initiative of the Tholian side, Ilmar Vesk spoke by telephone with Davor Selim.",
            ARVENIA,
            "initiated",
            "XT",
            None,
        ),
        (
            "On Tholia’s initiative, a telephone conversation took place between Ilmar Vesk and Davor Selim.",
            ARVENIA,
            "initiated",
            "XT",
            None,
        ),
        (
            "Ilmar Vesk spoke by telephone with Davor Selim on the latter’s initiative.",
            ARVENIA,
            "initiated",
            "XT",
            "Davor Selim",
        ),
        (
            "Ilmar Vesk spoke by telephone with Davor Selim at the latter’s request.",
            ARVENIA,
            "requested",
            "XT",
            "Davor Selim",
        ),
        (f"{CALLED} The conversation took place on the Arvenian initiative.", ARVENIA, "initiated", "XA", None),
        (f"{CALLED} The conversation took place at Merano Bay’s initiative.", ARVENIA, "initiated", "XT", None),
        (
            "A telephone conversation between Ilmar Vesk and Davor Selim was initiated by the Tholian side.",
            ARVENIA,
            "initiated",
            "XT",
            None,
        ),
        (
            "A telephone conversation between Ilmar Vesk and Davor Selim was held at the request of the Tholian side.",
            ARVENIA,
            "requested",
            "XT",
            None,
        ),
        # to call
        ("President of Tholia Davor Selim called Ilmar Vesk.", ARVENIA, "initiated", "XT", "Davor Selim"),
        ("Ilmar Vesk called President of Tholia Davor Selim.", ARVENIA, "initiated", "XA", "Ilmar Vesk"),
        ("Davor Selim telephoned President of Arvenia Ilmar Vesk.", ARVENIA, "initiated", "XT", "Davor Selim"),
        (
            "Davor Selim initiated a telephone conversation with President of Arvenia Ilmar Vesk.",
            ARVENIA,
            "initiated",
            "XT",
            "Davor Selim",
        ),
        # invitation
        (
            "At the invitation of Prime Minister of Velmark Adela Korin, Ilmar Vesk arrived in Sund.",
            ARVENIA,
            "invited",
            "XV",
            "Adela Korin",
        ),
        (
            "Ilmar Vesk arrived in Sund at the invitation of Prime Minister of Velmark Adela Korin.",
            ARVENIA,
            "invited",
            "XV",
            "Adela Korin",
        ),
        (
            "At Adela Korin’s invitation, President of Arvenia Ilmar Vesk arrived in Sund.",
            ARVENIA,
            "invited",
            "XV",
            "Adela Korin",
        ),
        (
            "Ilmar Vesk will pay a state visit to Velmark at the invitation of King Osmund IV.",
            ARVENIA,
            "invited",
            None,
            "Osmund IV",
        ),
        (
            "At the kind invitation of King Osmund IV of Velmark, Ilmar Vesk arrived in Sund.",
            ARVENIA,
            "invited",
            "XV",
            "Osmund IV",
        ),
        ("Ilmar Vesk is in Sund at the invitation of the Velmarkian Government.", ARVENIA, "invited", "XV", None),
        (
            "Adela Korin is in Arvenia on a visit at the invitation of President Ilmar Vesk.",
            VELMARK,
            "invited",
            "XA",
            "Ilmar Vesk",
        ),
        ("Invited by Prime Minister Adela Korin, Ilmar Vesk arrived in Sund.", ARVENIA, "invited", "XV", "Adela Korin"),
        # said by those who speak
        (
            f"{MET}\n\n{HOST}: Welcome.\n\n{GUEST}: Mr President, thank you for the invitation to Tarsk.",
            ARVENIA,
            "invited",
            "XA",
            "Ilmar Vesk",
        ),
        (
            f"{MET}\n\n{HOST}: Welcome.\n\n{GUEST}: I asked for this meeting to speak of ferries.",
            ARVENIA,
            "requested",
            "XV",
            "Adela Korin",
        ),
    ],
)
def test_whose_idea_it_was(text: str, issuer: str, basis: str, side: str | None, person: str | None) -> None:
    """The side that asked, called or invited is told, whatever the construction."""
    found = told(account_of(text, issuer=issuer).initiative)
    assert found is not None
    assert found[0] == basis
    assert found[2] == person
    if side is not None:
        assert found[1] == side


@pytest.mark.parametrize(
    "text",
    [
        MET,
        CALLED,
        f"{MET} Mr Vesk invited Ms Korin to visit Tarsk again.",
        f"{MET} The parties praised Velmark’s initiative on ferries.",
        f"{MET} They spoke of the peace initiative of Tholia.",
        f"{MET} Ms Korin accepted the invitation to the summit.",
        f"{CALLED} The two discussed an initiative to open a bridge.",
        f"{MET} The President called the talks useful.",
        "Ilmar Vesk called on Velmark to open the strait.",
        "Ilmar Vesk called the agreement with Velmark a success.",
        f"{MET} At the request of the Government, Parliament will debate it.",
    ],
)
def test_no_initiative_is_stated(text: str) -> None:
    """Invitations to later visits, initiatives as plans and "called" in other senses are none."""
    assert account_of(text).initiatives == ()


def test_the_exact_words_are_marked() -> None:
    """The span holds the statement, and inside it the words for the giver."""
    account = account_of(f"{CALLED} The call was arranged on the initiative of the Tholian side.")
    assert account.initiative is not None
    assert account.release.words(account.initiative.span) == "on the initiative of the Tholian side"
    assert account.initiative.who is not None
    assert account.release.words(account.initiative.who) == "Tholian side"


def test_the_narrator_stands_before_speakers() -> None:
    """Where narrator and speaker both state one, the narrator’s comes first."""
    account = account_of(
        "At the invitation of President Ilmar Vesk, Prime Minister of Velmark Adela Korin arrived in Tarsk.\n\n"
        f"{HOST}: Welcome.\n\n{GUEST}: Thank you for the invitation."
    )
    assert next(told(i) for i in account.initiatives) == ("invited", "XA", "Ilmar Vesk")
