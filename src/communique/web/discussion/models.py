"""What readers say and what is kept of them: threads, comments, addresses apart, block list, counts for limits."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from communique.web.discussion.states import State
from communique.web.publishing.models import Publication

LONGEST_NAME = 80
LONGEST_WORDS = 5_000
LONGEST_REASON = 500


class Thread(models.Model):
    """
    One comment with its replies, on a publication or on one marked sentence of it.

    Replies stand in a thread, not under a comment: a thread one level deep is all that the tables can say. ``sentence``
    is the number of the sentence in ``version``, ``quoted`` how it read there, since corrections may move or change it.
    """

    comments: Any
    publication: models.ForeignKey[Publication, Publication] = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="threads"
    )
    version: models.PositiveIntegerField[int, int] = models.PositiveIntegerField(default=1)
    sentence: models.PositiveIntegerField[int | None, int | None] = models.PositiveIntegerField(null=True, blank=True)
    quoted: models.TextField[str, str] = models.TextField(blank=True, default="")
    opened: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Its index and constraint."""

        indexes: ClassVar = [models.Index(fields=["publication", "opened"], name="thread_publication")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(sentence__isnull=True) | Q(sentence__gte=1), name="thread_sentence")
        ]

    def __str__(self) -> str:
        return f"thread {self.pk}"


class Comment(models.Model):
    """
    What one reader said: their words as they typed them (controls left out), the name they chose, the state.

    ``nonce`` is that of the form it came by, so that a form sent twice is one comment. ``consented`` is when the box
    was ticked, ``citable`` whether the name may be cited. ``reason`` says to moderators why it is not published.
    ``erased`` is when its author took the name back, and with it the words unless they are to stay under “a reader”.
    """

    address: CommenterAddress
    promotions: Any
    notes: Any
    thread_id: int
    thread: models.ForeignKey[Thread, Thread] = models.ForeignKey(
        Thread, on_delete=models.CASCADE, related_name="comments"
    )
    opening: models.BooleanField[bool, bool] = models.BooleanField(default=True)
    nonce: models.CharField[str, str] = models.CharField(max_length=64, unique=True)
    name: models.CharField[str, str] = models.CharField(_("name"), max_length=LONGEST_NAME, blank=True)
    words: models.TextField[str, str] = models.TextField(_("comment"), max_length=LONGEST_WORDS, blank=True)
    citable: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    state: models.CharField[str, str] = models.CharField(max_length=10, choices=State, default=State.PENDING)
    reason: models.CharField[str, str] = models.CharField(max_length=LONGEST_REASON, blank=True, default="")
    written: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    consented: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    published: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    decided: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    erased: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its constraints and indexes."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["thread"], condition=Q(opening=True), name="comment_one_opening"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="comment_state"),
            models.CheckConstraint(
                condition=~Q(state=State.ERASED) | Q(name="", words="", erased__isnull=False), name="comment_erased"
            ),
            models.CheckConstraint(condition=Q(erased__isnull=True) | Q(name=""), name="comment_name_gone"),
            models.CheckConstraint(
                condition=Q(erased__isnull=False) | (~Q(name="") & ~Q(words="")), name="comment_said"
            ),
            models.CheckConstraint(
                condition=~Q(state=State.PUBLISHED) | Q(published__isnull=False), name="comment_published"
            ),
            models.CheckConstraint(condition=~Q(state=State.REJECTED) | ~Q(reason=""), name="comment_reason"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["state", "-written"], name="comment_state_written"),
            models.Index(fields=["state", "-published"], name="comment_state_published"),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk}"

    @property
    def author(self) -> str:
        """Give the name that the commenter chose, or “a reader” where it was taken back."""
        return self.name or str(_("a reader"))

    @property
    def credit(self) -> str:
        """Give whom a dossier credits: the name where it may be cited, else “a reader”."""
        return self.name if self.citable and self.name else str(_("a reader"))

    @property
    def anchor(self) -> str:
        """Give the name of its place on a page."""
        return f"comment-{self.pk}"


