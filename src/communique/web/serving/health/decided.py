"""What was decided: settings, the key, the way of mail."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from smtplib import SMTPException

from django.conf import settings
from django.core import checks
from django.core.mail import get_connection

from communique.web.config import KEY_FILE
from communique.web.mail import NO_MAIL
from communique.web.serving.health.signs import Sign, fault, look, well

_PART = "settings"
_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_WITHIN = 10


def look_at_settings() -> Iterator[Sign]:
    """Tell what Django's own checks say, and where the settings do not fit each other."""
    config = settings.CONFIG
    messages = checks.run_checks(include_deployment_checks=config.secure)
    for message in messages:
        serious = message.level >= checks.ERROR
        yield (fault if serious else look)(_PART, f"{message.id}: {message.msg}", str(message.hint or ""))
    if settings.DEBUG:
        yield fault(_PART, "COMMUNIQUE_DEBUG is on: errors show readers what the program holds", "unset it")
    if config.secure and not config.proxies:
        yield fault(
            _PART,
            "readers come by HTTPS, but no proxy is believed, so every page sends them round in a circle",
            "set COMMUNIQUE_PROXIES to the number of proxies in front, mostly 1",
        )
    if not messages:
        yield well(_PART, f"for {config.address}" if config.address else "for this machine alone, without HTTPS")


def look_at_key() -> Iterator[Sign]:
    """Tell whether the key that signs links and sessions is kept from others."""
    path = key_file()
    if path is None:
        yield well("key", "named by COMMUNIQUE_SECRET_KEY")
        return
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & _FOR_OTHERS:
        yield fault("key", f"{path} may be read by others ({mode:o})", f"chmod 600 {path}")
    else:
        yield well("key", f"{path}, for its owner alone")


def key_file() -> Path | None:
    """Give the file with the key, None where the key is named by the environment or the store is on a server."""
    store = settings.CONFIG.store
    path = Path(store).expanduser().resolve().parent / KEY_FILE
    kept = "://" not in store and path.is_file()
    return path if kept and path.read_text(encoding="ascii").strip() == settings.SECRET_KEY else None


def look_at_mail(*, try_it: bool) -> Iterator[Sign]:
    """Tell where letters go; where asked to, whether the server of mail answers. No letter is sent."""
    if settings.EMAIL_BACKEND == NO_MAIL:
        yield well("mail", "none is sent; invitations are links to hand on, and comments wait for an editor")
        return
    if not settings.CONFIG.address:
        yield look("mail", "letters lead to this machine alone", "set COMMUNIQUE_ADDRESS to where readers find it")
    if not try_it:
        yield well("mail", f"from {settings.DEFAULT_FROM_EMAIL}; --mail asks whether the server answers")
        return
    connection = get_connection(timeout=_WITHIN)
    try:
        connection.open()
        connection.close()
    except (OSError, SMTPException) as error:
        yield fault("mail", f"the server does not take letters: {error}", "look at COMMUNIQUE_MAIL")
    else:
        yield well("mail", f"the server answers; letters come from {settings.DEFAULT_FROM_EMAIL}")
