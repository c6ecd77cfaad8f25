"""The page of one analysis, to be written, or read where it waits; and who stands before it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from communique.web.accounts.actors import actor_of
from communique.web.accounts.gates import check
from communique.web.publishing import selectors
from communique.web.publishing.forms import WritingForm
from communique.web.publishing.models import Analysis, State
from communique.web.publishing.page import render_preview
from communique.web.publishing.remarks import preview_of
from communique.web.publishing.services.writing import draft_of, newest_revision


def readable(request: HttpRequest, number: int) -> Analysis:
    """Give an analysis that the user may read, or refuse."""
    analysis = selectors.analysis_get(number)
    check(request, "publishing.read_draft", analysis)
    return analysis


def render_desk(
    request: HttpRequest, analysis: Analysis, form: WritingForm, *, status: int = 200, **context: object
) -> HttpResponse:
    """Show the page where an analysis is written, or read where it is no draft."""
    user = actor_of(request)
    may_write = analysis.state == State.DRAFT and user.has_perm("publishing.write_analysis", analysis)
    newest = newest_revision(analysis)
    if not may_write:
        context["preview"] = render_preview(*preview_of(draft_of(newest)))
    whole = {
        "analysis": analysis,
        "form": form,
        "newest": newest,
        "may_write": may_write,
        "published": getattr(analysis, "publication", None),
        "reviews": selectors.review_list(analysis)[:3],
        "coauthors": analysis.coauthors.order_by("name"),
        "may_review": analysis.state == State.REVIEW and user.has_perm("publishing.review_analysis", analysis),
        "may_publish": analysis.state == State.REVIEWED and user.has_perm("publishing.publish_analysis", analysis),
        "may_correct": user.has_perm("publishing.correct_publication", analysis),
        "may_withdraw": analysis.state in {State.REVIEW, State.REVIEWED}
        and user.has_perm("publishing.write_analysis", analysis),
        **context,
    }
    return render(request, "publishing/desk.html" if may_write else "publishing/waiting.html", whole, status=status)
