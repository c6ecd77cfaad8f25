"""What readers see: published comments alone, as text, by few queries."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from django.db.models import F
from django.test import Client

from communique.web.discussion.adding import Draft, comment_add
from communique.web.discussion.models import Comment, Thread
from communique.web.discussion.public_part import comments_stamp
from communique.web.discussion.selectors import talk_get
from communique.web.discussion.states import State
from communique.web.publishing.models import Publication, PublishedVersion
from web.discussion.conftest import Say, make_publication

PAGE = "/publications/the-call/"
COMMENTS = "/publications/the-call/comments/"
ATOM = "{http://www.w3.org/2005/Atom}"
PUBLIC = (PAGE, COMMENTS, f"{COMMENTS}feed.atom", f"{COMMENTS}comments.json", "/comments/feed.atom")
EVIL = "<img src=x onerror=alert(1)>"


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("state", list(State))
def test_published_comments_alone_are_seen(say: Say, client: Client, path: str, state: State) -> None:
    """Of all states one is seen by readers, on every page, feed and list."""
    say("Unheard-of words.", state=state)
    body = client.get(path).content.decode()
    assert ("Unheard-of words." in body) is (state == State.PUBLISHED)


@pytest.mark.parametrize("path", PUBLIC)
@pytest.mark.parametrize("part", ["words", "name"])
def test_words_and_names_are_text(say: Say, client: Client, path: str, part: str) -> None:
    """Nothing that a reader typed becomes markup anywhere."""
    say(**{"words": "Harmless.", part: f"Before {EVIL}"})
    answer = client.get(path)
    assert answer.status_code == 200
    if path.endswith(".json"):
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    elif path.endswith(".atom"):
        assert not [node for node in ET.fromstring(answer.content).iter() if node.tag.endswith("img")]  # noqa: S314 - made by us
    else:
        assert EVIL not in answer.content.decode()


def test_the_public_page_says_what_is_said_of_each_sentence(say: Say, client: Client) -> None:
    """A sentence with comments carries their number and leads to them; every other leads to the form."""
    first = say("On it.", sentence=2, quoted="Arvenia says that it was agreed.")
    say("An answer.", reply_to=first)
    page = client.get(PAGE).content.decode()
    assert f'href="#thread-{first.thread_id}"' in page
    assert f'id="thread-{first.thread_id}"' in page
    assert "2 comments on sentence 2" in page
    assert "/publications/the-call/comments/new/?sentence=s1#comment-form" in page
    assert f'id="comment-{first.pk}"' in page


def test_a_corrected_sentence_keeps_its_comments(say: Say, client: Client, publication: Publication) -> None:
    """A comment on an earlier version counts where the same words stand now, and leads to its version."""
    say("On the second.", sentence=2, quoted="Arvenia says that it was agreed.")
    Thread.objects.update(version=7)
    page = client.get(PAGE).content.decode()
    assert "1 comment on sentence 2" in page
    assert "/publications/the-call/v7/#s2" in page
    Thread.objects.update(quoted="Words that stand there no more.")
    assert "1 comment on sentence" not in client.get(PAGE).content.decode()


def test_the_public_page_is_everybodys(say: Say, client: Client) -> None:
    """The part of the page that comments add holds no form and no token, so that the page may be cached."""
    say()
    page = client.get(PAGE).content.decode()
    part = page[page.index('id="comments"') :].split("</section>")[0]
    assert "csrfmiddlewaretoken" not in part
    assert "<form" not in part


def test_browsers_learn_of_new_comments(say: Say, publication: Publication) -> None:
    """The stamp of the page changes with each comment that is published, hidden or erased."""
    stamps = {comments_stamp(publication)}
    comment = say()
    stamps.add(comments_stamp(publication))
    Comment.objects.filter(pk=comment.pk).update(decided=F("decided") + timedelta(seconds=1))
    stamps.add(comments_stamp(publication))
    Comment.objects.filter(pk=comment.pk).update(state=State.SPAM)
    stamps.add(comments_stamp(publication))
    assert len(stamps) >= 3


def test_answers_stand_under_what_they_answer(say: Say, publication: Publication) -> None:
    """Threads stand in the order of their opening, answers in the order of their writing."""
    first, second = say("First."), say("Second.")
    late = say("To the first.", reply_to=first)
    talk = talk_get(publication)
    assert [thread.opening for thread in talk.threads] == [first, second]
    assert [thread.replies for thread in talk.threads] == [(late,), ()]
    assert talk.total == 3


def many(publication: Publication, count: int) -> None:
    """Write many published comments, some of them answers."""
    from django.utils import timezone  # noqa: PLC0415 - only here

    now = timezone.now()
    threads = Thread.objects.bulk_create(
        Thread(publication=publication, sentence=n % 3 + 1, quoted="Nothing else is unusual.", opened=now)
        for n in range(count // 2)
    )
    Comment.objects.bulk_create(
        Comment(
            thread=threads[n // 2],
            opening=n % 2 == 0,
            nonce=f"nonce {n}",
            name=f"Reader {n}",
            words=f"Comment {n}. https://velmark.example/{n}",
            state=State.PUBLISHED,
            written=now,
            consented=now,
            published=now,
        )
        for n in range(count)
    )


def test_two_hundred_comments_cost_few_queries(
    client: Client, publication: Publication, django_assert_max_num_queries: object
) -> None:
    """The public page asks six questions at most, whatever is said; so do the other pages of readers."""
    many(publication, 200)
    client.get(PAGE)
    for path in PUBLIC:
        with django_assert_max_num_queries(6):  # type: ignore[operator]
            assert client.get(path).status_code == 200
    assert client.get(PAGE).content.decode().count('class="talk-voice"') == 200


def test_forms_cost_few_queries(client: Client, say: Say, django_assert_max_num_queries: object) -> None:
    """So does the form, on a sentence or as an answer."""
    comment = say()
    for query in ("?sentence=s1", f"?reply={comment.pk}", ""):
        with django_assert_max_num_queries(6):  # type: ignore[operator]
            assert client.get(f"{COMMENTS}new/{query}").status_code == 200


def test_feeds_are_of_one_publication_or_all(say: Say, client: Client) -> None:
    """A feed holds the newest first, with the name, the words as HTML and a lasting address."""
    say("Here.\n\nTwo paragraphs.")
    say("There.", publication=make_publication("other", "Another"))
    both = ET.fromstring(client.get("/comments/feed.atom").content)  # noqa: S314 - made by us
    one = ET.fromstring(client.get(f"{COMMENTS}feed.atom").content)  # noqa: S314 - likewise
    assert [len(feed.findall(f"{ATOM}entry")) for feed in (both, one)] == [2, 1]
    entry = one.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}summary") == "<p>Here.</p><p>Two paragraphs.</p>"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Adela"
    assert client.get("/publications/no-such/comments/feed.atom").status_code == 404


@pytest.mark.parametrize("words", ["\x0b\x00bell\x07", "\ufffe\uffffx", "\ud83d x", "👩‍🚀 мир سلام"])
def test_no_sign_breaks_a_feed(publication: Publication, client: Client, words: str) -> None:
    """Whatever is typed, the feed stays well-formed."""
    from django.utils import timezone  # noqa: PLC0415 - only here

    from communique.web.discussion.words import clean_words  # noqa: PLC0415 - likewise

    draft = Draft(publication=publication, nonce="n", name="A", email="a@mail.example", words=clean_words(words))
    comment = comment_add(draft, now=timezone.now())
    Comment.objects.filter(pk=comment.pk).update(state=State.PUBLISHED, published=timezone.now())
    ET.fromstring(client.get("/comments/feed.atom").content)  # noqa: S314 - made by us


def test_versions_show_their_comments(say: Say, client: Client, publication: Publication) -> None:
    """The sentences of a version carry counts too."""
    say("On it.", sentence=2, quoted="Arvenia says that it was agreed.")
    assert PublishedVersion.objects.count() == 1
    assert client.get("/publications/the-call/v1/").status_code == 200


def test_what_we_keep_is_said(client: Client, db: None) -> None:
    """A page says what is kept of a commenter and how long."""
    page = client.get("/comments/privacy/").content.decode()
    assert "30 days" in page
