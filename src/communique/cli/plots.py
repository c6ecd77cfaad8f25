"""Plots as files: the ending of the name says which form."""

from __future__ import annotations

from pathlib import Path

import typer

from communique.reports.drawing import PlotForm

_FORMS: dict[str, PlotForm] = {".svg": "svg", ".png": "png"}


def form_of_plot(path: Path) -> PlotForm:
    """
    Give the form that the name of a plot asks for.

    Raises:
        typer.BadParameter: it asks for none that can be drawn.
    """
    form = _FORMS.get(path.suffix.casefold())
    if form is None:
        message = f"expected a name that ends in .svg or .png, got {path.name}"
        raise typer.BadParameter(message, param_hint="--plot")
    return form


def write_plot(path: Path, image: bytes) -> None:
    """Write a plot as a whole, and tell where."""
    from communique.cli.output import writing_bytes  # noqa: PLC0415 - help needs none of this

    with writing_bytes(path) as stream:
        stream.write(image)
    typer.echo(f"plot → {path}", err=True)
