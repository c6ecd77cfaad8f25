"""``communique doctor``: whether the workspace can run here."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.exits import Exit
from communique.cli.options import CorpusOption

EXAMPLES = """\b
Examples:
  communique doctor
  communique doctor --corpus desk.sqlite3 --mail
  communique doctor --quick && systemctl restart communique
"""


def doctor(
    *,
    location: CorpusOption = None,
    mail: Annotated[bool, typer.Option("--mail", help="Also ask whether the server of mail answers.")] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Load no models, which takes some seconds.")] = False,
) -> None:
    """
    Look whether the workspace can run: settings, key, store, tables, room, worker, clock, mail, models.

    Nothing is changed. Each part is a line; what is amiss says what to do. Ends with 1 where there is a fault, with 0
    where there is at most something to look at.
    """
    from communique.cli.output import page_width  # noqa: PLC0415 - help needs none of this
    from communique.web.serving.setup import refuse_absent, set_up  # noqa: PLC0415

    refuse_absent(location)
    set_up(store=location)
    from communique.web.serving.health.examining import examine, render_sign, worst  # noqa: PLC0415 - Django is set up
    from communique.web.serving.health.signs import Verdict  # noqa: PLC0415 - likewise

    width, signs = page_width(), []
    for sign in examine(mail=mail, models=not quick):
        typer.echo(render_sign(sign, width))
        signs.append(sign)
    faults = sum(sign.verdict is Verdict.FAULT for sign in signs)
    looks = sum(sign.verdict is Verdict.LOOK for sign in signs)
    counted = f"{faults} fault{'' if faults == 1 else 's'}, {looks} to look at, {len(signs) - faults - looks} well"
    typer.echo(f"\n{counted}", err=True)
    raise typer.Exit(Exit.SET_ASIDE if worst(signs) is Verdict.FAULT else Exit.READ)
