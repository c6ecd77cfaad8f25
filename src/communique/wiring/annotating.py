"""Sources in, their findings as Web Annotations out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from communique.reports.annotations import find_annotations, render_annotation
from communique.sources import SetAside
from communique.wiring.precedents import engine_at_hand
from communique.wiring.settings import Settings


def export_annotations(
    sources: Sequence[str], settings: Settings, *, ask_corpus: bool = True, generated: datetime | None = None
) -> Iterator[str | SetAside]:
    """
    Yield one annotation (a line of JSON-LD) for each finding and span of the releases, or a record set aside.

    What is usual is asked of the corpus at hand; ``generated`` is the moment that the annotations are noted with.

    Raises:
        CommuniqueError: a corpus was named and cannot be opened.
    """
    with engine_at_hand(settings, ask_corpus=ask_corpus) as engine:
        for report in engine.reports(sources):
            if isinstance(report, SetAside):
                yield report
            else:
                yield from map(render_annotation, find_annotations(report, generated=generated))
