"""Letters on what is new: made once, sent, and never another on the same releases."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils.translation import get_language

from communique.corpus.port import Deposit
from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.model import Release
from communique.web.accounts.models import User
from communique.web.base.addresses import site_address
from communique.web.base.corpus import the_settings
from communique.web.mail import NO_MAIL
from communique.web.workbench.models import Alert, KeptStanding, Letter, SavedSearch, Telling
from communique.web.workbench.searches.services import (
    MOST_ATTEMPTS,
    alerts_send,
    letters_make,
    letters_send,
    search_save,
    unsubscribe_token,
)
from communique.wiring.deposits import make_deposits

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def publish(kept: DjangoCorpus, *words: str) -> None:
    """Add a release for each wording."""
    releases = tuple(
        Release(address=f"https://a.example/{text}", issuer="xa-president", language="en", title=text, text=f"{text}.")
        for text in words
    )
    kept.add([made for made in make_deposits(the_settings(), releases) if isinstance(made, Deposit)])
    kept.settle()


@pytest.fixture
def search(kept: DjangoCorpus, reader: User) -> SavedSearch:
    """Give a search of the reader's, told at once."""
    return search_save(SavedSearch(name="Harbours", words="harbour", alert=Alert.AT_ONCE), reader)


def test_what_was_there_before_is_not_told(search: SavedSearch, mailoutbox: list[EmailMessage]) -> None:
    """Letters begin with what comes after they were asked for."""
    assert alerts_send(NOON) == 0
    assert not mailoutbox


def test_what_is_new_is_told_once(
    kept: DjangoCorpus,
    search: SavedSearch,
    mailoutbox: list[EmailMessage],
    settings: Any,  # noqa: ANN401
) -> None:
    """One letter names the new releases that the search finds, to its owner, with the way to end it; then no more."""
    publish(kept, "A harbour opened", "Harbours of the north", "A mill opened")
    assert alerts_send(NOON) == 1
    (letter,) = mailoutbox
    assert letter.to == [search.owner.email]
    assert letter.subject == "2 new releases: Harbours"
    assert "A harbour opened" in letter.body
    assert "A mill opened" not in letter.body
    assert site_address().startswith("http")
    assert f"{site_address()}/searches/unsubscribe/" in letter.body
    for minutes in range(1, 5):
        assert alerts_send(NOON + minutes * MINUTE) == 0
    assert len(mailoutbox) == 1


def test_a_letter_of_the_day_waits_for_the_morning(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage]
) -> None:
    """A daily letter comes once a day, from six, with all that came since the last."""
    SavedSearch.objects.update(alert=Alert.DAILY)
    publish(kept, "A harbour opened")
    assert alerts_send(NOON.replace(hour=5)) == 0
    assert alerts_send(NOON.replace(hour=6)) == 1
    publish(kept, "A harbour closed", "A harbour burned")
    assert alerts_send(NOON) == 0
    assert alerts_send(NOON + timedelta(days=1)) == 1
    assert [letter.subject[:1] for letter in mailoutbox] == ["1", "2"]


def test_who_dies_after_sending_sends_the_same_letter(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The very same letter goes out again under the same Message-ID, never another on the same releases."""
    publish(kept, "A harbour opened")
    original = EmailMessage.send

    def send_and_die(self: EmailMessage) -> int:
        original(self)
        raise KeyboardInterrupt

    monkeypatch.setattr(EmailMessage, "send", send_and_die)
    with pytest.raises(KeyboardInterrupt):
        alerts_send(NOON)
    monkeypatch.setattr(EmailMessage, "send", original)
    assert alerts_send(NOON + MINUTE) == 0
    assert alerts_send(NOON + 3 * MINUTE) == 1
    assert alerts_send(NOON + 60 * MINUTE) == 0
    first, second = mailoutbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert (first.subject, first.body) == (second.subject, second.body)
    assert Telling.objects.count() == 1


def test_a_letter_speaks_the_language_of_its_owner(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage]
) -> None:
    """Whoever set a language for the interface gets letters in it."""
    User.objects.filter(pk=search.owner.pk).update(language="ru")
    publish(kept, "A harbour opened")
    letters_make(NOON)
    assert alerts_send(NOON + MINUTE) == 1
    (letter,) = mailoutbox
    assert re.search("[а-я]{4}", str(letter.subject))
    assert get_language() != "ru"


def test_who_dies_before_sending_loses_nothing(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage]
) -> None:
    """A letter that was made and not sent is sent by the next."""
    publish(kept, "A harbour opened")
    assert letters_make(NOON) == 1
    assert alerts_send(NOON + MINUTE) == 1
    assert len(mailoutbox) == 1


def test_a_server_that_fails_is_asked_again_and_given_up(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A letter that cannot go out waits longer each time, and in the end is given up."""
    publish(kept, "A harbour opened")

    def fail(_: EmailMessage) -> int:
        raise SMTPServerDisconnected

    monkeypatch.setattr(EmailMessage, "send", fail)
    for hours in range(0, 200, 3):
        alerts_send(NOON + timedelta(hours=hours))
    letter = Letter.objects.get()
    assert letter.state == Letter.State.GIVEN_UP
    assert letter.attempts == MOST_ATTEMPTS + 1
    assert not mailoutbox


def test_two_workers_make_one_letter(kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage]) -> None:
    """Who comes second finds the mark moved, and the letter claimed."""
    publish(kept, "A harbour opened")
    stale = SavedSearch.objects.get()
    letters_make(NOON)
    from communique.web.workbench.searches import services  # noqa: PLC0415 - what another worker would do

    assert not services._letter_made(stale, 10**6, NOON)
    waiting = Letter.objects.select_related("search__owner").get()
    assert letters_send(NOON) == 1
    assert not services._sent(waiting, NOON)
    assert len(mailoutbox) == 1


