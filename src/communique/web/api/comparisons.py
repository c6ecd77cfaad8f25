"""Operations on comparisons: asked for, made by a worker, read."""

from __future__ import annotations

from http import HTTPStatus
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import Router, Status

from communique.web.accounts.gates import check
from communique.web.api import selectors
from communique.web.api.answers import answer
from communique.web.api.describing import gives, publishes
from communique.web.api.doors import caller, to
from communique.web.api.forms import ComparisonAsked, JobShown
from communique.web.api.jobs import accepted
from communique.web.api.limits import READS, WRITES
from communique.web.api.problems import ProblemError
from communique.web.api.releases import READ
from communique.web.api.services import comparison_ask
from communique.web.api.work import COMPARISON
from communique.web.jobs.models import Job, State

router = Router(tags=["comparisons"])


@router.post(
    "/comparisons",
    response={202: JobShown},
    auth=to(READ, writes=True),
    throttle=WRITES,
    summary="Ask for a comparison",
    openapi_extra=gives(400, 404),
)
def ask_comparison(request: HttpRequest, response: HttpResponse, asked: ComparisonAsked) -> Status[JobShown]:
    """
    Queue the comparison of two releases; follow the job until it is done, then read the comparison at its address.

    Editions of one release in two languages are known as such.
    """
    for key in (asked.first, asked.second):
        selectors.release_stands(key)
    job = comparison_ask(asked, actor=caller(request).user)
    return accepted(job, response)


@router.get(
    "/comparisons/{uuid:key}",
    auth=to(READ),
    throttle=READS,
    summary="Read a comparison",
    url_name="comparison",
    openapi_extra=publishes("Comparison", "The comparison in its published form.", also=(409,)),
)
def read_comparison(request: HttpRequest, key: UUID) -> HttpResponse:
    """What `communique compare --format json` gives; 409 while it is being made, or where it could not be."""
    job = get_object_or_404(Job, pk=key)
    if job.kind != COMPARISON:
        raise Http404
    check(request, "jobs.read_job", job)
    if job.state != State.DONE:
        raise ProblemError(
            HTTPStatus.CONFLICT,
            wanted="a comparison that is made",
            got=job.fault or f"one that is {job.state}",
            remedy="" if job.over else "ask again when its job is done",
            headers={} if job.over else {"Retry-After": "1"},
        )
    return answer(request, job.result["comparison"])
