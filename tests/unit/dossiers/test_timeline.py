"""Timelines of an episode between fictional states: order, gaps, leads, who was first, what has no place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.dossiers.imprecise import Precision
from communique.dossiers.opened import Filed, OpenDossier
from communique.dossiers.timeline import draw_up_timeline
from communique.dossiers.timeline_nouns import Moment, Precedence, Timeline
from communique.model import Account, DateBasis, EventDate, Exhibit, ExhibitKind, Role, Span
from unit.dossiers.timeline_episode import (
    GRADE,
    SUND,
    TARSK,
    announcement,
    beside,
    dossier_of,
    episode,
    filed,
    invitation,
    statement,
    talks,
    talks_there,
)
from unit.fictional import account_of, tables


def drawn(opened: OpenDossier) -> Timeline:
    """Draw up a timeline with the fictional tables."""
    return draw_up_timeline(opened, tables=tables())


@cache
def whole() -> Timeline:
    """Draw up the whole episode."""
    return drawn(episode())


def named(timeline: Timeline, name: str) -> Moment:
    """Give the moment of a release or exhibit by its name."""
    return next(moment for moment in (*timeline.moments, *timeline.parallel) if moment.name == name)


def dated(account: Account, day: date) -> Account:
    """Have the text date its event by its first words."""
    told = EventDate(day=day, basis=DateBasis.TEXT, span=Span(0, 5))
    return replace(account, event=replace(account.event, date=told))


def test_moments_stand_in_order_and_are_numbered() -> None:
    """Announcement, talks and statement stand in order of their instants, an imprecise exhibit at its first day."""
    names = [(moment.number, moment.name) for moment in whole().moments]
    assert names == [(1, "xa:1"), (2, "report"), (3, "xa:2"), (4, "film"), (5, "xa:3"), (6, "xa:4"), (7, "xv:1")]


def test_what_a_moment_tells() -> None:
    """A release's moment has its time, parties, kind, role and office."""
    moment = named(whole(), "xa:3")
    assert (moment.when.edtf, moment.when.precision) == ("2021-06-16T18:00:00+03:00", Precision.TIME)
    assert moment.parties == ("Ilmar Vesk (XA)", "Adela Korin (XV)")
    assert (moment.kind, moment.role, moment.issuer, moment.weekday) == ("meeting", Role.EVENT, "xa-president", 2)
    assert [(day.country, day.weekend, day.known) for day in moment.days] == [
        ("XA", False, False),
        ("XV", False, False),
    ]


def test_an_event_has_the_lead_of_all_that_foretold_it() -> None:
    """Invitation and announcement are given with their days, the earliest first; the lead is from the first."""
    moment = named(whole(), "xa:3")
    assert [(item.name, item.days, item.invitation) for item in moment.foretold] == [
        ("xa:1", 57, True),
        ("xa:2", 2, False),
    ]
    assert moment.lead == 57
    assert named(whole(), "xa:4").lead is None


def test_an_invitation_stays_as_imprecise_as_its_words() -> None:
    """“In June” is June; a day that is announced is that day."""
    assert [str(when) for when in named(whole(), "xa:1").foresees] == ["2021-06"]
    assert [str(when) for when in named(whole(), "xa:2").foresees] == ["2021-06-16"]


def test_gaps_count_hours_days_and_working_days() -> None:
    """A gap is counted from the last moment whose day is known, over the imprecise one between."""
    gap = named(whole(), "xa:2").gap
    assert gap is not None
    assert (gap.since, gap.days) == (1, 55)
    assert [(item.country, item.days, item.known) for item in gap.working] == [("XA", 39, False), ("XV", 39, False)]
    after = named(whole(), "xv:1").gap
    assert after is not None
    assert after.hours == pytest.approx(2 + 10 / 60)


def test_weekends_and_holidays_are_those_of_each_side() -> None:
    """The sides of the dossier decide in which countries a day is looked up."""
    opened = dossier_of(filed(talks(datetime(2020, 3, 9, 12, 0, tzinfo=TARSK))))
    timeline = drawn(replace(opened, dossier=replace(opened.dossier, sides=("KZ", "US", "XA"))))
    assert [(day.country, day.is_free, day.known) for day in timeline.moments[0].days] == [
        ("KZ", True, True),
        ("US", False, True),
        ("XA", False, False),
    ]
    assert timeline.unknown == ("XA",)


def test_sides_are_those_of_the_contacts_where_the_dossier_names_none() -> None:
    """The parties of the events stand in for the sides."""
    opened = dossier_of(filed(talks()))
    assert drawn(replace(opened, dossier=replace(opened.dossier, sides=()))).sides == ("XA", "XV")


