"""What is expected: dated questions with a probability, what came of them, and how well that was foreseen."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.reasoning.forecasting import score_forecasts
from communique.reports.forecasts.html import render_forecasts_body
from communique.reports.forecasts.report import ForecastReport
from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.dossiers import forecast_changes
from communique.web.workbench.dossiers.answers import (
    address_of,
    change,
    changed,
    clashes_told,
    revision_read,
    show,
)
from communique.web.workbench.dossiers.forms import ForecastForm, ResolveForm
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.wiring.engine import SOFTWARE


@require_safe
@needs("workbench.read_dossier")
def forecasts(request: HttpRequest, name: str) -> HttpResponse:
    """Show the forecasts as they stand today, with a post-mortem of each that is answered."""
    standing = dossier_get(name)
    sheet = score_forecasts(standing.dossier.forecasts, as_of=_today())
    report = ForecastReport(title=standing.dossier.title, sheet=sheet, software=SOFTWARE)
    return show(
        request,
        standing,
        "workbench/dossier_forecasts.html",
        "forecasts",
        sheet=sheet,
        unanswered=[(code, some) for code, some in (("past", sheet.due), ("open", sheet.open + sheet.later)) if some],
        body=render_forecasts_body(report, waiting=False) if standing.dossier.forecasts else "",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def add_forecast(request: HttpRequest, name: str) -> HttpResponse:
    """Add a forecast, in one's own name and of today."""
    standing = dossier_get(name)
    form = ForecastForm(request.POST or None, today=_today())
    if form.is_valid():
        told = form.cleaned_data | {"probability": form.cleaned_data["probability"] / 100}
        edit = forecast_changes.add_forecast(**told, made=_today(), analyst=member_of(request).name)
        return changed(request, change(request, name, edit), address_of("dossier_forecasts", name))
    return show(
        request,
        standing,
        "workbench/dossier_form.html",
        "forecasts",
        form=form,
        heading=_("A forecast"),
        button=_("Add"),
        back=address_of("dossier_forecasts", name),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.edit_dossier")
@clashes_told
def resolve(request: HttpRequest, name: str) -> HttpResponse:
    """Say what came of a forecast (``?code=``)."""
    standing = dossier_get(name)
    code = request.GET.get("code", "")
    found = next((one for one in standing.dossier.forecasts if one.code == code), None)
    if found is None:
        raise Http404(code)
    form = ResolveForm(request.POST or None, initial={"resolved": _today()})
    if form.is_valid():
        told = form.cleaned_data
        yes = told["outcome"] == "yes"
        edit = forecast_changes.resolve_forecast(code, outcome=yes, resolved=told["resolved"], basis=told["basis"])
        written = change(request, name, edit, read=revision_read(request))
        return changed(request, written, address_of("dossier_forecasts", name))
    return show(
        request,
        standing,
        "workbench/dossier_form.html",
        "forecasts",
        form=form,
        heading=_("What came of it"),
        about=f"{found.question} {_('Yes is:')} {found.resolves}",
        button=_("Save"),
        back=address_of("dossier_forecasts", name),
    )


@require_POST
@needs("workbench.edit_dossier")
@clashes_told
def remove_forecast(request: HttpRequest, name: str) -> HttpResponse:
    """Take an open forecast out."""
    edit = forecast_changes.take_forecast_out(request.POST.get("code", ""))
    written = change(request, name, edit, read=revision_read(request))
    return changed(request, written, address_of("dossier_forecasts", name))


def _today() -> date:
    return timezone.localdate()
