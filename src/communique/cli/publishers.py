"""``communique publishers``: whose pages are known, and which rows were held against real pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from communique.cli.options import TablesOption

if TYPE_CHECKING:
    from communique.sources.publishers import Publisher

EXAMPLES = """\b
Examples:
  communique publishers
  communique publishers --tables my-tables/
"""


def publishers(*, tables: TablesOption = None) -> None:
    """
    List the publishers whose pages are known: issuer, hosts, languages, and the day the row was verified.

    An unverified row comes from general knowledge of the site; where it does not fit a page, the general parser reads
    the page and the report says so. Rows of your own stand in publishers.toml in a folder of tables.
    """
    from communique.wiring import build_publishers, load_settings  # noqa: PLC0415 - help needs none of this

    rows = [_cells(row) for row in build_publishers(load_settings(tables=tuple(tables or ()))).rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _cells(row: Publisher) -> tuple[str, ...]:
    languages = dict.fromkeys(rule.language for rule in row.languages if rule.language)
    verified = f"verified {row.verified.isoformat()}" if row.verified else "not verified"
    return row.issuer, row.name, ",".join(languages) or "-", verified, ", ".join(row.hosts)