def test_parallel_events_stand_apart_and_only_near_ones() -> None:
    """Three days either side of an event; what lies further off is named with its distance, not dropped."""
    near = dossier_of(filed(talks()), *(filed(beside(day), Role.PARALLEL) for day in (12, 13, 19, 20)))
    timeline = drawn(near)
    assert [moment.when.first.day for moment in timeline.parallel] == [13, 19]
    assert [item.name for item in timeline.unplaced] == ["xa:p12-10", "xa:p20-10"]
    assert all("over 3 days" in item.reason for item in timeline.unplaced)


def test_what_has_no_place_is_listed_with_its_reason() -> None:
    """An exhibit without a day, one whose day cannot be read, and an unread release are not lost."""
    reasons = {item.name: item.reason for item in whole().unplaced}
    assert reasons["note"] == "the exhibit has no day"
    assert "the day before" in reasons["torn"]
    assert reasons["lost.html"] == "not read: no text found"


def test_an_undated_release_stands_at_the_end_with_a_reason() -> None:
    """Without a day of publication and in the text there is no place; with a day in the text there is one."""
    undated = drawn(dossier_of(filed(talks(None)), filed(dated(talks_there(None), date(2021, 6, 16)))))
    assert [item.reason for item in undated.unplaced] == ["no day of publication, and none in the text"]
    assert [(m.when.edtf, m.when.precision) for m in undated.moments] == [("2021-06-16", Precision.DAY)]
    assert "undated" in undated.moments[0].basis


def test_a_release_published_later_stands_at_the_day_of_its_event() -> None:
    """“Yesterday” moves the moment to that day, without a time, and says on which words."""
    late = dated(talks(datetime(2021, 6, 17, 11, 0, tzinfo=TARSK)), date(2021, 6, 16))
    (moment,) = drawn(dossier_of(filed(late))).moments
    assert (moment.when.edtf, moment.when.precision) == ("2021-06-16", Precision.DAY)
    assert moment.basis == "the day that the text gives: “Ilmar”"
    assert moment.published == late.release.issued


def test_what_is_filed_as_an_event_and_lies_ahead_is_of_its_publication() -> None:
    """A moment is never put on a day on which nothing had been published yet but a plan."""
    (moment,) = drawn(dossier_of(filed(announcement()))).moments
    assert moment.when.edtf == "2021-06-14T15:10:00+03:00"
    assert "to come" in moment.basis


ZONES = (
    ("both zones known", datetime(2021, 6, 16, 18, 0, tzinfo=TARSK), datetime(2021, 6, 16, 18, 30, tzinfo=SUND), 2.5),
    ("an earlier clock, a later hour", datetime(2021, 6, 16, 18, 0, tzinfo=TARSK),
     datetime(2021, 6, 16, 16, 30, tzinfo=SUND), 0.5),
    ("daylight saving in one", datetime(2021, 6, 16, 18, 0, tzinfo=TARSK),
     datetime(2021, 6, 16, 17, 30, tzinfo=timezone(timedelta(hours=2))), 0.5),
)  # fmt: skip


@pytest.mark.parametrize(("case", "ours", "theirs", "hours"), ZONES)
def test_who_is_first_to_publish_is_told_across_zones(
    case: str, ours: datetime, theirs: datetime, hours: float
) -> None:
    """Times are compared as instants, whatever their offsets."""
    (found,) = drawn(dossier_of(filed(talks_there(theirs)), filed(talks(ours)))).precedence
    assert (found.first, found.reason) == ("xa-president", ""), case
    assert found.hours == pytest.approx(hours), case


EVENING = datetime(2021, 6, 16, 18, 0, tzinfo=UTC)
UNSURE = (
    (EVENING.replace(tzinfo=None), EVENING.replace(hour=19, tzinfo=None), "a zone is not stated"),
    (EVENING.replace(hour=0, tzinfo=None), EVENING, "a time of publication is missing"),
    (EVENING, EVENING.astimezone(SUND), "the same time"),
)


@pytest.mark.parametrize(("ours", "theirs", "reason"), UNSURE)
def test_where_times_do_not_tell_nobody_is_first(ours: datetime, theirs: datetime, reason: str) -> None:
    """A missing zone, a missing time or the same time give no precedence, and a reason."""
    (found,) = drawn(dossier_of(filed(talks(ours)), filed(talks_there(theirs)))).precedence
    assert (found.first, found.hours) == ("", None)
    assert reason in found.reason


def test_one_issuer_alone_is_not_first() -> None:
    """Precedence needs two issuers."""
    assert drawn(dossier_of(filed(talks()), filed(statement(), Role.STATEMENT))).precedence == ()


def test_hours_between_times_of_which_one_has_no_zone_are_not_counted() -> None:
    """A gap then has days only; between times of one office as printed it has hours, marked as such."""
    naive = datetime(2021, 6, 17, 9, 0)  # noqa: DTZ001 - as printed, without a zone
    unlike = drawn(dossier_of(filed(talks()), filed(talks_there(naive))))
    gap = unlike.moments[1].gap
    assert gap is not None
    assert (gap.days, gap.hours) == (1, None)
    assert unlike.naive == 1
    alike = drawn(dossier_of(filed(talks(datetime(2021, 6, 16, 18, 0))), filed(_later(naive))))  # noqa: DTZ001 - likewise
    gap = alike.moments[1].gap
    assert gap is not None
    assert (gap.hours, gap.printed) == (15.0, True)


