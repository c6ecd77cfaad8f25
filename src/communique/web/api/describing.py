"""How operations are described in OpenAPI beyond what their types tell: published forms, problems, media types."""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus
from typing import Any

from communique.reports.annotations import annotation_schema
from communique.reports.comparisons.json import comparison_schema
from communique.reports.json import report_schema
from communique.reports.versions.json import versions_schema

PROBLEM = "application/problem+json"
_RELEASE_PARTS = {
    "kind": {"type": "string", "description": "The kind of event."},
    "superseded": {"type": "boolean", "description": "Whether a later text of the address took its place."},
}
_FINDINGS = ("software", "verdict", "standing", "findings", "corpus", "checks")
_ACCOUNT_LACKS = (
    "findings",
    "verdict",
    "standing",
    "checks",
    "features",
    "corpus",
    "other_accounts",
    "corrections",
)


def gives(*statuses: int, toml: bool = False) -> dict[str, Any]:
    """Describe the problems that an operation may tell of, and where it gives a dossier, in which forms."""
    described: dict[str, Any] = {str(status): _problem(status) for status in statuses}
    if toml:
        described["200"] = {
            "description": "The dossier",
            "headers": {"ETag": _header("The revision, for If-Match.")},
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/DossierWhole"}},
                "application/toml": {"schema": {"type": "string"}},
            },
        }
    return {"responses": described}


def publishes(
    form: str, description: str, media_type: str = "application/json", *, also: tuple[int, ...] = ()
) -> dict[str, Any]:
    """Describe an answer in a form that is published as a JSON Schema of its own."""
    content = {media_type: {"schema": {"$ref": f"#/components/schemas/{form}"}}}
    found = {"description": description, "headers": {"ETag": _header("Names what was given.")}, "content": content}
    return {
        "responses": {
            "200": found,
            "304": {"description": "The same as what `If-None-Match` names"},
            **{str(status): _problem(status) for status in (404, 422, *also)},
        }
    }


def streams(media_type: str, description: str) -> dict[str, Any]:
    """Describe an answer that is many lines."""
    content = {media_type: {"schema": {"type": "string"}}}
    return {"responses": {"200": {"description": description, "content": content}, "422": _problem(422)}}


def takes_file() -> dict[str, Any]:
    """Describe the sending of a file: its bytes are the body, as they are."""
    content = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
    return {"requestBody": {"required": True, "content": content}, **gives(413, 415)}


def takes_toml() -> dict[str, Any]:
    """Describe the writing of a dossier: its body, its preconditions, what may come of it."""
    written = {
        "description": "Written",
        "headers": {"ETag": _header("The revision that stands now.")},
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/DossierWritten"}}},
    }
    example = '[dossier]\ntitle = "The Tarsk talks"\nfirst = 2021-02-13\nlast = 2021-02-19\nsides = ["XA", "XV"]\n'
    return {
        "requestBody": {
            "required": True,
            "content": {"application/toml": {"schema": {"type": "string"}, "example": example}},
        },
        "parameters": [
            {
                "in": "header",
                "name": "If-Match",
                "required": False,
                "schema": {"type": "string"},
                "description": "The ETag of the revision that you read.",
                "example": '"3"',
            },
            {
                "in": "header",
                "name": "If-None-Match",
                "required": False,
                "schema": {"type": "string", "enum": ["*"]},
                "description": "`*` for a new dossier.",
            },
        ],
        "responses": {
            "200": written,
            "201": {**written, "description": "Kept as a new dossier"},
            **{str(status): _problem(status) for status in (404, 412, 413, 415, 422, 428)},
        },
    }


@cache
def published_forms() -> dict[str, Any]:
    """Give the forms that are published as JSON Schemas, as components of the description."""
    report = _moved(json.loads(report_schema()), "Report")
    properties = report["properties"]
    account = {name: part for name, part in properties.items() if name not in _ACCOUNT_LACKS}
    release = report["$defs"]["release"]
    return {
        "Report": report,
        "Account": {
            "type": "object",
            "description": "A report without what the readings found.",
            "properties": account | {"form": {"const": "communique/account/1"}},
            "required": sorted(account),
        },
        "Release": {
            **release,
            "properties": release["properties"] | _RELEASE_PARTS,
            "required": [*release.get("required", []), *_RELEASE_PARTS],
        },
        "Findings": {
            "type": "object",
            "properties": {"release": {"type": "string"}, **{name: properties[name] for name in _FINDINGS}},
            "required": ["release", *_FINDINGS],
        },
        "Comparison": _moved(json.loads(comparison_schema()), "Comparison"),
        "Versions": _moved(json.loads(versions_schema()), "Versions"),
        "Annotations": _moved(json.loads(annotation_schema()), "Annotations"),
        "DossierWhole": _dossier(),
    }


def _dossier() -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {
            "name": {"type": "string", "examples": ["tarsk-2021"]},
            "revision": {"type": "integer", "minimum": 1},
            "updated": {"type": "string", "format": "date-time"},
            "dossier": {"type": "object", "description": "The tables of `dossier.toml`; days as ISO text."},
        },
        "required": ["name", "revision", "updated", "dossier"],
    }


def _moved(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """Give a schema as a component: its references lead to where it stands now."""

    def moved(part: Any) -> Any:  # noqa: ANN401 - a schema is any JSON
        if isinstance(part, list):
            return [moved(one) for one in part]
        if not isinstance(part, dict):
            return part
        return {
            key: f"#/components/schemas/{name}{value[1:]}" if key == "$ref" and isinstance(value, str) else moved(value)
            for key, value in part.items()
        }

    found: dict[str, Any] = moved(schema)
    return {key: value for key, value in found.items() if key not in {"$schema", "$id"}}


def _problem(status: int) -> dict[str, Any]:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": HTTPStatus(status).phrase, "content": content}


def _header(description: str) -> dict[str, Any]:
    return {"description": description, "schema": {"type": "string"}}
