"""The description of the operations as a page, made on the server: it reads without script."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from communique.web.api.interface import api
from communique.web.api.problems import problem
from communique.web.base.addresses import own_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that an operation takes."""

    name: str
    place: str
    kind: str
    description: str
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One thing that may come of an operation."""

    status: str
    description: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation as the page shows it."""

    anchor: str
    method: str
    path: str
    summary: str
    paragraphs: tuple[str, ...]
    token: bool
    parameters: tuple[Parameter, ...]
    body: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form of what is taken or given, with its parts."""

    name: str
    description: str
    parts: tuple[Parameter, ...]


@require_safe
def show_reference(request: HttpRequest) -> HttpResponse:
    """Show every operation: what it takes, what it gives, who may."""
    schema = api.get_openapi_schema()
    rooms: dict[str, list[Operation]] = {}
    for path, operations in schema["paths"].items():
        for method, described in operations.items():
            rooms.setdefault(described.get("tags", [""])[0], []).append(_operation(method, path, described))
    context = {
        "rooms": rooms.items(),
        "forms": tuple(_forms(schema["components"]["schemas"])),
        "version": schema["info"]["version"],
        "site": own_address(request),
    }
    return render(request, "api/reference.html", context)


def no_operation(_request: HttpRequest, rest: str) -> HttpResponse:
    """Say that there is no such operation, in the form that programs read."""
    return problem(HTTPStatus.NOT_FOUND, wanted="an operation", got=f"“{rest[:200]}”", remedy="/api/docs lists them")


def _operation(method: str, path: str, described: dict[str, Any]) -> Operation:
    body = next(iter(described.get("requestBody", {}).get("content", {}).items()), None)
    return Operation(
        anchor=described["operationId"],
        method=method.upper(),
        path=path,
        summary=described["summary"],
        paragraphs=tuple(part for part in described.get("description", "").split("\n\n") if part.strip()),
        token=bool(described.get("security")),
        parameters=tuple(_parameter(one) for one in described.get("parameters", [])),
        body=f"{_kind(body[1]['schema'])} ({body[0]})" if body else "",
        answers=tuple(
            Answer(status=status, description=found["description"], form=_forms_of(found))
            for status, found in described["responses"].items()
        ),
    )


def _parameter(one: dict[str, Any]) -> Parameter:
    return Parameter(
        name=one["name"],
        place=one["in"],
        kind=_kind(one["schema"]),
        description=one.get("description", ""),
        required=bool(one.get("required")),
    )


def _forms(schemas: dict[str, Any]) -> Iterator[Form]:
    for name, schema in sorted(schemas.items()):
        required = schema.get("required", ())
        parts = tuple(
            Parameter(
                name=part,
                place="",
                kind=_kind(described),
                description=described.get("description", ""),
                required=part in required,
            )
            for part, described in schema.get("properties", {}).items()
        )
        yield Form(name=name, description=schema.get("description", ""), parts=parts)


def _forms_of(found: dict[str, Any]) -> str:
    return ", ".join(
        f"{_kind(described['schema'])} ({media_type})" for media_type, described in found.get("content", {}).items()
    )


def _kind(schema: dict[str, Any]) -> str:
    """Say in a word what a value is."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema or "oneOf" in schema:
        return " | ".join(_kind(one) for one in schema.get("anyOf") or schema["oneOf"])
    if "enum" in schema:
        return " | ".join(map(str, schema["enum"]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    kind = schema.get("type", "any")
    words = " | ".join(kind) if isinstance(kind, list) else str(kind)
    return f"{words} ({schema['format']})" if "format" in schema else words
