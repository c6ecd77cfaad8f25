"""Whose voice Russian narration has: the sides together ("стороны обсудили"), or nobody's ("обсуждены вопросы")."""

from __future__ import annotations

import re
from functools import cache

from communique.languages.port import Form
from communique.languages.russian.clauses import Row, is_preposition
from communique.languages.russian.lexicon import PACKAGE
from communique.text.tables import load_toml

_JOINED = 2


def is_impersonal(sentence: str) -> bool:
    """
    Tell whether a narrator's sentence tells of talk that nobody is said to hold.

    >>> is_impersonal("Обсуждены вопросы торговли."), is_impersonal("Веск обсудил вопросы торговли.")
    (True, False)
    """
    return bool(_impersonal().match(sentence))


@cache
def _impersonal() -> re.Pattern[str]:
    table = load_toml(PACKAGE, "grammar.toml")["impersonal"]
    before, stems = "|".join(table["before"]), "|".join(table["stems"])
    return re.compile(rf"(?:(?:{before}) )?(?:\w+о )?(?:{stems})\w*", re.IGNORECASE)


def is_joint(row: Row) -> bool:
    """Tell whether the subject of a sentence is the sides together: "стороны", "президенты", "они", A and B."""
    for i, item in enumerate(row.items):
        if item.designation is None or "nom" not in item.cases or (i and is_preposition(row.items[i - 1])):
            continue
        if item.designation.form is Form.GROUP:
            return True
        return (
            i + _JOINED < len(row.items)
            and row.items[i + 1].lower == "и"
            and row.items[i + _JOINED].designation is not None
            and "nom" in row.items[i + _JOINED].cases
        )
    return False
