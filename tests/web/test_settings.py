"""What whoever runs a workspace decides, and what becomes of it."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from communique.errors import CommuniqueError
from communique.web.base.addresses import site_address
from communique.web.config import KEY_FILE, WebConfig, load_config
from communique.web.mail import NO_MAIL, mail_settings

KEY = "k" * 60
LOCAL = ("localhost", "127.0.0.1", "[::1]")


def config(**named: str) -> WebConfig:
    """Load what an environment decides that names a store and a key."""
    return load_config({"COMMUNIQUE_CORPUS": "desk.sqlite3", "COMMUNIQUE_SECRET_KEY": KEY, **named})


@pytest.mark.parametrize(
    ("named", "secure", "proxies", "hosts"),
    [
        pytest.param({}, False, 0, LOCAL, id="this machine alone"),
        pytest.param(
            {"COMMUNIQUE_ADDRESS": "https://desk.example"}, True, 1, ("desk.example", *LOCAL), id="behind a proxy"
        ),
        pytest.param(
            {"COMMUNIQUE_ADDRESS": "https://desk.example/", "COMMUNIQUE_PROXIES": "2"},
            True,
            2,
            ("desk.example", *LOCAL),
            id="two proxies",
        ),
        pytest.param(
            {"COMMUNIQUE_ADDRESS": "http://desk.lan:8000", "COMMUNIQUE_HOSTS": "desk, 10.0.0.7"},
            False,
            0,
            ("desk", "10.0.0.7", "desk.lan", *LOCAL),
            id="a local network",
        ),
    ],
)
def test_the_address_decides_the_rest(
    named: dict[str, str], *, secure: bool, proxies: int, hosts: tuple[str, ...]
) -> None:
    """HTTPS means cookies for HTTPS alone and a proxy in front; hosts are those that are named, and this machine."""
    decided = config(**named)
    assert (decided.secure, decided.proxies, decided.hosts) == (secure, proxies, hosts)


@pytest.mark.parametrize(
    ("named", "begins"),
    [
        ({"COMMUNIQUE_SERVED_AT": "http://127.0.0.1:8001"}, "http://127.0.0.1:8001"),
        (
            {"COMMUNIQUE_ADDRESS": "https://desk.example", "COMMUNIQUE_SERVED_AT": "http://127.0.0.1:8001"},
            "https://desk.example",
        ),
        ({}, "http://localhost:8000"),
    ],
)
def test_letters_lead_to_the_address_then_to_the_server(settings: Any, named: dict[str, str], begins: str) -> None:  # noqa: ANN401
    """Where no address was decided, letters lead to where the server listens, whatever its port."""
    settings.CONFIG = config(**named)
    assert site_address() == begins


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ({"COMMUNIQUE_ADDRESS": "desk.example"}, "like https://desk.example, got “desk.example”"),
        ({"COMMUNIQUE_ADDRESS": "https://desk.example/desk"}, "like https://desk.example"),
        ({"COMMUNIQUE_ADDRESS": "ftp://desk.example"}, "like https://desk.example"),
        ({"COMMUNIQUE_PROXIES": "many"}, "a number of proxies"),
        ({"COMMUNIQUE_PROXIES": "-1"}, "a number of proxies"),
        ({"COMMUNIQUE_CORPUS": "postgres://vesk@host/desk", "COMMUNIQUE_SECRET_KEY": ""}, "COMMUNIQUE_SECRET_KEY"),
    ],
)
def test_what_does_not_read_is_refused(named: dict[str, str], told: str) -> None:
    """Each variable that does not read is named, with what was wanted."""
    with pytest.raises(CommuniqueError, match=told):
        config(**named)


def test_a_key_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    """Without a key one is made beside the store, for its owner alone, and found there ever after."""
    place = {"COMMUNIQUE_CORPUS": str(tmp_path / "desk" / "desk.sqlite3")}
    first = load_config(place)
    path = tmp_path / "desk" / KEY_FILE
    assert len(first.secret_key) >= 50
    assert load_config(place).secret_key == first.secret_key == path.read_text(encoding="ascii")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert first.secret_key not in repr(first)


def test_a_short_key_is_refused(tmp_path: Path) -> None:
    """A file that was cut short signs nothing."""
    (tmp_path / KEY_FILE).write_text("short", encoding="ascii")
    with pytest.raises(CommuniqueError, match=r"50 characters or more .*got 5"):
        load_config({"COMMUNIQUE_CORPUS": str(tmp_path / "desk.sqlite3")})


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("smtp://mail.example", ("mail.example", 25, False, False)),
        ("smtp+tls://desk:pw@mail.example", ("mail.example", 587, True, False)),
        ("smtps://mail.example:2465", ("mail.example", 2465, False, True)),
    ],
)
def test_the_address_of_mail_is_read(address: str, expected: tuple[str, int, bool, bool]) -> None:
    """Scheme, host and port become Django's settings."""
    _, told = mail_settings(address)
    names = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_USE_TLS", "EMAIL_USE_SSL")
    assert tuple(told[name] for name in names) == expected


@pytest.mark.parametrize("address", ["mail.example", "smtp://", "https://mail.example", "smtp://desk:secret@"])
def test_a_wrong_address_of_mail_keeps_its_password(address: str) -> None:
    """What does not read is refused, and not repeated."""
    with pytest.raises(CommuniqueError) as refused:
        mail_settings(address)
    assert "secret" not in str(refused.value)


def test_without_an_address_no_mail_goes() -> None:
    """Nothing is sent where nothing was decided."""
    assert mail_settings("") == (NO_MAIL, {})


@pytest.mark.slow
def test_a_deployment_passes_the_checks_of_django(tmp_path: Path) -> None:
    """With an HTTPS address Django's own checks of a deployment have nothing to say; no model lacks a migration."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DJANGO_")}
    decided = {"COMMUNIQUE_CORPUS": str(tmp_path / "desk.sqlite3"), "COMMUNIQUE_ADDRESS": "https://desk.example"}
    for words in (["check", "--deploy", "--fail-level", "WARNING"], ["makemigrations", "--check", "--dry-run"]):
        run = subprocess.run(  # noqa: S603 - our own
            [sys.executable, "-m", "communique.cli", "manage", *words],
            env={**kept, **decided},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr


def test_what_was_acknowledged_outlives_a_loss_of_power(db: None) -> None:
    """Each step of the workspace waits until it is on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone() == (2,)  # FULL
