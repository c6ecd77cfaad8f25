"""What is done again and again: duties that rooms add, each done by one worker at a time, and not oftener than said."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from django.db import DatabaseError, connection
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.jobs.models import DutyRun

Work: TypeAlias = Callable[[datetime], object]
"""Does a duty as of a moment; done twice it does no harm."""

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something done again and again, not oftener than ``every``."""

    name: str
    every: timedelta
    work: Work


DUTIES: dict[str, Duty] = {}


def periodic(name: str, *, every: timedelta) -> Callable[[Work], Work]:
    """Add a duty by its name: the worker does it every so often, with the time as its argument."""

    def add(work: Work) -> Work:
        DUTIES[name] = Duty(name=name, every=every, work=work)
        return work

    return add


def duties_do(*, now: datetime | None = None) -> tuple[str, ...]:
    """Do what is due, and give the names of what was done; a duty that fails is logged and waits for its next time."""
    now = now or timezone.now()
    return tuple(duty.name for duty in list(DUTIES.values()) if _claimed(duty, now) and _done(duty, now))


def _claimed(duty: Duty, now: datetime) -> bool:
    """Take a duty that is due, so that no other worker does it too; a clock that was put back holds up nothing."""
    last = DutyRun.objects.filter(pk=duty.name).values_list("last", flat=True).first()
    if last is None:
        return DutyRun.objects.get_or_create(name=duty.name, defaults={"last": now})[1]
    if now - duty.every < last <= now:
        return False
    return bool(DutyRun.objects.filter(pk=duty.name, last=last).update(last=now))


def _done(duty: Duty, now: datetime) -> bool:
    try:
        duty.work(now)
    except (CommuniqueError, DatabaseError, OSError):
        _LOG.exception("the duty “%s” failed; it is tried again in %s", duty.name, duty.every)
        connection.close_if_unusable_or_obsolete()
        return False
    return True
