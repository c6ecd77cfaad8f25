"""How unusual each release is, reckoned for lists: the same as a report says, for all releases in one pass."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.db import transaction
from django.db.models import Count, Max

from communique.corpus.rules import class_of
from communique.db.models import AccountRow, MembershipRow
from communique.db.store import chunks, pending_day
from communique.precedent.scoring import LEAST_COMPARED, MOST_COMPARED, UNUSUAL, percentile
from communique.web.base.corpus import ALIAS
from communique.web.workbench.kept import view_get, view_keep
from communique.web.workbench.models import KeptStanding

KIND = "standings"
"""The kind under which it is noted of what the standings were made."""


def standings_settle() -> int:
    """
    Bring the standings up to date with the scores of the corpus; give how many changed.

    Nothing is done where they are up to date, nor while scores are still to be settled.
    """
    stamp = standings_stamp()
    if pending_day(ALIAS) is not None or view_get(KIND, "all", stamp) is not None:
        return 0
    found = {standing.release: standing for standing in find_standings(_scored())}
    with transaction.atomic():
        kept = {row.release: row for row in KeptStanding.objects.all()}
        changed = [row for key, row in found.items() if key not in kept or _differ(row, kept[key])]
        KeptStanding.objects.bulk_create(
            changed,
            batch_size=500,
            update_conflicts=True,
            unique_fields=["release"],
            update_fields=["percentile", "among", "unusual"],
        )
        for some in chunks(sorted(kept.keys() - found.keys())):
            KeptStanding.objects.filter(release__in=some).delete()
        view_keep(KIND, "all", stamp, "")
    return len(changed)


@dataclass(frozen=True, slots=True)
class Scored:
    """One account with its score, as standings need it: its day, its key and its classes, the narrowest first."""

    day: date
    key: str
    score: float | None
    classes: tuple[str, ...]


def find_standings(accounts: Iterable[Scored]) -> Iterator[KeptStanding]:
    """
    Give the standing of each account that has a base, from accounts in the order of day and key.

    As in a report: in the narrowest class that has enough earlier scores, among the latest of them; accounts of the
    same day do not count.
    """
    latest: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=MOST_COMPARED))
    for _, some in groupby(accounts, key=attrgetter("day")):
        published = tuple(some)
        for account in published:
            standing = _standing(account, latest)
            if standing is not None:
                yield standing
        for account in published:
            if account.score is not None:
                for code in account.classes:
                    latest[code].append(account.score)


def _standing(account: Scored, latest: defaultdict[str, deque[float]]) -> KeptStanding | None:
    if account.score is None:
        return None
    for code in account.classes:
        earlier = latest[code]
        if len(earlier) >= LEAST_COMPARED:
            place = percentile(account.score, tuple(earlier))
            return KeptStanding(release=account.key, percentile=place, among=len(earlier), unusual=place > UNUSUAL)
    return None


def _scored() -> Iterator[Scored]:
    """Yield every account that is in a class, by day and key."""
    scores = dict(AccountRow.objects.filter(score__isnull=False).values_list("pk", "score"))
    rows = MembershipRow.objects.order_by("day", "key").values_list("day", "key", "account_id", "code")
    for (day, key, number), some in groupby(rows.iterator(2_000), key=lambda row: row[:3]):
        classes = sorted((code for *_, code in some), key=_width)
        yield Scored(day, key, scores.get(number), tuple(classes))


def _width(code: str) -> int:
    """Give how wide a class is: one counterpart, a group, everybody."""
    reference = class_of(code)
    return 0 if reference.counterpart else 1 if reference.group else 2


def _differ(one: KeptStanding, other: KeptStanding) -> bool:
    return (one.percentile, one.among, one.unusual) != (other.percentile, other.among, other.unusual)


def standings_stamp() -> str:
    """Give words that change whenever accounts come, go or are made anew."""
    held = MembershipRow.objects.aggregate(number=Count("pk"), last=Max("pk"))
    return f"{held['number']}.{held['last']}"
