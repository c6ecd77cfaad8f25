"""Views of a dossier opened, drawn up, and written in the form that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from communique.cli.forms import Form, is_folder

if TYPE_CHECKING:
    from communique.cli.pages import Shown
    from communique.wiring import Settings
    from communique.wiring.dossiers import Opening


def settings_of(
    tables: list[Path] | None, corpus: str | None, *, allow_private: bool = False, allow_outside: bool = False
) -> Settings:
    """Give the settings that the options of a view ask for."""
    from communique.wiring import load_settings  # noqa: PLC0415 - help needs none of this

    return load_settings(
        tables=tuple(tables or ()), corpus=corpus, allow_private=allow_private, allow_outside=allow_outside
    )


def put_view(  # noqa: PLR0913 - what, of what, how, where to, from what
    view: Callable[[Opening, Settings], object],
    location: str,
    form: Form,
    output: str,
    settings: Settings,
    *,
    ask_corpus: bool,
) -> None:
    """
    Open a dossier, draw up one view of it, and write it in a form.

    Raises:
        typer.BadParameter: the view has no such form, or the output is a folder.
    """
    from communique.cli.pages import put_out  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossier_tables import with_own_tables  # noqa: PLC0415
    from communique.wiring.dossiers import dossier_at_hand  # noqa: PLC0415

    refuse_output(output)
    settings = with_own_tables(settings, location)
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        report = view(opening, settings)
    if not hasattr(report, form.value):
        message = f"expected one of {', '.join(one for one in Form if hasattr(report, one.value))}, got {form}"
        raise typer.BadParameter(message, param_hint="--format")
    put_out((cast("Shown", report),), form, output, page=lambda reports: reports[0].html())


def refuse_output(output: str) -> None:
    """
    Refuse an output that is no file in a folder that is there.

    Raises:
        typer.BadParameter: it is a folder, or its folder is not there.
    """
    if is_folder(output):
        message = f"expected a file, got the folder {output}"
        raise typer.BadParameter(message, param_hint="--output")
    if output != "-" and not Path(output).parent.is_dir():
        message = f"expected a file in a folder that is there, got {output} (make {Path(output).parent} first)"
        raise typer.BadParameter(message, param_hint="--output")


def draw(
    view: Callable[[Opening, Settings], object], location: str, path: Path, settings: Settings, *, ask_corpus: bool
) -> None:
    """Open a dossier, draw up one view of it, and write its plot."""
    from communique.cli.output import writing  # noqa: PLC0415 - help needs none of this
    from communique.wiring.dossier_tables import with_own_tables  # noqa: PLC0415
    from communique.wiring.dossiers import dossier_at_hand  # noqa: PLC0415

    refuse_output(str(path))
    settings = with_own_tables(settings, location)
    with dossier_at_hand(location, settings, ask_corpus=ask_corpus) as opening:
        report = view(opening, settings)
    with writing(path) as stream:
        stream.write(cast("_Drawn", report).svg())


if TYPE_CHECKING:
    from typing import Protocol

    class _Drawn(Protocol):
        def svg(self) -> str:
            """Give the plot as SVG."""
            ...
