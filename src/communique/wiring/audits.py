"""Essays audited against a dossier: sources in, what the dossier's releases say to each claim out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from communique.adapters.files import STDIN, load_captures
from communique.collation.vectors import Vectors
from communique.errors import CommuniqueError, SourceError
from communique.languages.acts import act_lexicon
from communique.languages.detection import detect_language
from communique.model import Capture, Dossier, Release
from communique.reasoning.audit.auditing import audit_essay
from communique.reports.audits.report import AuditReport
from communique.sources import SetAside
from communique.sources.drafting import Hints
from communique.sources.essays import parse_essay
from communique.sources.packing import GZIP_MARK, lines_of, unpack_parts
from communique.wiring.building import build_publishers, build_tables
from communique.wiring.comparing import vectors_for
from communique.wiring.dossier_tables import with_own_tables
from communique.wiring.dossiers import Opening, dossier_at_hand
from communique.wiring.engine import SOFTWARE, Engine
from communique.wiring.reading import settings_of, unless_set_aside
from communique.wiring.settings import Settings

COMMON = 0.2
"""Share of an English text that its commonest words make at least."""

LONGEST_TITLE = 160
"""Letters of a first line that may be a headline."""

UNDATED = "no date of its own: read as of the last day of the dossier"
MARKDOWN = (".md", ".markdown")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
"""How files end that hold one essay a line, with its id."""


def audit(
    essay: str | Path,
    *,
    dossier: str | Path,
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> AuditReport:
    """
    Audit one essay against a dossier: each claim with what the dossier's releases say to it.

    ``essay`` is a file or an address, ``dossier`` a folder, its file, or ``store:NAME``. ``tables`` and ``corpus`` are
    those of ``read``; the corpus is where the dossier's releases are looked up.

    Raises:
        CommuniqueError: there is no such essay or dossier, or none of the dossier's releases can be read.
    """
    found = audit_sources((str(essay),), dossier, settings_of(None, None, tables, corpus))
    with closing(found):
        return unless_set_aside(next(found))


def audit_sources(
    sources: Iterable[str],
    location: str | Path,
    settings: Settings,
    *,
    ask_corpus: bool = True,
    universal: Vectors | None = None,
) -> Generator[AuditReport | SetAside]:
    """
    Yield the audit of each essay, or why it could not be read, in order.

    A file of JSON Lines holds an essay a line: ``id`` and ``text``, perhaps ``title``, ``language`` and ``issued``.

    Raises:
        CommuniqueError: there is no such dossier, or none of its releases can be read.
    """
    settings = with_own_tables(settings, location)
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        _refuse_empty(opening, location)
        for source in sources:
            try:
                for essay in _essays(source, opening.engine, settings):
                    yield _audited_or_aside(essay, opening, settings, universal)
            except CommuniqueError as error:
                yield SetAside(source=source, reason=str(error))


def audit_capture(capture: Capture, opening: Opening, settings: Settings) -> AuditReport:
    """
    Audit one essay at hand, as Markdown or plain text, against a dossier that is open.

    Raises:
        CommuniqueError: the essay is in another language than is read, or none of the dossier's releases can be.
    """
    _refuse_empty(opening, opening.kept.location)
    hints = Hints(publishers=build_publishers(settings), language=settings.language)
    return unless_set_aside(_audited_or_aside(parse_essay(capture, hints), opening, settings, None))


def _audited_or_aside(
    essay: Release | SetAside, opening: Opening, settings: Settings, universal: Vectors | None
) -> AuditReport | SetAside:
    """Audit one essay; where that fails, only this one is set aside."""
    if isinstance(essay, SetAside):
        return essay
    if not is_read(essay):
        reason = "expected an essay in English, got one in another language: essays are read in English alone so far"
        return SetAside(source=essay.address, reason=reason)
    try:
        return _audited(essay, opening, settings, universal)
    except CommuniqueError as error:
        return SetAside(source=essay.name, reason=str(error))


def is_read(essay: Release) -> bool:
    """
    Tell whether an essay is in a language whose commentary is read: English, by its commonest words.

    >>> is_read(Release(address="a", issuer="", language="en", title="", text="Er traf den Minister in der Stadt."))
    False
    """
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", f"{essay.title} {essay.text}")]
    common = act_lexicon("en").function
    return essay.language == "en" and sum(word in common for word in words) >= COMMON * len(words)


def export_audits(sources: Iterable[str], location: str | Path, settings: Settings) -> Iterator[str | SetAside]:
    """
    Yield one record (a line of JSON) for each claim of each essay, in order, or why an essay could not be read.

    Raises:
        CommuniqueError: there is no such dossier, or none of its releases can be read.
    """
    for found in audit_sources(sources, location, settings):
        yield from (found,) if isinstance(found, SetAside) else found.records()


def _refuse_empty(opening: Opening, location: str | Path) -> None:
    if opening.opened.filed:
        return
    reasons = "; ".join(f"{one.filing.source}: {one.reason}" for one in opening.opened.unread[:2])
    raise SourceError(
        wanted=f"releases in the dossier {location} to check an essay against",
        got=f"none that could be read ({reasons})" if reasons else "none",
        remedy="`communique dossier check` lists what is wrong; releases of a corpus need --corpus",
    )


def _essays(source: str, engine: Engine, settings: Settings) -> Iterator[Release | SetAside]:
    lines, marked = source.lower().endswith(LINES), source.lower().endswith(MARKDOWN) and "://" not in source
    if not (lines or marked):
        for release in engine.intake(source):
            yield release if isinstance(release, SetAside) else _named(release, source)
        return
    hints = Hints(publishers=build_publishers(settings), language=settings.language)
    for capture in load_captures(source, stdin=sys.stdin.buffer.read() if source == STDIN else b""):
        if isinstance(capture, SetAside):
            yield capture
        elif marked:
            yield _named(parse_essay(capture, hints), source)
        else:
            yield from _of_lines(capture)


def _named(essay: Release, source: str) -> Release:
    """Name an essay that has no name after its file."""
    return essay if essay.identifier or source == STDIN else replace(essay, identifier=Path(source).stem or None)


def _of_lines(capture: Capture) -> Iterator[Release | SetAside]:
    packed = capture.content.startswith(GZIP_MARK)
    for number, line in enumerate(lines_of(unpack_parts(capture.content) if packed else iter([capture.content])), 1):
        if line.strip():
            yield _of_line(line, f"{capture.address}, line {number}")


def _of_line(line: bytes, where: str) -> Release | SetAside:
    try:
        record = json.loads(line)
        name, text = str(record["id"]), str(record["text"])
    except (ValueError, TypeError, KeyError) as error:
        return SetAside(source=where, reason=f"expected a record with id and text, got {error!r}")
    issued = record.get("issued")
    title, text = (str(record["title"]), text) if record.get("title") else _headed(text)
    return Release(
        address=where,
        issuer="",
        language=str(record.get("language") or detect_language(text) or "en"),
        title=title,
        text=text,
        issued=datetime.fromisoformat(issued) if issued else None,
        identifier=name,
    )


def _headed(text: str) -> tuple[str, str]:
    r"""
    Part a text from the headline it opens on: a short first line without a full stop, alone in its paragraph.

    >>> _headed("On a Visit\n\nIt was short.")
    ('On a Visit', 'It was short.')
    """
    first, blank, rest = text.lstrip().partition("\n\n")
    alone = (
        blank and "\n" not in first and len(first) <= LONGEST_TITLE and first.rstrip()[-1:] not in {".", "!", ":", ";"}
    )
    return (first.strip(), rest.lstrip("\n")) if alone else ("", text)


def _audited(essay: Release, opening: Opening, settings: Settings, universal: Vectors | None) -> AuditReport:
    dated = _dated(essay, opening.kept.dossier)
    (account,) = opening.engine.extract((dated,))
    vectors = vectors_for(essay, essay, universal=universal)
    found = audit_essay(
        account,
        opening.opened,
        tables=build_tables(settings),
        vectors=vectors,
        precedent=opening.engine.precedent,
    )
    return AuditReport(audit=replace(found, essay=replace(found.essay, issued=essay.issued)), software=SOFTWARE)


def _dated(essay: Release, dossier: Dossier) -> Release:
    """Give an essay without a date the last day of the dossier, so that its "president" is that of those days."""
    if essay.issued is not None:
        return essay
    day = datetime.combine(dossier.last, time(12), tzinfo=UTC)
    return replace(essay, issued=day, notes=(*essay.notes, UNDATED))
