"""Rules that the store keeps even where a service forgets them; settings that guard passwords."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from communique.web.accounts.models import Invitation, Token, User


@pytest.mark.parametrize(
    "change",
    [
        {"role": "emperor"},
        {"email": "The.Reader@desk.example"},
        {"email": "the.editor@desk.example"},
        {"erased": timezone.now(), "is_active": True},
    ],
)
def test_impossible_users_are_refused(reader: User, editor: User, change: dict[str, object]) -> None:
    """A role that there is not, an address in capitals or twice, and an erased member who comes in cannot be kept."""
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=reader.pk).update(**change)


def test_founders_are_one(reader: User, editor: User) -> None:
    """Two cannot both have come by the welcome link."""
    User.objects.filter(pk=reader.pk).update(founder=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.filter(pk=editor.pk).update(founder=True)


def test_open_invitations_to_an_address_are_one(db: None) -> None:
    """A second open invitation to one address cannot be kept; after an end it can."""
    soon = timezone.now() + timedelta(days=1)
    first = Invitation.objects.create(email="new@desk.example", expires=soon)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(email="new@desk.example", expires=soon)
    Invitation.objects.filter(pk=first.pk).update(revoked=timezone.now())
    second = Invitation.objects.create(email="new@desk.example", expires=soon)
    for wrong in ({"role": "emperor"}, {"email": "New@desk.example"}, {"accepted": soon, "revoked": soon}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Invitation.objects.filter(pk=second.pk).update(**wrong)


def test_impossible_tokens_are_refused(reader: User) -> None:
    """A scope that there is not, an end before the beginning, and a prefix twice cannot be kept."""
    now = timezone.now()
    common = {"user": reader, "name": "x", "digest": "0" * 64, "created": now}
    Token.objects.create(**common, prefix="a", scope="read", expires=now + timedelta(days=1))
    for wrong in (
        {"prefix": "b", "scope": "all", "expires": now + timedelta(days=1)},
        {"prefix": "b", "scope": "read", "expires": now},
        {"prefix": "a", "scope": "read", "expires": now + timedelta(days=1)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Token.objects.create(**common, **wrong)


ASKED = """
import json
from communique.web import settings
print(json.dumps({name: getattr(settings, name) for name in (
    "PASSWORD_HASHERS", "AUTH_PASSWORD_VALIDATORS", "SESSION_COOKIE_HTTPONLY", "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SECURE", "AUTHENTICATION_BACKENDS", "MIDDLEWARE", "AXES_FAILURE_LIMIT",
)}))
"""


def test_real_settings_guard_passwords(tmp_path: Path) -> None:
    """Outside the tests passwords are hashed with Argon2, are long, and cookies go by HTTPS to our own pages alone."""
    environment = {
        "COMMUNIQUE_CORPUS": str(tmp_path / "store.sqlite3"),
        "COMMUNIQUE_ADDRESS": "https://desk.example",
        "HOME": str(tmp_path),
    }
    asked = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", ASKED], env=environment, capture_output=True, check=True, text=True, timeout=60
    )
    real = json.loads(asked.stdout)
    assert real["PASSWORD_HASHERS"] == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    rules = {rule["NAME"].rsplit(".", 1)[1]: rule.get("OPTIONS", {}) for rule in real["AUTH_PASSWORD_VALIDATORS"]}
    assert rules["MinimumLengthValidator"]["min_length"] >= 12
    assert set(rules) >= {"CommonPasswordValidator", "UserAttributeSimilarityValidator"}
    assert real["SESSION_COOKIE_HTTPONLY"]
    assert real["SESSION_COOKIE_SECURE"]
    assert real["CSRF_COOKIE_SECURE"]
    assert real["SESSION_COOKIE_SAMESITE"] == "Lax"
    assert real["AUTHENTICATION_BACKENDS"][0] == "axes.backends.AxesStandaloneBackend"
    assert real["MIDDLEWARE"][-1] == "axes.middleware.AxesMiddleware"
    assert real["AXES_FAILURE_LIMIT"] <= 10
