"""The workspace's settings as tests want them: a store of its own, quick passwords, work done at once, mail kept."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="communique-tests-"))
_NAMED = os.environ.get("COMMUNIQUE_TEST_DATABASE", "")
"""The address of a PostgreSQL database to run on, instead of SQLite in memory."""

_kept = {
    name: os.environ.pop(name)
    for name in list(os.environ)
    if name.startswith("COMMUNIQUE_") and not name.startswith("COMMUNIQUE_TEST_")
}
os.environ["COMMUNIQUE_CORPUS"] = _NAMED or str(_HOME / "store.sqlite3")
os.environ["COMMUNIQUE_SECRET_KEY"] = "a key for tests alone, as long as keys have to be, and kept by nobody"  # noqa: S105
os.environ["COMMUNIQUE_FILES"] = str(_HOME)

from communique.web.settings import *  # noqa: E402, F403

for _name in ("COMMUNIQUE_CORPUS", "COMMUNIQUE_SECRET_KEY", "COMMUNIQUE_FILES"):
    del os.environ[_name]
os.environ.update(_kept)

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
LOGGING = {"version": 1, "disable_existing_loggers": False}
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
WHITENOISE_AUTOREFRESH = True
