"""``communique corpus corrections``: what analysts corrected in what was extracted."""

from __future__ import annotations

import typer

from communique.cli.exits import Exit
from communique.cli.forms import TableForm, TableFormOption
from communique.cli.options import CorpusOption

EXAMPLES = """\b
Examples:
  communique corpus corrections
  communique corpus corrections --format json
"""


def corrections(
    *,
    form: TableFormOption = TableForm.TERMINAL,
    location: CorpusOption = None,
) -> None:
    """
    List the items that analysts corrected in what was extracted, with author and reason, and what became of each.

    A correction is applied again whenever a release is extracted again. One that extraction no longer needs, or that no
    longer fits what it gives, is told so and changes nothing.
    """
    import json  # noqa: PLC0415 - help needs none of this

    from communique.reports.corrections_table import render_corrections  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415
    from communique.wiring.corrections import correction_record, corrections_told  # noqa: PLC0415

    with open_corpus(load_settings(corpus=location)) as kept:
        told = tuple(corrections_told(kept))
    if form is TableForm.JSON:
        records = [correction_record(one) | {"name": name, "outcome": outcome.value} for name, one, outcome in told]
        typer.echo(json.dumps(records, ensure_ascii=False, indent=2))
    else:
        typer.echo(render_corrections(told), nl=False)
    if not told:
        typer.echo(f"no correction in {kept.location}", err=True)
        raise typer.Exit(Exit.NOTHING)
