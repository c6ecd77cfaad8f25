"""Work of the room that takes longer than a page may: publishing."""

from __future__ import annotations

from typing import Any

from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.publishing.models import Analysis, PublishedVersion
from communique.web.publishing.services.publishing import PUBLISH, analysis_publish


@job_kind(PUBLISH)
def publish(job: Job, tell: Tell) -> dict[str, Any]:
    """Publish a reviewed revision; one that is published already is not published twice."""
    analysis = Analysis.objects.get(pk=job.arguments["analysis"])
    done = PublishedVersion.objects.filter(
        revision__analysis=analysis, revision__number=job.arguments["revision"]
    ).select_related("publication")
    version = done.first() or analysis_publish(
        analysis, what=job.arguments["what"], why=job.arguments["why"], tell=tell
    )
    return {"address": version.publication.get_absolute_url(), "lines": []}
