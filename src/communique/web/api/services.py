"""What operations write."""

from __future__ import annotations

from http import HTTPStatus

from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.api.forms import ComparisonAsked
from communique.web.api.problems import ProblemError
from communique.web.api.work import COMPARISON
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.workbench.dossiers.selectors import Standing, dossier_find
from communique.web.workbench.dossiers.services import Deed, dossier_import, dossier_write_text
from communique.web.workbench.models.dossiers import Verb


def comparison_ask(asked: ComparisonAsked, *, actor: User) -> Job:
    """
    Queue the comparison of two releases.

    Raises:
        CommuniqueError: both are one.
    """
    if asked.first == asked.second:
        raise CommuniqueError(wanted="two releases", got="one of them twice")
    arguments = {
        "first": asked.first,
        "second": asked.second,
        "same_side": asked.same_side,
        "same_event": asked.same_event,
    }
    return job_add(COMPARISON, f"Comparing {asked.first[:12]} with {asked.second[:12]}", arguments, actor=actor)


def dossier_put(name: str, text: str, *, read: int | None, actor: User) -> tuple[Standing, bool]:
    """
    Keep the text of a dossier over the revision that was ``read``, None for a new one; tell whether it is new.

    Raises:
        ProblemError: somebody else wrote meanwhile, or there is one of that name already.
        CommuniqueError: the text does not fit the form, or the name is none that a dossier may have.
    """
    standing = dossier_find(name)
    if read is None:
        if standing is not None:
            raise _stale(name, None, standing)
        return dossier_import(name, text, actor=actor, verb=Verb.IMPORTED), True
    if standing is None or standing.revision != read:
        raise _stale(name, read, standing)
    try:
        deed = Deed(actor=actor, verb=Verb.CHANGED)
        return dossier_write_text(standing, text, read=read, deed=deed), False
    except CommuniqueError:
        now = dossier_find(name)
        if now is None or now.revision != read:
            raise _stale(name, read, now) from None
        raise


def _stale(name: str, read: int | None, standing: Standing | None) -> ProblemError:
    return ProblemError(
        HTTPStatus.PRECONDITION_FAILED,
        wanted=f"revision {read} of the dossier {name}" if read is not None else f"a new name for the dossier {name}",
        got=f"revision {standing.revision}" if standing else "none of that name",
        remedy="read it again; nothing was overwritten",
        headers={"ETag": etag_of(standing.revision)} if standing else None,
    )


def etag_of(revision: int, form: str = "") -> str:
    """Give what names a revision of a dossier to programs: the bare number for its text, a mark for other forms."""
    return f'"{revision}-{form}"' if form else f'"{revision}"'
