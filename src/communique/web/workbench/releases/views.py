"""Pages of one release."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from communique.web.accounts.gates import needs
from communique.web.workbench.desk.selectors import listed
from communique.web.workbench.releases.composing import release_composed, release_json, release_versions
from communique.web.workbench.releases.selectors import release_beside, release_get


@needs("workbench.read_release")
@require_safe
def show_release(request: HttpRequest, key: str) -> HttpResponse:
    """Show the interlinear page of a release, and what stands beside it."""
    row = release_get(key)
    composed = release_composed(row)
    beside = release_beside(row, composed.others)
    shown = {
        "row": row,
        "composed": composed,
        "article": mark_safe(composed.article),  # noqa: S308 - the renderer of reports escapes all that was captured
        "others": listed(beside.others, texts=beside.texts),
        "beside": beside,
    }
    return render(request, "workbench/release.html", shown)


@needs("workbench.read_release")
@require_safe
def show_versions(request: HttpRequest, key: str) -> HttpResponse:
    """Show what was changed in a release after it appeared."""
    row = release_get(key)
    beside = release_beside(row)
    stamp = " ".join(version.key for version in beside.versions)
    article = release_versions(row, stamp[-150:]) if len(beside.versions) > 1 else ""
    shown = {
        "row": row,
        "beside": beside,
        "article": mark_safe(article),  # noqa: S308 - likewise
    }
    return render(request, "workbench/release_versions.html", shown)


@needs("workbench.read_release")
@require_safe
def export_release(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Give the report on a release as JSON."""
    row = release_get(key)
    headers = {"Content-Disposition": f'attachment; filename="{row.key}.json"'}
    return HttpResponse(release_json(row), content_type="application/json", headers=headers)
