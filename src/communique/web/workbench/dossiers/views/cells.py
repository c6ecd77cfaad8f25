"""The cells and heads of the matrix, each with a form of its own; a script sets the form beside the cell."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from communique.model import Evidence, Hypothesis, Likelihood
from communique.reasoning.catalogue import explanations, take_offer
from communique.reasoning.likelihoods import usual_cell
from communique.reasoning.proposing import find_parts
from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.answers import (
    EDITOR,
    change,
    clashes_told,
    frame_of,
    instead,
    revision_read,
    show,
)
from communique.web.workbench.dossiers.grid import compose_grid
from communique.web.workbench.dossiers.matrix_forms import DESK, EvidenceForm, HypothesisForm, LikelihoodForm, PriorForm
from communique.web.workbench.dossiers.merging import Edit
from communique.web.workbench.dossiers.opening import open_kept
from communique.web.workbench.dossiers.selectors import Standing, dossier_get
from communique.web.workbench.dossiers.services import Written
from communique.web.workbench.dossiers.sheets import evidence_of, sheet_ask, sheet_kept
from communique.web.workbench.dossiers.views.matrix import PART, edited

EDITS = ["GET", "HEAD", "POST"]


@require_http_methods(EDITS)
@needs("workbench.edit_dossier")
@clashes_told
def cell(request: HttpRequest, name: str) -> HttpResponse:
    """Enter how probable an item is under an explanation (``?evidence=&hypothesis=``), and why."""
    standing = dossier_get(name)
    item, hypothesis = _evidence(standing, request), _hypothesis(standing, request)
    own = member_of(request).name
    voices = [
        one for one in standing.dossier.likelihoods if (one.evidence, one.hypothesis) == (item.code, hypothesis.code)
    ]
    mine = next((one for one in voices if one.analyst == own), None)
    form = LikelihoodForm(request.POST or None, initial={"value": mine.value, "reason": mine.reason} if mine else {})
    if form.is_valid():
        told = form.cleaned_data
        entered = Likelihood(
            evidence=item.code,
            hypothesis=hypothesis.code,
            value=told["value"],
            reason=told["reason"],
            analyst="" if told["voice"] == DESK else own,
            entered=timezone.localdate(),
        )
        return edited(request, name, _change(request, name, changes.enter_likelihoods([entered])))
    context = {
        "form": form,
        "item": item,
        "hypothesis": hypothesis,
        "voices": voices,
        "mine": mine,
        "own": own,
        "usual": usual_cell(item),
    }
    return _editor(request, standing, "workbench/matrix_cell.html", context)


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def clear(request: HttpRequest, name: str) -> HttpResponse:
    """Take out what oneself, or the desk, entered for a cell."""
    analyst = "" if request.POST.get("voice") == DESK else member_of(request).name
    edit = changes.take_likelihood_out(request.POST.get("evidence", ""), request.POST.get("hypothesis", ""), analyst)
    return edited(request, name, _change(request, name, edit))


@require_http_methods(EDITS)
@needs("workbench.edit_dossier")
@clashes_told
def prior(request: HttpRequest, name: str) -> HttpResponse:
    """Set the prior of an explanation."""
    standing = dossier_get(name)
    hypothesis = _hypothesis(standing, request)
    form = PriorForm(request.POST or None, initial={"prior": hypothesis.prior})
    if form.is_valid():
        edit = changes.set_hypothesis(hypothesis.code, prior=form.cleaned_data["prior"])
        return edited(request, name, _change(request, name, edit))
    return _editor(request, standing, "workbench/matrix_prior.html", {"form": form, "hypothesis": hypothesis})


@require_http_methods(EDITS)
@needs("workbench.edit_dossier")
@clashes_told
def hypothesis(request: HttpRequest, name: str) -> HttpResponse:
    """Change an explanation (``?hypothesis=``), or add one."""
    standing = dossier_get(name)
    found = _hypothesis(standing, request) if request.GET.get("hypothesis") else None
    initial = (
        {"statement": found.statement, "prior": found.prior, "refuted_by": found.refuted_by} if found else {"prior": 1}
    )
    form = HypothesisForm(request.POST or None, initial=initial)
    if form.is_valid():
        told = form.cleaned_data
        if found:
            return edited(request, name, _change(request, name, changes.set_hypothesis(found.code, **told)))
        return edited(request, name, change(request, name, changes.add_hypothesis(**told), part=PART))
    return _editor(request, standing, "workbench/matrix_hypothesis.html", {"form": form, "hypothesis": found})


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def remove_hypothesis(request: HttpRequest, name: str) -> HttpResponse:
    """Take an explanation out with what was entered for it; the dull one always stays."""
    edit = changes.take_hypothesis_out(request.POST.get("hypothesis", ""))
    return edited(request, name, _change(request, name, edit))


@require_http_methods(EDITS)
@needs("workbench.edit_dossier")
@clashes_told
def evidence(request: HttpRequest, name: str) -> HttpResponse:
    """Change an item of evidence (``?evidence=``), or add one."""
    standing = dossier_get(name)
    found = _evidence(standing, request) if request.GET.get("evidence") else None
    names = ("statement", "source", "quote", "group", "grade", "seen", "among")
    initial = {part: getattr(found, part) for part in names} if found else {}
    form = EvidenceForm(request.POST or None, initial=initial, sources=_sources(standing, found))
    if form.is_valid():
        told = form.cleaned_data
        if found:
            return edited(request, name, _change(request, name, changes.set_evidence(found.code, **told)))
        return edited(request, name, change(request, name, changes.add_evidence(**told), part=PART))
    return _editor(request, standing, "workbench/matrix_evidence.html", {"form": form, "item": found})


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def remove_evidence(request: HttpRequest, name: str) -> HttpResponse:
    """Take an item of evidence out with what was entered for it."""
    edit = changes.take_evidence_out(request.POST.get("evidence", ""))
    return edited(request, name, _change(request, name, edit))


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def take_explanations(request: HttpRequest, name: str) -> HttpResponse:
    """Add explanations of the catalogue, with one click."""
    standing = dossier_get(name)
    guest, host = find_parts(open_kept(standing.dossier))
    wanted = set(request.POST.getlist("explanation"))
    chosen = [one.hypothesis(guest, host) for one in explanations() if one.code in wanted]
    return edited(request, name, change(request, name, changes.take_explanations(chosen), part=PART))


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def take_suggestions(request: HttpRequest, name: str) -> HttpResponse:
    """Enter likelihoods that the catalogue suggests, in one's own name."""
    standing, own = dossier_get(name), member_of(request).name
    wanted = set(request.POST.getlist("offer"))
    found = compose_grid(open_kept(standing.dossier)).offers(own)
    entered = [
        take_offer(one.column.evidence, one.offer, analyst=own, entered=timezone.localdate())
        for one in found
        if "all" in request.POST or one.key in wanted
    ]
    return edited(request, name, _change(request, name, changes.enter_likelihoods(entered)))


