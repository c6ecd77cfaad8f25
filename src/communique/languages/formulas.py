"""Stock phrases of communiqués, from the seed list of a language."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from communique.errors import ReferenceTableError
from communique.languages.phrases import Phrases, build_phrases
from communique.model.spans import Span
from communique.model.topics import Formula
from communique.text.tables import load_toml


@cache
def load_formulas(package: str) -> Phrases:
    """
    Read ``formulas.toml`` of a language's package, once.

    Raises:
        ReferenceTableError: the table names no source or no formulas.
    """
    table = load_toml(package, "formulas.toml")
    if not table.get("source") or not table.get("formulas"):
        raise ReferenceTableError(
            wanted=f"formulas with their source in {package}", got=f"the parts {', '.join(table)}"
        )
    return build_phrases((phrase, name) for name, phrases in table["formulas"].items() for phrase in phrases)


def find_formulas_by(formulas: Phrases, text: str, sentences: tuple[Span, ...]) -> tuple[Formula, ...]:
    """Give the stock phrases in order, with their names and sentences; of phrases that begin together, the longest."""
    starts = [sentence.start for sentence in sentences]
    found: list[Formula] = []
    for start, end, names in formulas.find(text):
        place = bisect_right(starts, start) - 1
        if place >= 0 and end <= sentences[place].end:
            found.append(Formula(name=names[0], span=Span(start, end), sentence=sentences[place]))
    return tuple(found)
