"""What a store keeps of an account, as bytes and back: the account, its entry, a tally, the prints of its wordings."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import TypeVar, cast

import msgspec

from communique.corpus.port import Deposit
from communique.errors import CommuniqueError
from communique.model import Account, Release
from communique.precedent import Count, Entry, Notice, Tally

Value = TypeVar("Value")

LEVEL = 6
"""How hard zlib tries (1 to 9): past 6 it takes longer and gains nothing on so few bytes."""

# An account is kept without its release, which has columns of its own; this one stands in its place.
_ELSEWHERE = Release(address="", issuer="", language="", title="-", text="")

_encoder = msgspec.msgpack.Encoder(order="deterministic")


_NEVER = (0, 0)


@dataclass(slots=True)
class _TallyBytes:
    """A tally as it is written: ``first`` and ``last`` as ordinals (0 for none), a count as two numbers."""

    accounts: int
    first: int
    last: int
    counts: dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """All that a deposit holds beside its release, as it is written."""

    version: str
    account: bytes
    entry: bytes | None
    notices: bytes
    prints: bytes
    lemmas: bytes

    @property
    def imprint(self) -> bytes:
        """
        The SHA-256 of it all: of what was packed, so that no version of zlib matters.

        Raises:
            CommuniqueError: the bytes are damaged.
        """
        packed = (self.account, self.entry or pack(b""), self.notices, self.lemmas)
        whole = hashlib.sha256()
        for part in (self.version.encode(), self.prints, *map(unpack, packed)):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
        return whole.digest()


def encode_account(account: Account) -> bytes:
    """Write an account without its release."""
    return pack(_encoder.encode(replace(account, release=_ELSEWHERE)))


def decode_account(content: bytes, release: Release) -> Account:
    """
    Read an account and join it to its release again.

    Raises:
        CommuniqueError: the bytes are no account, or one of another make.
    """
    return replace(_read(Account, content, "an account"), release=release)


def encode_entry(entry: Entry) -> bytes:
    """Write what precedent counts of an account."""
    return pack(_encoder.encode(entry))


def decode_entry(content: bytes) -> Entry:
    """
    Read what precedent counts of an account.

    Raises:
        CommuniqueError: the bytes are no entry.
    """
    return _read(Entry, content, "an entry of precedent")


def encode_tally(tally: Tally) -> bytes:
    """Write a tally: equal tallies give equal bytes."""
    counts = {code: (count.seen, count.among) for code, count in sorted(tally.counts.items())}
    first, last = (day.toordinal() if day else 0 for day in (tally.first, tally.last))
    return pack(_encoder.encode(_TallyBytes(tally.accounts, first, last, counts)))


def decode_tally(content: bytes) -> Tally:
    """
    Read a tally.

    Raises:
        CommuniqueError: the bytes are no tally.
    """
    read = _read(_TallyBytes, content, "a tally")
    first, last = (date.fromordinal(day) if day else None for day in (read.first, read.last))
    counts = {code: Count(seen, among) for code, (seen, among) in read.counts.items()}
    return Tally(accounts=read.accounts, first=first, last=last, counts=MappingProxyType(counts))


def join_encoded(contents: Iterable[bytes]) -> bytes:
    """Join tallies as they are written: the same as to read them, join them and write the whole, in less time."""
    whole = _TallyBytes(0, 0, 0, {})
    counts = whole.counts
    for content in contents:
        part = _read(_TallyBytes, content, "a tally")
        whole.accounts += part.accounts
        whole.first = min(filter(None, (whole.first, part.first)), default=0)
        whole.last = max(whole.last, part.last)
        for code, (seen, among) in part.counts.items():
            before = counts.get(code, _NEVER)
            counts[code] = (before[0] + seen, before[1] + among)
    whole.counts = dict(sorted(counts.items()))
    return pack(_encoder.encode(whole))


def encode_notices(notices: tuple[Notice, ...]) -> bytes:
    """Write words on encounters to come."""
    return pack(_encoder.encode(notices))


def decode_notices(content: bytes) -> tuple[Notice, ...]:
    """
    Read words on encounters to come.

    Raises:
        CommuniqueError: the bytes are no notices.
    """
    return _read(tuple[Notice, ...], content, "notices of encounters")


def encode_prints(prints: Iterable[int]) -> bytes:
    """
    Write hashes of 64 bits, in order.

    >>> sorted(decode_prints(encode_prints({7, 2**64 - 1})))
    [7, 18446744073709551615]
    """
    ordered = sorted(prints)
    try:
        return struct.pack(f"<{len(ordered)}Q", *ordered)
    except struct.error as error:
        raise CommuniqueError(wanted="hashes from 0 to 2**64 - 1", got=f"{ordered[0]} to {ordered[-1]}") from error


def decode_prints(content: bytes) -> frozenset[int]:
    """Read hashes of 64 bits."""
    return frozenset(struct.unpack(f"<{len(content) // 8}Q", content))


def pack(content: bytes) -> bytes:
    """Make bytes small."""
    return zlib.compress(content, LEVEL)


def unpack(content: bytes, what: str = "packed bytes") -> bytes:
    """
    Make small bytes whole again.

    Raises:
        CommuniqueError: they were not packed, or are damaged.
    """
    try:
        return zlib.decompress(content)
    except zlib.error as error:
        raise CommuniqueError(wanted=what, got=f"damaged bytes: {error}", remedy="restore a backup") from error


def write_deposit(deposit: Deposit) -> Written:
    """Write all that a deposit holds beside its release."""
    return Written(
        version=deposit.version,
        account=encode_account(deposit.account),
        entry=encode_entry(deposit.entry) if deposit.entry else None,
        notices=encode_notices(deposit.notices),
        prints=encode_prints(deposit.prints),
        lemmas=pack(deposit.lemmas.encode()),
    )


def _read(kind: type[Value], content: bytes, what: str) -> Value:
    try:
        return cast("Value", _decoder(cast("Hashable", kind)).decode(unpack(content, what)))
    except (msgspec.MsgspecError, CommuniqueError) as error:
        raise CommuniqueError(
            wanted=what, got=f"bytes that do not read as one: {error}", remedy="extract it again, or restore a backup"
        ) from error


@cache
def _decoder(kind: Hashable) -> msgspec.msgpack.Decoder[object]:
    return msgspec.msgpack.Decoder(cast("type[object]", kind))
