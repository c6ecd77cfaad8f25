"""Where errors become one plain line, and an exit status."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from communique.cli.exits import Exit
from communique.cli.interrupts import raise_instead
from communique.errors import (
    CommuniqueError,
    DossierError,
    FetchError,
    LanguageError,
    ReferenceTableError,
    SourceError,
)

INTERRUPTED = "interrupted; an output file is as it was before"


class Shell(TyperGroup):
    """The group of all commands: what the library refuses is told in its own words, without a traceback."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - Typer keeps the class of its contexts to itself
        """Run the command; end with the documented status whatever happens, except on faults of our own."""
        raise_instead()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except CommuniqueError as error:
            raise _told(str(error), _status(error)) from error
        except BrokenPipeError as error:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains while it leaves
            raise typer.Exit(Exit.PIPE_CLOSED) from error
        except OSError as error:
            raise _told(_plain(error), Exit.STOPPED) from error
        except KeyboardInterrupt as error:
            raise _told(INTERRUPTED, Exit.INTERRUPTED) from error
        return result


def _told(message: str, status: Exit) -> typer.Exit:
    typer.echo(f"communique: {message}", err=True)
    return typer.Exit(status)


def _status(error: CommuniqueError) -> Exit:
    if isinstance(error, ReferenceTableError | DossierError):
        return Exit.USAGE
    return Exit.NOTHING if isinstance(error, SourceError | FetchError | LanguageError) else Exit.STOPPED


def _plain(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return where + (error.strerror or str(error)).lower()
