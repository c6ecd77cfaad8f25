"""Timeline and roster: drawn by jobs, shown as soon as they are there."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.dossiers.answers import address_of, show
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.web.workbench.dossiers.sheets import sheet_again, sheet_ask, sheet_kept

PICTURES = ("wide", "narrow")
PAGES = {"timeline": "dossier_timeline", "protocol": "dossier_protocol", "findings": "matrix_findings"}
SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@require_safe
@needs("workbench.read_dossier")
def timeline(request: HttpRequest, name: str) -> HttpResponse:
    """Show the days in order, drawn and as a table."""
    standing = dossier_get(name)
    sheet = sheet_ask(standing, "timeline", actor=member_of(request))
    return show(request, standing, "workbench/dossier_timeline.html", "timeline", sheet=sheet, kind="timeline")


@require_safe
@needs("workbench.read_dossier")
def picture(_request: HttpRequest, name: str, width: str) -> HttpResponse:
    """Give the drawing of the timeline, for wide windows or for narrow ones."""
    sheet = sheet_kept(dossier_get(name), "timeline")
    if sheet.content is None or width not in PICTURES:
        raise Http404(width)
    answer = HttpResponse(sheet.content[width], content_type="image/svg+xml")
    answer.headers["Content-Security-Policy"] = SVG_POLICY
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


@require_safe
@needs("workbench.read_dossier")
def protocol(request: HttpRequest, name: str) -> HttpResponse:
    """Show who met whom in what office, by what class, where and in what order."""
    standing = dossier_get(name)
    sheet = sheet_ask(standing, "protocol", actor=member_of(request))
    return show(request, standing, "workbench/dossier_protocol.html", "protocol", sheet=sheet, kind="protocol")


@require_POST
@needs("workbench.edit_dossier")
def again(_request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Try anew what could not be made."""
    if kind not in PAGES:
        raise Http404(kind)
    sheet_again(dossier_get(name), kind)
    return redirect(address_of(PAGES[kind], name))
