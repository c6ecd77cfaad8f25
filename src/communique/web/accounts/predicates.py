"""Who somebody is, as named predicates that permissions are made of; each takes a user, active or anonymous."""

from __future__ import annotations

from typing import Any

from communique.web.accounts.models import Role, User
from communique.web.accounts.permitting import predicate


def _ranks(user: Any, role: Role) -> bool:  # noqa: ANN401 - anonymous users are of another class
    return isinstance(user, User) and user.ranks(role)


@predicate
def is_reader(user: Any) -> bool:  # noqa: ANN401 - likewise
    """Anyone with an account."""
    return _ranks(user, Role.READER)


@predicate
def is_analyst(user: Any) -> bool:  # noqa: ANN401 - likewise
    """An analyst, editor or administrator."""
    return _ranks(user, Role.ANALYST)


@predicate
def is_editor(user: Any) -> bool:  # noqa: ANN401 - likewise
    """An editor or administrator."""
    return _ranks(user, Role.EDITOR)


@predicate
def is_administrator(user: Any) -> bool:  # noqa: ANN401 - likewise
    """An administrator."""
    return _ranks(user, Role.ADMINISTRATOR)
