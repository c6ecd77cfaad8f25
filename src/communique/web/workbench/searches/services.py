"""Saving searches, and telling their owners what is new: by letters made first and sent after."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core import signing
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils.translation import override

from communique.db.store import pending_day
from communique.web.accounts.models import User
from communique.web.base.corpus import ALIAS, the_corpus
from communique.web.mail import NO_MAIL
from communique.web.workbench.desk.selectors import releases_matching
from communique.web.workbench.desk.standings import standings_settle, standings_stamp
from communique.web.workbench.kept import view_get, view_keep
from communique.web.workbench.models import Alert, Letter, SavedSearch, Telling
from communique.web.workbench.models.searches import new_token
from communique.web.workbench.searches.letters import letter_message
from communique.web.workbench.searches.selectors import latest_number, wanted_of

FROM_HOUR = 6
"""The hour, in UTC, from which the letter of a day is made."""

MOST_ATTEMPTS = 8
_SALT = "workbench.unsubscribe"
_LONGEST_WAIT = timedelta(hours=2)
_LOG = logging.getLogger(__name__)


def search_save(search: SavedSearch, owner: User) -> SavedSearch:
    """Save a search for somebody; who is to be told from now on is not told what is there already."""
    before = SavedSearch.objects.filter(pk=search.pk).values_list("alert", flat=True).first()
    if search.alert != Alert.NONE and before in {None, Alert.NONE}:
        search.told_to = latest_number()
    search.owner = owner
    search.save()
    return search


def search_remove(search: SavedSearch) -> None:
    """Remove a search with its letters; its feed ends."""
    search.delete()


def search_rotate(search: SavedSearch) -> SavedSearch:
    """Give the feed of a search a new address; the old one ends."""
    search.token = new_token()
    search.save(update_fields=["token"])
    return search


def search_silence(search: SavedSearch) -> SavedSearch:
    """End the letters of a search."""
    search.alert = Alert.NONE
    search.save(update_fields=["alert"])
    return search


def unsubscribe_token(search: SavedSearch) -> str:
    """Give the signed words by which a letter's link ends the letters of its search, without logging in."""
    return signing.dumps(search.pk, salt=_SALT)


def search_of_token(token: str) -> SavedSearch | None:
    """Give the search that a signed link names; None where it was not signed by us, or is gone."""
    try:
        number = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return SavedSearch.objects.filter(pk=number).first() if isinstance(number, int) else None


def alerts_send(now: datetime) -> int:
    """
    Bring standings up to date, make the letters that are due, and send those that wait; give how many were sent.

    To be called every minute, by any number of workers. A release stands in one letter of a search, ever. Who dies
    after a letter went out and before that is noted sends the same letter again, under the same Message-ID, by which
    mail servers know it: rather twice than never.
    """
    if not _settled():
        return 0
    if settings.EMAIL_BACKEND == NO_MAIL:
        return 0
    letters_make(now)
    return letters_send(now)


def letters_make(now: datetime) -> int:
    """Make the letters that are due, each with its releases in one step; give how many."""
    upto = latest_number()
    behind = SavedSearch.objects.filter(owner__is_active=True, told_to__lt=upto).exclude(alert=Alert.NONE)
    return sum(_letter_made(search, upto, now) for search in behind if _is_due(search, now))


def letters_send(now: datetime) -> int:
    """Send the letters that wait, those that failed after a while that doubles; give how many went out."""
    return sum(_sent(letter, now) for letter in _waiting() if _is_time(letter, now))


def _settled() -> bool:
    """Tell whether scores and standings are up to date; those that nobody is adding to are settled here."""
    if pending_day(ALIAS) is not None:
        stamp = standings_stamp()
        if view_get("pending", "all", stamp) is None:  # somebody may be adding; looked at again in a minute
            view_keep("pending", "all", stamp, "")
            return False
        the_corpus().settle()
    standings_settle()
    return True


def _is_due(search: SavedSearch, now: datetime) -> bool:
    if search.alert == Alert.AT_ONCE:
        return True
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return now.hour >= FROM_HOUR and not Letter.objects.filter(search=search, made__gte=today).exists()


def _letter_made(search: SavedSearch, upto: int, now: datetime) -> bool:
    with transaction.atomic():
        # Whoever comes second finds the mark moved, and makes nothing.
        if not SavedSearch.objects.filter(pk=search.pk, told_to=search.told_to).update(told_to=upto):
            return False
        found = releases_matching(wanted_of(search), after=search.told_to, upto=upto)
        told = set(Telling.objects.filter(search=search).values_list("release", flat=True))
        keys = [key for key in found.values_list("key", flat=True) if key not in told]
        if not keys:
            return False
        letter = Letter.objects.create(search=search, made=now)
        Telling.objects.bulk_create(Telling(search=search, letter=letter, release=key) for key in keys)
    return True


def _waiting() -> QuerySet[Letter]:
    return Letter.objects.filter(state=Letter.State.WAITING).select_related("search__owner").order_by("made")


def _is_time(letter: Letter, now: datetime) -> bool:
    wait = min(timedelta(minutes=2**letter.attempts), _LONGEST_WAIT)
    return letter.tried is None or letter.tried <= now - wait


def _sent(letter: Letter, now: datetime) -> bool:
    same = Letter.objects.filter(Q(tried=letter.tried), pk=letter.pk, state=Letter.State.WAITING)
    if not same.update(tried=now, attempts=F("attempts") + 1):
        return False
    if not letter.search.owner.is_active or letter.search.alert == Alert.NONE or letter.attempts >= MOST_ATTEMPTS:
        Letter.objects.filter(pk=letter.pk).update(state=Letter.State.GIVEN_UP)
        return False
    try:
        with override(letter.search.owner.language or settings.LANGUAGE_CODE):
            message = letter_message(letter, unsubscribe_token(letter.search))
        message.send()
    except (SMTPException, OSError) as error:
        _LOG.warning("letter %s did not go out: %s", letter.key, type(error).__name__)
        return False
    Letter.objects.filter(pk=letter.pk).update(state=Letter.State.SENT)
    return True
