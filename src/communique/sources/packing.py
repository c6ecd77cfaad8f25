"""Gzip, unpacked as a stream and never past a limit: a few kilobytes may hold gigabytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from communique.errors import SourceError

MEGABYTE = 1024 * 1024
LARGEST_SOURCE = 40 * MEGABYTE
LARGEST_RECORD = 8 * MEGABYTE
_LARGEST_STREAM = 8 * 1024 * MEGABYTE
_HIGHEST_RATIO = 200
_STEP = 256 * 1024
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
GZIP_MARK = b"\x1f\x8b"


def too_large(*, got: str) -> SourceError:
    """Give the error for a source that is larger than any release."""
    return SourceError(
        wanted=f"a release of at most {LARGEST_SOURCE // MEGABYTE} MB",
        got=got,
        remedy="is it an archive or a collection? give its releases one by one, or as JSON Lines",
    )


def unpack(packed: bytes) -> bytes:
    """
    Unpack one gzip file in memory, at most 40 MB of it.

    Raises:
        SourceError: it is damaged, or larger than any release.
    """
    unpacked = bytearray()
    for part in unpack_parts(packed):
        unpacked += part
        if len(unpacked) > LARGEST_SOURCE:
            raise too_large(got=f"a gzip file that unpacks to more than {LARGEST_SOURCE // MEGABYTE} MB")
    return bytes(unpacked)


def unpack_parts(packed: bytes) -> Iterator[bytes]:
    """Unpack gzip data, also several members end to end, in parts of at most 256 KB."""
    rest = memoryview(packed)
    total = 0
    while rest:
        stream = zlib.decompressobj(_GZIP_WINDOW)
        for part in _member_parts(stream, rest):
            total += len(part)
            if total > min(_LARGEST_STREAM, max(LARGEST_SOURCE, len(packed) * _HIGHEST_RATIO)):
                raise too_large(got=f"a gzip file of {len(packed)} bytes that unpacks to more than {total} bytes")
            yield part
        rest = rest[len(rest) - len(stream.unused_data) :] if stream.unused_data.startswith(GZIP_MARK) else rest[:0]


def _member_parts(stream: zlib._Decompress, packed: memoryview) -> Iterator[bytes]:
    try:
        position = 0
        waiting: bytes | memoryview = b""
        while not stream.eof:
            if not waiting:
                waiting = packed[position : position + _STEP]
                position += len(waiting)
            if not waiting:
                raise SourceError(wanted="a whole gzip file", got="one that breaks off", remedy="fetch it again")
            if part := stream.decompress(waiting, _STEP):
                yield part
            waiting = stream.unconsumed_tail
    except zlib.error as error:
        raise SourceError(wanted="a gzip file", got=f"a damaged one: {error}", remedy="fetch it again") from error


def lines_of(parts: Iterator[bytes]) -> Iterator[bytes]:
    r"""
    Cut a stream into lines, without their ends; a line longer than 8 MB comes cut off at that length.

    >>> list(lines_of(iter([b"one\ntw", b"o\r\n\nthree"])))
    [b'one', b'two', b'', b'three']
    """
    waiting = bytearray()
    for part in parts:
        *whole, last = part.split(b"\n")
        for line in whole:
            _extend(waiting, line)
            yield bytes(waiting).removesuffix(b"\r")
            waiting.clear()
        _extend(waiting, last)
    if waiting:
        yield bytes(waiting)


def _extend(waiting: bytearray, piece: bytes) -> None:
    waiting += piece[: LARGEST_RECORD + 1 - len(waiting)]
