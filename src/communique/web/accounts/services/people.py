"""Changing who may do what, and going away."""

from __future__ import annotations

from auditlog.models import LogEntry
from axes.models import AccessAttempt
from django.contrib.auth.hashers import make_password
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, Q
from django.dispatch import Signal
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.journal import note_write
from communique.web.accounts.letters import password_link, send_password_letter
from communique.web.accounts.models import FORMER, Invitation, Role, Token, User

ROOM = "accounts"

erasing = Signal()
"""Sent with ``user`` while an account is erased, within its transaction: rooms above take away what is personal."""


def user_change_role(user: User, role: str, *, actor: User) -> User:
    """
    Give somebody another role.

    Raises:
        CommuniqueError: nobody would be left who may administer, or the account is erased.
    """
    with transaction.atomic(), acting(actor):
        user = _held(user, leaves=role != Role.ADMINISTRATOR)
        user.role = Role(role)
        user.save(update_fields=["role"])
    return user


def user_deactivate(user: User, *, actor: User) -> User:
    """
    Shut somebody out, at once and everywhere; what they wrote stays, and they can be let in again.

    Raises:
        CommuniqueError: it is the actor, or nobody would be left who may administer.
    """
    if user.pk == actor.pk:
        raise CommuniqueError(
            wanted="somebody else", got="your own account", remedy="another administrator can deactivate it"
        )
    with transaction.atomic(), acting(actor):
        user = _held(user, leaves=True)
        user.is_active = False
        user.sessions += 1
        user.save(update_fields=["is_active", "sessions"])
    return user


def user_activate(user: User, *, actor: User) -> User:
    """
    Let somebody in again, with the role they had.

    Raises:
        CommuniqueError: the account is erased.
    """
    with transaction.atomic(), acting(actor):
        user = _held(user)
        user.is_active = True
        user.save(update_fields=["is_active"])
    return user


def user_change_settings(user: User, *, name: str, language: str) -> User:
    """Give oneself another name, or the interface another language ("" is that of the browser)."""
    with transaction.atomic(), acting(user):
        user = _held(user)
        user.name, user.language = name.strip(), language
        user.full_clean(exclude=["password"])
        user.save(update_fields=["name", "language"])
    return user


def user_change_password(user: User, password: str) -> User:
    """Give somebody another password; every session but the one that goes on ends with the old one."""
    with transaction.atomic(), acting(user):
        user.set_password(password)
        user.save(update_fields=["password"])
        note_write(user, "changed", "password", f"{user.pk}", room=ROOM)
    return user


def user_end_sessions(user: User) -> None:
    """Log somebody out of every browser."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(sessions=F("sessions") + 1)
        note_write(user, "ended", "sessions", f"{user.pk}", room=ROOM)


def user_erase(user: User) -> User:
    """
    Take away all that is personal of an account; what was written in it stays, under "a former member".

    Raises:
        CommuniqueError: nobody would be left who may administer.
    """
    with transaction.atomic(), acting(user):
        user = _held(user, leaves=True)
        erasing.send(User, user=user)
        Invitation.objects.filter(email=user.email).update(email=f"former-{user.pk}@erased.invalid")
        AccessAttempt.objects.filter(username=user.email).delete()
        Token.objects.filter(user=user).delete()
        user.email, user.name, user.password = f"former-{user.pk}@erased.invalid", FORMER, make_password(None)
        user.role, user.language, user.is_active, user.erased = Role.READER, "", False, timezone.now()
        user.last_login, user.letter_sent, user.sessions = None, None, user.sessions + 1
        user.save()
        _forget_name(user)
    return user


def letter_ask(address: str, *, site: str, language: str) -> None:
    """
    Send the letter for a new password, if the address is that of an account.

    Known or not, the same is read and the same is queued, so that no answer and no delay tells which it was.
    """
    known = User.objects.filter(email=address.strip().lower(), is_active=True).values_list("pk", flat=True).first()
    send_password_letter.enqueue(known or 0, site, language)


def letter_give(user: User, *, actor: User) -> str:
    """
    Give the path by which somebody sets a new password, for an administrator to hand over where no mail is sent.

    Raises:
        CommuniqueError: the account is erased, or may not come in.
    """
    with transaction.atomic(), acting(actor):
        user = _held(user)
        if not user.is_active:
            raise CommuniqueError(wanted="somebody who may come in", got="one who is shut out")
        note_write(actor, "gave", "link for a new password", f"{user.pk}", room=ROOM)
    return password_link(user)


def _held(user: User, *, leaves: bool = False) -> User:
    """
    Give the user as kept now, held until the transaction ends; one who leaves administration leaves another there.

    All administrators are held with the user, in one order, so that two cannot take each other's role at once.

    Raises:
        CommuniqueError: the account is erased, or there is no other administrator.
    """
    rules_here = Q(role=Role.ADMINISTRATOR, is_active=True)
    held = {one.pk: one for one in User.objects.select_for_update().filter(rules_here | Q(pk=user.pk)).order_by("pk")}
    kept = held[user.pk]
    if kept.erased is not None:
        raise CommuniqueError(wanted="an account", got="one that its owner had erased")
    if leaves and kept.ranks(Role.ADMINISTRATOR) and len(held) == 1:
        raise CommuniqueError(
            wanted="one administrator at least",
            got="the last one",
            remedy="make somebody else an administrator first",
        )
    return kept


def _forget_name(user: User) -> None:
    """Take the name out of what the log says of the account."""
    of_user = ContentType.objects.get_for_model(User)
    LogEntry.objects.filter(content_type=of_user, object_id=user.pk).update(object_repr=FORMER)
    of_token = ContentType.objects.get_for_model(Token)
    LogEntry.objects.filter(content_type=of_token, actor=user).update(object_repr="…", changes={})
