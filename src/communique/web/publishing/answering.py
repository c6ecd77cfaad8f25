"""How public pages are answered: quickly where nothing changed, shared only where nothing on them is a reader's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date
from django.utils.translation import get_language

from communique import __version__
from communique.web.base.context import THEME_COOKIE

SHARED = "public, max-age=0, must-revalidate"
OWN = "private, no-cache"
_MESSAGES = "messages"


def root_of(request: HttpRequest) -> str:
    """Give the address of the workspace without a slash at its end."""
    return settings.CONFIG.address or request.build_absolute_uri("/").rstrip("/")


def answer_public(
    request: HttpRequest, render: Callable[[], HttpResponse], *stamps: str, changed: datetime | None
) -> HttpResponse:
    """
    Give a public page, or say that it did not change; ``stamps`` are all that it is made of, in short.

    A page in which a form with a token was rendered is its reader's own: the token fits no other browser. So is that of
    somebody who is logged in, or whom something is yet to be told.
    """
    own = request.user.is_authenticated or _MESSAGES in request.COOKIES
    etag = _etag(request, stamps)
    if not own:
        unchanged = get_conditional_response(request, etag=etag, last_modified=None)
        if unchanged is not None:
            may_hold_token = settings.CSRF_COOKIE_NAME in request.COOKIES
            return _marked(unchanged, etag, changed, OWN if may_hold_token else SHARED)
    response = render()
    token = bool(request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))
    if own:
        response["Cache-Control"] = OWN
        patch_vary_headers(response, ("Cookie", "Accept-Language"))
        return response
    return _marked(response, etag, changed, OWN if token else SHARED)


def _marked(response: HttpResponse, etag: str, changed: datetime | None, control: str) -> HttpResponse:
    response["ETag"] = etag
    if changed is not None:
        response["Last-Modified"] = http_date(changed.timestamp())
    response["Cache-Control"] = control
    patch_vary_headers(response, ("Cookie", "Accept-Language"))
    return response


def _etag(request: HttpRequest, stamps: tuple[str, ...]) -> str:
    """Give a print of all that the page shows; the cookie of tokens counts, since a form on it fits that alone."""
    cookies = (request.COOKIES.get(THEME_COOKIE, ""), request.COOKIES.get(settings.CSRF_COOKIE_NAME, ""))
    parts = (__version__, get_language() or "", request.get_full_path(), *cookies, *stamps)
    return f'"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
