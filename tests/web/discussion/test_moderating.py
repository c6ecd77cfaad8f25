"""Moderators decide; nobody else does; no act alters a reader's words."""

from __future__ import annotations

import re

import pytest
from django.core.mail import EmailMessage
from django.db import DatabaseError, IntegrityError, transaction
from django.test import Client, RequestFactory
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.web.accounts.models import Role, User
from communique.web.base.views import failed, not_found
from communique.web.discussion.letters import digest_send, letter_send
from communique.web.discussion.models import Block, Comment, CommenterAddress, ModeratorNote, Thread
from communique.web.discussion.services import block_add_words, comment_erase, comments_moderate, note_add
from communique.web.discussion.states import STEPS, Act, State
from communique.web.discussion.templatetags import comments
from communique.web.publishing.models import Publication
from web.conftest import a_client, a_user
from web.discussion.conftest import ADDRESS, Say, Send, a_form, letter_link

PAGES = ("/moderation/", "/moderation/{number}/", "/moderation/blocks/")
POSTS = (
    "/moderation/act/",
    "/moderation/{number}/",
    "/moderation/{number}/erase/",
    "/moderation/blocks/",
    "/moderation/blocks/1/remove/",
)
EVIL = "<script>alert(1)</script>"


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("act", list(Act))
def test_acts_start_from_their_states(say: Say, editor: User, state: State, act: Act) -> None:
    """An act changes a comment in a state for it, and leaves every other as it is, its words always."""
    comment = say("As it was typed.", state=state)
    changed, left = comments_moderate([comment.pk], act, reason="Not so.", actor=editor, now=timezone.now())
    after = Comment.objects.get()
    fits = state in STEPS[act].start
    assert (changed, left) == ((1, 0) if fits else (0, 1))
    assert after.state == (STEPS[act].end if fits else state)
    assert after.words == comment.words
    assert after.name == comment.name


def test_an_unconfirmed_comment_is_not_published(say: Say, editor: User) -> None:
    """What waits for its address, or was erased, cannot be published."""
    assert not {State.WAITING, State.ERASED} & STEPS[Act.PUBLISH].start
    assert all(State.ERASED not in step.start for step in STEPS.values())


def test_a_reason_is_given(say: Say, editor: User) -> None:
    """Nothing is refused without a reason; the database holds to it too."""
    comment = say(state=State.PENDING)
    with pytest.raises(CommuniqueError, match="reason"):
        comments_moderate([comment.pk], Act.REJECT, reason="  ", actor=editor, now=timezone.now())
    comment.refresh_from_db()
    assert comment.state == State.PENDING


@pytest.mark.parametrize(
    "change",
    [
        {"state": "unheard of"},
        {"state": State.REJECTED, "reason": ""},
        {"state": State.PUBLISHED, "published": None},
        {"state": State.ERASED},
        {"erased": timezone.now()},
        {"name": ""},
        {"words": ""},
    ],
)
def test_the_database_holds_to_the_rules(say: Say, change: dict[str, object]) -> None:
    """A row that says what cannot be is refused, whoever writes it."""
    comment = say(state=State.PENDING)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=comment.pk).update(**change)


def test_a_thread_has_one_opening(say: Say) -> None:
    """Two comments cannot open one thread, and a form counts once."""
    comment, other = say(), say()
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=other.pk).update(thread=comment.thread)
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.filter(pk=other.pk).update(nonce=comment.nonce)
    assert Thread.objects.count() == 2


@pytest.mark.parametrize(("role", "status"), [("", 302), (Role.READER, 403), (Role.ANALYST, 403)])
def test_nobody_else_moderates(say: Say, client: Client, role: str, status: int) -> None:
    """Strangers are sent to log in, readers and analysts are refused, on every page and act, and nothing changes."""
    comment = say("As it was.", state=State.PENDING)
    browser = a_client(a_user(role)) if role else client
    for page in PAGES:
        assert browser.get(page.format(number=comment.pk)).status_code == status
    for place in POSTS:
        sent = {"chosen": comment.pk, "act": "publish", "words": "remove", "reason": "x"}
        assert browser.post(place.format(number=comment.pk), sent).status_code == status
    comment.refresh_from_db()
    assert (comment.state, comment.words) == (State.PENDING, "As it was.")
    assert not ModeratorNote.objects.exists()
    assert not Block.objects.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.ADMINISTRATOR])
def test_editors_moderate(say: Say, role: str) -> None:
    """Editors and administrators see the queue and decide."""
    comment = say(state=State.PENDING)
    browser = a_client(a_user(role))
    for page in PAGES:
        assert browser.get(page.format(number=comment.pk)).status_code == 200
    assert browser.get("/moderation/999/").status_code == 404
    browser.post("/moderation/act/", {"chosen": comment.pk, "act": "publish"})
    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED
    assert comment.published is not None


