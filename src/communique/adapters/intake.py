"""A source by whatever name, a file, a folder, an address or standard input: the releases in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.adapters.files import load_captures
from communique.errors import CommuniqueError
from communique.model import Capture, Release
from communique.sources import (
    Publishers,
    SetAside,
    SourceFormat,
    detect_format,
    find_feed_links,
    parse_releases,
)

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """
    Tell an address from the name of a file.

    >>> is_address("https://president.arvenia.example/7"), is_address("../a://b.html")
    (True, False)
    """
    return _ADDRESS.match(source) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """
    Opens sources and parses what they hold.

    ``fetch`` gets an address, ``stdin`` gives all bytes of standard input; ``language`` and ``issuer`` count where a
    source does not tell; with ``follow`` the pages that a feed links are fetched in place of its entries.
    """

    publishers: Publishers
    fetch: Callable[[str], Capture]
    stdin: Callable[[], bytes]
    language: str | None = None
    issuer: str | None = None
    follow: bool = False

    def __call__(self, source: str) -> Iterator[Release | SetAside]:
        """
        Yield the releases of a source, in order.

        One that cannot be read is set aside, if it is one of several: a file of a folder, a record, a page of a feed.

        Raises:
            CommuniqueError: the source as a whole cannot be had or read.
        """
        if is_address(source):
            yield from self._parsed(self.fetch(source))
            return
        for item in load_captures(source, stdin=self.stdin() if source == "-" else b""):
            if isinstance(item, SetAside):
                yield item
            elif item.address == source:
                yield from self._parsed(item)
            else:
                yield from self._or_set_aside(item.address, item)

    def _parsed(self, captured: Capture) -> Iterator[Release | SetAside]:
        if self.follow and detect_format(captured) is SourceFormat.FEED:
            for link in find_feed_links(captured):
                yield from self._or_set_aside(link)
            return
        yield from parse_releases(captured, issuer=self.issuer, language=self.language, publishers=self.publishers)

    def _or_set_aside(self, source: str, captured: Capture | None = None) -> Iterator[Release | SetAside]:
        """Parse one of several, fetched first where it is not at hand."""
        try:
            yield from self._parsed(captured or self.fetch(source))
        except CommuniqueError as error:
            yield SetAside(source=source, reason=str(error))
