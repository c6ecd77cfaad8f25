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
from communique.wiring.engine import Engine
from communique.wiring.precedents import engine_at_hand
from communique.wiring.settings import Settings, load_settings

Thing = TypeVar("Thing")


def read(
    source: str | Path,
    *others: str | Path,
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> Report:
    """
    Read one release and report what it states, what is unusual about it, and what it does not say.

    ``source`` is a file, an address, or one record of many (``releases.jsonl.gz#identifier``); ``others`` are other
    accounts of the same event, which become the report's mirror. ``language`` and ``issuer`` count where the source
    does not tell; ``tables`` are folders of your own tables.

    What is usual is asked of ``corpus``, the path of a file or the address of a database; else of the corpus at hand,
    as on the command line: that of the environment, or the user's own where there is one. A source may name a release
    of it (``corpus:NAME``). It is open only while this reads.

    Raises:
        CommuniqueError: the source holds no readable release, or more than one; the corpus that was named is not there.
    """
    with engine_at_hand(settings_of(language, issuer, tables, corpus)) as engine:
        releases = [only_release(str(one), engine) for one in (source, *others)]
        return engine.report(releases[0], tuple(releases[1:]))


def read_text(  # noqa: PLR0913 - each thing known of a release has its name
    text: str,
    *,
    title: str = "",
    issuer: str = "",
    language: str = "en",
    issued: datetime | None = None,
    address: str = "text",
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> Report:
    """
    Read a release whose text is at hand; the other arguments say what is known of it, ``corpus`` is that of ``read``.

    >>> read_text("Ilmar Vesk met with Adela Korin in Tarsk.", title="Talks in Tarsk").account.event.kind.value
    'meeting'

    Raises:
        CommuniqueError: there is neither title nor text, the language is not read, or the corpus is not there.
    """
    release = Release(address=address, issuer=issuer, language=language, title=title, text=text, issued=issued)
    with engine_at_hand(settings_of(None, None, tables, corpus)) as engine:
        return engine.report(release)


def read_all(
    *sources: str | Path,
    together: bool = False,
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> Iterator[Report | SetAside]:
    """
    Read every release of files, folders, feeds and addresses, in order; what cannot be read comes out set aside.

    With ``together`` all of them tell of one event: each report has the others as its mirror. ``corpus`` is that of
    ``read``; it is opened with the first report and closed after the last, or when the iterator is closed.

    Raises:
        CommuniqueError: the corpus that was named is not there.
    """
    with engine_at_hand(settings_of(language, issuer, tables, corpus)) as engine:
        yield from engine.reports(map(str, sources), together=together)


def demo_reports() -> tuple[Report, ...]:
    """Read the bundled dossier, two accounts of one visit between fictional states, the way a user's own is read."""
    with ExitStack() as places:
        tables = places.enter_context(as_file(fictional_folder()))
        texts = places.enter_context(as_file(files("communique.reports") / "demo"))
        engine = build_engine(Settings(tables=(tables,)))
        read = tuple(engine.reports([str(texts)], together=True))
    return tuple(unless_set_aside(item) for item in read)


def settings_of(
    language: str | None, issuer: str | None, tables: Iterable[str | Path], corpus: str | Path | None
) -> Settings:
    """Give the settings that the arguments of a function ask for."""
    named = None if corpus is None else str(corpus)
    return load_settings(language=language, issuer=issuer, tables=tuple(map(Path, tables)), corpus=named)


def only_release(source: str, engine: Engine) -> Release:
    """
    Give the one release that a source holds.

    Raises:
        CommuniqueError: it holds none, or several, or one that cannot be read.
    """
    found = engine.intake(source)
    first, second = next(found, None), next(found, None)
    if first is None or second is not None:
        raise SourceError(
            wanted=f"one release in {source}",
            got="several" if second else "none",
            remedy=_naming_one(source) if second else "",
        )
    return unless_set_aside(first)


def _naming_one(source: str) -> str:
    """Say how one release of several is named: a file of a folder, or a record of a file."""
    named = str(Path(source) / "page.html") if Path(source).is_dir() else f"{source}#identifier"
    return f"name one of them, as in {named}; `communique read {source}` takes them all"


def unless_set_aside(thing: Thing | SetAside) -> Thing:
    """
    Give what was read.

    Raises:
        SourceError: it was set aside.
    """
    if isinstance(thing, SetAside):
        raise SourceError(wanted=f"a readable release in {thing.source}", got=f"one that is none: {thing.reason}")
    return thing
