"""Corrections as work: kept or withdrawn with tallies and scores; done twice they do no harm."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.model.corrections import Withdrawal
from communique.web.accounts.journal import note_write
from communique.web.base.corpus import the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.corrections.erasing import CORRECTED, WITHDREW
from communique.web.workbench.corrections.services import correction_of
from communique.wiring.corrections import corrections_in


@job_kind("correct")
def keep_correction(job: Job, tell: Tell) -> dict[str, Any]:
    """Keep a correction with all that follows; one that is kept already is left as it is."""
    tell(_("account, tallies and scores"), 0, 0)
    key = job.arguments["release"]
    store = corrections_in(the_corpus(), the_settings())
    account, correction = correction_of(job.arguments)
    if store is not None and correction not in store.standing((key,)).get(key, ()):

        def note(number: int) -> None:
            detail = {"what": correction.what.value, "correction": number}
            note_write(job.actor, CORRECTED, "release", account.release.name, detail)

        store.add(correction, also=note)
    the_corpus().settle()  # where an attempt before this one was cut off between the two steps
    return _done(key, _("Corrected. Account, tallies and scores follow."))


@job_kind("withdraw correction")
def withdraw_correction(job: Job, tell: Tell) -> dict[str, Any]:
    """Take a correction back with all that follows; one that is withdrawn already is left as it is."""
    tell(_("account, tallies and scores"), 0, 0)
    key, number = job.arguments["release"], job.arguments["number"]
    store = corrections_in(the_corpus(), the_settings())
    moment = datetime.fromisoformat(job.arguments["moment"])
    withdrawal = Withdrawal(author=job.arguments["author"], reason=job.arguments["reason"], moment=moment)
    standing = {one.number for one in (store.history(key) if store else ()) if one.withdrawn is None}
    if store is not None and number in standing:

        def note(number: int) -> None:
            note_write(job.actor, WITHDREW, "release", key, {"correction": number})

        store.withdraw(key, number, withdrawal, also=note)
    the_corpus().settle()
    return _done(key, _("Withdrawn. What extraction gives stands again."))


def _done(key: str, line: str) -> dict[str, Any]:
    return {"address": reverse("workbench:corrections", args=[key]), "lines": [line]}
