"""The words in which timelines speak of moments, days, gaps and leads; order only, never cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from communique.dossiers.imprecise import Precision, When
from communique.dossiers.public_days import CountryDay
from communique.dossiers.timeline_nouns import Foretelling, Gap, Moment, Precedence, Timeline
from communique.model import ExhibitKind, Kind, Role
from communique.precedent.coverage import day_words, month_words
from communique.reports.labels import KINDS, count_label, day_label, time_label

NO_CAUSE = "A timeline gives the order. Whether one thing led to another is not known."
NEARBY = "of the same offices, three days either side of an event; not of the episode"
HOURS_UP_TO = 7
"""Days up to which a gap is given in hours too."""

ROLES = {
    Role.EVENT: "event",
    Role.ANNOUNCEMENT: "announcement",
    Role.INVITATION: "invitation",
    Role.STATEMENT: "statement",
    Role.PARALLEL: "parallel event",
}

EXHIBITS = {
    ExhibitKind.FOOTAGE: "footage",
    ExhibitKind.PICTURE: "picture",
    ExhibitKind.PRESS: "press report",
    ExhibitKind.DOCUMENT: "document",
    ExhibitKind.RULE: "rule of protocol",
    ExhibitKind.COMMENT: "comment",
    ExhibitKind.OTHER: "other evidence",
}

_SEASONS = {1: "spring", 2: "summer", 3: "autumn", 4: "winter"}


def when_label(when: When) -> str:
    """
    Give a moment in words, no more exact than it is known.

    >>> from communique.dossiers.imprecise import parse_when
    >>> [when_label(parse_when(edtf)) for edtf in ("2022-02-10T17:45", "2022-02", "2022-02~", "2021-12-28/2022-03")]
    ['Thu 10 Feb 2022 17:45, zone not given', 'February 2022', 'about February 2022', '28 December 2021 to March 2022']
    """
    if when.clock is not None:
        return time_label(when.clock)
    about = "about " if when.approximate else ""
    if when.precision is Precision.DAY:
        return f"{about}{day_label(when.first)}"
    if when.precision is Precision.YEAR:
        return f"{about}{when.first.year}"
    if when.precision is Precision.MONTH:
        return f"{about}{month_words(when.first)}"
    if when.precision is Precision.SEASON:
        return f"{about}a season, {_stretch(when)}"
    return f"{about}{_stretch(when)}"


def _stretch(when: When) -> str:
    start, _, end = when.edtf.partition("/")
    last = _end(end or start, when.last) if when.last else "no known end"
    return f"{_end(start, when.first)} to {last}"


def _end(edtf: str, day: date) -> str:
    """Give one end of a stretch as exactly as it is written: a month where no day is named."""
    named = edtf.strip("~?%").count("-")
    return month_words(day) if named == 1 and not _is_season(edtf) else day_words(day)


def _is_season(edtf: str) -> bool:
    month = edtf.strip("~?%").partition("-")[2]
    return month.isdigit() and int(month) > 12  # noqa: PLR2004 - EDTF numbers seasons after the months


def kind_label(moment: Moment) -> str:
    """Say what a moment is: its role where that is not the event itself, and its kind."""
    if moment.exhibit is not None:
        return EXHIBITS[moment.exhibit]
    kind = KINDS[moment.kind] if moment.kind and moment.kind is not Kind.OTHER else ""
    if moment.role in {Role.EVENT, Role.PARALLEL, None}:
        return kind or "other text"
    role = ROLES[moment.role] if moment.role else ""
    if moment.role is Role.ANNOUNCEMENT:
        return f"announcement of a {kind}" if kind in _CONTACTS else role
    return f"{role} ({kind})" if kind and kind != role else role


_CONTACTS = frozenset(KINDS[kind] for kind in (Kind.CALL, Kind.MEETING, Kind.VISIT))


def free_lines(days: Iterable[CountryDay]) -> Iterator[str]:
    """
    Say what is free on a day, and where: weekends, then holidays by name.

    >>> monday = [CountryDay(country=c, weekend=False, holidays=("Harvest Day",), known=True) for c in ("XA", "XV")]
    >>> list(free_lines(monday))
    ['Harvest Day (XA, XV)']
    """
    days = tuple(days)
    resting = [day.country for day in days if day.weekend]
    if resting:
        yield "weekend" if len(resting) == len(days) else f"weekend ({', '.join(resting)})"
    for name in dict.fromkeys(name for day in days for name in day.holidays):
        countries = ", ".join(day.country for day in days if name in day.holidays)
        yield f"{name} ({countries})"


def days_off(timeline: Timeline) -> Iterator[str]:
    """List the public holidays around the moments, each with its weekday; weekends show in the weekdays."""
    for day, days in timeline.calendar:
        if any(country.holidays for country in days):
            yield f"{day_label(day)}: {', '.join(free_lines(days))}"


def gap_label(gap: Gap) -> str:
    """Say how long it was since the last moment, in days or hours and in working days."""
    if gap.days == 0:
        return f"{_hours(gap.hours)} after {gap.since}" if gap.hours else f"the same day as {gap.since}"
    hours = f"{_hours(gap.hours)}; " if gap.hours is not None and gap.days <= HOURS_UP_TO else ""
    return f"{count_label(gap.days, 'day', 'days')} after {gap.since} ({hours}{working_label(gap)})"


def working_label(gap: Gap) -> str:
    """
    Give the working days of a gap, the countries apart where they differ.

    Where the holidays of a country are not known, they are called weekdays: Saturdays and Sundays alone are left out.
    """
    counts = {(working.days, working.known) for working in gap.working}
    if not counts:
        return "working days not known: no sides named"
    if len(counts) == 1:
        days, known = counts.pop()
        return count_label(days, "working day", "working days") if known else count_label(days, "weekday", "weekdays")
    said = (f"{item.country} {item.days}{'' if item.known else ' weekdays'}" for item in gap.working)
    return f"working days: {', '.join(said)}"


def _hours(hours: float | None) -> str:
    if hours is None:
        return ""
    if hours < 1:
        return count_label(round(hours * 60), "minute", "minutes")
    return f"{hours:.1f} hours"


def foretold_label(foretelling: Foretelling, *, number: int | None = None) -> str:
    """Say by which release an event was foretold, and how long before."""
    what = "invited to" if foretelling.invitation else "announced"
    days = count_label(foretelling.days, "day", "days")
    where = f" ({number})" if number else f" ({foretelling.name})"
    undated = "" if foretelling.dated else ", without a date"
    return f"{what} {days} before{undated}{where}"


def precedence_label(precedence: Precedence, office: str) -> str:
    """Say who published first, or that the times do not tell."""
    if precedence.reason:
        return f"first to publish: not known, {precedence.reason}"
    ahead = f", by {_hours(precedence.hours)}" if precedence.hours is not None else ""
    return f"first to publish: {office}{ahead}"


def head_lines(timeline: Timeline) -> tuple[str, ...]:
    """Give the title, and what is on the timeline."""
    span = f"{day_words(timeline.first)} to {day_words(timeline.last)}"
    counts = (
        count_label(len(timeline.moments), "moment", "moments"),
        count_label(len(timeline.parallel), "parallel public event", "parallel public events"),
        f"{len(timeline.unplaced):,} not placed" if timeline.unplaced else "",
    )
    sides = f"sides {', '.join(timeline.sides)} · " if timeline.sides else ""
    return timeline.title, f"{span} · {sides}{', '.join(filter(None, counts))}"


def notes_of(timeline: Timeline) -> Iterator[str]:
    """Say what the reader must know of the whole: no causes, unknown holidays, times without zone."""
    yield NO_CAUSE
    yield "A gap and a lead count from publication; “1 working day” is the next one."
    if timeline.unknown:
        yield f"Holidays of {', '.join(timeline.unknown)} are not known: weekdays are all but Saturdays and Sundays."
    if len(timeline.unknown) < len(timeline.sides):
        yield f"Weekends and national holidays: {timeline.source}."
    if timeline.naive:
        times = count_label(timeline.naive, "time is", "times are")
        yield f"{times} printed without a zone: beside times of other offices the order is one of days only."
