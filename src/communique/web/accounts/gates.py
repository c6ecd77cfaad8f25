"""Who gets past the door of a view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeAlias, cast

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from communique.web.accounts.models import User

Rest = ParamSpec("Rest")


class UserRequest(HttpRequest):
    """What a view behind a gate is given: whoever asks is logged in."""

    user: User


View: TypeAlias = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]
Gated: TypeAlias = Callable[Concatenate[UserRequest, Rest], HttpResponseBase]


def user_of(request: HttpRequest) -> User | AnonymousUser:
    """Give who asks, as the class that our users have."""
    return cast("User | AnonymousUser", request.user)


def member_of(request: HttpRequest) -> User:
    """
    Give who asks, where only members get.

    Raises:
        PermissionDenied: nobody is logged in.
    """
    user = user_of(request)
    if isinstance(user, User) and user.is_active:
        return user
    raise PermissionDenied


def may(request: HttpRequest, permission: str, thing: object = None) -> bool:
    """Tell whether who asks has a permission, on one object where one is given."""
    user: Any = request.user  # the stubs let an anonymous user be asked about rows alone
    return bool(user.has_perm(permission, thing))


def needs(permission: str) -> Callable[[Gated[Rest]], View[Rest]]:
    """
    Let only those in who have a permission; strangers are asked to log in, others are refused.

    A permission on one object is checked in the view: ``check(request, "publishing.edit_analysis", analysis)``.
    """

    def gate(view: Gated[Rest]) -> View[Rest]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
            if not may(request, permission):
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise PermissionDenied
            return view(cast("UserRequest", request), *args, **kwargs)

        return guarded

    return gate


def members(view: Gated[Rest]) -> View[Rest]:
    """Let members in, of whatever role, and ask strangers to log in: for what is everybody's own."""

    @wraps(view)
    def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(cast("UserRequest", request), *args, **kwargs)

    return guarded


def check(request: HttpRequest, permission: str, thing: object) -> None:
    """
    Refuse who may not do something with one object.

    Raises:
        PermissionDenied: the user may not.
    """
    if not may(request, permission, thing):
        raise PermissionDenied
