"""How far a job is: a page that looks again by itself, with script or without."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from communique.web.accounts.gates import check
from communique.web.jobs.models import Job, State

TOLD = "jobs told"
_MOST_TOLD = 20


@require_safe
def show_job(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show how far a job is; once done, go on to what came of it (``address``), with what is to be said there."""
    job = get_object_or_404(Job, pk=key)
    check(request, "jobs.read_job", job)
    address = job.result.get("address", "")
    if job.state == State.DONE and address:
        _say_once(request, job)
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Redirect": address})
        return redirect(address)
    template = "jobs/progress.html" if request.headers.get("HX-Request") else "jobs/job.html"
    page = render(request, template, {"job": job})
    page.headers["Cache-Control"] = "no-store"
    return page


def _say_once(request: HttpRequest, job: Job) -> None:
    """Say what a job came to on the page where it leads, the first time that its reader is led there."""
    said, told = job.result.get("said"), request.session.get(TOLD, [])
    if said and request.method == "GET" and str(job.pk) not in told:
        messages.success(request, said)
        request.session[TOLD] = [*told[1 - _MOST_TOLD :], str(job.pk)]
