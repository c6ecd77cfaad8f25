"""Proposals for a dossier: gathered, shown, and filed where they are wanted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

import typer

from communique.cli.days import in_order
from communique.cli.dossier_sides import refuse_strangers, two_sides
from communique.cli.forms import Form
from communique.cli.pages import put_out
from communique.dossiers.commented import commented_text
from communique.dossiers.gathering import Proposal
from communique.dossiers.opened import Filed, OpenDossier
from communique.errors import DossierError
from communique.model import Admiralty, Dossier, Filing, Role
from communique.reasoning.catalogue import with_dull
from communique.reports.dossiers.html import render_html
from communique.reports.dossiers.report import DossierReport
from communique.wiring import Settings
from communique.wiring.building import build_engine, build_tables
from communique.wiring.corpora import open_corpus
from communique.wiring.dossier_views import side_names
from communique.wiring.dossiers import KeptDossier, dossier_at, new_dossier, save_back
from communique.wiring.engine import SOFTWARE
from communique.wiring.gathering import Held, gather, held_of
from communique.wiring.precedents import KEPT

TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What is to be gathered, and where it goes; what is not said is taken from the dossier it goes into."""

    settings: Settings
    between: tuple[str, str] | None = None
    first: date | None = None
    last: date | None = None
    into: str = ""
    parallel: bool = True
    everything: bool = False
    grade: Admiralty | None = None

    def run(self, form: Form, output: str, *, quiet: bool) -> None:
        """Gather, show the proposals, and file them where that is wanted."""
        kept = self._kept()
        episode = self._episode(kept.dossier if kept else None)
        tables = build_tables(self.settings)
        with open_corpus(self.settings) as corpus:
            found = gather(
                corpus,
                sides=(episode.sides[0], episode.sides[1]),
                first=episode.first,
                last=episode.last,
                tables=tables,
            )
            held = () if found else held_of(corpus, episode.sides, tables)
        proposals = tuple(self._as_filed(item, kept) for item in found)
        put_out((self._report(episode, proposals),), form, output, page=render_html)
        if not proposals:
            typer.echo(_nothing(episode, held), err=True)
        self._tell_apart(proposals, quiet=quiet)
        if self.into:
            self._file(kept, episode, proposals, quiet=quiet)

    def _kept(self) -> KeptDossier | None:
        """
        Give the dossier that the proposals go into, None where there is none yet.

        Raises:
            DossierError: there is none, and too little is said to begin one; or what is there does not fit the form.
        """
        if not self.into:
            return None
        try:
            return dossier_at(self.into, self.settings)
        except DossierError as error:
            if error.got.startswith("none") and self.between and self.first and self.last:
                return None
            raise

    def _episode(self, kept: Dossier | None) -> Dossier:
        """Give the episode whose releases are sought."""
        sides = (two_sides(self.between, self.settings) if self.between else ()) or (kept.sides[:2] if kept else ())
        if kept:
            refuse_strangers(sides, kept.sides, self.into)
        first, last = self.first or (kept and kept.first), self.last or (kept and kept.last)
        if len(sides) != TWO or not first or not last:
            missing = [name for name, given in (("--between", sides), ("--from", first), ("--to", last)) if not given]
            message = "expected two sides and the days of the episode, or --into a dossier that has them"
            raise typer.BadParameter(message, param_hint=", ".join(missing) or "--between")
        in_order(first, last)
        names = side_names(sides, self.settings)
        title = kept.title if kept else f"{names[0]} and {names[1]}, {first} to {last}"
        return with_dull(Dossier(title=title, first=first, last=last, sides=sides))

    def _report(self, episode: Dossier, proposals: tuple[Proposal, ...]) -> DossierReport:
        listed = [item for item in proposals if self.everything or item.filing.role is not Role.PARALLEL]
        filings = tuple(item.filing for item in listed)
        engine = build_engine(self.settings)
        codes = dict.fromkeys(item.account.release.issuer for item in listed)
        return DossierReport(
            opened=OpenDossier(
                dossier=replace(episode, filings=filings, hypotheses=()),
                filed=tuple(Filed(filing=item.filing, account=item.account) for item in listed),
            ),
            location=self.into or "proposed",
            offices=tuple((code, engine.office(code)) for code in codes),
            sides=side_names(episode.sides, self.settings),
            software=SOFTWARE,
        )

    def _tell_apart(self, proposals: tuple[Proposal, ...], *, quiet: bool) -> None:
        aside = Counter(item.filing.role for item in proposals)[Role.PARALLEL]
        if aside and not self.everything and not quiet:
            events = "event" if aside == 1 else "events"
            typer.echo(f"and {aside:,} parallel public {events} of the same days: --all lists them", err=True)

    def _file(
        self, kept: KeptDossier | None, episode: Dossier, proposals: tuple[Proposal, ...], *, quiet: bool
    ) -> None:
        """File what is not filed yet; a new dossier is begun with the remarks of one."""
        standing = kept.dossier if kept else episode
        filed = {filing.source.removeprefix(KEPT) for filing in standing.filings}
        wanted = [item.filing for item in proposals if self.parallel or item.filing.role is not Role.PARALLEL]
        fresh = tuple(one for one in wanted if one.source.removeprefix(KEPT) not in filed)
        fuller = replace(standing, filings=(*standing.filings, *fresh))
        if kept:
            save_back(kept, fuller, self.settings)
        else:
            new_dossier(fuller, self.into, self.settings, text=commented_text(fuller))
        if not quiet:
            again = f", {len(wanted) - len(fresh):,} filed already" if len(fresh) < len(wanted) else ""
            typer.echo(f"{len(fresh):,} filed{again} → {self.into}", err=True)

    def _as_filed(self, proposal: Proposal, kept: KeptDossier | None) -> Proposal:
        """Give a proposal as it stands in the dossier already, else with the grade that it would be filed with."""
        bare = proposal.filing.source.removeprefix(KEPT)
        standing = (filing for filing in (kept.dossier.filings if kept else ()))
        filed = next((filing for filing in standing if filing.source.removeprefix(KEPT) == bare), None)
        return replace(proposal, filing=filed or self._graded(proposal.filing))

    def _graded(self, filing: Filing) -> Filing:
        return filing if filing.role is Role.PARALLEL else replace(filing, grade=self.grade or filing.grade)


def _nothing(episode: Dossier, held: tuple[Held, ...]) -> str:
    """Say that nothing was found, and from when to when there is anything to find."""
    sides = " and ".join(episode.sides)
    if not held:
        return f"no releases found: the corpus has none of the offices of {sides}"
    spans = "; ".join(f"{item.issuer} {item.first} to {item.last}" for item in held)
    return f"no releases found from {episode.first} to {episode.last}; the corpus has {spans}"
