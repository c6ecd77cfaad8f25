"""Addresses are nowhere to be seen, and what is taken back is nowhere left."""

from __future__ import annotations

import json
from datetime import timedelta
from io import StringIO

import pytest
from auditlog.models import LogEntry
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from communique.web.discussion.keeping import comments_prune
from communique.web.discussion.models import Block, Comment, CommenterAddress, Mark, Thread
from communique.web.discussion.services import block_add_of, comment_erase, comments_moderate, note_add
from communique.web.discussion.states import Act, State
from communique.web.jobs.models import Job
from web.discussion.conftest import ADDRESS, Say, Send, letter_link

OPEN = (
    "/publications/the-call/",
    "/publications/the-call/comments/",
    "/publications/the-call/comments/new/",
    "/publications/the-call/comments/new/?reply={number}",
    "/publications/the-call/comments/feed.atom",
    "/publications/the-call/comments/comments.json",
    "/comments/feed.atom",
    "/comments/erase/",
)
DESK = ("/moderation/", "/moderation/?state=published", "/moderation/{number}/", "/moderation/blocks/")
JOURNAL = ("/accounts/journal/",)


def whole_database(*without: str) -> str:
    """Give every row of every table as text."""
    tables = [table for table in connection.introspection.table_names() if table not in without]
    with connection.cursor() as cursor:
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names come from the database itself
            rows += [repr(row) for row in cursor.fetchall()]
    return "\n".join(rows)


def published(send: Send, client: Client, editor: object) -> Comment:
    """Send a comment, confirm its address, publish it."""
    send(notify="on", citable="on")
    client.post(letter_link("verify"))
    comment = Comment.objects.get()
    comments_moderate([comment.pk], Act.PUBLISH, actor=editor, now=timezone.now())  # type: ignore[arg-type]
    comment.refresh_from_db()
    return comment


@pytest.mark.parametrize("path", OPEN)
def test_readers_never_see_an_address(send: Send, client: Client, editor: object, path: str) -> None:
    """No page, feed or list for readers holds it, nor a print of it."""
    comment = published(send, client, editor)
    answer = client.get(path.format(number=comment.pk))
    body = answer.content.decode()
    assert answer.status_code == 200
    for secret in (ADDRESS, "adela.reader", comment.address.address_print, comment.address.secret):
        assert secret not in body


@pytest.mark.parametrize("path", DESK)
def test_moderators_never_see_an_address(
    send: Send, client: Client, editor: object, as_editor: Client, path: str
) -> None:
    """Not even whoever decides on a comment sees it, nor in the list of what is kept out."""
    comment = published(send, client, editor)
    block_add_of([comment.pk], "address", reason="", actor=editor, now=timezone.now())  # type: ignore[arg-type]
    answer = as_editor.get(path.format(number=comment.pk))
    assert answer.status_code == 200
    assert ADDRESS not in answer.content.decode()


def test_the_log_of_writes_knows_no_commenter(
    send: Send, client: Client, editor: object, as_administrator: Client
) -> None:
    """Neither address nor name nor words stand in it, nor does a job of letters know them."""
    comment = published(send, client, editor)
    note_add(comment, "Adela is known to the desk", actor=editor, now=timezone.now())  # type: ignore[arg-type]
    entries = whole_log()
    assert LogEntry.objects.filter(object_repr=f"comment {comment.pk}").exists()
    for secret in (ADDRESS, "Adela", "agreed in December", comment.address.address_print, "known to the desk"):
        assert secret not in entries
        assert secret not in json.dumps(list(Job.objects.values("arguments", "title", "result", "fault")))
    assert ADDRESS not in as_administrator.get("/accounts/journal/").content.decode()


def whole_log() -> str:
    """Give every entry of the log as text."""
    return "\n".join(repr(row) for row in LogEntry.objects.values_list())


def test_an_address_stands_in_one_table(send: Send, client: Client, editor: object) -> None:
    """But for the table of addresses no table of the store holds it."""
    published(send, client, editor)
    assert ADDRESS in whole_database()
    assert ADDRESS not in whole_database("discussion_commenteraddress")


