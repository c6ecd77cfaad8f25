"""The styles and the script of the reports, served once, so that their articles can stand in pages of ours."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from communique.reports.webpage import asset_of

FRAME = "interlinear"
"""The class of the element that holds an article of a report; the styles of reports reach nothing outside it."""

_REPORTS = "communique.reports"
_PACKAGES = {
    "page.css": _REPORTS,
    "page.js": _REPORTS,
    "versions.css": f"{_REPORTS}.versions",
    "comparison.css": f"{_REPORTS}.comparisons",
    "dossier.css": f"{_REPORTS}.dossiers",
    "timeline.css": f"{_REPORTS}.timelines",
    "weighing.css": f"{_REPORTS}.matrices",
    "forecasts.css": f"{_REPORTS}.forecasts",
    "protocol.css": f"{_REPORTS}.protocols",
    "audit.css": f"{_REPORTS}.audits",
}
_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}
_FOREVER = "public, max-age=31536000, immutable"


@lru_cache
def style_of(name: str) -> tuple[str, str]:
    """
    Give a style or the script of the reports, and the print of its content.

    A style is nested into the frame: its rules for the page as a whole (body, main, :root) then match nothing.

    Raises:
        KeyError: there is none of that name.
    """
    written = asset_of(name, _PACKAGES[name])
    content = f".{FRAME} {{\n{written}\n}}\n" if name.endswith(".css") else written
    return content, hashlib.sha256(content.encode()).hexdigest()[:10]


@require_safe
def serve_style(request: HttpRequest, name: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Serve a style or the script of the reports, to be kept by browsers."""
    if name not in _PACKAGES:
        raise Http404
    content, _ = style_of(name)
    return HttpResponse(content, content_type=_TYPES[name.rpartition(".")[2]], headers={"Cache-Control": _FOREVER})
