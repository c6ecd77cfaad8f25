"""Letters to members: written in their language, sent by a worker, so that no page waits for a mail server."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override
from django_tasks import task

from communique.web.accounts.models import Invitation, User
from communique.web.mail import NO_MAIL

PAUSE = timedelta(minutes=5)
"""How long after a letter for a new password no other goes to the same user."""


def mail_is_sent() -> bool:
    """Tell whether mail is configured."""
    return bool(settings.EMAIL_BACKEND != NO_MAIL)


def send_letter(template: str, address: str, context: Mapping[str, Any], language: str) -> None:
    """Send a letter: the first line of its template is the subject."""
    with override(language or settings.LANGUAGE_CODE):
        letter = render_to_string(template, {"workspace_title": settings.CONFIG.title, **context})
    subject, _, body = letter.strip().partition("\n")
    send_mail(subject.strip(), body.strip() + "\n", None, [address])


def password_link(user: User) -> str:
    """Give the path by which a user sets a new password, once, and not after another password or another login."""
    parts = [urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)]
    return reverse("accounts:new_password", args=parts)


@task()
def send_invitation(key: str, link: str, language: str) -> None:
    """Send the link of an invitation, unless it is over by now."""
    invitation = Invitation.objects.filter(pk=UUID(key)).first()
    if invitation is None or not invitation.holds(timezone.now()):
        return
    context = {"link": link, "role": invitation.role, "invitation": invitation}
    send_letter("accounts/letters/invitation.txt", invitation.email, context, language)


@task()
def send_password_letter(number: int, site: str, language: str) -> None:
    """Send the link for a new password to a user, by number; 0 is an address that nobody here has."""
    now = timezone.now()
    rested = Q(letter_sent=None) | Q(letter_sent__lt=now - PAUSE)
    if not User.objects.filter(rested, pk=number, is_active=True).update(letter_sent=now):
        return
    user = User.objects.get(pk=number)
    context = {"link": site + password_link(user), "user": user}
    send_letter("accounts/letters/password.txt", user.email, context, user.language or language)
