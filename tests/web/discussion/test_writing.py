"""The form: what it asks, what it keeps, how often, and from whom not."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client
from django.utils import timezone

from communique.web.discussion.limits import Limits
from communique.web.discussion.models import Block, BlockKind, Comment, CommenterAddress, Thread
from communique.web.discussion.prints import print_of_address, print_of_network
from communique.web.discussion.states import State
from communique.web.discussion.tokens import form_token
from communique.web.jobs.models import Job
from communique.web.publishing.models import Publication
from web.discussion.conftest import ADDRESS, Say, Send, a_form, make_publication

FORM = "/publications/the-call/comments/new/"
EVIL = "<script>alert(1)</script>"


def hidden(page: str, name: str) -> str:
    """Give the value of a hidden field."""
    found = re.search(rf'name="{name}"(?: value="([^"]*)")?', page)
    assert found
    return found[1] or ""


def test_the_form_is_a_page_of_its_own(client: Client, publication: Publication) -> None:
    """It opens without a login, is cached nowhere, and says in words what is required."""
    answer = client.get(FORM)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert page.count('class="need">required') == 4
    assert client.get("/publications/no-such/comments/new/").status_code == 404


def test_a_comment_waits_for_its_address(send: Send, mailoutbox: list[mail.EmailMessage]) -> None:
    """What was sent is kept before it is acknowledged; a letter asks to confirm the address."""
    answer = send(notify="on", citable="on")
    comment = Comment.objects.get()
    assert answer.status_code == 302
    assert (comment.name, comment.words, comment.state) == ("Adela", "The call was agreed in December.", State.WAITING)
    assert (comment.citable, comment.address.notify, comment.address.email) == (True, True, ADDRESS)
    assert [letter.to for letter in mailoutbox] == [[ADDRESS]]
    assert comment.address.sent is not None


def test_without_mail_a_comment_is_to_be_read(send: Send, client: Client, without_mail: None) -> None:
    """Where no mail goes, no address is asked to confirm, and the acknowledgement carries the link to take it back."""
    answer = send()
    assert Comment.objects.get().state == State.PENDING
    page = client.get(answer.headers["Location"]).content.decode()
    assert "/comments/erase/" in page
    assert ADDRESS not in page


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "…"),
        ("name", "x" * 81),
        ("email", ""),
        ("email", "no address"),
        ("email", "a@b.example\nBcc: all@mail.example"),
        ("words", ""),
        ("words", "\u200b\u202e"),
        ("words", "x" * 5001),
        ("consent", ""),
        ("token", ""),
        ("token", "the-call:forged:1:signature"),
    ],
)
def test_errors_keep_what_was_typed(send: Send, field: str, typed: str) -> None:
    """What is wrong is said, nothing is kept, and every other field comes back as it was typed."""
    answer = send(**{field: typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert not Comment.objects.exists()
    for name, kept in (("name", "Adela"), ("email", ADDRESS), ("words", "The call was agreed in December.")):
        assert kept in page or name == field
    if field != "token":
        assert f'id="id_{field}_error"' in page


def test_a_form_of_another_publication_is_refused(send: Send) -> None:
    """A token is of use for its own publication alone."""
    other = make_publication("other", "Another")
    assert send(token=form_token(other.slug, now=timezone.now() - timedelta(minutes=1))).status_code == 422


def test_an_old_form_is_sent_again_with_a_press(send: Send) -> None:
    """A form that stood open too long comes back with a new token and all that was typed."""
    old = form_token("the-call", now=timezone.now() - timedelta(hours=25))
    page = send(token=old).content.decode()
    assert hidden(page, "token") != old
    assert "The call was agreed in December." in page


def test_haste_is_slowed(send: Send) -> None:
    """A form filled in within a moment is asked for again; a moment later the same one is taken."""
    quick = form_token("the-call", now=timezone.now())
    assert send(token=quick).status_code == 422
    assert not Comment.objects.exists()
    earlier = form_token("the-call", now=timezone.now() - timedelta(seconds=4))
    assert send(token=earlier).status_code == 302


@pytest.mark.parametrize("field", ["name", "words", "email", "website", "token", "sentence", "reply"])
def test_nothing_typed_becomes_markup_in_the_form(send: Send, field: str) -> None:
    """What comes back with an error is text."""
    page = send(**{"consent": "", field: f'"><{EVIL}'}).content.decode()
    assert EVIL not in page


@pytest.mark.parametrize("query", ["sentence", "reply", "token", "name", "words", "email"])
def test_nothing_asked_becomes_markup_in_the_form(client: Client, publication: Publication, query: str) -> None:
    """What an address asks for is text."""
    answer = client.get(FORM, {query: f'"><{EVIL}'})
    assert answer.status_code == 200
    assert EVIL not in answer.content.decode()


def test_a_link_fills_in_no_token(client: Client, publication: Publication) -> None:
    """Nobody else chooses the token of a reader's form, nor types for them."""
    page = client.get(FORM, {"token": "chosen", "name": "Somebody", "consent": "on"}).content.decode()
    assert hidden(page, "token").startswith("the-call:")
    assert "Somebody" not in page[page.index("<main") : page.index("</main>")]
    assert "checked" not in page[page.index("<main") : page.index("</main>")]


