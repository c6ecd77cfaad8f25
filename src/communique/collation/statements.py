"""One statement of an account, with what it can be compared by."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from communique.languages.acts import Act
from communique.model import Person, Span, Topic

LONG = 25
"""Sentences of a side's text past which it is taken passage by passage, not clause by clause."""


BOTH = "*"
"""The owner of what both sides say or do."""


class Actor(StrEnum):
    """Whose words or deeds a statement tells: the issuer's own side, the other side, both, or nobody named."""

    OWN = "own"
    OTHER = "other"
    BOTH = "both"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """
    One statement of an account.

    ``span`` marks its words in ``text``, the body of the release, ``sentence`` the sentence they stand in; ``core`` is
    what is said without who says it: the words after the verb of speech, without the names of principals and sides,
    which all statements have. ``lemmas`` are its content words in base form, ``names`` those of them written as names
    that mean neither side nor principal; ``numbers`` the values of its figures, ``money`` whether one is a sum of
    money; ``sides`` the codes of third sides that it names, ``names_other`` whether it names the other side.
    ``owner`` is the code of the side whose words or deeds are told, ``BOTH`` for both, empty where unknown;
    ``opening`` tells that it only says that the encounter took place, ``spoken`` that it is direct speech, that of
    ``speaker`` where the text tells.
    """

    text: str = field(repr=False, compare=False)
    span: Span
    sentence: Span
    language: str
    act: Act | None
    actor: Actor
    core: str
    lemmas: frozenset[str]
    owner: str = ""
    names: frozenset[str] = frozenset()
    numbers: frozenset[float] = frozenset()
    sides: frozenset[str] = frozenset()
    names_other: bool = False
    money: bool = False
    topics: frozenset[Topic] = frozenset()
    conflicts: frozenset[str] = frozenset()
    opening: bool = False
    spoken: bool = False
    speaker: Person | None = None

    @property
    def words(self) -> str:
        """The exact words of the statement."""
        return self.span.of(self.text)
