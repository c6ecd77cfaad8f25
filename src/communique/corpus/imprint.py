"""A corpus as one hash, whatever the order and number of additions and whatever store keeps it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from communique.corpus.blocks import Block
from communique.corpus.codec import unpack
from communique.model import Release
from communique.model.corrections import Correction
from communique.sources import SetAside

DIGITS = 9
"""Digits of a score that count."""

_encoder = msgspec.msgpack.Encoder(order="deterministic")


def hash_release(release: Release, *, superseded: bool) -> bytes:
    """Hash a release; when it was captured is chance and does not count."""
    return _hash(
        "release",
        release.key,
        *(release.address, release.identifier, release.issuer, release.language, release.title, release.text),
        release.issued.isoformat() if release.issued else None,
        *(release.place, release.licence, release.digest, release.tags, release.editions, release.notes),
        superseded,
    )


def hash_account(key: str, content: bytes, score: float | None) -> bytes:
    """Hash an account by the print of its deposit, and its score."""
    return _hash("account", key, content, None if score is None else f"{score + 0.0:.{DIGITS}f}")


def hash_set_aside(item: SetAside) -> bytes:
    """Hash a record set aside."""
    return _hash("set aside", item.source, item.reason)


def hash_tally(code: str, block: Block, content: bytes) -> bytes:
    """Hash the tally of a class over a block of months, given as it is kept."""
    return _hash("tally", code, block.width, block.number, unpack(content, "a tally"))


def hash_correction(correction: Correction) -> bytes:
    """Hash a correction: who made it and why counts, when does not."""
    words = correction.words
    return _hash(
        "correction",
        *(correction.release, correction.what.value, correction.place, correction.before, correction.after),
        (words.part.value, words.start, words.end) if words else None,
        *(correction.author, correction.reason),
    )


def join_hashes(hashes: Iterable[bytes]) -> str:
    """Give one hash for many, in hexadecimal, whatever their order."""
    whole = hashlib.sha256()
    for one in sorted(hashes):
        whole.update(one)
    return whole.hexdigest()


def _hash(*parts: object) -> bytes:
    return hashlib.sha256(_encoder.encode(parts)).digest()
