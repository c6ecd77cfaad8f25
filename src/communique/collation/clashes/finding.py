"""Contradictions between two accounts on aligned passages, by rule: vectors of sentences do not see negation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.collation.clashes.days import find_day_clashes
from communique.collation.clashes.figures import find_figure_clashes
from communique.collation.clashes.matter import Passage, passage_of
from communique.collation.clashes.places import find_place_clashes
from communique.collation.clashes.predicates import find_predicate_clashes
from communique.languages.assertion_lexicon import is_asserting
from communique.model import Account, Clash, Span
from communique.reference import Tables, shipped_tables

FINDERS = (find_figure_clashes, find_day_clashes, find_place_clashes, find_predicate_clashes)
"""What looks for contradictions of one kind in two passages on one matter."""


def find_clashes(
    first: Account,
    second: Account,
    passages: Iterable[tuple[Span, Span]],
    *,
    tables: Tables | None = None,
    translated: bool = False,
) -> tuple[Clash, ...]:
    """
    Give the contradictions between passages that are on one matter, in order of the first account, each once.

    Compared are numbers (one thing, unit and time; rounding, hedges and ranges are allowed for), days, places,
    predicates of which one is denied, and predicates that exclude each other. A contradiction is marked only where the
    clauses share what they are about; it says that two statements cannot both be right as they stand, not which is.
    ``tables`` name towns and states across languages, the shipped ones by default. Questions, conditions, statements
    with two denials and what stands under a word of rejection are passed over. Passages that name other days and other
    places are of two happenings, unless both tell of the encounter itself or the one is ``translated`` from the other.
    """
    if not is_asserting(first.release.language) or not is_asserting(second.release.language):
        return ()
    names = tables if tables is not None else shipped_tables()
    found = (
        clash
        for here, there in passages
        for clash in _in_passages(
            passage_of(first, here, translated=translated), passage_of(second, there, translated=translated), names
        )
    )
    kept = dict.fromkeys(found)
    return tuple(sorted(kept, key=lambda clash: (clash.first, clash.second)))


def _in_passages(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    if first.asks or second.asks:
        return
    for find in FINDERS:
        yield from find(first, second, tables)
