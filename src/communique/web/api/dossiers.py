"""Operations on dossiers: lists, their text and what is in it, and writing over what was read."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime, time
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router

from communique.reports.json_items import Json
from communique.web.accounts.gates import check
from communique.web.api.answers import answer
from communique.web.api.describing import gives, takes_toml
from communique.web.api.doors import caller, to
from communique.web.api.forms import DossierListed, DossierPage
from communique.web.api.limits import READS, WRITES
from communique.web.api.problems import ProblemError
from communique.web.api.services import dossier_put, etag_of
from communique.web.workbench.dossiers.selectors import Standing, dossier_get, dossier_list

router = Router(tags=["dossiers"])
TOML = "application/toml"
_TAKEN = frozenset({TOML, "text/plain", "text/x-toml", "text/toml"})
_REVISION = re.compile(r'^"([1-9][0-9]{0,8})(?:-json)?"$')


@router.get(
    "/dossiers", response=DossierPage, auth=to("workbench.read_dossier"), throttle=READS, summary="List dossiers"
)
def list_dossiers(request: HttpRequest) -> DossierPage:  # noqa: ARG001 - the library's call
    """All dossiers, the latest changed first."""
    found = dossier_list()
    return DossierPage(
        items=[
            DossierListed(name=one.name, title=one.title, revision=one.revision, updated=one.updated, fault=one.fault)
            for one in found
        ]
    )


@router.get(
    "/dossiers/{path:name}",
    auth=to("workbench.read_dossier"),
    throttle=READS,
    summary="Read a dossier",
    openapi_extra=gives(404, toml=True),
)
def read_dossier(request: HttpRequest, name: str) -> HttpResponse:
    """
    A dossier as JSON, or as the text of its file with `Accept: application/toml`.

    The ETag names the revision; give it in `If-Match` when you write. Tables and keys are those of `dossier.toml`.
    """
    standing = dossier_get(_printable(name))
    check(request, "workbench.read_dossier", standing)
    vary = {"Vary": "Accept"}
    if request.get_preferred_type(["application/json", TOML]) == TOML:
        return answer(request, standing.text, media_type=TOML, etag=etag_of(standing.revision), headers=vary)
    return answer(request, _record(standing), etag=etag_of(standing.revision, "json"), headers=vary)


@router.put(
    "/dossiers/{path:name}",
    auth=to("workbench.edit_dossier", writes=True),
    throttle=WRITES,
    summary="Write a dossier",
    openapi_extra=takes_toml(),
)
def write_dossier(request: HttpRequest, name: str) -> HttpResponse:
    """
    Keep the whole text of a dossier over the revision that you read (`If-Match`), or as a new one (`If-None-Match: *`).

    Where somebody else wrote meanwhile nothing is overwritten: 412, and the ETag of what stands.
    """
    read = _precondition(request)
    standing, new = dossier_put(_printable(name), _body(request), read=read, actor=caller(request).user)
    status = HTTPStatus.CREATED if new else HTTPStatus.OK
    made = answer(request, {"name": standing.name, "revision": standing.revision}, etag=etag_of(standing.revision))
    made.status_code = status
    return made


def _printable(name: str) -> str:
    """
    Give a name that a dossier may have.

    Raises:
        Http404: none has such a name.
    """
    if not name.isprintable():
        raise Http404
    return name


def _precondition(request: HttpRequest) -> int | None:
    """Give the revision that the caller read, None where they mean a new dossier."""
    matched = request.headers.get("If-Match", "").strip()
    if not matched and request.headers.get("If-None-Match", "").strip() == "*":
        return None
    if not matched:
        raise ProblemError(
            HTTPStatus.PRECONDITION_REQUIRED,
            wanted="the header If-Match with the ETag of what was read, or If-None-Match: * for a new dossier",
            got="neither",
            remedy="read the dossier first",
        )
    found = _REVISION.match(matched)
    if found is None:
        raise ProblemError(HTTPStatus.PRECONDITION_FAILED, wanted='one ETag such as "3" in If-Match', got=matched[:80])
    return int(found[1])


def _body(request: HttpRequest) -> str:
    sent = (request.content_type or "").lower()
    if sent not in _TAKEN:
        raise ProblemError(
            HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
            wanted=f"a body of type {TOML}",
            got=sent or "none named",
            headers={"Accept": TOML},
        )
    try:
        return request.body.decode()
    except UnicodeDecodeError as error:
        raise ProblemError(HTTPStatus.BAD_REQUEST, wanted="a text in UTF-8", got="other bytes") from error


def _record(standing: Standing) -> Json:
    return {
        "name": standing.name,
        "revision": standing.revision,
        "updated": standing.updated.isoformat(),
        "dossier": _plain(tomllib.loads(standing.text)),
    }


def _plain(value: object) -> Json:
    """Write what TOML has as JSON: days and moments as ISO text."""
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool) else str(value)
