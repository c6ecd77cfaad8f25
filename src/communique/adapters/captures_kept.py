"""Captures kept to ask a host whether anything changed, instead of fetching the same bytes again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Protocol

from communique.model import Capture


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCapture:
    """A capture with the marks that its host gave it: an entity tag, the time of its last change."""

    capture: Capture
    etag: str | None = None
    last_modified: str | None = None

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the bytes only if they changed."""
        marks = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {header: mark for header, mark in marks.items() if mark}


class CaptureCache(Protocol):
    """Where captures are kept between fetches."""

    def get(self, address: str) -> KeptCapture | None:
        """Give what is kept of an address, None for nothing."""
        ...

    def put(self, address: str, kept: KeptCapture) -> None:
        """Keep the newest capture of an address."""
        ...


class MemoryCache:
    """Keeps the latest captures in memory, by default a hundred."""

    def __init__(self, size: int = 100) -> None:
        self._size = size
        self._kept: OrderedDict[str, KeptCapture] = OrderedDict()

    def get(self, address: str) -> KeptCapture | None:
        """Give what is kept of an address, None for nothing."""
        return self._kept.get(address)

    def put(self, address: str, kept: KeptCapture) -> None:
        """Keep the newest capture of an address, and drop the oldest of all where there is no room."""
        self._kept[address] = kept
        self._kept.move_to_end(address)
        while len(self._kept) > self._size:
            self._kept.popitem(last=False)
