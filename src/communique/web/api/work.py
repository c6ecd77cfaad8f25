"""Comparisons asked for by programs: made by a worker, kept with the job, the same if made twice."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import Any

from django.urls import reverse

from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.wiring.building import build_tables
from communique.wiring.comparing import Collator
from communique.wiring.deposits import extraction_version
from communique.wiring.precedents import KEPT, engine_of_corpus, with_kept

COMPARISON = "api-comparison"


@job_kind(COMPARISON)
def compare_kept(job: Job, tell: Tell) -> dict[str, Any]:
    """Compare two releases of the store."""
    asked, settings, corpus = job.arguments, the_settings(), the_corpus()
    engine = engine_of_corpus(corpus, settings)
    collator = Collator(
        engine=replace(engine, intake=with_kept(engine.intake, corpus)),
        corpus=corpus,
        version=partial(extraction_version, settings),
        tables=build_tables(settings),
    )
    tell("Comparing", 0, 1)
    (report,) = collator.reports(
        [f"{KEPT}{asked['first']}", f"{KEPT}{asked['second']}"],
        same_side=bool(asked.get("same_side")),
        taken_as_one=bool(asked.get("same_event")),
    )
    record = json.loads(report.json())
    return {
        "address": reverse("api-1:comparison", args=[job.key]),
        "lines": [record["opening"], record["judgement"]],
        "comparison": record,
    }
