"""Everything that can go wrong, as one tree; a message says what was wanted, what was got and what to do."""

from __future__ import annotations


class CommuniqueError(Exception):
    """
    Anything the library refuses to do, in words meant for the person who asked.

    >>> str(SourceError(wanted="an article", got="3 words", remedy="is it a listing page?"))
    'expected an article, got 3 words (is it a listing page?)'
    """

    def __init__(self, *, wanted: str, got: str, remedy: str = "") -> None:
        self.wanted = wanted
        self.got = got
        self.remedy = remedy
        super().__init__(f"expected {wanted}, got {got}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the three parts when an error travels between processes."""
        return _rebuilt, (type(self), self.wanted, self.got, self.remedy)


def _rebuilt(kind: type[CommuniqueError], wanted: str, got: str, remedy: str) -> CommuniqueError:
    return kind(wanted=wanted, got=got, remedy=remedy)


class SpanError(CommuniqueError):
    """A span that does not lie in its text."""


class ModelError(CommuniqueError):
    """A value that cannot be: the invariant and the offending value are named."""


class SourceError(CommuniqueError):
    """Captured bytes that hold no readable release."""


class FetchError(CommuniqueError):
    """An address that could not, or may not, be fetched."""


class ReferenceTableError(CommuniqueError):
    """A table of names, offices or publishers that does not fit its form."""


class LanguageError(CommuniqueError):
    """A text in a language that is not read, or a language model that is not installed."""


class DossierError(CommuniqueError):
    """A dossier that does not fit its form, or that is not there."""
