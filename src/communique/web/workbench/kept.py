"""Views that cost to make, kept until what they were made from changes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from communique.web.workbench.models import KeptView

OLDEST = timedelta(days=30)
"""How long a view is kept that nobody had made anew."""

MOST = 5_000
"""So many views are kept at most, the latest made."""


def kept_or_made(kind: str, key: str, stamp: str, make: Callable[[], str]) -> str:
    """Give the view that is kept under a stamp; one of another stamp, or none, is made and kept in its place."""
    kept = view_get(kind, key, stamp)
    if kept is not None:
        return kept
    made = make()
    view_keep(kind, key, stamp, made)
    return made


def view_get(kind: str, key: str, stamp: str) -> str | None:
    """Give the view kept under a stamp; None where there is none."""
    content = KeptView.objects.filter(kind=kind, key=key, stamp=stamp).values_list("content", flat=True).first()
    return None if content is None else zlib.decompress(bytes(content)).decode()


def view_keep(kind: str, key: str, stamp: str, view: str) -> None:
    """Keep a view in the place of an earlier one, in one statement."""
    row = KeptView(kind=kind, key=key, stamp=stamp, content=zlib.compress(view.encode()), made=timezone.now())
    KeptView.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["kind", "key"], update_fields=["stamp", "content", "made"]
    )


def views_prune(*, now: datetime | None = None) -> None:
    """Let go of what nobody had made for long, and of the oldest past the most."""
    KeptView.objects.filter(made__lt=(now or timezone.now()) - OLDEST).delete()
    last_kept = KeptView.objects.order_by("-made").values_list("made", flat=True)[MOST : MOST + 1].first()
    if last_kept is not None:
        KeptView.objects.filter(made__lte=last_kept).delete()


def views_forget(kind: str) -> None:
    """Let go of all views of a kind: something changed that their stamps do not tell."""
    KeptView.objects.filter(kind=kind).delete()
