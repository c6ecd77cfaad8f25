"""Letters: to commenters, and the digest to editors; no header holds anything that a reader typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.actors import acting
from communique.web.accounts.models import Role, User
from communique.web.base.addresses import site_address
from communique.web.discussion.limits import LimitReachedError, sending_count
from communique.web.discussion.models import Comment, CommenterAddress
from communique.web.discussion.prints import print_of_address, print_of_network
from communique.web.discussion.selectors import waiting_count
from communique.web.discussion.states import State
from communique.web.discussion.tokens import LIFE, Purpose, link_token, mail_configured
from communique.web.jobs.services import job_add

RESUMED_AFTER = timedelta(minutes=15)
"""How long a letter may take before it is sent anew."""


def letter_send(number: int, letter: str) -> bool:
    """
    Write to the author of a comment: ``confirm`` asks to confirm the address, ``published`` says that it is published.

    Tells whether a letter went. Where the address is gone, or no letter is wanted any more, none goes.

    Raises:
        CommuniqueError: the mail server did not take it; the error names no address.
    """
    found = CommenterAddress.objects.select_related("comment__thread__publication").filter(comment_id=number).first()
    if found is None or not mail_configured() or not _wanted(found, letter):
        return False
    with translation.override(found.language):
        _post(found.email, _subject(letter), f"discussion/letters/{letter}.txt", _context(found.comment))
    CommenterAddress.objects.filter(pk=found.pk).update(**_noted(letter))
    return True


def letters_resume(now: datetime) -> int:
    """Send what a mail server did not take when it was due; give how many letters went."""
    before = now - RESUMED_AFTER
    waiting = Q(comment__state=State.WAITING, sent=None, comment__written__lt=before)
    published = Q(comment__state=State.PUBLISHED, notify=True, comment__decided__lt=before)
    due = CommenterAddress.objects.filter(waiting | published).values_list("comment_id", "comment__state")
    return sum(letter_send(number, "confirm" if state == State.WAITING else "published") for number, state in due)


def forget_add(email: str, *, network: str, now: datetime) -> None:
    """
    Queue a letter with the links to take back what was written from an address.

    The work is the same whether anything was written from there or not, so that its time tells nobody; too many letters
    to one address are not sent, and that is not told either.
    """
    print_ = print_of_address(email)
    with transaction.atomic(), acting(None):
        try:
            sending_count(f"{print_[:60]}-ask", print_of_network(network), now=now)
        except LimitReachedError:
            return
        numbers = list(CommenterAddress.objects.filter(address_print=print_).values_list("comment_id", flat=True))
        job_add("discussion.forget", "letter to take comments back", {"comments": numbers}, actor=None)


def forget_send(numbers: list[int]) -> int:
    """Send each address that comments were written from the links to take them back; give how many letters went."""
    addresses = CommenterAddress.objects.select_related("comment__thread__publication").filter(comment__in=numbers)
    letters: dict[tuple[str, str], list[Comment]] = {}
    for found in addresses if mail_configured() else ():
        letters.setdefault((found.email, found.language), []).append(found.comment)
    for (email, language), comments in letters.items():
        with translation.override(language):
            links = [
                (comment.thread.publication.title, absolute("discussion:erase", link_token(Purpose.ERASE, comment)))
                for comment in comments
            ]
            _post(email, _("Taking back your comments"), "discussion/letters/forget.txt", {"links": links})
    return len(letters)


def digest_send() -> int:
    """Tell editors how many comments wait for them; give how many letters went, none where nothing waits."""
    waiting = waiting_count()
    if not waiting or not mail_configured():
        return 0
    editors = User.objects.filter(is_active=True, role__in=[Role.EDITOR, Role.ADMINISTRATOR])
    context = {"waiting": waiting, "address": absolute("discussion:queue")}
    for editor in editors:
        with translation.override(editor.language or settings.LANGUAGE_CODE):
            _post(editor.email, _("Comments to be read"), "discussion/letters/digest.txt", context)
    return len(editors)


def absolute(name: str, *arguments: object) -> str:
    """Give the whole address of a page of ours."""
    return f"{site_address()}{reverse(name, args=arguments)}"


def _wanted(found: CommenterAddress, letter: str) -> bool:
    state = found.comment.state
    if letter == "confirm":
        return state == State.WAITING and found.sent is None
    return state == State.PUBLISHED and found.notify


def _noted(letter: str) -> dict[str, Any]:
    """Give what is noted once a letter went."""
    return {"sent": timezone.now()} if letter == "confirm" else {"notify": False}


def _subject(letter: str) -> str:
    return _("Please confirm your comment") if letter == "confirm" else _("Your comment is published")


def _context(comment: Comment) -> dict[str, object]:
    return {
        "title": comment.thread.publication.title,
        "words": comment.words,
        "confirm": absolute("discussion:verify", link_token(Purpose.CONFIRM, comment)),
        "erase": absolute("discussion:erase", link_token(Purpose.ERASE, comment)),
        "place": f"{absolute('discussion:comments', comment.thread.publication.slug)}#{comment.anchor}",
        "days": LIFE[Purpose.CONFIRM].days,
        "erase_days": LIFE[Purpose.ERASE].days,
    }


def _post(email: str, subject: str, template: str, context: Mapping[str, object]) -> None:
    subject = f"{settings.CONFIG.title}: {subject}"
    body = render_to_string(template, dict(context))
    try:
        EmailMessage(subject, body, to=[email]).send()
    except (SMTPException, OSError) as error:
        # What the server says may repeat the address, and the error stands in logs.
        raise CommuniqueError(
            wanted="a mail server that takes a letter", got=type(error).__name__, remedy="check COMMUNIQUE_MAIL"
        ) from None
