"""Putting accounts into a database: all of one addition, with every index and tally that follows, in one step."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from communique.corpus.blocks import month_of
from communique.corpus.codec import decode_entry, write_deposit
from communique.corpus.imprint import hash_set_aside
from communique.corpus.port import Added, Deposit
from communique.corpus.rules import day_of, moment_of
from communique.db.calendars import Month, recount_days
from communique.db.models import (
    AccountRow,
    ExtractedRow,
    MembershipRow,
    NoticeRow,
    ParticipationRow,
    ReleaseRow,
    SetAsideRow,
    TellingRow,
    WordingRow,
)
from communique.db.rows import (
    account_row,
    membership_rows,
    moment,
    notice_rows,
    participation_rows,
    print_of,
    release_row,
    telling_row,
    wording_row,
)
from communique.db.store import AT_ONCE, chunks, is_postgres, note_pending, writing
from communique.db.tallies import recount
from communique.db.words import insert_words, remove_words
from communique.model import Release
from communique.precedent import Entry
from communique.sources import SetAside

_NUL = "\0"

Numbered = tuple[int, Deposit]
"""A deposit with the number of its release's row."""


@dataclass(slots=True)
class _Touched:
    """What an addition changed and has to be counted anew: months of classes, months of issuers, days of scores."""

    tallies: set[tuple[str, int]] = field(default_factory=set)
    calendars: set[Month] = field(default_factory=set)
    days: set[date] = field(default_factory=set)

    def note(self, office: tuple[str, str], day: date | None, entry: Entry | None) -> None:
        """Note one account that came or went."""
        if day is not None:
            self.calendars.add((*office, month_of(day)))
        if entry is not None:
            self.days.add(entry.issued)
            self.tallies |= {(reference.code, month_of(entry.issued)) for reference in entry.classes}


def add_deposits(
    alias: str, deposits: Sequence[Deposit], set_aside: Sequence[SetAside], *, corrected: frozenset[str] = frozenset()
) -> Added:
    """
    Keep some accounts and records set aside, with all that follows from them, in one step or not at all.

    The account of a release that an analyst corrected is renewed only where ``corrected`` names its key: whoever adds
    without knowing of corrections must not undo them.
    """
    touched = _Touched()
    if is_postgres(alias):
        deposits, set_aside = _without_nul(deposits, set_aside)
    with writing(alias):
        told, new, renewed = _sort(alias, deposits, corrected)
        inserted = _insert_releases(alias, new)
        told["changed"], superseded = _find_superseded(alias, inserted)
        told["new"] -= told["changed"]
        _withdraw(alias, {*superseded, *(number for number, _ in renewed)}, touched)
        ReleaseRow.objects.using(alias).filter(pk__in=superseded).update(superseded=True)
        _drop_accounts(alias, renewed)
        _insert_accounts(alias, (*inserted, *renewed))
        _count(alias, _standing(alias, (*inserted, *renewed)), touched)
        recount(alias, touched.tallies)
        recount_days(alias, touched.calendars)
        note_pending(alias, touched.days)
        told["set_aside"] = _set_aside(alias, set_aside)
    return Added(**told)


def renew_deposits(alias: str, deposits: Sequence[Deposit]) -> None:
    """Put accounts in the place of those that are kept of the same releases, whatever version made either."""
    touched = _Touched()
    with writing(alias):
        rows = ReleaseRow.objects.using(alias).filter(key__in=[one.account.release.key for one in deposits])
        numbers = dict(rows.values_list("key", "pk"))
        renewed = tuple((numbers[one.account.release.key], one) for one in deposits)
        _withdraw(alias, numbers.values(), touched)
        _drop_accounts(alias, renewed)
        _insert_accounts(alias, renewed)
        _count(alias, _standing(alias, renewed), touched)
        recount(alias, touched.tallies)
        recount_days(alias, touched.calendars)
        note_pending(alias, touched.days)


