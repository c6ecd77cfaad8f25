"""The room's kinds of work: letters, and what is done again and again."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from communique.web.discussion.keeping import comments_prune
from communique.web.discussion.letters import digest_send, forget_send, letter_send, letters_resume
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.jobs.periodic import periodic


@job_kind("discussion.letter")
def send_letter(job: Job, _: Tell) -> dict[str, Any]:
    """Write to the author of a comment, whose address is looked up now and noted nowhere."""
    went = letter_send(int(job.arguments["comment"]), str(job.arguments["letter"]))
    return {"lines": ["sent" if went else "not wanted any more"]}


@job_kind("discussion.forget")
def send_forget(job: Job, _: Tell) -> dict[str, Any]:
    """Send the links to take comments back; the job knows their numbers alone."""
    return {"lines": [f"letters: {forget_send([int(one) for one in job.arguments['comments']])}"]}


@periodic("discussion.prune", every=timedelta(hours=6))
def prune(now: datetime) -> None:
    """Remove what is not to be kept any longer."""
    comments_prune(now)


@periodic("discussion.letters", every=timedelta(minutes=15))
def resume_letters(now: datetime) -> None:
    """Send the letters that a mail server did not take."""
    letters_resume(now)


@periodic("discussion.digest", every=timedelta(days=1))
def tell_editors(_: datetime) -> None:
    """Tell editors what waits for them."""
    digest_send()
