"""Who corrected something and leaves is named no more: their corrections stay, under "a former member"."""

from __future__ import annotations

from typing import Any

from auditlog.models import LogEntry
from django.dispatch import receiver

from communique.db.models import CorrectionRow
from communique.web.accounts.models import FORMER, User
from communique.web.accounts.services import erasing
from communique.web.base.corpus import ALIAS
from communique.web.jobs.models import Job

CORRECTED, WITHDREW = "corrected", "withdrew a correction of"
"""The verbs by which the log of writes tells of corrections."""


@receiver(erasing, dispatch_uid="authors of corrections")
def authors_forget(user: User, **_rest: Any) -> None:  # noqa: ANN401 - a receiver of Django's signals
    """Take the name of somebody who leaves from the corrections that the log says are theirs: others may share it."""
    rows = CorrectionRow.objects.using(ALIAS)
    rows.filter(pk__in=_numbers(user, CORRECTED)).update(author=FORMER)
    rows.filter(pk__in=_numbers(user, WITHDREW)).update(withdrawn_by=FORMER)
    for job in Job.objects.filter(actor=user, arguments__has_key="author"):
        job.arguments = {**job.arguments, "author": FORMER}
        job.save(update_fields=["arguments"])


def _numbers(user: User, verb: str) -> list[int]:
    entries = LogEntry.objects.filter(actor=user, additional_data__verb=verb)
    return [entry.additional_data["correction"] for entry in entries]
