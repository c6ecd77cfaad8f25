"""The texts of one day on one contact grouped, and the strongest and weakest wording in them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.same_day import (
    WHO_DID_IT,
    WHO_KNEW,
    Question,
    SameDay,
    StatementKind,
    Wordings,
    about,
    find_wordings,
    group_same_day,
)
from communique.model import Account
from unit.dossiers.episode import episode, release_named, told
from unit.fictional import tables

DAY = date(2021, 6, 17)
TITLE = "Meeting with Prime Minister of Velmark Adela Korin"
MET = "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace. "


def grouped(*accounts: Account) -> SameDay:
    """Group some releases, which must be of one contact."""
    (day,) = group_same_day(accounts, tables=tables())
    return day


def the_day() -> SameDay:
    """Give the day of the talks."""
    return next(day for day in group_same_day(episode(), tables=tables()) if day.day == DAY)


def asked(question: Question, *sentences: str) -> Wordings:
    """Ask a record of a meeting with some sentences."""
    return find_wordings(grouped(told("xa:1", DAY, TITLE, MET + " ".join(sentences))), question, tables=tables())


def test_all_texts_of_a_contact_come_together() -> None:
    """Announcement, both records, the remarks within one of them and the press statement are one group."""
    parts = [(part.kind, part.release.name) for part in the_day().parts]
    assert parts == [
        (StatementKind.ANNOUNCEMENT, "xa:announcement"),
        (StatementKind.RECORD, "xa:talks"),
        (StatementKind.OPENING, "xa:talks"),
        (StatementKind.RECORD, "xv:talks"),
        (StatementKind.PRESS, "xa:press"),
    ]


def test_what_is_missing_is_told() -> None:
    """A cut is quoted with its release; a kind of text of which none was found is named."""
    assert the_day().missing == ("cut: “<…>” (xa:talks)", "no joint communiqué found", "no interview found")


def test_a_call_lacks_no_press_statement() -> None:
    """After a call none of the texts of talks is looked for."""
    assert grouped(release_named("xa:call")).missing == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Press statements following Arvenian-Velmarkian talks", StatementKind.PRESS),
        (
            "Remarks by President Vesk and Prime Minister Korin of Velmark in Joint Press Conference",
            StatementKind.PRESS,
        ),
        ("Joint Statement by Arvenia and Velmark", StatementKind.COMMUNIQUE),
        ("Interview on talks with Velmark", StatementKind.INTERVIEW),
        ("Opening remarks at talks with Prime Minister of Velmark Adela Korin", StatementKind.OPENING),
    ],
)
def test_headlines_tell_what_a_text_is(title: str, kind: StatementKind) -> None:
    """The kind stands in the headline; of two kinds named the more telling one counts."""
    account = told(
        "xa:title", DAY, title, "Ilmar Vesk spoke of ferry lines with Prime Minister of Velmark Adela Korin."
    )
    assert [part.kind for part in grouped(release_named("xa:talks"), account).parts][-1] is kind


def test_two_contacts_of_one_day_stay_apart() -> None:
    """A call in the morning and talks in the evening are two groups, as are talks with two states."""
    call = told(
        "xa:morning",
        DAY,
        "Telephone conversation with Prime Minister of Velmark Adela Korin",
        "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin.",
    )
    tholia = told(
        "xa:tholian",
        DAY,
        "Meeting with President of Tholia Davor Selim",
        "Ilmar Vesk met with President of Tholia Davor Selim at the Linden Palace.",
    )
    found = group_same_day((release_named("xa:talks"), call, tholia), tables=tables())
    assert sorted((day.kind.value, day.sides) for day in found) == [
        ("call", ("XA", "XV")),
        ("meeting", ("XA", "XT")),
        ("meeting", ("XA", "XV")),
    ]


def test_a_statement_after_midnight_belongs_to_the_day_before() -> None:
    """A news conference that ends on the next day is of the talks before it, and says that it was the day after."""
    late = told(
        "xa:late-night",
        date(2021, 6, 18),
        "News conference following Arvenian-Velmarkian talks",
        "President of Arvenia Ilmar Vesk: Dear colleagues, we are content.",
        hour=1,
    )
    assert [(part.release.name, part.label) for part in grouped(release_named("xv:talks"), late).parts] == [
        ("xv:talks", "record"),
        ("xa:late-night", "press statement, the day after"),
    ]


def test_weak_in_one_text_and_strong_in_another() -> None:
    """The opening words leave the doer open, the press statement of the same day does not; both are one man's."""
    found = find_wordings(the_day(), WHO_DID_IT, tables=tables())
    assert found.strongest is not None
    assert found.weakest is not None
    assert (found.strongest.release.name, found.weakest.release.name) == ("xa:press", "xa:talks")
    assert "some maritime groups" in found.weakest.words
    assert {str(found.strongest.speaker), str(found.weakest.speaker)} == {"Ilmar Vesk"}
    assert found.of_side("XV").passages == ()


