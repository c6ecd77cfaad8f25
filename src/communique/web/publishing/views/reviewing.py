"""From a draft to what readers see: handed in, reviewed, published, corrected, exported."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from communique.web.accounts.actors import actor_of
from communique.web.accounts.gates import check, needs
from communique.web.publishing.answering import root_of
from communique.web.publishing.evidence.checking import NotReadyError
from communique.web.publishing.exporting import export_files, zip_of
from communique.web.publishing.forms import ChangeForm, CorrectionForm, ReviewForm
from communique.web.publishing.models import Analysis, State
from communique.web.publishing.page import render_preview
from communique.web.publishing.remarks import preview_of, remarks_on
from communique.web.publishing.rules import wrote_in_it, wrote_it
from communique.web.publishing.selectors import publication_of
from communique.web.publishing.services import (
    analysis_correct,
    analysis_publish_later,
    analysis_review,
    analysis_submit,
    analysis_withdraw,
)
from communique.web.publishing.services.writing import draft_of, newest_revision, require_state
from communique.web.publishing.views.desk import readable

_UNREADABLE = 422


@require_POST
@needs("publishing.write_analysis")
def submit_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Hand a draft to a reviewer."""
    analysis = readable(request, number)
    check(request, "publishing.write_analysis", analysis)
    analysis_submit(analysis)
    messages.success(request, _("It waits for a reviewer now."))
    return redirect(analysis)


@require_POST
@needs("publishing.write_analysis")
def withdraw_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Take an analysis back to a draft."""
    analysis = readable(request, number)
    check(request, "publishing.write_analysis", analysis)
    analysis_withdraw(analysis)
    messages.success(request, _("It is a draft again."))
    return redirect(analysis)


@require_http_methods(["GET", "POST"])
@needs("publishing.review_analysis")
def review_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Show an analysis to its reviewer, and note what the reviewer says."""
    analysis = readable(request, number)
    check(request, "publishing.review_analysis", analysis)
    require_state(analysis, State.REVIEW)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        passed = form.cleaned_data["verdict"] == "pass"
        if passed or form.cleaned_data["remarks"]:
            analysis_review(analysis, actor_of(request), passed=passed, remarks=form.cleaned_data["remarks"])
            messages.success(request, _("Your review is noted."))
            return redirect(analysis)
        form.add_error("remarks", _("Say what is to be mended."))
    context = _to_judge(request, analysis) | {"form": form}
    return render(request, "publishing/review.html", context, status=_UNREADABLE if form.errors else 200)


def _to_judge(request: HttpRequest, analysis: Analysis) -> dict[str, object]:
    """Give the text as readers would see it, with all remarks on it."""
    revision = newest_revision(analysis)
    draft = draft_of(revision)
    return {
        "analysis": analysis,
        "revision": revision,
        "preview": render_preview(*preview_of(draft)),
        "remarks": remarks_on(draft),
        "own": wrote_it(request.user, analysis) or wrote_in_it(request.user, analysis),
    }


@require_http_methods(["GET", "POST"])
@needs("publishing.publish_analysis")
def publish_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Show what publishing would refuse, and publish."""
    analysis = readable(request, number)
    check(request, "publishing.publish_analysis", analysis)
    require_state(analysis, State.REVIEWED)
    later = publication_of(analysis) is not None
    form = ChangeForm(request.POST if request.method == "POST" else None, initial={"why": analysis.why})
    context = _to_judge(request, analysis) | {"form": form, "later": later}
    if request.method == "POST" and (not later or form.is_valid()):
        log = form.cleaned_data if later else {"what": "", "why": ""}
        try:
            job = analysis_publish_later(analysis, actor_of(request), what=log["what"], why=log["why"])
        except NotReadyError:
            return render(request, "publishing/publish.html", context, status=_UNREADABLE)
        return redirect("jobs:job", job.key)
    status = _UNREADABLE if later and form.errors else 200
    return render(request, "publishing/publish.html", context, status=status)


@require_http_methods(["GET", "POST"])
@needs("publishing.correct_publication")
def correct_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Open what was published for a correction."""
    analysis = readable(request, number)
    check(request, "publishing.correct_publication", analysis)
    form = CorrectionForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        analysis_correct(analysis, why=form.cleaned_data["why"])
        messages.success(request, _("It is open for a correction; readers see the last version until the next."))
        return redirect(analysis)
    context = {"analysis": analysis, "form": form, "published": publication_of(analysis)}
    return render(request, "publishing/correct.html", context, status=_UNREADABLE if form.errors else 200)


@require_GET
@needs("publishing.read_draft")
def export_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Give all that is published of an analysis as a folder of files, packed."""
    analysis = readable(request, number)
    publication = publication_of(analysis)
    require_state(analysis, *(tuple(State) if publication else (State.PUBLISHED,)))
    packed = zip_of(export_files(analysis.publication, root=root_of(request)), folder=analysis.slug)
    return HttpResponse(
        packed,
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{analysis.slug}.zip"'},
    )
