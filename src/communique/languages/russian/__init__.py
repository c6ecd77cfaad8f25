"""Russian: designations in any case by morphology and the names told, the encounter and dealings by case government."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.languages.gazetteer import Gazetteer
from communique.languages.port import Markup
from communique.languages.russian.lexicon import make_known
from communique.languages.russian.markup import mark_up
from communique.languages.russian.words import model_name
from communique.model import Release

_LEXICONS = "russian lexicons 1"


class Russian:
    """
    The Russian language, told the names it should know in the nominative.

    >>> from communique.languages.gazetteer import NO_NAMES
    >>> Russian(NO_NAMES).code
    'ru'
    """

    code = "ru"
    unread: tuple[str, ...] = ("vague words",)

    def __init__(self, names: Gazetteer) -> None:
        self._known = make_known(names)

    @property
    def models(self) -> tuple[str, ...]:
        """The dictionary of word forms with its version, and the lexicons."""
        return (model_name(), _LEXICONS)

    def mark_up(self, releases: Iterable[Release]) -> Iterator[Markup]:
        """Mark up Russian releases, in order."""
        return mark_up(releases, self._known)