def test_a_release_is_told_once_by_the_store(kept: DjangoCorpus, search: SavedSearch) -> None:
    """That a release stands in one letter of a search is a rule of the database."""
    letter = Letter.objects.create(search=search, made=NOON)
    Telling.objects.create(search=search, letter=letter, release="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        Telling.objects.create(search=search, letter=letter, release="a")


def test_without_mail_nothing_is_lost(
    kept: DjangoCorpus,
    search: SavedSearch,
    settings: Any,  # noqa: ANN401 - of the plugin
) -> None:
    """Where no mail is configured no letter is made, and the mark stays."""
    settings.EMAIL_BACKEND = NO_MAIL
    publish(kept, "A harbour opened")
    assert alerts_send(NOON) == 0
    assert not Letter.objects.exists()
    assert SavedSearch.objects.get().told_to == search.told_to


@pytest.mark.parametrize("end", ["none", "inactive"])
def test_nobody_is_told_who_does_not_want_it(
    kept: DjangoCorpus, search: SavedSearch, mailoutbox: list[EmailMessage], end: str
) -> None:
    """Who ended the letters or left gets none, not even one that waits."""
    publish(kept, "A harbour opened")
    letters_make(NOON)
    if end == "none":
        SavedSearch.objects.update(alert=Alert.NONE)
    else:
        User.objects.update(is_active=False)
    assert alerts_send(NOON + MINUTE) == 0
    assert not mailoutbox


def test_unusual_only_waits_for_the_standings(
    kept: DjangoCorpus, reader: User, mailoutbox: list[EmailMessage], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While scores are not settled no letter is made, so that nothing unusual is missed."""
    search_save(SavedSearch(name="Odd", unusual=True, alert=Alert.AT_ONCE), reader)
    publish(kept, "A harbour opened")
    monkeypatch.setattr("communique.web.workbench.searches.services.pending_day", lambda _: NOON.date())
    monkeypatch.setattr("communique.web.workbench.searches.services.standings_settle", lambda: 0)
    assert alerts_send(NOON) == 0
    key = ReleaseRow.objects.get(title="A harbour opened").key
    KeptStanding.objects.create(release=key, percentile=99, among=30, unusual=True)
    assert alerts_send(NOON + MINUTE) == 1
    assert "99th percentile" in mailoutbox[0].body


def test_the_link_of_a_letter_ends_the_letters(search: SavedSearch, client: Client) -> None:
    """The link asks first; only its form ends the letters, without logging in; the search stays."""
    address = f"/searches/unsubscribe/{unsubscribe_token(search)}/"
    assert client.get(address).status_code == 200
    search.refresh_from_db()
    assert search.alert == Alert.AT_ONCE
    assert client.post(address).status_code == 200
    search.refresh_from_db()
    assert search.alert == Alert.NONE


def test_a_link_is_not_forged(search: SavedSearch, client: Client) -> None:
    """A number, a changed signature, or what was signed for something else end nothing (IDOR)."""
    from django.core import signing  # noqa: PLC0415 - used here alone

    token = unsubscribe_token(search)
    for forged in (str(search.pk), token[:-2], signing.dumps(search.pk), signing.dumps(search.pk, salt="other")):
        assert client.post(f"/searches/unsubscribe/{forged}/").status_code == 404
    search.refresh_from_db()
    assert search.alert == Alert.AT_ONCE


def test_the_form_of_a_link_needs_its_token(search: SavedSearch) -> None:
    """Another site cannot end somebody's letters (CSRF)."""
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(f"/searches/unsubscribe/{unsubscribe_token(search)}/").status_code == 403


def test_a_title_adds_no_header(kept: DjangoCorpus, reader: User, mailoutbox: list[EmailMessage]) -> None:
    """Line ends in a name end no header of a letter."""
    search = search_save(SavedSearch(name="Odd\r\nBcc: x@a.example", words="harbour", alert=Alert.AT_ONCE), reader)
    publish(kept, "A harbour opened")
    assert alerts_send(NOON) == 1
    assert mailoutbox[0].message()["Bcc"] is None
    assert "\n" not in mailoutbox[0].subject
    assert search.owner.email in mailoutbox[0].to
