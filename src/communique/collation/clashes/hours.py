"""Lengths of one hour in words: "an hour", "one hour", «час»; other lengths are read as figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.collation.clashes.matter import Passage
from communique.languages.acts import act_lexicon, fold_letters
from communique.languages.edit_lexicon import load_edit_lexicon
from communique.model import Figure, Hedge, Span
from communique.model.figures import FigureWords

_HOUR = {
    "en": re.compile(r"(?<!\w)(?:an|one)\s+hour(?![\w-])(?!\s+(?:and|or|\d))", re.IGNORECASE),
    "ru": re.compile(r"(?<!\w)(?:один\s+)?час(?!\w)(?!\s+(?:и|с|или|\d))", re.IGNORECASE),
}
_WORDS_BEFORE = 3


def find_hours(passage: Passage) -> Iterator[Figure]:
    """Give the lengths of one hour where the passage tells how long something lasted."""
    text, hour = passage.account.release.part(passage.span.part), _HOUR.get(passage.language)
    if hour is None or not act_lexicon(passage.language).length.search(fold_letters(passage.span.of(text))):
        return
    read = tuple(figure.words.value for figure in passage.account.figures)
    for match in hour.finditer(text, passage.span.start, passage.span.end):
        value = Span(*match.span(), passage.span.part)
        clause = next((one.span for one in passage.clauses if one.span.covers(value)), None)
        if clause is not None and not any(value.overlaps(span) for span in read):
            words = FigureWords(
                span=clause,
                value=value,
                number=(1.0,),
                unit="hours",
                sentence=passage.span,
                hedge=_hedge(passage, clause, value),
            )
            yield Figure(words=words)


def _hedge(passage: Passage, clause: Span, value: Span) -> Hedge | None:
    """Give the fewest words right before a length that keep it from being exact."""
    text, bound = passage.account.release.part(value.part), load_edit_lexicon(passage.language).bound
    starts = [word.start() for word in re.finditer(r"\S+", text[clause.start : value.start])][-_WORDS_BEFORE:]
    for start in reversed(starts):
        near = Span(clause.start + start, value.start, value.part)
        kind = bound(near.of(text).lower())
        if kind is not None:
            return Hedge(kind=kind, span=near)
    return None
