"""What kind of event a release mainly reports, from headline, first sentences and who took part."""

from __future__ import annotations

import pytest

from communique.model import Kind
from unit.fictional import account_of

MET = "President Ilmar Vesk met with Prime Minister of Velmark Adela Korin."
SPOKE = "President Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin."
LONG = "The conversation turned to ferries."


@pytest.mark.parametrize(
    ("title", "text", "kind"),
    [
        # calls
        ("Telephone conversation with Prime Minister of Velmark Adela Korin", SPOKE, "call"),
        (
            "Readout of President Vesk’s Call with Prime Minister Korin of Velmark",
            "President Vesk spoke with Adela Korin.",
            "call",
        ),
        ("President Vesk spoke by phone with Adela Korin", SPOKE, "call"),
        ("", "Ilmar Vesk spoke by telephone with President of Tholia Davor Selim about the summit.", "call"),
        ("On the visit of Adela Korin", "Ilmar Vesk and Prime Minister of Velmark Adela Korin met.", "visit"),
        ("Telephone conversation with Adela Korin on the results of the summit", SPOKE, "call"),
        ("Telephone conversations with Adela Korin and Davor Selim", SPOKE, "call"),
        # meetings
        ("Meeting with Prime Minister of Velmark Adela Korin", MET, "meeting"),
        ("Talks with Prime Minister of Velmark Adela Korin", MET, "meeting"),
        ("Working lunch with Prime Minister of Velmark Adela Korin", MET, "meeting"),
        ("President Vesk received Prime Minister of Velmark Adela Korin", MET, "meeting"),
        (
            "Meeting with Davor Selim on the margins of the summit",
            "Ilmar Vesk met with President of Tholia Davor Selim.",
            "meeting",
        ),
        ("", MET, "meeting"),
        ("", "King Osmund IV was received by President of Arvenia Ilmar Vesk.", "meeting"),
        ("Beginning of talks with Adela Korin", MET, "meeting"),
        (
            "Meeting with Foreign Minister of Velmark Ilse Brandt",
            "Ilmar Vesk received Foreign Minister of Velmark Ilse Brandt.",
            "meeting",
        ),
        ("", "President Ilmar Vesk had Prime Minister of Velmark Adela Korin to lunch.", "meeting"),
        ("", "Ilmar Vesk held separate meetings with Adela Korin and Davor Selim.", "meeting"),
        # visits
        ("Ilmar Vesk will make an official visit to Velmark", "Ilmar Vesk will visit Velmark on June 18.", "visit"),
        ("Working visit to Velmark", "Ilmar Vesk arrived in Sund on a working visit.", "visit"),
        ("", "Ilmar Vesk arrived in Velmark on a state visit.", "visit"),
        ("Trip to Tholia", "On June 18, Ilmar Vesk will travel to Merano Bay.", "visit"),
        # of many sides
        (
            "Summit of the Amber Sea states",
            "The presidents of Arvenia, Tholia and Ostrand met in Sund.",
            "multilateral",
        ),
        (
            "Trilateral meeting with Adela Korin and Davor Selim",
            "Ilmar Vesk met with Adela Korin and Davor Selim.",
            "multilateral",
        ),
        ("Speech at the plenary session of the Amber Forum", "Ilmar Vesk spoke at the forum.", "multilateral"),
        # messages
        (
            "Greetings to Prime Minister of Velmark Adela Korin",
            "Ilmar Vesk sent a message of greetings to Adela Korin.",
            "message",
        ),
        ("Condolences to Davor Selim", "Ilmar Vesk sent condolences to President of Tholia Davor Selim.", "message"),
        (
            "Ilmar Vesk congratulated Adela Korin on the national day",
            "In his message, the President wished her success.",
            "message",
        ),
        ("", "Ilmar Vesk sent a telegram to President of Tholia Davor Selim.", "message"),
        # statements
        ("Joint statement by Ilmar Vesk and Adela Korin", "We met in Tarsk and agreed on ferries.", "statement"),
        (
            "Joint Statement of the Amber Sea Summit",
            "We, the leaders of Arvenia, Velmark and Tholia, met in Sund.",
            "statement",
        ),
        # at home
        (
            "Meeting with Minister of Transport Oskar Rhyne",
            "Ilmar Vesk met with Minister of Transport Oskar Rhyne.",
            "domestic",
        ),
        (
            "Working meeting with Governor of the Northern Region Oskar Rhyne",
            "Oskar Rhyne reported to the President.",
            "domestic",
        ),
        (
            "Meeting with members of the Government",
            "Ilmar Vesk held a meeting with members of the Government.",
            "domestic",
        ),
        (
            "Telephone conversation with Minister of Transport Oskar Rhyne",
            "Ilmar Vesk spoke with Oskar Rhyne.",
            "domestic",
        ),
        ("Visit to a timber mill", "Ilmar Vesk visited a timber mill in Tarsk.", "domestic"),
        # neither
        ("On the new ferry", "Ilmar Vesk signed the law on ferries.", "other"),
        ("Executive order on ferries", "The order was signed on June 14.", "other"),
        ("Answers to questions", "Ilmar Vesk answered questions.", "other"),
    ],
)
def test_the_kind_of_the_event(title: str, text: str, kind: str) -> None:
    """Each of the eight kinds, with words of other kinds about."""
    assert account_of(f"{text}\n\n{LONG}", title).event.kind is Kind(kind)


def test_nothing_is_domestic_of_an_unknown_issuer() -> None:
    """Without a home nobody is at home."""
    title, text = (
        "Meeting with Minister of Transport Oskar Rhyne",
        "Ilmar Vesk met with Minister of Transport Oskar Rhyne.",
    )
    assert account_of(text, title, issuer="nobody-knows").event.kind is Kind.MEETING
