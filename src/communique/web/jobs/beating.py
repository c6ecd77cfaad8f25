"""Saying in the background that a worker lives."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from django.db import DatabaseError, connection
from django.utils import timezone

from communique.web.jobs.models import Job

BEAT = timedelta(seconds=5)
"""How often a worker says that it lives."""

_LOG = logging.getLogger(__name__)


@contextmanager
def beating(job: Job) -> Iterator[None]:
    """Say in the background that the worker lives, as long as the work lasts."""
    if connection.in_atomic_block:  # in a test's transaction nobody else would see it, nor be let write
        yield
        return
    over = Event()
    thread = Thread(target=_beat, args=(job, over), name=f"beat of {job.key}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _beat(job: Job, over: Event) -> None:
    try:
        while not over.wait(BEAT.total_seconds()):
            try:
                Job.objects.filter(pk=job.pk, attempts=job.attempts).update(beat=timezone.now())
            except DatabaseError:
                # A store that is busy or gone for a moment is no reason to fall silent for good.
                _LOG.warning("the beat of job %s could not be noted", job.key, exc_info=True)
                connection.close()
    finally:
        connection.close()
