"""Who takes part: states and organisations, the offices persons hold, the persons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from communique.errors import ModelError
from communique.model.spans import Span


class SideKind(StrEnum):
    """What a side is."""

    STATE = "state"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """
    A state (ISO 3166-1 alpha-2 code) or an organisation (its usual short name: ``EU``, ``NATO``).

    >>> str(Side(code="KZ", name="Kazakhstan"))
    'Kazakhstan'
    """

    code: str
    name: str
    kind: SideKind = SideKind.STATE

    def __post_init__(self) -> None:
        if not self.code:
            raise ModelError(wanted="a code for the side", got="an empty one")

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office in the words of the text that names it ("President of Kazakhstan"); ``span`` marks those words."""

    title: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """
    Somebody who takes part, as this text presents him or her.

    ``name`` is as written, without title; None where the text gives the office alone. ``spans`` are the places that
    name the person, the fullest first. ``identity`` is the key of the person in the reference tables, None where the
    tables do not know the name. ``base`` is the name in its base form where the text inflects it and the tables know.
    """

    name: str | None
    side: Side | None = None
    office: Office | None = None
    spans: tuple[Span, ...] = ()
    identity: str | None = None
    base: str | None = None

    def __post_init__(self) -> None:
        if not self.name and self.office is None:
            raise ModelError(wanted="a person with a name or an office", got="neither")

    @property
    def label(self) -> str:
        """How a report calls the person: the name, in its base form where that is known, else the office."""
        return self.base or self.name or (self.office.title if self.office else "")

    def __str__(self) -> str:
        return self.label
