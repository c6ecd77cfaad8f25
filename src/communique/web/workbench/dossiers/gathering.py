"""Releases of the store that belong to an episode, sought by a job and proposed with their reasons."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.dossiers.gathering import Proposal
from communique.model import Filing, Role
from communique.web.accounts.models import User
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.workbench.dossiers.selectors import Standing
from communique.wiring.building import build_engine, build_tables
from communique.wiring.gathering import gather

JOB = "dossier_gather"


def gathering_ask(standing: Standing, sides: tuple[str, str], days: tuple[date, date], *, actor: User) -> Job:
    """Have the releases of an episode sought."""
    told = {"name": standing.name, "sides": list(sides), "days": [day.isoformat() for day in days]}
    return job_add(JOB, f"{_('Gather')}: {standing.dossier.title}", told, actor=actor)


@job_kind(JOB)
def seek_releases(job: Job, tell: Tell) -> dict[str, Any]:
    """Seek the releases that belong to an episode between two sides."""
    tell(_("looking through the store"), 0, 0)
    name, (one, other) = str(job.arguments["name"]), job.arguments["sides"]
    first, last = map(date.fromisoformat, job.arguments["days"])
    settings = the_settings()
    found = gather(the_corpus(), sides=(one, other), first=first, last=last, tables=build_tables(settings))
    office = build_engine(settings).office
    return {
        "address": reverse("workbench:dossier_gathered", args=[name, job.key]),
        "lines": [],
        "proposals": [_row(item, office(item.account.release.issuer)) for item in found],
    }


def filing_of(row: dict[str, str]) -> Filing:
    """Give a proposal as it is filed."""
    return Filing(source=row["source"], role=Role(row["role"]), reason=row["reason"])


def _row(proposal: Proposal, office: str) -> dict[str, str]:
    release = proposal.account.release
    day = proposal.account.event.date.day if proposal.account.event.date else release.issued
    return {
        "source": proposal.filing.source,
        "role": proposal.filing.role.value,
        "reason": proposal.filing.reason,
        "title": release.title,
        "language": release.language,
        "key": release.key,
        "issuer": office or release.issuer,
        "day": f"{day:%Y-%m-%d}" if day else "",
    }
