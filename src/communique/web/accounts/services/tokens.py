"""Making and ending what acts in somebody's name."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.models import Scope, Token, User
from communique.web.accounts.tokens import MARK, PREFIX_LENGTH, digest_of

DAYS = (30, 90, 365)
"""How long a token may hold, in days."""

MOST = 20
"""How many tokens that hold one user may have."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # no signs that pass for others


def token_add(user: User, name: str, *, scope: str, days: int) -> tuple[Token, str]:
    """
    Make a token; its secret is given here and never again.

    Raises:
        CommuniqueError: the user has too many, or so many days are not on offer.
    """
    if days not in DAYS:
        raise CommuniqueError(wanted=f"one of {', '.join(map(str, DAYS))} days", got=f"{days}")
    now = timezone.now()
    prefix = "".join(secrets.choice(_ALPHABET) for _ in range(PREFIX_LENGTH))
    secret = f"{MARK}_{prefix}_{secrets.token_urlsafe(32)}"
    with transaction.atomic(), acting(user):
        User.objects.select_for_update().get(pk=user.pk)
        if Token.objects.filter(user=user, revoked=None, expires__gt=now).count() >= MOST:
            raise CommuniqueError(wanted=f"at most {MOST} tokens", got="one more", remedy="revoke one first")
        token = Token.objects.create(
            user=user,
            name=name.strip(),
            prefix=prefix,
            digest=digest_of(secret),
            scope=Scope(scope),
            created=now,
            expires=now + timedelta(days=days),
        )
    return token, secret


def token_revoke(token: Token, *, actor: User) -> None:
    """End a token, at once and for good."""
    with transaction.atomic(), acting(actor):
        token = Token.objects.select_for_update().get(pk=token.pk)
        if token.revoked is None:
            token.revoked = timezone.now()
            token.save(update_fields=["revoked"])
