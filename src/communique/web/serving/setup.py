"""Django set up for the workspace, as the command line and the environment want it."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from communique.errors import CommuniqueError
from communique.wiring.settings import load_settings

SETTINGS = "communique.web.settings"


def refuse_absent(store: str | None) -> None:
    """
    Refuse a store in a file that is not there, for those who only look: opening it would make it.

    Raises:
        CommuniqueError: there is none.
    """
    place = load_settings(corpus=store).corpus
    if "://" not in place and not Path(place).expanduser().exists():
        raise CommuniqueError(wanted=f"a store at {place}", got="none", remedy="communique serve makes one")


def set_up(*, store: str | None = None, **variables: str) -> None:
    """
    Set Django up with the settings of the workspace; ``store`` and what else is named go before the environment.

    Processes started from here on are set the same way. A second call changes nothing.

    Raises:
        CommuniqueError: something there does not read as what it should be.
    """
    os.environ.update({**({"COMMUNIQUE_CORPUS": store} if store else {}), **variables})
    if not settings.configured:  # whatever other project the user's environment names
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django  # noqa: PLC0415 - it reads the environment, which had to be complete

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise CommuniqueError(wanted="settings that a workspace can start with", got=str(error)) from error