@require_http_methods(EDITS)
@needs("workbench.edit_dossier")
@clashes_told
def findings(request: HttpRequest, name: str) -> HttpResponse:
    """Show the findings on the releases of the episode; add those chosen as evidence."""
    standing = dossier_get(name)
    if request.method == "POST":
        kept = sheet_kept(standing, "findings")
        chosen = set(request.POST.getlist("code"))
        items = [one for one in evidence_of(kept.content) if one.code in chosen] if kept.content else []
        return edited(request, name, change(request, name, changes.take_findings(items), part=PART))
    sheet = sheet_ask(standing, "findings", actor=member_of(request))
    held = {one.code for one in standing.dossier.evidence}
    return show(request, standing, "workbench/matrix_findings.html", PART, sheet=sheet, held=held, kind="findings")


def _change(request: HttpRequest, name: str, edit: Edit) -> Written:
    return change(request, name, edit, part=PART, read=revision_read(request))


def _editor(request: HttpRequest, standing: Standing, template: str, context: dict[str, object]) -> HttpResponse:
    """Give a form: beside the cell for a script, else as a page of its own."""
    whole = frame_of(request, standing, PART) | context
    if request.headers.get("HX-Request"):
        answer = render(request, template, whole)
        return instead(answer, EDITOR, "innerHTML") if request.method == "POST" else answer
    status = 422 if request.method == "POST" else 200
    return render(request, "workbench/matrix_edit.html", whole | {"editor": template}, status=status)


def _evidence(standing: Standing, request: HttpRequest) -> Evidence:
    code = request.GET.get("evidence", "")
    found = next((one for one in standing.dossier.evidence if one.code == code), None)
    if found is None:
        raise Http404(code)
    return found


def _hypothesis(standing: Standing, request: HttpRequest) -> Hypothesis:
    code = request.GET.get("hypothesis", "")
    found = next((one for one in standing.dossier.hypotheses if one.code == code), None)
    if found is None:
        raise Http404(code)
    return found


def _sources(standing: Standing, item: Evidence | None) -> list[tuple[str, str]]:
    """Give what evidence may rest on, by what is filed; what it rests on already is among it."""
    opened = open_kept(standing.dossier)
    named = [(filed.filing.source, filed.account.release.title or filed.filing.source) for filed in opened.filed]
    named += [(unread.filing.source, unread.filing.source) for unread in opened.unread]
    named += [(one.code, f"{_('exhibit')}: {one.title}") for one in standing.dossier.exhibits]
    if item and item.source and item.source not in {source for source, _label in named}:
        named.append((item.source, item.source))
    return named
