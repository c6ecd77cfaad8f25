"""The sides that a command on a dossier is given: those that the tables know, and those of the dossier."""

from __future__ import annotations

from collections.abc import Iterable

import typer

from communique.dossiers.sides import meant_words, named_side
from communique.wiring import Settings, build_tables

BETWEEN = "--between"


def known_sides(words: Iterable[str], settings: Settings, *, option: str = BETWEEN) -> tuple[str, ...]:
    """
    Give the codes of the sides that the user's words name, each once.

    Raises:
        typer.BadParameter: the tables, the user's own too, have no such side.
    """
    tables = build_tables(settings)
    found: dict[str, None] = {}
    for name in words:
        side = named_side(name, tables)
        if side is None:
            message = f"expected a side by code or name, got “{name}” ({meant_words(name, tables)})"
            raise typer.BadParameter(message, param_hint=option)
        found[side.code] = None
    return tuple(found)


def two_sides(between: tuple[str, str], settings: Settings) -> tuple[str, ...]:
    """
    Give the codes of the two sides of an episode.

    Raises:
        typer.BadParameter: the tables have no such side, or both are one.
    """
    codes = known_sides(between, settings)
    if len(set(codes)) < len(between):
        message = f"expected two sides, got {codes[0]} twice"
        raise typer.BadParameter(message, param_hint=BETWEEN)
    return codes


def refuse_strangers(sides: tuple[str, ...], own: tuple[str, ...], location: str) -> None:
    """
    Let sides pass that a dossier is of; one that names none takes any.

    Raises:
        typer.BadParameter: one is not among them.
    """
    if own and not set(sides) <= set(own):
        message = f"expected sides of {location} ({', '.join(own)}), got {', '.join(sides)} (begin another dossier?)"
        raise typer.BadParameter(message, param_hint=BETWEEN)
