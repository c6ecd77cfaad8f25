"""The desk: the newest releases, narrowed and searched."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from communique.web.accounts.gates import check, member_of, needs
from communique.web.jobs.models import Job
from communique.web.workbench.desk.forms import DeskForm
from communique.web.workbench.desk.selectors import choices, releases_page
from communique.web.workbench.searches.forms import SavingHiddenForm
from communique.web.workbench.searches.selectors import searches_list_of


@needs("workbench.read_release")
@require_safe
def show_desk(request: HttpRequest) -> HttpResponse:
    """Show the newest releases, or those that a search wants."""
    form = DeskForm(request.GET, choices=choices())
    came = _came(request)
    wanted = replace(form.wanted, among=tuple(came.result.get("keys", ())) if came else None)
    page, releases = releases_page(wanted, request.GET.get("page", 1))
    shown = {
        "form": form,
        "wanted": wanted,
        "page_obj": page,
        "releases": releases,
        "came": came,
        "filtered": any(request.GET.get(name) for name in form.fields if name != "q"),
        "narrowed": bool(request.GET.keys() - {"page"}),
        "searches": searches_list_of(member_of(request)),
        "saving": SavingHiddenForm(initial=form.as_search()),
    }
    template = "workbench/desk_list.html" if request.headers.get("HX-Target") == "releases" else "workbench/desk.html"
    response = render(request, template, shown)
    patch_vary_headers(response, ["HX-Target"])
    return response


def _came(request: HttpRequest) -> Job | None:
    """Give the work whose releases are asked for, if any and if the reader may see it."""
    if "came" not in request.GET:
        return None
    try:
        key = UUID(request.GET["came"])
    except ValueError:
        raise Http404 from None
    job = get_object_or_404(Job, pk=key)
    check(request, "jobs.read_job", job)
    return job
