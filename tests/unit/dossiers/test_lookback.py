"""Since when an event was in the making: what counts as its invitation, announcement or mention, and what does not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.lookback import LookBack, find_look_back
from communique.dossiers.lookback_places import as_named, gatherings_in, local_sides
from communique.model import Account, Basis
from communique.precedent import Coverage
from unit.dossiers.episode import episode, release_named, told

TITLE = "Meeting with Prime Minister of Velmark Adela Korin"
MET = "Ilmar Vesk met with Prime Minister of Velmark Adela Korin at the Linden Palace. "
EVENT = date(2021, 6, 17)


def visit(text: str = "", day: date = EVENT) -> Account:
    """Make the record of a meeting in Tarsk."""
    return told("xa:event", day, TITLE, MET + text)


def called(text: str, day: date) -> Account:
    """Make the record of an earlier call."""
    opening = "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. "
    return told(f"xa:call-{day}", day, "Telephone conversation with Adela Korin", opening + text)


def look_back(name: str = "xa:talks") -> LookBack:
    """Look back from one release of the episode over all of it."""
    return find_look_back(release_named(name), episode())


def test_what_led_to_a_visit_is_told_apart() -> None:
    """Invitations, announcements and mentions in other records stand apart, each with its days of lead."""
    found = look_back()
    assert [(t.release.name, t.days) for t in found.invitations] == [("xa:invitation", 76)]
    assert [(t.release.name, t.days) for t in found.announcements] == [("xa:announcement", 2)]
    assert [(t.release.name, t.days) for t in found.mentions] == [("xa:call", 3)]
    assert [t.release.name for t in found.traces] == ["xa:invitation", "xa:call", "xa:announcement"]


def test_who_invited_whom_is_told_in_exact_words() -> None:
    """The earliest trace names who invited, whom, on what day, and marks the sentence."""
    trace = look_back().earliest
    assert trace is not None
    assert (trace.inviter and trace.inviter.label, trace.invited and trace.invited.label) == (
        "Ilmar Vesk",
        "Adela Korin",
    )
    assert (trace.day, trace.words) == (date(2021, 4, 2), "Ilmar Vesk invited Adela Korin to visit Arvenia in June.")


def test_thanks_for_the_invitation_are_recalled_with_the_inviter() -> None:
    """What the event's own record says of its origin is kept apart from what was said before."""
    (item,) = look_back().recalled
    assert (item.basis, item.who and item.who.label) == (Basis.INVITED, "Ilmar Vesk")
    assert "for the invitation" in item.words


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2021, 4, 1), None), (date(2021, 4, 2), "xa:invitation"), (date(2021, 6, 16), "xa:invitation")],
)
def test_what_was_arranged_by_a_day(day: date, name: str | None) -> None:
    """The earliest trace at a day or before it shows the visit in the making; before the first there is none."""
    trace = look_back().arranged_by(day)
    assert (trace.release.name if trace else None) == name


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Ilmar Vesk invited Adela Korin to visit Arvenia in June.", True),
        ("Ilmar Vesk invited Adela Korin to visit Arvenia.", True),
        ("Ilmar Vesk invited Adela Korin to visit Arvenia in October.", False),
        ("Ilmar Vesk invited Adela Korin to take part in the Tarsk Grain Forum.", False),
        ("Adela Korin invited Ilmar Vesk to visit Velmark.", False),
        ("They spoke of ferry lines.", False),
    ],
)
def test_an_invitation_must_fit(words: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    """One for another month, to a forum, or to the other country is none of this visit."""
    found = find_look_back(visit(), [called(words, date(2021, 4, 2))])
    assert bool(found.invitations) is fits


def test_an_invitation_to_a_forum_fits_the_forum() -> None:
    """Where the event's record speaks of the gathering, an invitation to it led there."""
    invited = called("Ilmar Vesk invited Adela Korin to take part in the Tarsk Grain Forum.", date(2021, 4, 2))
    assert find_look_back(visit("Both spoke at the Tarsk Grain Forum."), [invited]).invitations


def test_the_first_fitting_visit_takes_the_invitation() -> None:
    """An invitation without a date that an earlier visit followed did not lead to the next."""
    invited = called("Ilmar Vesk invited Adela Korin to visit Arvenia.", date(2021, 2, 2))
    between = told("xa:between", date(2021, 3, 3), TITLE, MET)
    assert find_look_back(visit(), [invited]).invitations
    assert not find_look_back(visit(), [invited, between]).invitations


def test_no_undated_invitation_leads_over_days_not_held() -> None:
    """Where days between are not held, another visit may lie there."""
    invited = called("Ilmar Vesk invited Adela Korin to visit Arvenia.", date(2021, 2, 2))
    gaps = Coverage(days=(date(2021, 2, 2), EVENT))
    assert not find_look_back(visit(), [invited], coverage=lambda _: gaps).invitations


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("to attend the Harvest Parade and the celebrations", {"parade", "celebration"}),
        ("to visit Tarsk", set()),
        ("to the summit of the Sea League", {"summit"}),
    ],
)
def test_gatherings_are_known_by_their_nouns(words: str, kinds: set[str]) -> None:
    """Nouns for gatherings are found in any number; a plain visit names none."""
    assert gatherings_in(words, "en") == kinds


