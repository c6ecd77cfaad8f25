"""Who gets past the door of a view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeAlias

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

Rest = ParamSpec("Rest")
View: TypeAlias = Callable[Concatenate[HttpRequest, Rest], HttpResponseBase]


def needs(permission: str) -> Callable[[View[Rest]], View[Rest]]:
    """
    Let only those in who have a permission; strangers are asked to log in, others are refused.

    A permission on one object is checked in the view: ``check(request, "publishing.edit_analysis", analysis)``.
    """

    def gate(view: View[Rest]) -> View[Rest]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponseBase:
            if not request.user.has_perm(permission):
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return gate


def check(request: HttpRequest, permission: str, thing: object) -> None:
    """
    Refuse who may not do something with one object.

    Raises:
        PermissionDenied: the user may not.
    """
    if not request.user.has_perm(permission, thing):
        raise PermissionDenied
