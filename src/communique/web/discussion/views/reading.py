"""What readers see: the comments of a publication, as a page, a feed and JSON."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from communique.web.accounts.gates import may
from communique.web.base.addresses import own_address
from communique.web.discussion.models import Comment
from communique.web.discussion.publications import publication_get
from communique.web.discussion.selectors import comments_list_newest, talk_get
from communique.web.discussion.words import render_words
from communique.web.publishing.models import Publication

_IN_A_FEED = 50
_IN_JSON = 1_000


def published_or_404(slug: str) -> Publication:
    """
    Give a publication.

    Raises:
        Http404: nothing stands published under the slug.
    """
    publication = publication_get(slug)
    if publication is None:
        raise Http404
    return publication


@require_safe
def show_comments(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what is said on a publication."""
    publication = published_or_404(slug)
    promotes = may(request, "discussion.promote")
    context = {"publication": publication, "talk": talk_get(publication), "may_promote": promotes}
    return render(request, "discussion/comments.html", context)


@require_safe
def comments_json(_: HttpRequest, slug: str) -> JsonResponse:
    """Give what is said on a publication, for programs."""
    publication = published_or_404(slug)
    comments = comments_list_newest(slug)[:_IN_JSON]
    return JsonResponse(
        {"publication": publication.slug, "title": publication.title, "comments": [_as_json(one) for one in comments]}
    )


def _as_json(comment: Comment) -> dict[str, object]:
    return {
        "number": comment.pk,
        "thread": comment.thread_id,
        "opening": comment.opening,
        "sentence": comment.thread.sentence,
        "version": comment.thread.version,
        "name": comment.author,
        "words": comment.words,
        "published": comment.published.isoformat() if comment.published else None,
        "address": _place(comment),
    }


def _place(comment: Comment) -> str:
    return f"{comment.thread.publication.get_absolute_url()}#{comment.anchor}"


@require_safe
def show_feed(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Give the feed of a publication, or of all, under the address that the workspace was given."""
    return CommentFeed(own_address(request))(request, slug=slug)


class CommentFeed(Feed):  # type: ignore[type-arg]
    """The newest published comments, of one publication or of all; ``site`` is the address of the workspace."""

    feed_type = Atom1Feed

    def __init__(self, site: str) -> None:
        self._site = site

    def get_object(self, request: HttpRequest, slug: str = "") -> Publication | None:  # noqa: ARG002 - Django's signature
        """Give the publication that the feed is of, None for all."""
        return published_or_404(slug) if slug else None

    def title(self, publication: Publication | None) -> str:
        """Give the title of the feed."""
        if publication is None:
            return _("Comments")
        return _("Comments on “%(title)s”") % {"title": publication.title}

    def link(self, publication: Publication | None) -> str:
        """Give the page that the feed is of."""
        return self._site + (publication.get_absolute_url() if publication else reverse("publishing:front"))

    def feed_url(self, publication: Publication | None) -> str:
        """Give where the feed itself is."""
        return self._site + reverse("discussion:feed", args=[publication.slug] if publication else None)

    def items(self, publication: Publication | None) -> list[Comment]:
        """Give the comments."""
        return list(comments_list_newest(publication.slug if publication else "")[:_IN_A_FEED])

    def item_title(self, item: Comment) -> str:
        """Say who comments on what."""
        return _("%(name)s on “%(title)s”") % {"name": item.author, "title": item.thread.publication.title}

    def item_description(self, item: Comment) -> str:
        """Give the words as HTML."""
        return render_words(item.words)

    def item_link(self, item: Comment) -> str:
        """Give where it stands."""
        return self._site + _place(item)

    def item_author_name(self, item: Comment) -> str:
        """Give the name that the commenter chose."""
        return item.author

    def item_guid(self, item: Comment) -> str:
        """Give a name of the entry that stays, whatever becomes of its place."""
        return f"tag:communique,2025:comment:{item.pk}"

    def item_pubdate(self, item: Comment) -> Any:  # noqa: ANN401 - Django's signature
        """Give when it was published."""
        return self._moment(item)

    item_updateddate = item_pubdate

    def _moment(self, item: Comment) -> datetime:
        return item.published or item.written
