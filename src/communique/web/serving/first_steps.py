"""What whoever starts a workspace is told first: where it is, how the first administrator comes in, how it stops."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec

from django.conf import settings

from communique import __version__
from communique.web.serving.place import Place
from communique.web.serving.tables import Brought, where

_LEAST = 24


def greeting(place: Place, brought: Brought, *, worker: bool, welcome: str) -> Iterator[str]:
    """Give the lines that say where the workspace is and what to do next; ``welcome`` is the path of a link."""
    front = settings.CONFIG.address or place.address
    yield f"communique {__version__} is serving {where()}"
    if brought.copy:
        yield f"The store was older: a copy of it stands at {brought.copy}"
    yield ""
    yield _row("In the browser", f"{front}/")
    if welcome:
        yield _row("First administrator", f"{front}{welcome}")
        yield _row("", "This link works once. Open it yourself, choose a password, then invite the others.")
    if not worker:
        yield _row("Work in the background", "no worker here: start one with “communique worker”")
    if place.open_to_others and not settings.CONFIG.secure:
        yield _row("Careful", "other machines reach this without encryption; put a proxy with HTTPS in front")
    yield _row("To stop", "Ctrl+C")


def _row(head: str, words: str) -> str:
    return f"  {head:<{_LEAST}}{words}"


def welcome_path() -> str:
    """Give the path of the link by which the first administrator comes in, empty where there is one already."""
    name = "communique.web.accounts.services"
    if find_spec(name) is None:
        return ""
    link = getattr(import_module(name), "welcome_link", None)
    return str(link() or "") if link else ""
