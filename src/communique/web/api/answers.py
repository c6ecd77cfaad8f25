"""Answers that a program can keep: each with the print of what it says, so that the same is not sent twice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers

from communique.reports.json_items import Json

JSON = "application/json"


def answer(
    request: HttpRequest,
    said: Json | str,
    *,
    media_type: str = JSON,
    etag: str = "",
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Give JSON, or a text that is written already; ``etag`` names its state where its words do not."""
    body = said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
    response = HttpResponse(body, content_type=media_type, headers=dict(headers or {}))
    if etag:
        response.headers["ETag"] = etag
    return conditional(request, response)


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Let a program that has the same already be told so (304); nobody between may keep what is not for everybody."""
    response.headers.setdefault("ETag", _quoted(response.content))
    own = getattr(request, "auth", None) is not None
    response.headers.setdefault("Cache-Control", "private, no-cache" if own else "public, no-cache")
    if own:
        patch_vary_headers(response, ["Authorization", "Cookie"])
    if request.method != "GET":  # the preconditions of a writing were those of what stood before it
        return response
    found = get_conditional_response(request, etag=response.headers["ETag"], response=response)
    return found if isinstance(found, HttpResponse) else response


def print_of(said: Json) -> str:
    """Give the print of what is said, as an ETag."""
    return _quoted(json.dumps(said, ensure_ascii=False, sort_keys=True).encode())


def _quoted(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'
