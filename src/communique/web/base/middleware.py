"""What every answer carries, and what becomes of our own errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from communique.errors import CommuniqueError
from communique.web.base.refusals import refusal_words

Answer: TypeAlias = Callable[[HttpRequest], HttpResponseBase]

POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


def permissions_policy(get_response: Answer) -> Answer:
    """Refuse the browser what no page of ours asks for."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return answer


class ErrorsInWords:
    """Our own errors become a page that says what was wanted, what was got and what to do; others pass."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer as ever."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn an error of ours into a page."""
        if isinstance(error, CommuniqueError):
            return render(request, "base/refused.html", {"reason": refusal_words(error)}, status=422)
        return None
