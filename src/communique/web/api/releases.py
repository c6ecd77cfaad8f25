"""Operations on releases: lists, texts, what was extracted, what was found, what was changed."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Router, Status

from communique.errors import CommuniqueError, ModelError
from communique.reports.annotations import PROFILE, collection_of, find_annotations, page_of
from communique.reports.json_items import Json
from communique.reports.report import Report
from communique.web.api import selectors
from communique.web.api.answers import answer, print_of
from communique.web.api.describing import gives, publishes, takes_file
from communique.web.api.doors import caller, to
from communique.web.api.forms import (
    AddressAdded,
    FileSent,
    Hits,
    JobShown,
    Key,
    ReleasePage,
    ReleaseQuery,
    SearchQuery,
)
from communique.web.api.jobs import accepted
from communique.web.api.limits import READS, WRITES
from communique.web.api.problems import ProblemError
from communique.web.base.addresses import own_address
from communique.web.workbench.intake.services import address_add, upload_add

router = Router(tags=["releases"])
READ = "workbench.read_release"


@router.get("/releases", response=ReleasePage, auth=to(READ), throttle=READS, summary="List releases")
def list_releases(request: HttpRequest, query: Query[ReleaseQuery]) -> ReleasePage:
    """
    The releases of the desk, the newest first, a page at a time.

    What is added while you page neither shifts nor doubles any: a new release with a day behind the cursor comes later,
    one with a day before it is not shown again.
    """
    selectors.refuse_strange(set(request.GET), ReleaseQuery)
    items, cursor = selectors.releases_page(query)
    return ReleasePage(items=items, next=cursor)


@router.post(
    "/releases",
    response={202: JobShown},
    auth=to("workbench.add_release", writes=True),
    throttle=WRITES,
    summary="Add a release by its address",
    openapi_extra=gives(400),
)
def add_release(request: HttpRequest, response: HttpResponse, asked: AddressAdded) -> Status[JobShown]:
    """Queue the fetching, reading and keeping of a public web address; the job tells what came of it."""
    job = address_add(
        asked.address, issuer=asked.issuer, language=asked.language, follow=asked.follow, actor=caller(request).user
    )
    return accepted(job, response)


@router.post(
    "/uploads",
    response={202: JobShown},
    auth=to("workbench.add_release", writes=True),
    throttle=WRITES,
    summary="Add releases by a file",
    openapi_extra=takes_file(),
)
def add_file(request: HttpRequest, response: HttpResponse, told: Query[FileSent]) -> Status[JobShown]:
    """
    Queue the reading and keeping of a file: HTML, Markdown, text, PDF, Word, JSON Lines (also packed), a feed.

    Its bytes are the body, 5 MB at most. Once this answers, they are safe; the job tells what came of them.
    """
    file = SimpleUploadedFile(told.name, _file(request))
    job = upload_add([file], issuer=told.issuer, language=told.language, actor=caller(request).user)
    return accepted(job, response)


@router.get("/search", response=Hits, auth=to(READ), throttle=READS, summary="Search releases")
def search_releases(request: HttpRequest, query: Query[SearchQuery]) -> Hits:
    """The releases that hold all of the words, the best first, each with the words around the first place."""
    selectors.refuse_strange(set(request.GET), SearchQuery)
    return Hits(items=selectors.releases_found(query))


@router.get(
    "/releases/{key}",
    auth=to(READ),
    throttle=READS,
    summary="Read a release",
    openapi_extra=publishes("Release", "The text as captured, with its metadata and citation."),
)
def read_release(request: HttpRequest, key: Key) -> HttpResponse:
    """One release: its text as captured, who published it when, where it stands, its hashes, how it is cited."""
    return answer(request, selectors.release_record(key))


@router.get(
    "/releases/{key}/account",
    auth=to(READ),
    throttle=READS,
    summary="Read what was extracted",
    openapi_extra=publishes("Account", "What the release tells, each item with its span and words."),
)
def read_account(request: HttpRequest, key: Key) -> HttpResponse:
    """
    What was extracted from a release: event, principals, initiative, courtesies, documents, figures, topics.

    In the form in which reports have it, without what the readings found. Spans count Unicode code points from 0,
    half-open, in the named part of the release.
    """
    return answer(request, selectors.account_record(key))


@router.get(
    "/releases/{key}/findings",
    auth=to(READ),
    throttle=READS,
    summary="Read what was found",
    openapi_extra=publishes("Findings", "Findings with grade, spans, rate, mirror and plain explanation."),
)
def read_findings(request: HttpRequest, key: Key) -> HttpResponse:
    """What the readings found, ranked, each with its exact words, how usual it is (N of M), the plain explanation."""
    return answer(request, selectors.findings_record(key))


@router.get(
    "/releases/{key}/report",
    auth=to(READ),
    throttle=READS,
    summary="Read the whole report",
    openapi_extra=publishes("Report", "The report in its published form."),
)
def read_report(request: HttpRequest, key: Key) -> HttpResponse:
    """What `communique read --format json` gives: release, account and findings together."""
    return answer(request, selectors.report_get(key).json())


@router.get(
    "/releases/{key}/versions",
    auth=to(READ),
    throttle=READS,
    summary="Read the versions of its address",
    openapi_extra=publishes("Versions", "Every text kept of the address, and what each changed."),
)
def read_versions(request: HttpRequest, key: Key) -> HttpResponse:
    """Every text that was kept of the address of a release, the earliest first, and the edits between them."""
    return answer(request, selectors.versions_json(key))


@router.get(
    "/releases/{key}/annotations",
    auth=to(READ),
    throttle=READS,
    summary="Read findings as Web Annotations",
    openapi_extra=publishes("Annotations", "An AnnotationCollection, or one AnnotationPage of it.", PROFILE),
)
def read_annotations(request: HttpRequest, key: Key, page: int | None = None) -> HttpResponse:
    """
    The findings as W3C Web Annotations (JSON-LD): an AnnotationCollection with its first page, or the page asked for.

    Each is on the source address, with a TextPositionSelector and a TextQuoteSelector on the text as captured.
    """
    report = selectors.report_get(key)
    address = f"{own_address(request)}{reverse('api-1:read_annotations', args=[key])}"
    steady = _annotations(report, address, page, None)
    dated = _annotations(report, address, page, timezone.now())
    return answer(request, dated, media_type=PROFILE, etag=f"W/{print_of(steady)}")


def _file(request: HttpRequest) -> bytes:
    """Give the bytes of the body."""
    sent = request.content_type or ""
    if sent == "multipart/form-data":
        raise ProblemError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            wanted="the bytes of one file as the body",
            got="a form of several parts",
            remedy="send the file as it is, of type application/octet-stream (curl: --data-binary @FILE)",
        )
    if not request.body:
        raise CommuniqueError(wanted="the bytes of a file as the body", got="an empty body")
    return request.body


def _annotations(report: Report, address: str, page: int | None, generated: datetime | None) -> dict[str, Json]:
    found = tuple(find_annotations(report, generated=generated))
    label = f"Findings on “{report.account.release.title}”"
    if page is None:
        return collection_of(found, address=address, label=label)
    try:
        return page_of(found, address=address, label=label, number=page)
    except ModelError as error:
        raise ProblemError(HTTPStatus.NOT_FOUND, wanted=error.wanted, got=error.got) from error
