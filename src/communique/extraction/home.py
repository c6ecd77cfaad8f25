"""The side a release speaks for, who heads it on the day, and the names known from the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from communique.model import Release, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """
    The issuer's side, the title of the office it serves, and the names of who held that office on the day.

    All are empty for an unknown issuer: then nobody is taken for granted.
    """

    side: Side | None = None
    office: str | None = None
    names: tuple[str, ...] = ()


NO_HOME = Home()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """
    A person of the reference tables: the key, the side served on the day, and the name in its base form.

    ``name`` is given only where the text inflects names, so that a report need not print them in an oblique case.
    """

    key: str
    side: Side | None = None
    name: str | None = None


class Register(Protocol):
    """What extraction asks of the reference tables."""

    def home(self, release: Release) -> Home:
        """Give the home of a release by its issuer and day."""
        ...

    def known(self, name: str, *, side: str | None, on: date | None) -> Known | None:
        """Give the known person of that name, None where nobody or several fit."""
        ...


class EmptyRegister:
    """The register of a reader without tables: nobody is known."""

    def home(self, release: Release) -> Home:  # noqa: ARG002 - the port's signature
        """Give no home."""
        return NO_HOME

    def known(self, name: str, *, side: str | None, on: date | None) -> Known | None:  # noqa: ARG002 - likewise
        """Give None."""
        return None
