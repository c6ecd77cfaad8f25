"""Who did what to whom: kind, giver, receiver, status, in narration and in speech."""

from __future__ import annotations

import pytest

from communique.model import Relation
from unit.fictional import ARVENIA, account_of

MET = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin. "


HOST, GUEST = "President of Arvenia Ilmar Vesk", "Prime Minister of Velmark Adela Korin"


def party(words: str | None) -> str | None:
    """Give the core of a party’s words: the person’s full name, the side’s name."""
    if words is None:
        return None
    for core in ("Vesk", "Korin", "Selim", "Osmund", "Brandt", "Arvenian side", "Velmarkian side"):
        if core in words:
            return core
    return words


def told(relation: Relation) -> tuple[str, str | None, str | None]:
    """Give kind, giver and receiver of a relation."""
    giver = relation.giver.person.label if relation.giver and relation.giver.person else None
    receiver = relation.receiver.person.label if relation.receiver and relation.receiver.person else None
    giver = giver or (relation.giver.words if relation.giver else None)
    receiver = receiver or (relation.receiver.words if relation.receiver else None)
    return relation.kind.value, party(giver), party(receiver)


def relations_of(text: str, kind: str, *, issuer: str = ARVENIA) -> list[Relation]:
    """Give the relations of one kind that a text states."""
    return [r for r in account_of(text, issuer=issuer).relations if r.kind.value == kind]


