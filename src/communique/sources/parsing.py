"""One door for every kind of source: captured bytes in, releases out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.docx_files import parse_docx
from communique.sources.drafting import Hints
from communique.sources.feeds import parse_feed
from communique.sources.formats import SourceFormat, detect_format
from communique.sources.outcome import SetAside
from communique.sources.packing import GZIP_MARK, LARGEST_SOURCE, MEGABYTE, lines_of, too_large, unpack, unpack_parts
from communique.sources.pages import parse_page
from communique.sources.pdf_files import parse_pdf
from communique.sources.plain import parse_markdown, parse_text
from communique.sources.publishers import Publishers, load_publishers
from communique.sources.records import find_record, no_such_record, parse_document, parse_records

_ONE: dict[SourceFormat, Callable[[Capture, Hints], Release]] = {
    SourceFormat.HTML: parse_page,
    SourceFormat.TEXT: parse_text,
    SourceFormat.MARKDOWN: parse_markdown,
    SourceFormat.PDF: parse_pdf,
    SourceFormat.DOCX: parse_docx,
}
_LARGEST_COLLECTION = 1024 * MEGABYTE
_HEAD = 64 * 1024
_EXAMPLES = 4


def parse_releases(
    capture: Capture,
    *,
    issuer: str | None = None,
    language: str | None = None,
    publishers: Publishers | None = None,
    name: str | None = None,
) -> Iterator[Release | SetAside]:
    r"""
    Read the releases of a source, of whatever kind it is by the evidence of its bytes.

    ``issuer`` names the office where the caller knows it; ``language`` counts where the source declares none;
    ``publishers`` is the table of publishers, the shipped one by default. ``name`` asks for the one record with that
    identifier. A record that cannot be read comes out as a SetAside, in its place; it does not stop the others.

    >>> text = Capture(address="-", content=b"Talks in Tarsk\n\nThe sides met.")
    >>> [release.title for release in parse_releases(text)]
    ['Talks in Tarsk']

    Raises:
        SourceError: the source as a whole holds no release, or no record has that name.
        CommuniqueError: the table of publishers is wrong.
    """
    hints = Hints(publishers=publishers or load_publishers(), issuer=issuer, language=language)
    found = _releases(capture, hints, name)
    return found if name is None else _named(found, name)


def parse_release(
    capture: Capture,
    *,
    issuer: str | None = None,
    language: str | None = None,
    publishers: Publishers | None = None,
    name: str | None = None,
) -> Release:
    """
    Read the one release of a source.

    Raises:
        SourceError: there is none that can be read, or more than one.
    """
    found = parse_releases(capture, issuer=issuer, language=language, publishers=publishers, name=name)
    first = next(found, None)
    if isinstance(first, SetAside):
        raise SourceError(wanted="a release", got=f"a record that cannot be read: {first.reason}")
    if first is None:
        raise SourceError(wanted="a text", got="none", remedy="is the source empty?")
    if next(found, None) is not None:
        raise SourceError(
            wanted="one release", got="several", remedy="name one of them, as in releases.jsonl#identifier"
        )
    return first


def _releases(capture: Capture, hints: Hints, name: str | None) -> Iterator[Release | SetAside]:
    if capture.content.startswith(GZIP_MARK):
        yield from _packed(capture, hints, name)
        return
    kind = detect_format(capture)
    largest = _LARGEST_COLLECTION if kind is SourceFormat.RECORDS else LARGEST_SOURCE
    if len(capture.content) > largest:
        raise too_large(got=f"{len(capture.content) / MEGABYTE:.1f} MB")
    if kind is SourceFormat.RECORDS:
        yield from _records(lines_of(iter([capture.content])), capture, hints, name)
    elif kind is SourceFormat.FEED:
        yield from parse_feed(capture, hints)
    else:
        yield _ONE[kind](capture, hints)


def _packed(capture: Capture, hints: Hints, name: str | None) -> Iterator[Release | SetAside]:
    """Records are unpacked line by line as they are asked for; any other kind whole, up to a release's size."""
    head = next(unpack_parts(capture.content), b"")[:_HEAD]
    inside = replace(capture, content=head, media_type=None, address=capture.address.removesuffix(".gz"))
    if head and detect_format(inside) is SourceFormat.RECORDS:
        yield from _records(lines_of(unpack_parts(capture.content)), capture, hints, name)
        return
    whole = replace(inside, content=unpack(capture.content))
    for outcome in _releases(whole, hints, name):
        yield replace(outcome, digest=capture.digest) if isinstance(outcome, Release) else outcome


def _records(lines: Iterator[bytes], capture: Capture, hints: Hints, name: str | None) -> Iterator[Release | SetAside]:
    if name is not None:
        yield from parse_records([find_record(lines, name)], capture, hints)
        return
    first = next((line for line in lines if line.strip()), b"")
    if first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[") or first.strip() == b"{":
        packed = capture.content.startswith(GZIP_MARK)
        yield from parse_document(unpack(capture.content) if packed else capture.content, capture, hints)
        return
    yield from parse_records(chain([first], lines), capture, hints)


def _named(found: Iterator[Release | SetAside], name: str) -> Iterator[Release | SetAside]:
    """Let through the releases with the identifier asked for, and complain where there is none."""
    seen: list[str] = []
    for outcome in found:
        if isinstance(outcome, Release) and outcome.identifier != name:
            seen += [outcome.identifier] if outcome.identifier and len(seen) < _EXAMPLES else []
            continue
        seen = [name]
        yield outcome
    if name not in seen:
        raise no_such_record(name, seen)