@given(st.permutations(range(len(episode()))))
def test_the_order_of_releases_makes_no_difference(order: list[int]) -> None:
    """Whatever order the earlier releases come in, the same is found."""
    shuffled = [episode()[number] for number in order]
    assert find_look_back(release_named("xa:talks"), shuffled) == look_back()


def test_nothing_found_is_nothing_said() -> None:
    """Without earlier releases there is no trace, and the day of the event is kept."""
    found = find_look_back(visit(), ())
    assert (found.traces, found.earliest, found.begun) == ((), None, EVENT)


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Ilmar Vesk will meet with EU Commissioner Jorun Halle.", True),
        (
            "During his visit to Sund, Ilmar Vesk will meet with the leaders of the EU and the NATO Secretary General.",
            False,
        ),
    ],
)
def test_words_on_an_organisation_need_a_day_or_a_name(words: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    """Undated words on meetings at an organisation mean anybody there, not one later guest."""
    earlier = told("xa:earlier", date(2021, 6, 8), "Meeting with farmers", f"Ilmar Vesk met with farmers. {words}")
    guest = "EU Commissioner Jorun Halle"
    event = told("xa:guest", EVENT, f"Meeting with {guest}", f"Ilmar Vesk met with {guest}.")
    assert bool(find_look_back(event, [earlier]).mentions) is fits


@pytest.mark.parametrize(
    ("words", "fits"),
    [
        ("Ilmar Vesk invited Adela Korin to visit Arvenia.", True),
        ("Ilmar Vesk invited Velmarkian lawmakers to visit Arvenia in June.", False),
        ("A NSEC meeting will be held in Tarsk; Ilmar Vesk invited Adela Korin to visit Arvenia.", False),
    ],
)
def test_an_invitation_is_to_a_person_and_to_what_it_names(words: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    """One to a group, or to the meeting of a body that the record does not name, did not lead to this meeting."""
    assert bool(find_look_back(visit(), [called(words, date(2021, 4, 2))]).invitations) is fits


@pytest.mark.parametrize(
    ("where", "fits"),
    [
        ("in Tarsk", True),
        ("at the Linden Palace in Tarsk", True),
        ("in Sund", False),
        ("on the margins of a summit", False),
    ],
)
def test_an_undated_invitation_needs_the_place(where: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    """A meeting of which nobody tells that it was in the host's country may be another one."""
    event = told("xa:event", EVENT, TITLE, f"Ilmar Vesk met with Prime Minister of Velmark Adela Korin {where}.")
    invited = called("Ilmar Vesk invited Adela Korin to visit Arvenia.", date(2021, 4, 2))
    assert bool(find_look_back(event, [invited]).invitations) is fits


@pytest.mark.parametrize(("title", "fits"), [("Statement on the Visit of Adela Korin", False), (TITLE, True)])
def test_an_invitation_is_used_up_by_the_visit_of_its_day(title: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    """Words on a visit that begins may say that the guest was invited to it: they do not lead to the next one."""
    if fits:
        text = MET + "Ilmar Vesk invited Adela Korin to visit Arvenia."
    else:
        text = "Ilmar Vesk has invited Adela Korin to visit Arvenia. Ilmar Vesk will welcome Adela Korin in Tarsk."
    earlier = told("xa:earlier", date(2021, 4, 2), title, text)
    assert bool(find_look_back(visit(), [earlier]).invitations) is fits


def test_a_mayor_speaks_for_no_state() -> None:
    """Words on a meeting with the head of a town lead to no contact of two states."""
    guest = "Mayor of Sund in Velmark Edda Holm"
    event = told("xa:mayor", EVENT, f"Meeting with {guest}", f"Ilmar Vesk met with {guest}.")
    words = f"On June 17, Ilmar Vesk will meet with {guest}."
    announced = told("xa:earlier", date(2021, 6, 15), f"Ilmar Vesk will meet with {guest}", words)
    assert local_sides(event) == {"XV"}
    assert find_look_back(event, [announced]).traces == ()


def test_a_namesake_of_another_generation_is_somebody_else() -> None:
    """The headline's "Sr." goes before what the tables make of the name."""
    event = told("xa:elder", EVENT, "Meeting with Adela Korin Sr.", "Ilmar Vesk met with Adela Korin Sr. in Tarsk.")
    named = as_named(event).event.principals
    assert [person.identity for person in named if person.side and person.side.code == "XV"] in ([], [None])
