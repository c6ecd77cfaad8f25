"""A directive that prints the card of every reading of the catalogue, straight from its docstring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from communique.readings import READINGS
from communique.readings.port import CARD_SECTIONS, Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx


def card_lines(reading: Reading) -> Iterator[str]:
    """Give a card as reStructuredText: its sections become terms of a definition list."""
    yield f"``{reading.code}``, version {reading.version}"
    yield ""
    for line in reading.card.splitlines():
        if line.strip() in {*CARD_SECTIONS, "Sources:"}:
            yield f"**{line.strip().removesuffix(':')}**"
        else:
            yield line
    if reading.features:
        yield from ("", "**What is counted over a corpus**", "")
        yield from (f"- ``{feature.code}``: {feature.meaning}" for feature in reading.features)


class ReadingCards(SphinxDirective):
    """Every card under its reading's title, in the order of the catalogue."""

    def run(self) -> list[nodes.Node]:
        """Give one section for each reading."""
        return [self.section(reading) for reading in READINGS]

    def section(self, reading: Reading) -> nodes.section:
        """Give the section of one reading, with an anchor that its code names."""
        section = nodes.section(ids=[f"reading-{reading.code.replace('_', '-')}"])
        section += nodes.title(text=reading.title)
        lines = StringList(list(card_lines(reading)), source=f"card of {reading.code}")
        self.state.nested_parse(lines, 0, section)
        return section


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive."""
    app.add_directive("reading-cards", ReadingCards)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
