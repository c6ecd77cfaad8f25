"""One published text as captured, and the bytes it came in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from communique.errors import ModelError
from communique.model.spans import Part, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """
    The bytes got from one address at one time, before anything reads them.

    ``media_type`` and ``charset`` are what the sender declared (``text/html``, ``utf-8``); either may be wrong.
    ``captured`` is aware of its zone, or None where nobody noted it.
    """

    address: str
    content: bytes
    media_type: str | None = None
    charset: str | None = None
    captured: datetime | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The same release in another language, where its publisher names one."""

    language: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """
    One published text as captured, never edited.

    ``issuer`` is the code of the publishing office (``ru-president``), empty where unknown; ``language`` an ISO 639-1
    code; ``issued`` the time of publication as the issuer prints it (local wall time, with a zone where one was
    given); ``place`` the place line that some publishers set above the body; ``digest`` the SHA-256 of the bytes it
    was read from; ``notes`` what the parser had to leave out or guess, in plain words.
    """

    address: str
    issuer: str
    language: str
    title: str
    text: str
    issued: datetime | None = None
    place: str | None = None
    captured: datetime | None = None
    licence: str | None = None
    digest: str | None = None
    identifier: str | None = None
    tags: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip() and not self.title.strip():
            raise ModelError(wanted="a release with a title or a text", got="neither", remedy="read the source again")

    @property
    def key(self) -> str:
        """The identity of this text at this address: the SHA-256 of both, first 32 hexadecimal digits."""
        return hashlib.sha256(f"{self.address}\0{self.text}".encode()).hexdigest()[:32]

    @property
    def name(self) -> str:
        """The identifier its corpus gives it, else issuer and key."""
        return self.identifier or f"{self.issuer or 'release'}:{self.key[:12]}"

    def part(self, part: Part) -> str:
        """Give the text that the spans of one part count in; empty where the release has no such part."""
        return {Part.TITLE: self.title, Part.PLACE: self.place or "", Part.TEXT: self.text}[part]

    def words(self, span: Span) -> str:
        """Give the exact words of a span of this release."""
        return span.of(self.part(span.part))
