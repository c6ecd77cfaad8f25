"""Pages of saved searches, their feeds, and the end of their letters."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from communique.web.accounts.gates import member_of, needs
from communique.web.base.addresses import own_address
from communique.web.mail import NO_MAIL
from communique.web.workbench.models import SavedSearch
from communique.web.workbench.searches.feeds import render_feed
from communique.web.workbench.searches.forms import SavingForm
from communique.web.workbench.searches.selectors import filter_words, query_of, releases_in_feed, searches_list_of
from communique.web.workbench.searches.services import (
    search_of_token,
    search_remove,
    search_rotate,
    search_save,
    search_silence,
)


@needs("workbench.save_search")
@require_safe
def list_searches(request: HttpRequest) -> HttpResponse:
    """List the searches of the reader."""
    searches = [(search, urlencode(query_of(search))) for search in searches_list_of(member_of(request))]
    return render(request, "workbench/search_list.html", {"searches": searches})


@needs("workbench.save_search")
@require_POST
def add_search(request: HttpRequest) -> HttpResponse:
    """Save what the reader looks for at the desk."""
    owner = member_of(request)
    form = SavingForm(request.POST, owner=owner)
    if not form.is_valid():
        return _form(request, form, None, status=422)
    search = search_save(form.save(commit=False), owner)
    messages.success(request, _("Saved: %(name)s") % {"name": search.name})
    return redirect("workbench:search", number=search.pk)


@needs("workbench.save_search")
@require_http_methods(["GET", "HEAD", "POST"])
def edit_search(request: HttpRequest, number: int) -> HttpResponse:
    """Show one search of the reader's own, with its feed; change it."""
    search, owner = _own(request, number), member_of(request)
    form = SavingForm(request.POST or None, instance=search, owner=owner)
    if request.method == "POST" and form.is_valid():
        search_save(form.save(commit=False), owner)
        messages.success(request, _("Saved: %(name)s") % {"name": search.name})
        return redirect("workbench:search", number=number)
    return _form(request, form, _own(request, number), status=422 if form.errors else 200)


@needs("workbench.save_search")
@require_POST
def remove_search(request: HttpRequest, number: int) -> HttpResponse:
    """Remove a search of the reader's own."""
    search_remove(_own(request, number))
    messages.success(request, _("The search is removed; its feed and its letters end."))
    return redirect("workbench:searches")


@needs("workbench.save_search")
@require_POST
def rotate_search(request: HttpRequest, number: int) -> HttpResponse:
    """Give the feed a new address."""
    search_rotate(_own(request, number))
    messages.success(request, _("The feed has a new address; the old one ends."))
    return redirect("workbench:search", number=number)


@require_safe
def feed_search(request: HttpRequest, token: str) -> HttpResponse:
    """Give what a search finds as a feed, to whoever knows its secret."""
    search = get_object_or_404(SavedSearch.objects.select_related("owner"), token=token, owner__is_active=True)
    feed = render_feed(search, releases_in_feed(search), own_address(request))
    headers = {"Cache-Control": "private, max-age=60", "X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"}
    return HttpResponse(feed, content_type="application/atom+xml; charset=utf-8", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether letters are to end, and end them: whoever has the letter may, logged in or not."""
    search = search_of_token(token)
    if search is None:
        raise Http404
    if request.method == "POST":
        search_silence(search)
    return render(request, "workbench/search_unsubscribe.html", {"search": search, "ended": request.method == "POST"})


def _own(request: HttpRequest, number: int) -> SavedSearch:
    """Give a search of the reader's own; those of others are not there."""
    return get_object_or_404(SavedSearch, pk=number, owner=member_of(request))


def _form(request: HttpRequest, form: SavingForm, search: SavedSearch | None, *, status: int) -> HttpResponse:
    shown = {
        "form": form,
        "search": search,
        "site": own_address(request),
        "query": urlencode(query_of(search)) if search else "",
        "filters": filter_words(search) if search else (),
        "mail": settings.EMAIL_BACKEND != NO_MAIL,
    }
    return render(request, "workbench/search.html", shown, status=status)