def _later(issued: datetime) -> Account:
    account = beside(17)
    return replace(account, release=replace(account.release, issued=issued))


def test_a_night_of_changing_clocks_has_its_true_hours() -> None:
    """Between two printed noons over the change to summer time lie 23 hours, as their offsets say."""
    before = talks(datetime(2021, 3, 27, 12, 0, tzinfo=timezone(timedelta(hours=1))))
    after = _later(datetime(2021, 3, 28, 12, 0, tzinfo=timezone(timedelta(hours=2))))
    gap = drawn(dossier_of(filed(before), filed(after))).moments[1].gap
    assert gap is not None
    assert (gap.days, gap.hours) == (1, 23.0)


def test_an_empty_dossier_has_an_empty_timeline() -> None:
    """Nothing is made up."""
    timeline = drawn(dossier_of())
    assert (timeline.moments, timeline.parallel, timeline.precedence) == ((), (), ())


def test_exhibits_carry_their_grade_and_an_open_end() -> None:
    """An exhibit with an open stretch of days stands at its beginning."""
    exhibit = Exhibit(code="e", kind=ExhibitKind.RULE, title="A rule in force", grade=GRADE, day="2021-05-01/..")
    (moment,) = drawn(dossier_of(exhibits=(exhibit,))).moments
    assert (str(moment.grade), moment.when.last, moment.gap, moment.days) == ("B2", None, None, ())


@cache
def _all() -> tuple[Filed, ...]:
    return episode().filed


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(8)), st.permutations(range(4)))
def test_the_timeline_does_not_depend_on_the_order_of_filing(places: list[int], others: list[int]) -> None:
    """However a dossier lists its releases and exhibits, the timeline is the same."""
    opened = episode()
    shuffled = replace(
        opened,
        filed=tuple(_all()[place] for place in places),
        dossier=replace(opened.dossier, exhibits=tuple(opened.dossier.exhibits[place] for place in others)),
    )
    assert drawn(shuffled) == whole()


@given(st.lists(st.integers(0, 71), min_size=2, max_size=6))
@settings(max_examples=25, deadline=None)
def test_moments_never_go_back_in_time(hours: list[int]) -> None:
    """Whatever the zones, each moment is no earlier than the last."""
    start = datetime(2021, 6, 14, 0, 30, tzinfo=UTC)
    zones = (UTC, TARSK, SUND, timezone(timedelta(hours=-5)))
    items = [
        replace(account := beside(14, name=f" {n}"), release=replace(account.release, issued=moved))
        for n, hour in enumerate(hours)
        for moved in [(start + timedelta(hours=hour)).astimezone(zones[n % 4])]
    ]
    places = [moment.when.place for moment in drawn(dossier_of(*map(filed, items))).moments]
    assert places == sorted(places)


def test_who_was_first_names_all_accounts_in_order() -> None:
    """The releases of one event stand in order of publication."""
    assert whole().precedence == (
        Precedence(
            keys=(named(whole(), "xa:3").key, named(whole(), "xv:1").key),
            names=("xa:3", "xv:1"),
            issuers=("xa-president", "xv-government"),
            first="xa-president",
            hours=2.5,
        ),
    )


def test_an_announcement_that_comes_after_the_event_is_no_lead() -> None:
    """Only what was published before an event foretold it."""
    late = replace(
        announcement(), release=replace(announcement().release, issued=datetime(2021, 6, 16, 9, 0, tzinfo=UTC))
    )
    assert drawn(dossier_of(filed(talks()), filed(late, Role.ANNOUNCEMENT))).moment(talks().release.key) is not None
    assert named(drawn(dossier_of(filed(talks()), filed(late, Role.ANNOUNCEMENT))), "xa:3").foretold == ()


def test_an_invitation_of_april_is_not_of_the_call_itself() -> None:
    """The call in which the visit is proposed is a moment of its own, with nothing that foretold it."""
    assert named(whole(), "xa:1").foretold == ()
    assert invitation().release.key == named(whole(), "xa:1").key


def test_a_press_statement_names_all_who_make_it() -> None:
    """Where two speak, both stand beside the statement, though its record may tell of the first alone."""
    account = account_of(
        "President of Arvenia Ilmar Vesk: We have agreed on the fishing zones.\n\n"
        "Prime Minister of Velmark Adela Korin: I thank the President for his welcome.\n",
        title="Press statements following Arvenian-Velmarkian talks",
        issued=datetime(2021, 6, 16, 18, 0, tzinfo=UTC),
    )
    timeline = drawn(dossier_of(filed(account, Role.STATEMENT)))
    assert [party.partition(" (")[0] for party in timeline.moments[0].parties] == ["Ilmar Vesk", "Adela Korin"]