@pytest.mark.parametrize("place", POSTS)
def test_other_sites_cannot_moderate(say: Say, editor: User, place: str) -> None:
    """No act is done without the token of the site."""
    comment = say(state=State.PENDING)
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(editor)
    sent = {"chosen": comment.pk, "act": "publish", "words": "remove"}
    assert strict.post(place.format(number=comment.pk), sent).status_code == 403
    comment.refresh_from_db()
    assert comment.state == State.PENDING


def test_many_are_decided_at_once(say: Say, as_editor: Client) -> None:
    """All that were chosen change, the others stay, and it is said how many; what is no number is passed over."""
    comments = [say(f"Comment {n}.", state=State.PENDING) for n in range(5)]
    chosen = [comment.pk for comment in comments[:3]]
    answer = as_editor.post(
        "/moderation/act/",
        {"chosen": [*chosen, "x", "²"], "act": "reject", "reason": "Said already", "state": "pending"},
        follow=True,
    )
    assert set(Comment.objects.filter(state=State.REJECTED, reason="Said already").values_list("pk", flat=True)) == set(
        chosen
    )
    assert "3 comments" in answer.content.decode()
    assert as_editor.post("/moderation/act/", {"act": "publish"}, follow=True).status_code == 200
    assert as_editor.post("/moderation/act/", {"chosen": chosen, "act": "unheard of"}).status_code == 302
    assert Comment.objects.filter(state=State.PUBLISHED).count() == 0


def test_the_usual_reasons_are_at_hand(say: Say, as_editor: Client) -> None:
    """A reason is chosen or typed; the typed one wins."""
    one, two = say(state=State.PENDING), say(state=State.PENDING)
    as_editor.post("/moderation/act/", {"chosen": one.pk, "act": "reject", "usual_reason": "Advertises"})
    as_editor.post(
        "/moderation/act/", {"chosen": two.pk, "act": "reject", "usual_reason": "Advertises", "reason": "My own"}
    )
    assert list(Comment.objects.order_by("pk").values_list("reason", flat=True)) == ["Advertises", "My own"]


def test_hiding_takes_a_comment_off_the_page(say: Say, client: Client, as_editor: Client) -> None:
    """A published comment that is refused later is seen no more."""
    comment = say("Soon gone.")
    assert "Soon gone." in client.get("/publications/the-call/comments/").content.decode()
    as_editor.post("/moderation/act/", {"chosen": comment.pk, "act": "reject", "reason": "x"})
    assert "Soon gone." not in client.get("/publications/the-call/comments/").content.decode()


@pytest.mark.parametrize("kind", ["address", "network"])
def test_who_wrote_is_kept_out(say: Say, as_editor: Client, publication: Publication, kind: str) -> None:
    """The address or network of a comment is kept out from then on, without being shown; it can be let in again."""
    client = Client()
    comment = say(email=ADDRESS, network="5.6.7.0/24", state=State.SPAM)
    as_editor.post("/moderation/act/", {"chosen": comment.pk, "act": f"block_{kind}"})
    block = Block.objects.get()
    assert (block.kind, block.until is None) == (kind, kind == "address")
    form = a_form(publication, email=ADDRESS if kind == "address" else "b@mail.example")
    client.post("/publications/the-call/comments/new/", form, REMOTE_ADDR="5.6.7.9")
    assert Comment.objects.latest("pk").state == State.SPAM
    as_editor.post(f"/moderation/blocks/{block.pk}/remove/")
    form = a_form(publication, email=ADDRESS if kind == "address" else "b@mail.example")
    client.post("/publications/the-call/comments/new/", form, REMOTE_ADDR="5.6.7.9")
    assert Comment.objects.latest("pk").state == State.WAITING


def test_words_are_kept_out(as_editor: Client, editor: User) -> None:
    """Words are kept in lower case, once; words of two letters are refused."""
    for words in ("Cheap  Pills", "cheap pills"):
        as_editor.post("/moderation/blocks/", {"words": words})
    assert Block.objects.get().print == "cheap pills"
    with pytest.raises(CommuniqueError, match="three letters"):
        block_add_words("a ", reason="", actor=editor, now=timezone.now())


def test_notes_are_for_moderators(say: Say, as_editor: Client, editor: User, client: Client) -> None:
    """A note stands beside the words, never on a reader's page; none is kept on who took their comment back."""
    comment = say()
    as_editor.post(f"/moderation/{comment.pk}/", {"words": "Known from before."})
    assert "Known from before." in as_editor.get(f"/moderation/{comment.pk}/").content.decode()
    assert "Known from before." not in client.get("/publications/the-call/comments/").content.decode()
    comment_erase(comment, keep_words=True, now=timezone.now())
    assert not ModeratorNote.objects.exists()
    with pytest.raises(CommuniqueError):
        note_add(comment, "Again", actor=editor, now=timezone.now())


