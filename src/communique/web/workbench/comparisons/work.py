"""Comparing two releases as work: models load in the worker, the result is kept for everybody."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.reports.comparisons.html import render_article
from communique.reports.comparisons.verdict import find_judgement, find_opening
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.comparisons.selectors import KIND, comparison_key, comparison_stamp, release_row
from communique.web.workbench.kept import view_keep
from communique.wiring.building import build_tables
from communique.wiring.comparing import Collator, vectors_for
from communique.wiring.deposits import extraction_version
from communique.wiring.precedents import collating_engine


@job_kind(KIND)
def compare_releases(job: Job, tell: Tell) -> dict[str, Any]:
    """Compare two releases and keep the result under both keys."""
    keys = (job.arguments["first"], job.arguments["second"])
    first, second = (release_row(key) for key in keys)
    if first is None or second is None:
        raise CommuniqueError(wanted="two releases of the corpus", got="one that is not there")
    stamp = comparison_stamp(first, second)
    tell(_("loading the models"), 0, 0)
    corpus, settings = the_corpus(), the_settings()
    collator = Collator(
        engine=collating_engine(corpus, settings),
        corpus=corpus,
        version=partial(extraction_version, settings),
        vectors=vectors_for,
        tables=build_tables(settings),
    )
    tell(_("comparing the two texts"), 0, 0)
    report = next(collator.reports([f"corpus:{key}" for key in keys]))
    opening = find_opening(report)
    made = {"article": render_article(report), "head": opening.head, "judgement": find_judgement(report)}
    view_keep(KIND, comparison_key(*keys), stamp, json.dumps(made))
    return {"address": reverse("workbench:comparison", args=keys), "lines": []}
