"""
What is kept for how long, and what sees to it.

========================================  =============================================
address of a comment not published, spam  30 days after the decision
comment whose address was not confirmed   7 days, then all of it goes
hash of the network a comment came from   30 days
counts for the limits                     1 day
blocked network                           30 days
address of a published comment            until its author erases it
========================================  =============================================
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from communique.web.accounts.journal import note_write
from communique.web.discussion.limits import MARK_LIFE
from communique.web.discussion.models import Block, Comment, CommenterAddress, Mark, Thread
from communique.web.discussion.states import State

UNCONFIRMED_LIFE = timedelta(days=7)
REFUSED_LIFE = timedelta(days=30)
NETWORK_LIFE = timedelta(days=30)


def comments_prune(now: datetime) -> dict[str, int]:
    """Remove what is not to be kept any longer; give how much of what went. Done twice, it does nothing more."""
    with transaction.atomic():
        refused = CommenterAddress.objects.filter(
            Q(comment__decided__lt=now - REFUSED_LIFE)
            | Q(comment__decided=None, comment__written__lt=now - REFUSED_LIFE),
            comment__state__in=[State.REJECTED, State.SPAM],
        )
        unconfirmed = Comment.objects.filter(state=State.WAITING, written__lt=now - UNCONFIRMED_LIFE)
        gone = {
            "addresses": refused.delete()[0],
            "unconfirmed": unconfirmed.count(),
            "networks": CommenterAddress.objects.filter(comment__written__lt=now - NETWORK_LIFE)
            .exclude(network_print="")
            .update(network_print=""),
            "marks": Mark.objects.filter(at__lt=now - MARK_LIFE).delete()[0],
            "blocks": Block.objects.filter(until__lt=now).delete()[0],
        }
        unconfirmed.delete()
        Thread.objects.filter(comments=None).delete()
        if any(gone.values()):
            note_write(None, "prune", "comments", "", gone, room="discussion")
    return gone
