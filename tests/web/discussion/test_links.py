"""The links of letters: each for one thing on one comment, for a while, and once where it takes something away."""

from __future__ import annotations

from datetime import timedelta
from time import time

import pytest
from django.core import signing
from django.core.signing import TimestampSigner
from django.test import Client

from communique.web.discussion.models import Comment, CommenterAddress
from communique.web.discussion.states import State
from communique.web.discussion.tokens import LIFE, Purpose, link_token
from web.discussion.conftest import ADDRESS, Say, Send, letter_link

PATHS = {Purpose.CONFIRM: "verify", Purpose.ERASE: "erase", Purpose.SENT: "sent"}


def path(purpose: Purpose, token: str) -> str:
    """Give the path of a link."""
    return f"/comments/{PATHS[purpose]}/{token}/"


def aged(monkeypatch: pytest.MonkeyPatch, purpose: Purpose, comment: Comment, age: timedelta) -> str:
    """Give a link that was made some time ago."""
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: time() - age.total_seconds())
        return path(purpose, link_token(purpose, comment))


def test_an_address_is_confirmed_by_a_press(send: Send, client: Client) -> None:
    """Opening the link changes nothing, since mail programs open links; the button does; twice is once."""
    send()
    link = letter_link("verify")
    page = client.get(link)
    assert page.status_code == 200
    assert Comment.objects.get().state == State.WAITING
    for _ in range(2):
        assert client.post(link).status_code == 200
        assert Comment.objects.get().state == State.PENDING
    assert CommenterAddress.objects.get().confirmed is not None


def test_a_link_of_a_letter_takes_a_comment_back(send: Send, client: Client) -> None:
    """Opening it changes nothing; the button takes back name, address and words; after that it does nothing."""
    send()
    link = letter_link("erase")
    assert client.get(link).status_code == 200
    assert Comment.objects.get().name == "Adela"
    assert client.post(link, {"words": "remove"}).status_code == 200
    comment = Comment.objects.get()
    assert (comment.state, comment.name, comment.words) == (State.ERASED, "", "")
    assert not CommenterAddress.objects.exists()
    assert client.get(link).status_code == client.post(link, {"words": "remove"}).status_code == 410


def test_confirming_after_moderation_publishes_nothing(say: Say, client: Client) -> None:
    """A link opened late moves no comment that was decided on."""
    for state in (State.REJECTED, State.SPAM):
        comment = say(state=state)
        client.post(path(Purpose.CONFIRM, link_token(Purpose.CONFIRM, comment)))
        comment.refresh_from_db()
        assert comment.state == state


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_link_is_for_one_thing(say: Say, client: Client, purpose: Purpose) -> None:
    """The link for one thing does no other: who may confirm may not erase by that."""
    comment = say(state=State.WAITING)
    token = link_token(purpose, comment)
    assert client.get(path(purpose, token)).status_code == 200
    for other in set(Purpose) - {purpose}:
        assert client.get(path(other, token)).status_code == 410
        assert client.post(path(other, token), {"words": "remove"}).status_code in {405, 410}
    comment.refresh_from_db()
    assert (comment.state, comment.name) == (State.WAITING, "Adela")


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_link_ends(say: Say, client: Client, monkeypatch: pytest.MonkeyPatch, purpose: Purpose) -> None:
    """A link works until its last minute, and not after."""
    comment = say(state=State.WAITING)
    minute = timedelta(minutes=1)
    assert client.get(aged(monkeypatch, purpose, comment, LIFE[purpose] - minute)).status_code == 200
    assert client.get(aged(monkeypatch, purpose, comment, LIFE[purpose] + minute)).status_code == 410


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_link_is_for_one_comment(say: Say, client: Client, purpose: Purpose) -> None:
    """Another number, another secret, a broken signature, a signature for something else: all do nothing, alike."""
    mine, other = say(state=State.WAITING), say(state=State.WAITING)
    salt = f"discussion.{purpose}"
    body, *rest = link_token(purpose, mine).split(":")
    bad = [
        signing.dumps([other.pk, mine.address.secret], salt=salt),
        signing.dumps([other.pk, ""], salt=salt),
        signing.dumps([other.pk], salt=salt),
        signing.dumps({"a": 1}, salt=salt),
        signing.dumps(["x", "y"], salt=salt),
        signing.dumps(5, salt=salt),
        ":".join([link_token(purpose, other).split(":")[0], *rest]),
        f"{body}x:{rest[0]}:{rest[1]}",
        f"{body}:{rest[0]}:{rest[1][:-1]}",
        TimestampSigner(key="a key of somebody else").sign(body),
        "x",
    ]
    pages = set()
    for token in bad:
        answer = client.post(path(purpose, token), {"words": "remove"}) if purpose != Purpose.SENT else None
        assert answer is None or answer.status_code == 410
        answer = client.get(path(purpose, token))
        assert answer.status_code == 410
        pages.add(answer.content.decode().split('<main id="main"')[1].split("</main>")[0])
    assert len(pages) == 1
    assert set(Comment.objects.values_list("state", "name")) == {(State.WAITING, "Adela")}


@pytest.mark.parametrize("part", ["verify", "erase"])
def test_links_need_the_form_of_the_page(send: Send, part: str) -> None:
    """Another site cannot press the button, even with the link."""
    send()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(letter_link(part), {"words": "remove"}).status_code == 403
    assert Comment.objects.get().state == State.WAITING


def test_pages_of_links_are_kept_nowhere(say: Say, client: Client) -> None:
    """They are not cached, and not for searchers."""
    comment = say(state=State.WAITING)
    for purpose in Purpose:
        answer = client.get(path(purpose, link_token(purpose, comment)))
        assert "no-store" in answer.headers["Cache-Control"]
        assert 'content="noindex"' in answer.content.decode()


def test_asking_for_links_tells_nobody_who_wrote(say: Say, client: Client, mailoutbox: list[object]) -> None:
    """The answer is the same whether an address wrote or not; the letter goes to the address alone."""
    say(email=ADDRESS)
    say(email=ADDRESS)
    pages = set()
    for address in ("nobody@mail.example", ADDRESS):
        answer = client.post("/comments/erase/", {"email": address})
        pages.add(answer.content.decode().split('<main id="main"')[1].split("</main>")[0])
    assert len(pages) == 1
    (letter,) = mailoutbox
    assert letter.to == [ADDRESS]  # type: ignore[attr-defined]
    assert letter.body.count("/comments/erase/") == 2  # type: ignore[attr-defined]
    assert client.post(letter_link("erase"), {"words": "keep"}).status_code == 200
    assert CommenterAddress.objects.count() == 1


def test_asking_for_links_has_a_limit(say: Say, client: Client, mailoutbox: list[object]) -> None:
    """Nobody fills another's letter box by asking."""
    say(email=ADDRESS)
    for _ in range(9):
        assert client.post("/comments/erase/", {"email": ADDRESS}).status_code == 200
    assert len(mailoutbox) == 6
