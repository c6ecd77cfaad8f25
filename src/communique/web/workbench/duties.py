"""What the room does again and again: letters on what is new, and files that nobody will read."""

from __future__ import annotations

from datetime import datetime, timedelta

from communique.web.jobs.periodic import periodic
from communique.web.workbench.intake.uploads import uploads_prune
from communique.web.workbench.kept import views_prune
from communique.web.workbench.searches.services import alerts_send


@periodic("workbench.alerts", every=timedelta(minutes=1))
def tell_what_is_new(now: datetime) -> int:
    """Bring standings up to date, and send the letters that are due."""
    return alerts_send(now)


@periodic("workbench.views", every=timedelta(hours=1))
def clear_views(now: datetime) -> None:
    """Let go of kept views that nobody had made for long, and of the oldest past the most."""
    views_prune(now=now)


@periodic("workbench.uploads", every=timedelta(hours=1))
def clear_uploads(now: datetime) -> int:
    """Remove files whose work is over."""
    return uploads_prune(now)
