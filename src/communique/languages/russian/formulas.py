"""Stock phrases of Russian communiqués."""

from __future__ import annotations

from communique.languages.formulas import find_formulas_by, load_formulas
from communique.model.spans import Span
from communique.model.topics import Formula

_PACKAGE = "communique.languages.russian"


def find_formulas(text: str, sentences: tuple[Span, ...]) -> tuple[Formula, ...]:
    """
    Give the stock phrases in order, each with the name of its family and its sentence.

    >>> text = "Состоялся обмен мнениями по широкому кругу вопросов."
    >>> [formula.name for formula in find_formulas(text, (Span(0, len(text)),))]
    ['exchange_of_views', 'range_of_issues']
    """
    return find_formulas_by(load_formulas(_PACKAGE), text, sentences)
