"""A dossier at one look: its releases with their reasons, other evidence, remarks, and how each is changed."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.corpus.port import Hit
from communique.errors import CommuniqueError
from communique.model import Exhibit, Filing
from communique.reports.dossiers.report import DossierReport
from communique.reports.dossiers.rows import find_roles
from communique.web.accounts.gates import member_of, needs
from communique.web.base.corpus import the_corpus
from communique.web.base.refusals import refusal_words
from communique.web.workbench.desk.selectors import offices_named
from communique.web.workbench.dossiers import changes
from communique.web.workbench.dossiers.answers import (
    address_of,
    change,
    changed,
    clashes_told,
    revision_read,
    show,
)
from communique.web.workbench.dossiers.forms import (
    ExhibitForm,
    FilingForm,
    HeadForm,
    ReleaseForm,
    RemarksForm,
    TextForm,
)
from communique.web.workbench.dossiers.opening import accounts_named, opening_of
from communique.web.workbench.dossiers.remarks import find_remarks, with_remarks
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.web.workbench.dossiers.services import Deed, dossier_write_text
from communique.wiring.dossier_views import offices_of
from communique.wiring.precedents import KEPT

FORM = "workbench/dossier_form.html"
MOST_FOUND = 20


@require_safe
@needs("workbench.read_dossier")
def overview(request: HttpRequest, name: str) -> HttpResponse:
    """Show what is filed and why."""
    standing = dossier_get(name)
    opening = opening_of(standing)
    report = DossierReport(opened=opening.opened, location=standing.location, offices=offices_of(opening))
    keys = {filed.filing.source: filed.account.release.key for filed in opening.opened.filed}
    return show(
        request,
        standing,
        "workbench/dossier.html",
        "overview",
        roles=find_roles(report),
        unread=report.unread,
        keys=keys,
        remarks=find_remarks(standing.text),
        form=ReleaseForm(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def head(request: HttpRequest, name: str) -> HttpResponse:
    """Change title, days and sides."""
    standing = dossier_get(name)
    dossier = standing.dossier
    told = {"title": dossier.title, "first": dossier.first, "last": dossier.last, "sides": ", ".join(dossier.sides)}
    form = HeadForm(request.POST or None, initial=told)
    if form.is_valid():
        written = change(request, name, changes.set_head(**form.cleaned_data), read=revision_read(request))
        return changed(request, written, address_of("dossier", name))
    return show(request, standing, FORM, "", form=form, heading=_("Title, days and sides"), button=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def remarks(request: HttpRequest, name: str) -> HttpResponse:
    """Change the remarks at the head of the file."""
    standing = dossier_get(name)
    form = RemarksForm(request.POST or None, initial={"remarks": find_remarks(standing.text)})
    if request.method == "POST" and form.is_valid():
        text = with_remarks(standing.text, form.cleaned_data["remarks"])
        deed = Deed(actor=member_of(request), part="remarks")
        dossier_write_text(standing, text, read=revision_read(request) or 0, deed=deed)
        return redirect(address_of("dossier", name))
    return show(request, standing, FORM, "", form=form, heading=_("Remarks"), button=_("Save"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def write_text(request: HttpRequest, name: str) -> HttpResponse:
    """Change the whole dossier as text."""
    standing = dossier_get(name)
    form = TextForm(request.POST or None, initial={"text": standing.text})
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            deed = Deed(actor=member_of(request), part="text")
            dossier_write_text(standing, text, read=revision_read(request) or 0, deed=deed)
        except CommuniqueError as error:
            form.add_error(None, refusal_words(error))
        else:
            return redirect(address_of("dossier", name))
    return show(request, standing, FORM, "", form=form, heading=_("The dossier as text"), button=_("Save"))


@require_safe
@needs("workbench.edit_dossier")
def find(request: HttpRequest, name: str) -> HttpResponse:
    """Find releases of the store by their words, to file them."""
    standing = dossier_get(name)
    words = request.GET.get("q", "").strip()[:400]
    found, fault = _hits(words)
    offices = offices_named()
    filed = {filing.source.removeprefix(KEPT) for filing in standing.dossier.filings}
    return show(
        request,
        standing,
        "workbench/dossier_find.html",
        "overview",
        q=words,
        hits=[(hit, offices.get(hit.issuer) or hit.issuer, hit.name in filed or hit.key in filed) for hit in found],
        fault=fault,
        form=FilingForm(),
    )


@require_http_methods(["POST"])
@needs("workbench.edit_dossier")
@clashes_told
def file(request: HttpRequest, name: str) -> HttpResponse:
    """File one release, or several at once."""
    standing = dossier_get(name)
    sources = [source for source in request.POST.getlist("source") if source.strip()]
    form = FilingForm(request.POST) if len(sources) > 1 else ReleaseForm(request.POST)
    strange = [source for source in sources if not accounts_named([source.removeprefix(KEPT)])]
    if form.is_valid() and sources and not strange:
        told = form.cleaned_data
        filings = [
            Filing(
                source=f"{KEPT}{source.strip().removeprefix(KEPT)}",
                role=told["role"],
                reason=told["reason"],
                grade=told["grade"],
            )
            for source in dict.fromkeys(sources)
        ]
        written = change(request, name, changes.file_releases(filings))
        return changed(request, written, address_of("dossier", name))
    if strange and "source" in form.fields:
        form.add_error("source", _("The store has no release of that name."))
    return show(request, standing, FORM, "", form=form, heading=_("File a release"), button=_("File"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def filing(request: HttpRequest, name: str) -> HttpResponse:
    """Change why a release belongs."""
    standing = dossier_get(name)
    source = request.GET.get("source", "")
    found = next((one for one in standing.dossier.filings if one.source == source), None)
    if found is None:
        raise Http404(source)
    told = {"role": found.role.value, "reason": found.reason, "grade": str(found.grade or "")}
    form = FilingForm(request.POST or None, initial=told)
    if form.is_valid():
        edit = changes.set_filing(source, **form.cleaned_data)
        return changed(request, change(request, name, edit, read=revision_read(request)), address_of("dossier", name))
    return show(
        request, standing, FORM, "", form=form, heading=_("Why it belongs"), button=_("Save"), about=_title_of(source)
    )


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def unfile(request: HttpRequest, name: str) -> HttpResponse:
    """Take a release out."""
    edit = changes.take_filing_out(request.POST.get("source", ""))
    return changed(request, change(request, name, edit, read=revision_read(request)), address_of("dossier", name))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def exhibit(request: HttpRequest, name: str) -> HttpResponse:
    """Add evidence that is no release, or change it (``?code=``)."""
    standing = dossier_get(name)
    code = request.GET.get("code", "")
    found = next((one for one in standing.dossier.exhibits if one.code == code), None)
    if code and found is None:
        raise Http404(code)
    form = ExhibitForm(request.POST or None, initial=_entered(found) if found else {})
    if form.is_valid():
        told = form.cleaned_data
        edit = changes.put_exhibit(changes.exhibit_of(code, **told)) if found else changes.add_exhibit(**told)
        read = revision_read(request) if found else None
        return changed(request, change(request, name, edit, read=read), address_of("dossier", name))
    heading = _("Other evidence")
    return show(request, standing, FORM, "", form=form, heading=heading, button=_("Save"), about=code)


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def remove_exhibit(request: HttpRequest, name: str) -> HttpResponse:
    """Take an exhibit out."""
    edit = changes.take_exhibit_out(request.POST.get("code", ""))
    return changed(request, change(request, name, edit, read=revision_read(request)), address_of("dossier", name))


def _title_of(source: str) -> str:
    """Give the title of a release that is filed; its source where it has none."""
    name = source.removeprefix(KEPT)
    account = accounts_named([name]).get(name)
    return (account.release.title if account else "") or source


def _hits(words: str) -> tuple[tuple[Hit, ...], str]:
    if not words:
        return (), ""
    try:
        return the_corpus().search(words, most=MOST_FOUND), ""
    except CommuniqueError as error:
        return (), refusal_words(error)


def _entered(exhibit: Exhibit) -> dict[str, object]:
    names = ("title", "kind", "words", "address", "day")
    return {part: getattr(exhibit, part) for part in names} | {"grade": str(exhibit.grade)}
