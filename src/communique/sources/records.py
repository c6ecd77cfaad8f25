"""JSON Lines: one release a record, its text kept exactly as the record has it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.charset import count_mojibake
from communique.sources.dates import parse_machine_date
from communique.sources.drafting import Draft, Hints, finish
from communique.sources.outcome import SetAside
from communique.sources.packing import LARGEST_RECORD, MEGABYTE
from communique.sources.publishers import Publisher

_KEYS = "id, issuer, language, url, title, issued, place, text, licence"
_MARK = b"\xef\xbb\xbf"


def parse_records(lines: Iterable[bytes], capture: Capture, hints: Hints) -> Iterator[Release | SetAside]:
    """
    Read records one by one, as they come; a bad one is set aside with the number of its line.

    Raises:
        SourceError: there is no record at all.
    """
    number = 0
    for number, line in enumerate(lines, start=1):
        record = line.removeprefix(_MARK) if number == 1 else line
        if not record.strip():
            continue
        try:
            yield parse_record(record, capture, hints)
        except SourceError as error:
            yield SetAside(source=f"{capture.address}, line {number}", reason=str(error))
    if number == 0:
        raise SourceError(wanted="JSON Lines with one release a line", got="no line")


def parse_document(content: bytes, capture: Capture, hints: Hints) -> Iterator[Release | SetAside]:
    """Read a whole JSON document: one record, or a list of records."""
    try:
        whole = json.loads(content.removeprefix(_MARK))
    except (ValueError, RecursionError) as error:
        raise SourceError(wanted="JSON Lines, or one JSON document", got=f"broken JSON: {error}") from error
    records = whole if isinstance(whole, list) else [whole]
    lines = (json.dumps(record, ensure_ascii=False).encode() for record in records)
    for number, line in enumerate(lines, start=1):
        for outcome in parse_records([line], capture, hints):
            numbered = f"{capture.address}, record {number}"
            yield SetAside(source=numbered, reason=outcome.reason) if isinstance(outcome, SetAside) else outcome


def parse_record(line: bytes, capture: Capture, hints: Hints) -> Release:
    """Read one record: an object with a text or a title, and what else is known of the release."""
    record = parse_object(line)
    words = {key: value for key, value in record.items() if isinstance(value, str)}
    title, text = words.get("title", ""), words.get("text", "")
    if not title.strip() and not text.strip():
        raise SourceError(
            wanted="a record with a text or a title",
            got="empty ones" if words.keys() & {"title", "text"} else f"the keys {', '.join(record) or '(none)'}",
            remedy=f"the keys that are read: {_KEYS}",
        )
    publisher = _publisher(words, hints)
    issued, notes = _issued(words.get("issued", ""), publisher)
    draft = Draft(
        title=title,
        text=text,
        address=words.get("url") or _inner_address(capture.address, words.get("id")),
        issuer=words.get("issuer"),
        language=words.get("language"),
        issued=issued,
        place=words.get("place"),
        licence=words.get("licence") or words.get("license"),
        identifier=words.get("id"),
        tags=_tags(record.get("tags")),
        notes=(*notes, *_mojibake_notes(text)),
        publisher=publisher,
        digest=hashlib.sha256(line).hexdigest(),
    )
    return finish(draft, capture, hints)


def find_record(lines: Iterable[bytes], identifier: str) -> bytes:
    """
    Find the line of the record with an identifier.

    Raises:
        SourceError: there is none; the message names a few identifiers that there are.
    """
    seen: list[str] = []
    wanted = json.dumps(identifier)[1:-1].encode(), identifier.encode()
    for line in lines:
        if len(seen) >= _EXAMPLES and not any(words in line for words in wanted):
            continue
        found = _identifier(line)
        if found == identifier:
            return line
        if found and len(seen) < _EXAMPLES:
            seen.append(found)
    raise no_such_record(identifier, seen)


_EXAMPLES = 4


def no_such_record(identifier: str, existing: Iterable[str]) -> SourceError:
    """Give the error for an identifier that no record has."""
    examples = ", ".join(existing)
    return SourceError(
        wanted=f"a record with the identifier {identifier}",
        got="none",
        remedy=f"there are, for example: {examples}" if examples else "no record of this source has an identifier",
    )


def _identifier(line: bytes) -> str | None:
    try:
        found = parse_object(line.removeprefix(_MARK)).get("id")
    except SourceError:
        return None
    return found if isinstance(found, str) else None


def parse_object(line: bytes) -> dict[str, Any]:
    """
    Read one line as a JSON object.

    Raises:
        SourceError: it is too long, not in UTF-8, broken, or JSON of another sort.
    """
    if len(line) > LARGEST_RECORD:
        raise SourceError(wanted="a record", got=f"a line of more than {LARGEST_RECORD // MEGABYTE} MB")
    try:
        record = json.loads(line)
    except UnicodeDecodeError as error:
        raise SourceError(wanted="a record in UTF-8", got=f"other bytes: {error}") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(wanted="a JSON object", got=f"broken JSON: {error}") from error
    if not isinstance(record, dict):
        raise SourceError(wanted="a JSON object", got=f"a JSON {type(record).__name__}")
    return record


def _inner_address(address: str, identifier: str | None) -> str:
    return address if identifier is None or "#" in address else f"{address}#{identifier}"


def _publisher(words: dict[str, str], hints: Hints) -> Publisher | None:
    by_address = hints.publishers.find(words.get("url", ""))
    return by_address or hints.publishers.of_issuer(words.get("issuer", ""), words.get("language"))


def _issued(value: str, publisher: Publisher | None) -> tuple[datetime | None, tuple[str, ...]]:
    if not value:
        return None, ("the record has no date of issue",)
    issued = parse_machine_date(value)
    if issued is None:
        return None, (f"the record's date of issue is not ISO 8601 and was not read: {value}",)
    if issued.tzinfo is None:
        return issued, ()
    zone = publisher.zone if publisher else None
    own = issued.replace(tzinfo=zone).utcoffset() if zone else None
    if own is None or own == issued.utcoffset():
        return issued, ()
    note = f"stamped {value}, not in the zone {zone} of its office; kept as wall time without a zone"
    return issued.replace(tzinfo=None), (note,)


def _tags(value: object) -> tuple[str, ...]:
    return tuple(tag for tag in value if isinstance(tag, str)) if isinstance(value, list) else ()


def _mojibake_notes(text: str) -> tuple[str, ...]:
    traces = count_mojibake(text)
    return (f"{traces} traces of a wrong decoding before capture; left as they are",) if traces else ()
