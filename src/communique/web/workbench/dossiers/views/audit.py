"""Essays checked against the releases of a dossier, claim by claim."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.web.accounts.gates import check, may, member_of, needs
from communique.web.workbench.dossiers.answers import address_of, show
from communique.web.workbench.dossiers.auditing import audit_ask, audit_remove
from communique.web.workbench.dossiers.forms import EssayForm
from communique.web.workbench.dossiers.selectors import dossier_get
from communique.web.workbench.models.dossiers import EssayAudit

MOST_LISTED = 100


@require_http_methods(["GET", "HEAD", "POST"])
@needs("workbench.read_dossier")
def ask(request: HttpRequest, name: str) -> HttpResponse:
    """List the audits of a dossier, and have another essay audited."""
    standing = dossier_get(name)
    form = EssayForm(request.POST or None, request.FILES or None) if may(request, "workbench.edit_dossier") else None
    if request.method == "POST":
        check(request, "workbench.edit_dossier", None)
        if form is not None and form.is_valid():
            told = form.cleaned_data
            return redirect("jobs:job", audit_ask(standing, told["title"], told["text"], actor=member_of(request)).key)
    kept = EssayAudit.objects.filter(row=standing.row).select_related("author").defer("page")[:MOST_LISTED]
    return show(request, standing, "workbench/dossier_audit.html", "audit", form=form, audits=kept)


@require_safe
@needs("workbench.read_dossier")
def audited(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Show one audit: the essay with its claims marked, each opening on its evidence."""
    standing = dossier_get(name)
    audit = get_object_or_404(EssayAudit.objects.select_related("author"), pk=number, row=standing.row)
    return show(request, standing, "workbench/dossier_audited.html", "audit", audit=audit)


@require_POST
@needs("workbench.edit_dossier")
def remove_audit(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Remove an audit."""
    standing = dossier_get(name)
    audit = get_object_or_404(EssayAudit, pk=number, row=standing.row)
    audit_remove(audit, name, actor=member_of(request))
    return redirect(address_of("dossier_audit", name))
