"""What a filed source names, and which files a dossier may name: those of its own folder, unless its user says more."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from communique.adapters.files import split_selector
from communique.adapters.intake import is_address
from communique.corpus.port import Corpus
from communique.errors import SourceError
from communique.wiring.precedents import KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """
    Which files a dossier may name.

    They are relative to ``folder`` and lie within it, links followed; a record of the store (``stored``) has no folder
    of its own and names none. With ``outside`` the user allows all, so of either only what the user trusts is to be
    opened so: a dossier is a text that may come from anybody.
    """

    folder: Path
    stored: bool = False
    outside: bool = False

    def file_of(self, source: str) -> Path:
        """Give the file that is opened for a source: itself, or that of a record of it (``FILE#ID``)."""
        return Path(split_selector(str(self.folder / source))[0])

    def holds(self, source: str) -> bool:
        """Tell whether there is such a file."""
        return os.path.lexists(self.file_of(source))

    def refuse_strange(self, source: str) -> None:
        """
        Refuse a source that is no regular file, or one that lies where the dossier may not look.

        Raises:
            SourceError: it is.
        """
        file = self.file_of(source)
        if not (self.outside or (not self.stored and _is_within(file, self.folder))):
            own = "no file (a record of the store has no folder)" if self.stored else f"a file in {self.folder}"
            raise SourceError(
                wanted=f"{own}, as a dossier may come from anybody",
                got=source,
                remedy="if it is yours, --allow-outside reads it; a copy in the dossier's folder is read without",
            )
        if os.path.lexists(file) and not os.path.isfile(file):  # noqa: PTH113 - a path that may not be asked is none
            raise SourceError(wanted=f"a regular file as {source}", got="something else of that name")


def _is_within(file: Path, folder: Path) -> bool:
    """Tell whether a file lies in a folder or below it, wherever links lead."""
    try:
        return Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))
    except (OSError, ValueError):  # a name that no file can have
        return False


def source_at(source: str, reach: Reach, corpus: Corpus | None = None) -> str:
    """
    Give what a filed source names: an address as it is, a release of the corpus, a file from the dossier's folder.

    Raises:
        SourceError: it names a file that the dossier may not name, or a release that the corpus does not have.
    """
    if is_address(source):
        return source
    if source.startswith(KEPT):
        return _kept(source, corpus)
    if not reach.holds(source) and corpus is not None and corpus.release(source) is not None:
        return f"{KEPT}{source}"
    reach.refuse_strange(source)
    path = str(reach.folder / source)
    return path if path != "-" else os.path.join(os.curdir, path)  # noqa: PTH118 - a path drops the dot that tells it from standard input


def source_for(source: str, folder: Path, corpus: Corpus | None = None) -> str:
    """Give how a source that is named from the current folder is filed in a dossier kept in another."""
    if is_address(source) or source.startswith(KEPT):
        return source
    if Reach(folder=Path()).holds(source):
        return Path(os.path.relpath(source, folder)).as_posix()
    release = corpus.release(source) if corpus is not None else None
    return f"{KEPT}{source}" if release else source


def _kept(source: str, corpus: Corpus | None) -> str:
    """Give a name of the corpus that it has: what it does not have would be looked for as a file."""
    if corpus is None or corpus.release(source.removeprefix(KEPT)) is None:
        raise SourceError(
            wanted=f"the release {source.removeprefix(KEPT)} of a corpus",
            got="none of that name" if corpus else "no corpus to ask",
            remedy="`communique corpus search` finds names" if corpus else "name one: --corpus",
        )
    return source
