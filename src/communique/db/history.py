"""What precedent asks of a database: every answer is a look-up in an index, whatever the size of the corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import QuerySet

from communique.corpus.blocks import month_of
from communique.corpus.codec import decode_notices, decode_prints
from communique.corpus.rules import ENCOUNTERS, whole_text
from communique.db.calendars import days_of
from communique.db.models import CalendarRow, MembershipRow, NoticeRow, ParticipationRow, ReleaseRow
from communique.db.tallies import tally_classes
from communique.model import Kind
from communique.precedent import Contact, Coverage, Notice, ReferenceClass, Tally, Wording

_NOTHING = Tally()
_TOLD = ("name", "title", "day")


class DjangoHistory:
    """The questions of precedent, put to the database that ``alias`` stands for among Django's connections."""

    def __init__(self, alias: str) -> None:
        self.alias = alias

    def tally(self, reference: ReferenceClass, before: date) -> Tally:
        """Count the accounts of a class published before a day."""
        return self.tallies((reference,), before)[reference]

    def tallies(self, references: Iterable[ReferenceClass], before: date) -> Mapping[ReferenceClass, Tally]:
        """Count the accounts of each of some classes published before a day, at once."""
        wanted = tuple(references)
        found = tally_classes(self.alias, [reference.code for reference in wanted], before)
        return {reference: found.get(reference.code, _NOTHING) for reference in wanted}

    def scores(self, reference: ReferenceClass, before: date, most: int) -> tuple[float, ...]:
        """Give the scores of the latest accounts of a class before a day, those of one day by key, downward."""
        scored = self._latest(reference, before).filter(account__score__isnull=False)
        return tuple(scored.values_list("account__score", flat=True)[:most])

    def contacts(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Contact, ...]:
        """Give an issuer's encounters with a side whose event falls on or after ``since``, before ``until``, by day."""
        rows = ParticipationRow.objects.using(self.alias).filter(
            issuer=issuer, language=language, side=counterpart, day__gte=since, day__lt=until
        )
        there = rows.filter(kind__in=sorted(ENCOUNTERS), account__release__superseded=False).order_by("day", "key")
        return tuple(
            Contact(
                key=row.key,
                name=row.account.release.name,
                title=row.account.release.title,
                kind=Kind(row.kind),
                issued=row.account.release.day or row.day,
                day=row.day,
                place=row.place,
                persons=tuple(row.persons),
            )
            for row in there.select_related("account__release").only(
                "key", "kind", "day", "place", "persons", *(f"account__release__{part}" for part in _TOLD)
            )
        )

    def notices(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Notice, ...]:
        """Give an issuer's words on encounters to come with a side, published in a span of days, by day."""
        rows = NoticeRow.objects.using(self.alias).filter(
            issuer=issuer, language=language, side=counterpart, day__gte=since, day__lt=until
        )
        there = rows.filter(account__release__superseded=False).order_by("day", "key", "place")
        return tuple(
            notice for content in there.values_list("content", flat=True) for notice in decode_notices(bytes(content))
        )

    def coverage(self, issuer: str, language: str, since: date = date.min, until: date = date.max) -> Coverage:
        """Give the days on which the corpus holds anything of an issuer, on or after ``since``, before ``until``."""
        rows = CalendarRow.objects.using(self.alias).filter(
            issuer=issuer, language=language, month__gte=month_of(since), month__lte=month_of(until)
        )
        months = rows.order_by("month").values_list("month", "days")
        days = (day for month, bits in months for day in days_of(month, bits))
        return Coverage(days=tuple(day for day in days if since <= day < until))

    def wordings(self, reference: ReferenceClass, before: date, most: int) -> tuple[Wording, ...]:
        """Give the wordings of the latest accounts of a class before a day."""
        latest = self._latest(reference, before).values_list("key", "day", "account__wording__prints")
        return tuple(
            Wording(key=key, issued=day, prints=decode_prints(bytes(prints))) for key, day, prints in latest[:most]
        )

    def text(self, key: str) -> str:
        """Give title and body of a release, to show a wording in its own words; empty where unknown."""
        found = ReleaseRow.objects.using(self.alias).filter(key=key).values_list("title", "text").first()
        return whole_text(*found) if found else ""

    def _latest(self, reference: ReferenceClass, before: date) -> QuerySet[MembershipRow]:
        """Give the accounts of a class published before a day, the latest first."""
        members = MembershipRow.objects.using(self.alias).filter(code=reference.code, day__lt=before)
        return members.order_by("-day", "-key")
