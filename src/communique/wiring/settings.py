"""What a user decides before anything is read: by arguments, by the environment, by a folder of tables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """
    What a user decides before anything is read.

    ``tables``: folders of the user's own tables, read after those that ship with the program. ``language`` and
    ``issuer``: what the sources are taken for, None where they tell. ``follow``: fetch the pages that a feed links.
    ``allow_private``: fetch from private, loopback and link-local addresses too. ``allow_outside``: read files that a
    dossier names outside its folder too. ``corpus``: where the corpus is kept, a path or the address of a database;
    ``corpus_named`` tells that somebody named it, so that it must be there.
    """

    tables: tuple[Path, ...] = ()
    language: str | None = None
    issuer: str | None = None
    follow: bool = False
    allow_private: bool = False
    allow_outside: bool = False
    corpus: str = ""
    corpus_named: bool = False


def load_settings(  # noqa: PLR0913 - each setting has its name
    *,
    tables: tuple[Path, ...] = (),
    language: str | None = None,
    issuer: str | None = None,
    follow: bool = False,
    allow_private: bool = False,
    allow_outside: bool = False,
    corpus: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """
    Give the settings: the arguments first, then the environment, then the user's own folder of tables.

    The environment may hold ``COMMUNIQUE_TABLES`` (folders, separated as in ``PATH``), ``COMMUNIQUE_LANGUAGE``,
    ``COMMUNIQUE_ISSUER``, ``COMMUNIQUE_ALLOW_PRIVATE`` and ``COMMUNIQUE_ALLOW_OUTSIDE`` (``1``). Without folders of
    tables from either, that of the user is taken where there is one (``~/.config/communique/tables`` on Linux). The
    corpus is named by ``COMMUNIQUE_CORPUS`` (a path or an address) or ``DATABASE_URL``; else it is a file among the
    user's data (``~/.local/share/communique/corpus.sqlite3`` on Linux).
    """
    environment = os.environ if environment is None else environment
    kept = corpus or environment.get("COMMUNIQUE_CORPUS") or environment.get("DATABASE_URL")
    named = tuple(Path(folder) for folder in environment.get("COMMUNIQUE_TABLES", "").split(os.pathsep) if folder)
    return Settings(
        tables=tables or named or _own_tables(),
        language=language or environment.get("COMMUNIQUE_LANGUAGE") or None,
        issuer=issuer or environment.get("COMMUNIQUE_ISSUER") or None,
        follow=follow,
        allow_private=allow_private or environment.get("COMMUNIQUE_ALLOW_PRIVATE") == "1",
        allow_outside=allow_outside or environment.get("COMMUNIQUE_ALLOW_OUTSIDE") == "1",
        corpus=kept or str(own_corpus()),
        corpus_named=bool(kept),
    )


def own_corpus() -> Path:
    """Give the file of the user's own corpus, there or not."""
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nothing was named

    return user_data_path("communique") / "corpus.sqlite3"


def _own_tables() -> tuple[Path, ...]:
    folder = _own_folder()
    return (folder,) if folder.is_dir() else ()


def _own_folder() -> Path:
    from platformdirs import user_config_path  # noqa: PLC0415 - only where nothing was named

    return user_config_path("communique") / "tables"
