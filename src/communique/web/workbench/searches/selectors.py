"""Which searches somebody saved, and what they find."""

from __future__ import annotations

from django.db.models import Max, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from communique.db.models import ReleaseRow
from communique.web.accounts.models import User
from communique.web.workbench.desk.selectors import Wanted, offices_named, releases_matching, sides_named
from communique.web.workbench.models import SavedSearch
from communique.web.workbench.words import kind_words, language_words

MOST_IN_FEED = 50


def searches_list_of(owner: User) -> QuerySet[SavedSearch]:
    """Give the searches of somebody, by name."""
    return SavedSearch.objects.filter(owner=owner)


def wanted_of(search: SavedSearch) -> Wanted:
    """Give what a search looks for."""
    return Wanted(
        words=search.words,
        issuer=search.issuer,
        counterpart=search.counterpart,
        kind=search.kind,
        language=search.language,
        since=search.since,
        until=search.until,
        unusual=search.unusual,
    )


def query_of(search: SavedSearch) -> dict[str, str]:
    """Give what a search looks for as the parts of the desk's address."""
    wanted = wanted_of(search)
    parts = {
        "q": wanted.words,
        "issuer": wanted.issuer,
        "counterpart": wanted.counterpart,
        "kind": wanted.kind,
        "language": wanted.language,
        "since": wanted.since.isoformat() if wanted.since else "",
        "until": wanted.until.isoformat() if wanted.until else "",
        "unusual": "on" if wanted.unusual else "",
    }
    return {name: value for name, value in parts.items() if value}


def filter_words(search: SavedSearch) -> tuple[str, ...]:
    """Say by what a search is narrowed, beside its words."""
    told = (
        (_("Issuer"), offices_named().get(search.issuer) or search.issuer),
        (_("With"), sides_named().get(search.counterpart, search.counterpart)),
        (_("Kind"), kind_words(search.kind)),
        (_("Language"), language_words(search.language) if search.language else ""),
        (_("Since"), date_format(search.since) if search.since else ""),
        (_("Until"), date_format(search.until) if search.until else ""),
    )
    return tuple(f"{name}: {words}" for name, words in told if words)


def latest_number() -> int:
    """Give the number of the release that came last into the corpus; 0 where there is none."""
    return int(ReleaseRow.objects.aggregate(last=Max("pk"))["last"] or 0)


def releases_in_feed(search: SavedSearch) -> list[ReleaseRow]:
    """Give what a search found lately, what came last first."""
    found = releases_matching(wanted_of(search), after=0, upto=latest_number())
    return list(found.order_by("-pk")[:MOST_IN_FEED])
