"""Timelines of the fictional episode, ready for reports."""

from __future__ import annotations

from functools import cache

from communique.dossiers.opened import OpenDossier
from communique.dossiers.timeline import draw_up_timeline
from communique.model import Role
from communique.reports.timelines.report import TimelineReport
from unit.dossiers.timeline_episode import beside, dossier_of, episode, filed, talks, talks_there
from unit.fictional import tables

OFFICES = (("xa-president", "President of Arvenia"), ("xv-government", "Government of Velmark"))


def report_of(opened: OpenDossier) -> TimelineReport:
    """Report on a dossier."""
    timeline = draw_up_timeline(opened, tables=tables())
    return TimelineReport(timeline=timeline, offices=OFFICES, software="communique 0")


@cache
def whole() -> TimelineReport:
    """Report on the whole episode."""
    return report_of(episode())


@cache
def crowded() -> TimelineReport:
    """Report on talks beside which so much went on that a plot cannot name it all."""
    parallel = (
        filed(beside(day, hour, f" and whatever else fills a long headline, number {n}"), Role.PARALLEL)
        for n, (day, hour) in enumerate((day, hour) for day in (13, 14, 16, 17) for hour in range(8, 20))
    )
    return report_of(dossier_of(filed(talks()), filed(talks_there()), *parallel))


@cache
def bare() -> TimelineReport:
    """Report on a dossier of nothing."""
    return report_of(dossier_of())


REPORTS = (whole, crowded, bare)
