"""``communique calibrate``: how often the program cries wolf, on the releases of a corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from communique.cli.options import CorpusOption, TablesOption

EXAMPLES = """\b
Examples:
  communique calibrate
  communique calibrate --sample 1000 --seed 3
  communique calibrate --plant 200
"""


def calibrate(
    *,
    sample: Annotated[
        int, typer.Option("--sample", min=0, metavar="N", help="Releases on which every reading is tried; 0 for none.")
    ] = 300,
    plant: Annotated[
        int,
        typer.Option(
            "--plant", min=0, metavar="N", help="Also take something usual out of N releases, and look for it."
        ),
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Draws the same lots again.")] = 7,
    location: CorpusOption = None,
    tables: TablesOption = None,
) -> None:
    """
    Replay a corpus: read its releases as of their own days, and count what is found on routine ones.

    Three trials: how many releases are called unusual, with their own office's habits and with those of an office drawn
    by lot; how often each reading fires on a routine release; and whether a change planted in a release is found.
    """
    from communique.cli.output import page_width  # noqa: PLC0415 - help needs none of this
    from communique.reports.calibration import render_calibration  # noqa: PLC0415
    from communique.wiring import load_settings  # noqa: PLC0415
    from communique.wiring.calibration import count_firings, plant_changes, run_placebo  # noqa: PLC0415
    from communique.wiring.corpora import open_corpus  # noqa: PLC0415

    settings = load_settings(tables=tuple(tables or ()), corpus=location)
    with open_corpus(settings) as corpus:
        placebo = run_placebo(corpus, seed=seed)
        firings = count_firings(corpus, settings, sample=sample, seed=seed) if sample else ()
        planting = plant_changes(corpus, settings, number=plant, seed=seed) if plant else None
    typer.echo(render_calibration(placebo, firings, planting, width=page_width()), nl=False)
