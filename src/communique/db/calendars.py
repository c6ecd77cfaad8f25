"""On which days an issuer published, month by month: recounted where touched."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from communique.corpus.blocks import first_day_of, month_of
from communique.db.models import CalendarRow, ReleaseRow

Month = tuple[str, str, int]
"""Issuer, language, number of a month."""


def recount_days(alias: str, touched: Iterable[Month]) -> None:
    """Count the releases of some issuers' months anew."""
    by_office: dict[tuple[str, str], set[int]] = defaultdict(set)
    for issuer, language, month in touched:
        by_office[issuer, language].add(month)
    for (issuer, language), months in by_office.items():
        rows = ReleaseRow.objects.using(alias).filter(
            issuer=issuer,
            language=language,
            superseded=False,
            day__gte=first_day_of(min(months)),
            day__lt=first_day_of(max(months) + 1),
        )
        counted = count_days(rows.values_list("issuer", "language", "day"))
        _replace(alias, {(issuer, language, month): counted.get((issuer, language, month)) for month in months})


def count_days(published: Iterable[tuple[str, str, date | None]]) -> Mapping[Month, tuple[int, int]]:
    """Give the days of each month as bits, and the number of releases."""
    days: dict[Month, int] = defaultdict(int)
    releases: Counter[Month] = Counter()
    for issuer, language, day in published:
        if day is not None:
            month = (issuer, language, month_of(day))
            days[month] |= 1 << day.day
            releases[month] += 1
    return {month: (days[month], number) for month, number in releases.items()}


def days_of(month: int, bits: int) -> Iterator[date]:
    """Yield the days of a month that are set among its bits, in order."""
    before = first_day_of(month).toordinal() - 1
    return (date.fromordinal(before + place) for place in range(1, bits.bit_length()) if bits >> place & 1)


def _replace(alias: str, counted: Mapping[Month, tuple[int, int] | None]) -> None:
    calendar = CalendarRow.objects.using(alias)
    rows = [
        CalendarRow(issuer=issuer, language=language, month=month, days=found[0], releases=found[1])
        for (issuer, language, month), found in counted.items()
        if found
    ]
    calendar.bulk_create(
        rows, update_conflicts=True, unique_fields=["issuer", "language", "month"], update_fields=["days", "releases"]
    )
    for issuer, language, month in (place for place, found in counted.items() if not found):
        calendar.filter(issuer=issuer, language=language, month=month).delete()
