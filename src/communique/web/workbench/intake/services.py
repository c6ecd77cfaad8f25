"""Taking what somebody wants added: kept and queued, both or neither."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from communique.web.accounts.models import User
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.workbench.intake.uploads import uploads_drop, uploads_keep

INTAKE = "intake"
EXAMPLE = "example"


def upload_add(files: Sequence[UploadedFile[Any]], *, issuer: str, language: str, actor: User) -> Job:
    """Keep files and queue their reading; once this returns, both are safe though every process dies."""
    kept = uploads_keep(files)
    try:
        title = kept[0]["name"] if len(kept) == 1 else _("%(count)s files") % {"count": len(kept)}
        arguments = {"files": kept, "issuer": issuer, "language": language}
        return job_add(INTAKE, _("Adding %(what)s") % {"what": title}, arguments, actor=actor)
    except BaseException:
        uploads_drop(file["stored"] for file in kept)
        raise


def address_add(address: str, *, issuer: str, language: str, follow: bool, actor: User) -> Job:
    """Queue the fetching and reading of an address."""
    arguments = {"address": address, "issuer": issuer, "language": language, "follow": follow}
    return job_add(INTAKE, _("Adding %(what)s") % {"what": address}, arguments, actor=actor)


def example_add(actor: User) -> Job:
    """Queue the loading of the bundled example."""
    return job_add(EXAMPLE, _("Loading the bundled example"), {}, actor=actor)
