"""Who works here: a user with an address and one role."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _


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
    """Somebody with an account. ``name`` is shown to others, ``email`` never."""

    email: models.EmailField[str, str] = models.EmailField(_("e-mail"), unique=True)
    name: models.CharField[str, str] = models.CharField(_("name"), max_length=120)
    role: models.CharField[str, str] = models.CharField(_("role"), max_length=16, choices=Role, default=Role.READER)
    is_active: models.BooleanField[bool, bool] = models.BooleanField(_("active"), default=True)
    joined: models.DateTimeField[datetime, datetime] = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[UserManager] = UserManager()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        """Its constraints."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(role__in=[role.value for role in Role]), name="user_role")
        ]

    def __str__(self) -> str:
        return str(self.name)

    def ranks(self, role: Role) -> bool:
        """Tell whether the user may do what a role may."""
        return bool(self.is_active) and RANKS[self.role] >= RANKS[role]
