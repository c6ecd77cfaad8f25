"""Keeping a reader's comment: once, whatever is clicked or retried, and acknowledged only when it stands."""

from __future__ import annotations

import logging
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db import IntegrityError, OperationalError, connection, transaction
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.discussion.limits import is_blocked, sending_count
from communique.web.discussion.models import Comment, CommenterAddress, Thread
from communique.web.discussion.prints import print_of_address, print_of_network
from communique.web.discussion.states import State
from communique.web.discussion.tokens import mail_configured
from communique.web.jobs.services import job_add
from communique.web.publishing.models import Publication

ATTEMPTS = 5
_PAUSE = 0.2
_LOG = logging.getLogger(__name__)
Kept = TypeVar("Kept")


class FormUsedError(CommuniqueError):
    """A form that was sent before, with other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    A comment as a form gave it.

    ``sentence`` is the number of a marked sentence with its words ``quoted``, None for the whole. ``reply_to`` is the
    comment that it answers, None for a new thread. ``network`` is where it came from. ``trapped``: the field that
    people do not see was filled.
    """

    publication: Publication
    nonce: str
    name: str
    email: str
    words: str
    sentence: int | None = None
    quoted: str = ""
    reply_to: Comment | None = None
    citable: bool = False
    notify: bool = False
    trapped: bool = False
    network: str = ""
    language: str = "en"


def comment_add(draft: Draft, *, now: datetime) -> Comment:
    """
    Keep a comment and give it once it is committed; a form sent twice gives the comment that stands.

    Raises:
        FormUsedError: the same form was sent before with other words.
        LimitReachedError: too many came from there.
    """
    try:
        return _insisting(lambda: _added(draft, now))
    except IntegrityError:
        # Another thread was first with the same form.
        return _standing(draft) or _insisting(lambda: _added(draft, now))


def _added(draft: Draft, now: datetime) -> Comment:
    # A comment is a reader's own, with an account or without: the log of writes names nobody.
    with transaction.atomic(), acting(None):
        if standing := _standing(draft):
            return standing
        prints = print_of_address(draft.email), print_of_network(draft.network)
        sending_count(*prints, now=now)
        state = _first_state(draft, *prints, now=now)
        comment = Comment.objects.create(
            thread=_thread(draft, now),
            opening=draft.reply_to is None,
            nonce=draft.nonce,
            name=draft.name,
            words=draft.words,
            citable=draft.citable,
            state=state,
            written=now,
            consented=now,
            decided=now if state == State.SPAM else None,
        )
        CommenterAddress.objects.create(
            comment=comment,
            email=draft.email,
            address_print=prints[0],
            network_print=prints[1],
            secret=secrets.token_urlsafe(18),
            notify=draft.notify,
            language=draft.language,
        )
        if state == State.WAITING:
            letter_add(comment, "confirm")
    return comment


def letter_add(comment: Comment, letter: str) -> None:
    """Queue a letter to a comment's author; the job knows the number of the comment, never the address."""
    job_add(
        "discussion.letter", f"letter on comment {comment.pk}", {"comment": comment.pk, "letter": letter}, actor=None
    )


def _standing(draft: Draft) -> Comment | None:
    """Give the comment that came by the same form before."""
    standing = Comment.objects.select_related("thread__publication", "address").filter(nonce=draft.nonce).first()
    if standing is not None and (standing.words, standing.name) != (draft.words, draft.name):
        raise FormUsedError(
            wanted=_("a form for each comment"),
            got=_("one that was sent before, with other words"),
            remedy=_("send it once more to add this comment too"),
        )
    return standing


def _thread(draft: Draft, now: datetime) -> Thread:
    if draft.reply_to is not None:
        return draft.reply_to.thread
    return Thread.objects.create(
        publication=draft.publication,
        version=draft.publication.newest,
        sentence=draft.sentence,
        quoted=draft.quoted,
        opened=now,
    )


def _first_state(draft: Draft, address_print: str, network_print: str, *, now: datetime) -> State:
    """Give where a comment begins; whoever is kept out is not told so, or would try another way."""
    texts = draft.name, draft.words
    if draft.trapped or is_blocked(address_print=address_print, network_print=network_print, texts=texts, now=now):
        return State.SPAM
    return State.WAITING if mail_configured() else State.PENDING


def _insisting(step: Callable[[], Kept]) -> Kept:
    """Do a step again where another writer stood in its way; nothing of a step that failed was kept."""
    for attempt in range(1, ATTEMPTS):
        try:
            return step()
        except OperationalError:
            if connection.in_atomic_block:
                raise
            _LOG.warning("a comment could not be kept at once: attempt %s of %s", attempt, ATTEMPTS)
            time.sleep(_PAUSE * attempt)
    return step()
