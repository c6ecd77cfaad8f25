"""Work longer than a page: what becomes of it, who hears of it, what is done again and again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.translation import get_language, override
from django_tasks_db.models import DBTaskResult

from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.jobs.kinds import KINDS, Tell
from communique.web.jobs.models import DutyRun, Job, State
from communique.web.jobs.periodic import DUTIES, Duty, duties_do
from communique.web.jobs.services import MOST_ATTEMPTS, SILENCE, STOPPING, job_add, job_run, jobs_resume, run_job
from communique.web.jobs.working import RESUMING, clear_notes, clear_sessions, work

pytestmark = pytest.mark.django_db

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
HOUR = timedelta(hours=1)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give what jobs of the test's own kinds did, in order."""
    did: list[str] = []

    def ferry(job: Job, tell: Tell) -> dict[str, Any]:
        tell("casting off", 1, 2)
        did.append(job.title)
        tell("landing", 2, 2)
        return {"address": "/desk/", "lines": ["landed"], "said": "The ferry has landed."}

    def sinking(job: Job, tell: Tell) -> dict[str, Any]:
        raise CommuniqueError(wanted="a ferry", got="a wreck", remedy="swim")

    def broken(job: Job, tell: Tell) -> dict[str, Any]:
        return {"none": 1 // 0}

    for work_of in (ferry, sinking, broken):
        monkeypatch.setitem(KINDS, work_of.__name__, work_of)
    return did


@pytest.fixture
def queued(settings: Any) -> Iterator[None]:  # noqa: ANN401 - pytest-django's own
    """Let work wait in the queue, as it does outside of tests."""
    settings.TASKS = QUEUED
    yield
    STOPPING.clear()


def fresh(job: Job) -> Job:
    """Give the job as it stands in the store."""
    return Job.objects.get(pk=job.pk)


@pytest.mark.parametrize(
    ("kind", "state", "fault"),
    [
        pytest.param("ferry", State.DONE, "", id="done"),
        pytest.param("sinking", State.FAILED, "expected a ferry, got a wreck (swim)", id="refused"),
        pytest.param("broken", State.FAILED, "a fault of ours (ZeroDivisionError); it stands in the log", id="fault"),
        pytest.param("gone", State.FAILED, "a fault of ours (KeyError); it stands in the log", id="unknown kind"),
    ],
)
def test_a_job_ends_in_words(done: list[str], kind: str, state: str, fault: str) -> None:
    """A job that is refused says why; one that breaks says so, and its trace stands in the log alone."""
    job = fresh(job_add(kind, "the nine o'clock", {}, actor=None))
    assert (job.state, job.fault) == (state, fault)
    assert job.over
    assert job.attempts == 1
    assert job.ended is not None


def test_a_job_tells_how_far_it_is(done: list[str]) -> None:
    """The last step, its number and what came of it are kept."""
    job = fresh(job_add("ferry", "the nine o'clock", {}, actor=None))
    assert (job.step, job.done, job.total, job.percent) == ("landing", 2, 2, 100)
    assert job.result == {"address": "/desk/", "lines": ["landed"], "said": "The ferry has landed."}


def test_a_job_is_done_once(done: list[str]) -> None:
    """A second call for the same job, as a queue may make it, does nothing."""
    job = job_add("ferry", "the nine o'clock", {}, actor=None)
    run_job.call(str(job.key))
    job_run(job.key)
    assert done == ["the nine o'clock"]


def test_what_waits_is_done_in_order(done: list[str], queued: None) -> None:
    """The worker takes what is queued, first come first served, and leaves when nothing is left."""
    for title in ("one", "two", "three"):
        job_add("ferry", title, {}, actor=None)
    assert done == []
    assert work(once=True) == 3
    assert done == ["one", "two", "three"]


def test_a_worker_that_is_to_stop_hands_back(done: list[str], queued: None) -> None:
    """Told to stop, the job ends at its next step, is queued anew, and the attempt does not count."""
    job = job_add("ferry", "one", {}, actor=None)
    job_run(job.key, stopping=lambda: True)
    left = fresh(job)
    assert (left.state, left.attempts, done) == (State.QUEUED, 0, [])
    work(once=True)
    assert fresh(job).state == State.DONE
    assert done == ["one"]


@pytest.mark.usefixtures("done", "queued")
@pytest.mark.parametrize(
    ("silent", "attempts", "state", "resumed"),
    [
        pytest.param(SILENCE / 2, 1, State.RUNNING, 0, id="a slow worker"),
        pytest.param(SILENCE * 2, 1, State.QUEUED, 1, id="a dead worker"),
        pytest.param(SILENCE * 2, MOST_ATTEMPTS, State.FAILED, 0, id="a job that kills workers"),
    ],
)
def test_a_silent_worker_loses_its_job(silent: timedelta, attempts: int, state: str, resumed: int) -> None:
    """What a worker left is queued anew after a while, a few times; then it is given up, in words."""
    job = job_add("ferry", "one", {}, actor=None)
    Job.objects.update(state=State.RUNNING, attempts=attempts, beat=timezone.now() - silent)
    assert jobs_resume() == resumed
    assert fresh(job).state == state
    assert ("given up" in fresh(job).fault) == (state == State.FAILED)


def test_who_was_given_up_changes_nothing(done: list[str], queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker whose job another one has taken up by now stops at its next step and leaves the job to the other."""

    def overtaken(job: Job, tell: Tell) -> dict[str, Any]:
        Job.objects.filter(pk=job.pk).update(attempts=job.attempts + 1)
        tell("still here", 1, 2)
        return {"lines": ["never told"]}

    monkeypatch.setitem(KINDS, "overtaken", overtaken)
    job = job_add("overtaken", "one", {}, actor=None)
    job_run(job.key)
    left = fresh(job)
    assert (left.state, left.attempts, left.result, left.step) == (State.RUNNING, 2, {}, "")


def test_a_job_that_only_waits_is_not_queued_twice(done: list[str], queued: None) -> None:
    """Behind a long job others wait for hours; each stands in the queue once. One that fell out is queued anew."""
    job_add("ferry", "one", {}, actor=None)
    later = timezone.now() + HOUR
    assert jobs_resume(now=later) == 0
    DBTaskResult.objects.all().delete()
    assert jobs_resume(now=later) == 1
    assert jobs_resume(now=later) == 0


def test_duties_are_done_when_they_are_due(monkeypatch: pytest.MonkeyPatch) -> None:
    """A duty is done at once, then not before its time; a clock put back does not hold it up."""
    did: list[str] = []
    monkeypatch.setattr("communique.web.jobs.periodic.DUTIES", {})
    from communique.web.jobs import periodic  # noqa: PLC0415 - the table of this test

    periodic.DUTIES["tide"] = Duty(name="tide", every=HOUR, work=lambda now: did.append(f"{now:%H:%M}"))
    noon = timezone.now().replace(hour=12, minute=0)
    for after in (timedelta(), HOUR / 2, HOUR, HOUR * 1.5, -HOUR):
        duties_do(now=noon + after)
    assert did == ["12:00", "13:00", "11:00"]


def test_a_duty_that_fails_holds_up_no_other(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """It stands in the log, waits for its next time, and the others are done."""

    def fails(_: object) -> None:
        raise CommuniqueError(wanted="calm", got="storm")

    duties = {name: Duty(name=name, every=HOUR, work=work_of) for name, work_of in (("a", fails), ("b", print))}
    monkeypatch.setattr("communique.web.jobs.periodic.DUTIES", duties)
    assert duties_do() == ("b",)
    assert duties_do() == ()
    assert "“a” failed" in caplog.text


def test_the_worker_leaves_a_sign_of_life(done: list[str], queued: None) -> None:
    """Whoever asks whether a worker lives looks at the duty that is done oftenest."""
    work(once=True)
    assert timezone.now() - DutyRun.objects.get(pk=RESUMING).last < timedelta(seconds=10)
    assert {"notes of the queue are cleared", "sessions are cleared"} <= set(DUTIES)


def test_old_notes_and_sessions_are_cleared(done: list[str], queued: None, as_reader: Client) -> None:
    """What is over is forgotten after a week, sessions once they ran out; what waits and what is fresh stays."""
    job_add("ferry", "one", {}, actor=None)
    work(once=True)
    job_add("ferry", "two", {}, actor=None)
    now = timezone.now()
    clear_notes(now)
    assert DBTaskResult.objects.count() == 2
    clear_notes(now + timedelta(days=8))
    assert [note.status for note in DBTaskResult.objects.all()] == ["READY"]
    from django.contrib.sessions.models import Session  # noqa: PLC0415 - once

    clear_sessions(now)
    assert Session.objects.count() == 1
    clear_sessions(now + timedelta(days=15))
    assert Session.objects.count() == 0


@pytest.mark.usefixtures("done", "queued")
def test_whoever_asked_sees_the_job_and_others_do_not(
    reader: User, as_reader: Client, as_analyst: Client, as_editor: Client, client: Client
) -> None:
    """The page of a job is for whoever asked and for editors; strangers are asked to log in."""
    job = job_add("ferry", "the nine o'clock", {}, actor=reader)
    place = f"/jobs/{job.key}/"
    assert as_reader.get(place).status_code == 200
    assert as_editor.get(place).status_code == 200
    assert as_analyst.get(place).status_code == 403
    assert client.get(place).status_code in {302, 403}
    work(once=True)
    assert as_reader.get(place).headers["Location"] == "/desk/"
    assert as_reader.get(place, headers={"HX-Request": "true"}).headers["HX-Redirect"] == "/desk/"
    assert as_reader.get("/desk/").content.decode().count("The ferry has landed.") == 1
    as_reader.get(place)
    assert "The ferry has landed." not in as_reader.get("/desk/").content.decode()


def test_a_page_of_a_job_asks_the_store_little(
    done: list[str],
    queued: None,
    reader: User,
    as_reader: Client,
    django_assert_max_num_queries: Any,  # noqa: ANN401
) -> None:
    """It is asked for every second or two while somebody waits."""
    job = job_add("ferry", "the nine o'clock", {}, actor=reader)
    with django_assert_max_num_queries(4):
        as_reader.get(f"/jobs/{job.key}/", headers={"HX-Request": "true"})


@pytest.mark.parametrize(("asked", "line"), [("ru", "красный"), ("kk", "қызыл"), ("en", "red")])
def test_a_job_tells_in_the_language_in_which_it_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, queued: None, asked: str, line: str
) -> None:
    """A worker has no browser that says what its reader speaks: the job does, whatever the worker speaks itself."""
    words = {"ru": "красный", "kk": "қызыл", "en": "red"}
    monkeypatch.setitem(KINDS, "painting", lambda _job, _tell: {"lines": [words[get_language() or ""]]})
    with override(asked):
        job = job_add("painting", "Painting", {}, actor=None)
    with override("en"):
        job_run(job.key)
        assert get_language() == "en"
    assert fresh(job).result["lines"] == [line]