def test_forms_of_other_sites_are_refused(publication: Publication) -> None:
    """Without the token of the site nothing is kept."""
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(FORM, a_form(publication)).status_code == 403
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("asked", "number", "quoted"),
    [
        ("s2", 2, "Arvenia says that it was agreed."),
        ("s99", None, ""),
        ("s-1", None, ""),
        ("s²", None, ""),
        ("", None, ""),
        ("s" + "9" * 400, None, ""),
    ],
)
def test_a_sentence_is_quoted(send: Send, client: Client, asked: str, number: int | None, quoted: str) -> None:
    """A comment on a marked sentence keeps its number and words; a sentence that is not there is the whole."""
    assert quoted in client.get(FORM, {"sentence": asked}).content.decode()
    send(sentence=asked)
    thread = Thread.objects.get()
    assert (thread.sentence, thread.quoted, thread.version) == (number, quoted, 1)


def test_answers_stay_one_level_deep(send: Send, say: Say) -> None:
    """An answer to an answer stands in the thread of the first comment, beside the answer."""
    first = say()
    answer = say("No.", reply_to=first)
    send(reply=str(answer.pk), words="Yes.")
    last = Comment.objects.get(words="Yes.")
    assert last.thread == first.thread
    assert not last.opening
    assert Thread.objects.count() == 1


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_what_is_not_shown_is_not_answered(send: Send, client: Client, say: Say, state: State) -> None:
    """A comment that readers do not see is neither quoted in the form nor answered; the words typed stay."""
    hidden_one = say("Secret words.", state=state)
    assert "Secret words." not in client.get(FORM, {"reply": hidden_one.pk}).content.decode()
    answer = send(reply=str(hidden_one.pk))
    assert answer.status_code == 422
    assert "The call was agreed in December." in answer.content.decode()
    assert hidden(answer.content.decode(), "reply") == ""


def test_a_comment_elsewhere_is_not_answered_here(send: Send, say: Say) -> None:
    """An answer stays on the publication of what it answers."""
    elsewhere = say(publication=make_publication("other", "Another"))
    assert send(reply=str(elsewhere.pk)).status_code == 422


def test_a_form_sent_twice_is_one_comment(client: Client, publication: Publication) -> None:
    """Double clicks and retries are acknowledged alike and kept once, with one letter."""
    form = a_form(publication)
    places = {client.post(FORM, form).headers["Location"][:10] for _ in range(4)}
    assert places == {"/comments/"}
    assert Comment.objects.count() == CommenterAddress.objects.count() == Thread.objects.count() == 1
    assert len(mail.outbox) == 1


