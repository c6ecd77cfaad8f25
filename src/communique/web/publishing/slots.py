"""
Where rooms above add their part to the public page: they fill these lists when they are ready.

A part that renders a form with a token (``{% csrf_token %}``) makes the page its reader's own: it is then sent as
``private`` and never shared between readers, so that the token works. A page without one is sent as ``public``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from communique.web.publishing.models import Publication, PublishedVersion

After: TypeAlias = Callable[[HttpRequest, Publication], str]
"""Gives safe HTML (rendered by a template) to stand after the text of a publication."""

Beside: TypeAlias = Callable[[HttpRequest, PublishedVersion], Mapping[int, str]]
"""Gives safe HTML to stand at the end of sentences, by their numbers: how many comments a sentence has."""

Stamp: TypeAlias = Callable[[Publication], str]
"""Gives words that change whenever a part changes, so that browsers learn of it (how many comments, the latest)."""

SLOTS: list[After] = []
SENTENCE_SLOTS: list[Beside] = []
STAMPS: list[Stamp] = []

_MARK = re.compile(r"<!--s(\d+)-->")


def after_publication(request: HttpRequest, publication: Publication) -> SafeString:
    """Give what stands after the text, of every room in turn."""
    return _safe("".join(slot(request, publication) for slot in SLOTS))


def with_sentence_parts(request: HttpRequest, version: PublishedVersion) -> SafeString:
    """Give the text of a version with what rooms above put at the end of its sentences."""
    parts = [slot(request, version) for slot in SENTENCE_SLOTS]
    return _safe(_MARK.sub(lambda mark: "".join(part.get(int(mark[1]), "") for part in parts), version.html))


def without_sentence_parts(html: str) -> SafeString:
    """Give the text of a version alone, as it is exported."""
    return _safe(_MARK.sub("", html))


def stamp_of_slots(publication: Publication) -> str:
    """Give words that change whenever a part of a room above changes."""
    return "|".join(stamp(publication) for stamp in STAMPS)


def _safe(html: str) -> SafeString:
    """Mark what templates rendered, and what the sanitiser let through when it was published, as safe."""
    return mark_safe(html)  # noqa: S308 - see above
