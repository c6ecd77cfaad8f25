"""Essays audited against a dossier by a job, and kept with what came of them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.model import Capture
from communique.reports.audits.html import render_audit_body
from communique.reports.audits.labels import summary_label
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.base.corpus import the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.workbench.dossiers.opening import opening_of
from communique.web.workbench.dossiers.selectors import Standing, dossier_find
from communique.web.workbench.linking import with_held_links
from communique.web.workbench.models.dossiers import EssayAudit
from communique.wiring.audits import audit_capture

JOB = "dossier_audit"
LONGEST_TITLE = 300


def audit_ask(standing: Standing, title: str, text: str, *, actor: User) -> Job:
    """Have an essay audited."""
    told = {"name": standing.name, "title": title, "text": text}
    return job_add(JOB, f"{_('Audit')}: {title or standing.dossier.title}", told, actor=actor)


def audit_remove(audit: EssayAudit, name: str, *, actor: User) -> None:
    """Remove an audit."""
    note_write(actor, "remove", "audit", name, {"title": audit.title})
    EssayAudit.objects.filter(pk=audit.pk).delete()


@job_kind(JOB)
def make_audit(job: Job, tell: Tell) -> dict[str, Any]:
    """Audit one essay and keep what came of it, once however often the work is done."""
    tell(_("reading the essay"), 0, 0)
    name, title = str(job.arguments["name"]), str(job.arguments["title"])
    standing = dossier_find(name)
    if standing is None:
        raise CommuniqueError(wanted=f"the dossier {name}", got="none of that name any more")
    text = str(job.arguments["text"])
    written = f"# {' '.join(title.split())}\n\n{text}" if title else text
    capture = Capture(address=_("an essay"), content=written.encode(), media_type="text/markdown", charset="utf-8")
    report = audit_capture(capture, opening_of(standing), the_settings())
    row = EssayAudit(
        job=job.key,
        row=standing.row,
        revision=standing.revision,
        title=(title or report.audit.essay.title or _("An essay"))[:LONGEST_TITLE],
        summary=summary_label(report.audit),
        page=with_held_links(render_audit_body(report.audit, software=report.software)),
        author=job.actor,
    )
    EssayAudit.objects.bulk_create([row], ignore_conflicts=True)
    note_write(job.actor, "add", "audit", name, {"title": row.title})
    kept = EssayAudit.objects.get(job=job.key)
    return {"address": reverse("workbench:dossier_audited", args=[name, kept.pk]), "lines": []}
