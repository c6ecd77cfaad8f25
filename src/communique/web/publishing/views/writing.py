"""Writing an analysis: saved by itself, with remarks, a preview and a picker of evidence beside it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from communique.reasoning.prose import sentence_splitter
from communique.web.accounts.actors import actor_of
from communique.web.accounts.gates import check, needs
from communique.web.accounts.models import User
from communique.web.publishing import selectors
from communique.web.publishing.demo import demo_analysis_add
from communique.web.publishing.forms import BeginningForm, CoauthorForm, WritingForm
from communique.web.publishing.markup.diffing import find_changes
from communique.web.publishing.markup.reading import read_text
from communique.web.publishing.models import Analysis, Revision, State
from communique.web.publishing.page import render_preview
from communique.web.publishing.picking import insert_link, link_to
from communique.web.publishing.remarks import preview_of, remarks_on
from communique.web.publishing.services import (
    StaleError,
    analysis_add,
    analysis_coauthor_add,
    analysis_hand_in,
    analysis_restore,
    analysis_revise,
)
from communique.web.publishing.services.writing import newest_revision
from communique.web.publishing.views.desk import readable, render_desk
from communique.web.workbench.desk.selectors import offices_named

PER_PAGE = 30
_STALE = 409
_UNREADABLE = 422


@require_GET
@needs("publishing.read_draft")
def list_analyses(request: HttpRequest) -> HttpResponse:
    """List the analyses that somebody may read."""
    found = selectors.analysis_list_of(actor_of(request))
    state = request.GET.get("state", "")
    if state in State:
        found = found.filter(state=state)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "publishing/analyses.html", {"page_obj": page, "states": State, "state": state})


@require_http_methods(["GET", "POST"])
@needs("publishing.write_analysis")
def add_analysis(request: HttpRequest) -> HttpResponse:
    """Begin an analysis, of a dossier where the address names one."""
    begun = {name: request.GET[name] for name in ("title", "dossier") if name in request.GET}
    form = BeginningForm(request.POST if request.method == "POST" else None, initial=begun)
    if form.is_valid():
        return redirect(analysis_add(actor_of(request), form.draft(), dossier=form.cleaned_data["dossier"]))
    return render(request, "publishing/new.html", {"form": form}, status=_UNREADABLE if form.errors else 200)


@require_POST
@needs("publishing.write_analysis")
def add_demo(request: HttpRequest) -> HttpResponse:
    """Begin the bundled analysis of fictional states."""
    return redirect(demo_analysis_add(actor_of(request)))


@require_http_methods(["GET", "POST"])
@needs("publishing.read_draft")
def write_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Show an analysis to be written, and save what was typed; the later of two writers sees both texts."""
    analysis = readable(request, number)
    if request.method != "POST":
        form = WritingForm.of(newest_revision(analysis))
        return render_desk(request, analysis, form)
    check(request, "publishing.write_analysis", analysis)
    form = WritingForm(request.POST)
    if not form.is_valid():
        return _unsaved(request, analysis, form)
    keep = analysis_hand_in if "hand_in" in request.POST else analysis_revise
    try:
        saved = keep(analysis, actor_of(request), form.draft(), base=form.cleaned_data["base"])
    except StaleError as error:
        return _both(request, analysis, error)
    if request.headers.get("HX-Request"):
        return render(request, "publishing/saved.html", {"revision": saved, "analysis": analysis})
    if "hand_in" in request.POST:
        messages.success(request, _("It waits for a reviewer now."))
    else:
        messages.success(request, _("Saved as revision %(number)s.") % {"number": saved.number})
    return redirect(analysis)


def _unsaved(request: HttpRequest, analysis: Analysis, form: WritingForm) -> HttpResponse:
    """Say that what was typed is not saved; to script in a line, else with the form."""
    if request.headers.get("HX-Request"):
        return render(request, "publishing/saved.html", {"form": form, "analysis": analysis})
    return render_desk(request, analysis, form, status=_UNREADABLE)


def _both(request: HttpRequest, analysis: Analysis, error: StaleError) -> HttpResponse:
    """Show what somebody else saved beside what was typed; saving again is then a decision."""
    if request.headers.get("HX-Request"):
        return render(request, "publishing/saved.html", {"stale": error.theirs, "analysis": analysis})
    mine, theirs = error.mine, error.theirs
    form = WritingForm(
        initial={
            "title": mine.title,
            "summary": mine.summary,
            "language": mine.language,
            "text": mine.text,
            "base": theirs.number,
        }
    )
    words = [[sentence.words for sentence in read_text(side.text, side.language).sentences] for side in (theirs, mine)]
    context = {"analysis": analysis, "form": form, "theirs": theirs, "changes": find_changes(*words)}
    return render(request, "publishing/both.html", context, status=_STALE)


