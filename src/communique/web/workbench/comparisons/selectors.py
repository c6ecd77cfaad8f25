"""Which releases can be compared, and the comparison that is kept of two of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, When

from communique.corpus.port import EVERYTHING
from communique.corpus.query import parse_query
from communique.db.models import ParticipationRow, ReleaseRow
from communique.db.words import find_numbers
from communique.errors import CommuniqueError
from communique.model import Kind
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS, the_settings
from communique.web.base.refusals import refusal_words
from communique.web.jobs.models import Job, State
from communique.web.workbench.kept import view_get
from communique.wiring.building import build_tables
from communique.wiring.deposits import deposit_version
from communique.wiring.engine import SOFTWARE
from communique.wiring.pairs import side_of

KIND = "comparison"
"""What comparisons are called, as work and as views that are kept."""

FORM = "2"
"""Rises whenever what is kept of a comparison comes out otherwise."""

MOST_FOUND = 20
NEAR = timedelta(days=3)
"""Days around a release within which others are offered at once."""

MOST_PAIRED = 10
MOST_CONTACTS = 200
"""So many pairs are offered where nothing is chosen yet, of so many contacts, the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is kept of a comparison: the article of the report, its first line and what differs, counted."""

    article: str
    head: str
    judgement: str


def releases_found(words: str, *, but: str = "") -> Sequence[ReleaseRow]:
    """
    Give the releases that words find, the best first; a name or a key finds its own.

    Raises:
        CommuniqueError: the words do not read as a search.
    """
    rows = ReleaseRow.objects.defer("text").exclude(key=but)
    named = list(rows.filter(key=words) | rows.filter(name=words, superseded=False))
    if named:
        return named
    numbers = find_numbers(ALIAS, parse_query(words), EVERYTHING, MOST_FOUND)
    order = Case(*(When(pk=number, then=place) for place, number in enumerate(numbers)))
    return list(rows.filter(pk__in=numbers).order_by(order)) if numbers else []


def releases_near(row: ReleaseRow) -> Sequence[ReleaseRow]:
    """Give the releases of other offices published about the day of one, the nearest first; none where it has none."""
    if row.day is None:
        return []
    around = ReleaseRow.objects.defer("text").filter(day__gte=row.day - NEAR, day__lte=row.day + NEAR, superseded=False)
    others = around.exclude(issuer=row.issuer, language=row.language).order_by("day", F("key"))
    day = row.day
    return sorted(others[:MOST_FOUND], key=lambda other: abs(((other.day or day) - day).days))


def releases_paired() -> tuple[tuple[ReleaseRow, ReleaseRow], ...]:
    """
    Give pairs of releases that probably tell of one event, the latest first.

    Two of different offices, or editions of one, tell of a contact of one kind, on one day, between the same two sides.
    """
    contacts = ParticipationRow.objects.exclude(kind=Kind.OTHER).filter(account__release__superseded=False)
    order = "-day", "-account__release__day", "pk"
    latest = contacts.order_by(*order).values_list("day", "kind", "side", "issuer", "language", "key")
    tables = build_tables(the_settings())
    told: dict[tuple[date, str, frozenset[str]], dict[tuple[str, str], str]] = {}
    for day, kind, side, issuer, language, key in latest[:MOST_CONTACTS]:
        own = side_of(issuer, tables)
        if own:
            told.setdefault((day, kind, frozenset((side, own))), {}).setdefault((issuer, language), key)
    pairs = [tuple(keys.values())[:2] for keys in told.values() if len(keys) > 1][:MOST_PAIRED]
    rows = ReleaseRow.objects.defer("text").filter(key__in={key for pair in pairs for key in pair})
    by_key = {row.key: row for row in rows}
    return tuple((by_key[first], by_key[second]) for first, second in pairs)


def release_row(key: str) -> ReleaseRow | None:
    """Give the row of a release by its key, its account's with it; None where there is none."""
    return ReleaseRow.objects.select_related("account").defer("text", "account__entry").filter(key=key).first()


def comparison_stamp(first: ReleaseRow, second: ReleaseRow) -> str:
    """
    Give words that change whenever the comparison of two releases may come out otherwise.

    It rests on both accounts, on how many releases of the two offices precedent counts, and on the program.
    """
    held = ReleaseRow.objects.filter(issuer__in=[first.issuer, second.issuer], superseded=False).count()
    parts = (bytes(first.account.imprint).hex(), bytes(second.account.imprint).hex(), str(held), SOFTWARE)
    whole = " ".join((FORM, *parts, deposit_version(the_settings())))
    return hashlib.sha256(whole.encode()).hexdigest()[:40]


def comparison_get(first: ReleaseRow, second: ReleaseRow) -> Compared | None:
    """Give the comparison of two releases that is kept; None where it has to be made."""
    kept = view_get(KIND, comparison_key(first.key, second.key), comparison_stamp(first, second))
    if kept is None:
        return None
    told = json.loads(kept)
    return Compared(article=told["article"], head=told["head"], judgement=told["judgement"])


def comparison_key(first: str, second: str) -> str:
    """Give the name under which the comparison of two releases is kept."""
    return f"{first}/{second}"


def job_underway(actor: User, first: str, second: str) -> Job | None:
    """Give the work that somebody has asked for already on the same two releases and that is not over."""
    mine = Job.objects.filter(kind=KIND, actor=actor, state__in=[State.QUEUED, State.RUNNING])
    wanted = {"first": first, "second": second}
    return next((job for job in mine.order_by("-created")[:20] if job.arguments == wanted), None)


def found_or_told(words: str, *, but: str = "") -> tuple[Sequence[ReleaseRow], str]:
    """Give what words find, and why they do not read where they do not."""
    try:
        return (releases_found(words, but=but), "") if words else ([], "")
    except CommuniqueError as error:
        return [], refusal_words(error)
