"""Words on encounters to come: announcements, invitations, and what only looks like them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Kind, Span
from communique.precedent.foreseen import find_window
from communique.precedent.notice_words import invites, looks_ahead
from communique.precedent.notices import find_foreseen, find_notices, is_announcement
from unit.fictional import account_of

MET = "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace. "
ISSUED = date(2021, 6, 16)


@pytest.mark.parametrize(
    ("sentence", "kind", "invitation", "traveller"),
    [
        ("They discussed Adela Korin’s upcoming visit to Arvenia.", Kind.VISIT, False, "XV"),
        ("Ilmar Vesk will visit Velmark on July 3.", Kind.VISIT, False, "XA"),
        ("Ilmar Vesk will meet with Adela Korin next week.", Kind.MEETING, False, ""),
        ("Ilmar Vesk invited Adela Korin to visit Arvenia.", Kind.VISIT, True, "XV"),
        ("Adela Korin invited Ilmar Vesk to visit Velmark next year.", Kind.VISIT, True, "XA"),
    ],
)
def test_a_sentence_on_an_encounter_to_come(sentence: str, kind: Kind, invitation: bool, traveller: str) -> None:  # noqa: FBT001 - a table's column
    """Visits, meetings and invitations are notices, with the other side and who is to travel."""
    (notice,) = find_notices(account_of(MET + sentence, "Meeting with Adela Korin"))
    assert (notice.kind, notice.invitation, notice.traveller) == (kind, invitation, traveller)
    assert (notice.counterpart, notice.day, notice.words) == ("XV", ISSUED, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Adela Korin thanked Ilmar Vesk for the invitation to visit Arvenia.",
        "Adela Korin arrived in Tarsk at the invitation of Ilmar Vesk.",
        "Ilmar Vesk said that the harvest will be good.",
        "Ilmar Vesk told Adela Korin about the upcoming elections.",
        "Ilmar Vesk visited Velmark last year.",
        "Velmarkian farmers will visit Arvenia next week.",
        "Adela Korin: Your visit to Velmark will be long remembered.",
        "Question: Will you visit Velmark?",
    ],
)
def test_what_only_looks_like_a_notice(sentence: str) -> None:
    """Thanks for an invitation, grounds of a visit, talk of other things and of others are none."""
    assert find_notices(account_of(MET + sentence, "Meeting with Adela Korin")) == ()


def test_one_encounter_is_foreseen_once() -> None:
    """Of several sentences on one encounter the one with its day is kept."""
    text = "Ilmar Vesk will visit Velmark. On July 3, Ilmar Vesk will make an official visit to Velmark."
    (item,) = find_foreseen(account_of(text, "Ilmar Vesk will visit Velmark"))
    assert (item.notice.earliest, item.notice.latest, item.notice.dated) == (date(2021, 7, 1), date(2021, 7, 5), True)


def test_the_ground_of_an_announced_visit_is_no_second_notice() -> None:
    """A visit announced at an invitation is announced, not invited to."""
    text = "On July 3, Adela Korin will visit Arvenia at the invitation of Ilmar Vesk."
    assert [notice.invitation for notice in find_notices(account_of(text, "Adela Korin will visit Arvenia"))] == [False]


def test_persons_are_named_with_their_sides() -> None:
    """Who is to meet follows from the sentence, and for a side it does not name from the event."""
    (notice,) = find_notices(account_of(MET + "Ilmar Vesk invited Adela Korin to visit Arvenia.", "Meeting"))
    assert {person.partition("/")[0] for person in notice.persons} == {"XA", "XV"}


def test_without_a_day_of_publication_there_is_no_notice() -> None:
    """Nothing can be dated from a release without a day."""
    assert find_notices(account_of(MET + "Ilmar Vesk will visit Velmark on July 3.", issued=None)) == ()


@pytest.mark.parametrize(
    ("text", "title", "announced"),
    [
        (MET, "Meeting with Adela Korin", False),
        ("On July 3, Ilmar Vesk will meet with Adela Korin.", "On July 3, Ilmar Vesk will meet Adela Korin", True),
        ("Ilmar Vesk will travel to Velmark to meet Adela Korin.", "Statement on the President’s travel", True),
        (MET + "Ilmar Vesk will visit Velmark.", "Meeting with Adela Korin", False),
        ("Ilmar Vesk will hold talks with Adela Korin in Sund.", "Ilmar Vesk arrived in Sund", False),
    ],
)
def test_announcements_are_told_from_records(text: str, title: str, announced: bool) -> None:  # noqa: FBT001 - a table's column
    """A later day, the headline or the opening sentence makes an announcement."""
    assert is_announcement(account_of(text, title, issued=datetime(2021, 6, 16, 18, 0))) is announced  # noqa: DTZ001


@pytest.mark.parametrize(
    ("words", "language", "window"),
    [
        ("will come on June 20", "en", (date(2021, 6, 18), date(2021, 6, 22))),
        ("will come tomorrow", "en", (date(2021, 6, 16), date(2021, 6, 19))),
        ("will come next week", "en", (date(2021, 6, 16), date(2021, 6, 29))),
        ("will come in September", "en", (date(2021, 9, 1), date(2021, 9, 30))),
        ("will come in May", "en", (date(2022, 5, 1), date(2022, 5, 31))),
        ("early next year", "en", (date(2022, 1, 1), date(2022, 4, 30))),
        ("Next year he will come", "en", (date(2022, 1, 1), date(2022, 12, 31))),
        ("this autumn", "en", (date(2021, 9, 1), date(2021, 11, 30))),
        ("next winter", "en", (date(2021, 12, 1), date(2022, 2, 28))),
        ("a visit in 2023", "en", (date(2023, 1, 1), date(2023, 12, 31))),
        ("his visit in 2019", "en", None),
        ("on June 10", "en", None),
        ("soon", "en", None),
        ("20 июня прибудет", "ru", (date(2021, 6, 18), date(2021, 6, 22))),
        ("в сентябре", "ru", (date(2021, 9, 1), date(2021, 9, 30))),
        ("в следующем году", "ru", (date(2022, 1, 1), date(2022, 12, 31))),
        ("осенью", "ru", (date(2021, 9, 1), date(2021, 11, 30))),
        ("келесі жылы", "kk", None),
    ],
)
def test_when_an_encounter_is_foreseen(words: str, language: str, window: tuple[date, date] | None) -> None:
    """Days get two days around them, months, seasons and years are taken whole, and the past is passed over."""
    assert find_window(words, Span(0, len(words)), language, ISSUED) == window


@pytest.mark.parametrize(
    ("sentence", "spoken", "ahead"),
    [
        ("Они обсудили предстоящий визит.", False, True),
        ("Ваш визит будет полезным.", True, False),
        ("Они обсудили визит, если он возможен и состоится.", False, False),
        ("The two leaders agreed that the visit will take place.", False, True),
        ("The visit would be welcome.", False, False),
    ],
)
def test_words_that_look_ahead(sentence: str, spoken: bool, ahead: bool) -> None:  # noqa: FBT001 - a table's columns
    """What is certain to come looks ahead; what is under way or only possible does not."""
    assert looks_ahead(sentence, spoken=spoken) is ahead


@pytest.mark.parametrize(
    ("sentence", "spoken", "invited"),
    [
        ("Президент пригласил её посетить Тарск.", False, True),
        ("Спасибо за приглашение посетить Тарск.", True, False),
        ("She accepted the invitation to visit Tarsk.", False, True),
        ("You accepted our invitation to visit Tarsk.", True, False),
        ("I would like to ask you to invite her to the ceremony.", True, False),
        ("They spoke of the importance of inviting Arvenia to the summit.", False, False),
    ],
)
def test_words_that_invite(sentence: str, spoken: bool, invited: bool) -> None:  # noqa: FBT001 - a table's columns
    """An invitation given or taken now invites; one recalled or only asked for does not."""
    assert invites(sentence, spoken=spoken) is invited


@given(words=st.text(alphabet="abc МАЙмая 0123456789 ,.", max_size=60), language=st.sampled_from(["en", "ru"]))
def test_a_window_never_lies_in_the_past(words: str, language: str) -> None:
    """Whatever the words, the days foreseen begin on the day of issue at the earliest and end after it."""
    window = find_window(words, Span(0, len(words)), language, ISSUED) if words else None
    assert window is None or ISSUED <= window[0] <= window[1] > ISSUED
