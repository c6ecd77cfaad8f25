"""Settings in; ready languages, tables, readings and engine out."""

# ruff: noqa: PLC0415 - parsers, fetcher and language models load when the engine first needs them
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial, reduce
from itertools import chain, groupby, islice
from operator import attrgetter
from pathlib import Path

from communique import __version__
from communique.adapters.intake import Intake
from communique.adapters.pool import map_chunks
from communique.adapters.register import TablesRegister
from communique.errors import CommuniqueError, LanguageError
from communique.extraction import extract_accounts
from communique.languages.port import Language
from communique.model import Account, Finding, Release
from communique.precedent import NO_PRECEDENT
from communique.readings import READINGS, run_readings
from communique.reference.gazetteers import build_gazetteer
from communique.reference.loading import load_tables
from communique.reference.offices import issuer
from communique.reference.rows import Tables
from communique.reports.record import render_record
from communique.reports.report import Report
from communique.sources import Publishers, SetAside, load_publishers

SOFTWARE = f"communique {__version__}"

MOST_AT_ONCE = 64
"""Releases given to extraction together; the first ones go in smaller companies, so that results come soon."""

FEW_RELEASES = 200
"""Up to so many releases one process is quicker than two, which must both load their models."""

PUBLISHERS = "publishers.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    What a user decides before anything is read.

    ``tables``: folders of the user's own tables, read after those that ship with the program. ``language`` and
    ``issuer``: what the sources are taken for, None where they tell. ``follow``: fetch the pages that a feed links.
    ``allow_private``: fetch from private, loopback and link-local addresses too.
    """

    tables: tuple[Path, ...] = ()
    language: str | None = None
    issuer: str | None = None
    follow: bool = False
    allow_private: bool = False


def load_settings(  # noqa: PLR0913 - each setting has its name
    *,
    tables: tuple[Path, ...] = (),
    language: str | None = None,
    issuer: str | None = None,
    follow: bool = False,
    allow_private: bool = False,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """
    Give the settings: the arguments first, then the environment, then the user's own folder of tables.

    The environment may hold ``COMMUNIQUE_TABLES`` (folders, separated as in ``PATH``), ``COMMUNIQUE_LANGUAGE``,
    ``COMMUNIQUE_ISSUER`` and ``COMMUNIQUE_ALLOW_PRIVATE`` (``1``). Without folders of tables from either, that of the
    user is taken where there is one (``~/.config/communique/tables`` on Linux).
    """
    environment = os.environ if environment is None else environment
    named = tuple(Path(folder) for folder in environment.get("COMMUNIQUE_TABLES", "").split(os.pathsep) if folder)
    return Settings(
        tables=tables or named or _own_tables(),
        language=language or environment.get("COMMUNIQUE_LANGUAGE") or None,
        issuer=issuer or environment.get("COMMUNIQUE_ISSUER") or None,
        follow=follow,
        allow_private=allow_private or environment.get("COMMUNIQUE_ALLOW_PRIVATE") == "1",
    )


def _own_tables() -> tuple[Path, ...]:
    folder = _own_folder()
    return (folder,) if folder.is_dir() else ()


def _own_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path("communique") / "tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """
    Sources in, reports out: the parts of the house joined; nothing that fails in one release stops the others.

    ``intake`` gives the releases that a source names, ``extract`` the account of each release, in order; ``office`` the
    words for an issuer's code, empty where unknown.
    """

    intake: Callable[[str], Iterator[Release | SetAside]]
    extract: Callable[[Iterable[Release]], Iterator[Account]]
    office: Callable[[str], str]

    def releases(self, sources: Iterable[str]) -> Iterator[Release | SetAside]:
        """Yield the releases of every source, in order; what cannot be read is set aside with its reason."""
        for source in sources:
            try:
                yield from self.intake(source)
            except CommuniqueError as error:
                yield SetAside(source=source, reason=str(error))

    def accounts(self, releases: Iterable[Release | SetAside]) -> Iterator[Account | SetAside]:
        """
        Yield one account, or one record set aside, for each release, in order.

        What was set aside before passes through: as many come out as went in.
        """
        remaining, size = iter(releases), 1
        while company := tuple(islice(remaining, size)):
            yield from self._accounts_of(company)
            size = min(2 * size, MOST_AT_ONCE)

    def reports(self, sources: Iterable[str], *, together: bool = False) -> Iterator[Report | SetAside]:
        """
        Yield a report, or a record set aside, for each release of the sources, in order.

        With ``together`` all of them tell of one event: each report has the other accounts beside its own.
        """
        accounts = self.accounts(self.releases(sources))
        if not together:
            yield from (item if isinstance(item, SetAside) else self.report_of(item) for item in accounts)
            return
        told = tuple(accounts)
        event = tuple(item for item in told if isinstance(item, Account))
        for item in told:
            yield item if isinstance(item, SetAside) else self.report_of(item, _without(event, item))

    def report(self, release: Release, others: tuple[Release, ...] = ()) -> Report:
        """
        Give the report on one release, beside other releases on the same event.

        Raises:
            CommuniqueError: the release, or one of the others, cannot be read.
        """
        account, *mirrors = self.extract((release, *others))
        return self.report_of(account, tuple(mirrors))

    def report_of(self, account: Account, others: tuple[Account, ...] = ()) -> Report:
        """Give the report on one account, beside other accounts of the same event."""
        findings: tuple[Finding, ...] = run_readings(account, NO_PRECEDENT, others)
        return Report(
            account=account,
            findings=findings,
            others=others,
            checks=tuple(f"{reading.code}@{reading.version}" for reading in READINGS),
            software=SOFTWARE,
            office=self.office(account.release.issuer),
        )

    def _accounts_of(self, company: tuple[Release | SetAside, ...]) -> Iterator[Account | SetAside]:
        releases = tuple(item for item in company if isinstance(item, Release))
        found = iter(self._extracted(releases))
        yield from (item if isinstance(item, SetAside) else next(found) for item in company)

    def _extracted(self, releases: tuple[Release, ...]) -> tuple[Account | SetAside, ...]:
        """Extract all at once; where one of them fails, each by itself, so that only that one is set aside."""
        try:
            accounts = tuple(self.extract(releases))
        except CommuniqueError as error:
            if len(releases) == 1:
                return (SetAside(source=_where(releases[0]), reason=str(error)),)
            return tuple(item for release in releases for item in self._extracted((release,)))
        except Exception as error:
            error.add_note(f"while extracting {releases[0].name}" + (f" … {releases[-1].name}" if releases[1:] else ""))
            raise
        if len(accounts) != len(releases):
            noun = "account" if len(releases) == 1 else "accounts"
            raise CommuniqueError(wanted=f"{len(releases)} {noun}", got=f"{len(accounts)}", remedy="a fault of ours")
        return accounts


def _without(accounts: tuple[Account, ...], one: Account) -> tuple[Account, ...]:
    return tuple(account for account in accounts if account is not one)


def _where(release: Release) -> str:
    return release.address if release.identifier is None else f"{release.address} ({release.identifier})"


class Extraction:
    """Accounts from releases of any language that is read; a language and its names load when a release is in it."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.register = TablesRegister(tables)

    def __call__(self, releases: Iterable[Release]) -> Iterator[Account]:
        """
        Yield the account of each release, in order.

        Raises:
            LanguageError: a release is in a language that is not read.
        """
        for code, some in groupby(releases, key=attrgetter("language")):
            yield from extract_accounts(some, language=self._language(code), register=self.register)

    @cache  # noqa: B019 - lives as long as the program
    def _language(self, code: str) -> Language:
        if code != "en":
            remedy = "is it in English? then say so: --language en" if code in {"", "und"} else ""
            raise LanguageError(wanted="a text in a language that is read (en)", got=f"one in “{code}”", remedy=remedy)
        from communique.languages.english import English

        return English(build_gazetteer(code, self.tables))


