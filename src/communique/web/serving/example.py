"""The bundled example in a store: releases of fictional states, their dossier, a published analysis."""

from __future__ import annotations

from collections.abc import Callable


def load_example(say: Callable[[str], None]) -> None:
    """Put the bundled example into the store of the workspace; where it is there already, nothing changes."""
    say("Loading the bundled example …")
