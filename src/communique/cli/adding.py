"""What an addition to a corpus came to: counted step by step, told at the end."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from communique.cli.exits import Exit
from communique.cli.progress import count_ahead
from communique.corpus.port import Added, Corpus
from communique.sources import SetAside
from communique.wiring import Settings
from communique.wiring.deposits import deposit_version

MOST_TOLD = 10
"""Records set aside that are told at the end; the status of the corpus lists all of them."""


class Additions:
    """
    Counts what an addition does until it ends.

    ``asked`` tells that sources were named; ``quiet`` leaves out the counts, never the records set aside.
    """

    def __init__(self, *, asked: bool, quiet: bool = False) -> None:
        self.asked, self.quiet = asked, quiet
        self.new = self.changed = self.known = self.renewed = 0
        self.aside: list[SetAside] = []

    def total(self, sources: Sequence[str], corpus: Corpus, settings: Settings) -> int | None:
        """Count what there is to do: the releases in the sources, else what is stale; None if unsure."""
        return count_ahead(sources) if sources else corpus.status(version=deposit_version(settings)).stale

    @staticmethod
    def weigh(step: Added | SetAside) -> int:
        """Give how many releases a step stands for."""
        return 1 if isinstance(step, SetAside) else step.new + step.changed + step.known + step.renewed

    def count(self, step: Added | SetAside) -> None:
        """Count a step."""
        if isinstance(step, SetAside):
            self.aside.append(step)
            return
        self.new += step.new
        self.changed += step.changed
        self.known += step.known
        self.renewed += step.renewed

    def end(self, location: str) -> typer.Exit:
        """Tell what was done and what was set aside; give the exit that says it in a number."""
        for record in self.aside[:MOST_TOLD]:
            typer.echo(f"set aside: {record.source}: {record.reason}", err=True)
        if len(self.aside) > MOST_TOLD:
            rest = len(self.aside) - MOST_TOLD
            typer.echo(f"set aside: {rest:,} more (communique corpus status --set-aside)", err=True)
        if self.asked and not self.read and not self.aside:
            typer.echo("communique: expected a release, got none in the sources", err=True)
        elif not self.quiet:
            typer.echo(f"{self._words()} → {location}", err=True)
        return typer.Exit(self.status)

    def interrupted(self, location: str) -> typer.Exit:
        """Tell what was kept until somebody stopped it, and that the rest can follow."""
        typer.echo(f"communique: interrupted: {self._words()} → {location}; run it again for the rest", err=True)
        return typer.Exit(Exit.INTERRUPTED)

    @property
    def read(self) -> int:
        """How many releases were read, known ones included."""
        return self.new + self.changed + self.known + self.renewed

    @property
    def status(self) -> Exit:
        """Give the exit status: all read, some set aside, or nothing read where something was to be."""
        if self.asked and not self.read:
            return Exit.NOTHING
        return Exit.SET_ASIDE if self.aside else Exit.READ

    def _words(self) -> str:
        return (
            f"{self.new:,} new, {self.changed:,} changed, {self.known:,} known already, "
            f"{self.renewed:,} renewed, {len(self.aside):,} set aside"
        )
