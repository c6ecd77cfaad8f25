"""Permissions as an algebra of named predicates: the library's words, with types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

import rules


class Predicate(Protocol):
    """A yes or no about a user, or about a user and an object; predicates combine with ``&``, ``|`` and ``~``."""

    def __call__(self, user: Any, thing: Any = None) -> bool:  # noqa: ANN401 - users may be anonymous, things any
        """Answer."""
        ...

    def __and__(self, other: Predicate) -> Predicate:
        """Both."""
        ...

    def __or__(self, other: Predicate) -> Predicate:
        """One of them at least."""
        ...

    def __invert__(self) -> Predicate:
        """The opposite."""
        ...


def predicate(function: Callable[..., bool]) -> Predicate:
    """Make a predicate of a function of a user, or of a user and an object (None where a permission is asked alone)."""
    return cast("Predicate", rules.predicate(function))


def allow(permission: str, who: Predicate) -> None:
    """Give a permission (``room.verb_noun``) to whom a predicate names."""
    rules.add_perm(permission, who)
