"""The doctor: what it sees, what it says to do, and how it ends."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.utils import timezone

from communique.db.models import ReleaseRow
from communique.errors import CommuniqueError
from communique.web.config import KEY_FILE
from communique.web.jobs.models import DutyRun, Job, State
from communique.web.jobs.working import RESUMING
from communique.web.serving.health import decided, kept, machine
from communique.web.serving.health.examining import render_sign, worst
from communique.web.serving.health.signs import Sign, Verdict, fault, look, well
from web.stand import do, environment

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def told(signs: Iterator[Sign]) -> list[tuple[str, Verdict]]:
    """Give what signs are about and how that does."""
    return [(sign.part, sign.verdict) for sign in signs]


def doctor(store: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the doctor as a user does."""
    return subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-m", "communique.cli", "doctor", "--quick", *words],
        env=environment(store, **more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
@pytest.mark.parametrize("width", [80, 140])
def test_all_is_well_at_any_width(tmp_path: Path, width: int) -> None:
    """A store that was just made has no fault; each part is a line or two that fit, and the status is 0."""
    store = str(tmp_path / "desk.sqlite3")
    do(store, "tables")
    run = doctor(store, COLUMNS=str(width))
    assert run.returncode == 0, run.stdout + run.stderr
    lines = run.stdout.splitlines()
    assert max(map(len, lines)) <= max(width, len(store) + 60)
    parts = [line.split()[0] for line in lines if line[:1].strip()]
    assert parts == ["settings", "key", "tables", "room", "store", "worker", "clock", "mail"]
    assert "0 faults, 1 to look at" in run.stderr


@pytest.mark.slow
def test_a_store_behind_is_a_fault(tmp_path: Path) -> None:
    """A file without the tables of this version says what brings them; the status tells scripts."""
    store = tmp_path / "desk.sqlite3"
    store.touch()
    run = doctor(str(store))
    assert run.returncode == 1
    assert "communique serve brings them up to date" in run.stdout


def test_a_store_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    """Whoever only looks leaves nothing behind."""
    run = doctor(str(tmp_path / "none.sqlite3"))
    assert run.returncode == 4
    assert "communique serve makes one" in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("mode", "verdict"),
    [(0o600, Verdict.WELL), (0o400, Verdict.WELL), (0o640, Verdict.FAULT), (0o604, Verdict.FAULT)],
)
def test_a_key_that_others_can_read_is_a_fault(tmp_path: Path, settings: Any, mode: int, verdict: Verdict) -> None:  # noqa: ANN401
    """The file is for its owner alone, and the remedy can be typed."""
    path = tmp_path / KEY_FILE
    path.write_text(settings.SECRET_KEY, encoding="ascii")
    path.chmod(mode)
    settings.CONFIG = SimpleNamespace(store=str(tmp_path / "desk.sqlite3"))
    (sign,) = decided.look_at_key()
    assert sign.verdict is verdict
    assert sign.remedy == ("" if verdict is Verdict.WELL else f"chmod 600 {path}")
    assert settings.SECRET_KEY not in sign.words
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize(("free", "verdict"), [(2**40, Verdict.WELL), (2**29, Verdict.LOOK), (2**20, Verdict.FAULT)])
def test_room_is_looked_at(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, free: int, verdict: Verdict) -> None:
    """A full disk stops every write; one that a copy does not fit into is worth a look."""
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    (sign,) = kept._room(tmp_path, 2**20)
    assert (sign.part, sign.verdict) == ("room", verdict)


@pytest.mark.parametrize(
    ("now", "newest", "verdicts"),
    [
        pytest.param(NOW, None, [Verdict.WELL], id="nothing kept"),
        pytest.param(NOW, NOW - timedelta(days=1), [Verdict.WELL], id="kept yesterday"),
        pytest.param(NOW, NOW + timedelta(days=1), [Verdict.FAULT, Verdict.WELL], id="kept tomorrow"),
        pytest.param(datetime(1970, 1, 1, tzinfo=UTC), None, [Verdict.FAULT], id="a clock never set"),
    ],
)
def test_the_clock_is_held_against_the_store(
    monkeypatch: pytest.MonkeyPatch, now: datetime, newest: datetime | None, verdicts: list[Verdict]
) -> None:
    """A release captured in the time to come, or a day before the program was written, shows a wrong clock."""
    monkeypatch.setattr(machine, "_newest_capture", lambda: newest)
    monkeypatch.setattr(machine, "_slip", lambda: 0.0)
    monkeypatch.setattr(machine, "_from_server", lambda _: timedelta())
    assert [sign.verdict for sign in machine.look_at_clock(now=now)] == verdicts


