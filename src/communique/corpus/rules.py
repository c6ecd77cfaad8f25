"""What every store of a corpus decides alike: what is meant, what counts as a contact, whom a notice concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import groupby
from operator import attrgetter

from communique.corpus.port import Deposit, Selection
from communique.model import Kind
from communique.precedent import Contact, Entry, Notice, ReferenceClass
from communique.precedent.scoring import Replay

ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})
"""Kinds of events at which sides are in contact with each other."""

_NOT_NOTED = datetime.min.replace(tzinfo=UTC)


def day_of(deposit: Deposit) -> date | None:
    """Give the day from which precedents count backwards, None where neither release nor event is dated."""
    if deposit.entry is not None:
        return deposit.entry.issued
    issued = deposit.account.release.issued
    return issued.date() if issued else None


def moment_of(captured: datetime | None) -> datetime:
    """Give a time of capture that can be compared: without a zone it is UTC, not noted it is before all others."""
    if captured is None:
        return _NOT_NOTED
    return captured if captured.tzinfo else captured.replace(tzinfo=UTC)


def is_meant(deposit: Deposit, selection: Selection) -> bool:
    """Tell whether a selection means a deposit; one without a day is meant only where no day is asked for."""
    release, day = deposit.account.release, day_of(deposit)
    sides = deposit.entry.counterparts if deposit.entry else ()
    return (
        selection.issuer in {"", release.issuer}
        and selection.language in {"", release.language}
        and selection.kind in {None, deposit.account.event.kind}
        and (not selection.counterpart or selection.counterpart in sides)
        and (selection.since is None or (day is not None and selection.since <= day))
        and (selection.until is None or (day is not None and day <= selection.until))
    )


def contact_sides(entry: Entry) -> tuple[str, ...]:
    """Give the sides that an account tells a contact with, each once; none where it tells of no encounter."""
    return tuple(dict.fromkeys(entry.counterparts)) if entry.kind in ENCOUNTERS else ()


def notice_sides(notice: Notice, entry: Entry) -> tuple[str, ...]:
    """Give the sides that a notice concerns: the one it names, else the counterparts of the account it stands in."""
    return (notice.counterpart,) if notice.counterpart else tuple(dict.fromkeys(entry.counterparts))


def contact_of(entry: Entry, title: str) -> Contact:
    """Give the contact that an entry tells."""
    return Contact(
        key=entry.key,
        name=entry.name,
        title=title,
        kind=entry.kind,
        issued=entry.issued,
        day=entry.day,
        place=entry.place,
        persons=entry.persons,
    )


def class_of(code: str) -> ReferenceClass:
    """
    Read the code of a reference class.

    >>> class_of("xa-president/en/call/XV/").counterpart
    'XV'
    """
    issuer, language, kind, counterpart, group = code.rsplit("/", 4)
    return ReferenceClass(issuer=issuer, language=language, kind=kind, counterpart=counterpart, group=group)


def whole_text(title: str, text: str) -> str:
    """Give title, a line break and body, be the title empty: so they can be told apart again."""
    return f"{title}\n{text}"


def find_scores(entries: Iterable[Entry], replay: Replay) -> Iterator[tuple[Entry, float | None]]:
    """Score entries, which come in order of their days: all of one day before any of them counts."""
    for _, some in groupby(entries, key=attrgetter("issued")):
        published = tuple(some)
        for entry in published:
            yield entry, replay.score(entry)
        for entry in published:
            replay.add(entry)
