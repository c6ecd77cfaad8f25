"""In whose name something is written: the log asks here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from communique.web.accounts.gates import member_of
from communique.web.accounts.models import User

_ACTOR: ContextVar[Callable[[], Any]] = ContextVar("actor", default=lambda: None)


@contextmanager
def acting(user: User | None) -> Iterator[None]:
    """Note what is written meanwhile under somebody's name; None is nobody (the workspace itself)."""
    kept = _ACTOR.set(lambda: user)
    try:
        yield
    finally:
        _ACTOR.reset(kept)


def actor_of(request: HttpRequest) -> User:
    """
    Give who writes with a request.

    Raises:
        PermissionDenied: nobody is logged in.
    """
    return member_of(request)


def actor_now() -> User | None:
    """Give in whose name something is written just now."""
    user = _ACTOR.get()()
    return user if isinstance(user, User) else None


class Actors:
    """Whoever asks for a page is the actor of what it writes; they are looked up only when something is written."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, with the actor at hand."""
        kept = _ACTOR.set(lambda: getattr(request, "user", None))
        try:
            return self._get_response(request)
        finally:
            _ACTOR.reset(kept)


def name_actor(instance: Any, **_rest: Any) -> None:  # noqa: ANN401 - a receiver of Django's signals
    """Set who wrote into an entry of the log; no address of theirs, of mail or of the network, is noted beside."""
    if instance.actor_id is None:
        actor = actor_now()
        instance.actor_id = actor.pk if actor is not None else None
