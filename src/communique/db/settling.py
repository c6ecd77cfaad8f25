"""Scores brought up to date: replayed from the earliest day that changed, each account from earlier days alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from communique.corpus.codec import decode_entry
from communique.corpus.rules import class_of, find_scores
from communique.db.models import AccountRow, MembershipRow
from communique.db.store import chunks, clear_pending, connection_of, pending_day, writing
from communique.db.tallies import tally_classes
from communique.precedent import Entry
from communique.precedent.scoring import Replay

_WRITE = (
    "UPDATE communique_account SET score = %s WHERE release_id = (SELECT id FROM communique_release WHERE key = %s)"
)


def settle_scores(alias: str) -> None:
    """Score every account from the earliest changed day on, and note that nothing is pending, in one step."""
    if pending_day(alias) is None:
        return
    with writing(alias):
        since = pending_day(alias)
        if since is not None:
            _write(alias, find_scores(_entries_since(alias, since), _replay(alias, since)))
            clear_pending(alias)


def _replay(alias: str, since: date) -> Replay:
    """Give a replay that has counted, of the classes met from a day on, all that was published before."""
    members = MembershipRow.objects.using(alias).filter(day__gte=since)
    codes = members.order_by("code").values_list("code", flat=True).distinct()
    return Replay({class_of(code): tally for code, tally in tally_classes(alias, codes, since).items()})


def _entries_since(alias: str, since: date) -> Iterator[Entry]:
    rows = AccountRow.objects.using(alias).filter(
        release__superseded=False, release__day__gte=since, entry__isnull=False
    )
    ordered = list(rows.order_by("release__day", "release__key").values_list("pk", flat=True))
    for some in chunks(ordered):
        entries = dict(AccountRow.objects.using(alias).filter(pk__in=some).values_list("pk", "entry"))
        yield from (decode_entry(bytes(entries[number])) for number in some)


def _write(alias: str, scores: Iterable[tuple[Entry, float | None]]) -> None:
    with connection_of(alias).cursor() as cursor:
        for some in chunks(scores):
            cursor.executemany(_WRITE, [(score, entry.key) for entry, score in some])
