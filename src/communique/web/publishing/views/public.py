"""What readers see: the front page, publications with their versions, feeds."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from communique.web.accounts.gates import may
from communique.web.publishing import selectors
from communique.web.publishing.answering import answer_public, root_of
from communique.web.publishing.evidence.frozen import read_content
from communique.web.publishing.feeds import NEWEST, FeedHead, render_feed
from communique.web.publishing.models import PublishedVersion
from communique.web.publishing.slots import (
    after_publication,
    stamp_of_slots,
    with_sentence_parts,
    without_sentence_parts,
)
from communique.web.publishing.structured import article_record, script_of

PER_PAGE = 20
_TYPES = {"atom": "application/atom+xml; charset=utf-8", "rss": "application/rss+xml; charset=utf-8"}


@require_safe
def show_front(request: HttpRequest) -> HttpResponse:
    """Show what is published, the newest first."""
    page = Paginator(selectors.publication_list(), PER_PAGE).get_page(request.GET.get("page"))
    stamps = [f"{publication.pk}.{publication.newest}" for publication in page]
    changed = max((publication.changed for publication in page), default=None)
    context = {"page_obj": page, "root": root_of(request)}
    return answer_public(request, lambda: render(request, "publishing/front.html", context), *stamps, changed=changed)


@require_safe
def show_publication(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the newest version of a publication."""
    return _show(request, selectors.version_get(slug))


@require_safe
def show_version(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show one version of a publication; its address stays."""
    return _show(request, selectors.version_get(slug, number))


def _show(request: HttpRequest, version: PublishedVersion) -> HttpResponse:
    publication = version.publication
    stamps = (version.digest, str(publication.newest), stamp_of_slots(publication))
    return answer_public(request, lambda: _rendered(request, version), *stamps, changed=publication.changed)


def _rendered(request: HttpRequest, version: PublishedVersion) -> HttpResponse:
    publication, root = version.publication, root_of(request)
    content = read_content(version.content)
    newest = version.number == publication.newest
    context = {
        "publication": publication,
        "version": version,
        "content": content,
        "log": selectors.version_list(publication),
        "is_newest": newest,
        "body": with_sentence_parts(request, version) if newest else without_sentence_parts(version.html),
        "after": after_publication(request, publication) if newest else "",
        "canonical": root + publication.get_absolute_url(),
        "root": root,
        "may_correct": may(request, "publishing.correct_publication"),
        "structured": script_of(article_record(version, content, root=root, publisher=settings.CONFIG.title)),
    }
    return render(request, "publishing/publication.html", context)


@require_safe
def show_feed(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the newest publications as a feed."""
    publications = list(selectors.publication_list()[:NEWEST])
    root = root_of(request)

    def feed() -> HttpResponse:
        head = FeedHead(
            title=settings.CONFIG.title,
            own=root + reverse(f"publishing:{kind}"),
            link=root + reverse("publishing:front"),
        )
        words = render_feed(kind, publications, head, root=root)
        return HttpResponse(words, content_type=_TYPES[kind])

    stamps = [f"{publication.pk}.{publication.newest}" for publication in publications]
    changed = max((publication.changed for publication in publications), default=None)
    return answer_public(request, feed, *stamps, changed=changed)


@require_safe
def show_choices(request: HttpRequest) -> HttpResponse:
    """Offer language and theme, which stand at the foot of every page but the shared ones."""
    response = render(request, "publishing/choices.html")
    response["Cache-Control"] = "private, no-store"
    return response
