"""Adding work, and doing it so that a killed worker loses nothing."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone
from django_tasks import task

from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.jobs.kinds import KINDS
from communique.web.jobs.models import Job, State

SILENCE = timedelta(seconds=90)
"""How long a worker may say nothing before its job is taken up again."""

MOST_ATTEMPTS = 3
_BEAT = timedelta(seconds=5)
_LOG = logging.getLogger(__name__)


def job_add(kind: str, title: str, arguments: Mapping[str, Any], *, actor: User | None) -> Job:
    """Keep a piece of work and queue it, both or neither; what was acknowledged is done even if every process dies."""
    with transaction.atomic():
        job = Job.objects.create(kind=kind, title=title[:300], arguments=dict(arguments), actor=actor)
        run_job.enqueue(str(job.key))
    return job


@task()
def run_job(key: str) -> None:
    """Do one job, unless another worker has it or it is over."""
    job = _claimed(UUID(key))
    if job is None:
        return
    try:
        with _beating(job):
            result = KINDS[job.kind](job, _teller(job))
    except CommuniqueError as error:
        _ended(job, State.FAILED, fault=str(error))
    except Exception as error:  # noqa: BLE001 - it stands in the log, and whoever asked is told
        _LOG.exception("job %s (%s) failed", job.key, job.kind)
        _ended(job, State.FAILED, fault=f"a fault of ours ({type(error).__name__}); it stands in the log")
    else:
        _ended(job, State.DONE, result=result)


def jobs_resume(*, now: datetime | None = None) -> int:
    """Queue anew what a worker left when it fell silent, and what was kept but is in no queue; give how many."""
    now = now or timezone.now()
    silent = Q(state=State.RUNNING) & (Q(beat__lt=now - SILENCE) | Q(beat=None))
    forgotten = Q(state=State.QUEUED, created__lt=now - SILENCE) & (Q(beat__lt=now - SILENCE) | Q(beat=None))
    resumed = 0
    for job in Job.objects.filter(silent | forgotten):
        if job.attempts >= MOST_ATTEMPTS:
            _ended(job, State.FAILED, fault=f"given up after {job.attempts} attempts: each worker fell silent")
            continue
        with transaction.atomic():
            # The beat tells a second watcher that this one was here.
            if Job.objects.filter(pk=job.pk, state=job.state, beat=job.beat).update(state=State.QUEUED, beat=now):
                run_job.enqueue(str(job.key))
                resumed += 1
    return resumed


@contextmanager
def _beating(job: Job) -> Iterator[None]:
    """Say in the background that the worker lives, as long as the work lasts."""
    over = Event()

    def beat() -> None:
        try:
            while not over.wait(_BEAT.total_seconds()):
                Job.objects.filter(pk=job.pk).update(beat=timezone.now())
        finally:
            connection.close()

    thread = Thread(target=beat, name=f"beat of {job.key}", daemon=True)
    if connection.in_atomic_block:  # in a test's transaction nobody else would see it, nor be let write
        yield
        return
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _claimed(key: UUID) -> Job | None:
    claimed = Job.objects.filter(pk=key, state=State.QUEUED).update(
        state=State.RUNNING, beat=timezone.now(), attempts=F("attempts") + 1
    )
    return Job.objects.get(pk=key) if claimed else None


def _teller(job: Job) -> Callable[[str, int, int], None]:
    """Give what notes how far a job is, not more often than readers look."""
    last: list[datetime] = []

    def tell(step: str, done: int, total: int) -> None:
        now = timezone.now()
        if last and step == job.step and now - last[-1] < _BEAT / 10 and done < total:
            return
        last[:] = [now]
        job.step, job.done, job.total = step[:300], done, total
        Job.objects.filter(pk=job.pk).update(step=job.step, done=done, total=total, beat=now)

    return tell


def _ended(job: Job, state: State, *, result: Mapping[str, Any] | None = None, fault: str = "") -> None:
    Job.objects.filter(pk=job.pk).update(
        state=state, result=dict(result or {}), fault=fault, ended=timezone.now(), beat=timezone.now()
    )
