"""All operations together, with what holds of each: who may, how often, how errors are told, how all is described."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from communique import __version__
from communique.web.accounts.models import User
from communique.web.api import comparisons, dossiers, exports, jobs, publications, releases
from communique.web.api.answers import conditional
from communique.web.api.describing import PROBLEM, published_forms
from communique.web.api.doors import caller, to
from communique.web.api.forms import DossierWritten, Me, Problem
from communique.web.api.limits import READS
from communique.web.api.problems import tell_problems

DESCRIPTION = """\
The desk for other programs: releases with what was extracted from them and found in them, comparisons, dossiers,
publications. Ask with a token (`Authorization: Bearer …`) that you make on the page of your account; publications need
none.

Spans count Unicode code points from 0, half-open, in the named part of a release as captured. Lists go on with
`cursor`. Answers carry an `ETag`: ask again with `If-None-Match`, and the same is not sent twice. Errors are
`application/problem+json` and say what was wanted, what was got and what to do.
"""


class DeskAPI(NinjaAPI):
    """The operations; what they give can be kept and asked for again, and their description is whole."""

    def create_response(self, request: HttpRequest, data: Any, **parts: Any) -> HttpResponse:  # noqa: ANN401 - the library's signature
        """Give an answer; where something was read, with the print of what it says."""
        response = super().create_response(request, data, **parts)
        if request.method == "GET" and response.status_code == HTTPStatus.OK:
            return conditional(request, response)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    def get_openapi_schema(self, **parts: Any) -> OpenAPISchema:  # noqa: ANN401 - likewise
        """Describe the operations, with the forms that are published and the problems that any of them may tell of."""
        schema = super().get_openapi_schema(**parts)
        schema["components"]["schemas"] |= published_forms() | {
            form.__name__: form.json_schema() for form in (DossierWritten, Problem)
        }
        del schema["servers"]
        for operations in schema["paths"].values():
            for operation in operations.values():
                _with_problems(operation)
                _with_one_example(operation)
                operation.setdefault("security", [])
        return schema

    def get_openapi_operation_id(self, operation: Operation) -> str:
        """Name an operation by its function: programs made from the description have the same words."""
        return operation.view_func.__name__


def _with_problems(operation: dict[str, Any]) -> None:
    """Add the problems that every operation may tell of; of two descriptions of one status the own one stands."""
    told = {str(status): found for status, found in operation["responses"].items()}
    statuses = [422, 429, *([401, 403] if operation.get("security") else [])]
    for status in statuses:
        content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        told.setdefault(str(status), {"description": HTTPStatus(status).phrase, "content": content})
    operation["responses"] = dict(sorted(told.items()))


def _with_one_example(operation: dict[str, Any]) -> None:
    """Set one example beside each parameter: there a list of them, as types have it, is not of the form."""
    for parameter in operation["parameters"]:
        if examples := parameter.pop("examples", None):
            parameter["example"] = examples[0]


api = DeskAPI(
    title="communique",
    version=__version__,
    description=DESCRIPTION,
    urls_namespace="api-1",
    docs_url=None,
    openapi_url="/openapi.json",
)
tell_problems(api)
for part in (releases, comparisons, dossiers, publications, jobs, exports):
    api.add_router("", part.router)


@api.get("/me", response=Me, auth=to(""), throttle=READS, tags=["you"], summary="See whose token this is")
def me(request: HttpRequest) -> Me:
    """Who asks, in which role, and whether they may write this way."""
    asks = caller(request)
    user: User = asks.user
    return Me(name=user.name, role=user.role, writes=asks.writes)
