"""``communique serve``: the workspace in the browser."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from communique.cli.options import CorpusOption

EXAMPLES = """\b
Examples:
  communique serve
  communique serve --demo --open
  communique serve --corpus desk.sqlite3 --port 8080
  communique serve --host 0.0.0.0 --no-worker     (behind a proxy; see the how-to on a shared desk)
"""

HostOption: TypeAlias = Annotated[
    str, typer.Option("--host", metavar="HOST", help="Where to listen; this machine alone unless said otherwise.")
]
PortOption: TypeAlias = Annotated[int, typer.Option("--port", min=1, max=65535, metavar="PORT", help="The port.")]
ProcessesOption: TypeAlias = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=1,
        max=64,
        metavar="N",
        help="Processes that make pages; else 2 for a file and up to 4 for a server, where there are cores.",
        show_default=False,
    ),
]


def serve(  # noqa: PLR0913 - a command's options are its parameters
    *,
    location: CorpusOption = None,
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    processes: ProcessesOption = None,
    worker: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Keep a worker beside it that does queued work.")
    ] = True,
    show: Annotated[bool, typer.Option("--open", help="Open it in a browser once it answers.")] = False,
    demo: Annotated[
        bool,
        typer.Option("--demo", help="Load the bundled example; without --corpus into a store thrown away at the end."),
    ] = False,
) -> None:
    """
    Serve the workspace: read, compare, reason and publish in the browser, with readers' comments.

    The store is that of every other command. Its tables are made or brought up to date first; an older store is
    copied beside itself before. Nothing else need be started. Ctrl+C stops it.
    """
    from communique.web.serving.running import Wishes, serve_workspace  # noqa: PLC0415 - help needs none of this

    def ready(address: str) -> None:
        if show:
            typer.launch(address)

    wishes = Wishes(host=host, port=port, processes=processes, worker=worker, demo=demo, store=location, ready=ready)
    serve_workspace(wishes, _say)


def _say(line: str) -> None:
    typer.echo(line, err=True)
