"""``communique worker``: queued work of a shared desk."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import CorpusOption

EXAMPLES = """\b
Examples:
  communique worker
  communique worker --corpus postgres://desk@db.example/desk
  communique worker --once
"""


def worker(
    *,
    location: CorpusOption = None,
    once: Annotated[bool, typer.Option("--once", help="Do what is queued, then leave.")] = False,
    beside: Annotated[
        bool, typer.Option("--beside", hidden=True, help="Leave when the server that started it does.")
    ] = False,
) -> None:
    """
    Do the work that the workspace queued: reading releases, alerts, tidying up.

    `communique serve` keeps one beside itself; a shared desk runs as many as it needs, on any machine that reaches the
    store. Stopped by a signal it hands its job back; killed, another takes it up after a while.
    """
    from communique.web.serving.setup import set_up  # noqa: PLC0415 - help needs none of this

    set_up(store=location)
    from communique.web.serving.worker import run_worker  # noqa: PLC0415 - Django is set up by now

    run_worker(beside=beside, once=once)
