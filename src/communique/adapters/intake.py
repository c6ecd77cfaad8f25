"""A source by whatever name, a file, a folder, an address or standard input: the releases in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Release
from communique.sources import Publishers, SetAside


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """stub while the adapters land"""

    publishers: Publishers
    language: str | None = None
    issuer: str | None = None
    follow: bool = False
    allow_private: bool = False

    def __call__(self, source: str) -> Iterator[Release | SetAside]:
        yield from ()
