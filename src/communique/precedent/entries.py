"""One account as precedent counts it, and the reference classes it falls into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.errors import ModelError
from communique.model import Kind


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ReferenceClass:
    """
    Accounts that are compared with each other: one issuer's, in one language, of one kind.

    ``counterpart`` narrows them to one side (its code), ``group`` to the sides of one group (its code); at most one of
    the two is set.

    >>> ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV").code
    'xa-president/en/call/XV/'
    """

    issuer: str
    language: str
    kind: str
    counterpart: str = ""
    group: str = ""

    def __post_init__(self) -> None:
        if self.counterpart and self.group:
            raise ModelError(wanted="a counterpart or a group", got=f"both: {self.counterpart}, {self.group}")

    @property
    def code(self) -> str:
        """One string that names the class in a store."""
        return f"{self.issuer}/{self.language}/{self.kind}/{self.counterpart}/{self.group}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One account as precedent counts it.

    ``key`` is the key of its release, ``name`` what a corpus calls it; ``issued`` the day of publication, from which
    precedents count backwards, and ``day`` that of the event. ``own`` is the code of the issuer's side,
    ``counterparts`` are the codes of the other principals' sides in the order of the text, ``groups`` the group of
    each. ``place`` is the code of the country where the event took place, ``persons`` who took part
    ("XA/ilmar-vesk"); empty where the text does not tell. ``present`` and ``absent`` hold the codes of the features
    that the account could have had, divided by whether it has them.
    """

    key: str
    name: str
    issuer: str
    language: str
    kind: Kind
    issued: date
    day: date
    own: str = ""
    counterparts: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    place: str = ""
    persons: tuple[str, ...] = ()
    present: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if len(self.groups) != len(self.counterparts):
            raise ModelError(
                wanted="a group for each counterpart", got=f"{len(self.groups)} for {len(self.counterparts)}"
            )

    @property
    def classes(self) -> tuple[ReferenceClass, ...]:
        """
        The reference classes it falls into, the narrowest first: counterpart, counterpart's group, kind alone.

        An account with several counterparts, or none, is compared by kind alone.
        """
        everybody = ReferenceClass(issuer=self.issuer, language=self.language, kind=self.kind.value)
        if len(self.counterparts) != 1:
            return (everybody,)
        (side,), (group,) = self.counterparts, self.groups
        wider = (_narrowed(everybody, group=group),) if group else ()
        return (_narrowed(everybody, counterpart=side), *wider, everybody)


def _narrowed(wide: ReferenceClass, *, counterpart: str = "", group: str = "") -> ReferenceClass:
    return ReferenceClass(
        issuer=wide.issuer, language=wide.language, kind=wide.kind, counterpart=counterpart, group=group
    )
