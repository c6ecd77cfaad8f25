"""Operations on dossiers: nothing is overwritten that was not read."""

from __future__ import annotations

from typing import Any

import pytest
from auditlog.models import LogEntry
from django.test import Client

from communique.web.accounts.models import User
from communique.web.base.corpus import the_dossiers
from communique.web.workbench.dossiers.selectors import Standing
from communique.web.workbench.dossiers.services import Deed, dossier_write_text
from web.api.programs import API, TALKS

WRITE = "communique.web.api.services.dossier_write_text"
PLACE = f"{API}/dossiers/talks/tarsk"
CHANGED = TALKS.replace("The Tarsk talks", "The talks at Tarsk")


def put(client: Client, text: str, place: str = PLACE, kind: str = "application/toml", **headers: str) -> Any:  # noqa: ANN401 - the test's answer
    """Write a dossier."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.put(place, text, content_type=kind, headers=named)


def test_a_dossier_is_listed_and_read(writer: Client, talks: Standing) -> None:
    """As what is in it, and as its text with every remark."""
    (listed,) = writer.get(f"{API}/dossiers").json()["items"]
    assert (listed["name"], listed["revision"], listed["fault"]) == ("talks/tarsk", 1, "")
    read = writer.get(PLACE).json()
    assert read["dossier"]["dossier"]["first"] == "2021-02-13"
    assert read["dossier"]["release"][0]["source"].startswith("corpus:")
    text = writer.get(PLACE, headers={"Accept": "application/toml"})
    assert text.content.decode() == TALKS
    assert (text.headers["Content-Type"], text.headers["ETag"]) == ("application/toml", '"1"')


def test_a_writing_over_what_was_read_is_kept(writer: Client, talks: Standing, analyst: User) -> None:
    """It is a new revision, noted in the log under the name of the token's user."""
    answer = put(writer, CHANGED, if_match='"1"')
    assert (answer.status_code, answer.json(), answer.headers["ETag"]) == (
        200,
        {"name": "talks/tarsk", "revision": 2},
        '"2"',
    )
    assert the_dossiers().text("talks/tarsk") == (CHANGED, 2)
    entry = LogEntry.objects.filter(object_repr="dossier talks/tarsk").latest("pk")
    assert entry.actor == analyst


def test_the_etag_of_either_form_will_do(writer: Client, talks: Standing) -> None:
    """Both name the revision."""
    assert put(writer, CHANGED, if_match=writer.get(PLACE).headers["ETag"]).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"if_match": '"7"'}, 412),
        ({"if_match": "*"}, 412),
        ({"if_match": 'W/"1"'}, 412),
        ({"if_match": '"1", "2"'}, 412),
        ({"if_match": '"0"'}, 412),
        ({"if_match": '"' + "9" * 30 + '"'}, 412),
        ({"if_none_match": "*"}, 412),
        ({}, 428),
    ],
)
def test_what_was_not_read_is_not_written_over(
    writer: Client, talks: Standing, headers: dict[str, str], status: int
) -> None:
    """A stale revision, a name that is taken, and no word on what was read: each its own status, nothing written."""
    answer = put(writer, CHANGED, **headers)
    assert answer.status_code == status
    assert answer.json()["wanted"]
    assert the_dossiers().text("talks/tarsk") == (TALKS, 1)


def test_of_two_who_read_the_same_the_second_is_told(writer: Client, talks: Standing) -> None:
    """With what stands now, so that it can be read again."""
    assert put(writer, CHANGED, if_match='"1"').status_code == 200
    second = put(writer, TALKS, if_match='"1"')
    assert (second.status_code, second.headers["ETag"]) == (412, '"2"')
    assert second.json()["got"] == "revision 2"


def test_whoever_writes_in_between_is_not_lost(
    writer: Client, talks: Standing, monkeypatch: pytest.MonkeyPatch, editor: User
) -> None:
    """Also where the other writes after the precondition was looked at: the database decides."""
    real = dossier_write_text

    def late(standing: Standing, text: str, **rest: Any) -> Standing:  # noqa: ANN401 - as the service has it
        monkeypatch.setattr(WRITE, real)
        real(standing, CHANGED, read=1, deed=Deed(actor=editor))
        return real(standing, text, **rest)

    monkeypatch.setattr(WRITE, late)
    answer = put(writer, TALKS.replace("Tarsk talks", "mine"), if_match='"1"')
    assert answer.status_code == 412
    assert the_dossiers().text("talks/tarsk") == (CHANGED, 2)


def test_a_new_dossier_is_kept_where_there_is_none(writer: Client, talks: Standing) -> None:
    """With If-None-Match: *, as 201; with If-Match there is nothing to match."""
    place = f"{API}/dossiers/another"
    assert put(writer, TALKS, place, if_match='"1"').status_code == 412
    assert put(writer, TALKS, place, if_none_match="*").status_code == 201
    assert the_dossiers().text("another") == (TALKS, 1)


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("no toml [", "application/toml", 422),
        ('[dossier]\ntitle = "x"\n', "application/toml", 422),
        (f"{TALKS}\n[strange]\na = 1\n", "text/plain", 422),
        (TALKS, "application/json", 415),
        (TALKS, "multipart/form-data; boundary=x", 415),
        (b"\xff\xfe", "application/toml", 400),
        ("a = " + "[" * 2_000, "application/toml", 422),
        ("#" + "x" * 2_100_000, "application/toml", 422),
        ("#" + "x" * 6_000_000, "application/toml", 413),
    ],
    ids=["syntax", "days", "table", "json", "form", "bytes", "brackets", "long", "too long"],
)
def test_what_is_no_dossier_is_refused(writer: Client, talks: Standing, text: Any, kind: str, status: int) -> None:  # noqa: ANN401 - text or bytes
    """With what was wanted, and nothing written."""
    answer = put(writer, text, kind=kind, if_match='"1"')
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert the_dossiers().text("talks/tarsk") == (TALKS, 1)


@pytest.mark.parametrize("name", ["%20", "a%00b", "x" * 300, "a%0Ab"])
def test_odd_names_are_refused(writer: Client, talks: Standing, name: str) -> None:
    """A name that nobody could type again is none."""
    assert put(writer, TALKS, f"{API}/dossiers/{name}", if_none_match="*").status_code in {404, 422}
    assert the_dossiers().names() == ("talks/tarsk",)


def test_files_of_the_machine_stay_closed(writer: Client, talks: Standing) -> None:
    """A source that names a file is kept as words; nothing is read from it."""
    named = TALKS.replace("corpus:xa-president:729aab851bbf", "/etc/passwd")
    assert put(writer, named, if_match='"1"').status_code == 200
    assert b"root:" not in writer.get(PLACE).content
