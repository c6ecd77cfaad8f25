"""What a publisher changed in a published text: cosmetic or substantive, and which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.releases import Release
from communique.model.spans import Span


class EditClass(StrEnum):
    """Whether an edit changes what the text says. ``none``: the two versions are the same."""

    NONE = "none"
    COSMETIC = "cosmetic"
    SUBSTANTIVE = "substantive"


class EditKind(StrEnum):
    """What an edit changes."""

    TYPO = "typo"
    MARKUP_SPACING = "markup_spacing"
    NAME_SPELLING = "name_spelling"
    TITLE_OR_OFFICE = "title_or_office"
    PARTICIPANT_ADDED = "participant_added"
    PARTICIPANT_REMOVED = "participant_removed"
    SENTENCE_ADDED = "sentence_added"
    SENTENCE_REMOVED = "sentence_removed"
    FIGURE_CHANGED = "figure_changed"
    DATE_CHANGED = "date_changed"
    PLACE_CHANGED = "place_changed"
    POSITION_SOFTENED = "position_softened"
    POSITION_HARDENED = "position_hardened"
    QUOTE_CHANGED = "quote_changed"
    OTHER = "other"


COSMETIC = frozenset({EditKind.TYPO, EditKind.MARKUP_SPACING, EditKind.NAME_SPELLING})
"""Kinds that change no statement."""


class SlipForm(StrEnum):
    """What a typing slip is, where it is none that was mended: a date in another style, or a slip that came in."""

    DATE_STYLE = "date_style"
    CAME_IN = "came_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One changed place: the kinds it is of, why (``told``), and the words before and after.

    ``before`` and ``after`` mark the changed words, ``sentence_before`` and ``sentence_after`` the sentences they stand
    in; None where that version has no such words. ``moved`` tells that the words only changed their place, ``slip``
    what a typing slip is that was not mended.
    """

    kinds: tuple[EditKind, ...]
    told: str
    before: Span | None = None
    after: Span | None = None
    sentence_before: Span | None = None
    sentence_after: Span | None = None
    moved: bool = False
    slip: SlipForm | None = None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ModelError(wanted="the changed words of at least one version", got="none")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What became of one published text: its earlier and later version, the class, and the changes in order."""

    before: Release
    after: Release
    grade: EditClass
    changes: tuple[Change, ...] = ()

    @property
    def kinds(self) -> tuple[EditKind, ...]:
        """All kinds of the changes, each once, in order of first appearance; a move has none."""
        return tuple(dict.fromkeys(kind for change in self.changes for kind in change.kinds))
