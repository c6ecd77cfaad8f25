"""Dossiers where they are kept, a folder or the store, opened with their releases read, and written back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from communique.adapters.dossier_files import dossier_path, load_dossier_text, replace_dossier_text
from communique.corpus.port import Corpus
from communique.dossiers.codec import dossier_text, parse_dossier
from communique.dossiers.opened import Filed, OpenDossier, Unread
from communique.dossiers.revision import revise_text
from communique.errors import CommuniqueError, DossierError
from communique.model import Dossier, Filing
from communique.wiring.accounts import AccountReader
from communique.wiring.corpora import open_corpus
from communique.wiring.deposits import extraction_version
from communique.wiring.dossier_sources import Reach, source_at, source_for
from communique.wiring.engine import Engine
from communique.wiring.precedents import engine_and_corpus
from communique.wiring.settings import Settings

if TYPE_CHECKING:
    from communique.db.corpus import DjangoCorpus
    from communique.db.dossiers import DossierStore

STORED = "store:"
"""How a dossier is named that the store keeps, and not a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDossier:
    """
    A dossier as it was read from where it is kept.

    ``location`` names it as the user did; ``folder`` is what its files are relative to, the current one for a record of
    the store. ``text`` is what was read, None where it is not yet kept; ``revision`` that of the store.
    """

    dossier: Dossier
    location: str
    folder: Path
    text: str | None = None
    revision: int | None = None

    def reach(self, settings: Settings) -> Reach:
        """Give which files it may name."""
        stored = self.location.startswith(STORED)
        return Reach(folder=self.folder, stored=stored, outside=settings.allow_outside)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A dossier with its releases read, and what read them; ``corpus`` is None where none is asked."""

    kept: KeptDossier
    opened: OpenDossier
    engine: Engine
    corpus: Corpus | None = None


def open_dossier(dossier: Dossier, *, reach: Reach, reader: AccountReader) -> OpenDossier:
    """
    Read the releases of a dossier, in the order of filing; ``reach`` tells which files it may name.

    One that cannot be read stands apart with the reason, and never stops the others.
    """
    read = tuple(_read(filing, reach, reader) for filing in dossier.filings)
    return OpenDossier(
        dossier=dossier,
        filed=tuple(item for item in read if isinstance(item, Filed)),
        unread=tuple(item for item in read if isinstance(item, Unread)),
    )


def _read(filing: Filing, reach: Reach, reader: AccountReader) -> Filed | Unread:
    try:
        (account,) = reader.accounts((source_at(filing.source, reach, reader.corpus),))
    except CommuniqueError as error:
        return Unread(filing=filing, reason=str(error))
    return Filed(filing=filing, account=account)


def dossier_at(location: str | Path, settings: Settings) -> KeptDossier:
    """
    Read a dossier where it is kept: a folder, its file, or ``store:NAME`` for a record of the store.

    Raises:
        DossierError: there is none, or it does not fit the form.
        CommuniqueError: the store cannot be opened.
    """
    text, revision = dossier_text_at(location, settings)
    where = str(location)
    if where.startswith(STORED):
        dossier = parse_dossier(text, where=where)
        return KeptDossier(dossier=dossier, location=where, folder=Path(), text=text, revision=revision)
    path = dossier_path(Path(location))
    dossier = parse_dossier(text, where=str(path))
    return KeptDossier(dossier=dossier, location=where, folder=path.parent, text=text)


def dossier_text_at(location: str | Path, settings: Settings) -> tuple[str, int | None]:
    """
    Give the text of a dossier as it is kept, fit or not, and its revision in the store, None for a file.

    Raises:
        DossierError: there is none.
        CommuniqueError: the store cannot be opened.
    """
    where = str(location)
    if not where.startswith(STORED):
        return load_dossier_text(Path(location)), None
    with dossier_store(settings) as store:
        found = store.text(where.removeprefix(STORED))
        if found is None:
            names = ", ".join(store.names())
            raise DossierError(
                wanted=f"a dossier {where} in the store at {settings.corpus}",
                got="none of that name",
                remedy=f"there are {names}" if names else "it keeps none yet: `communique dossier new`",
            )
    return found


def new_dossier(dossier: Dossier, location: str | Path, settings: Settings, *, text: str | None = None) -> KeptDossier:
    """
    Keep a new dossier in a folder or in the store; ``text`` is how it is written, with remarks or without.

    Raises:
        CommuniqueError: there is one already, or it cannot be written.
    """
    where, written = str(location), dossier_text(dossier) if text is None else text
    if where.startswith(STORED):
        with dossier_store(settings, create=True) as store:
            revision = store.put_text(where.removeprefix(STORED), written, dossier, revision=None)
        return KeptDossier(dossier=dossier, location=where, folder=Path(), text=written, revision=revision)
    path = replace_dossier_text(written, Path(location), earlier=None)
    return KeptDossier(dossier=dossier, location=where, folder=path.parent, text=written)


def save_back(kept: KeptDossier, dossier: Dossier, settings: Settings) -> KeptDossier:
    """
    Write a dossier back to where it was read, remarks kept; nothing is written where nothing changed.

    Raises:
        CommuniqueError: somebody else changed it since it was read (nothing is overwritten), or it cannot be written.
    """
    earlier = kept.text if kept.text is not None else dossier_text(kept.dossier)
    text = revise_text(earlier, dossier)
    if text == kept.text:
        return kept
    if kept.location.startswith(STORED):
        with dossier_store(settings, create=kept.revision is None) as store:
            name = kept.location.removeprefix(STORED)
            revision = store.put_text(name, text, dossier, revision=kept.revision)
        return replace(kept, dossier=dossier, text=text, revision=revision)
    replace_dossier_text(text, Path(kept.location), earlier=kept.text)
    return replace(kept, dossier=dossier, text=text)


def copy_dossier(location: str | Path, target: str | Path, settings: Settings) -> KeptDossier:
    """
    Copy a dossier to another folder or name, remarks and all; names of files are set anew for the new folder.

    Raises:
        DossierError: there is none, or there is one at the target already.
    """
    kept = dossier_at(location, settings)
    folder = Path() if str(target).startswith(STORED) else dossier_path(Path(target)).parent
    places = {
        filing.source: source_for(str(kept.folder / filing.source), folder)
        for filing in kept.dossier.filings
        if Reach(folder=kept.folder).holds(filing.source)
    }
    dossier = replace(
        kept.dossier,
        filings=tuple(replace(item, source=places.get(item.source, item.source)) for item in kept.dossier.filings),
        evidence=tuple(replace(item, source=places.get(item.source, item.source)) for item in kept.dossier.evidence),
    )
    return new_dossier(dossier, target, settings, text=revise_text(kept.text or "", dossier))


@contextmanager
def dossier_store(settings: Settings, *, create: bool = False) -> Iterator[DossierStore]:
    """
    Open the dossiers of the store that the settings name: they are kept beside the corpus.

    Raises:
        SourceError: there is no store, and none is to be made.
        CommuniqueError: it cannot be opened.
    """
    with open_corpus(settings, create=create) as corpus:
        from communique.db.dossiers import DossierStore as Store  # noqa: PLC0415 - loads the database layer

        yield Store(cast("DjangoCorpus", corpus).alias)


@contextmanager
def dossier_at_hand(location: str | Path, settings: Settings, *, ask_corpus: bool = True) -> Iterator[Opening]:
    """
    Give a dossier with its releases read, and the corpus at hand, which closes with the block.

    Raises:
        CommuniqueError: there is no such dossier, or a corpus was named and cannot be opened.
    """
    kept = dossier_at(location, settings)
    with engine_and_corpus(settings, ask_corpus=ask_corpus) as (engine, corpus):
        reader = AccountReader(engine=engine, corpus=corpus, version=partial(extraction_version, settings))
        opened = open_dossier(kept.dossier, reach=kept.reach(settings), reader=reader)
        yield Opening(kept=kept, opened=opened, engine=engine, corpus=corpus)
