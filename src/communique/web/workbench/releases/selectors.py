"""What is known of one release beside its text: rows of the corpus, read in few queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Max, QuerySet
from django.http import Http404

from communique.db.models import ReleaseRow
from communique.db.rows import print_of
from communique.web.base.corpus import the_settings
from communique.wiring.deposits import deposit_version
from communique.wiring.engine import SOFTWARE

_NEAR = timedelta(days=1)
"""Days around a release within which the other side's account of its event is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a release in the corpus: other texts of its address, editions in other languages."""

    versions: tuple[ReleaseRow, ...]
    editions: tuple[tuple[str, str, str], ...]

    @property
    def latest(self) -> ReleaseRow | None:
        """Give the text that stands at the address now."""
        return next((row for row in self.versions if not row.superseded), None)


def release_get(key: str) -> ReleaseRow:
    """
    Give the row of a release with its account's, the body left in the database.

    Raises:
        Http404: there is none of that key.
    """
    row = ReleaseRow.objects.select_related("account").defer("text", "account__entry").filter(key=key).first()
    if row is None:
        raise Http404
    return row


def releases_of(keys: Sequence[str]) -> list[ReleaseRow]:
    """Give the rows of those of the keys that are held, in their order."""
    rows = {row.key: row for row in ReleaseRow.objects.filter(key__in=keys).defer("text")} if keys else {}
    return [rows[key] for key in keys if key in rows]


def release_beside(row: ReleaseRow) -> Beside:
    """Give the other texts of the address, the earliest first, and the editions, each with its key where it is held."""
    texts = ReleaseRow.objects.filter(address_print=row.address_print, address=row.address)
    versions = tuple(texts.only("key", "captured", "day", "superseded").order_by("pk")) if row.address else ()
    named = {print_of(address): (language, address) for language, address in row.editions}
    held = ReleaseRow.objects.filter(address_print__in=list(named), superseded=False)
    keys = dict(held.values_list("address_print", "key")) if named else {}
    editions = tuple((language, address, keys.get(mark, "")) for mark, (language, address) in named.items())
    return Beside(versions=versions, editions=editions)


def release_stamp(row: ReleaseRow) -> str:
    """
    Give words that change whenever the report on a release may come out otherwise.

    It rests on the account itself, on the office's other releases in the language, on what others published at the
    time, on tables and on the program.
    """
    own = ReleaseRow.objects.filter(issuer=row.issuer, language=row.language)
    parts = [bytes(row.account.imprint).hex()[:16], _counted(own.order_by())]
    if row.day is not None:
        near = ReleaseRow.objects.filter(day__gte=row.day - _NEAR, day__lte=row.day + _NEAR)
        parts.append(_counted(near.order_by()))
    return " ".join((*parts, _program()))


def _counted(rows: QuerySet[ReleaseRow]) -> str:
    held = rows.aggregate(number=Count("pk"), last=Max("pk"))
    return f"{held['number']}.{held['last']}"


def _program() -> str:
    return f"{SOFTWARE} {deposit_version(the_settings())}"