def test_a_member_comments_as_any_reader(send: Send, as_reader: Client, reader: object, publication: object) -> None:
    """The log does not tie a comment to the account of whoever was logged in."""
    from web.discussion.conftest import a_form  # noqa: PLC0415 - only here

    as_reader.post("/publications/the-call/comments/new/", a_form(publication))  # type: ignore[arg-type]
    assert Comment.objects.count() == 1
    assert not LogEntry.objects.filter(actor=reader, content_type__app_label="discussion").exists()


@pytest.mark.parametrize("keep_words", [True, False])
def test_what_is_taken_back_is_nowhere_left(
    send: Send,
    client: Client,
    editor: object,
    keep_words: bool,  # noqa: FBT001 - a table
) -> None:
    """Name, address and prints are in no table any more; the words are, or are not, as their author chose."""
    comment = published(send, client, editor)
    note_add(comment, "Adela is known to the desk", actor=editor, now=timezone.now())  # type: ignore[arg-type]
    prints = comment.address.address_print, comment.address.secret
    comment_erase(comment, keep_words=keep_words, now=timezone.now())
    Mark.objects.all().delete()  # counts for the limits go within a day
    everything = whole_database()
    for secret in (ADDRESS, "Adela", *prints):
        assert secret not in everything
    assert ("agreed in December" in everything) is keep_words
    page = client.get("/publications/the-call/comments/").content.decode()
    assert ("a reader" in page) is keep_words


def test_unconfirmed_words_are_not_kept_for_a_reader(send: Send) -> None:
    """Words whose address nobody confirmed go with it, whatever was chosen."""
    send()
    comment_erase(Comment.objects.get(), keep_words=True, now=timezone.now())
    assert Comment.objects.get().words == ""


def test_erasing_keeps_the_thread(say: Say, client: Client) -> None:
    """The answers of others stay, and it is said that a comment stood before them."""
    first = say("First words.")
    say("An answer.", reply_to=first)
    comment_erase(first, keep_words=False, now=timezone.now())
    page = client.get("/publications/the-call/comments/").content.decode()
    assert "First words." not in page
    assert "An answer." in page
    assert "not shown any more" in page


def test_an_export_of_the_store_for_others_holds_no_address(send: Send, client: Client, editor: object) -> None:
    """Django's own export leaves out what the table of addresses holds when it is told to, and it is one table."""
    published(send, client, editor)
    out = StringIO()
    call_command("dumpdata", "discussion", exclude=["discussion.CommenterAddress"], stdout=out)
    assert "The call was agreed" in out.getvalue()
    assert ADDRESS not in out.getvalue()


@pytest.mark.parametrize(
    ("state", "days", "address", "comment"),
    [
        (State.WAITING, 6, True, True),
        (State.WAITING, 8, False, False),
        (State.PENDING, 400, True, True),
        (State.PUBLISHED, 400, True, True),
        (State.REJECTED, 29, True, True),
        (State.REJECTED, 31, False, True),
        (State.SPAM, 29, True, True),
        (State.SPAM, 31, False, True),
    ],
)
def test_addresses_go_in_time(say: Say, state: State, days: int, address: bool, comment: bool) -> None:  # noqa: FBT001 - a table
    """Each state has its time; done twice, nothing more goes; threads that are empty go too."""
    said = say(state=state)
    later = timezone.now() + timedelta(days=days)
    comments_prune(later)
    assert not any(comments_prune(later).values())
    assert CommenterAddress.objects.filter(pk=said.pk).exists() is address
    assert Comment.objects.filter(pk=said.pk).exists() is comment
    assert Thread.objects.exists() is comment


def test_hashes_and_counts_go_in_time(say: Say, editor: object) -> None:
    """The network of a comment is forgotten after a month, as is a block on it; counts after a day."""
    comment = say(network="5.6.7.0/24")
    block_add_of([comment.pk], "network", reason="", actor=editor, now=timezone.now())  # type: ignore[arg-type]
    comments_prune(timezone.now() + timedelta(hours=23))
    assert Mark.objects.count() == 2
    comments_prune(timezone.now() + timedelta(days=31))
    comment.address.refresh_from_db()
    assert comment.address.network_print == ""
    assert not Mark.objects.exists()
    assert not Block.objects.exists()


def test_pruning_is_done_by_the_worker(say: Say) -> None:
    """The worker prunes, sends what was not sent, and tells editors."""
    from communique.web.jobs.periodic import DUTIES  # noqa: PLC0415 - only here

    assert {"discussion.prune", "discussion.letters", "discussion.digest"} <= set(DUTIES)
