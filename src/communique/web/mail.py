"""Where mail goes, read from one address."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from communique.errors import CommuniqueError

NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"
"""The way of mail where none is configured: nowhere."""

_SMTP = "django.core.mail.backends.smtp.EmailBackend"
_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


def mail_settings(address: str) -> tuple[str, dict[str, Any]]:
    """
    Give the backend and the settings of Django for the address of a mail server; for none, mail goes nowhere.

    ``smtp://host:port`` is plain, ``smtp+tls://user:password@host`` turns to TLS, ``smtps://`` begins with it;
    ``file:///folder`` writes each letter as a file, ``console:`` prints it.

    >>> mail_settings("smtp+tls://desk:se%40cret@mail.example")[1]["EMAIL_HOST_PASSWORD"]
    'se@cret'

    Raises:
        CommuniqueError: it does not read as one of these.
    """
    parts = urlsplit(address)
    if not address:
        return NO_MAIL, {}
    if parts.scheme == "console":
        return "django.core.mail.backends.console.EmailBackend", {}
    if parts.scheme == "file" and parts.path:
        return "django.core.mail.backends.filebased.EmailBackend", {"EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme not in _PORTS or not parts.hostname:
        # What was got may hold a password.
        raise CommuniqueError(
            wanted="COMMUNIQUE_MAIL like smtp+tls://user:password@host:587", got="an address that does not read as one"
        )
    return _SMTP, {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or _PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_TIMEOUT": 15,
    }