@require_POST
@needs("publishing.write_analysis")
def lint_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Show remarks on what was typed, saved or not."""
    return _beside(request, number, "remarks")


@require_POST
@needs("publishing.write_analysis")
def preview_analysis(request: HttpRequest, number: int) -> HttpResponse:
    """Show what was typed as readers would see it."""
    return _beside(request, number, "preview")


def _beside(request: HttpRequest, number: int, panel: str) -> HttpResponse:
    """Show one panel beside the text: alone to script, else with all that was typed."""
    analysis = readable(request, number)
    form = WritingForm(request.POST)
    if not form.is_valid():
        return _unsaved(request, analysis, form)
    draft = form.draft()
    context: dict[str, Any] = {"panel": panel}
    if panel == "remarks":
        context["remarks"] = remarks_on(draft)
    else:
        context["draft"], context["preview"] = draft, render_preview(*preview_of(draft))
    if request.headers.get("HX-Request"):
        return render(request, f"publishing/{panel}.html", {"analysis": analysis, **context})
    return render_desk(request, analysis, form, **context)


@require_POST
@needs("publishing.write_analysis")
def pick_evidence(request: HttpRequest, number: int) -> HttpResponse:
    """Find releases, show the text of one, and put a link to its words into what was typed."""
    analysis = readable(request, number)
    form = WritingForm(request.POST)
    context = _found(request, analysis)
    release, words = context["source"], request.POST.get("quote") or request.POST.get("words", "")
    if release and words and form.is_valid():
        said = request.POST.get("said", "").strip()
        link = link_to(release, words, said)
        context["refused"] = link is None
        if link is not None:
            typed = request.POST.copy()
            typed["text"] = insert_link(form.cleaned_data["text"], said, link)
            form = WritingForm(typed)
            context["inserted"] = link
    if request.headers.get("HX-Request"):
        return render(request, "publishing/picker.html", {"analysis": analysis, **context})
    return render_desk(request, analysis, form, panel="picker", **context)


def _found(request: HttpRequest, analysis: Analysis) -> dict[str, Any]:
    """
    Give what a picker shows: one release with its sentences, hits of a search, or what the dossier files.

    A search that was asked for leaves the release that was shown.
    """
    query, offices = request.POST.get("q", ""), offices_named()
    release = selectors.evidence_source("" if "search" in request.POST else request.POST.get("release", ""))
    if release:
        offers = selectors.offers_of(release, sentence_splitter(release.language)(release.text))
        return {"q": query, "source": release, "office": offices.get(release.issuer), "offers": offers}
    hits = selectors.evidence_search(query) if query.strip() else selectors.evidence_of(analysis.dossier)
    return {"q": query, "source": None, "hits": [(hit, offices.get(hit.issuer) or hit.issuer) for hit in hits]}


@require_GET
@needs("publishing.read_draft")
def list_revisions(request: HttpRequest, number: int) -> HttpResponse:
    """List the saves of an analysis, and what one of them said."""
    analysis = readable(request, number)
    asked = request.GET.get("revision", "")
    shown = selectors.revision_get(analysis, int(asked)) if asked.isdecimal() else None
    newest = newest_revision(analysis)
    changes = find_changes(_words(shown), _words(newest)) if shown else ()
    context = {
        "analysis": analysis,
        "revisions": selectors.revision_list(analysis),
        "shown": shown,
        "newest": newest,
        "changes": changes,
        "may_write": actor_of(request).has_perm("publishing.write_analysis", analysis),
    }
    return render(request, "publishing/revisions.html", context)


def _words(revision: Revision) -> list[str]:
    return [sentence.words for sentence in read_text(revision.text, revision.language).sentences]


@require_POST
@needs("publishing.write_analysis")
def restore_revision(request: HttpRequest, number: int, revision: int) -> HttpResponse:
    """Bring back what an earlier revision said."""
    analysis = readable(request, number)
    check(request, "publishing.write_analysis", analysis)
    earlier = selectors.revision_get(analysis, revision)
    saved = analysis_restore(analysis, actor_of(request), earlier.number)
    told = {"earlier": earlier.number, "number": saved.number}
    messages.success(request, _("Revision %(earlier)s is back, as revision %(number)s.") % told)
    return redirect(analysis)


@require_POST
@needs("publishing.write_analysis")
def add_coauthor(request: HttpRequest, number: int) -> HttpResponse:
    """Let a colleague write too."""
    analysis = readable(request, number)
    check(request, "publishing.write_analysis", analysis)
    form = CoauthorForm(request.POST)
    found = list(User.objects.filter(name__iexact=request.POST.get("name", "").strip(), is_active=True)[:2])
    if form.is_valid() and len(found) == 1:
        analysis_coauthor_add(analysis, found[0])
        messages.success(request, _("%(name)s writes too.") % {"name": found[0].name})
    else:
        messages.error(request, _("Nobody here, or more than one, has that name; nothing was changed."))
    return redirect(analysis)
