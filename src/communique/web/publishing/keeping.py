"""Rows that are written once: the models refuse to change or remove them, whatever way is tried."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django.db import models

from communique.errors import CommuniqueError


class FrozenError(CommuniqueError):
    """Something that was published, or noted, and is never changed."""


def _refuse(name: object, verb: str) -> NoReturn:
    raise FrozenError(
        wanted=f"{name} to stay as it is",
        got=f"an attempt to {verb} it",
        remedy="what was published is never changed: correct it by a new version",
    )


class KeptRows(models.QuerySet[Any]):
    """Rows that are only ever added."""

    def update(self, **kwargs: object) -> NoReturn:
        """Refuse."""
        _refuse(f"every {self.model.__name__}", f"change {', '.join(kwargs)} of")

    def bulk_update(self, objs: Iterable[Any], fields: Iterable[str], batch_size: int | None = None) -> NoReturn:  # noqa: ARG002 - Django's signature
        """Refuse."""
        _refuse(f"every {self.model.__name__}", f"change {', '.join(fields)} of")

    def delete(self) -> NoReturn:
        """Refuse."""
        _refuse(f"every {self.model.__name__}", "remove")


class Kept(models.Model):
    """Something that is written once; the database holds published versions to it as well, by a trigger."""

    objects: ClassVar[Any] = KeptRows.as_manager()

    class Meta:
        """It has no table of its own."""

        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Django's signature
        """Save it, once."""
        if not self._state.adding:
            _refuse(self, "change")
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:  # noqa: ANN401 - Django's signature
        """Refuse."""
        _refuse(self, "remove")
