"""Files that programs send: kept before the answer, read by a worker, refused in words."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from communique.web.jobs.models import Job
from communique.web.workbench.intake.uploads import uploads_folder
from web.api.programs import API

CALL = (
    "Telephone conversation with Prime Minister of Velmark Adela Korin\n\n"
    "16 May 2019\n\nIlmar Vesk and Adela Korin discussed the ferry to Tarsk. The call took place at Velmark's "
    "initiative.\n"
)


def send(client: Client, body: bytes | str, *, kind: str = "application/octet-stream", **told: str) -> tuple[int, Any]:
    """Send a file, and give status and record of the answer."""
    answer = client.post(f"{API}/uploads?{urlencode(told)}", body, content_type=kind)
    return answer.status_code, answer.json()


@pytest.mark.parametrize("kind", ["application/octet-stream", "text/plain", "application/x-www-form-urlencoded"])
def test_a_file_is_read_and_kept(writer: Client, kind: str) -> None:
    """From the bytes by way of the job to the release, whatever a client calls them; what is told of it counts."""
    status, job = send(writer, CALL, kind=kind, name="call.txt", issuer="xa-president", language="en")
    assert status == 202
    told = writer.get(f"{API}/jobs/{job['key']}").json()
    assert (told["state"], told["fault"]) == ("done", "")
    found = writer.get(f"{API}/search?q=Tarsk+ferry").json()["items"]
    assert [(one["title"], one["issuer"]) for one in found] == [
        ("Telephone conversation with Prime Minister of Velmark Adela Korin", "xa-president")
    ]


@pytest.mark.parametrize(
    ("body", "kind", "told", "status"),
    [
        (b"", "application/octet-stream", {"name": "call.txt"}, 422),
        (b"words", "application/octet-stream", {}, 422),
        (b"words", "application/octet-stream", {"name": ""}, 422),
        (b"words", "application/octet-stream", {"name": "a\nb.txt"}, 422),
        (b"words", "application/octet-stream", {"name": "../call.txt"}, 422),
        (b"words", "application/octet-stream", {"name": "folder\\"}, 422),
        (b"words", "application/octet-stream", {"name": ".."}, 422),
        (b"words", "multipart/form-data; boundary=x", {"name": "call.txt"}, 415),
        (b"w" * 5_000_001, "application/octet-stream", {"name": "call.txt"}, 413),
    ],
    ids=[
        "empty",
        "no name",
        "an empty name",
        "a name of two lines",
        "a folder",
        "another folder",
        "dots",
        "a form",
        "too large",
    ],
)
def test_what_is_no_file_is_refused(writer: Client, body: bytes, kind: str, told: dict[str, str], status: int) -> None:
    """The answer says what was wanted; nothing is queued, and nothing stays on disk."""
    before = set(uploads_folder().iterdir()) if uploads_folder().is_dir() else set()
    answered, record = send(writer, body, kind=kind, **told)
    assert answered == status
    assert record["wanted"]
    assert Job.objects.count() == 0
    assert (set(uploads_folder().iterdir()) if uploads_folder().is_dir() else set()) == before
