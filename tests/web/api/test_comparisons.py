"""Comparisons: asked for, made, read."""

from __future__ import annotations

import json

import jsonschema
import pytest
from django.test import Client

from communique.reports.comparisons.json import comparison_schema
from communique.web.accounts.models import Role, User
from communique.web.jobs.models import Job, State
from web.api.programs import API, a_comparison, program
from web.conftest import a_user


def ask(client: Client, **asked: object) -> Job:
    """Ask for a comparison, and give its job."""
    answer = client.post(f"{API}/comparisons", json.dumps(asked), content_type="application/json")
    assert answer.status_code == 202, answer.content
    assert answer.headers["Location"] == f"{API}/jobs/{answer.json()['key']}"
    return Job.objects.get(pk=answer.json()["key"])


def test_a_comparison_is_made_and_read(writer: Client, keys: list[str]) -> None:
    """From asking by way of the job to the published form; made a second time it is the same."""
    job = ask(writer, first=keys[0], second=keys[1])
    told = writer.get(f"{API}/jobs/{job.key}").json()
    assert (told["state"], told["fault"]) == ("done", "")
    given = writer.get(told["result"]["address"]).json()
    jsonschema.Draft202012Validator(json.loads(comparison_schema())).validate(given)
    assert [side["release"]["key"] for side in given["sides"]] == keys[:2]
    again = ask(writer, first=keys[0], second=keys[1])
    assert writer.get(f"{API}/comparisons/{again.key}").json() == given


@pytest.mark.parametrize(
    ("first", "second", "status"), [(0, 0, 422), (0, "0" * 32, 404), ("x", 0, 422), (0, None, 422)]
)
def test_two_releases_are_wanted(
    writer: Client, keys: list[str], first: int | str, second: int | str | None, status: int
) -> None:
    """Not one twice, not one that is not there, not something else; nothing is queued."""
    asked = {"first": keys[first] if isinstance(first, int) else first}
    asked |= {} if second is None else {"second": keys[second] if isinstance(second, int) else second}
    answer = writer.post(f"{API}/comparisons", json.dumps(asked), content_type="application/json")
    assert answer.status_code == status
    assert Job.objects.count() == 0


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"\xff", b'{"first": {"$gt": ""}}'])
def test_a_body_that_does_not_read_is_told(writer: Client, body: bytes) -> None:
    """It is a fault of the question."""
    answer = writer.post(f"{API}/comparisons", body, content_type="application/json")
    assert answer.status_code in {400, 422}
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("state", "fault"), [(State.QUEUED, ""), (State.RUNNING, ""), (State.FAILED, "expected words, got none")]
)
def test_what_is_not_made_yet_is_a_conflict(desk: Client, reader: User, state: State, fault: str) -> None:
    """409, with when to ask again while there is hope."""
    job = a_comparison(reader)
    Job.objects.filter(pk=job.pk).update(state=state, fault=fault)
    answer = desk.get(f"{API}/comparisons/{job.key}")
    assert answer.status_code == 409
    assert ("Retry-After" in answer.headers) == (not fault)
    assert fault in answer.json()["got"]


def test_a_job_tells_no_more_than_where_it_is(desk: Client, reader: User) -> None:
    """What a room keeps with its job stays with the room."""
    job = a_comparison(reader)
    Job.objects.filter(pk=job.pk).update(arguments={"files": [{"stored": "secret-name"}]})
    given = desk.get(f"{API}/jobs/{job.key}")
    assert b"secret-name" not in given.content
    assert set(given.json()["result"]) == {"address", "lines"}


def test_jobs_are_ones_own(kept: object, reader: User) -> None:
    """Somebody else's are not in the list, and pages hold each once."""
    own = {str(a_comparison(reader).key) for _ in range(5)}
    a_comparison(a_user(Role.EDITOR, "Somebody else"))
    client, cursor = program(reader), ""
    found: list[str] = []
    while True:
        page = client.get(f"{API}/jobs", {"limit": "2", "cursor": cursor}).json()
        found += [one["key"] for one in page["items"]]
        cursor = page["next"]
        if not cursor:
            break
    assert (len(found), set(found)) == (5, own)
