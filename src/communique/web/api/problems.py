"""What went wrong, for programs: ``application/problem+json`` (RFC 9457) that says what was wanted and got."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from communique.errors import CommuniqueError

MEDIA_TYPE = "application/problem+json"
_LOG = logging.getLogger(__name__)


class ProblemError(CommuniqueError):
    """Something that an operation refuses, with the status that says so."""

    def __init__(
        self, status: HTTPStatus, *, wanted: str, got: str, remedy: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        self.status = status
        self.headers = dict(headers or {})
        super().__init__(wanted=wanted, got=got, remedy=remedy)


def problem(
    status: int, *, wanted: str = "", got: str = "", remedy: str = "", headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Give the answer that tells of a problem; parts without words are left out."""
    told = {"wanted": wanted, "got": got, "remedy": remedy}
    detail = f"expected {wanted}, got {got}" if wanted and got else ""
    record = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        **({"detail": detail + (f" ({remedy})" if remedy else "")} if detail else {}),
        **{name: words for name, words in told.items() if words},
    }
    body = json.dumps(record, ensure_ascii=False)
    return HttpResponse(
        body, status=status, content_type=MEDIA_TYPE, headers={"Cache-Control": "no-store", **(headers or {})}
    )


def tell_problems(api: NinjaAPI) -> None:
    """Let every error of an operation become such an answer; what is not expected is logged and says nothing more."""
    for kind, handler in {
        CommuniqueError: _refused,
        Http404: _missing,
        PermissionDenied: _forbidden,
        ValidationError: _unfit,
        HttpError: _plain,
        RequestDataTooBig: _too_large,
        SuspiciousOperation: _odd,
        Exception: _failed,
    }.items():
        api.add_exception_handler(kind, handler)


def _refused(_request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401 - one of the errors above
    status = error.status if isinstance(error, ProblemError) else HTTPStatus.UNPROCESSABLE_ENTITY
    headers = error.headers if isinstance(error, ProblemError) else None
    return problem(status, wanted=error.wanted, got=error.got, remedy=error.remedy, headers=headers)


def _missing(_request: HttpRequest, _error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    return problem(HTTPStatus.NOT_FOUND, wanted="something that is there", got="nothing of that name")


def _forbidden(_request: HttpRequest, _error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    return problem(
        HTTPStatus.FORBIDDEN,
        wanted="somebody who may do this",
        got="a role that does not reach here",
        remedy="ask an administrator",
    )


def _unfit(_request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    faults = [(".".join(map(str, fault["loc"][1:])) or str(fault["loc"][0]), fault["msg"]) for fault in error.errors]
    return problem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        wanted="values of the form that the operation takes",
        got="; ".join(f"{place}: {words}" for place, words in faults)[:2000],
        remedy="see the description of the operation",
    )


def _plain(_request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    if error.status_code == HTTPStatus.UNAUTHORIZED:
        return unknown_caller()
    return problem(error.status_code, wanted=_WANTED.get(error.status_code, "a request that reads"), got=str(error))


def _too_large(_request: HttpRequest, _error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    return problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, wanted="at most 5 MB", got="more")


def _odd(_request: HttpRequest, _error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    return problem(HTTPStatus.BAD_REQUEST, wanted="a request that reads", got="an odd one")


def _failed(request: HttpRequest, error: Any) -> HttpResponse:  # noqa: ANN401 - likewise
    _LOG.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        wanted="an answer",
        got="a fault of ours",
        remedy="it stands in the log; try again later",
    )


def unknown_caller(got: str = "neither a token that holds nor somebody logged in") -> HttpResponse:
    """Tell that nobody is known to ask."""
    return problem(
        HTTPStatus.UNAUTHORIZED,
        wanted="a token in the header Authorization: Bearer …",
        got=got,
        remedy="make one on the page of your account",
        headers={"WWW-Authenticate": 'Bearer realm="communique"'},
    )


_WANTED = {
    HTTPStatus.TOO_MANY_REQUESTS: "fewer requests",
    HTTPStatus.BAD_REQUEST: "a body that reads as JSON",
}
