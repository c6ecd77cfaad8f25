"""In which states a comment is, and what a moderator's act makes of each: a table, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """How far a comment is; only a published one is seen by readers."""

    WAITING = "waiting", _("waiting for its address")
    PENDING = "pending", _("to be read")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("not published")
    SPAM = "spam", _("spam")
    ERASED = "erased", _("erased by its author")


class Act(models.TextChoices):
    """What a moderator does with comments; none alters a reader's words."""

    PUBLISH = "publish", _("Publish")
    REJECT = "reject", _("Do not publish")
    SPAM = "spam", _("Spam")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What an act needs and makes: the states it starts from, the state it ends in, whether a reason is given."""

    start: frozenset[State]
    end: State
    reasoned: bool = False


STEPS: dict[Act, Step] = {
    Act.PUBLISH: Step(start=frozenset({State.PENDING, State.REJECTED, State.SPAM}), end=State.PUBLISHED),
    Act.REJECT: Step(
        start=frozenset({State.WAITING, State.PENDING, State.PUBLISHED, State.SPAM}), end=State.REJECTED, reasoned=True
    ),
    Act.SPAM: Step(start=frozenset({State.WAITING, State.PENDING, State.PUBLISHED, State.REJECTED}), end=State.SPAM),
}
"""Nothing leads out of ``ERASED``, and nobody publishes for an address that was not confirmed."""
