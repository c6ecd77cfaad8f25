"""Starting the workspace: tables first, then the server with a worker beside it, then words on where it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from django.conf import settings

from communique.web.serving.place import Place
from communique.web.serving.setup import set_up

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How somebody wants the workspace served; ``store`` None is that of the settings, ``ready`` is called once."""

    host: str = "127.0.0.1"
    port: int = 8000
    processes: int | None = None
    worker: bool = True
    demo: bool = False
    store: str | None = None
    ready: Callable[[str], None] = lambda _: None


def serve_workspace(wishes: Wishes, say: Say) -> None:
    """
    Serve the workspace until a signal says to stop.

    Raises:
        CommuniqueError: the port is taken, or the store cannot be used.
    """
    with _store(wishes) as store:
        place = Place(host=wishes.host, port=wishes.port)
        set_up(store=store, COMMUNIQUE_SERVED_AT=place.address, **_hosts(wishes))
        _serve(wishes, place, say)


def _serve(wishes: Wishes, place: Place, say: Say) -> None:
    from communique.web.serving.example import load_example  # noqa: PLC0415 - what follows needs Django set up
    from communique.web.serving.first_steps import greeting, welcome_path  # noqa: PLC0415 - likewise
    from communique.web.serving.server import refuse_taken, run_server  # noqa: PLC0415 - likewise
    from communique.web.serving.tables import bring_up_to_date, is_shared  # noqa: PLC0415 - likewise

    refuse_taken(place)
    brought = bring_up_to_date()
    if wishes.demo:
        load_example(say)
    welcome = welcome_path()

    def ready() -> None:
        for line in greeting(place, brought, worker=wishes.worker, welcome=welcome):
            say(line)
        wishes.ready(place.address)

    import_module(settings.ROOT_URLCONF)  # once, for every process that is forked from this one
    run_server(place, processes=wishes.processes or _processes(shared=is_shared()), worker=wishes.worker, ready=ready)


def _processes(*, shared: bool) -> int:
    """Give how many processes make pages: one file is best served by few, a database on a server by each core."""
    cores = os.cpu_count() or 1
    return min(cores, 4 if shared else 2)


def _hosts(wishes: Wishes) -> dict[str, str]:
    """Let the host that somebody listens at be asked for by its name."""
    named = os.environ.get("COMMUNIQUE_HOSTS", "")
    everywhere = wishes.host in {"0.0.0.0", "::"}  # noqa: S104 - what a user may name
    own = "" if everywhere else f"[{wishes.host}]" if ":" in wishes.host else wishes.host
    return {"COMMUNIQUE_HOSTS": ",".join(filter(None, (named, own)))}


@contextmanager
def _store(wishes: Wishes) -> Iterator[str | None]:
    """Give the store that is wanted; a demonstration without one gets one that is thrown away at the end."""
    if not wishes.demo or wishes.store:
        yield wishes.store
        return
    with tempfile.TemporaryDirectory(prefix="communique-demo-", ignore_cleanup_errors=True) as folder:
        yield str(Path(folder) / "demo.sqlite3")
