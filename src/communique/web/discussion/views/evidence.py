"""Analysts make a comment evidence of a dossier."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from communique.web.accounts.gates import check, member_of, needs
from communique.web.discussion.forms import PromoteForm
from communique.web.discussion.promoting import comment_promote
from communique.web.discussion.publications import dossier_of
from communique.web.discussion.selectors import comment_get, promotions_list_of
from communique.web.workbench.dossiers.selectors import dossier_choices


@require_http_methods(["GET", "HEAD", "POST"])
@needs("discussion.promote")
def promote(request: HttpRequest, number: int) -> HttpResponse:
    """Show what a comment would become in a dossier, or set it there."""
    comment = comment_get(number)
    if comment is None:
        raise Http404
    check(request, "discussion.promote", comment)
    initial = {"dossier": dossier_of(comment.thread.publication), "source": "F", "item": "6"}
    typed = request.POST if request.method == "POST" else None
    form = PromoteForm(typed, dossiers=dossier_choices(), initial=initial)
    if form.is_valid():
        promotion = comment_promote(comment, form.claim(), actor=member_of(request), now=timezone.now())
        messages.success(request, _("The comment is evidence of the dossier “%(name)s”.") % {"name": promotion.dossier})
        return redirect("discussion:promote", number)
    context = {"comment": comment, "form": form, "promotions": promotions_list_of(comment)}
    return render(request, "discussion/promote.html", context, status=422 if form.is_bound else 200)
