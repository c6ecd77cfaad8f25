"""The page of corrections of a release, and what is sent to it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from communique.errors import CommuniqueError
from communique.model.corrections import What
from communique.web.accounts.gates import member_of, needs
from communique.web.base.refusals import refusal_words
from communique.web.workbench.corrections.forms import CorrectionForm, WithdrawForm
from communique.web.workbench.corrections.selectors import form_for, sheet_get
from communique.web.workbench.corrections.services import correction_add, correction_withdraw


@require_safe
@needs("workbench.read_release")
def show_corrections(request: HttpRequest, key: str) -> HttpResponse:
    """Show the items of a release, each with the form to correct it, and the history of its corrections."""
    return _page(request, key)


@require_POST
@needs("workbench.correct_release")
def add_correction(request: HttpRequest, key: str) -> HttpResponse:
    """Ask for a correction; what does not fit is shown again with what was typed."""
    form = _form(request, key)
    if form.is_valid():
        try:
            job = correction_add(
                member_of(request),
                key,
                form.what,
                form.place,
                form.after,
                reason=form.cleaned_data["reason"],
                words=form.cleaned_data["words"],
            )
        except CommuniqueError as error:
            form.add_error(None, refusal_words(error))
        else:
            return redirect("jobs:job", job.key)
    return _page(request, key, bound=form, status=422)


@require_POST
@needs("workbench.correct_release")
def withdraw_correction(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Take a correction back."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was withdrawn: give a reason."))
        return redirect("workbench:corrections", key)
    job = correction_withdraw(member_of(request), key, number, reason=form.cleaned_data["reason"])
    return redirect("jobs:job", job.key)


def _form(request: HttpRequest, key: str) -> CorrectionForm:
    """Give the form of the item that is meant, with what was sent."""
    sheet = sheet_get(key)
    try:
        what = What(request.POST.get("what", ""))
    except ValueError:
        raise Http404 from None
    form = form_for(sheet.account, what, request.POST.get("place", ""), data=request.POST) if sheet else None
    if form is None:
        raise Http404
    return form


def _page(request: HttpRequest, key: str, *, bound: CorrectionForm | None = None, status: int = 200) -> HttpResponse:
    sheet = sheet_get(key, bound=bound)
    if sheet is None:
        raise Http404
    may = member_of(request).has_perm("workbench.correct_release")
    context = {"sheet": sheet, "release": sheet.release, "may": may}
    return render(request, "workbench/corrections.html", context, status=status)
