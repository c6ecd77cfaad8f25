"""Files on disk between the page that took them and the worker that reads them."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from communique.errors import SourceError
from communique.model import Capture
from communique.sources.packing import LARGEST_SOURCE, MEGABYTE
from communique.web.jobs.models import Job, State

FOLDER = "uploads"
LARGEST_FILE = LARGEST_SOURCE
"""Bytes that one file may have."""

MOST_FILES = 20
MOST_TOGETHER = 120 * MEGABYTE
"""Bytes that all files of one form may have together."""

LONGEST_NAME = 120
_GRACE = timedelta(hours=1)
_STORED = re.compile("[0-9a-f]{32}")


def uploads_keep(files: Sequence[UploadedFile[Any]]) -> list[dict[str, str]]:
    """Write files under random names, safe on disk when this returns; give each name with that of the sender."""
    folder = uploads_folder()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    kept = [{"stored": _written(folder, file), "name": _plain_name(file.name or "")} for file in files]
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
    return kept


def upload_capture(stored: str, name: str, captured: datetime) -> Capture:
    """
    Give the bytes of a file kept, addressed by what is in it: the same file again is the same release.

    Raises:
        SourceError: it is there no more.
    """
    if not _STORED.fullmatch(stored):
        raise SourceError(wanted=f"the file {name} as it was sent", got="another name")
    try:
        content = (uploads_folder() / stored).read_bytes()
    except FileNotFoundError as error:
        raise SourceError(wanted=f"the file {name}", got="none there any more", remedy="send it again") from error
    address = f"upload:{hashlib.sha256(content).hexdigest()[:16]}/{name}"
    return Capture(address=address, content=content, captured=captured)


def uploads_drop(names: Iterable[str]) -> None:
    """Remove files that nobody will read."""
    for name in names:
        if _STORED.fullmatch(name):
            (uploads_folder() / name).unlink(missing_ok=True)


def uploads_prune(now: datetime) -> int:
    """Remove the files of work that is over, and those that no work names after an hour; give how many."""
    waiting = Job.objects.filter(kind="intake", state__in=[State.QUEUED, State.RUNNING])
    needed = {file["stored"] for job in waiting for file in job.arguments.get("files", ())}
    folder, removed = uploads_folder(), 0
    for path in folder.iterdir() if folder.is_dir() else ():
        old = path.stat().st_mtime < (now - _GRACE).timestamp()
        if path.name not in needed and old:
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def uploads_folder() -> Path:
    """Give the folder of files waiting to be read."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def _written(folder: Path, file: UploadedFile[Any]) -> str:
    name = secrets.token_hex(16)
    with os.fdopen(os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
        for part in file.chunks():
            target.write(part)
        target.flush()
        os.fsync(target.fileno())
    return name


def _plain_name(name: str) -> str:
    """Give a sender's name of a file as one line without folders; its end, which tells its kind, stays."""
    plain = "".join(sign if sign.isprintable() else " " for sign in name.replace("\\", "/").rpartition("/")[2])
    return " ".join(plain.split())[-LONGEST_NAME:] or "unnamed"
