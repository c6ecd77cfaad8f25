"""The matrix of a dossier: competing explanations weighed, with everything that decides on one page."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from communique.reasoning.catalogue import explanations
from communique.reasoning.proposing import find_parts, find_proposals
from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.dossiers.answers import (
    address_of,
    changed,
    clashes_told,
    frame_of,
    instead,
    saved_words,
    show,
    telling,
)
from communique.web.workbench.dossiers.grid import Grid, compose_grid
from communique.web.workbench.dossiers.opening import keys_of, open_kept
from communique.web.workbench.dossiers.selectors import Standing, dossier_get, revision_list, steps_of
from communique.web.workbench.dossiers.services import Written, dossier_redo, dossier_undo

PART = "matrix"
VIEW = "workbench/matrix_view.html"


@require_safe
@needs("workbench.read_dossier")
def matrix(request: HttpRequest, name: str) -> HttpResponse:
    """Show the matrix, with what the catalogue suggests."""
    standing = dossier_get(name)
    opened = open_kept(standing.dossier)
    grid = compose_grid(opened, analyst=_by(request))
    held = {one.code for one in standing.dossier.hypotheses}
    proposals = [one for one in find_proposals(opened) if one.hypothesis.code not in held and not _dull(one, grid)]
    caused = {one.hypothesis.code for one in proposals}
    guest, host = find_parts(opened)
    others = [one.hypothesis(guest, host) for one in explanations() if one.code not in held | caused and not one.dull]
    context = matrix_context(request, standing, grid)
    offers = grid.offers(member_of(request).name)
    return show(
        request,
        standing,
        "workbench/dossier_matrix.html",
        PART,
        **context,
        proposals=proposals,
        others=others,
        offers=offers,
    )


@require_safe
@needs("workbench.read_dossier")
def view(request: HttpRequest, name: str) -> HttpResponse:
    """Give the matrix alone where it changed since a revision (``?since=``), nothing where it did not."""
    standing = dossier_get(name)
    since = request.GET.get("since", "")
    if since == str(standing.revision):
        return HttpResponse(status=204)
    answer = matrix_alone(request, standing)
    return telling(answer, _others_words(request, standing, int(since))) if since.isdecimal() else answer


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def undo(request: HttpRequest, name: str) -> HttpResponse:
    """Take back one's own last change of the matrix."""
    written = dossier_undo(dossier_get(name), actor=member_of(request), part=PART)
    return stepped(request, name, written, _("Undone."))


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def redo(request: HttpRequest, name: str) -> HttpResponse:
    """Do again what one last took back."""
    written = dossier_redo(dossier_get(name), actor=member_of(request), part=PART)
    return stepped(request, name, written, _("Done again."))


def matrix_context(request: HttpRequest, standing: Standing, grid: Grid) -> dict[str, object]:
    """Give what the matrix alone needs."""
    return {
        "grid": grid,
        "by": _by(request),
        "by_query": f"&{urlencode({'by': _by(request)})}" if _by(request) else "",
        "steps": steps_of(standing, member_of(request), PART),
        "held": keys_of(item.source for item in grid.dossier.evidence),
    }


def matrix_alone(request: HttpRequest, standing: Standing) -> HttpResponse:
    """Render the matrix alone, to take the place of the one on a page, with the revision that its head names."""
    grid = compose_grid(open_kept(standing.dossier), analyst=_by(request))
    context = matrix_context(request, standing, grid) | {"apart": True}
    return render(request, VIEW, frame_of(request, standing, PART) | context)


def edited(request: HttpRequest, name: str, written: Written) -> HttpResponse:
    """Answer an edit: a script gets the matrix as it now stands, a form goes back to the page."""
    if not request.headers.get("HX-Request"):
        by = {"by": _by(request)} if _by(request) else None
        return changed(request, written, reverse("workbench:dossier_matrix", args=[name], query=by))
    answer = matrix_alone(request, written.standing)
    return telling(instead(answer, "#matrix", "outerHTML"), saved_words(written))


def stepped(request: HttpRequest, name: str, written: Written | None, said: str) -> HttpResponse:
    """Answer an undoing or a doing again."""
    if written is not None:
        answer = edited(request, name, written)
        return telling(answer, said) if request.headers.get("HX-Request") else answer
    nothing = _("There is nothing of yours to take back here.")
    if request.headers.get("HX-Request"):
        return telling(HttpResponse(headers={"HX-Reswap": "none"}), nothing)
    standing = dossier_get(name)
    return changed(request, Written(standing=standing, changed=False, joined=False), address_of("dossier_matrix", name))


def _by(request: HttpRequest) -> str:
    return request.GET.get("by", "") or request.POST.get("by", "")


def _dull(proposal: object, grid: Grid) -> bool:
    hypothesis = getattr(proposal, "hypothesis", None)
    return bool(hypothesis and hypothesis.dull and any(one.dull for one in grid.dossier.hypotheses))


def _others_words(request: HttpRequest, standing: Standing, since: int) -> str:
    """Say who changed the dossier since a revision, oneself aside."""
    kept = revision_list(standing).filter(number__gt=since)[:20]
    names = dict.fromkeys(one.author.name for one in kept if one.author and one.author != request.user)
    if not names:
        return ""
    return _("%(names)s changed the dossier: revision %(number)s.") % {
        "names": ", ".join(names),
        "number": standing.revision,
    }