class CommenterAddress(models.Model):
    """
    The e-mail address of whoever wrote a comment, apart from it.

    It stands in a table of its own so that a leak is contained: what lists, feeds, searches and exports comments never
    joins this table, the log of writes does not know it, and erasing is the removal of one row. Block list and limits
    work on ``address_print`` and ``network_print``, keyed hashes that say nothing without the workspace's secret key;
    they go with the row, the network's after a month. The address itself must be readable to write to it, and we keep
    no second key on the same machine that would make encrypting it more than a gesture: whoever takes table and key
    together reads it either way.

    ``secret`` rides in the links that were sent, so that they end when the row goes. ``notify``: a letter is wanted
    upon publication. ``sent`` is when the letter that asks to confirm the address went.
    """

    comment: models.OneToOneField[Comment, Comment] = models.OneToOneField(
        Comment, on_delete=models.CASCADE, primary_key=True, related_name="address"
    )
    email: models.EmailField[str, str] = models.EmailField(_("e-mail"))
    address_print: models.CharField[str, str] = models.CharField(max_length=64)
    network_print: models.CharField[str, str] = models.CharField(max_length=64, blank=True)
    secret: models.CharField[str, str] = models.CharField(max_length=32)
    notify: models.BooleanField[bool, bool] = models.BooleanField(default=False)
    language: models.CharField[str, str] = models.CharField(max_length=8, default="en")
    sent: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    confirmed: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Its indexes."""

        indexes: ClassVar = [models.Index(fields=["address_print"], name="address_print")]

    def __str__(self) -> str:
        return f"address of comment {self.pk}"


class Mark(models.Model):
    """One sending counted for the limits, by the keyed hash of an address or network; kept for a day."""

    print: models.CharField[str, str] = models.CharField(max_length=64)
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Its indexes."""

        indexes: ClassVar = [
            models.Index(fields=["print", "at"], name="mark_print"),
            models.Index(fields=["at"], name="mark_at"),
        ]

    def __str__(self) -> str:
        return f"mark {self.pk}"


class BlockKind(models.TextChoices):
    """What is blocked."""

    ADDRESS = "address", _("address")
    NETWORK = "network", _("network")
    WORD = "word", _("words")


class Block(models.Model):
    """
    What is kept out: an address or a network by its keyed hash, or words in the open; networks only until a day.

    ``print`` is the hash, or the words in lower case.
    """

    kind: models.CharField[str, str] = models.CharField(max_length=8, choices=BlockKind)
    print: models.CharField[str, str] = models.CharField(max_length=200)
    reason: models.CharField[str, str] = models.CharField(max_length=LONGEST_REASON, blank=True, default="")
    until: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True, blank=True)
    made: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    by: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        """Its constraints."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "print"], name="block_once"),
            models.CheckConstraint(condition=Q(kind__in=BlockKind.values), name="block_kind"),
            models.CheckConstraint(condition=~Q(kind="network") | Q(until__isnull=False), name="block_network_ends"),
        ]

    def __str__(self) -> str:
        return f"block {self.pk} ({self.kind})"


class ModeratorNote(models.Model):
    """What a moderator notes on a comment, for moderators alone; it goes when the comment's author erases it."""

    comment: models.ForeignKey[Comment, Comment] = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="notes"
    )
    words: models.TextField[str, str] = models.TextField(_("note"), max_length=2_000)
    by: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    def __str__(self) -> str:
        return f"note {self.pk}"


class Promotion(models.Model):
    """A comment that became evidence of a dossier: which exhibit of which; the exhibit's address leads back."""

    comment: models.ForeignKey[Comment, Comment] = models.ForeignKey(
        Comment, on_delete=models.CASCADE, related_name="promotions"
    )
    dossier: models.CharField[str, str] = models.CharField(max_length=200)
    exhibit: models.CharField[str, str] = models.CharField(max_length=64)
    by: models.ForeignKey[Any, Any] = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at: models.DateTimeField[datetime, datetime] = models.DateTimeField()

    class Meta:
        """Its constraint."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["comment", "dossier"], name="promotion_once")]

    def __str__(self) -> str:
        return f"{self.exhibit} in {self.dossier}"
