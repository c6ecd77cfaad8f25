"""Settings in; tables, languages and a ready engine out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache, reduce
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from communique.adapters.intake import Intake
from communique.adapters.register import TablesRegister
from communique.errors import LanguageError
from communique.extraction import extract_accounts
from communique.languages.gazetteer import Gazetteer
from communique.languages.port import Language
from communique.model import Account, Capture, Release
from communique.reference.gazetteers import build_gazetteer
from communique.reference.loading import load_tables
from communique.reference.offices import issuer
from communique.reference.rows import Tables
from communique.sources import Publishers, load_publishers
from communique.wiring.engine import Engine
from communique.wiring.settings import Settings

if TYPE_CHECKING:
    from communique.adapters.fetch import Fetcher

PUBLISHERS = "publishers.toml"


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
        for code, some in groupby(map(_in_a_language, releases), key=attrgetter("language")):
            yield from extract_accounts(some, language=self._language(code), register=self.register)

    @cache  # noqa: B019 - lives as long as the program
    def _language(self, code: str) -> Language:
        if code not in LANGUAGES:
            raise LanguageError(
                wanted=f"a text in a language that is read ({', '.join(LANGUAGES)})",
                got="one in a language not known" if code in {"", "und"} else f"one in “{code}”",
                remedy="if it is in one of them, name it: --language en" if code in {"", "und"} else "",
            )
        return LANGUAGES[code](build_gazetteer(code, self.tables))


def _in_a_language(release: Release) -> Release:
    """Detect the language of a release whose source names none."""
    if release.language not in {"", "und"}:
        return release
    from communique.languages.detection import detect_language  # noqa: PLC0415 - its models load when they are needed

    found = detect_language(release.text or release.title)
    return replace(release, language=found) if found else release


def _english(names: Gazetteer) -> Language:
    from communique.languages.english import English  # noqa: PLC0415 - loads when a release is in it

    return English(names)


def _russian(names: Gazetteer) -> Language:
    from communique.languages.russian import Russian  # noqa: PLC0415 - likewise

    return Russian(names)


def _kazakh(names: Gazetteer) -> Language:
    from communique.languages.kazakh import Kazakh  # noqa: PLC0415 - likewise

    return Kazakh(names)


LANGUAGES: dict[str, Callable[[Gazetteer], Language]] = {"en": _english, "ru": _russian, "kk": _kazakh}
"""The languages that are read, each with what makes it from the names it should know."""


@lru_cache(maxsize=4)
def build_engine(settings: Settings) -> Engine:
    """Join the parts as the settings want them: tables load now, parsers and language models when first needed."""
    tables, publishers = build_tables(settings), build_publishers(settings)

    def office(code: str) -> str:
        found = issuer(code, tables=tables) or publishers.of_issuer(code)
        return found.name if found else ""

    intake = Intake(
        publishers=publishers,
        language=settings.language,
        issuer=settings.issuer,
        follow=settings.follow,
        fetch=_fetching(allow_private=settings.allow_private),
        stdin=_standard_input,
    )
    return Engine(intake=intake, extract=Extraction(tables), office=office)


def _fetching(*, allow_private: bool) -> Callable[[str], Capture]:
    """Give what fetches addresses; the fetcher, which keeps pace for all of them, is made for the first one."""

    @cache
    def fetcher() -> Fetcher:
        from communique.adapters.fetch import Fetcher, FetchSettings  # noqa: PLC0415 - files need no network

        return Fetcher(FetchSettings(allow_private=allow_private))

    return lambda address: fetcher().fetch(address)


def _standard_input() -> bytes:
    return sys.stdin.buffer.read()


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
