"""What one of two answering statements adds to the other: a figure, a condition, a further matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from communique.collation.matching import Match
from communique.collation.statements import Statement
from communique.collation.vectors import Vectors
from communique.collation.weighing import salience
from communique.languages.acts import act_lexicon
from communique.languages.lemmas import lemmatise
from communique.languages.statement_grammar import statement_grammar
from communique.model import Span

_FEWEST = 3
"""Content words that an addition must have."""

_NEW = 0.75
"""Share of an addition's content words that the other text must lack."""

_MOST = 2
"""Additions of one statement that are listed."""

_FAR = 0.25
"""Cosine up to which an addition in another language has no answer in the other text."""


def find_remainders(
    matches: Sequence[Match], first: Sequence[Statement], second: Sequence[Statement], vectors: Vectors
) -> Iterator[tuple[Statement, bool]]:
    """Yield what an answering statement adds, and whether it stands in the first text; a part of a statement each."""
    for match in matches:
        if match.first.opening and match.second.opening:
            continue
        for statement, others, is_first in ((match.first, second, True), (match.second, first, False)):
            new = [part for part in _parts(statement) if _is_new(part, others, vectors)]
            wanted = new if match.same else [part for part in new if part.numbers]
            yield from ((part, is_first) for part in sorted(wanted, key=salience, reverse=True)[:_MOST])


def _parts(statement: Statement) -> Iterator[Statement]:
    """Yield the parts of a statement between commas and before words that add; none where it has but one."""
    cuts = [
        0,
        *(found.end() for found in statement_grammar(statement.language).addition.finditer(statement.words)),
        len(statement.words),
    ]
    if len(cuts) <= len("ab"):
        return
    lexicon = act_lexicon(statement.language)
    for start, end in pairwise(cuts):
        words = statement.words[start:end].strip(" ,;.\n")
        lemmas = frozenset(lemmatise(words, statement.language)) & statement.lemmas
        if words and sum(lemma not in lexicon.weak for lemma in lemmas) >= _FEWEST:
            offset = statement.words.index(words, start)
            at = statement.span.start + offset
            yield replace(
                statement,
                span=Span(at, at + len(words), statement.span.part),
                core=words,
                lemmas=lemmas,
                names=statement.names & lemmas,
                numbers=statement.numbers if any(c.isdigit() for c in words) else frozenset(),
            )


def _is_new(part: Statement, others: Sequence[Statement], vectors: Vectors) -> bool:
    if not others:
        return False
    if others[0].language != part.language:
        rows = vectors.encode([other.core for other in others])
        return bool(np.max(rows @ vectors.encode([part.core])[0]) < _FAR)
    lexicon = act_lexicon(part.language)
    known = frozenset[str]().union(*(other.lemmas for other in others))
    own = [lemma for lemma in part.lemmas if lemma not in lexicon.weak]
    return sum(lemma not in known for lemma in own) >= max(2, _NEW * len(own))
