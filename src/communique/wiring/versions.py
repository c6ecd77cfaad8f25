"""Silent edits: versions of a text in, what was changed in them out; and every changed text of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from communique.adapters.files import split_selector
from communique.collation.edits.comparing import compare_versions
from communique.corpus.port import EVERYTHING, Corpus, Selection
from communique.errors import CommuniqueError, SourceError
from communique.model import Edit, Release
from communique.reports.versions.report import VersionsReport
from communique.sources import SetAside
from communique.wiring.building import build_engine
from communique.wiring.corpora import open_corpus
from communique.wiring.engine import SOFTWARE, Engine
from communique.wiring.precedents import KEPT, with_kept
from communique.wiring.reading import only_release, settings_of
from communique.wiring.settings import Settings

_WANTED, _REMEDY = "two versions, or a release of a corpus", "give BEFORE AFTER, or corpus:NAME with --corpus"
Compare: TypeAlias = Callable[[Release, Release], Edit]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviser:
    """
    Versions in, reports on what became of them out.

    ``engine`` reads sources; ``corpus`` holds earlier texts, None where none is asked; ``compare`` tells what changed
    between two versions.
    """

    engine: Engine
    corpus: Corpus | None = None
    compare: Compare = compare_versions

    def report(self, sources: Sequence[str]) -> VersionsReport:
        """
        Report on the versions that the sources hold, one each, in the order given; of a single one, on all its texts.

        Raises:
            CommuniqueError: a source holds no readable release, or several; or the corpus has none of that name.
        """
        if len(sources) == 1:
            return self.of_versions(self._kept(sources[0]))
        return self.of_versions(only_release(source, self.engine) for source in sources)

    def changed(self, selection: Selection = EVERYTHING) -> Iterator[VersionsReport | SetAside]:
        """
        Yield a report on each text of the corpus that was changed, the latest change first.

        Raises:
            SourceError: none was, and of the issuer that is meant the corpus holds nothing at all.
        """
        empty = True
        for versions in self.corpus.changed(selection) if self.corpus else ():
            empty = False
            try:
                yield self.of_versions(versions)
            except CommuniqueError as error:
                yield SetAside(source=versions[-1].address, reason=str(error))
        if empty and self.corpus and selection.issuer:
            _check_issuer(self.corpus, selection.issuer)

    def of_versions(self, releases: Iterable[Release]) -> VersionsReport:
        """Report on versions in the order given."""
        versions = tuple(map(_in_a_language, releases))
        return VersionsReport(
            versions=versions,
            edits=tuple(self.compare(before, after) for before, after in pairwise(versions)),
            office=self.engine.office(versions[-1].issuer),
            software=SOFTWARE,
        )

    def _kept(self, source: str) -> tuple[Release, ...]:
        """Give all texts that the corpus has of a release."""
        name = source.removeprefix(KEPT)
        if self.corpus is None:
            raise SourceError(wanted=_WANTED, got=f"{name} alone, and no corpus", remedy=_REMEDY)
        found = self.corpus.captures(name)
        if not found:
            raise SourceError(
                wanted=f"a release named {name} in the {self.corpus.location} corpus",
                got="none of that name",
                remedy="`communique corpus search` finds names; two files are compared as BEFORE AFTER",
            )
        return found


@contextmanager
def reviser_at_hand(settings: Settings, sources: Sequence[str] = ()) -> Iterator[Reviser]:
    """
    Give what compares versions; it has the corpus of the settings open where the sources need one.

    Raises:
        CommuniqueError: there is one file alone; the corpus is needed and cannot be opened.
    """
    engine = build_engine(settings)
    if len(sources) == 1 and not sources[0].startswith(KEPT) and _is_file(sources[0]):
        raise SourceError(wanted=_WANTED, got=f"the file {sources[0]} alone", remedy=_REMEDY)
    if len(sources) > 1 and not any(source.startswith(KEPT) for source in sources):
        yield Reviser(engine=engine)
        return
    with open_corpus(settings) as corpus:
        yield Reviser(engine=replace(engine, intake=with_kept(engine.intake, corpus)), corpus=corpus)


def report_versions(
    before: str | Path,
    *later: str | Path,
    language: str | None = None,
    issuer: str | None = None,
    tables: Iterable[str | Path] = (),
    corpus: str | Path | None = None,
) -> VersionsReport:
    """
    Report what was changed from one version of a text to the next, each a file, an address or one record of many.

    A single ``corpus:NAME`` means all texts that the corpus holds of that release's address. The other arguments are
    those of ``read``.

    Raises:
        CommuniqueError: a source holds no readable release, or several; the corpus is not there.
    """
    sources = [str(source) for source in (before, *later)]
    with reviser_at_hand(settings_of(language, issuer, tables, corpus), sources) as reviser:
        return reviser.report(sources)


def _check_issuer(corpus: Corpus, issuer: str) -> None:
    """Refuse an issuer of whom a corpus holds nothing, and name those it holds."""
    held = dict.fromkeys(item.issuer or "issuer unknown" for item in corpus.status().issuers)
    if issuer not in held:
        raise SourceError(
            wanted=f"releases of {issuer} in the {corpus.location} corpus",
            got=f"those of {', '.join(held)} alone" if held else "an empty corpus",
            remedy="`communique corpus status` lists what it holds",
        )


def _is_file(source: str) -> bool:
    """Tell whether a source is a file on disk, or a record of one."""
    return Path(source).is_file() or Path(split_selector(source)[0]).is_file()


def _in_a_language(release: Release) -> Release:
    """Detect the language of a release whose source names none; where it cannot be told, it stays unknown."""
    if release.language not in {"", "und"}:
        return release
    from communique.languages.detection import detect_language  # noqa: PLC0415 - its models load when they are needed

    return replace(release, language=detect_language(release.text or release.title) or "")
