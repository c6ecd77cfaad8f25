"""Who may look at a job: whoever asked for it, and editors."""

from __future__ import annotations

from typing import Any

from communique.web.accounts.permitting import allow, predicate
from communique.web.accounts.predicates import is_editor, is_reader


@predicate
def asked_for(user: Any, job: Any) -> bool:  # noqa: ANN401 - what the library calls with
    """Whoever asked for the job."""
    return job is not None and job.actor_id == user.pk


allow("jobs.read_job", is_reader & (asked_for | is_editor))