@pytest.mark.parametrize(
    ("text", "kind", "giver", "receiver"),
    [
        # receptions
        ("Ilmar Vesk received Prime Minister of Velmark Adela Korin.", "reception", "Vesk", "Korin"),
        ("Prime Minister of Velmark Adela Korin was received by Ilmar Vesk.", "reception", "Vesk", "Korin"),
        ("Ilmar Vesk was welcomed at the airport by Prime Minister Adela Korin.", "reception", "Korin", "Vesk"),
        ("The King of Velmark received President Ilmar Vesk at Harbour House.", "reception", "King of Velmark", "Vesk"),
        ("Adela Korin hosted President of Arvenia Ilmar Vesk in Sund.", "reception", "Korin", "Vesk"),
        ("Ilmar Vesk arrived in Sund, where he was received by Adela Korin.", "reception", "Korin", "Vesk"),
        ("Ilmar Vesk welcomed Adela Korin to the Linden Palace.", "reception", "Vesk", "Korin"),
        # contacts
        (MET, "contact", "Vesk", "Korin"),
        ("Ilmar Vesk spoke by telephone with Davor Selim.", "contact", "Vesk", "Selim"),
        ("Ilmar Vesk held talks with Prime Minister of Velmark Adela Korin.", "contact", "Vesk", "Korin"),
        ("Ilmar Vesk had a telephone conversation with Davor Selim.", "contact", "Vesk", "Selim"),
        ("Ilmar Vesk and Davor Selim met in Tarsk.", "contact", "Vesk", "Selim"),
        ("A telephone conversation took place between Ilmar Vesk and Davor Selim.", "contact", "Vesk", "Selim"),
        ("Ilmar Vesk briefed Davor Selim on the talks.", "contact", "Vesk", "Selim"),
        # visits
        ("Ilmar Vesk visited Velmark.", "visit", "Vesk", "Velmark"),
        ("Ilmar Vesk arrived in Velmark on an official visit.", "visit", "Vesk", "Velmark"),
        ("Adela Korin’s visit to Arvenia began with talks.", "visit", "Korin", "Arvenia"),
        ("Adela Korin paid a visit to Arvenia.", "visit", "Korin", "Arvenia"),
        # invitations
        (MET + "Ilmar Vesk invited Adela Korin to visit Tarsk.", "invitation", "Vesk", "Korin"),
        (MET + "Adela Korin was invited by Ilmar Vesk to Tarsk.", "invitation", "Vesk", "Korin"),
        (MET + "Mr Vesk extended an invitation to Ms Korin to visit Arvenia.", "invitation", "Vesk", "Korin"),
        ("At the invitation of Adela Korin, Ilmar Vesk arrived in Sund.", "invitation", "Korin", "Vesk"),
        # thanks
        (MET + "Ilmar Vesk thanked Adela Korin for the ferries.", "thanks", "Vesk", "Korin"),
        (MET + "Adela Korin was thanked by Ilmar Vesk for the ferries.", "thanks", "Vesk", "Korin"),
        (MET + "Ilmar Vesk expressed his gratitude to Adela Korin for the ferries.", "thanks", "Vesk", "Korin"),
        (
            MET + "Ms Korin expressed appreciation to the Arvenian side for the ferries.",
            "thanks",
            "Korin",
            "Arvenian side",
        ),
        (MET + "Ms Korin, in turn, thanked the President for his hospitality.", "thanks", "Korin", "Vesk"),
        (MET + "He thanked Ms Korin for the ferries.", "thanks", "Vesk", "Korin"),
        (MET + "She thanked Mr Vesk for his hospitality.", "thanks", "Korin", "Vesk"),
        (MET + "In turn, she thanked President Vesk.", "thanks", "Korin", "Vesk"),
        # congratulations
        (MET + "Ilmar Vesk congratulated Adela Korin on her victory.", "congratulation", "Vesk", "Korin"),
        ("Ilmar Vesk sent congratulations to Davor Selim on the national day.", "congratulation", "Vesk", "Selim"),
        ("Davor Selim was congratulated by Ilmar Vesk on his birthday.", "congratulation", "Vesk", "Selim"),
        ("Ilmar Vesk sent a message of congratulations to Davor Selim.", "congratulation", "Vesk", "Selim"),
        # condolences
        ("Ilmar Vesk expressed his condolences to Davor Selim.", "condolence", "Vesk", "Selim"),
        ("Ilmar Vesk sent his condolences to Davor Selim on the shipwreck.", "condolence", "Vesk", "Selim"),
        # praise
        (MET + "Ilmar Vesk praised Velmark’s efforts to clear the strait.", "praise", "Vesk", "Velmark"),
        (MET + "Ms Korin commended President Vesk for his patience.", "praise", "Korin", "Vesk"),
        # requests and assurances
        (MET + "Mr Vesk asked Ms Korin to open the strait.", "request", "Vesk", "Korin"),
        (MET + "The President urged Ms Korin to open the strait.", "request", "Vesk", "Korin"),
        (MET + "Ms Korin assured Mr Vesk that the strait will be opened.", "assurance", "Korin", "Vesk"),
        (MET + "Ms Korin promised Mr Vesk to open the strait.", "assurance", "Korin", "Vesk"),
        # apologies
        (MET + "Ms Korin apologised to Mr Vesk for the delay.", "apology", "Korin", "Vesk"),
        (MET + "Ms Korin offered her apologies to Mr Vesk.", "apology", "Korin", "Vesk"),
    ],
)
def test_direction(text: str, kind: str, giver: str, receiver: str) -> None:
    """Giver and receiver are told apart, in active, passive and nominal phrases."""
    account = account_of(text)
    assert (kind, giver, receiver) in [told(r) for r in account.relations]
    assert giver == receiver or (kind, receiver, giver) not in [told(r) for r in account.relations]


