"""Adding work, and doing it so that a killed worker loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Event
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.models import User
from communique.web.base.refusals import refusal_words
from communique.web.jobs.beating import BEAT, beating
from communique.web.jobs.kinds import KINDS, Tell
from communique.web.jobs.models import Job, State

SILENCE = timedelta(seconds=30)
"""How long a worker may say nothing before its job is taken up again."""

MOST_ATTEMPTS = 3

STOPPING = Event()
"""Set where this process is to stop: a job is left at its next step, and waits for another worker."""

_LOG = logging.getLogger(__name__)


class LeaveOffError(Exception):
    """The job is left where it is: the worker is to stop, or another one has the job by now."""


def job_add(kind: str, title: str, arguments: Mapping[str, Any], *, actor: User | None) -> Job:
    """Keep a piece of work and queue it, both or neither; what was acknowledged is done even if every process dies."""
    with transaction.atomic():
        job = Job.objects.create(
            kind=kind, title=title[:300], arguments=dict(arguments), actor=actor, language=get_language() or ""
        )
        run_job.enqueue(str(job.key))
    return job


@task()
def run_job(key: str) -> None:
    """Do one job, unless another worker has it or it is over."""
    job_run(UUID(key), stopping=STOPPING.is_set)


def job_run(key: UUID, *, stopping: Callable[[], bool] = lambda: False) -> None:
    """Do one job, unless another worker has it or it is over; where this worker is to stop, it waits for another."""
    job = _claimed(key)
    if job is not None:
        with _in_its_language(job):
            _do(job, stopping)


def _do(job: Job, stopping: Callable[[], bool]) -> None:
    try:
        with acting(job.actor), beating(job):
            result = KINDS[job.kind](job, _teller(job, stopping))
    except LeaveOffError:
        _released(job)
    except CommuniqueError as error:
        _ended(job, State.FAILED, fault=refusal_words(error))
    except Exception as error:  # noqa: BLE001 - it stands in the log, and whoever asked is told
        _LOG.exception("job %s (%s) failed", job.key, job.kind)
        fault = _("a fault of ours (%(kind)s); it stands in the log") % {"kind": type(error).__name__}
        _ended(job, State.FAILED, fault=fault)
    else:
        _ended(job, State.DONE, result=result)


def jobs_resume(*, now: datetime | None = None) -> int:
    """Queue anew what a worker left when it fell silent, and what was kept but is in no queue; give how many."""
    now = now or timezone.now()
    silent = Q(state=State.RUNNING) & (Q(beat__lt=now - SILENCE) | Q(beat=None))
    forgotten = Q(state=State.QUEUED, created__lt=now - SILENCE) & (Q(beat__lt=now - SILENCE) | Q(beat=None))
    return sum(_resumed(job, now) for job in Job.objects.filter(silent | forgotten))


def _in_its_language(job: Job) -> override:
    """Let what is told be in the language of whoever asked for the job."""
    return override(job.language or settings.LANGUAGE_CODE)


def _resumed(job: Job, now: datetime) -> bool:
    if job.state == State.QUEUED and _is_queued(job):
        return False
    if job.attempts >= MOST_ATTEMPTS:
        with _in_its_language(job):
            told = _("given up after %(number)s attempts: each worker fell silent") % {"number": job.attempts}
        _ended(job, State.FAILED, fault=told)
        return False
    with transaction.atomic():
        # The beat tells a second watcher that this one was here.
        if not _held(job).filter(beat=job.beat).update(state=State.QUEUED, beat=now):
            return False
        run_job.enqueue(str(job.key))
    _LOG.warning("job %s (%s) is taken up again: its worker fell silent", job.key, job.kind)
    return True


def _is_queued(job: Job) -> bool:
    """Tell whether a job only waits for others to finish."""
    return DBTaskResult.objects.filter(
        status=TaskResultStatus.READY, task_path=run_job.module_path, args_kwargs__args__0=str(job.key)
    ).exists()


def _claimed(key: UUID) -> Job | None:
    claimed = Job.objects.filter(pk=key, state=State.QUEUED).update(
        state=State.RUNNING, beat=timezone.now(), attempts=F("attempts") + 1
    )
    return Job.objects.get(pk=key) if claimed else None


def _teller(job: Job, stopping: Callable[[], bool]) -> Tell:
    """Give what notes how far a job is, not more often than readers look."""
    last: list[datetime] = []

    def tell(step: str, done: int, total: int) -> None:
        if stopping():
            raise LeaveOffError
        now = timezone.now()
        if last and step == job.step and now - last[-1] < BEAT / 10 and done < total:
            return
        last[:] = [now]
        job.step, job.done, job.total = step[:300], done, total
        if not _held(job).update(step=job.step, done=done, total=total, beat=now):
            raise LeaveOffError

    return tell


def _held(job: Job) -> Any:  # noqa: ANN401 - a set of rows of one job
    """Give the job as long as it is still this attempt that holds it."""
    return Job.objects.filter(pk=job.pk, state=job.state, attempts=job.attempts)


def _released(job: Job) -> None:
    """Hand a job back, as if this attempt had not been; one that another worker has is left to it."""
    with transaction.atomic():
        if _held(job).update(state=State.QUEUED, beat=timezone.now(), attempts=F("attempts") - 1):
            run_job.enqueue(str(job.key))


def _ended(job: Job, state: State, *, result: Mapping[str, Any] | None = None, fault: str = "") -> None:
    _held(job).update(state=state, result=dict(result or {}), fault=fault, ended=timezone.now(), beat=timezone.now())