def test_an_editor_erases_for_its_author(say: Say, as_editor: Client) -> None:
    """Who asks the desk instead of following a link is served too."""
    comment = say("Stays.")
    as_editor.post(f"/moderation/{comment.pk}/erase/", {"words": "keep"})
    comment.refresh_from_db()
    assert (comment.name, comment.words, comment.state) == ("", "Stays.", State.PUBLISHED)
    as_editor.post(f"/moderation/{comment.pk}/erase/", {"words": "remove"})
    comment.refresh_from_db()
    assert (comment.words, comment.state) == ("", State.ERASED)
    assert not CommenterAddress.objects.exists()


@pytest.mark.parametrize("page", ["/moderation/?state=rejected", "/moderation/{number}/", "/moderation/blocks/"])
def test_nothing_that_was_typed_becomes_markup(say: Say, as_editor: Client, editor: User, page: str) -> None:
    """Names, words, reasons, notes and blocked words are text on the pages of moderators."""
    comment = say(f"Words {EVIL}", name=f"Name {EVIL}", state=State.PENDING)
    comments_moderate([comment.pk], Act.REJECT, reason=f"Reason {EVIL}", actor=editor, now=timezone.now())
    note_add(comment, f"Note {EVIL}", actor=editor, now=timezone.now())
    block_add_words(EVIL, reason=EVIL, actor=editor, now=timezone.now())
    body = as_editor.get(page.format(number=comment.pk)).content.decode()
    assert EVIL not in body
    assert "&lt;script&gt;" in body


def test_publishing_is_told_once(send: Send, client: Client, editor: User, mailoutbox: list[object]) -> None:
    """Who asked for it gets one letter, however often the comment is hidden and shown again; others get none."""
    send(notify="on")
    client.post(letter_link("verify"))
    number = Comment.objects.get().pk
    for _ in range(2):
        comments_moderate([number], Act.PUBLISH, actor=editor, now=timezone.now())
        comments_moderate([number], Act.REJECT, reason="x", actor=editor, now=timezone.now())
    assert len(mailoutbox) == 2
    assert "published" in mailoutbox[-1].subject  # type: ignore[attr-defined]
    send(words="Without a letter.")
    client.post(letter_link("verify"))
    unasked = Comment.objects.latest("pk").pk
    comments_moderate([unasked], Act.PUBLISH, actor=editor, now=timezone.now())
    assert not letter_send(unasked, "published")
    assert len(mailoutbox) == 3


def test_editors_are_told_what_waits(
    say: Say, editor: User, administrator: User, analyst: User, mailoutbox: list[object]
) -> None:
    """Editors and administrators get a letter with the number; nobody gets one where nothing waits."""
    assert digest_send() == 0
    say("Not in the letter.", state=State.PENDING)
    mailoutbox.clear()
    assert digest_send() == 2
    assert {letter.to[0] for letter in mailoutbox} == {editor.email, administrator.email}  # type: ignore[attr-defined]
    assert not [letter for letter in mailoutbox if "Not in the letter." in letter.body]  # type: ignore[attr-defined]


def test_editors_are_told_in_their_language(say: Say, editor: User, mailoutbox: list[EmailMessage]) -> None:
    """Whoever set a language for the interface gets the letter in it."""
    say("Waiting.", state=State.PENDING)
    mailoutbox.clear()
    User.objects.filter(pk=editor.pk).update(language="ru")
    digest_send()
    (letter,) = mailoutbox
    assert re.search("[а-я]{4}", str(letter.subject))
    assert re.search("[а-я]{4}", str(letter.body))


def test_the_queue_costs_the_same_however_long(
    say: Say, as_editor: Client, django_assert_max_num_queries: object
) -> None:
    """The pages of moderators ask the database a fixed number of questions."""
    for n in range(12):
        say(f"Comment {n}.", state=State.PENDING)
    number = Comment.objects.latest("pk").pk
    for page, most in (("/moderation/", 8), (f"/moderation/{number}/", 8), ("/moderation/blocks/", 6)):
        with django_assert_max_num_queries(most):  # type: ignore[operator]
            assert as_editor.get(page).status_code == 200


def test_the_head_counts_what_waits(say: Say, as_editor: Client, as_analyst: Client, client: Client) -> None:
    """Moderators see on every page how many comments wait, nobody else does, and none are not counted."""
    head = re.compile(r'href="/moderation/"[^>]*>\w+ <span class="number">2<')
    assert 'class="number"' not in as_editor.get("/accounts/profile/").content.decode()
    for n in range(2):
        say(f"Comment {n}.", state=State.PENDING)
    say("Read already.", state=State.PUBLISHED)
    assert head.search(as_editor.get("/accounts/profile/").content.decode())
    for other in (as_analyst, client):
        assert 'href="/moderation/"' not in other.get("/").content.decode()


def test_the_page_of_a_fault_counts_nothing(rf: RequestFactory, editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the database fails, the page that says so asks it nothing more."""

    def broken() -> int:
        raise DatabaseError

    monkeypatch.setattr(comments, "waiting_count", broken)
    request = rf.get("/desk/")
    request.user = editor
    assert failed(request).status_code == 500
    with pytest.raises(DatabaseError):
        not_found(request, None)