def test_known_and_not_known_on_one_day() -> None:
    """Foreknowledge denied in one text and asserted in another stand at the two ends."""
    found = find_wordings(the_day(), WHO_KNEW, tables=tables())
    assert found.strongest is not None
    assert found.weakest is not None
    assert found.strongest.words == "We had been warned of the attack in advance."
    assert found.weakest.words == "Nothing could have predicted that night."


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("Certain forces attacked the port.", "Mercenaries attacked the port."),
        ("Mercenaries attacked the port.", "The attack was carried out by Ostrand."),
        ("Perhaps the attack was carried out by Ostrand.", "The attack was carried out by Ostrand."),
        ("The attack was the work of some armed gangs.", "Armed groups committed a barbaric attack."),
    ],
)
def test_a_doer_left_open_is_weaker_than_one_named(weaker: str, stronger: str) -> None:
    """From nobody in particular over a class of doers to one by name; a hedge weakens."""
    found = asked(WHO_DID_IT, weaker, stronger)
    assert [passage.words for passage in found.passages] == [stronger, weaker]
    assert found.weakest is not None


@pytest.mark.parametrize(
    "sentence",
    [
        "Some companies asked for ferry lines.",
        "We know that you have come for a lecture.",
        "We had predicted growth of four percent.",
        "The attack was long ago.",
        "Who was behind the attack?",
    ],
)
def test_what_does_not_speak_to_the_question(sentence: str) -> None:
    """No deed, no doer, everyday knowledge, forecasts and questions are no answers."""
    assert asked(WHO_DID_IT, sentence).passages == ()
    assert asked(WHO_KNEW, sentence).passages == ()


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Nobody knew of it in advance.", -2),
        ("The attack was unexpected.", -2),
        ("Our services knew of it beforehand.", 2),
        ("Apparently our services knew of it beforehand.", 1),
    ],
)
def test_foreknowledge_is_asserted_or_denied(sentence: str, strength: int) -> None:
    """A denial or surprise counts against knowledge, a hedge weakens it."""
    assert [passage.strength for passage in asked(WHO_KNEW, sentence).passages] == [strength]


def test_a_topic_is_ranked_by_words_of_force() -> None:
    """Any form of the word is found; wishes are weaker than plain words, these weaker than words of force."""
    sentences = (
        "Arvenia might support the ferry lines.",
        "Arvenia supports the ferry lines.",
        "Arvenia fully supports the ferry lines.",
    )
    assert [passage.words for passage in asked(about("support"), *sentences).passages] == list(reversed(sentences))


@given(st.permutations(range(len(episode()))))
def test_the_order_of_releases_makes_no_difference(order: list[int]) -> None:
    """Whatever order the releases come in, the groups are the same."""
    shuffled = [episode()[number] for number in order]
    assert group_same_day(shuffled, tables=tables()) == group_same_day(episode(), tables=tables())
