"""What a letter on new releases says."""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import ngettext

from communique.db.models import ReleaseRow
from communique.web.base.addresses import site_address
from communique.web.workbench.desk.selectors import listed
from communique.web.workbench.models import Letter, Telling
from communique.web.workbench.searches.selectors import query_of

MOST_TOLD = 50
"""Releases that a letter names; the rest are counted, and stand at the desk."""


def _keys_of(letter: Letter) -> QuerySet[Telling, str]:
    return Telling.objects.filter(letter=letter).order_by("pk").values_list("release", flat=True)


def letter_message(letter: Letter, token: str) -> EmailMessage:
    """Give a letter as mail; ``token`` is what its link to end the letters carries."""
    search, keys = letter.search, tuple(_keys_of(letter))
    rows = {row.key: row for row in ReleaseRow.objects.filter(key__in=keys[:MOST_TOLD]).defer("text")}
    base, ending = site_address(), reverse("workbench:unsubscribe", args=[token])
    words = {
        "search": search,
        "base": base,
        "releases": listed(rows[key] for key in keys[:MOST_TOLD] if key in rows),
        "more": max(0, len(keys) - MOST_TOLD),
        "desk": f"{reverse('workbench:desk')}?{urlencode(query_of(search))}",
        "ending": ending,
    }
    subject = ngettext("%(count)s new release: %(name)s", "%(count)s new releases: %(name)s", len(keys))
    headers = {"Message-ID": f"<{letter.key}@{urlsplit(base).hostname}>"}
    if settings.CONFIG.address:  # programs of mail call it by themselves: none is told of a machine of ours alone
        headers["List-Unsubscribe"] = f"<{base}{ending}>"
    return EmailMessage(
        subject=" ".join((subject % {"count": len(keys), "name": search.name}).split()),
        body=render_to_string("workbench/search_letter.txt", words),
        to=[search.owner.email],
        headers=headers,
    )
