"""Operations on jobs: how far one is, and one's own."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from ninja import Query, Router, Status

from communique.web.accounts.gates import check
from communique.web.api.cursors import Order
from communique.web.api.describing import gives
from communique.web.api.doors import caller, to
from communique.web.api.forms import JobPage, JobResult, JobShown, PageQuery
from communique.web.api.limits import READS
from communique.web.api.selectors import refuse_strange
from communique.web.jobs.models import Job

router = Router(tags=["jobs"])
BY_MOMENT = Order("created", datetime, UUID)


@router.get("/jobs", response=JobPage, auth=to(""), throttle=READS, summary="List your jobs")
def list_jobs(request: HttpRequest, query: Query[PageQuery]) -> JobPage:
    """The jobs that you asked for, the latest first."""
    refuse_strange(set(request.GET), PageQuery)
    rows = Job.objects.filter(actor=caller(request).user)
    found, cursor = BY_MOMENT.page(rows, query.cursor, query.limit)
    return JobPage(items=list(map(shown, found)), next=cursor)


@router.get(
    "/jobs/{uuid:key}",
    response=JobShown,
    auth=to(""),
    throttle=READS,
    summary="See how far a job is",
    url_name="job",
    openapi_extra=gives(404),
)
def read_job(request: HttpRequest, response: HttpResponse, key: UUID) -> JobShown:
    """How far a job is and, once it is over, what came of it; ask again after a second or two."""
    job = get_object_or_404(Job, pk=key)
    check(request, "jobs.read_job", job)
    if not job.over:
        response.headers["Retry-After"] = "1"
    return shown(job)


def accepted(job: Job, response: HttpResponse) -> Status[JobShown]:
    """Answer that a job is queued, and where to see how far it is."""
    response.headers["Location"] = reverse("api-1:job", args=[job.key])
    return Status(HTTPStatus.ACCEPTED, shown(job))


def shown(job: Job) -> JobShown:
    """Give a job as operations do."""
    return JobShown(
        key=job.key,
        kind=job.kind,
        title=job.title,
        state=job.state,
        step=job.step,
        done=job.done,
        total=job.total,
        created=job.created,
        ended=job.ended,
        fault=job.fault,
        result=JobResult(address=job.result.get("address", ""), lines=job.result.get("lines", [])),
    )
