"""Who gets through to an operation: the owner of a token, or somebody logged in, with the permission it asks."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.errors import AuthenticationError
from ninja.security import HttpBearer, SessionAuth
from ninja.utils import check_csrf

from communique.web.accounts.models import User
from communique.web.accounts.tokens import token_of
from communique.web.api.problems import ProblemError


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: a user, by the token with a number or, without one, from a browser; and whether they may write."""

    user: User
    token: int | None
    writes: bool

    @property
    def name(self) -> str:
        """What requests are counted under."""
        return f"user-{self.user.pk}" if self.token is None else f"token-{self.token}"


class _Door:
    """What an operation asks of whoever calls it: a permission (empty: any account) and leave to write."""

    permission: str
    writes: bool

    def admit(self, request: HttpRequest, user: User) -> None:
        """
        Let somebody in as the one who asks.

        Raises:
            PermissionDenied: they may not.
        """
        request.user = user
        if self.permission and not user.has_perm(self.permission):
            raise PermissionDenied


class BearerToken(_Door, HttpBearer):
    """A token in the header ``Authorization: Bearer …``; one that does not hold is refused, whoever is logged in."""

    openapi_description = (
        "A token made on the page of your account. A token that reads only is refused where an operation writes."
    )

    def __init__(self, permission: str, *, writes: bool) -> None:
        super().__init__()
        self.permission, self.writes = permission, writes

    def authenticate(self, request: HttpRequest, token: str) -> Caller:
        """Give whose token it is."""
        found = token_of(token) if token.isprintable() else None
        if found is None:
            raise AuthenticationError
        if self.writes and not found.writes:
            raise ProblemError(
                HTTPStatus.FORBIDDEN,
                wanted="a token that may write",
                got="one that reads only",
                remedy="make one that may write on the page of your account",
            )
        self.admit(request, found.user)
        return Caller(user=found.user, token=found.pk, writes=found.writes)


class BrowserSession(_Door, SessionAuth):
    """The cookie of somebody logged in; what writes must carry the CSRF token as well."""

    openapi_description = "The session of a browser. What writes needs the header X-CSRFToken too."

    def __init__(self, permission: str, *, writes: bool) -> None:
        super().__init__(csrf=True)
        self.permission, self.writes = permission, writes

    def __call__(self, request: HttpRequest) -> Caller | None:
        """Give who is logged in, None for nobody."""
        user: Any = request.user
        if not isinstance(user, User) and not getattr(user, "is_authenticated", False):
            return None
        if check_csrf(request):
            raise ProblemError(
                HTTPStatus.FORBIDDEN,
                wanted="the header X-CSRFToken beside a session that writes",
                got="none that fits",
                remedy="programs use a token instead",
            )
        self.admit(request, user)
        return Caller(user=user, token=None, writes=True)


def to(permission: str, *, writes: bool = False) -> list[BearerToken | BrowserSession]:
    """Give the doors of an operation: who comes through either has the permission."""
    return [BearerToken(permission, writes=writes), BrowserSession(permission, writes=writes)]


def caller(request: HttpRequest) -> Caller:
    """Give who came through the door."""
    found: Caller = request.auth  # type: ignore[attr-defined] # the library sets it
    return found
