"""The brake on guessing passwords: what is said to whom it stops."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

TOO_MANY = 429


def locked(request: HttpRequest, *_answer_and_credentials: Any) -> HttpResponse:  # noqa: ANN401 - the library's call
    """Say that there were too many attempts, in the same words whether or not the address is known."""
    minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
    answer = render(request, "accounts/locked.html", {"minutes": minutes}, status=TOO_MANY)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer
