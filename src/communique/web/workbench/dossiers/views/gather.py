"""Releases sought for a dossier: what is asked, what is proposed, what of it is filed."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from communique.web.accounts.gates import check, member_of, needs
from communique.web.base.corpus import the_settings
from communique.web.jobs.models import Job, State
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.answers import address_of, change, changed, clashes_told, show
from communique.web.workbench.dossiers.forms import GatherForm
from communique.web.workbench.dossiers.gathering import JOB, filing_of, gathering_ask
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.wiring.dossier_views import side_names
from communique.wiring.precedents import KEPT

TWO = 2


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """Ask for the releases of an episode."""
    standing = dossier_get(name)
    dossier = standing.dossier
    sides = side_names(dossier.sides, the_settings())
    one, other = sides[:TWO] if len(sides) >= TWO else ("", "")
    form = GatherForm(
        request.POST or None, initial={"one": one, "other": other, "first": dossier.first, "last": dossier.last}
    )
    if form.is_valid():
        told = form.cleaned_data
        sides, days = (told["one"], told["other"]), (told["first"], told["last"])
        return redirect("jobs:job", gathering_ask(standing, sides, days, actor=member_of(request)).key)
    return show(request, standing, "workbench/dossier_gather.html", "gather", form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def gathered(request: HttpRequest, name: str, key: UUID) -> HttpResponse:
    """Show what was found, each with its reason; file what is chosen."""
    standing = dossier_get(name)
    job = get_object_or_404(Job, pk=key, kind=JOB, state=State.DONE)
    check(request, "jobs.read_job", job)
    if job.arguments.get("name") != name:
        raise Http404(str(key))
    rows = job.result["proposals"]
    if request.method == "POST":
        chosen = set(request.POST.getlist("source"))
        edit = changes.file_releases(filing_of(row) for row in rows if row["source"] in chosen)
        return changed(request, change(request, name, edit), address_of("dossier", name))
    filed = {filing.source.removeprefix(KEPT) for filing in standing.dossier.filings}
    proposals = [
        row
        | {
            "filed": row["source"].removeprefix(KEPT) in filed,
            "on": date.fromisoformat(row["day"]) if row["day"] else None,
        }
        for row in rows
    ]
    return show(request, standing, "workbench/dossier_gathered.html", "gather", proposals=proposals)
