"""What a database holds: counts by issuer and month, and one hash of it all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

from django.db.models import Count, Max, Min

from communique.corpus.blocks import Block, first_day_of
from communique.corpus.imprint import (
    hash_account,
    hash_correction,
    hash_release,
    hash_set_aside,
    hash_tally,
    join_hashes,
)
from communique.corpus.port import IssuerStatus, Status
from communique.db.corrections import correction_of
from communique.db.models import AccountRow, CalendarRow, CorrectionRow, ReleaseRow, SetAsideRow, TallyRow
from communique.db.rows import release_of
from communique.db.store import AT_ONCE, connection_of, is_postgres
from communique.sources import SetAside


def take_stock(alias: str, location: str, version: str) -> Status:
    """Say what a database holds."""
    releases = ReleaseRow.objects.using(alias)
    stale = AccountRow.objects.using(alias).exclude(version=version)
    return Status(
        location=location,
        releases=releases.filter(superseded=False).count(),
        superseded=releases.filter(superseded=True).count(),
        stale=stale.count() if version else 0,
        undated=releases.filter(superseded=False, day__isnull=True).count(),
        set_aside=SetAsideRow.objects.using(alias).count(),
        size=_size(alias),
        issuers=tuple(_issuers(alias)),
    )


def hash_contents(alias: str) -> str:
    """Hash all that a database holds, whatever the order of its rows."""
    return join_hashes(
        (
            *_release_hashes(alias),
            *_account_hashes(alias),
            *_tally_hashes(alias),
            *_set_aside_hashes(alias),
            *_correction_hashes(alias),
        )
    )


def _issuers(alias: str) -> Iterator[IssuerStatus]:
    months: dict[tuple[str, str], dict[tuple[int, int], int]] = defaultdict(dict)
    calendar = CalendarRow.objects.using(alias).order_by("month")
    for issuer, language, month, number in calendar.values_list("issuer", "language", "month", "releases"):
        first = first_day_of(month)
        months[issuer, language][first.year, first.month] = number
    current = ReleaseRow.objects.using(alias).filter(superseded=False).values("issuer", "language")
    spans = current.annotate(releases=Count("pk"), first=Min("day"), last=Max("day"))
    for span in sorted(spans, key=lambda span: (span["issuer"], span["language"])):
        yield IssuerStatus(**span, months=MappingProxyType(months[span["issuer"], span["language"]]))


def _size(alias: str) -> int:
    """Give the bytes on disk: the file with its log, or the whole database of a server."""
    connection = connection_of(alias)
    if is_postgres(alias):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            return int(cursor.fetchone()[0])
    name = str(connection.settings_dict["NAME"])
    files = (Path(f"{name}{tail}") for tail in ("", "-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _release_hashes(alias: str) -> Iterator[bytes]:
    for row in ReleaseRow.objects.using(alias).iterator(AT_ONCE):
        yield hash_release(release_of(row), superseded=row.superseded)


def _account_hashes(alias: str) -> Iterator[bytes]:
    rows = AccountRow.objects.using(alias).values_list("release__key", "imprint", "score")
    for key, imprint, score in rows.iterator(AT_ONCE):
        yield hash_account(key, bytes(imprint), score)


def _tally_hashes(alias: str) -> Iterator[bytes]:
    rows = TallyRow.objects.using(alias).values_list("code", "width", "number", "content")
    for code, width, number, content in rows.iterator(AT_ONCE):
        yield hash_tally(code, Block(width, number), bytes(content))


def _set_aside_hashes(alias: str) -> Iterator[bytes]:
    for source, reason in SetAsideRow.objects.using(alias).values_list("source", "reason"):
        yield hash_set_aside(SetAside(source=source, reason=reason))


def _correction_hashes(alias: str) -> Iterator[bytes]:
    """Hash the corrections that stand: one withdrawn leaves no trace in what the corpus holds."""
    rows = CorrectionRow.objects.using(alias).filter(withdrawn__isnull=True).select_related("release")
    for row in rows.iterator(AT_ONCE):
        yield hash_correction(correction_of(row))
