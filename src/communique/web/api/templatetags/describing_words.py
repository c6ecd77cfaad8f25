"""Words of descriptions, as pages show them."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def coded(words: str) -> SafeString:
    """
    Set what stands between backticks as code; everything is escaped.

    >>> coded("Give `next` & go")
    'Give <code>next</code> &amp; go'
    """
    pieces = (("<code>{}</code>" if place % 2 else "{}", piece) for place, piece in enumerate(words.split("`")))
    return format_html_join("", "{}", ((format_html(form, piece),) for form, piece in pieces))
