"""A corpus in memory: small, plain, and gone with the process; the yardstick of the stores that last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType

from communique.corpus.blocks import Block, blocks_over, month_of
from communique.corpus.codec import encode_tally, write_deposit
from communique.corpus.imprint import hash_account, hash_release, hash_set_aside, hash_tally, join_hashes
from communique.corpus.kept import Kept, hit_of, issuer_status
from communique.corpus.port import EVERYTHING, Added, Deposit, Hit, Selection, Status
from communique.corpus.query import glimpse, parse_query
from communique.corpus.rules import (
    contact_of,
    contact_sides,
    day_of,
    find_scores,
    is_meant,
    moment_of,
    notice_sides,
    whole_text,
)
from communique.errors import CommuniqueError
from communique.model import Account, Release
from communique.precedent import Contact, Coverage, Entry, Notice, ReferenceClass, Tally, Wording, tally_entries
from communique.precedent.scoring import Replay
from communique.sources import SetAside


class MemoryCorpus:
    """Releases with their accounts, kept in memory."""

    location = "memory"

    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._aside: dict[SetAside, None] = {}
        self._pending: date | None = None

    def versions(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Give the extraction version of those of the keys that are kept."""
        return MappingProxyType({key: self._kept[key].deposit.version for key in keys if key in self._kept})

    def add(self, deposits: Sequence[Deposit], set_aside: Sequence[SetAside] = ()) -> Added:
        """Keep some accounts and records set aside; a record counts as set aside once."""
        told: Counter[str] = Counter(self._keep(deposit) for deposit in deposits)
        before = len(self._aside)
        self._aside |= dict.fromkeys(set_aside)
        return Added(**told, set_aside=len(self._aside) - before)

    def settle(self) -> None:
        """Bring the scores up to date with the accounts, from the earliest day that changed."""
        if self._pending is None:
            return
        earlier: dict[ReferenceClass, list[Entry]] = defaultdict(list)
        later: list[Entry] = []
        for entry in self.entries():
            if entry.issued >= self._pending:
                later.append(entry)
            else:
                for reference in entry.classes:
                    earlier[reference].append(entry)
        start = {reference: tally_entries(entries) for reference, entries in earlier.items()}
        for entry, score in find_scores(later, Replay(start)):
            self._kept[entry.key].score = score
        self._pending = None

    def release(self, name: str) -> Release | None:
        """Give a release by its key or by the name its corpus gives it, the latest version; None where unknown."""
        found = self._find(name)
        return found.release if found else None

    def account(self, name: str) -> Account | None:
        """Give an account likewise."""
        found = self._find(name)
        return replace(found.deposit.account, release=found.release) if found else None

    def accounts_by_key(self, keys: Iterable[str]) -> Mapping[str, Account]:
        """Give the accounts of the keys that are held, by key, at once."""
        return {key: account for key in keys if (account := self.account(key)) is not None}

    def captures(self, name: str) -> tuple[Release, ...]:
        """Give every text kept of the address that a release stands at, the earliest captured first."""
        found = self._find(name)
        return tuple(kept.release for kept in self._texts(found)) if found else ()

    def changed(self, selection: Selection = EVERYTHING) -> Iterator[tuple[Release, ...]]:
        """Yield all texts of each address of which more than one is kept, the latest change first."""
        latest = sorted(self._meant(selection), key=lambda kept: kept.release.key)
        for kept in sorted(latest, key=lambda kept: moment_of(kept.captured), reverse=True):
            texts = self._texts(kept)
            if len(texts) > 1:
                yield tuple(text.release for text in texts)

    def releases(self, selection: Selection = EVERYTHING, *, but: str = "") -> Iterator[Release]:
        """Yield the releases meant, by day and key; with ``but``, only those not extracted by that version."""
        for kept in self._meant(selection, superseded=True):
            if not but or kept.deposit.version != but:
                yield kept.release

    def accounts(self, selection: Selection = EVERYTHING) -> Iterator[Account]:
        """Yield the accounts meant, by day and key; superseded ones are left out."""
        for kept in self._meant(selection):
            yield replace(kept.deposit.account, release=kept.release)

    def entries(self, selection: Selection = EVERYTHING) -> Iterator[Entry]:
        """Yield what precedent counts of the accounts meant, by day and key."""
        for kept in self._meant(selection):
            if kept.counted:
                yield kept.counted

    def search(self, words: str, selection: Selection = EVERYTHING, *, most: int = 20) -> tuple[Hit, ...]:
        """Find releases that hold all of the words in any form, or phrases in quotation marks, the best first."""
        query = parse_query(words)
        found = [kept for kept in self._meant(selection) if query.matches(kept.deposit.lemmas)]
        found.sort(key=lambda kept: kept.release.key)
        found.sort(key=lambda kept: day_of(kept.deposit) or date.min, reverse=True)
        found.sort(key=lambda kept: query.rank(kept.deposit.lemmas), reverse=True)
        return tuple(hit_of(kept, glimpse(kept.release, query)) for kept in found[:most])

    def set_aside(self) -> tuple[SetAside, ...]:
        """Give the records that could not be read, with their reasons."""
        return tuple(sorted(self._aside, key=lambda item: (item.source, item.reason)))

    def status(self, *, version: str = "") -> Status:
        """Say what the corpus holds."""
        current = [kept for kept in self._kept.values() if not kept.superseded]
        offices = sorted({(kept.release.issuer, kept.release.language) for kept in current})
        return Status(
            location=self.location,
            releases=len(current),
            superseded=len(self._kept) - len(current),
            stale=sum(kept.deposit.version != version for kept in self._kept.values()) if version else 0,
            undated=sum(day_of(kept.deposit) is None for kept in current),
            set_aside=len(self._aside),
            size=0,
            issuers=tuple(issuer_status(*office, current) for office in offices),
        )

    def digest(self) -> str:
        """Hash all that the corpus holds (SHA-256), the same whatever the order and number of additions."""
        hashes = [hash_set_aside(item) for item in self._aside]
        for kept in self._kept.values():
            hashes.append(hash_release(kept.release, superseded=kept.superseded))
            hashes.append(hash_account(kept.release.key, write_deposit(kept.deposit).imprint, kept.score))
        for (code, block), entries in self._blocks().items():
            hashes.append(hash_tally(code, block, encode_tally(tally_entries(entries))))
        return join_hashes(hashes)

    def faults(self) -> Iterator[str]:
        """Yield what is wrong, in words: here only what is not yet settled can be."""
        if self._pending is not None:
            yield f"scores from {self._pending} on are not up to date: settle the corpus"

    def backup(self, target: Path) -> None:
        """Refuse: memory is kept in no file."""
        raise CommuniqueError(wanted="a corpus kept in a file", got="one in memory", remedy=f"keep one at {target}")

    def close(self) -> None:
        """Let go of nothing: memory is its own."""

    # What precedent asks.

    def tally(self, reference: ReferenceClass, before: date) -> Tally:
        """Count the accounts of a class published before a day."""
        return tally_entries(entry for kept in self._latest(reference, before) if (entry := kept.counted))

    def tallies(self, references: Iterable[ReferenceClass], before: date) -> Mapping[ReferenceClass, Tally]:
        """Count the accounts of each of some classes published before a day, at once."""
        return {reference: self.tally(reference, before) for reference in references}

    def scores(self, reference: ReferenceClass, before: date, most: int) -> tuple[float, ...]:
        """Give the scores of the latest accounts of a class before a day, those of one day by key, downward."""
        return tuple(kept.score for kept in self._latest(reference, before) if kept.score is not None)[:most]

    def contacts(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Contact, ...]:
        """Give an issuer's encounters with a side whose event falls on or after ``since``, before ``until``, by day."""
        found = (
            contact_of(entry, self._kept[entry.key].release.title)
            for entry in self._office(issuer, language)
            if counterpart in contact_sides(entry) and since <= entry.day < until
        )
        return tuple(sorted(found, key=lambda contact: (contact.day, contact.key)))

    def notices(self, issuer: str, language: str, counterpart: str, since: date, until: date) -> tuple[Notice, ...]:
        """Give an issuer's words on encounters to come with a side, published in a span of days, by day."""
        found = (
            notice
            for entry in self._office(issuer, language)
            for notice in self._kept[entry.key].deposit.notices
            if counterpart in notice_sides(notice, entry) and since <= notice.day < until
        )
        return tuple(sorted(found, key=lambda notice: (notice.day, notice.key)))

    def coverage(self, issuer: str, language: str, since: date = date.min, until: date = date.max) -> Coverage:
        """Give the days on which the corpus holds anything of an issuer, on or after ``since``, before ``until``."""
        published = self._meant(Selection(issuer=issuer, language=language))
        days = {day for kept in published if (day := day_of(kept.deposit))}
        return Coverage(days=tuple(sorted(day for day in days if since <= day < until)))

    def wordings(self, reference: ReferenceClass, before: date, most: int) -> tuple[Wording, ...]:
        """Give the wordings of the latest accounts of a class before a day."""
        return tuple(
            Wording(key=kept.release.key, issued=entry.issued, prints=kept.deposit.prints)
            for kept in self._latest(reference, before)[:most]
            if (entry := kept.counted)
        )

    def text(self, key: str) -> str:
        """Give title and body of a release, to show a wording in its own words; empty where unknown."""
        kept = self._kept.get(key)
        return whole_text(kept.release.title, kept.release.text) if kept else ""

    # How it is kept.

    def _keep(self, deposit: Deposit) -> str:
        release = deposit.account.release
        kept = self._kept.get(release.key)
        if kept is not None and kept.deposit.version == deposit.version:
            return "known"
        self._touch(kept.counted if kept else None, deposit.entry)
        if kept is not None:
            kept.deposit, kept.score = deposit, None
            return "renewed"
        self._kept[release.key] = Kept(deposit, release.captured, len(self._kept))
        return "changed" if self._supersede(release.address) else "new"

    def _supersede(self, address: str) -> bool:
        """Let the latest text of an address stand for it; tell whether there is more than one."""
        texts = [kept for kept in self._kept.values() if address and kept.release.address == address]
        latest = max(texts, key=_age, default=None)
        for kept in texts:
            if kept.superseded != (kept is not latest):
                self._touch(kept.deposit.entry)
                kept.superseded, kept.score = kept is not latest, None
        return len(texts) > 1

    def _touch(self, *entries: Entry | None) -> None:
        """Note the days from which scores are to be settled anew."""
        days = [entry.issued for entry in entries if entry] + ([self._pending] if self._pending else [])
        self._pending = min(days, default=None)

    def _find(self, name: str) -> Kept | None:
        if name in self._kept:
            return self._kept[name]
        named = (kept for kept in self._kept.values() if kept.release.name == name)
        return max(named, key=lambda kept: (not kept.superseded, moment_of(kept.captured), kept.arrival), default=None)

    def _texts(self, one: Kept) -> tuple[Kept, ...]:
        """Give all texts of an address in the order in which they were captured; a text without an address is alone."""
        address = one.release.address
        texts = (kept for kept in self._kept.values() if kept.release.address == address) if address else (one,)
        return tuple(sorted(texts, key=_age))

    def _meant(self, selection: Selection, *, superseded: bool = False) -> tuple[Kept, ...]:
        meant = (
            kept
            for kept in self._kept.values()
            if (superseded or not kept.superseded) and is_meant(kept.deposit, selection)
        )
        return tuple(sorted(meant, key=lambda kept: (day_of(kept.deposit) or date.min, kept.release.key)))

    def _office(self, issuer: str, language: str) -> tuple[Entry, ...]:
        return tuple(self.entries(Selection(issuer=issuer, language=language)))

    def _latest(self, reference: ReferenceClass, before: date) -> tuple[Kept, ...]:
        """Give the accounts of a class published before a day, the latest first."""
        meant = self._meant(Selection(issuer=reference.issuer, language=reference.language))
        return tuple(
            kept
            for kept in reversed(meant)
            if (entry := kept.counted) and entry.issued < before and reference in entry.classes
        )

    def _blocks(self) -> Mapping[tuple[str, Block], list[Entry]]:
        blocks: dict[tuple[str, Block], list[Entry]] = defaultdict(list)
        for entry in self.entries():
            for reference in entry.classes:
                for block in blocks_over(month_of(entry.issued)):
                    blocks[reference.code, block].append(entry)
        return blocks


def _age(kept: Kept) -> tuple[datetime, int]:
    """Give what puts the texts of an address in order: when each was captured, then when it arrived."""
    return moment_of(kept.captured), kept.arrival
