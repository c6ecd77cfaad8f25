"""Which releases belong to an episode: roles and reasons, and what is kept apart."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.gathering import Proposal, propose
from communique.dossiers.gathering_reasons import days_apart, days_before
from communique.model import Account, Role
from unit.dossiers.episode import FIRST, LAST, SIDES, episode, told
from unit.fictional import VELMARK, tables

TALKS = "the meeting of 17 Jun 2021"


def proposed(*more: Account, around: timedelta = timedelta(days=3)) -> tuple[Proposal, ...]:
    """Propose from the releases of the episode, and some more."""
    return propose((*episode(), *more), sides=SIDES, first=FIRST, last=LAST, around=around, tables=tables())


def role_of(name: str, found: tuple[Proposal, ...]) -> Role | None:
    """Give the role in which a release is proposed, None where it is not."""
    return next((item.filing.role for item in found if item.filing.source == name), None)


@pytest.mark.parametrize(
    ("name", "role", "reason"),
    [
        ("xa:call", Role.EVENT, "call of Ilmar Vesk with Adela Korin, 14 Jun 2021"),
        ("xa:talks", Role.EVENT, "meeting of Ilmar Vesk with Adela Korin, 17 Jun 2021"),
        ("xv:talks", Role.EVENT, "meeting of Adela Korin with Ilmar Vesk, 17 Jun 2021"),
        ("xa:announcement", Role.ANNOUNCEMENT, "announces, two days before, the meeting of 17 Jun 2021"),
        ("xa:press", Role.STATEMENT, "press statement, same day as the meeting of 17 Jun 2021"),
        (
            "xa:invitation",
            Role.INVITATION,
            f"invitation given 76 days before {TALKS}: “Ilmar Vesk invited Adela Korin to visit Arvenia in June.”",
        ),
        (
            "xa:council",
            Role.PARALLEL,
            f"President of Arvenia, the day before {TALKS}: Meeting with members of the Harvest Council",
        ),
    ],
)
def test_each_release_has_its_role_and_reason(name: str, role: Role, reason: str) -> None:
    """Who, how and when, the lead of what came before, and the distance of what stands beside."""
    (item,) = (item for item in proposed() if item.filing.source == name)
    assert (item.filing.role, item.filing.reason) == (role, reason)


@pytest.mark.parametrize("name", ["xa:forum", "xa:greetings", "xa:late"])
def test_what_does_not_belong_is_not_proposed(name: str) -> None:
    """An invitation to a forum, greetings to nobody abroad, and what is far off in time are left out."""
    assert role_of(name, proposed()) is None


def test_parallel_events_stand_last_and_the_rest_by_day() -> None:
    """The analyst reads the episode first, then what went on beside it."""
    found = proposed()
    apart = [item.filing.role is Role.PARALLEL for item in found]
    assert apart == sorted(apart)
    days = [item.account.release.issued for item in found if item.filing.role is not Role.PARALLEL]
    assert days == sorted(day for day in days if day is not None)


def test_fewer_days_around_leave_fewer_parallel_events() -> None:
    """Only the day itself is looked at where no days around it are asked for."""
    roles = {item.filing.source: item.filing.role for item in proposed(around=timedelta())}
    assert Role.PARALLEL not in roles.values()


@pytest.mark.parametrize(
    ("account", "role"),
    [
        (
            told(
                "xa:title",
                date(2021, 6, 18),
                "Arvenian-Velmarkian talks",
                "Talks were held at the Linden Palace. Ferry lines were discussed.",
            ),
            Role.EVENT,
        ),
        (
            told(
                "xa:condolences",
                date(2021, 6, 19),
                "Condolences to Prime Minister of Velmark Adela Korin",
                "Ilmar Vesk sent his condolences to Prime Minister of Velmark Adela Korin.",
            ),
            Role.EVENT,
        ),
        (
            told(
                "xa:summit",
                date(2021, 6, 18),
                "Sea League summit",
                "Ilmar Vesk took part in the Sea League summit together with Prime Minister of Velmark Adela Korin, "
                "President of Tholia Davor Selim and other leaders.",
            ),
            Role.PARALLEL,
        ),
        (
            told(
                "xa:conference",
                date(2021, 6, 18),
                "News conference following Arvenian-Velmarkian talks",
                "President of Arvenia Ilmar Vesk: Dear colleagues, we are content.",
            ),
            Role.STATEMENT,
        ),
        (
            told(
                "xa:others",
                date(2021, 6, 17),
                "Ilmar Vesk on the talks of Velmark and Tholia",
                "Ilmar Vesk spoke to reporters about the talks of Velmark and Tholia.",
            ),
            Role.PARALLEL,
        ),
    ],
)
def test_less_plain_releases(account: Account, role: Role) -> None:
    """Talks known by their headline and messages are events; a summit of many and talks of others are not."""
    assert role_of(account.release.name, proposed(account)) is role


THREE = "President of Arvenia Ilmar Vesk, Prime Minister of Velmark Adela Korin and President of Tholia Davor Selim"


@pytest.mark.parametrize(
    ("account", "role", "reason"),
    [
        (
            told(
                "xa:three",
                date(2021, 6, 18),
                "Meeting with Prime Minister of Velmark Adela Korin and President of Tholia Davor Selim",
                "Ilmar Vesk met with Prime Minister of Velmark Adela Korin and President of Tholia Davor Selim.",
            ),
            Role.EVENT,
            "trilateral meeting of Ilmar Vesk with Adela Korin and Davor Selim, 18 Jun 2021",
        ),
        (
            told(
                "xa:charter",
                date(2021, 6, 18),
                "The Sea Charter",
                "Today, the President of Arvenia and the Prime Minister of Velmark reaffirm their bond.",
            ),
            Role.EVENT,
            "contact of President of Arvenia with Prime Minister of Velmark, 18 Jun 2021",
        ),
    ],
)
def test_three_sides_and_joint_papers_are_contacts(account: Account, role: Role, reason: str) -> None:
    """A meeting of three, and a paper that both principals say, are of the episode, and the reason tells."""
    (item,) = (one for one in proposed(account) if one.filing.source == account.release.identifier)
    assert item.filing.role is role
    assert item.filing.reason.startswith(reason)


def test_words_to_the_press_after_a_meeting_of_three() -> None:
    """They are a statement on it, though a third side speaks too; without that meeting they are none."""
    title = "the presidents of Arvenia and Tholia and the Prime Minister of Velmark"
    meeting = told("xa:three", date(2021, 6, 18), f"Meeting of {title}", f"{THREE} met in Tarsk.")
    press = told(
        "xa:press-three",
        date(2021, 6, 18),
        f"News conference following a meeting of {title}",
        f"{THREE} held a joint news conference.\nPresident of Tholia Davor Selim: Friends, we are content.",
    )
    found = {item.filing.source: item.filing for item in proposed(meeting, press)}
    assert (found["xa:three"].role, found["xa:press-three"].role) == (Role.EVENT, Role.STATEMENT)
    assert found["xa:press-three"].reason == "press statement, same day as the trilateral meeting of 18 Jun 2021"
    assert found["xa:three"].reason.count("Vesk") <= 1


def test_an_announced_visit_without_a_record_says_so() -> None:
    """What was announced for a day of the span belongs, be its record at hand or not."""
    announced = told(
        "xv:announced",
        date(2021, 6, 12),
        "Prime Minister Adela Korin will visit Arvenia on June 19",
        "On June 19, Prime Minister Adela Korin will visit Arvenia.",
        issuer=VELMARK,
    )
    (item,) = propose([announced], sides=SIDES, first=FIRST, last=LAST, tables=tables())
    assert item.filing.role is Role.ANNOUNCEMENT
    assert item.filing.reason.startswith("announces, seven days before, the visit of 19 Jun 2021")
    assert item.filing.reason.endswith("no record of it found")


def test_other_sides_have_no_episode_here() -> None:
    """Between two sides that were in no contact nothing is proposed."""
    assert propose(episode(), sides=("XT", "XO"), first=FIRST, last=LAST, tables=tables()) == ()


@given(st.permutations(range(len(episode()))), st.integers(min_value=0, max_value=4))
def test_order_and_repetition_make_no_difference(order: list[int], again: int) -> None:
    """The same releases in any order, some of them twice, give the same proposals."""
    shuffled = [episode()[number] for number in order]
    found = propose([*shuffled, *shuffled[:again]], sides=SIDES, first=FIRST, last=LAST, tables=tables())
    assert found == proposed()


@given(st.integers(min_value=-400, max_value=400))
def test_distances_in_words_tell_the_direction(days: int) -> None:
    """What lies before is told as before, what lies after as after."""
    words = days_apart(days)
    assert words.endswith({-1: "before", 0: "same day", 1: "after"}[(days > 0) - (days < 0)])
    assert days_before(days) == (days_apart(-days) if days else "the same day")
