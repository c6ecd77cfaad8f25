"""Scores brought up to date: replayed from the earliest day that changed, each account from earlier days alone."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from communique.corpus.codec import decode_entry
from communique.corpus.rules import class_of, find_scores
from communique.db.models import AccountRow, MembershipRow
from communique.db.store import chunks, clear_pending, connection_of, day_of_note, in_words, pending_note, writing
from communique.db.tallies import tally_classes
from communique.errors import CommuniqueError
from communique.precedent import Entry
from communique.precedent.scoring import Replay

Change: TypeAlias = tuple[float | None, int]
"""A score and the number of the account that it is to be written to."""

_WRITE = "UPDATE communique_account SET score = %s WHERE release_id = %s"
_TRIES = 3
_LOG = logging.getLogger(__name__)


def settle_scores(alias: str) -> None:
    """
    Score every account from the earliest changed day on, and note that nothing is pending.

    The counting, some seconds where an old day changed, holds up no writer: only what came of it is written as one
    step, where nobody changed anything meanwhile. Where somebody does each time, it is counted with writers waiting.

    Raises:
        CommuniqueError: the database does not answer; what was added before stays, and its scores stay pending.
    """
    with in_words("what was added is kept, its scores are pending: once it is mended, settle the corpus"):
        for _ in range(_TRIES):
            note = pending_note(alias)
            if not note or _written(alias, note, tuple(_changes(alias, day_of_note(note)))):
                return
    with writing(alias):
        note = pending_note(alias)
        if note:
            _written(alias, note, _changes(alias, day_of_note(note)))


def settle_or_leave(alias: str) -> None:
    """Settle after something that is kept already; where that fails, scores stay pending for whoever settles next."""
    try:
        settle_scores(alias)
    except CommuniqueError:
        _LOG.warning("scores stay pending", exc_info=True)


def _written(alias: str, note: str, changes: Iterable[Change]) -> bool:
    """Write scores that were found under a note, unless what is pending is another by now; tell whether it was done."""
    with writing(alias):
        if pending_note(alias) != note:
            return False
        with connection_of(alias).cursor() as cursor:
            for some in chunks(changes):
                cursor.executemany(_WRITE, some)
        clear_pending(alias)
    return True


def _changes(alias: str, since: date) -> Iterator[Change]:
    """Give the scores from a day on that are not those kept, each with the number of its account."""
    noted: dict[str, tuple[int, float | None]] = {}
    for entry, score in find_scores(_entries_since(alias, since, noted), _replay(alias, since)):
        number, kept = noted.pop(entry.key)
        if score != kept:
            yield score, number


def _replay(alias: str, since: date) -> Replay:
    """Give a replay that has counted, of the classes met from a day on, all that was published before."""
    members = MembershipRow.objects.using(alias).filter(day__gte=since)
    codes = members.order_by("code").values_list("code", flat=True).distinct()
    return Replay({class_of(code): tally for code, tally in tally_classes(alias, codes, since).items()})


def _entries_since(alias: str, since: date, noted: dict[str, tuple[int, float | None]]) -> Iterator[Entry]:
    """Give the entries from a day on in order; of each its number and the score kept are noted by its key."""
    rows = AccountRow.objects.using(alias).filter(
        release__superseded=False, release__day__gte=since, entry__isnull=False
    )
    ordered = list(rows.order_by("release__day", "release__key").values_list("pk", flat=True))
    for some in chunks(ordered):
        found = AccountRow.objects.using(alias).filter(pk__in=some, entry__isnull=False)
        kept = {number: (bytes(entry), score) for number, entry, score in found.values_list("pk", "entry", "score")}
        for number in some:
            if number in kept:  # another writer may have changed it since; then all is counted anew
                content, score = kept[number]
                entry = decode_entry(content)
                noted[entry.key] = (number, score)
                yield entry
