"""From what a parser found to a release: issuer, language, terms and provenance, the same way for every format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from communique.errors import SourceError
from communique.model import Capture, Edition, Release
from communique.sources.publishers import Publisher, Publishers
from communique.sources.scripts import contradicts, guess_language

_ZONES_APART = timedelta(hours=26)  # the same day begins 26 hours earlier in the east of the Pacific than in its west
_UNKNOWN_LANGUAGE = "und"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the caller knows: the office, the language where the source does not tell, the table of publishers."""

    publishers: Publishers
    issuer: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a parser found in a source; ``language`` only where the source itself declares one."""

    title: str = ""
    text: str = ""
    address: str | None = None
    issuer: str | None = None
    language: str | None = None
    issued: datetime | None = None
    place: str | None = None
    licence: str | None = None
    identifier: str | None = None
    tags: tuple[str, ...] = ()
    editions: tuple[Edition, ...] = ()
    notes: tuple[str, ...] = ()
    publisher: Publisher | None = None
    digest: str | None = None


def finish(draft: Draft, capture: Capture, hints: Hints) -> Release:
    """
    Make the release of a draft.

    Raises:
        SourceError: there is neither title nor text, or the date lies after the capture.
    """
    if not draft.text.strip() and not draft.title.strip():
        raise SourceError(wanted="a title or a text", got="neither", remedy="is the source empty, or a listing page?")
    _refuse_future(draft.issued, capture.captured)
    publisher = draft.publisher
    language, notes = _language(draft, hints)
    return Release(
        address=draft.address or capture.address,
        issuer=hints.issuer or draft.issuer or (publisher.issuer if publisher else ""),
        language=language,
        title=draft.title,
        text=draft.text,
        issued=draft.issued,
        place=draft.place or None,
        captured=capture.captured,
        licence=draft.licence or (publisher.terms if publisher else None),
        digest=draft.digest,
        identifier=draft.identifier,
        tags=draft.tags,
        editions=draft.editions,
        notes=(*draft.notes, *notes),
    )


def _language(draft: Draft, hints: Hints) -> tuple[str, tuple[str, ...]]:
    """Declared by the source, else by the caller, else guessed; what the letters contradict does not count."""
    words = f"{draft.title}\n{draft.text}"
    for declared in (draft.language, hints.language):
        if not declared:
            continue
        code = declared.replace("_", "-").partition("-")[0].lower()
        if not contradicts(code, words):
            return code, ()
        guess = guess_language(words) or _UNKNOWN_LANGUAGE
        return guess, (f"declared to be in “{code}”, but its letters are not; read as “{guess}”",)
    guess = guess_language(words) or _UNKNOWN_LANGUAGE
    return guess, (f"the language was guessed from the letters: {guess}",)


def _refuse_future(issued: datetime | None, captured: datetime | None) -> None:
    if issued is None or captured is None:
        return
    moment = issued if issued.tzinfo else issued.replace(tzinfo=UTC)
    if moment - captured > _ZONES_APART:
        raise SourceError(
            wanted=f"a date of issue up to the day of capture ({captured:%d %B %Y})",
            got=f"{issued:%d %B %Y}, in the future",
            remedy="is it the date of an announced event, or a slip in the source?",
        )
