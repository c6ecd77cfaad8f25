"""The library's front door: one release in, one report out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import TypeVar

from communique.errors import SourceError
from communique.model import Release
from communique.reference.loading import fictional_folder
from communique.reports.report import Report
from communique.sources import SetAside
from communique.wiring.building import build_engine
from communique.wiring.settings import Settings, load_settings

Thing = TypeVar("Thing")


def read(
    source: str | Path,
    *others: str | Path,
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
) -> Report:
    """
    Read one release and report what it states, what is unusual about it, and what it does not say.

    ``source`` is a file, an address, or one record of many (``releases.jsonl.gz#identifier``); ``others`` are other
    accounts of the same event, which become the report's mirror. ``language`` and ``issuer`` count where the source
    does not tell; ``tables`` are folders of your own tables.

    Raises:
        CommuniqueError: the source holds no readable release, or more than one.
    """
    settings = _settings(language, issuer, tables)
    releases = [_only_release(str(one), settings) for one in (source, *others)]
    return build_engine(settings).report(releases[0], tuple(releases[1:]))


def read_text(  # noqa: PLR0913 - each thing known of a release has its name
    text: str,
    *,
    title: str = "",
    issuer: str = "",
    language: str = "en",
    issued: datetime | None = None,
    address: str = "text",
    tables: Iterable[str | Path] = (),
) -> Report:
    """
    Read a release whose text is at hand; the other arguments say what is known of it.

    >>> read_text("Ilmar Vesk met with Adela Korin in Tarsk.", title="Talks in Tarsk").account.event.kind.value
    'meeting'

    Raises:
        CommuniqueError: there is neither title nor text, or the language is not read.
    """
    release = Release(address=address, issuer=issuer, language=language, title=title, text=text, issued=issued)
    return build_engine(_settings(None, None, tables)).report(release)


def read_all(
    *sources: str | Path,
    together: bool = False,
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
) -> Iterator[Report | SetAside]:
    """
    Read every release of files, folders, feeds and addresses, in order; what cannot be read comes out set aside.

    With ``together`` all of them tell of one event: each report has the others as its mirror.
    """
    engine = build_engine(_settings(language, issuer, tables))
    return engine.reports(map(str, sources), together=together)


def demo_reports() -> tuple[Report, ...]:
    """Read the bundled dossier, two accounts of one visit between fictional states, the way a user's own is read."""
    with ExitStack() as places:
        tables = places.enter_context(as_file(fictional_folder()))
        texts = places.enter_context(as_file(files("communique.reports") / "demo"))
        engine = build_engine(Settings(tables=(tables,)))
        read = tuple(engine.reports([str(texts)], together=True))
    return tuple(_unless_set_aside(item) for item in read)


def _settings(language: str | None, issuer: str | None, tables: Iterable[str | Path]) -> Settings:
    return load_settings(language=language, issuer=issuer, tables=tuple(map(Path, tables)))


def _only_release(source: str, settings: Settings) -> Release:
    found = build_engine(settings).intake(source)
    first, second = next(found, None), next(found, None)
    if first is None or second is not None:
        raise SourceError(
            wanted=f"one release in {source}",
            got="several" if second else "none",
            remedy="name one of them, as in releases.jsonl#identifier, or use read_all" if second else "",
        )
    return _unless_set_aside(first)


def _unless_set_aside(thing: Thing | SetAside) -> Thing:
    if isinstance(thing, SetAside):
        raise SourceError(wanted=f"a readable release in {thing.source}", got=f"one that is none: {thing.reason}")
    return thing
