"""Tallies by blocks of months, kept beside the entries they count: recounted where touched, joined when asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from communique.corpus.blocks import WIDTHS, Block, find_blocks, first_day_of, month_of
from communique.corpus.codec import decode_entry, decode_tally, encode_tally, join_encoded
from communique.db.models import AccountRow, MembershipRow, TallyRow
from communique.db.store import chunks
from communique.precedent import Entry, Tally, join_tallies, tally_entries

Place = tuple[str, Block]
"""The code of a reference class, and a block of months."""


def tally_classes(alias: str, codes: Iterable[str], before: date) -> Mapping[str, Tally]:
    """Count the accounts of classes published before a day: a few blocks, and the part of the month one by one."""
    parts: dict[str, list[Tally]] = defaultdict(list)
    for some in chunks(codes):
        for code, tally in _whole_months(alias, some, before):
            parts[code].append(tally)
        for code, entries in _entries_of(alias, some, first_day_of(month_of(before)), before).items():
            parts[code].append(tally_entries(entries))
    return {code: join_tallies(tallies) for code, tallies in parts.items()}


def recount(alias: str, touched: Iterable[tuple[str, int]]) -> None:
    """Count the blocks over some months of classes anew, the months from their entries, the wider from narrower."""
    places = {(code, Block(WIDTHS[0], month)) for code, month in touched}
    if not places:
        return
    fresh = _counted_months(alias, places)
    _replace(alias, WIDTHS[0], fresh)
    for width in WIDTHS[1:]:
        wider = {(code, block.parent) for code, block in fresh if block.parent}
        fresh = _joined(alias, wider, fresh)
        _replace(alias, width, fresh)


def count_blocks(entries: Iterable[Entry]) -> Mapping[Block, bytes]:
    """Give the tallies, as they are kept, that the entries of one class make: what a recount from nothing gives."""
    by_month: dict[Block, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_month[Block(WIDTHS[0], month_of(entry.issued))].append(entry)
    level = {block: encode_tally(tally_entries(some)) for block, some in by_month.items()}
    found = dict(level)
    while level:
        wider: dict[Block, list[bytes | None]] = defaultdict(list)
        for block, content in level.items():
            if block.parent:
                wider[block.parent].append(content)
        level = {block: joined for block, contents in wider.items() if (joined := _join(contents))}
        found |= level
    return found


def _whole_months(alias: str, codes: list[str], before: date) -> Iterator[tuple[str, Tally]]:
    numbers: dict[int, list[int]] = defaultdict(list)
    for block in find_blocks(0, month_of(before)):
        numbers[block.width].append(block.number)
    asked = reduce(or_, (Q(width=width, number__in=some) for width, some in numbers.items()))
    rows = TallyRow.objects.using(alias).filter(asked, code__in=codes).values_list("code", "content")
    for code, content in rows:
        yield code, decode_tally(bytes(content))


def _entries_of(alias: str, codes: list[str], since: date, before: date) -> Mapping[str, list[Entry]]:
    rows = MembershipRow.objects.using(alias).filter(code__in=codes, day__gte=since, day__lt=before)
    found: dict[str, list[Entry]] = defaultdict(list)
    for code, entry in rows.values_list("code", "account__entry"):
        found[code].append(decode_entry(bytes(entry)))
    return found


def _counted_months(alias: str, places: set[Place]) -> dict[Place, bytes | None]:
    """Count classes over single months; None where none is left."""
    members = _members(alias, places)
    entries: dict[int, Entry] = {}
    for some in chunks({number for numbers in members.values() for number in numbers}):
        rows = AccountRow.objects.using(alias).filter(pk__in=some).values_list("pk", "entry")
        entries |= {number: decode_entry(bytes(entry)) for number, entry in rows if entry is not None}
    return {
        place: encode_tally(tally_entries(entries[number] for number in members[place])) if place in members else None
        for place in places
    }


def _members(alias: str, places: set[Place]) -> Mapping[Place, list[int]]:
    months = {block.number for _, block in places}
    members: dict[Place, list[int]] = defaultdict(list)
    for some in chunks({code for code, _ in places}):
        rows = MembershipRow.objects.using(alias).filter(code__in=some, month__in=months)
        for code, month, number in rows.values_list("code", "month", "account_id"):
            place = (code, Block(WIDTHS[0], month))
            if place in places:
                members[place].append(number)
    return members


def _joined(alias: str, wider: set[Place], fresh: Mapping[Place, bytes | None]) -> dict[Place, bytes | None]:
    """Join blocks from their four parts: those just counted, and the others as they are kept."""
    parts = {(code, child) for code, block in wider for child in block.children}
    kept = _kept(alias, {place for place in parts if place not in fresh})
    return {
        (code, block): _join([_content((code, child), fresh, kept) for child in block.children])
        for code, block in wider
    }


def _content(place: Place, fresh: Mapping[Place, bytes | None], kept: Mapping[Place, bytes]) -> bytes | None:
    return fresh[place] if place in fresh else kept.get(place)


def _join(contents: list[bytes | None]) -> bytes | None:
    there = [content for content in contents if content is not None]
    if len(there) > 1:
        return join_encoded(there)
    # Equal tallies are equal bytes: what stands alone stands for the whole.
    return there[0] if there else None


def _kept(alias: str, places: set[Place]) -> Mapping[Place, bytes]:
    widths = {block.width for _, block in places}
    numbers = {block.number for _, block in places}
    found: dict[Place, bytes] = {}
    for some in chunks({code for code, _ in places}):
        rows = TallyRow.objects.using(alias).filter(code__in=some, width__in=widths, number__in=numbers)
        for code, width, number, content in rows.values_list("code", "width", "number", "content"):
            place = (code, Block(width, number))
            if place in places:
                found[place] = bytes(content)
    return found


def _replace(alias: str, width: int, fresh: Mapping[Place, bytes | None]) -> None:
    rows = [
        TallyRow(code=code, width=width, number=block.number, content=content)
        for (code, block), content in fresh.items()
        if content is not None
    ]
    TallyRow.objects.using(alias).bulk_create(
        rows, update_conflicts=True, unique_fields=["code", "width", "number"], update_fields=["content"]
    )
    for code, block in (place for place, content in fresh.items() if content is None):
        TallyRow.objects.using(alias).filter(code=code, width=width, number=block.number).delete()