def _without_nul(
    deposits: Sequence[Deposit], set_aside: Sequence[SetAside]
) -> tuple[Sequence[Deposit], Sequence[SetAside]]:
    """Set texts aside that hold a NUL character, which PostgreSQL keeps in no text."""
    fit: list[Deposit] = []
    aside = [SetAside(source=item.source.replace(_NUL, ""), reason=item.reason.replace(_NUL, "")) for item in set_aside]
    for deposit in deposits:
        release = deposit.account.release
        if any(_NUL in part for part in (*_columns(release), *release.tags, *release.notes)):
            reason = "expected a text without NUL characters, got one with some (PostgreSQL keeps none; SQLite does)"
            aside.append(SetAside(source=release.address.replace(_NUL, ""), reason=reason))
        else:
            fit.append(deposit)
    return fit, aside


def _columns(release: Release) -> tuple[str, ...]:
    parts = (release.address, release.issuer, release.language, release.title, release.text)
    return (*parts, release.identifier or "", release.place or "", release.licence or "", release.digest or "")


def _sort(
    alias: str, deposits: Sequence[Deposit], corrected: frozenset[str]
) -> tuple[Counter[str], dict[str, Deposit], tuple[Numbered, ...]]:
    """Divide deposits into those never seen and those of another version than is kept; count them and the rest."""
    latest: dict[str, Deposit] = {}
    repeated = 0
    for deposit in deposits:
        key = deposit.account.release.key
        repeated += key in latest and latest[key].version == deposit.version
        latest[key] = deposit
    kept: dict[str, tuple[int, str]] = {}
    for some in chunks(latest):
        rows = ReleaseRow.objects.using(alias).filter(key__in=some).values_list("key", "pk", "account__version")
        kept |= {key: (number, version) for key, number, version in rows}
    new = {key: deposit for key, deposit in latest.items() if key not in kept}
    stale = {key for key in latest.keys() & kept.keys() if kept[key][1] != latest[key].version}
    stale -= _corrected_keys(alias, stale - corrected)
    renewed = tuple((kept[key][0], deposit) for key, deposit in latest.items() if key in stale)
    known = len(latest) - len(new) - len(renewed) + repeated
    replaced = len(deposits) - len(latest) - repeated
    return Counter(new=len(new), renewed=len(renewed) + replaced, known=known), new, renewed


def _corrected_keys(alias: str, keys: Iterable[str]) -> set[str]:
    """Give those of the keys whose releases an analyst corrected."""
    found: set[str] = set()
    for some in chunks(keys):
        found |= set(
            ExtractedRow.objects.using(alias).filter(release__key__in=some).values_list("release__key", flat=True)
        )
    return found


def _insert_releases(alias: str, new: Mapping[str, Deposit]) -> tuple[Numbered, ...]:
    rows = [release_row(deposit) for deposit in new.values()]
    made = ReleaseRow.objects.using(alias).bulk_create(rows, batch_size=AT_ONCE)
    return tuple(zip((row.pk for row in made), new.values(), strict=True))


def _find_superseded(alias: str, inserted: Sequence[Numbered]) -> tuple[int, frozenset[int]]:
    """Count the new texts of addresses already known, and find the texts that are no longer the latest of theirs."""
    changed, superseded = 0, set()
    new = {number for number, _ in inserted}
    for texts in _texts_by_address(alias, inserted):
        changed += len(new & texts.keys()) - (min(texts) in new)
        latest = max(texts, key=lambda number: (moment_of(texts[number]), number))
        superseded |= texts.keys() - {latest}
    return changed, frozenset(superseded)


def _texts_by_address(alias: str, inserted: Sequence[Numbered]) -> Iterator[dict[int, datetime | None]]:
    """Give all texts of each new deposit's address, by number, each with when it was captured."""
    addresses = {deposit.account.release.address for _, deposit in inserted} - {""}
    found: dict[str, dict[int, datetime | None]] = defaultdict(dict)
    for some in chunks(addresses):
        rows = ReleaseRow.objects.using(alias).filter(address_print__in=map(print_of, some))
        for number, address, captured in rows.values_list("pk", "address", "captured"):
            found[address][number] = moment(captured)
    return iter(found.values())


