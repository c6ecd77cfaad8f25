"""Whose token it is: only the whole secret opens, and only as long as the token holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from communique.web.accounts import tokens
from communique.web.accounts.models import Token, User
from communique.web.accounts.services import token_add, token_revoke
from communique.web.accounts.tokens import token_of, user_of_token

SPOILT: tuple[Callable[[str], str], ...] = (
    lambda _: "",
    lambda _: "cmq__",
    lambda secret: secret[:-1],
    lambda secret: f"{secret}x",
    lambda secret: secret.upper(),
    lambda secret: secret.replace("cmq_", "xyz_"),
    lambda secret: "_".join(secret.split("_")[:2]),
    lambda secret: f"cmq_{'x' * 8}_{secret.split('_', 2)[2]}",
    lambda secret: f"{secret}\x00",
    lambda secret: f"Bearer {secret}",
    lambda _: "é" * 5000,
)


@pytest.mark.parametrize("spoil", SPOILT)
def test_only_the_secret_opens(reader: User, spoil: Callable[[str], str]) -> None:
    """The secret gives its user; anything else gives nobody."""
    secret = token_add(reader, "A script", scope="read", days=30)[1]
    assert user_of_token(secret) == reader
    assert user_of_token(spoil(secret)) is None


def test_scope_bounds(reader: User) -> None:
    """A token to read does not write."""
    reads = token_add(reader, "Reads", scope="read", days=30)[1]
    writes = token_add(reader, "Writes", scope="write", days=30)[1]
    assert user_of_token(reads, writes=True) is None
    assert user_of_token(writes, writes=True) == reader
    assert user_of_token(writes) == reader


def test_token_ends(reader: User) -> None:
    """A token revoked, too old, or of somebody shut out opens nothing."""
    revoked, secret_of_revoked = token_add(reader, "Revoked", scope="read", days=30)
    token_revoke(revoked, actor=reader)
    old, secret_of_old = token_add(reader, "Old", scope="read", days=30)
    then = timezone.now() - timedelta(days=40)
    Token.objects.filter(pk=old.pk).update(created=then, expires=then + timedelta(days=30))
    held = token_add(reader, "Held", scope="read", days=30)[1]
    assert [token_of(secret) is None for secret in (secret_of_revoked, secret_of_old, held)] == [True, True, False]
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert token_of(held) is None


def test_day_of_use_is_noted_once(reader: User, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """The first use of a day is written, later ones only read; a wrong secret writes nothing."""
    token, secret = token_add(reader, "A script", scope="read", days=30)
    user_of_token(f"{secret[:-2]}xx")
    assert Token.objects.get(pk=token.pk).last_used is None
    with django_assert_num_queries(2):
        user_of_token(secret)
    assert Token.objects.get(pk=token.pk).last_used == timezone.now().date()
    with django_assert_num_queries(1):
        user_of_token(secret)


def test_comparison_takes_as_long_whatever_is_shown(reader: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digests are compared in constant time, even where there is no such token."""
    compared: list[tuple[int, int]] = []

    def compare(left: str, right: str) -> bool:
        compared.append((len(left), len(right)))
        return left == right

    monkeypatch.setattr(tokens, "constant_time_compare", compare)
    secret = token_add(reader, "A script", scope="read", days=30)[1]
    for shown in (secret, secret[:-1], "cmq_nosuch_x", ""):
        user_of_token(shown)
    assert compared == [(64, 64)] * 4


def test_secrets_differ(reader: User) -> None:
    """Secrets are long and drawn by chance; the open part repeats nothing of the rest."""
    secrets = [token_add(reader, "A script", scope="read", days=30)[1] for _ in range(20)]
    assert len({secret.split("_", 2)[1] for secret in secrets}) == 20
    assert min(len(secret.split("_", 2)[2]) for secret in secrets) >= 43
