"""The shelf of dossiers: the list, a new one, one from its file, a copy, the file, removal, and the way back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.errors import CommuniqueError
from communique.model import Dossier
from communique.reasoning.catalogue import with_dull
from communique.web.accounts.gates import may, member_of, needs
from communique.web.base.corpus import the_corpus
from communique.web.base.refusals import refusal_words
from communique.web.workbench.dossiers.answers import clashes_told, show
from communique.web.workbench.dossiers.forms import BeginForm, ImportForm, NameForm
from communique.web.workbench.dossiers.removed import removed_list, removed_titled
from communique.web.workbench.dossiers.selectors import dossier_get, dossier_list, holding
from communique.web.workbench.dossiers.services import (
    dossier_begin,
    dossier_bring_back,
    dossier_copy,
    dossier_import,
    dossier_remove,
)

ON_A_PAGE = 50


@require_safe
@needs("workbench.read_dossier")
def show_list(request: HttpRequest) -> HttpResponse:
    """List the dossiers, the latest changed first; with ``?release=`` to choose where a release is filed."""
    edits, key = may(request, "workbench.edit_dossier"), request.GET.get("release", "")
    filing = the_corpus().release(key) if edits and key else None
    shelf = dossier_list()
    context = {"dossiers": shelf, "edits": edits, "filing": filing, "filed": holding(shelf, filing)}
    return render(request, "workbench/dossiers.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a dossier."""
    form = BeginForm(request.POST or None)
    if form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("title", "first", "last", "sides")}
        try:
            made = dossier_begin(form.cleaned_data["name"], with_dull(Dossier(**told)), actor=member_of(request))
        except CommuniqueError as error:
            form.add_error("name", refusal_words(error))
        else:
            return redirect("workbench:dossier", made.name)
    return render(request, "workbench/dossier_new.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def import_file(request: HttpRequest) -> HttpResponse:
    """Keep a dossier from its file."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        told = form.cleaned_data
        try:
            made = dossier_import(told["name"], told["file"], actor=member_of(request))
        except CommuniqueError as error:
            form.add_error(None, refusal_words(error))
        else:
            return redirect("workbench:dossier", made.name)
    return render(request, "workbench/dossier_import.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
def copy(request: HttpRequest, name: str) -> HttpResponse:
    """Copy a dossier to a new name."""
    standing = dossier_get(name)
    form = NameForm(request.POST or None)
    if form.is_valid():
        try:
            made = dossier_copy(standing, form.cleaned_data["name"], actor=member_of(request))
        except CommuniqueError as error:
            form.add_error("name", refusal_words(error))
        else:
            return redirect("workbench:dossier", made.name)
    heading = _("Copy the dossier")
    return show(request, standing, "workbench/dossier_form.html", "", form=form, heading=heading, button=_("Copy"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def remove(request: HttpRequest, name: str) -> HttpResponse:
    """Remove a dossier, once that is confirmed."""
    standing = dossier_get(name)
    if request.method != "POST":
        return show(request, standing, "workbench/dossier_remove.html", "")
    dossier_remove(standing, actor=member_of(request))
    messages.success(request, _("The dossier “%(title)s” is removed.") % {"title": standing.dossier.title})
    return redirect("workbench:dossiers")


@require_safe
@needs("workbench.edit_dossier")
def removed(request: HttpRequest) -> HttpResponse:
    """List the dossiers that were removed, the latest first."""
    page = Paginator(removed_list(), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {"page_obj": page, "removed": removed_titled(page)}
    return render(request, "workbench/dossiers_removed.html", context)


@require_POST
@needs("workbench.edit_dossier")
def bring_back(request: HttpRequest, row: int) -> HttpResponse:
    """Bring a removed dossier back, and go there."""
    standing = dossier_bring_back(row, actor=member_of(request))
    told = {"title": standing.dossier.title, "name": standing.name, "number": standing.revision}
    messages.success(request, _("“%(title)s” is back as “%(name)s”, in revision %(number)s.") % told)
    return redirect("workbench:dossier", standing.name)


@require_safe
@needs("workbench.read_dossier")
def export_file(_request: HttpRequest, name: str) -> HttpResponse:
    """Give the text of a dossier as a file, remarks and all."""
    standing = dossier_get(name)
    filename = f"{name.replace('/', '-')}.toml"
    return HttpResponse(
        standing.text,
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": str(content_disposition_header(as_attachment=True, filename=filename))},
    )