@lru_cache(maxsize=4)
def build_engine(settings: Settings) -> Engine:
    """Join the parts as the settings want them: tables load now, parsers and language models when first needed."""
    tables = build_tables(settings)

    def office(code: str) -> str:
        found = issuer(code, tables=tables)
        return found.name if found else ""

    intake = Intake(
        publishers=build_publishers(settings),
        language=settings.language,
        issuer=settings.issuer,
        follow=settings.follow,
        allow_private=settings.allow_private,
    )
    return Engine(intake=intake, extract=Extraction(tables), office=office)


def build_tables(settings: Settings) -> Tables:
    """Load the reference tables: those that ship with the program, the user's over them."""
    return load_tables(*(folder for folder in settings.tables if {*_names(folder)} != {PUBLISHERS}))


def _names(folder: Path) -> Iterator[str]:
    """Give the names of the tables in a folder; a folder that holds publishers alone has no reference tables."""
    return (path.name for path in folder.glob("*") if path.suffix in {".csv", ".toml"})


def build_publishers(settings: Settings) -> Publishers:
    """Load the table of publishers: the shipped rows, and before them those of the user's folders."""
    own = (load_publishers(folder / PUBLISHERS) for folder in settings.tables if (folder / PUBLISHERS).is_file())
    return reduce(Publishers.joined, own, load_publishers())


def export_accounts(
    sources: Iterable[str], settings: Settings, *, processes: int | None = None
) -> Iterator[str | SetAside]:
    """
    Yield one record (a line of JSON), or one record set aside, for each release of the sources, in order.

    ``processes`` None: two where there are cores and more than a few hundred releases, else one.
    """
    releases = build_engine(settings).releases(sources)
    first = tuple(islice(releases, FEW_RELEASES + 1))
    if processes is None:
        processes = min(2, os.cpu_count() or 1) if len(first) > FEW_RELEASES else 1
    chunks = map_chunks(partial(render_records, settings), chain(first, releases), processes=processes)
    return chain.from_iterable(chunks)


def render_records(settings: Settings, releases: tuple[Release | SetAside, ...]) -> tuple[str | SetAside, ...]:
    """Render the records of some releases; also the work of a worker process, which builds its engine once."""
    accounts = build_engine(settings).accounts(releases)
    return tuple(item if isinstance(item, SetAside) else render_record(item) for item in accounts)