def test_a_clock_that_jumps_is_worth_a_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time that passes otherwise than the clock says is told in seconds."""
    monkeypatch.setattr(machine, "_newest_capture", lambda: None)
    monkeypatch.setattr(machine, "_slip", lambda: 3.0)
    first, *_ = machine.look_at_clock(now=NOW)
    assert (first.verdict, "3.0 s" in first.words) == (Verdict.LOOK, True)


@pytest.mark.django_db
def test_the_newest_capture_is_that_of_the_store(kept: object) -> None:
    """It is a moment with a zone, whatever the release was captured with."""
    newest = machine._newest_capture()
    assert newest is None or newest.tzinfo is not None
    ReleaseRow.objects.update(captured="2030-01-01T10:00:00")
    assert machine._newest_capture() == datetime(2030, 1, 1, 10, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("beat", "waiting", "failed", "verdicts"),
    [
        pytest.param(timedelta(seconds=5), 3, 0, [Verdict.WELL], id="alive"),
        pytest.param(timedelta(hours=1), 0, 0, [Verdict.LOOK], id="gone, nothing to do"),
        pytest.param(timedelta(hours=1), 2, 0, [Verdict.FAULT], id="gone, work waits"),
        pytest.param(None, 0, 0, [Verdict.LOOK], id="never there"),
        pytest.param(timedelta(seconds=5), 0, 1, [Verdict.WELL, Verdict.LOOK], id="a job failed"),
    ],
)
def test_the_worker_is_known_by_its_beat(
    beat: timedelta | None, waiting: int, failed: int, verdicts: list[Verdict]
) -> None:
    """A worker that was here a moment ago lives; without one, work that waits is a fault."""
    now = timezone.now()
    DutyRun.objects.all().delete()
    if beat is not None:
        DutyRun.objects.create(name=RESUMING, last=now - beat)
    for state, number in ((State.QUEUED, waiting), (State.FAILED, failed)):
        for _ in range(number):
            Job.objects.create(kind="ferry", title="a ferry", state=state, ended=now)
    assert [sign.verdict for sign in kept.look_at_worker()] == verdicts


@pytest.mark.django_db
def test_settings_that_do_not_fit_are_faults(settings: Any) -> None:  # noqa: ANN401
    """Debugging on a desk shows readers too much; HTTPS without a proxy sends them round in a circle."""
    settings.DEBUG = True
    settings.CONFIG = SimpleNamespace(secure=True, proxies=0, address="https://desk.example")
    found = [sign.remedy for sign in decided.look_at_settings() if sign.verdict is Verdict.FAULT]
    assert any("unset it" in remedy for remedy in found)
    assert any("COMMUNIQUE_PROXIES" in remedy for remedy in found)


def test_mail_that_does_not_answer_is_a_fault(settings: Any) -> None:  # noqa: ANN401
    """Only asked for; no letter is sent."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    settings.CONFIG = replace(settings.CONFIG, address="https://desk.example")
    assert told(decided.look_at_mail(try_it=False)) == [("mail", Verdict.WELL)]
    assert told(decided.look_at_mail(try_it=True)) == [("mail", Verdict.FAULT)]
    settings.CONFIG = replace(settings.CONFIG, address="")
    assert ("mail", Verdict.LOOK) in told(decided.look_at_mail(try_it=False)), "letters lead to this machine"


def test_a_model_that_does_not_load_is_a_fault() -> None:
    """It names what does not load, and what to install."""

    def absent() -> None:
        raise CommuniqueError(wanted="a model", got="none")

    assert machine._loaded("English", absent).verdict is Verdict.FAULT
    assert machine._loaded("English", lambda: None).verdict is Verdict.WELL


@pytest.mark.slow
@pytest.mark.django_db
def test_every_language_loads() -> None:
    """What is shipped loads here."""
    assert {sign.verdict for sign in machine.look_at_models()} == {Verdict.WELL}


@pytest.mark.parametrize("width", [40, 80, 140])
def test_a_sign_fits_its_width(width: int) -> None:
    """Words wrap below themselves; what to do stands under them."""
    shown = render_sign(fault("store", "a word " * 40, "do this " * 20), width)
    assert max(map(len, shown.splitlines())) <= width
    assert shown.startswith("store     FAULT  a word")
    assert "→ do this" in shown


def test_the_worst_counts() -> None:
    """One fault among many that are well is a fault."""
    signs = [well("a", "x"), fault("b", "x"), look("c", "x")]
    assert worst(signs) is Verdict.FAULT
    assert worst([]) is Verdict.WELL


def test_a_place_that_may_not_be_written_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user that runs it needs file and folder."""
    store = tmp_path / "desk.sqlite3"
    store.touch()
    monkeypatch.setattr(os, "access", lambda place, _: place != store)
    (sign,) = kept._written(store)
    assert (sign.verdict, str(store) in sign.words) == (Verdict.FAULT, True)
