"""Settings in; ready languages, tables, readings and engine out."""

# ruff: noqa: PLC0415 - parsers, fetcher and language models load when the engine first needs them
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from communique import __version__
from communique.errors import CommuniqueError, SourceError
from communique.model import Account, Capture, Finding, Release
from communique.precedent import NO_PRECEDENT
from communique.readings import READINGS, run_readings
from communique.reports.report import Report
from communique.sources import SetAside

SOFTWARE = f"communique {__version__}"

MOST_AT_ONCE = 64
"""Releases given to extraction together; the first ones go in smaller companies, so that results come soon."""


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

    ``capture`` gives the bytes that a source names, ``parse`` the releases in them, ``extract`` the account of each
    release, in order; ``office`` the words for an issuer's code, empty where unknown.
    """

    capture: Callable[[str], Iterator[Capture]]
    parse: Callable[[Capture], Iterator[Release | SetAside]]
    extract: Callable[[Iterable[Release]], Iterator[Account]]
    office: Callable[[str], str]

    def releases(self, sources: Iterable[str]) -> Iterator[Release | SetAside]:
        """Yield the releases of every source, in order; what cannot be read is set aside with its reason."""
        for source in sources:
            try:
                for captured in self.capture(source):
                    yield from self._parsed(captured)
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

    def _parsed(self, captured: Capture) -> Iterator[Release | SetAside]:
        try:
            yield from self.parse(captured)
        except CommuniqueError as error:
            yield SetAside(source=captured.address, reason=str(error))

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
