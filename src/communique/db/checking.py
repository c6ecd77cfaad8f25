"""Whether a database is whole: texts against keys, accounts against their prints, every index against the accounts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Q
from django.db.utils import DatabaseError

from communique.corpus.blocks import Block, first_day_of
from communique.corpus.codec import decode_account, decode_entry, decode_notices, unpack
from communique.db.calendars import count_days
from communique.db.checking_corrections import find_bad_corrections
from communique.db.models import AccountRow, CalendarRow, MembershipRow, ParticipationRow, ReleaseRow, TallyRow
from communique.db.rows import release_of, written_in
from communique.db.store import AT_ONCE, chunks, connection_of, is_postgres, pending_day
from communique.db.tallies import count_blocks
from communique.db.words import indexed_numbers
from communique.errors import CommuniqueError
from communique.precedent import Entry


def find_faults(alias: str) -> Iterator[str]:
    """Yield what is wrong with a database, in words; nothing where all is well."""
    yield from _broken_file(alias)
    yield from _bad_accounts(alias)
    yield from find_bad_corrections(alias)
    yield from _bad_versions(alias)
    yield from _bad_classes(alias)
    yield from _bad_calendars(alias)
    yield from _bad_index(alias)
    if day := pending_day(alias):
        yield f"scores from {day} on are not up to date: settle the corpus"


def _broken_file(alias: str) -> Iterator[str]:
    if is_postgres(alias):
        return
    with connection_of(alias).cursor() as cursor:
        for pragma in ("integrity_check", "foreign_key_check"):
            cursor.execute(f"PRAGMA {pragma}")
            for row in cursor.fetchall():
                if row != ("ok",):
                    yield f"the file is damaged: {' '.join(map(str, row))}"
        try:
            cursor.execute("INSERT INTO communique_words (communique_words) VALUES ('integrity-check')")
        except DatabaseError as error:
            yield f"the index of words is damaged: {error}"


def _bad_accounts(alias: str) -> Iterator[str]:
    """Read every account anew: whether its key fits its text, and its bytes the print of its deposit."""
    numbers = ReleaseRow.objects.using(alias).order_by("pk").values_list("pk", flat=True)
    for some in chunks(list(numbers)):
        rows = ReleaseRow.objects.using(alias).select_related("account__telling", "account__wording")
        for row in rows.filter(pk__in=some):
            yield from _bad_account(row)


def _bad_account(row: ReleaseRow) -> Iterator[str]:
    release = release_of(row)
    if release.key != row.key:
        yield f"{row.name}: the key {row.key} does not fit address and text, which give {release.key}"
    try:
        written = written_in(row)
    except ObjectDoesNotExist:
        yield f"{row.name}: the account is missing"
        return
    try:
        if written.imprint != bytes(row.account.imprint):
            yield f"{row.name}: the account is not the one that was kept"
        decode_account(written.account, release)
        decode_notices(written.notices)
        if written.entry is not None:
            decode_entry(written.entry)
    except CommuniqueError as error:
        yield f"{row.name}: {error}"


def _bad_versions(alias: str) -> Iterator[str]:
    """Find addresses whose latest text does not stand for them, or not alone."""
    rows = ReleaseRow.objects.using(alias).exclude(address="").values("address_print")
    standing = Count("pk", filter=Q(superseded=False))
    bad = rows.annotate(standing=standing).exclude(standing=1)
    for address_print, number in bad.values_list("address_print", "standing"):
        row = ReleaseRow.objects.using(alias).filter(address_print=address_print).first()
        yield f"{row.address if row else address_print}: {number} texts stand for it, expected one"


def _bad_classes(alias: str) -> Iterator[str]:
    """Compare the classes of every account, and the tallies of every class, with what the entries give."""
    expected: dict[str, set[int]] = defaultdict(set)
    for number, entry in _counted(alias):
        for reference in entry.classes:
            expected[reference.code].add(number)
    kept: dict[str, set[int]] = defaultdict(set)
    for code, number in MembershipRow.objects.using(alias).values_list("code", "account_id").iterator(AT_ONCE):
        kept[code].add(number)
    tallied = set(TallyRow.objects.using(alias).values_list("code", flat=True).distinct())
    for code in sorted(expected.keys() | kept.keys() | tallied):
        if expected[code] != kept[code]:
            yield f"{code}: {len(kept[code])} accounts are looked up, {len(expected[code])} belong to it"
        yield from _bad_tallies(alias, code, expected[code])


def _bad_tallies(alias: str, code: str, numbers: set[int]) -> Iterator[str]:
    entries = (entry for some in chunks(numbers) for entry in _entries(alias, some))
    rows = TallyRow.objects.using(alias).filter(code=code).values_list("width", "number", "content")
    kept = {Block(width, number): unpack(bytes(content)) for width, number, content in rows}
    counted = {block: unpack(content) for block, content in count_blocks(entries).items()}
    for block in sorted(kept.keys() | counted.keys()):
        if kept.get(block) != counted.get(block):
            first = first_day_of(block.months[0])
            yield f"{code}: the tally of {block.width} months from {first} on does not fit its accounts"


def _bad_calendars(alias: str) -> Iterator[str]:
    rows = ReleaseRow.objects.using(alias).filter(superseded=False)
    counted = count_days(rows.values_list("issuer", "language", "day").iterator(AT_ONCE))
    calendar = CalendarRow.objects.using(alias).values_list("issuer", "language", "month", "days", "releases")
    kept = {(issuer, language, month): (days, number) for issuer, language, month, days, number in calendar}
    for place in sorted(kept.keys() | counted.keys()):
        if kept.get(place) != counted.get(place):
            issuer, language, month = place
            yield f"{issuer} ({language}): the days of the month from {first_day_of(month)} on do not fit its releases"


def _bad_index(alias: str) -> Iterator[str]:
    expected = set(ReleaseRow.objects.using(alias).filter(superseded=False).values_list("pk", flat=True))
    kept = set(indexed_numbers(alias))
    if lost := expected - kept:
        yield f"the index of words lacks {len(lost)} releases"
    if stray := kept - expected:
        yield f"the index of words holds {len(stray)} releases that do not count"
    sides = ParticipationRow.objects.using(alias).values_list("account_id", "side")
    told = {(number, side) for number, entry in _counted(alias) for side in entry.counterparts}
    if lost_sides := told - set(sides.iterator(AT_ONCE)):
        yield f"the index of counterparts lacks {len(lost_sides)}"


def _counted(alias: str) -> Iterator[tuple[int, Entry]]:
    rows = AccountRow.objects.using(alias).filter(release__superseded=False, entry__isnull=False)
    for number, entry in rows.values_list("pk", "entry").iterator(AT_ONCE):
        yield number, decode_entry(bytes(entry or b""))


def _entries(alias: str, numbers: list[int]) -> Iterator[Entry]:
    rows = AccountRow.objects.using(alias).filter(pk__in=numbers, entry__isnull=False)
    for entry in rows.values_list("entry", flat=True):
        yield decode_entry(bytes(entry or b""))
