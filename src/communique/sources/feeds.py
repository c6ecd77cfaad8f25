"""RSS and Atom: each entry a release, as far as the feed carries it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.charset import decode
from communique.sources.dates import parse_machine_date
from communique.sources.drafting import Draft, Hints, finish
from communique.sources.outcome import SetAside
from communique.sources.page_text import lines_of_tree, parse_tree
from communique.sources.prose import tidy_lines
from communique.sources.publishers import Publisher
from communique.text.normalise import normalise_line, normalise_text

_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>")


def parse_feed(capture: Capture, hints: Hints) -> Iterator[Release | SetAside]:
    """
    Read the entries of a feed; one without title and text is set aside.

    Raises:
        SourceError: there is no entry, or the feed defines entities of its own.
    """
    feed, notes = _read(capture)
    digest = capture.digest
    for number, entry in enumerate(feed.entries, start=1):
        source = entry.get("link") or f"{capture.address}, entry {number}"
        try:
            draft = _draft(entry, feed.feed, notes, hints, source)
            yield finish(replace(draft, digest=digest), capture, hints)
        except SourceError as error:
            yield SetAside(source=source, reason=str(error))


def find_feed_links(capture: Capture) -> tuple[str, ...]:
    """Find the addresses of a feed's entries, in order, each once: where the whole releases are."""
    feed, _ = _read(capture)
    return tuple(dict.fromkeys(entry.link for entry in feed.entries if entry.get("link")))


def _read(capture: Capture) -> tuple[Any, tuple[str, ...]]:
    import feedparser  # noqa: PLC0415 - loaded only when a feed comes

    decoded = decode(capture.content, capture.charset)
    if _ENTITY.search(decoded.text):
        raise SourceError(wanted="a feed", got="XML that defines entities of its own", remedy="feeds need none")
    markup = _DECLARATION.sub("", decoded.text)
    feed = feedparser.parse(
        io.BytesIO(markup.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries:
        raise SourceError(wanted="a feed with entries", got="none", remedy="does the feed need another address?")
    return feed, decoded.notes


def _draft(entry: Any, feed: Any, notes: tuple[str, ...], hints: Hints, source: str) -> Draft:  # noqa: ANN401 - feedparser ships no types
    contents = [content.value for content in entry.get("content", []) if content.get("value")]
    whole = max(contents, key=len, default="")
    title = normalise_line(" ".join(_lines(entry.get("title", ""))))
    lines, tidied = tidy_lines(_lines(whole or entry.get("summary", "")), title)
    publisher = hints.publishers.find(source)
    issued = _issued(entry, publisher)
    return Draft(
        title=title,
        text="\n".join(lines),
        address=source,
        language=(publisher.language_of(source) if publisher else None) or feed.get("language"),
        issued=issued,
        licence=(publisher.terms if publisher else None)
        or normalise_line(entry.get("rights") or feed.get("rights") or ""),
        identifier=publisher.identifier_of(source) if publisher else None,
        tags=tuple(tag.term for tag in entry.get("tags", []) if tag.get("term")),
        notes=(*notes, *tidied, *_notes(whole, lines, issued)),
        publisher=publisher,
    )


def _lines(markup: str) -> tuple[str, ...]:
    if not markup.strip():
        return ()
    if not _TAG.search(markup):
        return tuple(normalise_text(markup).split("\n"))
    return lines_of_tree(parse_tree(f"<div>{markup}</div>"))


def _issued(entry: Any, publisher: Publisher | None) -> datetime | None:  # noqa: ANN401 - feedparser ships no types
    for key in ("published", "issued", "updated"):
        stated = dict.__contains__(entry, key)  # the parser's own look-up answers one key by another
        read = parse_machine_date(entry[key] or "") if stated else None
        if read is not None:
            zone = publisher.zone if publisher else None
            return read.astimezone(zone) if zone and read.tzinfo else read
    return None


def _notes(whole: str, lines: tuple[str, ...], issued: datetime | None) -> Iterator[str]:
    if not lines:
        yield "the feed gives the title alone; the release stands at its own address"
    elif not whole:
        yield "the feed may carry a summary only; the release stands at its own address"
    if issued is None:
        yield "the feed gives no date of issue that could be read"
