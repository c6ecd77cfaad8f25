"""A saved search as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from communique.db.models import ReleaseRow
from communique.web.workbench.desk.selectors import Listed, listed
from communique.web.workbench.models import SavedSearch
from communique.web.workbench.words import kind_words, standing_words

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def render_feed(search: SavedSearch, rows: Sequence[ReleaseRow], site: str) -> str:
    """Give the feed of some releases; ``site`` is the address of the workspace."""
    feed = Atom1Feed(title=_clean(search.name), link=site + reverse("workbench:desk"), description="", language="en")
    for release, row in zip(listed(rows), rows, strict=True):
        address = site + reverse("workbench:release", args=[release.key])
        feed.add_item(
            title=_clean(release.title) or release.key,
            link=address,
            description=_clean(_told(release)),
            unique_id=f"urn:communique:release:{release.key}",
            updateddate=_moment(row),
        )
    return str(feed.writeString("utf-8"))


def _told(release: Listed) -> str:
    parts = (release.office, kind_words(release.kind), ", ".join(release.sides), standing_words(release.standing))
    return " · ".join(filter(None, parts))


def _moment(row: ReleaseRow) -> datetime:
    return datetime.combine(row.day, time(), UTC) if row.day else datetime.fromtimestamp(0, UTC)


def _clean(words: str) -> str:
    """Leave out what XML cannot hold."""
    return _UNPRINTABLE.sub("", words)