def test_a_form_used_for_other_words_loses_none(client: Client, publication: Publication) -> None:
    """Going back and sending other words asks once more, and then keeps both."""
    form = a_form(publication)
    client.post(FORM, form)
    answer = client.post(FORM, {**form, "words": "And one thing more."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "And one thing more." in page
    assert hidden(page, "token") != form["token"]
    client.post(FORM, {**a_form(publication), "words": "And one thing more."})
    assert Comment.objects.count() == 2


def test_the_trap_catches_machines(send: Send, mailoutbox: list[mail.EmailMessage]) -> None:
    """A comment with the field that people do not see filled goes to spam, and nobody is written to nor told."""
    answer = send(website="https://pills.example")
    assert answer.status_code == 302
    assert Comment.objects.get().state == State.SPAM
    assert mailoutbox == []


def test_people_do_not_see_the_trap(client: Client, publication: Publication) -> None:
    """The field stands where neither eyes, keys nor reading aids go."""
    page = client.get(FORM).content.decode()
    trap = page[page.index('<div class="trap" aria-hidden="true">') :]
    assert 'name="website"' in trap[:600]
    assert 'tabindex="-1"' in trap[:600]


def test_one_address_sends_so_many(send: Send, settings: LazySettings, mailoutbox: list[mail.EmailMessage]) -> None:
    """Over the limit nothing is kept nor written, what was typed stays, and it is said when to come again."""
    settings.COMMENT_LIMITS = Limits(address_hour=2)
    assert [send(words=f"Comment {n}.").status_code for n in range(2)] == [302, 302]
    answer = send(words="Comment 3.", email="Adela.Reader+again@mail.example")
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "3600"
    assert "Comment 3." in answer.content.decode()
    assert Comment.objects.count() == len(mailoutbox) == 2
    assert send(words="Comment 4.", email="else@mail.example").status_code == 302


def test_one_network_sends_so_many(client: Client, publication: Publication, settings: LazySettings) -> None:
    """A network has a limit of its own, whatever addresses are typed."""
    settings.COMMENT_LIMITS = Limits(network_hour=2)

    def status(number: int, network: str) -> int:
        form = a_form(publication, email=f"reader{number}@mail.example")
        return client.post(FORM, form, REMOTE_ADDR=f"{network}.{number}").status_code

    assert [status(number, "5.6.7") for number in range(1, 4)] == [302, 302, 429]
    assert status(4, "5.6.8") == 302


def test_the_limit_is_of_an_hour_and_a_day(say: Say, settings: LazySettings) -> None:
    """What was sent long ago counts no more."""
    settings.COMMENT_LIMITS = Limits(address_hour=1)
    comment = say(email=ADDRESS)
    from communique.web.discussion.models import Mark  # noqa: PLC0415 - only here

    assert Mark.objects.filter(print=comment.address.address_print).update(at=timezone.now() - timedelta(hours=2)) == 1
    assert say(email=ADDRESS).pk


@pytest.mark.parametrize(
    ("kind", "print_"),
    [
        (BlockKind.ADDRESS, lambda: print_of_address(ADDRESS)),
        (BlockKind.NETWORK, lambda: print_of_network("5.6.7.0/24")),
        (BlockKind.WORD, lambda: "agreed in december"),
        (BlockKind.WORD, lambda: "adela"),
    ],
)
def test_what_is_kept_out_goes_to_spam(
    client: Client, publication: Publication, kind: BlockKind, print_: object, mailoutbox: list[mail.EmailMessage]
) -> None:
    """A blocked address, network or word is acknowledged like any other, and nobody is written to."""
    until = timezone.now() + timedelta(days=1)
    Block.objects.create(kind=kind, print=print_(), until=until, made=timezone.now())  # type: ignore[operator]
    answer = client.post(FORM, a_form(publication), REMOTE_ADDR="5.6.7.8")
    assert answer.headers["Location"].startswith("/comments/sent/")
    assert Comment.objects.get().state == State.SPAM
    assert mailoutbox == []


def test_a_block_ends(client: Client, publication: Publication) -> None:
    """A network is let in again when its day has come."""
    print_ = print_of_network("5.6.7.0/24")
    Block.objects.create(
        kind=BlockKind.NETWORK, print=print_, until=timezone.now() - timedelta(hours=1), made=timezone.now()
    )
    client.post(FORM, a_form(publication), REMOTE_ADDR="5.6.7.8")
    assert Comment.objects.get().state == State.WAITING


def test_headers_of_letters_hold_nothing_typed(send: Send, mailoutbox: list[mail.EmailMessage]) -> None:
    """Line ends in a name or in a title add no header and no other receiver."""
    Publication.objects.update(title="The call\r\nBcc: all@mail.example")
    send(name="Adela\r\nBcc: all@mail.example")
    (letter,) = mailoutbox
    assert letter.recipients() == [ADDRESS]
    assert "\n" not in letter.subject
    assert "Bcc" not in letter.message()
    assert Comment.objects.get().name == "Adela Bcc: all@mail.example"


def test_a_mail_server_that_fails_loses_no_comment(
    send: Send, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The comment stands, the address is in no log, and the letter goes with the next round."""
    from communique.web.discussion.letters import letters_resume  # noqa: PLC0415 - only here

    def refuse(*_: object, **__: object) -> int:
        from smtplib import SMTPRecipientsRefused  # noqa: PLC0415 - only here

        raise SMTPRecipientsRefused({ADDRESS: (550, b"no")})

    with monkeypatch.context() as patch:
        patch.setattr(mail.EmailMessage, "send", refuse)
        assert send().status_code == 302
    assert Comment.objects.get().state == State.WAITING
    assert ADDRESS not in caplog.text
    assert ADDRESS not in str(list(Job.objects.values("title", "arguments", "fault", "result")))
    assert letters_resume(timezone.now()) == 0
    assert letters_resume(timezone.now() + timedelta(hours=1)) == 1
    assert letters_resume(timezone.now() + timedelta(hours=2)) == 0
    assert mail.outbox[-1].to == [ADDRESS]
