"""``communique manage``: Django's own commands."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLES = """\b
Examples:
  communique manage check --deploy
  communique manage showmigrations
  communique manage shell
"""


def manage(
    *,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="COMMAND", help="Django's command and what it takes.")
    ] = None,
) -> None:
    """
    Run a command of Django on the workspace, for those who know it: `check`, `shell`, `dbshell`, `changepassword`.

    The store is named by the environment (`COMMUNIQUE_CORPUS`).
    """
    from communique.web.serving.setup import set_up  # noqa: PLC0415 - help needs none of this

    set_up()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - likewise

    execute_from_command_line(["communique manage", *(words or ["help"])])
