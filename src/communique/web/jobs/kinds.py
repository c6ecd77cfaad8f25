"""The kinds of work, each a function that rooms above add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from communique.web.jobs.models import Job

Tell: TypeAlias = Callable[[str, int, int], None]
"""Tells how far a job is: the step in words, how many are done, of how many (0: not known)."""

Work: TypeAlias = Callable[[Job, Tell], dict[str, Any]]
"""Does a job and gives its result; run twice it does no harm, since a worker may die between its end and its note."""

KINDS: dict[str, Work] = {}


def job_kind(name: str) -> Callable[[Work], Work]:
    """Add a kind of work by its name."""

    def add(work: Work) -> Work:
        KINDS[name] = work
        return work

    return add
