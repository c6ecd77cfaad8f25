"""Tags for pages that hold an article of a report, and words that lists of releases share."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.urls import reverse

from communique.web.workbench import words
from communique.web.workbench.desk.selectors import Listed
from communique.web.workbench.styles import style_of

register = template.Library()
register.filter("kind_words", words.kind_words)
register.filter("language_words", words.language_words)
register.filter("standing_words", words.standing_words)


@register.simple_tag
def report_asset(name: str) -> str:
    """Give the address of a style or of the script of the reports (``page.css``), with a print of its content."""
    return f"{reverse('workbench:report_asset', args=[name])}?{style_of(name)[1]}"


@register.filter
def web_address(address: str) -> str:
    """Give an address that a page may link to: the web alone, so that no script hides in a link; else empty."""
    return address if address.casefold().startswith(("https://", "http://")) else ""


@register.filter
def lack_base(releases: Iterable[Listed]) -> bool:
    """Tell whether any of the releases of a list has no standing, so that the list explains why."""
    return any(release.standing is None for release in releases)
