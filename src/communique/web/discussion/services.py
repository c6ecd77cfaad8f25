"""Writes on comments that are there: confirming, moderating, blocking, noting, erasing."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.discussion.adding import letter_add
from communique.web.discussion.models import Block, BlockKind, Comment, CommenterAddress, ModeratorNote
from communique.web.discussion.states import STEPS, Act, State
from communique.web.discussion.taking_back import dossiers_forget

NETWORK_BLOCK_LIFE = timedelta(days=30)
_SHORTEST_BLOCK = 3


def comment_confirm(comment: Comment, *, now: datetime) -> None:
    """Take a comment's address as its author's own; doing it twice changes nothing."""
    with transaction.atomic(), acting(None):
        CommenterAddress.objects.filter(comment=comment, confirmed=None).update(confirmed=now)
        standing = Comment.objects.select_for_update().get(pk=comment.pk)
        if standing.state == State.WAITING:
            standing.state = State.PENDING
            standing.save()
    comment.refresh_from_db()


def comments_moderate(
    numbers: Iterable[int], act: Act, *, reason: str = "", actor: User, now: datetime
) -> tuple[int, int]:
    """
    Do an act on comments; give how many it changed, and how many it left since they are not in a state for it.

    Raises:
        CommuniqueError: the act needs a reason, and there is none.
    """
    step = STEPS[act]
    if step.reasoned and not reason.strip():
        raise CommuniqueError(
            wanted=_("a reason"), got=_("none"), remedy=_("say in a few words why it is not published")
        )
    numbers = set(numbers)
    with transaction.atomic():
        fitting = Comment.objects.select_for_update().filter(pk__in=numbers, state__in=step.start, erased=None)
        changed = 0
        for comment in fitting.order_by("pk"):
            _decide(comment, step.end, reason.strip(), now)
            changed += 1
        if changed:
            note_write(actor, act.value, "comments", str(changed), {"comments": sorted(numbers)}, room="discussion")
    return changed, len(numbers) - changed


def _decide(comment: Comment, end: State, reason: str, now: datetime) -> None:
    comment.state, comment.reason, comment.decided = end, reason[:500], now
    if end == State.PUBLISHED:
        comment.published = comment.published or now
    comment.save()
    if end == State.PUBLISHED and CommenterAddress.objects.filter(comment=comment, notify=True).exists():
        letter_add(comment, "published")


def block_add_of(comments: Iterable[int], kind: BlockKind, *, reason: str, actor: User, now: datetime) -> int:
    """Keep out the addresses or networks that comments came from; give how many prints now stand blocked."""
    field = "address_print" if kind == BlockKind.ADDRESS else "network_print"
    prints = set(CommenterAddress.objects.filter(comment__in=list(comments)).values_list(field, flat=True)) - {""}
    for print_ in sorted(prints):
        _block(kind, print_, reason, actor, now)
    return len(prints)


def block_add_words(words: str, *, reason: str, actor: User, now: datetime) -> Block:
    """
    Keep out comments that say these words, whatever their case.

    Raises:
        CommuniqueError: they are so short that they would keep out nearly everything.
    """
    words = " ".join(words.casefold().split())
    if len(words) < _SHORTEST_BLOCK:
        raise CommuniqueError(
            wanted=_("words of three letters or more"),
            got=f"“{words}”",
            remedy=_("shorter ones stand in every comment"),
        )
    return _block(BlockKind.WORD, words[:200], reason, actor, now)


def _block(kind: BlockKind, print_: str, reason: str, actor: User, now: datetime) -> Block:
    until = now + NETWORK_BLOCK_LIFE if kind == BlockKind.NETWORK else None
    block, _made = Block.objects.update_or_create(
        kind=kind, print=print_, defaults={"reason": reason[:500], "until": until, "made": now, "by": actor}
    )
    return block


def block_remove(number: int) -> None:
    """Let in again what was kept out."""
    for block in Block.objects.filter(pk=number):
        block.delete()


def note_add(comment: Comment, words: str, *, actor: User, now: datetime) -> ModeratorNote:
    """
    Note something on a comment, for moderators alone.

    Raises:
        CommuniqueError: its author erased it, and nothing more is kept on them.
    """
    if comment.erased is not None:
        raise CommuniqueError(wanted=_("a comment with an author"), got=_("one that its author erased"))
    return ModeratorNote.objects.create(comment=comment, words=words.strip()[:2_000], by=actor, at=now)


def comment_erase(comment: Comment, *, keep_words: bool, actor: User | None = None, now: datetime) -> None:
    """
    Take back a comment's name and address everywhere, and its words unless they stay under “a reader”.

    The words of a comment whose address was never confirmed go with it. Dossiers that cite it are written anew.
    """
    with transaction.atomic(), acting(actor):
        before = Comment.objects.select_for_update().get(pk=comment.pk)
        standing = copy(before)
        stays = keep_words and standing.state not in {State.WAITING, State.ERASED}
        standing.name, standing.citable, standing.erased = "", False, standing.erased or now
        if not stays:
            standing.state, standing.words, standing.reason = State.ERASED, "", ""
        standing.save()
        CommenterAddress.objects.filter(comment=standing).delete()
        ModeratorNote.objects.filter(comment=standing).delete()
        dossiers = dossiers_forget(before, standing)
        detail = {"words kept": stays, "dossiers": list(dossiers)}
        note_write(actor, "erase", "comment", str(standing.pk), detail, room="discussion")
    comment.refresh_from_db()
