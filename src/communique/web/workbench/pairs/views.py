"""The pages on pairs of states: the list, one pair, its drawings."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from communique.precedent.pairs import Pair
from communique.web.accounts.gates import member_of, needs
from communique.web.jobs.models import Job, State
from communique.web.jobs.services import job_add
from communique.web.workbench.pairs.selectors import KIND, figures_get, marks_of, pair_get, pairs_list, years_of
from communique.web.workbench.pairs.work import CONTACTS

ON_A_PAGE = 60
LONGEST_WORDS = 100
DRAWN = "default-src 'none'; style-src 'unsafe-inline'"
"""The policy of a drawing: its own styles, and nothing else."""


@require_safe
@needs("workbench.read_release")
def list_pairs(request: HttpRequest) -> HttpResponse:
    """List the pairs with contacts in the corpus."""
    words = request.GET.get("q", "")[:LONGEST_WORDS]
    page = Paginator(pairs_list(words), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "workbench/pairs.html", {"page_obj": page, "words": words})


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.read_release")
def show_pair(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Show a pair over time; a POST asks for its drawings and formulas."""
    if one > other:
        return redirect("workbench:pair", other, one)
    pair = pair_get(one, other)
    if pair is None:
        raise Http404
    if request.method == "POST":
        return redirect("jobs:job", _asked(request, pair).key)
    return render(request, "workbench/pair.html", _shown(pair))


@require_safe
@needs("workbench.read_release")
def draw_pair(request: HttpRequest, one: str, other: str, name: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Give a drawing of a pair that is kept."""
    figures = figures_get((one, other))
    if figures is None or name not in figures.drawn:
        raise Http404
    headers = {"Content-Security-Policy": DRAWN, "Cache-Control": "private, max-age=300"}
    return HttpResponse(figures.drawn[name], content_type="image/svg+xml", headers=headers)


def _shown(pair: Pair) -> dict[str, Any]:
    marks = marks_of(pair)
    calls = sum(mark.call for mark in marks)
    return {
        "pair": pair,
        "marks": marks,
        "calls": calls,
        "met": len(marks) - calls,
        "years": years_of(pair),
        "lost": sum(gap.lost for gap in pair.gaps),
        "figures": figures_get(pair.codes),
        "contacts": CONTACTS,
    }


def _asked(request: HttpRequest, pair: Pair) -> Job:
    """Give the work on a pair: that which the reader waits for already, else new work."""
    actor = member_of(request)
    wanted = {"one": pair.codes[0], "other": pair.codes[1]}
    mine = Job.objects.filter(kind=KIND, actor=actor, state__in=[State.QUEUED, State.RUNNING])
    underway = next((job for job in mine.order_by("-created")[:20] if job.arguments == wanted), None)
    if underway is not None:
        return underway
    title = _("Drawing %(one)s and %(other)s") % {"one": pair.names[0], "other": pair.names[1]}
    return job_add(KIND, title, wanted, actor=actor)
