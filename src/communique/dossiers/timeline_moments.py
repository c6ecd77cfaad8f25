"""Where a release or an exhibit stands on the timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.dossiers.imprecise import When, parse_when, when_of_day, when_of_days, when_of_time
from communique.dossiers.opened import Filed
from communique.dossiers.timeline_nouns import Moment, Unplaced
from communique.errors import ModelError
from communique.model import Account, DateBasis, Exhibit, Person, Role, SpeechForm
from communique.precedent import Notice
from communique.precedent.encounters import person_key
from communique.precedent.entering import find_sides
from communique.precedent.foreseen import AROUND
from communique.precedent.notices import find_notices

_FORETELLING = frozenset({Role.ANNOUNCEMENT, Role.INVITATION})
_NO_DAY = "no day of publication, and none in the text"
_NO_EXHIBIT_DAY = "the exhibit has no day"

PUBLISHED = "time of publication, as printed"
PUBLISHED_DAY = "day of publication"
AHEAD = "publication; what it tells of is to come"


def moment_of(filed: Filed) -> Moment | Unplaced:
    """Give the moment of a release, or the reason why it has none."""
    account, release = filed.account, filed.account.release
    found = _when(filed)
    if found is None:
        return Unplaced(name=release.name, title=release.title, reason=_NO_DAY, role=filed.role)
    when, basis = found
    own, others = find_sides(account)
    return Moment(
        number=0,
        key=release.key,
        name=release.name,
        title=release.title,
        when=when,
        basis=basis,
        role=filed.role,
        kind=account.event.kind,
        parties=tuple(map(_party, _persons(account, filed.role))),
        sides=tuple(dict.fromkeys(filter(None, (own, *others)))),
        issuer=release.issuer,
        address=release.address,
        published=release.issued,
        foresees=tuple(_foreseen(account)) if filed.role is not Role.PARALLEL else (),
        grade=filed.filing.grade,
        reason=filed.filing.reason,
    )


def moment_of_exhibit(exhibit: Exhibit) -> Moment | Unplaced:
    """Give the moment of an exhibit; one without a day, or with none that can be read, has none."""
    if not exhibit.day.strip():
        return Unplaced(name=exhibit.code, title=exhibit.title, reason=_NO_EXHIBIT_DAY)
    try:
        when = parse_when(exhibit.day)
    except ModelError as error:
        return Unplaced(name=exhibit.code, title=exhibit.title, reason=f"its day cannot be read: {error}")
    return Moment(
        number=0,
        key=f"exhibit:{exhibit.code}",
        name=exhibit.code,
        title=exhibit.title,
        when=when,
        basis="as the analyst enters it",
        address=exhibit.address,
        exhibit=exhibit.kind,
        grade=exhibit.grade,
    )


def _when(filed: Filed) -> tuple[When, str] | None:
    """
    Give when it was, and what that rests on.

    Words that announce or invite are of the hour they are published; else the event's day counts where it is another
    than that of publication, and not yet to come.
    """
    release, told = filed.account.release, filed.account.event.date
    if release.issued is None:
        if told is None or told.basis is DateBasis.ISSUED:
            return None
        return when_of_day(told.day), "the day that the text gives; the release is undated"
    day, published = release.issued.date(), when_of_time(release.issued)
    if told is not None and told.day > day:
        return published, AHEAD
    if told is None or told.day == day or filed.role in _FORETELLING:
        return published, PUBLISHED if published.clock else PUBLISHED_DAY
    words = f": “{release.words(told.span)}”" if told.span else ""
    return when_of_day(told.day), f"the day that the text gives{words}"


def _persons(account: Account, role: Role) -> tuple[Person, ...]:
    """Give who takes part; of a statement also each who makes one, as its record may name the first alone."""
    persons = {person_key(person) or person.label: person for person in account.event.principals}
    if role is Role.STATEMENT:
        for quotation in account.quotations:
            speaker = quotation.speaker
            if quotation.form is SpeechForm.TURN and speaker is not None and (key := person_key(speaker)):
                persons.setdefault(key, speaker)
    return tuple(persons.values())


def _party(person: Person) -> str:
    side = f" ({person.side.code})" if person.side else ""
    return f"{person.label}{side}"


def _foreseen(account: Account) -> Iterator[When]:
    """Yield when what a release foretells is to be, the event that it announces first, each once."""
    issued, told = account.release.issued, account.event.date
    if issued is None:
        return
    days = [when_of_day(told.day)] if told is not None and told.day > issued.date() else []
    dated = [_window(notice, issued.date()) for notice in find_notices(account) if notice.dated]
    nearby = {when.first for when in days}
    yield from dict.fromkeys((*days, *(w for w in dated if w is not None and w.first not in nearby)))


def _window(notice: Notice, issued: date) -> When | None:
    """Give the days in which a notice foresees an encounter; a day that it names stands in the middle of its window."""
    if notice.earliest is None or notice.latest is None:
        return None
    named = notice.latest - AROUND
    if named > issued and notice.earliest == max(named - AROUND, issued):
        return when_of_day(named)
    return when_of_days(notice.earliest, notice.latest)
