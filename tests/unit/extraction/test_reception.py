"""Who met, received or was received by whom: what the first sentence says, in either voice."""

from __future__ import annotations

import pytest

from communique.model import Person
from unit.fictional import account_of

VESK, KORIN, SELIM, OSMUND = "Ilmar Vesk", "Adela Korin", "Davor Selim", "Osmund IV"


def name_of(person: Person | None) -> str | None:
    """Give how the person is called, None for nobody."""
    return person.label if person else None


@pytest.mark.parametrize(
    ("text", "pattern", "subject", "host"),
    [
        # to meet
        ("President Ilmar Vesk met with Prime Minister of Velmark Adela Korin.", "met_with", VESK, None),
        ("Ilmar Vesk met Adela Korin, Prime Minister of Velmark, in Sund.", "met_with", VESK, None),
        ("Prime Minister of Velmark Adela Korin met with Ilmar Vesk at the Linden Palace.", "met_with", KORIN, None),
        ("In Tarsk, President Ilmar Vesk had a meeting with King Osmund IV of Velmark.", "met_with", VESK, None),
        ("Ilmar Vesk will meet with President of Tholia Davor Selim.", "met_with", VESK, None),
        ("Ilmar Vesk is meeting with President of Tholia Davor Selim.", "met_with", VESK, None),
        ("President Ilmar Vesk held a meeting with Prime Minister of Velmark Adela Korin.", "met_with", VESK, None),
        ("Earlier today, President Vesk met President Davor Selim of Tholia.", "met_with", "Vesk", None),
        # to receive, active
        ("President Ilmar Vesk received Prime Minister of Velmark Adela Korin.", "received", VESK, VESK),
        ("Ilmar Vesk has received Prime Minister of Velmark Adela Korin.", "received", VESK, VESK),
        ("King Osmund IV received President of Arvenia Ilmar Vesk at Harbour House.", "received", OSMUND, OSMUND),
        ("On Friday the Prime Minister of Velmark, Adela Korin, received President Vesk.", "received", KORIN, KORIN),
        ("Before the talks, Adela Korin received President of Arvenia Ilmar Vesk in Sund.", "received", KORIN, KORIN),
        # to receive, passive
        ("Adela Korin was received by President of Arvenia Ilmar Vesk.", "was_received", KORIN, VESK),
        ("President Ilmar Vesk was received by King Osmund IV.", "was_received", VESK, OSMUND),
        ("Ilmar Vesk was received at Harbour House by Prime Minister Adela Korin.", "was_received", VESK, KORIN),
        ("During his visit to Sund, Ilmar Vesk was received by King Osmund IV.", "was_received", VESK, OSMUND),
        ("Having arrived in Sund, Ilmar Vesk was received by King Osmund IV.", "was_received", VESK, OSMUND),
        ("Ilmar Vesk was received in audience.", "was_received", VESK, None),
        # to welcome and to greet
        ("President Ilmar Vesk welcomed Prime Minister Adela Korin to Tarsk.", "welcomed", VESK, VESK),
        ("Prime Minister Adela Korin welcomed Ilmar Vesk at the airport.", "welcomed", KORIN, KORIN),
        ("Ilmar Vesk was welcomed at the airport by Prime Minister Adela Korin.", "was_received", VESK, KORIN),
        ("Ilmar Vesk was greeted at Harbour House by King Osmund IV.", "was_received", VESK, OSMUND),
        ("At the airport, Ilmar Vesk was met by Prime Minister of Velmark Adela Korin.", "was_received", VESK, KORIN),
        # to host
        ("President Ilmar Vesk hosted Prime Minister Adela Korin for a working lunch.", "hosted", VESK, VESK),
        ("President Ilmar Vesk hosted talks with Prime Minister Adela Korin.", "hosted", VESK, VESK),
        ("President Ilmar Vesk had Prime Minister Adela Korin to lunch.", "hosted", VESK, VESK),
        ("President Ilmar Vesk gave a dinner in honour of King Osmund IV.", "hosted", VESK, VESK),
        ("Ilmar Vesk was hosted by Prime Minister Adela Korin in Sund.", "was_received", VESK, KORIN),
        # talks
        ("President Ilmar Vesk held talks with Prime Minister of Velmark Adela Korin.", "held_talks", VESK, None),
        ("Adela Korin held negotiations in Tarsk with President of Arvenia Ilmar Vesk.", "held_talks", KORIN, None),
        # speech
        ("Ilmar Vesk had a telephone conversation with Davor Selim.", "had_conversation", VESK, None),
        ("Ilmar Vesk held a phone call with President of Tholia Davor Selim.", "had_conversation", VESK, None),
        ("Ilmar Vesk spoke by telephone with President of Tholia Davor Selim.", "spoke_with", VESK, None),
        ("President Davor Selim spoke today with President Ilmar Vesk of Arvenia.", "spoke_with", SELIM, None),
        ("Ilmar Vesk spoke to President of Tholia Davor Selim by phone.", "spoke_with", VESK, None),
        # both together
        ("Ilmar Vesk and Prime Minister of Velmark Adela Korin discussed timber.", "joint", None, None),
        ("Ilmar Vesk and Adela Korin met in Sund.", "joint", None, None),
        ("The presidents of Arvenia and Tholia held talks in Merano Bay.", "joint", None, None),
        ("President Ilmar Vesk and President Davor Selim had a telephone conversation.", "joint", None, None),
        # nobody acts
        ("A telephone conversation took place between Ilmar Vesk and Davor Selim.", "other", None, None),
        ("Talks were held in Tarsk between Ilmar Vesk and Adela Korin.", "other", None, None),
        ("The meeting of Ilmar Vesk with Adela Korin took place at the Linden Palace.", "other", None, None),
        # somebody acts, but no encounter is the verb
        ("At the invitation of Adela Korin, Ilmar Vesk arrived in Sund.", "other", VESK, None),
        ("President Ilmar Vesk received a letter from King Osmund IV.", "other", VESK, None),
        ("President Ilmar Vesk received the credentials of Ambassador Runa Stolt.", "other", VESK, None),
        ("President Ilmar Vesk welcomed the decision of the Velmarkian Government.", "other", VESK, None),
        ("President Ilmar Vesk congratulated Adela Korin on her victory.", "other", VESK, None),
        ("President Ilmar Vesk held a news conference.", "other", VESK, None),
    ],
)
def test_pattern_subject_and_host(text: str, pattern: str, subject: str | None, host: str | None) -> None:
    """The pattern is that of the main verb, the host is who received, whatever the voice."""
    reception = account_of(text).reception
    found = (reception.pattern.value, name_of(reception.subject), name_of(reception.host))
    assert found == (pattern, subject, host)
