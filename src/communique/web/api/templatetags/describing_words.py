"""Words of descriptions, as pages show them."""

from __future__ import annotations

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def coded(words: str) -> SafeString:
    """
    Set what stands between backticks as code; everything is escaped.

    >>> coded("Give `next` & go")
    'Give <code>next</code> &amp; go'
    """
    pieces = [str(escape(piece)) for piece in words.split("`")]
    marked = (f"<code>{piece}</code>" if place % 2 else piece for place, piece in enumerate(pieces))
    return mark_safe("".join(marked))  # noqa: S308 - each piece is escaped above
