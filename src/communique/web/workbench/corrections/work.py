"""Corrections as work: kept or withdrawn with tallies and scores; done twice they do no harm."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.db.settling import settle_or_leave
from communique.model.corrections import Withdrawal
from communique.web.accounts.journal import note_write
from communique.web.base.corpus import ALIAS, the_corpus, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.workbench.corrections.erasing import CORRECTED, WITHDREW, authors_forget_left
from communique.web.workbench.corrections.services import correction_of
from communique.wiring.corrections import corrections_in


@job_kind("correct")
def keep_correction(job: Job, tell: Tell) -> dict[str, Any]:
    """Keep a correction with all that follows; one that was kept already is left as it is."""
    tell(_("account, tallies and scores"), 0, 0)
    key = job.arguments["release"]
    store = corrections_in(the_corpus(), the_settings())
    account, correction = correction_of(job.arguments)
    made = {(one.correction.item, one.correction.moment) for one in (store.history(key) if store else ())}
    if store is not None and (correction.item, correction.moment) not in made:

        def note(number: int) -> None:
            detail = {"what": correction.what.value, "correction": number}
            note_write(job.actor, CORRECTED, "release", account.release.name, detail)
            authors_forget_left(job.actor)

        store.add(correction, also=note)
    settle_or_leave(ALIAS)  # where an attempt before this one was cut off between the two steps
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
            authors_forget_left(job.actor)

        store.withdraw(key, number, withdrawal, also=note)
    settle_or_leave(ALIAS)
    return _done(key, _("Withdrawn. What extraction gives stands again."))


def _done(key: str, line: str) -> dict[str, Any]:
    return {"address": reverse("workbench:corrections", args=[key]), "lines": [line]}
