"""Which side a code or a word means."""

from __future__ import annotations

from functools import cache

from communique.model import Side
from communique.reference.loading import shipped_tables
from communique.reference.rows import Tables


def side(code: str, *, tables: Tables | None = None) -> Side | None:
    """
    Give the side with this code, None where the tables have none.

    >>> str(side("NATO"))
    'NATO'
    """
    return _by_code(tables or shipped_tables()).get(code)


def find_side(words: str, *, tables: Tables | None = None) -> Side | None:
    """
    Give the side that a name, adjective or demonym in any language of the tables means; letters count as written.

    >>> str(find_side("Kyrgyz Republic")), str(find_side("қазақстандық"))
    ('Kyrgyzstan', 'Kazakhstan')
    """
    return _by_words(tables or shipped_tables()).get(words)


@cache
def _by_code(tables: Tables) -> dict[str, Side]:
    return {row.side.code: row.side for row in tables.sides}


@cache
def _by_words(tables: Tables) -> dict[str, Side]:
    found: dict[str, Side] = {}
    for row in tables.sides:
        for wording in row.wordings:
            for words in (*wording.names, *wording.adjectives, *wording.demonyms):
                found.setdefault(words, row.side)
    return found
