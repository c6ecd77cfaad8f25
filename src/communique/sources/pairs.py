"""JSON Lines of pairs: two whole releases a record, taken for accounts of one event."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.errors import CommuniqueError, SourceError
from communique.model import Capture, Release
from communique.sources.drafting import Hints
from communique.sources.outcome import SetAside
from communique.sources.records import parse_object, parse_record

_MARK = b"\xef\xbb\xbf"
_KEYS = "id, a, b"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePair:
    """
    Two releases under one identifier.

    ``passages`` are the exact words that limit each text to the part that concerns the event, None for the whole.
    """

    identifier: str | int
    first: Release
    second: Release
    passages: tuple[str | None, str | None] = (None, None)


def parse_pairs(lines: Iterable[bytes], capture: Capture, hints: Hints) -> Iterator[ReleasePair | SetAside]:
    """Read pairs one by one, as they come; a bad one is set aside with the number of its line."""
    for number, line in enumerate(lines, start=1):
        record = line.removeprefix(_MARK) if number == 1 else line
        if not record.strip():
            continue
        try:
            yield parse_pair(record, capture, hints)
        except CommuniqueError as error:
            yield SetAside(source=f"{capture.address}, line {number}", reason=str(error))


def parse_pair(line: bytes, capture: Capture, hints: Hints) -> ReleasePair:
    """
    Read one record of two: an object with an identifier and the records of two releases.

    Raises:
        SourceError: a part of it is missing, or is no release.
    """
    record = parse_object(line)
    identifier = record.get("id")
    if not isinstance(identifier, str | int) or isinstance(identifier, bool):
        raise SourceError(
            wanted="a pair with an identifier",
            got=f"the keys {', '.join(record) or '(none)'}",
            remedy=f"the keys of a pair: {_KEYS}",
        )
    first, second = _release(record, "a", capture, hints), _release(record, "b", capture, hints)
    return ReleasePair(
        identifier=identifier,
        first=first,
        second=second,
        passages=(_passage(record["a"]), _passage(record["b"])),
    )


def _release(record: dict[str, Any], side: str, capture: Capture, hints: Hints) -> Release:
    half = record.get(side)
    if not isinstance(half, dict):
        raise SourceError(
            wanted=f"the record of a release under “{side}”",
            got="nothing" if half is None else f"a JSON {type(half).__name__}",
            remedy=f"the keys of a pair: {_KEYS}",
        )
    return parse_record(json.dumps(half, ensure_ascii=False).encode(), capture, hints)


def _passage(half: dict[str, Any]) -> str | None:
    words = half.get("passage")
    return words if isinstance(words, str) and words.strip() else None
