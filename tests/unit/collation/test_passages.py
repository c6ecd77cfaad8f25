"""The part of a text that concerns another account's event; the states and persons are fictional."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.pairing.judging import judge_pairing
from communique.collation.pairing.passages import find_passage, pair_accounts
from unit.collation.tellers import EVENING, JUNE, NEXT_DAY, VELMARK, tell

THEIRS = tell(
    "Prime Minister Adela Korin had a telephone conversation with President of Arvenia Ilmar Vesk on fisheries.",
    "Adela Korin had a telephone conversation with Ilmar Vesk",
    VELMARK,
)
BEFORE = "Dear citizens! It was a long day. The harvest is in, and I thank all who brought it home."
ON_THE_CALL = "Today I spoke with Prime Minister Adela Korin of Velmark. We discussed the ferry line."
AFTER = "I also met with the governors. The roads will be mended before the winter. Good night to all of you."
TITLE = "Evening address by President Ilmar Vesk"


def test_the_paragraph_on_the_call_is_found() -> None:
    """An address with one paragraph on the call gives that paragraph, to its end."""
    address = tell(f"{BEFORE}\n{ON_THE_CALL}\n{AFTER}", TITLE, issued=EVENING)
    span = find_passage(address, THEIRS)
    assert span is not None
    assert address.release.words(span) == ON_THE_CALL
    assert find_passage(THEIRS, address) is None


def test_one_item_of_a_digest_is_found() -> None:
    """A release on several talks gives the sentences on the one in question."""
    digest = tell(
        "The President held several telephone conversations in the evening.\n"
        "Ilmar Vesk spoke with President of Tholia Davor Selim. They discussed the grain harvest.\n"
        "Ilmar Vesk spoke with Prime Minister of Velmark Adela Korin. They discussed fisheries.",
        "Ilmar Vesk had several telephone conversations",
        issued=EVENING,
    )
    span = find_passage(digest, THEIRS)
    assert span is not None
    assert digest.release.words(span).startswith("Ilmar Vesk spoke with Prime Minister of Velmark")
    assert judge_pairing(digest, THEIRS).same


@pytest.mark.parametrize(
    ("paragraph", "issued"),
    [
        pytest.param("Prime Minister Adela Korin has often said that the sea is deep.", EVENING, id="no talk"),
        pytest.param("Tomorrow I will speak with Prime Minister Adela Korin of Velmark.", EVENING, id="to come"),
        pytest.param(ON_THE_CALL, NEXT_DAY + timedelta(days=1), id="another day"),
        pytest.param("Today I spoke with President Davor Selim of Tholia.", EVENING, id="another guest"),
        pytest.param("On June 2 I spoke with Prime Minister Adela Korin of Velmark.", EVENING, id="an earlier talk"),
        pytest.param("Davor Selim spoke today with Prime Minister Adela Korin.", EVENING, id="others spoke"),
    ],
)
def test_other_words_on_a_guest_are_no_account_of_the_call(paragraph: str, issued: datetime) -> None:
    """A talk of another day, with another guest, of others, or yet to come is not the event."""
    address = tell(f"{BEFORE}\n{paragraph}\n{AFTER}", TITLE, issued=issued)
    assert find_passage(address, THEIRS) is None
    assert not judge_pairing(address, THEIRS).same


def test_none_where_the_whole_text_concerns_it() -> None:
    """The record of the call is an account of it as a whole."""
    record = tell(
        "Ilmar Vesk spoke by phone today with Prime Minister of Velmark Adela Korin. They discussed the ferry line.",
        "Telephone conversation with Prime Minister of Velmark Adela Korin",
        issued=JUNE,
    )
    assert judge_pairing(record, THEIRS).same
    assert find_passage(record, THEIRS) is None


def test_the_record_of_other_talks_only_recalls_the_call() -> None:
    """A readout of talks with somebody else that mentions the call is no account of it."""
    readout = tell(
        "Ilmar Vesk met with President of Tholia Davor Selim in Tarsk. Ilmar Vesk told him that he spoke today with "
        "Prime Minister of Velmark Adela Korin about fisheries.",
        "Meeting with President of Tholia Davor Selim",
        issued=EVENING,
    )
    assert find_passage(readout, THEIRS) is None
    assert not judge_pairing(readout, THEIRS).same


def test_a_found_part_is_not_called_given() -> None:
    """Who gives no passage reads which sentence tells of the event; who gives one, that it names the guest."""
    address = tell(f"{BEFORE}\n{ON_THE_CALL}\n{AFTER}", TITLE, issued=EVENING)
    pairing, (limit, none) = pair_accounts(address, THEIRS)
    assert pairing.evidence[0].startswith("a part of one text tells of it: “Today I spoke")
    assert limit == find_passage(address, THEIRS)
    assert none is None
    given, limits = pair_accounts(address, THEIRS, passages=(limit, None))
    assert given.evidence[0].startswith("the part given of one text names")
    assert limits == (limit, None)


@pytest.mark.parametrize(
    "turn",
    [
        "Davor Selim is of another mind.",
        "I also spoke with President of Tholia Davor Selim.",
    ],
)
def test_the_part_ends_where_others_are_named(turn: str) -> None:
    """A sentence on a person who is none of the parties ends the part, though it stands in the same paragraph."""
    address = tell(f"{BEFORE}\n{ON_THE_CALL} {turn} Grain is dear.\n{AFTER}", TITLE, issued=EVENING)
    span = find_passage(address, THEIRS)
    assert span is not None
    assert address.release.words(span) == ON_THE_CALL


CONFERENCE = (
    "Ilmar Vesk: Good evening. Norway and Arvenia have signed nine papers today, and ships will sail in the spring. "
    "The ports have been made wider, the piers longer, and the lamps brighter, as both of us had wished for so long.\n"
    "Marta Holm: Will Norway buy our fish? And you spoke today with Prime Minister Adela Korin of Velmark. What came "
    "of it?\n"
    "Ilmar Vesk: First, on fish. Norway has always bought our fish. We hope that Norway will buy more of it still.\n"
    "As to the conversation with Adela Korin, it was long and it was open. We spoke of the ferry line, which has been "
    "shut for a year and should not be, for both shores need it. It will open again before the winter.\n"
    "Question: And what of the harvest? Will the barley do, and who will buy it, now that the rain has come so late?\n"
    "Ilmar Vesk: The barley will do."
)


def test_the_answer_is_the_part_where_a_question_tells() -> None:
    """Of a question on the event the late answer is taken, without what is said to others and without the next one."""
    conference = tell(CONFERENCE, "Joint news conference with Prime Minister of Norway Jonas Lund", issued=EVENING)
    span = find_passage(conference, THEIRS)
    assert span is not None
    words = conference.release.words(span)
    assert words.startswith("As to the conversation with Adela Korin")
    assert words.endswith("before the winter.")


@given(before=st.integers(0, 6), after=st.integers(0, 6))
def test_the_passage_always_holds_the_sentence_that_tells(before: int, after: int) -> None:
    """However much stands around it, the passage begins with the sentence on the call and lies within the text."""
    text = "\n".join([*[BEFORE] * before, ON_THE_CALL, *[AFTER] * after])
    address = tell(text, TITLE, issued=EVENING)
    span = find_passage(address, THEIRS)
    if span is not None:
        assert address.release.words(span).startswith("Today I spoke with Prime Minister Adela Korin")
    assert span is not None or before + after == 0 or len(ON_THE_CALL) >= 0.6 * len(text)
