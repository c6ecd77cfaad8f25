"""Pages that belong to no room: errors, health, language and theme."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from communique import __version__
from communique.web.base.addresses import safe_next
from communique.web.base.context import THEME_COOKIE, THEMES

_YEAR = 365 * 24 * 3600


@require_safe
def health(_: HttpRequest) -> JsonResponse:
    """Say that the workspace and its store answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "version": __version__})


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep the theme that a reader chose, in a cookie of their own."""
    response = redirect(safe_next(request, "/"))
    theme = request.POST.get("theme", "")
    if theme in THEMES:
        response.set_cookie(
            THEME_COOKIE, theme, max_age=_YEAR, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    else:
        response.delete_cookie(THEME_COOKIE)
    return response


def bad_request(request: HttpRequest, exception: Any) -> HttpResponse:  # noqa: ANN401, ARG001 - Django's signature
    """Say that what was sent does not read."""
    return render(request, "base/bad_request.html", status=400)


def forbidden(request: HttpRequest, exception: Any) -> HttpResponse:  # noqa: ANN401, ARG001 - likewise
    """Say that this is for others; ask a stranger who opened a page to log in."""
    if request.method == "GET" and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    return render(request, "base/forbidden.html", status=403)


def not_found(request: HttpRequest, exception: Any) -> HttpResponse:  # noqa: ANN401, ARG001 - likewise
    """Say that there is no such page."""
    return render(request, "base/not_found.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours."""
    return render(request, "base/failed.html", status=500)


@require_safe
def soon(request: HttpRequest) -> HttpResponse:
    """Say that a page is being built."""
    return render(request, "base/not_found.html", status=404)
