"""The log of writes: who, when, what; never an address, a password or a secret."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest
from auditlog.models import LogEntry
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from communique.web.accounts.actors import acting, actor_now
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import Role, User
from communique.web.accounts.services import (
    invitation_accept,
    invitation_add,
    invitation_link,
    token_add,
    user_change_role,
)
from communique.web.accounts.views.journal import harmless
from communique.web.jobs.kinds import KINDS, Tell
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from web.conftest import PASSWORD, a_user

JOURNAL = "/accounts/journal/"
TABLE = "/accounts/journal/table.csv"


def rows(client: Client, **asked: str) -> list[list[str]]:
    """Give the rows of the table that is taken away, the head left out."""
    text = client.get(TABLE, asked).getvalue().decode("utf-8-sig")
    return list(csv.reader(StringIO(text)))[1:]


def test_nothing_personal_is_kept(administrator: User, as_administrator: Client, client: Client) -> None:
    """Whatever is done with accounts, no row of the log holds an address, a password or a secret."""
    invitation = invitation_add("new@desk.example", Role.ANALYST, actor=administrator, site="", language="en")
    user = invitation_accept(invitation_link(invitation).split("/")[-2], name="Ada Velm", password=PASSWORD)
    secret = token_add(user, "A script", scope="read", days=30)[1]
    user_change_role(user, Role.EDITOR, actor=administrator)
    theirs = Client()
    theirs.post("/accounts/login/", {"username": user.email, "password": PASSWORD})
    theirs.post("/accounts/profile/", {"name": "Ada Velm-Orin", "language": "ru"})
    new = "quite another pass phrase"
    theirs.post("/accounts/password/", {"old_password": PASSWORD, "new_password1": new, "new_password2": new})
    theirs.post("/accounts/forgotten/", {"email": user.email})
    theirs.post("/accounts/sessions/")
    user = User.objects.get(pk=user.pk)
    dump = json.dumps(list(LogEntry.objects.values()), default=str)
    assert LogEntry.objects.count() > 5
    assert "@" not in dump
    assert user.password not in dump
    assert PASSWORD not in dump
    assert secret not in dump
    assert "127.0.0.1" not in dump
    page = as_administrator.get(JOURNAL).content.decode()
    assert user.email not in page
    assert "Ada Velm-Orin" in page


def test_who_asks_is_who_wrote(administrator: User, reader: User, as_reader: Client) -> None:
    """A write within a request stands under the name of who is logged in; one without under nobody's."""
    as_reader.post("/accounts/profile/", {"name": "Ada Velm", "language": ""})
    mine = LogEntry.objects.get(action=LogEntry.Action.UPDATE, object_id=reader.pk)
    assert mine.actor_id == reader.pk
    assert actor_now() is None
    assert LogEntry.objects.get(action=LogEntry.Action.CREATE, object_id=administrator.pk).actor_id is None


def test_actors_do_not_leak_into_each_other(administrator: User, reader: User) -> None:
    """Within another's act one is oneself, and afterwards the other is again."""
    with acting(administrator):
        with acting(reader):
            assert actor_now() == reader
        with acting(None):
            assert actor_now() is None
        assert actor_now() == administrator


