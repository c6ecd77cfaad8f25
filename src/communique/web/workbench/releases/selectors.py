"""What is known of one release beside its text: rows of the corpus, read in few queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, Func, QuerySet, Subquery
from django.http import Http404

from communique.db.models import ReleaseRow
from communique.db.rows import print_of
from communique.web.base.corpus import the_settings
from communique.web.workbench.desk.selectors import LISTED
from communique.wiring.deposits import deposit_version
from communique.wiring.engine import SOFTWARE

_NEAR = timedelta(days=1)
"""Days around a release within which the other side's account of its event is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """
    What stands beside a release in the corpus: other texts of its address, editions in other languages, other releases.

    ``texts`` counts the texts that are kept of addresses, by their prints.
    """

    versions: tuple[ReleaseRow, ...]
    editions: tuple[tuple[str, str, str], ...]
    others: tuple[ReleaseRow, ...]
    texts: Mapping[str, int]

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


def release_beside(row: ReleaseRow, others: Sequence[str] = ()) -> Beside:
    """
    Give what stands beside a release, all at once.

    That is the texts of its address, the earliest first, its editions, each with its key where it is held, and those of
    some other releases, by their keys, that are held.
    """
    editions = {print_of(address): (language, address) for language, address in row.editions}
    rows = ReleaseRow.objects.only(*LISTED, "captured")
    printed = ReleaseRow.objects.filter(key__in=[row.key, *others], address__gt="").values("address_print")
    near = tuple(
        rows.filter(address_print__in=printed)
        .union(rows.filter(key__in=others), rows.filter(address_print__in=list(editions)))
        .order_by("pk")
    )
    held = {one.address_print: one.key for one in near if not one.superseded}
    by_key = {one.key: one for one in near}
    return Beside(
        versions=tuple(one for one in near if row.address and one.address == row.address),
        editions=tuple((language, address, held.get(mark, "")) for mark, (language, address) in editions.items()),
        others=tuple(by_key[key] for key in others if key in by_key),
        texts=Counter(one.address_print for one in near),
    )


def release_stamp(row: ReleaseRow) -> str:
    """
    Give words that change whenever the report on a release may come out otherwise.

    It rests on the account itself, on the office's other releases in the language, on what others published at the
    time, on tables and on the program.
    """
    own = ReleaseRow.objects.filter(issuer=row.issuer, language=row.language)
    held = [_counted(own), _last(own)]
    if row.day is not None:
        near = ReleaseRow.objects.filter(day__gte=row.day - _NEAR, day__lte=row.day + _NEAR)
        held += [_counted(near), _last(near)]
    told = ReleaseRow.objects.filter(pk=row.pk).values_list(*held).first() or ()
    return " ".join((bytes(row.account.imprint).hex()[:16], ".".join(map(str, told)), _program()))


def _counted(rows: QuerySet[ReleaseRow]) -> Subquery:
    return Subquery(rows.order_by().annotate(number=Func(F("pk"), function="COUNT")).values("number"))


def _last(rows: QuerySet[ReleaseRow]) -> Subquery:
    return Subquery(rows.order_by().annotate(last=Func(F("pk"), function="MAX")).values("last"))


def _program() -> str:
    return f"{SOFTWARE} {deposit_version(the_settings())}"