@pytest.mark.parametrize(
    ("text", "kind", "giver", "receiver"),
    [
        (f"{GUEST}: Mr President, I thank you for the ferries.", "thanks", "Korin", "Vesk"),
        (f"{HOST}: I congratulate you on your victory.", "congratulation", "Vesk", "Korin"),
        (f"{GUEST}: We invite you to Sund.", "invitation", "Korin", "Vesk"),
        (f"{HOST}: I would like to thank you for coming.", "thanks", "Vesk", "Korin"),
        (f"{HOST}: Let me thank the Velmarkian side for the ferries.", "thanks", "Vesk", "Velmarkian side"),
        (f"{HOST}: I want to convey our condolences to you.", "condolence", "Vesk", "Korin"),
    ],
)
def test_who_i_and_you_are(text: str, kind: str, giver: str, receiver: str) -> None:
    """In direct speech "I" is the speaker and "you" whom the speaker addresses."""
    found = relations_of(f"{MET}\n\n{HOST}: Welcome to Tarsk.\n\n{GUEST}: Good morning.\n\n{text}", kind)
    assert [told(r) for r in found] == [(kind, giver, receiver)]
    assert [r.spoken for r in found] == [True]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("Ilmar Vesk visited Velmark.", "visit", "actual"),
        ("Ilmar Vesk will visit Velmark.", "visit", "planned"),
        ("Last year Ilmar Vesk visited Velmark.", "visit", "past"),
        (MET + "Ilmar Vesk had visited Velmark before.", "visit", "past"),
        ("Ilmar Vesk could visit Velmark.", "visit", "hypothetical"),
        ("Ilmar Vesk did not visit Velmark.", "visit", "hypothetical"),
        ("Ilmar Vesk hopes to visit Velmark.", "visit", "hypothetical"),
        ("Ilmar Vesk will meet with Davor Selim.", "contact", "planned"),
        ("Ilmar Vesk did not thank Davor Selim.", "thanks", "hypothetical"),
        ("Ilmar Vesk will receive Adela Korin.", "reception", "planned"),
    ],
)
def test_status(text: str, kind: str, status: str) -> None:
    """What is reported, planned, recalled or only possible is told apart."""
    assert [r.status.value for r in relations_of(text, kind)][-1] == status


@pytest.mark.parametrize(
    "text",
    [
        "Ilmar Vesk met with Minister of Transport Oskar Rhyne.",
        "Ilmar Vesk thanked Minister of Transport Oskar Rhyne.",
        "Ilmar Vesk congratulated the foresters of the Northern Region.",
        "Ilmar Vesk received Minister of Transport Oskar Rhyne at the Linden Palace.",
        "Ilmar Vesk visited a timber mill.",
    ],
)
def test_domestic_dealings_are_no_relations(text: str) -> None:
    """What passes inside the issuer’s own side is its own affair: at most a courtesy, marked as not across sides."""
    assert [told(r) for r in account_of(text).relations if r.across] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (MET + "They welcomed the results of the summit.", "reception"),
        (MET + "The decision was welcomed by many.", "reception"),
        (MET + "Ms Korin received a letter from Mr Vesk.", "reception"),
        (MET + "The President called the talks useful.", "request"),
        (MET + "Ms Korin asked how the talks had gone.", "request"),
        (MET + "The treaty meets the needs of both sides.", "reception"),
    ],
)
def test_other_senses_of_the_same_words(text: str, kind: str) -> None:
    """A result welcomed, a letter received and a question asked are no dealings of that kind."""
    assert relations_of(text, kind) == []


def test_nobody_deals_with_himself() -> None:
    """A pronoun that would make giver and receiver one person makes no relation."""
    account = account_of(MET + "She thanked Mr Vesk for his hospitality, and he praised her efforts.")
    met, thanked = ((r.giver and r.giver.label, r.receiver and r.receiver.label) for r in account.relations)
    assert (met, thanked) == (("Ilmar Vesk", "Adela Korin"), ("Adela Korin", "Ilmar Vesk"))


@pytest.mark.xfail(strict=True, reason="“the latter” and “him” are not resolved across sentences")
def test_the_latter() -> None:
    """“The latter” of two is who was named last, “him” the other."""
    account = account_of(MET + "The latter thanked him for the ferries.")
    assert ("thanks", "Korin", "Vesk") in [told(r) for r in account.relations]


def test_what_is_mutual() -> None:
    """A contact has no direction, a reception has one."""
    assert [r.symmetrical for r in relations_of(MET, "contact")] == [True]
    assert [r.symmetrical for r in relations_of("Ilmar Vesk received Adela Korin.", "reception")] == [False]


def test_what_an_act_is_for() -> None:
    """The reason is marked with its exact words."""
    account = account_of(MET + "Ilmar Vesk thanked Adela Korin for the new ferries.")
    reasons = [account.release.words(r.reason) for r in account.relations if r.reason]
    assert any("new ferries" in reason for reason in reasons)


def test_the_headline_is_told_once() -> None:
    """What the headline says and the body repeats is one relation."""
    account = account_of(MET, "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin")
    assert len([r for r in account.relations if r.kind.value == "contact"]) == 1