def test_work_is_in_the_name_of_who_asked_for_it(
    administrator: User, reader: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a job writes stands under the name of whoever asked for the job."""

    def work(_job: Job, _tell: Tell) -> dict[str, object]:
        kept = User.objects.get(pk=reader.pk)
        kept.role = Role.EDITOR
        kept.save()
        return {}

    monkeypatch.setitem(KINDS, "test of actors", work)
    job_add("test of actors", "A test", {}, actor=administrator)
    assert LogEntry.objects.get(action=LogEntry.Action.UPDATE, object_id=reader.pk).actor_id == administrator.pk


def test_page_says_who_did_what(administrator: User, reader: User, as_administrator: Client) -> None:
    """An entry names actor, verb, thing and what was changed from what to what."""
    user_change_role(reader, Role.EDITOR, actor=administrator)
    note_write(reader, "added", "release", "velmark-call")
    page = as_administrator.get(JOURNAL).content.decode()
    assert "reader → editor" in " ".join(page.split())
    assert "velmark-call" in page


def test_values_of_personal_fields_are_not_shown(administrator: User, as_administrator: Client) -> None:
    """Even if the log came to hold an address, the page and the table would not show it."""
    entry = LogEntry.objects.order_by("pk")[0]
    LogEntry.objects.create(
        content_type=entry.content_type,
        object_pk="1",
        object_repr="somebody",
        action=LogEntry.Action.UPDATE,
        changes={"contact_email": ["old@desk.example", "new@desk.example"], "api_token": ["a", "sesame"]},
    )
    page = as_administrator.get(JOURNAL).content.decode()
    assert "contact_email" in page
    assert "new@desk.example" not in page
    assert "sesame" not in page
    assert "sesame" not in str(rows(as_administrator))


def test_log_is_asked_by_actor_room_and_day(administrator: User, reader: User, as_administrator: Client) -> None:
    """The page and the table show the same part of the log."""
    note_write(reader, "added", "release", "velmark-call")
    note_write(administrator, "changed", "analysis", "the-pass", room="publishing")
    LogEntry.objects.filter(object_pk="the-pass").update(timestamp=datetime(2031, 4, 2, 23, 59, tzinfo=UTC))
    things = {
        (("actor", str(reader.pk)),): {"velmark-call"},
        (("room", "workbench"),): {"velmark-call"},
        (("room", "publishing"),): {"the-pass"},
        (("day", "2031-04-02"),): {"the-pass"},
        (("day", "2031-04-03"),): set(),
        (("day", "nonsense"),): set(),
        (("actor", "999"),): set(),
        (("room", "publishing"), ("actor", str(reader.pk))): set(),
    }
    for asked, expected in things.items():
        assert {row[4] for row in rows(as_administrator, **dict(asked))} == expected, asked
        page = as_administrator.get(JOURNAL, dict(asked)).content.decode()
        assert {thing for thing in ("velmark-call", "the-pass") if thing in page} == expected, asked


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r\n=1", "|calc", "%0A", "＝1", '=cmd|" /C calc"!A0']
)
def test_no_cell_is_a_formula(administrator: User, as_administrator: Client, cell: str) -> None:
    """What somebody wrote does not run in the spreadsheet of whoever opens the table."""
    assert harmless(cell) == f"'{cell}"
    note_write(a_user(Role.READER, "Eve"), cell, cell, cell)
    User.objects.filter(name="Eve").update(name=cell)
    for written in rows(as_administrator)[0][1:5]:
        assert written.startswith("'")


def test_plain_cells_stay(db: None) -> None:
    """What is no formula is not touched."""
    assert [harmless(cell) for cell in ("velmark-call", "a = b", "", "1 + 1")] == ["velmark-call", "a = b", "", "1 + 1"]


@pytest.mark.parametrize("path", [JOURNAL, TABLE])
def test_log_is_for_administrators(as_editor: Client, client: Client, path: str) -> None:
    """Nobody else reads it."""
    assert as_editor.get(path).status_code == 403
    assert client.get(path).headers["Location"].startswith("/accounts/login/")


def test_page_asks_the_store_little(
    administrator: User, as_administrator: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    """However long the log, the questions stay as many, and pages are of fifty."""
    for number in range(120):
        note_write(administrator, "added", "release", f"release-{number}")
    with django_assert_max_num_queries(7):
        page = as_administrator.get(JOURNAL).content.decode()
    assert page.count('class="line"') == 50
    assert "release-119" in page
    assert "release-10<" not in page
    assert "release-1" in as_administrator.get(JOURNAL, {"page": "3"}).content.decode()
    assert len(rows(as_administrator)) == 121


@pytest.mark.django_db
def test_acts_are_told_as_done(as_administrator: Client) -> None:
    """What is noted by the name of its act is told as somebody would tell it."""
    note_write(None, "publish", "comments", "2", room="discussion")
    note_write(None, "remove", "dossier", "tarsk-2021")
    assert {row[2] for row in rows(as_administrator)} >= {"published", "removed"}
