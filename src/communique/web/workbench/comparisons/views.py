"""The pages on two releases: choosing them, the comparison."""

from __future__ import annotations

from itertools import chain

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from communique.db.models import ReleaseRow
from communique.web.accounts.gates import member_of, needs
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.workbench.comparisons.forms import ChooseForm
from communique.web.workbench.comparisons.selectors import (
    KIND,
    comparison_get,
    found_or_told,
    job_underway,
    release_row,
    releases_near,
    releases_paired,
)
from communique.web.workbench.desk.selectors import listed


@require_safe
@needs("workbench.read_release")
def choose(request: HttpRequest) -> HttpResponse:
    """Choose two releases: by search, by name, or among those published about the same day."""
    first, second = (request.GET.get(long) or request.GET.get(short) or "" for long, short in _NAMES)
    if first and second:
        return redirect("workbench:comparison", _row(first).key, _row(second).key)
    form = ChooseForm(request.GET or None)
    words = form.cleaned_data["q"].strip() if form.is_valid() else ""
    chosen = _row(first) if first else None
    found, fault = found_or_told(words, but=first)
    near = releases_near(chosen) if chosen and not words else []
    pairs = () if chosen or words or fault else releases_paired()
    cards = listed([*([chosen] if chosen else []), *found, *near, *chain.from_iterable(pairs)])
    here = cards[:1] if chosen else ()
    rest = cards[len(here) :]
    paired = rest[len(rest) - 2 * len(pairs) :]
    context = {
        "form": form,
        "fault": fault,
        "words": words,
        "chosen": here[0] if here else None,
        "first": first,
        "found": rest[: len(found)],
        "near": rest[len(found) :],
        "pairs": tuple(zip(paired[::2], paired[1::2], strict=True)),
    }
    return render(request, "workbench/compare.html", context)


_NAMES = (("first", "a"), ("second", "b"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.read_release")
def show_comparison(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Show the comparison of two releases that is kept; a POST asks for it to be made."""
    rows = _row(first), _row(second)
    if first == second:
        raise Http404
    if request.method == "POST":
        return redirect("jobs:job", _asked(request, rows).key)
    compared = comparison_get(*rows)
    if compared is None:
        return render(request, "workbench/compare_ask.html", {"cards": listed(rows), "keys": (first, second)})
    context = {
        "compared": compared,
        "article": mark_safe(compared.article),  # noqa: S308 - the renderer of reports escapes all that was captured
        "rows": rows,
    }
    return render(request, "workbench/comparison.html", context)


def _asked(request: HttpRequest, rows: tuple[ReleaseRow, ReleaseRow]) -> Job:
    """Give the work on two releases: that which the reader waits for already, else new work."""
    actor = member_of(request)
    first, second = rows
    underway = job_underway(actor, first.key, second.key)
    if underway is not None:
        return underway
    title = _("Comparing “%(first)s” and “%(second)s”") % {
        "first": (first.title or first.name)[:120],
        "second": (second.title or second.name)[:120],
    }
    return job_add(KIND, title, {"first": first.key, "second": second.key}, actor=actor)


def _row(key: str) -> ReleaseRow:
    row = release_row(key)
    if row is None:
        raise Http404
    return row
