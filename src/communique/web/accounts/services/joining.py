"""How somebody joins: the first administrator by the welcome link, everybody else by an invitation."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, Signer, TimestampSigner
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.letters import mail_is_sent, send_invitation
from communique.web.accounts.models import Invitation, Role, User

OPEN = timedelta(days=7)
"""How long an invitation holds."""

WELCOME = timedelta(days=1)
"""How long a welcome link holds; each start of the workspace makes another."""

_INVITATIONS = Signer(salt="communique.accounts.invitation", sep=".")
_WELCOMES = TimestampSigner(salt="communique.accounts.welcome", sep=".")
_FIRST = "first"


def welcome_link() -> str:
    """Give the path that makes the first administrator, once; empty where there is an administrator."""
    return "" if _administered() else reverse("accounts:welcome", args=[_WELCOMES.sign(_FIRST)])


def welcome_holds(token: str) -> bool:
    """Tell whether a welcome link still lets somebody in."""
    try:
        return _WELCOMES.unsign(token, max_age=WELCOME) == _FIRST and not _administered()
    except BadSignature:
        return False


def administrator_welcome(token: str, *, email: str, name: str, password: str) -> User:
    """
    Make the first administrator; of two who try at once the database lets one in.

    Raises:
        CommuniqueError: the link is used, too old or not ours.
    """
    if not welcome_holds(token):
        raise _over()
    try:
        with transaction.atomic():
            user = _joined(email=email, name=name, password=password, role=Role.ADMINISTRATOR, founder=True)
    except IntegrityError as error:
        raise _over() from error
    return user


def invitation_add(email: str, role: str, *, actor: User, site: str, language: str) -> Invitation:
    """
    Ask somebody to join; an earlier invitation to the address ends, and the letter goes out where mail is configured.

    Raises:
        CommuniqueError: the address has an account, or is being invited at this moment.
    """
    try:
        with transaction.atomic(), acting(actor):
            invitation = _asked(email.strip().lower(), role, actor)
            if mail_is_sent():
                send_invitation.enqueue(str(invitation.key), site + invitation_link(invitation), language)
    except IntegrityError as error:
        raise CommuniqueError(wanted="one invitation", got="two at once", remedy="look at the list") from error
    return invitation


def invitation_link(invitation: Invitation) -> str:
    """Give the path by which somebody accepts."""
    return reverse("accounts:join", args=[_INVITATIONS.sign(str(invitation.key))])


def invitation_of(token: str) -> Invitation:
    """
    Give the invitation that a link is for.

    Raises:
        CommuniqueError: the link is used, revoked, too old or not ours; which, is not said.
    """
    try:
        invitation = Invitation.objects.filter(pk=_INVITATIONS.unsign(token)).first()
    except BadSignature as error:
        raise _over() from error
    if invitation is None or not invitation.holds(timezone.now()):
        raise _over()
    return invitation


def invitation_accept(token: str, *, name: str, password: str) -> User:
    """
    Make an account of an invitation, once.

    Raises:
        CommuniqueError: the link is used, revoked, too old or not ours.
    """
    key = invitation_of(token).pk
    try:
        with transaction.atomic():
            invitation = Invitation.objects.select_for_update().get(pk=key)
            if not invitation.holds(timezone.now()):
                raise _over()
            user = _joined(email=invitation.email, name=name, password=password, role=invitation.role)
            with acting(user):
                invitation.accepted = timezone.now()
                invitation.save(update_fields=["accepted"])
    except IntegrityError as error:
        raise _over() from error
    return user


def invitation_revoke(invitation: Invitation, *, actor: User) -> None:
    """Take an invitation back; one that was accepted stays as it is."""
    with transaction.atomic(), acting(actor):
        invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
        if invitation.accepted is None and invitation.revoked is None:
            invitation.revoked = timezone.now()
            invitation.save(update_fields=["revoked"])


def _asked(email: str, role: str, actor: User) -> Invitation:
    """
    Make the invitation, and end an earlier one.

    Raises:
        CommuniqueError: the address has an account.
    """
    if User.objects.filter(email=email).exists():
        raise CommuniqueError(wanted="an address without an account", got="one that has an account")
    for earlier in Invitation.objects.select_for_update().filter(email=email, accepted=None, revoked=None):
        earlier.revoked = timezone.now()
        earlier.save(update_fields=["revoked"])
    return Invitation.objects.create(email=email, role=Role(role), invited_by=actor, expires=timezone.now() + OPEN)


def _administered() -> bool:
    return User.objects.filter(role=Role.ADMINISTRATOR).exists()


def _joined(*, email: str, name: str, password: str, role: str, founder: bool = False) -> User:
    """Make a user who is the actor of their own coming."""
    user = User(email=email.strip().lower(), name=name.strip(), role=role, founder=founder)
    user.set_password(password)
    user.full_clean(exclude=["password"], validate_constraints=False, validate_unique=False)
    with acting(user):
        user.save()
    return user


def _over() -> CommuniqueError:
    return CommuniqueError(
        wanted="a link that still holds",
        got="one that was used, taken back, or is too old",
        remedy="ask an administrator for another",
    )
