"""Kazakh: names of the tables, dates, and the commonest patterns of meeting and initiative; no parser reads Kazakh."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.languages.gazetteer import Gazetteer
from communique.languages.kazakh.designations import Names
from communique.languages.kazakh.markup import mark_up
from communique.languages.port import Markup
from communique.model import Release

UNREAD = (
    "direct speech and its speakers",
    "who else took part",
    "places other than cities of the first sentence",
    "courtesies and dealings beyond the commonest verbs",
    "whose voice the narration has, and vague words",
    "documents, figures, topics and tone",
)
"""What is not read in Kazakh releases: an empty field among these says nothing of the text."""


class Kazakh:
    """
    The Kazakh language, told the names it should know; ``unread`` says plainly what it does not read.

    >>> from communique.languages.gazetteer import NO_NAMES
    >>> Kazakh(NO_NAMES).models
    ('kazakh lexicon 1 (no parser)',)
    """

    code = "kk"
    unread: tuple[str, ...] = UNREAD

    def __init__(self, names: Gazetteer) -> None:
        self._names = Names(names)

    @property
    def models(self) -> tuple[str, ...]:
        """The lexicon; there is no model."""
        return ("kazakh lexicon 1 (no parser)",)

    def mark_up(self, releases: Iterable[Release]) -> Iterator[Markup]:
        """Mark up Kazakh releases, in order."""
        return mark_up(releases, self._names)
