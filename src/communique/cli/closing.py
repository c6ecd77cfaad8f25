"""The last words of a command: what was read, what was set aside and why, and the exit status that says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import typer

from communique.cli.exits import Exit
from communique.sources import SetAside

Thing = TypeVar("Thing")


class Closing:
    """
    Counts what passes and keeps what was set aside, until the command ends.

    ``noun`` is what is counted ("release"); ``quiet`` leaves out the count, never the list of what was set aside.
    """

    def __init__(self, *, noun: str = "release", quiet: bool = False) -> None:
        self.noun = noun
        self.quiet = quiet
        self.read = 0
        self.aside: list[SetAside] = []

    def keep(self, things: Iterable[Thing | SetAside]) -> Iterator[Thing]:
        """Yield what was read, in order, and remember what was set aside."""
        for thing in things:
            if isinstance(thing, SetAside):
                self.aside.append(thing)
            else:
                self.read += 1
                yield thing

    def end(self, *, where: str = "") -> typer.Exit:
        """
        Tell on standard error what was set aside and how many were read; give the exit that says it in a number.

        ``where`` names what was written, if anything.
        """
        said = "set aside" if self.read else "not read"
        for record in self.aside:
            typer.echo(f"{said}: {record.source}: {record.reason}", err=True)
        if not self.read and not self.aside:
            article = "an" if self.noun[0] in "aeiou" else "a"
            typer.echo(f"communique: expected {article} {self.noun}, got none in the sources", err=True)
        elif not self.quiet and (self.read + len(self.aside) > 1 or where):
            typer.echo(self._count() + (f" → {where}" if where else ""), err=True)
        return typer.Exit(self.status)

    @property
    def status(self) -> Exit:
        """Give the exit status: all read, some set aside, or nothing read."""
        if not self.read:
            return Exit.NOTHING
        return Exit.SET_ASIDE if self.aside else Exit.READ

    def _count(self) -> str:
        plural = "" if self.read == 1 else "s"
        return f"{self.read:,} {self.noun}{plural} read, {len(self.aside):,} set aside"