def _withdraw(alias: str, numbers: Iterable[int], touched: _Touched) -> None:
    """Let texts that counted count no more: out of classes and index, without a score."""
    for some in chunks(numbers):
        rows = AccountRow.objects.using(alias).filter(pk__in=some, release__superseded=False)
        there = []
        for number, issuer, language, day, entry in rows.values_list(
            "pk", "release__issuer", "release__language", "release__day", "entry"
        ):
            there.append(number)
            touched.note((issuer, language), day, decode_entry(bytes(entry)) if entry else None)
        MembershipRow.objects.using(alias).filter(account__in=there).delete()
        remove_words(alias, there)
        AccountRow.objects.using(alias).filter(pk__in=there).update(score=None)


def _drop_accounts(alias: str, renewed: Sequence[Numbered]) -> None:
    """Drop accounts that are to be replaced, and bring their releases up to date but for when they were captured."""
    deposits = dict(renewed)
    for some in chunks(deposits):
        kept = ReleaseRow.objects.using(alias).filter(pk__in=some).values_list("pk", "captured", "superseded")
        for number, captured, superseded in kept:
            row = release_row(deposits[number])
            row.pk, row.captured, row.superseded = number, captured, superseded
            row.save(using=alias, force_update=True)
        for table in (TellingRow, WordingRow, ParticipationRow, NoticeRow, MembershipRow):
            table.objects.using(alias).filter(account__in=some).delete()
        AccountRow.objects.using(alias).filter(pk__in=some).delete()


def _insert_accounts(alias: str, numbered: Sequence[Numbered]) -> None:
    written = [(number, write_deposit(deposit)) for number, deposit in numbered]
    AccountRow.objects.using(alias).bulk_create(account_row(*each) for each in written)
    TellingRow.objects.using(alias).bulk_create(telling_row(*each) for each in written)
    WordingRow.objects.using(alias).bulk_create(wording_row(*each) for each in written)
    counted = [(number, deposit, deposit.entry) for number, deposit in numbered if deposit.entry]
    ParticipationRow.objects.using(alias).bulk_create(
        row for number, _, entry in counted for row in participation_rows(number, entry)
    )
    NoticeRow.objects.using(alias).bulk_create(
        row for number, deposit, entry in counted for row in notice_rows(number, deposit, entry)
    )


def _standing(alias: str, numbered: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Give the deposits whose texts no later one has replaced."""
    standing: set[int] = set()
    for some in chunks(number for number, _ in numbered):
        standing |= set(
            ReleaseRow.objects.using(alias).filter(pk__in=some, superseded=False).values_list("pk", flat=True)
        )
    return tuple((number, deposit) for number, deposit in numbered if number in standing)


def _count(alias: str, standing: Sequence[Numbered], touched: _Touched) -> None:
    """Let texts count: in classes and index."""
    for _, deposit in standing:
        release = deposit.account.release
        touched.note((release.issuer, release.language), day_of(deposit), deposit.entry)
    MembershipRow.objects.using(alias).bulk_create(
        row for number, deposit in standing if deposit.entry for row in membership_rows(number, deposit.entry)
    )
    insert_words(alias, ((number, deposit.lemmas) for number, deposit in standing))


def _set_aside(alias: str, items: Iterable[SetAside]) -> int:
    """Keep records set aside, each once; count those not kept before."""
    rows = {
        imprint: SetAsideRow(imprint=imprint, source=item.source, reason=item.reason)
        for item in items
        for imprint in (hash_set_aside(item).hex(),)
    }
    for some in chunks(list(rows)):
        kept = SetAsideRow.objects.using(alias).filter(imprint__in=some).values_list("imprint", flat=True)
        for imprint in kept:
            del rows[imprint]
    SetAsideRow.objects.using(alias).bulk_create(rows.values())
    return len(rows)
