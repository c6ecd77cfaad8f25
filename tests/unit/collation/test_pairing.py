"""Whether two accounts tell of the same event; the states and persons are fictional."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.pairing.judging import judge, judge_pairing
from communique.collation.pairing.occasions import occasion_of
from communique.model import Account, Office, Person, Side, Span
from unit.collation.tellers import EVENING, JUNE, NEXT_DAY, NIGHT, VELMARK, tell

CALL = tell(
    "Ilmar Vesk spoke by phone today with Prime Minister of Velmark Adela Korin. They discussed the ferry line.",
    "Telephone conversation with Prime Minister of Velmark Adela Korin",
)
THEIR_CALL = tell(
    "Prime Minister Adela Korin had a telephone conversation with President of Arvenia Ilmar Vesk on fisheries.",
    "Adela Korin had a telephone conversation with Ilmar Vesk",
    VELMARK,
    EVENING,
)
NIGHT_CALL = tell(
    "Prime Minister Adela Korin spoke with President of Arvenia Ilmar Vesk. Trade was discussed.",
    "Adela Korin spoke with Ilmar Vesk",
    VELMARK,
    NIGHT,
)
LATER_CALL = tell(
    "Prime Minister Adela Korin had a telephone conversation with President of Arvenia Ilmar Vesk.",
    "Adela Korin had another telephone conversation with Ilmar Vesk",
    VELMARK,
    NEXT_DAY,
)
OTHER_GUEST = tell(
    "Prime Minister Adela Korin had a telephone conversation with President of Tholia Davor Selim.",
    "Adela Korin had a telephone conversation with Davor Selim",
    VELMARK,
)
VISIT = tell(
    "Prime Minister Adela Korin received President of Arvenia Ilmar Vesk at Harbour House in Sund.",
    "Adela Korin received Ilmar Vesk at Harbour House",
    VELMARK,
)
VIDEO = tell(
    "Ilmar Vesk and Prime Minister of Velmark Adela Korin held talks via videoconference.",
    "Meeting with Prime Minister of Velmark Adela Korin",
)
VIDEO_CALL = tell(
    "Prime Minister Adela Korin had a video call with President of Arvenia Ilmar Vesk on Wednesday.",
    "Video call of Adela Korin with Ilmar Vesk",
    VELMARK,
)
LETTER = tell(
    "Prime Minister Adela Korin sent birthday greetings to President of Arvenia Ilmar Vesk.",
    "Greetings to President of Arvenia Ilmar Vesk",
    VELMARK,
)
AHEAD = tell(
    "On June 16, Ilmar Vesk will speak by phone with Prime Minister of Velmark Adela Korin.",
    "Ilmar Vesk will have a telephone conversation with Adela Korin",
    issued=JUNE.replace(day=15),
)
TALKS_OF_THREE = tell(
    "Ilmar Vesk met with Prime Minister of Velmark Adela Korin and President of Tholia Davor Selim in Tarsk.",
    "Meeting with Adela Korin and Davor Selim",
)
TALKS_OF_TWO = tell(
    "Prime Minister Adela Korin met with President of Arvenia Ilmar Vesk in Tarsk. Later they will meet Davor Selim.",
    "Adela Korin met with Ilmar Vesk in Tarsk",
    VELMARK,
)
SUMMIT = tell(
    "President Ilmar Vesk today joined the leaders of the region at the Amber Coast Summit and spoke of ferries.",
    "Readout of President Vesk’s Participation in the Amber Coast Summit",
)
THEIR_SUMMIT = tell(
    "Prime Minister Adela Korin: Colleagues, I thank our hosts. Velmark has always wanted cleaner seas. " * 4,
    "Amber Coast Summit",
    VELMARK,
)
MARGINS = tell(
    "On the sidelines of the Amber Coast Summit Prime Minister Adela Korin met with President of Tholia Davor Selim.",
    "Adela Korin met with Davor Selim on the sidelines of the Amber Coast Summit",
    VELMARK,
)
JOINT = (
    "We, the leaders of Arvenia and Velmark, hold that the strait must stay open to the ships of all nations. We will "
    "keep our fleets apart, tell each other of every exercise a month ahead, and meet again before the winter."
)
JOINT_STATEMENT = tell(JOINT, "Joint Statement on the Strait")
THEIR_STATEMENT = tell(JOINT.replace("ahead, and", "ahead and"), "Joint statement on the strait", VELMARK, EVENING)
OTHER_STATEMENT = tell(JOINT.replace("Velmark", "Tholia"), "Joint Statement on the Strait", VELMARK)
JOINT_AGAIN = tell(JOINT.replace("ahead, and", "ahead and"), "Joint Statement on the Strait")
SECOND_CALL = tell(
    "Ilmar Vesk had another telephone conversation with Prime Minister of Velmark Adela Korin.",
    "Another telephone conversation with Prime Minister of Velmark Adela Korin",
    issued=EVENING,
)
RELIEF = (
    "Today the President ordered that relief be given to all who lost homes in the storm that began on {0} May, and "
    "that the cost of clearing roads be met in full for {1} days. Money was also set aside for schools, wells and "
    "bridges in the {2}, and for the boats of those who fish there. More may follow once all is counted."
)
AID = tell(RELIEF.format(12, 30, "Amber Isles"), "President Vesk Approves Amber Isles Storm Relief")
AID_ELSEWHERE = tell(
    RELIEF.format(12, 30, "Amber Isles").replace("boats", "nets and boats"),
    "President Vesk Approves Lower Amber Isles Storm Relief",
)
AID_AGAIN = tell(RELIEF.format(19, 45, "Amber Isles"), "President Vesk Approves Amber Isles Storm Relief")
RECORD = tell(
    "Ilmar Vesk met with Prime Minister of Norway Adela Korin at the Linden Palace. They spoke of ferries.",
    "Meeting with Prime Minister of Norway Adela Korin",
    issued=EVENING,
)
AFTERWARDS = tell(
    "Ilmar Vesk: We have had good talks today. Adela Korin: I thank you, and so does all of Norway.",
    "Press statements following meeting with Prime Minister of Norway Adela Korin",
    issued=EVENING,
)
EXPERTS = (
    "Experts of {0} and {1} met in Merano Bay. {0} and {1} agreed to keep mines away from the ports, to let grain "
    "ships pass, and to set up a line of contact for the crews. {0} thanked the hosts for their patience and their tea."
)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param(CALL, THEIR_CALL, True, id="both sides on one call"),
        pytest.param(CALL, NIGHT_CALL, True, id="published after midnight"),
        pytest.param(CALL, LATER_CALL, False, id="the same persons a day later"),
        pytest.param(CALL, OTHER_GUEST, False, id="the same day, another counterpart"),
        pytest.param(CALL, VISIT, False, id="a telephone and a visit"),
        pytest.param(VIDEO, VIDEO_CALL, True, id="a video call that one calls a meeting"),
        pytest.param(CALL, LETTER, False, id="a letter is no call"),
        pytest.param(AHEAD, THEIR_CALL, False, id="an announcement is no account"),
        pytest.param(TALKS_OF_THREE, TALKS_OF_TWO, False, id="talks of three and of two of them"),
        pytest.param(SUMMIT, THEIR_SUMMIT, True, id="a readout and a speech at one summit"),
        pytest.param(SUMMIT, MARGINS, False, id="a meeting on the margins is not the summit"),
        pytest.param(JOINT_STATEMENT, THEIR_STATEMENT, True, id="one joint text issued twice"),
        pytest.param(JOINT_STATEMENT, CALL, False, id="two releases of one issuer on one day"),
        pytest.param(CALL, SECOND_CALL, False, id="another call of one issuer with the same guest"),
        pytest.param(AID, AID_ELSEWHERE, False, id="one template, a name in one headline only"),
        pytest.param(AID, AID_AGAIN, False, id="one template, one headline, other numbers"),
        pytest.param(JOINT_STATEMENT, JOINT_AGAIN, True, id="one text at two addresses of one issuer"),
        pytest.param(RECORD, AFTERWARDS, False, id="a press statement after the talks"),
    ],
)
def test_pairs_are_told_from_look_alikes(first: Account, second: Account, *, same: bool) -> None:
    """The same event is known by participants, kind and time; whatever parts two events is said."""
    pairing = judge_pairing(first, second)
    assert pairing.same is same, pairing
    assert pairing.evidence if same else pairing.against


def test_the_clauses_name_persons_and_days() -> None:
    """The evidence says in words who takes part in both and of what day both are."""
    pairing = judge_pairing(CALL, THEIR_CALL)
    assert "both are of 16 June 2021" in pairing.evidence
    assert any("Ilmar Vesk" in clause and "Adela Korin" in clause for clause in pairing.evidence)


def test_one_template_for_talks_with_two_states_makes_two_events() -> None:
    """Texts that are alike but for the name of a state tell of two events."""
    ours = tell(EXPERTS.format("Finland", "Norway"), "Outcome of the Meeting of Experts of Finland and Norway")
    theirs = tell(EXPERTS.format("Finland", "Estonia"), "Outcome of the Meeting of Experts of Finland and Estonia")
    pairing = judge_pairing(ours, theirs)
    assert not pairing.same
    assert any("Estonia" in clause and "Norway" in clause for clause in pairing.against)


def test_a_small_edit_leaves_the_page_the_same() -> None:
    """Two captures of one page that differ in one word are of the same event."""
    edited = tell(JOINT.replace("exercise", "excercise"), "Joint Statement on the Strait")
    here = replace(edited, release=replace(edited.release, address=JOINT_STATEMENT.release.address))
    assert judge_pairing(JOINT_STATEMENT, here).same
    assert judge_pairing(JOINT_STATEMENT, edited).same


def test_the_hint_for_two_statements_of_one_side_is_given() -> None:
    """Two releases of one office are told to be that, with the option for statements of one side on one day."""
    assert judge_pairing(CALL, SECOND_CALL).against[-1].endswith("for two statements of one side use --same-side")
    later = tell("Ilmar Vesk met today with Adela Korin.", "Ilmar Vesk met with Adela Korin", issued=NEXT_DAY)
    assert judge_pairing(CALL, later).against[-1] == "two releases of one office"


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        pytest.param("https://a.example/en/news/67321", "https://a.example/ru/news/67321", True, id="a number"),
        pytest.param("https://a.example/en/x-67321", "https://a.example/ru/y-67321", True, id="a number at the end"),
        pytest.param("https://a.example/?id=812&l=en", "https://a.example/?id=812&l=ru", True, id="in the query"),
        pytest.param("https://a.example/en/202202/energy", "https://a.example/ru/202202/kultura", False, id="a month"),
        pytest.param("https://a.example/en/news/2022", "https://a.example/ru/news/2022", False, id="a year"),
        pytest.param("https://a.example/67321/en", "https://a.example/67321/ru", False, id="not the last part"),
    ],
)
def test_editions_are_known_by_the_number_of_their_page(first: str, second: str, *, same: bool) -> None:
    """Two texts of one issuer in two languages with one page number are surely editions; a month is no number."""
    here = replace(CALL, release=replace(CALL.release, address=first))
    there = replace(SUMMIT, release=replace(SUMMIT.release, address=second, language="ru"))
    pairing = judge_pairing(here, there)
    assert (pairing.same and pairing.sure) is same


def test_each_side_is_told_whom_it_has() -> None:
    """Where each account has somebody whom the other has not, the clause says which has whom, in any order."""
    theirs = tell(
        "Prime Minister Adela Korin had a telephone conversation with President of Tholia Davor Selim.",
        "Adela Korin had a telephone conversation with Davor Selim",
        VELMARK,
    )
    against = judge_pairing(CALL, theirs).against
    assert against == judge_pairing(theirs, CALL).against
    assert any("has Ilmar Vesk, the other" in clause and "Davor Selim, among" in clause for clause in against)


def test_the_opening_and_the_record_are_parts_of_one_occasion() -> None:
    """Headlines that are the same but for a word for a part of the occasion are of one."""
    remarks = tell(
        "Ilmar Vesk: Madam Prime Minister, welcome to Arvenia. Adela Korin: Thank you for having us here.",
        "Opening remarks at meeting with Prime Minister of Norway Adela Korin",
    )
    pairing = judge_pairing(remarks, RECORD)
    assert pairing.same
    assert any("one occasion" in clause for clause in pairing.evidence)


ADDRESS = tell(
    "Dear citizens! It was a long day. The harvest is in, and I thank all who brought it home.\n"
    "Today I spoke with Prime Minister Adela Korin of Velmark. We discussed the ferry line.\n"
    "I thanked her for the ships. I also met with the governors. The roads will be mended before the winter.",
    "Evening address by President Ilmar Vesk",
    issued=EVENING,
)


def test_an_address_with_a_paragraph_on_the_call_is_an_account_of_it() -> None:
    """A part of a text is enough, and the evidence quotes it."""
    pairing = judge_pairing(ADDRESS, THEIR_CALL)
    assert pairing.same
    assert any("Today I spoke with" in clause for clause in pairing.evidence)


def test_a_given_passage_counts_where_it_names_the_guest() -> None:
    """A part that a user gives is taken; one in which nothing bears it out is not."""
    text = "Dear citizens! It was a long day.\nAdela Korin and Velmark stand by us, she said over the line this noon."
    address = tell(text, "Address by President Ilmar Vesk", issued=EVENING)
    start = text.index("Adela")
    assert judge_pairing(address, THEIR_CALL, passages=(Span(start, len(text)), None)).same
    assert not judge_pairing(address, THEIR_CALL, passages=(Span(0, start - 1), None)).same


def test_an_office_without_a_name_stands_for_its_side() -> None:
    """A text that has its own principal by office alone pairs with one that names him or her."""
    office = Person(name=None, office=Office(title="Prime Minister"), side=Side(code="XV", name="Velmark"))
    guest = next(person for person in THEIR_CALL.event.principals if person.side and person.side.code == "XA")
    plain = replace(THEIR_CALL, event=replace(THEIR_CALL.event, principals=(office, guest)))
    assert judge_pairing(CALL, plain).same
    stranger = replace(office, name="Marta Holm", office=None)
    other = replace(THEIR_CALL, event=replace(THEIR_CALL.event, principals=(stranger, guest)))
    assert not judge_pairing(CALL, other).same


TEXTS = (CALL, THEIR_CALL, LATER_CALL, OTHER_GUEST, VISIT, LETTER, AHEAD, SUMMIT, JOINT_STATEMENT, ADDRESS)
accounts = st.sampled_from(TEXTS)


@given(first=accounts, second=accounts)
def test_the_order_of_two_occasions_makes_no_difference(first: Account, second: Account) -> None:
    """Both orders give the same judgement and the same clauses."""
    one, other = occasion_of(first), occasion_of(second)
    assert judge(one, other) == judge(other, one)
    assert judge_pairing(first, second).same is judge_pairing(second, first).same


@given(account=accounts)
def test_every_text_pairs_with_itself(account: Account) -> None:
    """A text is of the same event as itself, also where another address has it."""
    elsewhere = replace(account, release=replace(account.release, address="https://elsewhere.example/1"))
    assert judge_pairing(account, account).same
    assert judge_pairing(account, elsewhere).same


@pytest.mark.parametrize(
    ("theirs", "doubt"), [(THEIR_CALL, "one of them is not dated"), (None, "neither is dated")], ids=["one", "both"]
)
def test_texts_without_days_are_judged_by_who_takes_part(theirs: Account | None, doubt: str) -> None:
    """Where nothing dates a text, participants and kind decide, but not surely, and the doubt is no evidence."""
    undated = tell(CALL.release.text.replace(" today", ""), CALL.release.title, issued=None)
    other = theirs or tell(THEIR_CALL.release.text, THEIR_CALL.release.title, VELMARK, None)
    pairing = judge_pairing(undated, other)
    assert pairing.same
    assert not pairing.sure
    assert doubt in pairing.against
    assert doubt not in pairing.evidence


def test_a_missing_day_is_no_ground_for_two_events() -> None:
    """Where the parties part two texts, nothing is said of the day that one does not have."""
    undated = tell(CALL.release.text.replace(" today", ""), CALL.release.title, issued=None)
    pairing = judge_pairing(undated, OTHER_GUEST)
    assert not pairing.same
    assert not any("dated" in clause for clause in (*pairing.evidence, *pairing.against))


def test_one_text_is_surely_the_same_without_a_day() -> None:
    """The same words need no day to be known as the same."""
    undated = tell(JOINT, "Joint Statement on the Strait", issued=None)
    assert judge_pairing(undated, THEIR_STATEMENT).sure


def test_a_text_without_issuer_may_name_its_own_side_late() -> None:
    """A principal who stands only in the body of a text that nobody is known to have issued is no ground against it."""
    bare = tell(
        "The conversation was on the ferry line. The winter came up too. Ilmar Vesk was for more boats.",
        "Telephone conversation with Prime Minister of Velmark Adela Korin",
        "",
        None,
    )
    guest = next(person for person in CALL.event.principals if person.name == "Adela Korin")
    alone = replace(bare, event=replace(bare.event, principals=(guest,)))
    assert judge_pairing(alone, THEIR_CALL).same
    stranger = replace(alone, release=replace(alone.release, text="The conversation was on the ferry line."))
    assert not judge_pairing(replace(stranger, mentions=()), THEIR_CALL).same


@pytest.mark.parametrize("host", ["President Ilmar Vesk", "the Chamber of Shipping"])
def test_a_visit_pairs_with_the_talks_of_the_host_whom_it_names(host: str) -> None:
    """A visit that has the visitor alone as principal has its host in the words on the invitation, or not at all."""
    visit = tell(
        f"Prime Minister Adela Korin today made a working visit to Arvenia at the invitation of {host}.",
        "Working visit to Arvenia",
        VELMARK,
        EVENING,
    )
    talks = tell(
        "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace.",
        "Meeting with Prime Minister of Velmark Adela Korin",
    )
    visitor = next(person for person in talks.event.principals if person.name == "Adela Korin")
    alone = replace(visit, event=replace(visit.event, principals=(visitor,), others=()))
    assert judge_pairing(alone, talks).same is ("Vesk" in host)
