"""Feeds of what is published: Atom and RSS, the same entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.translation import gettext as _
from django.utils.translation import override

from communique.web.publishing.models import Publication

NEWEST = 30
KINDS: dict[str, type[SyndicationFeed]] = {"atom": Atom1Feed, "rss": Rss201rev2Feed}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHead:
    """What a feed says of itself: its ``title``, its ``own`` address, and ``link``, that of the page it belongs to."""

    title: str
    own: str
    link: str


def render_feed(kind: str, publications: Iterable[Publication], head: FeedHead, *, root: str) -> str:
    """
    Give the newest publications as a feed of a kind.

    ``root`` is the workspace's address.
    """
    with override("en"):
        feed = _feed(kind, head)
        for publication in publications:
            _add(feed, publication, root)
        return str(feed.writeString("utf-8"))


def _feed(kind: str, head: FeedHead) -> Any:  # noqa: ANN401 - the stubs know its methods by half
    words = _("Published analyses; every statement opens on the words that carry it.")
    return KINDS[kind](title=head.title, link=head.link, description=words, feed_url=head.own, language="en")


def _add(feed: Any, publication: Publication, root: str) -> None:  # noqa: ANN401 - likewise
    address = root + publication.get_absolute_url()
    feed.add_item(
        title=publication.title,
        link=address,
        description=publication.summary,
        unique_id=address,
        unique_id_is_permalink=True,
        author_name=", ".join(publication.authors) or None,
        pubdate=publication.first,
        updateddate=publication.changed,
    )
