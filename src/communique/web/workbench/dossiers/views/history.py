"""Every state that a dossier had: who made it, when, what changed; any of them can be brought back."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from communique.errors import DossierError
from communique.web.accounts.gates import member_of, needs
from communique.web.workbench.dossiers.answers import address_of, revision_read, show
from communique.web.workbench.dossiers.merging import find_changes, told
from communique.web.workbench.dossiers.selectors import dossier_get, read_text, revision_list, revision_text
from communique.web.workbench.dossiers.services import dossier_restore

ON_A_PAGE = 50


@require_safe
@needs("workbench.read_dossier")
def history(request: HttpRequest, name: str) -> HttpResponse:
    """List the revisions, the latest first."""
    standing = dossier_get(name)
    page = Paginator(revision_list(standing), ON_A_PAGE).get_page(request.GET.get("page"))
    return show(request, standing, "workbench/dossier_history.html", "history", page_obj=page)


@require_safe
@needs("workbench.read_dossier")
def revision(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Show one revision: its text, and how it differs from what stands."""
    standing = dossier_get(name)
    text = revision_text(standing, number)
    if text is None:
        raise Http404(str(number))
    try:
        changes = find_changes(read_text(text), standing.dossier)
    except DossierError:
        changes = ()
    rows = [(one.place, told(one.before), told(one.after)) for one in changes]
    return show(request, standing, "workbench/dossier_revision.html", "history", number=number, text=text, changes=rows)


@require_POST
@needs("workbench.edit_dossier")
def restore(request: HttpRequest, name: str, number: int) -> HttpResponse:
    """Bring an earlier revision back, as a new one."""
    standing = dossier_get(name)
    dossier_restore(standing, number, actor=member_of(request), read=revision_read(request) or 0)
    return redirect(address_of("dossier_history", name))
