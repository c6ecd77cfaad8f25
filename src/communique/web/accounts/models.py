"""Who works here: a user with an address and one role; who is asked to; what acts in somebody's name."""

from __future__ import annotations

import unicodedata
import uuid
from datetime import date, datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

FORMER = "A former member"
"""The name of whoever had their account erased."""


def plain_name(name: str) -> None:
    """
    Refuse a name with signs that nobody sees or that turn the writing about: such names pass for others.

    Raises:
        ValidationError: it has one.
    """
    if any(unicodedata.category(sign).startswith("C") for sign in name):
        raise ValidationError(_("A name is made of letters that can be seen."), code="unseen")


class Role(models.TextChoices):
    """What somebody may do, each role all that the one before it may."""

    READER = "reader", _("reader")
    ANALYST = "analyst", _("analyst")
    EDITOR = "editor", _("editor")
    ADMINISTRATOR = "administrator", _("administrator")


RANKS: dict[str, int] = {role.value: rank for rank, role in enumerate(Role)}


class UserManager(BaseUserManager["User"]):
    """Makes users; addresses are told apart without regard to case."""

    def create_user(self, email: str, password: str | None = None, *, name: str = "", role: str = Role.READER) -> User:
        """Make a user."""
        user = self.model(email=self.normalize_email(email).lower(), name=name, role=role)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **rest: str) -> User:
        """Make an administrator."""
        return self.create_user(email, password, role=Role.ADMINISTRATOR, name=rest.get("name", ""))

    def get_by_natural_key(self, username: str | None) -> User:
        """Find a user by address, whatever its case."""
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser, PermissionsMixin):
    """
    Somebody with an account. ``name`` is shown to others, ``email`` never.

    ``sessions`` counts how often every session was ended; each carries the count of its beginning. ``founder`` is the
    administrator whom the welcome link let in, of whom there is one at most. ``letter_sent`` is when the last letter
    for a new password went out.
    """

    email: models.EmailField[str, str] = models.EmailField(_("e-mail"), unique=True)
    name: models.CharField[str, str] = models.CharField(_("name"), max_length=120, validators=[plain_name])
    role: models.CharField[str, str] = models.CharField(_("role"), max_length=16, choices=Role, default=Role.READER)
    language: models.CharField[str, str] = models.CharField(
        _("language of the interface"), max_length=8, choices=settings.LANGUAGES, blank=True, default=""
    )
    is_active: models.BooleanField[bool, bool] = models.BooleanField(_("active"), default=True)
    joined: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)
    founder: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    sessions: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=0)
    letter_sent: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    erased: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """Its constraints."""

        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="user_role"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_lower"),
            models.CheckConstraint(
                condition=models.Q(erased__isnull=True) | models.Q(is_active=False), name="user_erased_is_out"
            ),
            models.UniqueConstraint(fields=["founder"], condition=models.Q(founder=True), name="user_one_founder"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def ranks(self, role: Role) -> bool:
        """Tell whether the user may do what a role may."""
        return bool(self.is_active) and RANKS[self.role] >= RANKS[role]

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Bind sessions to the password and to the count of their endings: Django asks here what a session carries."""
        return salted_hmac(
            "communique.accounts.session", f"{self.sessions}:{self.password}", secret=secret, algorithm="sha256"
        ).hexdigest()


class Invitation(models.Model):
    """Somebody asked to join in a role, by a link that holds until it is used, revoked or too old."""

    key: models.UUIDField[uuid.UUID, uuid.UUID] = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email: models.EmailField[str, str] = models.EmailField(_("e-mail"))
    role: models.CharField[str, str] = models.CharField(_("role"), max_length=16, choices=Role, default=Role.READER)
    invited_by: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="invitations"
    )
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    expires: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    accepted: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    revoked: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its constraints: one open invitation for an address."""

        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="invitation_role"),
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="invitation_email_lower"),
            models.CheckConstraint(
                condition=models.Q(accepted__isnull=True) | models.Q(revoked__isnull=True), name="invitation_one_end"
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(accepted__isnull=True, revoked__isnull=True),
                name="invitation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {str(self.key)[:8]}"  # the log keeps this: no address

    def holds(self, now: datetime) -> bool:
        """Tell whether the link still lets somebody in."""
        return self.accepted is None and self.revoked is None and now < self.expires


class Scope(models.TextChoices):
    """What a token may do of all that its user may."""

    READ = "read", _("read")
    WRITE = "write", _("read and write")


class Token(models.Model):
    """
    What lets a program act in a user's name.

    The secret is shown once and kept as its SHA-256 (it is drawn at random, so that no slow hash is needed);
    ``prefix`` is the open part that tells tokens apart. ``last_used`` is a day, in UTC.
    """

    user: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="tokens"
    )
    name: models.CharField[str, str] = models.CharField(_("name"), max_length=80)
    prefix: models.CharField[str, str] = models.CharField(max_length=16, unique=True)
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    scope: models.CharField[str, str] = models.CharField(
        _("what it may do"), max_length=5, choices=Scope, default=Scope.READ
    )
    created: models.DateTimeField[datetime, datetime] = models.DateTimeField(default=timezone.now)
    expires: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("expires"))
    last_used: models.DateField[date | None, date | None] = models.DateField(null=True, blank=True)
    revoked: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its constraints."""

        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(scope__in=[scope.value for scope in Scope]), name="token_scope"),
            models.CheckConstraint(condition=models.Q(expires__gt=models.F("created")), name="token_expires_later"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.prefix})"

    def holds(self, now: datetime) -> bool:
        """Tell whether it still opens the door."""
        return self.revoked is None and now < self.expires and bool(self.user.is_active)

    @property
    def writes(self) -> bool:
        """Tell whether it may write."""
        return self.scope == Scope.WRITE
