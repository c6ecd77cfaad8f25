"""Records of a corpus as a file that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import typer

from communique.cli.exits import Exit
from communique.cli.output import STANDARD_OUTPUT, writing_bytes, writing_or_printing
from communique.corpus.export import render_kept_record, write_parquet
from communique.model import Account

COLUMNS = ".parquet"
LINES = frozenset({".jsonl", ".ndjson", ".json", ""})
"""Endings of JSON Lines; a name without one, such as that of a pipe, gets them too."""


def refuse_unknown(output: Path) -> None:
    """
    Refuse a name that promises a form which is not written.

    Raises:
        typer.BadParameter: it ends in none that is known.
    """
    if output.suffix.casefold() not in {COLUMNS, *LINES}:
        message = f"expected a name that ends in .jsonl or .parquet, got {output.name}"
        raise typer.BadParameter(message, param_hint="--output")


def write_records(accounts: Iterator[Account], output: Path, *, narrowed: str, quiet: bool) -> typer.Exit:
    """
    Write one record an account: Parquet where the name ends so, else JSON Lines; give the exit that says how it went.

    Without an account nothing is written, and a file of that name stays as it was; ``narrowed`` says which
    were looked for.
    """
    first = next(accounts, None)
    if first is None:
        typer.echo(f"communique: expected releases{narrowed} in the corpus, got none", err=True)
        return typer.Exit(Exit.NOTHING)
    everything = chain((first,), accounts)
    written = _columns(everything, output) if output.suffix.casefold() == COLUMNS else _lines(everything, output)
    if not quiet and output != STANDARD_OUTPUT:
        typer.echo(f"{written:,} record{'' if written == 1 else 's'} → {output}", err=True)
    return typer.Exit(Exit.READ)


def _columns(accounts: Iterable[Account], output: Path) -> int:
    with writing_bytes(output) as stream:
        return write_parquet(accounts, stream)


def _lines(accounts: Iterable[Account], output: Path) -> int:
    written = 0
    with writing_or_printing(output) as stream:
        for account in accounts:
            stream.write(f"{render_kept_record(account)}\n")
            written += 1
    return written
