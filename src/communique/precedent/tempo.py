"""How long two sides have not been in contact, beside how long they usually are not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from communique.model import Account, Side
from communique.precedent.coverage import Coverage, hole_words
from communique.precedent.encounters import (
    MANNERS,
    NEXT_DAY,
    Encounter,
    Manner,
    begun_on,
    find_encounters,
)
from communique.precedent.entering import find_issued
from communique.precedent.history import Contact
from communique.precedent.notices import is_announcement
from communique.precedent.port import Tempo

LEAST_GAPS = 8
"""With fewer earlier gaps a place among them says nothing: "no base"."""

RUN = timedelta(days=30)
"""The span in which contacts make a run."""

CALL_WITHIN = 14
"""Days before an encounter in person in which a call is taken to precede it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """
    The contact asked about: its day, its manner, when it was published, and the pair in words.

    ``issued`` is the day up to which the corpus counts; ``manner`` None asks about contacts of any manner.
    """

    day: date
    manner: Manner
    issued: date
    reference: str = ""


def find_counterpart(account: Account) -> Side | None:
    """Give the one side that the issuer's side calls, meets or visits; None for other kinds, for many sides or none."""
    if account.event.kind not in MANNERS or not account.event.principals:
        return None
    own, *others = (person.side for person in account.event.principals)
    sides = dict.fromkeys(side for side in others if side is not None and side != own)
    return next(iter(sides)) if own is not None and len(sides) == 1 else None


def find_tempo(account: Account, contacts: Iterable[Contact], coverage: Coverage) -> Tempo | None:
    """
    Give an account's place in the rhythm of its pair; None where it records no contact of two sides.

    ``contacts`` are the issuer's earlier ones with the same side, ``coverage`` the days on which the corpus holds
    anything of the issuer. Announcements have no tempo: nothing has taken place.
    """
    side, issued = find_counterpart(account), find_issued(account)
    if side is None or issued is None or is_announcement(account):
        return None
    day = account.event.date.day if account.event.date else issued
    asked = Asked(day=day, manner=MANNERS[account.event.kind], issued=issued, reference=f"contacts with {side}")
    return measure_tempo(asked, (contact for contact in contacts if contact.key != account.release.key), coverage)


def measure_tempo(asked: Asked, contacts: Iterable[Contact], coverage: Coverage) -> Tempo:
    """Give the tempo of a contact from what was published up to its own day, and took place before it."""
    known = tuple(contact for contact in contacts if contact.day < asked.day and contact.issued <= asked.issued)
    held = coverage.as_of(asked.issued)
    begun = begun_on(asked.day, asked.manner, find_encounters(known))
    earlier = tuple(contact for contact in known if contact.day < begun)
    alike = _of_encounters(asked, begun, find_encounters(earlier, asked.manner), held)
    whole = _of_encounters(asked, begun, find_encounters(earlier), held)
    return Tempo(
        previous=whole.previous,
        gap=whole.gap,
        percentile=whole.percentile,
        among=whole.among,
        shorter=whole.shorter,
        longer=whole.longer,
        run=whole.run,
        longest=whole.longest,
        hole=whole.hole,
        missing=whole.missing,
        reference=asked.reference,
        alike=alike,
        called_first=call_before_visit(earlier, held),
        called=_call_within(begun, earlier) if asked.manner is Manner.IN_PERSON else None,
    )


def call_before_visit(
    contacts: Iterable[Contact], coverage: Coverage, within: int = CALL_WITHIN
) -> tuple[int, int] | None:
    """
    Give how many encounters in person a call preceded within some days, and among how many that is counted.

    Only those count for which the corpus has no hole in these days; None under the stated minimum.
    """
    contacts = tuple(contacts)
    met = find_encounters(contacts, Manner.IN_PERSON)
    counted = [item for item in met if coverage.hole_between(item.first - timedelta(days=within), item.first) is None]
    calls = tuple(item.first for item in find_encounters(contacts, Manner.CALL))
    if len(counted) < LEAST_GAPS:
        return None
    return sum(_latest_before(item.first, calls, within) is not None for item in counted), len(counted)


def _call_within(begun: date, contacts: Sequence[Contact]) -> Contact | None:
    calls = find_encounters(contacts, Manner.CALL)
    day = _latest_before(begun, tuple(item.first for item in calls), CALL_WITHIN)
    return next((item.contacts[0] for item in calls if item.first == day), None)


def _latest_before(day: date, days: Sequence[date], within: int) -> date | None:
    near = (other for other in reversed(days) if timedelta() < day - other <= timedelta(days=within))
    return next(near, None)


def _of_encounters(asked: Asked, begun: date, earlier: Sequence[Encounter], coverage: Coverage) -> Tempo:
    run, longest = _runs(begun, earlier, coverage)
    if not earlier:
        missing = coverage.hole_between(coverage.days[0], begun)
        words = hole_words(coverage, missing or (coverage.days[0], coverage.days[0]))
        return Tempo(hole=words, missing=missing, run=run, longest=longest, reference=asked.reference)
    last = earlier[-1]
    hole = coverage.hole_between(last.last, begun)
    gap = (begun - last.last).days if hole is None else None
    gaps = tuple(find_gaps(earlier, coverage))
    return Tempo(
        previous=next(contact for contact in last.contacts if contact.day == last.last),
        gap=gap,
        percentile=_percentile(gap, gaps) if gap is not None and len(gaps) >= LEAST_GAPS else None,
        among=len(gaps),
        shorter=sum(other < gap for other in gaps) if gap is not None else 0,
        longer=sum(other > gap for other in gaps) if gap is not None else 0,
        run=run,
        longest=longest,
        hole=hole_words(coverage, hole) if hole else "",
        missing=hole,
        reference=asked.reference,
    )


def find_gaps(encounters: Sequence[Encounter], coverage: Coverage) -> Iterator[int]:
    """Give the days between contacts, of those gaps that no hole touches."""
    for one, other in pairwise(encounters):
        if coverage.hole_between(one.last, other.first) is None:
            yield (other.first - one.last).days


def _percentile(gap: int, gaps: Sequence[int]) -> float:
    """Give the share of earlier gaps that are shorter, those as long counted half (0 to 100)."""
    return 100.0 * (sum(other < gap for other in gaps) + sum(other == gap for other in gaps) / 2) / len(gaps)


def _runs(begun: date, earlier: Sequence[Encounter], coverage: Coverage) -> tuple[int, int]:
    """Give the contacts of the last 30 days with this one, 0 where a hole touches them, and the most before."""
    days = [item.first for item in earlier]
    lengths = [place + 1 - bisect_right(days, day - RUN) for place, day in enumerate(days)]
    run = 1 + len(days) - bisect_right(days, begun - RUN)
    hidden = coverage.hole_between(begun - RUN + NEXT_DAY, begun) is not None
    return (0 if hidden else run), max(lengths, default=0)
