"""Parts of a dossier that take long to make: made by a job, kept until what they were made from changes."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Final, TypeAlias

from django.utils import timezone
from django.utils.translation import gettext as _

from communique.model import Evidence
from communique.reasoning.evidence import evidence_from_filed, evidence_from_notices
from communique.reports.protocols.html import render_protocol_body
from communique.reports.timelines.html import render_timeline_body
from communique.reports.timelines.layout import NARROW
from communique.reports.timelines.plot import render_timeline_svg
from communique.web.accounts.models import User
from communique.web.base.corpus import stamp, the_settings
from communique.web.jobs.kinds import Tell, job_kind
from communique.web.jobs.models import Job, State
from communique.web.jobs.services import job_add
from communique.web.workbench.dossiers.opening import opening_of
from communique.web.workbench.dossiers.selectors import Standing, dossier_find
from communique.web.workbench.linking import with_held_links
from communique.web.workbench.models.kept_views import KeptView
from communique.wiring.dossier_views import report_protocol, report_timeline
from communique.wiring.dossiers import Opening
from communique.wiring.engine import SOFTWARE

JOB = "dossier_sheet"

FORM = "2"
"""Rises whenever what is kept of a sheet comes out otherwise."""

Content: TypeAlias = dict[str, Any]
"""What is kept of a sheet: pictures and fragments of pages, or rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """
    A part of a dossier as it was last made.

    ``fresh`` tells that nothing has changed since; ``waits`` that it is being made anew, ``fault`` why it could not be.
    """

    content: Content | None = None
    made: datetime | None = None
    fresh: bool = False
    waits: bool = False
    fault: str = ""


def _timeline(opening: Opening) -> Content:
    report = report_timeline(opening, the_settings())
    return {
        "wide": render_timeline_svg(report, prefix="w-", captioned=False),
        "narrow": render_timeline_svg(report, width=NARROW, prefix="n-", captioned=False),
        "body": with_held_links(render_timeline_body(report)),
        "moments": len(report.timeline.moments),
    }


def _protocol(opening: Opening) -> Content:
    return {"body": with_held_links(render_protocol_body(report_protocol(opening, the_settings())))}


def _findings(opening: Opening) -> Content:
    """Give every finding on the releases of the episode as evidence, release by release."""
    found = []
    for filed in opening.opened.filed:
        findings = opening.engine.report_of(filed.account).findings
        evidence = evidence_from_filed([(filed, findings)])
        grades = [finding.grade.value for finding in findings]
        rows = [asdict(item) | {"found": grade} for item, grade in zip(evidence, grades, strict=True)]
        release = filed.account.release
        found.append({"title": release.title, "key": release.key, "source": filed.filing.source, "rows": rows})
    notices = [asdict(item) | {"found": ""} for item in evidence_from_notices(opening.opened)]
    return {"releases": found, "notices": notices}


KINDS: Final[Mapping[str, Callable[[Opening], Content]]] = {
    "timeline": _timeline,
    "protocol": _protocol,
    "findings": _findings,
}


def evidence_of(content: Content) -> tuple[Evidence, ...]:
    """Give the findings of a sheet as evidence."""
    rows = [*(row for release in content["releases"] for row in release["rows"]), *content["notices"]]
    return tuple(Evidence(**{name: value for name, value in row.items() if name != "found"}) for row in rows)


def sheet_print(standing: Standing, kind: str) -> str:
    """Give words that change whenever a sheet would come out otherwise: what it is made from, and by what."""
    dossier = standing.dossier
    made_from = (
        SOFTWARE,
        FORM,
        kind,
        standing.row,
        dossier.title,
        dossier.first,
        dossier.last,
        dossier.sides,
        dossier.filings,
        dossier.exhibits,
        stamp(),
    )
    return hashlib.sha256(repr(made_from).encode()).hexdigest()[:32]


def sheet_ask(standing: Standing, kind: str, *, actor: User | None) -> Sheet:
    """Give a sheet as it was last made, and have it made anew where it is not fresh."""
    wanted = sheet_print(standing, kind)
    kept = _kept(standing, kind, wanted)
    if kept.fresh:
        return kept
    told = {"name": standing.name, "kind": kind, "print": wanted}
    last = Job.objects.filter(kind=JOB, arguments=told).order_by("-created").first()
    if last is not None and last.state == State.FAILED:
        return _with(kept, fault=last.fault)
    if last is None or last.state == State.DONE:
        job_add(JOB, _title(standing, kind), told, actor=actor)
        kept = _kept(standing, kind, wanted)
    return kept if kept.fresh else _with(kept, waits=True)


def sheet_again(standing: Standing, kind: str) -> None:
    """Forget that a sheet could not be made, so that it is tried again."""
    told = {"name": standing.name, "kind": kind, "print": sheet_print(standing, kind)}
    Job.objects.filter(kind=JOB, arguments=told, state=State.FAILED).delete()


def sheet_kept(standing: Standing, kind: str) -> Sheet:
    """Give a sheet as it was last made, fresh or not, and make nothing."""
    return _kept(standing, kind, sheet_print(standing, kind))


@job_kind(JOB)
def make_sheet(job: Job, tell: Tell) -> dict[str, Any]:
    """Make one sheet and keep it, in the place of the last."""
    tell(_("reading the releases"), 0, 0)
    standing = dossier_find(str(job.arguments["name"]))
    if standing is None:
        return {"lines": [_("There is no such dossier any more.")]}
    kind = str(job.arguments["kind"])
    made_from = sheet_print(standing, kind)
    content = KINDS[kind](opening_of(standing))
    row = KeptView(
        kind=f"dossier {kind}",
        key=standing.name,
        stamp=made_from,
        content=zlib.compress(json.dumps(content, ensure_ascii=False).encode()),
        made=timezone.now(),
    )
    KeptView.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["kind", "key"], update_fields=["stamp", "content", "made"]
    )
    return {"lines": []}


def _kept(standing: Standing, kind: str, wanted: str) -> Sheet:
    row = KeptView.objects.filter(kind=f"dossier {kind}", key=standing.name).first()
    if row is None:
        return Sheet()
    content = json.loads(zlib.decompress(bytes(row.content)))
    return Sheet(content=content, made=row.made, fresh=row.stamp == wanted)


def _with(sheet: Sheet, *, waits: bool = False, fault: str = "") -> Sheet:
    return Sheet(content=sheet.content, made=sheet.made, waits=waits, fault=fault)


def _title(standing: Standing, kind: str) -> str:
    names = {"timeline": _("Timeline"), "protocol": _("Roster"), "findings": _("Findings")}
    return f"{names[kind]}: {standing.dossier.title}"
