"""English: designations by grammar and gazetteer, the encounter by parse of the sentences that open a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.languages.english.markup import mark_up
from communique.languages.english.parser import model_name
from communique.languages.english.places import Places
from communique.languages.gazetteer import Gazetteer
from communique.languages.port import Markup
from communique.model import Release

_LEXICONS = "english lexicons 1"


class English:
    """
    The English language, told the names it should know.

    >>> from communique.languages.gazetteer import NO_NAMES
    >>> English(NO_NAMES).code
    'en'
    """

    code = "en"
    unread: tuple[str, ...] = ()

    def __init__(self, names: Gazetteer) -> None:
        self._places = Places.of(names)

    @property
    def models(self) -> tuple[str, ...]:
        """The parser's model with its version, and the lexicons."""
        return (model_name(), _LEXICONS)

    def mark_up(self, releases: Iterable[Release]) -> Iterator[Markup]:
        """Mark up English releases, in order, a batch at a time."""
        return mark_up(releases, self._places)
