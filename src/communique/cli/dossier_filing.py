"""Releases filed in a dossier one by one, and everything that is wrong with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import typer

from communique.cli.exits import Exit
from communique.dossiers.checking import Fault, FaultKind, find_faults
from communique.dossiers.codec import find_form_faults
from communique.dossiers.keys import GRADE_WORDS, UnfitError, take_grade
from communique.errors import CommuniqueError
from communique.model import Admiralty, Filing, Role
from communique.reasoning.dossier_words import find_motive_faults
from communique.wiring import Settings, build_tables
from communique.wiring.accounts import AccountReader
from communique.wiring.deposits import extraction_version
from communique.wiring.dossier_sources import source_at, source_for
from communique.wiring.dossier_tables import with_own_tables
from communique.wiring.dossier_views import propose_explanations
from communique.wiring.dossiers import (
    KeptDossier,
    dossier_at,
    dossier_at_hand,
    dossier_text_at,
    save_back,
)
from communique.wiring.precedents import engine_and_corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingDesk:
    """Where releases are filed: the dossier, and the role, reason and grade that they are filed with."""

    location: str
    settings: Settings
    role: Role = Role.EVENT
    reason: str = ""
    grade: str = ""

    def file(self, sources: Sequence[str], *, ask_corpus: bool = True, quiet: bool = False) -> typer.Exit:
        """Read each release and file it; give the exit status that says whether all could be."""
        pattern = Filing(source="-", role=self.role, reason=self.reason, grade=grade_of(self.grade))
        kept = dossier_at(self.location, self.settings)
        settings = with_own_tables(self.settings, self.location)
        with engine_and_corpus(settings, ask_corpus=ask_corpus) as (engine, corpus):
            reader = AccountReader(engine=engine, corpus=corpus, version=partial(extraction_version, settings))
            filings = [
                replace(pattern, source=source_for(source, kept.folder, corpus)) for source in dict.fromkeys(sources)
            ]
            read = tuple(self._readable(filings, kept, reader, quiet=quiet))
        save_back(kept, replace(kept.dossier, filings=(*kept.dossier.filings, *read)), self.settings)
        filed = {filing.source for filing in kept.dossier.filings}
        known = sum(filing.source in filed for filing in filings)
        if not quiet:
            again = f", {known:,} filed already" if known else ""
            typer.echo(f"{len(read):,} filed{again} → {self.location}", err=True)
        return typer.Exit(Exit.READ if len(read) + known == len(filings) else Exit.SET_ASIDE)

    def _readable(
        self, filings: Sequence[Filing], kept: KeptDossier, reader: AccountReader, *, quiet: bool
    ) -> Iterator[Filing]:
        """Yield those that are new and can be read; say of each what it is, or why it cannot be read."""
        filed = {filing.source for filing in kept.dossier.filings}
        for filing in filings:
            if filing.source in filed:
                continue
            try:
                (account,) = reader.accounts((source_at(filing.source, kept.reach(self.settings), reader.corpus),))
            except CommuniqueError as error:
                typer.echo(f"not filed: {filing.source}: {error}", err=True)
                continue
            if not quiet:
                typer.echo(f"{filing.source}: {account.release.title or '(no title)'}", err=True)
            yield filing


def grade_of(words: str) -> Admiralty | None:
    """
    Give the grade that the user's words name, None for none.

    Raises:
        typer.BadParameter: they name none.
    """
    try:
        return take_grade(words)
    except UnfitError as error:
        message = f"expected {GRADE_WORDS}, got “{words}”"
        raise typer.BadParameter(message, param_hint="--grade") from error


def list_faults(location: str, settings: Settings, *, ask_corpus: bool = True) -> tuple[Fault, ...]:
    """Give everything that is wrong with a dossier: where its form does not fit only that, for the rest is not read."""
    text, _ = dossier_text_at(location, settings)
    if form := find_form_faults(text):
        return tuple(
            Fault(
                kind=FaultKind.FORM,
                place=f"{location}:{fault.line}" if fault.line else location,
                statement=str(fault),
            )
            for fault in form
        )
    settings = with_own_tables(settings, location)
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        opened = opening.opened
        return (*find_faults(opened, build_tables(settings)), *find_motive_faults(opened.dossier))


def file_proposed(location: str, settings: Settings, *, ask_corpus: bool = True, everything: bool = False) -> str:
    """Write the explanations and the evidence that are proposed into a dossier; say how many."""
    settings = with_own_tables(settings, location)
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        proposed = propose_explanations(opening, everything=everything)
        kept = opening.kept
    save_back(kept, proposed, settings)
    more = len(proposed.hypotheses) - len(kept.dossier.hypotheses), len(proposed.evidence) - len(kept.dossier.evidence)
    return f"{more[0]:,} hypotheses and {more[1]:,} items of evidence → {location}"
