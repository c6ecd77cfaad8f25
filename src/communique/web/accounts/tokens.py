"""Whose token it is that a program shows."""

from __future__ import annotations

import hashlib

from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare

from communique.web.accounts.models import Token, User

MARK = "cmq"
"""What every secret begins with, so that scanners of leaked secrets know ours."""

PREFIX_LENGTH = 8
_NOBODYS = "0" * 64


def digest_of(secret: str) -> str:
    """Give what is kept of a secret: its SHA-256, in hexadecimal signs."""
    return hashlib.sha256(secret.encode()).hexdigest()


def token_of(secret: str) -> Token | None:
    """
    Give the token whose secret it is, if it holds; how long that takes does not tell how much of a guess was right.

    The day of its use is noted, once a day.
    """
    mark, _, rest = secret.partition("_")
    prefix = rest.partition("_")[0]
    token = Token.objects.select_related("user").filter(prefix=prefix).first()
    same = constant_time_compare(digest_of(secret), token.digest if token is not None else _NOBODYS)
    now = timezone.now()
    if token is None or not same or mark != MARK or not token.holds(now):
        return None
    if token.last_used != now.date():
        fresh = Q(last_used=None) | Q(last_used__lt=now.date())
        Token.objects.filter(fresh, pk=token.pk).update(last_used=now.date())
    return token


def user_of_token(secret: str, *, writes: bool = False) -> User | None:
    """Give the user whose token a program shows, if it holds, and may write where writing is asked."""
    token = token_of(secret)
    if token is None or (writes and not token.writes):
        return None
    user: User = token.user
    return user
