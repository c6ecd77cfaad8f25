"""Rich pieces printed as plain lines: the one place where a report for the terminal becomes text."""

from __future__ import annotations

import io

from rich.console import Console, RenderableType


def print_lines(*pieces: RenderableType, width: int, colour: bool = False, highlight: bool = True) -> str:
    r"""
    Print the pieces one below the other, as lines of at most `width` columns that end without blanks.

    With `colour`, the codes of colour and weight of a standard terminal stand in the lines; without it, none do.
    With `highlight`, rich marks the figures and names of bare strings.

    >>> print_lines("Arvenia   ", "Velmark", width=20)
    'Arvenia\nVelmark\n'
    """
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        highlight=highlight,
    )
    for piece in pieces:
        console.print(piece)
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())
