"""The worker: takes queued work one by one, does what is due, takes up what others left, and stops in good order."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from secrets import token_hex
from threading import Event

from django.db import close_old_connections
from django.db.utils import InterfaceError, OperationalError
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from communique.web.jobs.periodic import duties_do, periodic
from communique.web.jobs.services import STOPPING, jobs_resume

RESUMING = "what was left is taken up again"
"""The duty that is done oftenest: when it was done last tells whether a worker lives."""

RESUMING_EVERY = timedelta(seconds=10)
KEPT_NOTES = timedelta(days=7)
"""How long the queue's own note of a task is kept; what came of it stands with the job."""

_PAUSE = 0.5
_PATIENCE = 5.0
_BACKEND = "default"
_LOG = logging.getLogger(__name__)


@periodic(RESUMING, every=RESUMING_EVERY)
def resume(now: datetime) -> None:
    """Take up again what a worker left when it fell silent."""
    jobs_resume(now=now)


@periodic("notes of the queue are cleared", every=timedelta(hours=6))
def clear_notes(now: datetime) -> None:
    """Forget the queue's notes of tasks that are over, or whose worker died long ago."""
    old = DBTaskResult.objects.filter(enqueued_at__lt=now - KEPT_NOTES)
    old.exclude(status=TaskResultStatus.READY).delete()


@periodic("sessions are cleared", every=timedelta(hours=12))
def clear_sessions(now: datetime) -> None:
    """Forget the sessions of readers that have run out."""
    from django.contrib.sessions.models import Session  # noqa: PLC0415 - a table of its own, asked for twice a day

    Session.objects.filter(expire_date__lt=now).delete()


def work(stop: Event = STOPPING, *, once: bool = False) -> int:
    """
    Do queued work and duties until told to stop, or (``once``) until nothing is queued; give how many tasks were taken.

    A store that is gone for a moment is waited for.
    """
    done = 0
    name = token_hex(8)
    while not stop.is_set():
        try:
            close_old_connections()
            duties_do()
            taken = _take_one(name)
            done += taken
        except (OperationalError, InterfaceError):
            _LOG.warning("the store does not answer; asking again in %s s", _PATIENCE, exc_info=True)
            stop.wait(_PATIENCE)
            continue
        if not taken:
            if once:
                break
            stop.wait(_PAUSE)
    return done


def _take_one(name: str) -> int:
    """Take one task from the queue and do it; first a look without a lock, so that waiting costs others nothing."""
    if not DBTaskResult.objects.filter(status=TaskResultStatus.READY, backend_name=_BACKEND).exists():
        return 0
    worker = Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=_BACKEND,
        startup_delay=False,
        max_tasks=1,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.run()
    return worker._run_tasks  # noqa: SLF001 - the library counts, and says it nowhere else
