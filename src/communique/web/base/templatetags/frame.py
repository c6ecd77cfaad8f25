"""Tags that every template may use: assets by their content, links that know where they are."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from django import template
from django.contrib.staticfiles import finders
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

_PARTS = re.compile(r"(?:[^/]|//)+/?|/")


@register.simple_tag
def asset(name: str) -> str:
    """Give the address of a static file, with a print of its content, so that browsers may keep it."""
    return f"{static(name)}?{_print_of(name)}"


@lru_cache
def _print_of(name: str) -> str:
    found = finders.find(name)
    return hashlib.sha256(Path(str(found)).read_bytes()).hexdigest()[:10] if found else "none"


@register.simple_tag(takes_context=True)
def here(context: template.Context, *parts: str) -> str:
    """Give ``aria-current`` for a link to parts of the workspace that the page belongs to; "/" is the front alone."""
    request: HttpRequest | None = context.get("request")
    path = request.path if request is not None else ""
    return "page" if any(path == part or (part != "/" and path.startswith(part)) for part in parts) else "false"


@register.filter
def breakable(words: str) -> SafeString:
    """Let a line break after the strokes of an address, and so not in the middle of a name."""
    return format_html_join(SafeString("<wbr>"), "{}", ((part,) for part in _PARTS.findall(words)))


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, **parts: object) -> str:
    """Give the query of this page with some parts set otherwise; an empty value takes a part out."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    for name, value in parts.items():
        query.pop(name, None)
        if value not in {None, ""}:
            query[name] = str(value)
    return f"?{urlencode(list(query.lists()), doseq=True)}" if query else "?"
