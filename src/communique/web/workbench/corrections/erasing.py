"""Who corrected something and leaves is named no more: their corrections stay, under "a former member"."""

from __future__ import annotations

from typing import Any

from auditlog.models import LogEntry
from django.dispatch import receiver

from communique.db.models import CorrectionRow
from communique.db.store import writing
from communique.web.accounts.models import FORMER, User
from communique.web.accounts.services import erasing
from communique.web.base.corpus import ALIAS
from communique.web.jobs.models import Job
from communique.web.workbench.kept import views_forget

CORRECTED, WITHDREW = "corrected", "withdrew a correction of"
"""The verbs by which the log of writes tells of corrections."""


VIEWS = ("release", "release json")
"""The kinds of kept views that name who corrected a release."""


@receiver(erasing, dispatch_uid="authors of corrections")
def authors_forget(user: User, **_rest: Any) -> None:  # noqa: ANN401 - a receiver of Django's signals
    """Take the name of somebody who leaves from the corrections that the log says are theirs: others may share it."""
    rows = CorrectionRow.objects.using(ALIAS)
    with writing(ALIAS):  # a worker that has one of their corrections in hand comes before or after, not between
        rows.filter(pk__in=_numbers(user, CORRECTED)).update(author=FORMER)
        rows.filter(pk__in=_numbers(user, WITHDREW)).update(withdrawn_by=FORMER)
    for job in Job.objects.filter(actor=user, arguments__has_key="author"):
        job.arguments = {**job.arguments, "author": FORMER}
        job.save(update_fields=["arguments"])
    for kind in VIEWS:
        views_forget(kind)


def authors_forget_left(user: User | None) -> None:
    """Do the same, in the step that keeps a correction, for somebody who left while a worker had it in hand."""
    if user is not None and User.objects.filter(pk=user.pk, erased__isnull=False).exists():
        authors_forget(user)


def _numbers(user: User, verb: str) -> list[int]:
    entries = LogEntry.objects.filter(actor=user, additional_data__verb=verb)
    return [entry.additional_data["correction"] for entry in entries]
