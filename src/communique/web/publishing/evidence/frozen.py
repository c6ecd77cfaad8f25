"""What a published version keeps of its evidence, so that its page never asks the corpus or the engine again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenFinding:
    """
    What a reading found in the words of a release, as of the day of publication.

    ``seen`` of ``among`` comparable earlier accounts (``reference`` in words) have it; both 0 where there is no base.
    """

    code: str
    grade: str
    statement: str
    plain: str
    seen: int = 0
    among: int = 0
    reference: str = ""

    @property
    def rate(self) -> str:
        """N of M in digits, empty where there is no base."""
        return f"{self.seen} of {self.among}" if self.among else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """
    The words of one release that a link of an analysis opens on.

    ``number`` is that of the link. ``words`` are exact, with the words ``before`` and ``after`` them; ``part``,
    ``start`` and ``end`` say where they stand. ``issued`` and ``captured`` are ISO times, empty where unknown.
    ``imprint`` is the SHA-256 of the text as captured, ``digest`` that of the bytes it came in, empty where these were
    not kept.
    """

    number: int
    words: str
    before: str
    after: str
    part: str
    start: int
    end: int
    key: str
    name: str
    title: str
    issuer: str
    office: str
    language: str
    issued: str
    address: str
    captured: str
    imprint: str
    digest: str
    findings: tuple[FrozenFinding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenSentence:
    """One sentence of a published version. ``evidence`` are the numbers of its exhibits."""

    number: int
    words: str
    evidence: tuple[int, ...] = ()
    view: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenRuling:
    """What the audit of the dossier says to one claim: its words in sentence ``sentence``, status, plain statement."""

    sentence: int
    words: str
    kind: str
    status: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """
    All that a published version says and shows.

    ``software`` names what read the evidence, ``releases`` counts those kept then, against which it told what is usual;
    ``dossier`` is what the claims were audited against, empty where they were not.
    """

    title: str
    summary: str
    language: str
    authors: tuple[str, ...]
    sentences: tuple[FrozenSentence, ...]
    evidence: tuple[Exhibit, ...]
    rulings: tuple[FrozenRuling, ...] = ()
    dossier: str = ""
    software: str = ""
    releases: int = 0


def content_record(content: Content) -> dict[str, Any]:
    """Give a content as it is kept."""
    record: dict[str, Any] = msgspec.to_builtins(content)
    return record


def read_content(record: dict[str, Any]) -> Content:
    """Read a content as it was kept."""
    return msgspec.convert(record, Content)


def digest_of(record: dict[str, Any]) -> str:
    """Give the SHA-256 of a content, the same wherever it is computed."""
    return sha256(canonical(record).encode()).hexdigest()


def canonical(record: dict[str, Any]) -> str:
    """Write a content in the one way that its hash is taken of: keys in order, no blanks."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
