"""Names of releases in the sentences of reports, made into ways to their pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from django.urls import reverse

from communique.db.models import ReleaseRow
from communique.db.rows import print_of

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"(?<![^\s()<>;,“”\"])[^\s()<>;,“”\"]+:[^\s()<>;,“”\"]*\w")
"""A word with a colon within; none holds a sign that is escaped."""

_CLOSED = re.compile(r"<(/?)(a|button|summary|label|mark|script|style|title|svg)\b")
"""Parts in which nothing is linked: what is pressed or linked already, captured passages, what is no text."""

MOST = 200
"""So many names of one page are looked up at most."""


def with_links(fragment: str, keys: Mapping[str, str]) -> str:
    """
    Link the names of releases in a fragment of a page to their pages.

    Args:
        fragment: HTML in which all that was captured is escaped.
        keys: the keys of the releases by their names; other names stay as they are.
    """
    return "".join(_linked(part, keys) if open_ else part for part, open_ in _parts(fragment))


def names_in(fragment: str) -> frozenset[str]:
    """Give what may be names of releases in the text of a fragment: words with a colon within."""
    return frozenset(found[0] for part, open_ in _parts(fragment) if open_ for found in _NAME.finditer(part))


def held_keys(names: Iterable[str]) -> dict[str, str]:
    """Give the keys of those of some names under which a release is held, the text that stands now."""
    wanted = sorted(names)[:MOST]
    rows = ReleaseRow.objects.filter(name_print__in=[print_of(name) for name in wanted], superseded=False)
    return dict(rows.order_by("pk").values_list("name", "key")) if wanted else {}


def with_held_links(fragment: str) -> str:
    """Link the names of all releases that are held."""
    return with_links(fragment, held_keys(names_in(fragment)))


def _parts(fragment: str) -> Iterator[tuple[str, bool]]:
    """Yield tags and text in turn, with whether it is text in which names are linked."""
    closed = 0
    for part in _TAG.split(fragment):
        if part.startswith("<"):
            found = _CLOSED.match(part)
            closed += (-1 if found[1] else 1) if found else 0
            yield part, False
        else:
            yield part, closed == 0


def _linked(text: str, keys: Mapping[str, str]) -> str:
    def link(found: re.Match[str]) -> str:
        key = keys.get(found[0])
        if key is None:
            return found[0]
        return f'<a class="named" href="{escape(reverse("workbench:release", args=[key]))}">{found[0]}</a>'

    return _NAME.sub(link, text)
