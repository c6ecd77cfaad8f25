"""Django's object mapper without a project around it; inside a project, the project's own settings hold."""

from __future__ import annotations

import os

from django.apps import apps
from django.conf import settings

from communique.errors import CommuniqueError

APP = "communique.db"


def prepare_django() -> None:
    """
    Set Django up once, for this package's tables alone; leave it alone where a project has done so.

    Raises:
        CommuniqueError: a project has set Django up without these tables.
    """
    if settings.configured:
        _check(tuple(settings.INSTALLED_APPS))
        return
    settings.configure(
        INSTALLED_APPS=[APP],
        DATABASES={},
        USE_TZ=True,
        TIME_ZONE="UTC",
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        LOGGING_CONFIG=None,
    )
    # A notebook runs an event loop in the thread of its cells; without a server no other request waits for ours.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    _populate()


def _populate() -> None:
    import django  # noqa: PLC0415 - names are needed only here

    if not apps.ready:
        django.setup(set_prefix=False)


def _check(installed: tuple[str, ...]) -> None:
    if not any(name == APP or name.startswith(f"{APP}.") for name in installed):
        raise CommuniqueError(
            wanted=f"{APP!r} among INSTALLED_APPS", got=", ".join(installed) or "none", remedy="add it to the settings"
        )
