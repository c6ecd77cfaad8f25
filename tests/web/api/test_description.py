"""The description of the operations: whole, valid, and true of what they give."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import jsonschema
import pytest
from django.test import Client

from communique.web.accounts.models import User
from communique.web.api.interface import api
from communique.web.publishing.models import Publication
from communique.web.workbench.dossiers.selectors import Standing
from web.api.programs import API, a_comparison, a_publication


def description() -> dict[str, Any]:
    """Give the description as programs get it."""
    found: dict[str, Any] = json.loads(Client().get(f"{API}/openapi.json").content)
    return found


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give every operation with its method and address."""
    for path, described in json.loads(json.dumps(api.get_openapi_schema(path_prefix="/api/v1/")))["paths"].items():
        for method, operation in described.items():
            yield method, path, operation


def references(part: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    """Give everything that is referred to."""
    if isinstance(part, list):
        for one in part:
            yield from references(one)
    elif isinstance(part, dict):
        for name, value in part.items():
            if name == "$ref" and isinstance(value, str):
                yield value
            else:
                yield from references(value)


def test_it_is_valid(db: None) -> None:
    """A validator of OpenAPI 3.1 takes it, where one is installed."""
    validator = pytest.importorskip("openapi_spec_validator")
    validator.validate(description())


def test_it_says_what_openapi_wants(db: None) -> None:
    """Version, title, and in each operation a summary, a description, a name of its own and its answers."""
    found = description()
    assert found["openapi"] == "3.1.0"
    assert {"title", "version", "description"} <= set(found["info"])
    names = []
    for _, path, operation in operations():
        assert operation["summary"], path
        assert operation["description"].strip(), path
        assert all(answer["description"] for answer in operation["responses"].values())
        assert {parameter["name"] for parameter in operation["parameters"] if parameter["in"] == "path"} == {
            part.strip("{}") for part in path.split("/") if part.startswith("{")
        }
        assert all(not isinstance(parameter.get("examples"), list) for parameter in operation["parameters"])
        names.append(operation["operationId"])
    assert len(set(names)) == len(names)


def test_every_reference_leads_somewhere(db: None) -> None:
    """No form is named that is not described; each is a JSON Schema."""
    found = description()
    for reference in references(found):
        part: Any = found
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]
    for schema in found["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(schema)


def test_who_may_is_described(db: None) -> None:
    """Operations on publications are open; each other one names both doors."""
    for _, path, operation in operations():
        doors = [next(iter(door)) for door in operation["security"]]
        assert doors == ([] if "/publications" in path else ["BearerToken", "BrowserSession"]), path


def _fits(form: dict[str, Any], given: Any, whole: dict[str, Any]) -> None:  # noqa: ANN401 - any JSON
    jsonschema.Draft202012Validator({**form, "components": whole["components"]}).validate(given)


def test_what_is_given_fits_its_description(
    desk: Client, keys: list[str], reader: User, published: Publication, talks: Standing
) -> None:
    """Each answer of each operation that reads has the described media type and form."""
    whole, key = description(), keys[0]
    job = a_comparison(reader)
    values = {
        "/jobs/{key}": f"/jobs/{job.key}",
        "/comparisons/{key}": f"/jobs/{job.key}",  # its content is that of the published form, tested where it is made
        "/dossiers/{name}": f"/dossiers/{talks.name}",
        "/publications/{slug}": f"/publications/{published.slug}",
        "/publications/{slug}/versions/{number}": f"/publications/{published.slug}/versions/1",
        "/search": "/search?q=talks",
    }
    seen = 0
    for method, path, operation in operations():
        place = path.removeprefix(API)
        if method != "get" or place in {"/exports/entities", "/comparisons/{key}"}:
            continue
        answer = desk.get(API + values.get(place, place.replace("{key}", key)))
        assert answer.status_code == 200, (path, answer.content)
        (media_type, form) = next(iter(operation["responses"]["200"]["content"].items()))
        assert answer.headers["Content-Type"].partition("; charset")[0] == media_type
        _fits(form["schema"], json.loads(answer.content), whole)
        seen += 1
    assert seen >= 16


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/releases/" + "0" * 32, 404),
        ("get", "/releases/none", 422),
        ("get", "/releases?kind=dance", 422),
        ("get", "/releases?until=0", 422),
        ("get", "/releases?since=2021-02-30", 422),
        ("get", "/nothing", 404),
        ("get", "/nothing%0Anew", 404),
        ("get", "/publications/none", 404),
        ("post", "/comparisons", 403),
    ],
)
def test_problems_fit_their_description(desk: Client, method: str, path: str, status: int) -> None:
    """What goes wrong is told as a problem with the status in it."""
    answer = desk.generic(method.upper(), API + path, b"{}", content_type="application/json")
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    told = json.loads(answer.content)
    whole = description()
    _fits(whole["components"]["schemas"]["Problem"], told, whole)
    assert (told["status"], bool(told["wanted"]), bool(told["got"])) == (status, True, True)


def test_a_fault_of_ours_says_nothing_of_itself(
    desk: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What nobody expected is logged; programs are told that it is our fault, and no more."""

    def broken(_query: object) -> None:
        raise RuntimeError("secret part")  # noqa: EM101, TRY003 - a fault for the test

    monkeypatch.setattr("communique.web.api.selectors.releases_page", broken)
    answer = desk.get(f"{API}/releases")
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert b"secret part" not in answer.content
    assert "secret part" in caplog.text


def test_the_page_reads_without_script(client: Client, db: None) -> None:
    """It names every operation, and has neither script nor style in it: the strict policy lets none pass."""
    answer = client.get("/api/docs")
    page = answer.content.decode()
    assert answer.status_code == 200
    for _, path, operation in operations():
        assert f'id="{operation["operationId"]}"' in page
        assert path in page
    assert "style=" not in page
    assert "<style" not in page
    assert all("src=" in script for script in page.split("<script")[1:])
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert client.get("/api/").headers["Location"] == "/api/docs"


def test_the_page_costs_few_queries(client: Client, db: None, django_assert_max_num_queries: Any) -> None:  # noqa: ANN401 - pytest-django's own
    """It is made of the description alone."""
    with django_assert_max_num_queries(0):
        client.get("/api/docs")


def test_publications_are_paged(db: None, editor: User) -> None:
    """The newest first; what is published meanwhile neither shifts nor doubles any."""
    for number in (1, 2, 3):
        a_publication(editor, f"p{number}", datetime(2026, 3, number, tzinfo=UTC))
    first = Client().get(f"{API}/publications?limit=2").json()
    a_publication(editor, "p4", datetime(2026, 3, 4, tzinfo=UTC))
    second = Client().get(f"{API}/publications", {"limit": "2", "cursor": first["next"]}).json()
    assert [one["slug"] for one in (*first["items"], *second["items"])] == ["p3", "p2", "p1"]
    assert second["next"] is None
