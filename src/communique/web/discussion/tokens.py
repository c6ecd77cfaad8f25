"""Signed words that forms and letters carry: each for one purpose, for a while, and of no use for anything else."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.core import signing

from communique.web.discussion.models import Comment
from communique.web.mail import NO_MAIL

FORM_LIFE = timedelta(hours=24)
_PART = ":"


class Purpose(StrEnum):
    """What a link is for; a link for one thing does no other."""

    CONFIRM = "confirm"
    ERASE = "erase"
    SENT = "sent"


LIFE = {Purpose.CONFIRM: timedelta(days=7), Purpose.ERASE: timedelta(days=60), Purpose.SENT: timedelta(days=1)}
_UNMAILED_LIFE = timedelta(days=3650)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormToken:
    """What a form carries: its nonce, and when it was opened."""

    nonce: str
    opened: datetime


def mail_configured() -> bool:
    """Tell whether letters go anywhere."""
    return bool(settings.EMAIL_BACKEND != NO_MAIL)


def new_nonce() -> str:
    """Give a word that no other form carries."""
    return secrets.token_urlsafe(18)


def form_token(slug: str, *, now: datetime) -> str:
    """Give the signed word of a form newly opened, for the comments of one publication."""
    return signing.Signer(salt="discussion.form").sign(f"{slug}{_PART}{new_nonce()}{_PART}{int(now.timestamp())}")


def read_form_token(token: str, slug: str, *, now: datetime) -> FormToken | None:
    """Read the word of a form; None where it was not signed here, is of another publication, or too old."""
    try:
        signed_slug, nonce, opened = signing.Signer(salt="discussion.form").unsign(token).rsplit(_PART, 2)
    except (signing.BadSignature, ValueError):
        return None
    moment = datetime.fromtimestamp(int(opened), tz=now.tzinfo)
    if signed_slug != slug or now - moment > FORM_LIFE:
        return None
    return FormToken(nonce=nonce, opened=moment)


def link_token(purpose: Purpose, comment: Comment) -> str:
    """Give the signed word of a link to one comment; it ends when the comment's address is gone."""
    return signing.dumps([comment.pk, comment.address.secret], salt=f"discussion.{purpose}")


def comment_of(purpose: Purpose, token: str) -> Comment | None:
    """Give the comment that a link is for; None where the link is not ours, for something else, too old or used up."""
    life = _UNMAILED_LIFE if purpose is Purpose.ERASE and not mail_configured() else LIFE[purpose]
    try:
        number, secret = signing.loads(token, salt=f"discussion.{purpose}", max_age=life)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    if not (isinstance(number, int) and isinstance(secret, str)):
        return None
    return (
        Comment.objects.select_related("thread__publication", "address")
        .filter(pk=number, address__secret=secret)
        .first()
    )
