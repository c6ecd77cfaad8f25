"""The sentences of one edition that answer those of another, taken together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from communique.collation.editions.facts import EditionText
from communique.languages.manner_words import Amount, Manner, Marked
from communique.model import Span

NAMES = {"en": "English", "ru": "Russian", "kk": "Kazakh"}

Kind = Literal["acts", "deeds", "predicates", "things", "hedges", "posts", "occasions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPassage:
    """One or two sentences of an edition (or its headline), with how they put things."""

    edition: EditionText
    manners: tuple[Manner, ...]

    @property
    def name(self) -> str:
        """What a report calls the edition ("the Russian edition")."""
        return f"the {self.language} edition"

    @property
    def language(self) -> str:
        """The edition's language in words."""
        code = self.edition.language
        return NAMES.get(code, code)

    @property
    def span(self) -> Span:
        """The whole passage."""
        spans = [manner.sentence for manner in self.manners]
        return Span(min(s.start for s in spans), max(s.end for s in spans), spans[0].part)

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """All numbers."""
        return tuple(amount for manner in self.manners for amount in manner.amounts)

    def marked(self, kind: Kind) -> tuple[Marked, ...]:
        """All words for concepts of one kind."""
        return tuple(self._marked(kind))

    def _marked(self, kind: Kind) -> Iterator[Marked]:
        for manner in self.manners:
            found: tuple[Marked, ...] = getattr(manner, kind)
            yield from found

    def words(self, span: Span) -> str:
        """Give the exact words of a span, on one line."""
        return " ".join(self.edition.release.words(span).split())


Pair = tuple[EditionPassage, EditionPassage]


def told_both(pair: Pair, first: Span, second: Span) -> str:
    """
    Give what both editions have, each in its own words.

    The words are those of the original, in quotation marks.
    """
    one, other = pair
    return f"{one.language} “{one.words(first)}”, {other.language} “{other.words(second)}”"
