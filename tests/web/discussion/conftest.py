"""What tests of comments share: a publication of a fictional analysis, a reader who fills in its form, letters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TypeAlias

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from communique.web.discussion.adding import Draft, comment_add
from communique.web.discussion.models import Comment
from communique.web.discussion.states import State
from communique.web.discussion.tokens import form_token, new_nonce
from communique.web.mail import NO_MAIL
from communique.web.publishing.evidence.frozen import Content, FrozenSentence, content_record
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, Revision

ADDRESS = "adela.reader@mail.example"
SENTENCES = ("Velmark asked for the call.", "Arvenia says that it was agreed.", "Nothing else is unusual.")

Send: TypeAlias = Callable[..., HttpResponse]
Say: TypeAlias = Callable[..., Comment]


def make_publication(slug: str = "the-call", title: str = "The call to Tarsk") -> Publication:
    """Make a publication of three sentences."""
    now = timezone.now()
    analysis = Analysis.objects.create(slug=slug, dossier="tarsk", state="published")
    revision = Revision.objects.create(analysis=analysis, number=1, title=title, summary="A call.", text="A call.")
    publication = Publication.objects.create(
        slug=slug, analysis=analysis, title=title, summary="A call.", language="en", first=now, changed=now
    )
    content = Content(
        title=title,
        summary="A call.",
        language="en",
        authors=("The analyst",),
        sentences=tuple(FrozenSentence(number=n, words=words) for n, words in enumerate(SENTENCES, 1)),
        evidence=(),
    )
    PublishedVersion.objects.create(
        publication=publication,
        revision=revision,
        number=1,
        title=title,
        summary="A call.",
        language="en",
        reviewer="The editor",
        moment=now,
        text="A call.",
        content=content_record(content),
        html="".join(f"<p id='s{n}'>{words}<!--s{n}--></p>" for n, words in enumerate(SENTENCES, 1)),
        digest="0" * 64,
    )
    return publication


@pytest.fixture
def publication(db: None) -> Publication:
    """Give a publication of three sentences."""
    return make_publication()


def a_form(publication: Publication, **typed: str) -> dict[str, str]:
    """Give what a reader fills in, a minute after the form was opened."""
    return {
        "name": "Adela",
        "email": ADDRESS,
        "words": "The call was agreed in December.",
        "consent": "on",
        "website": "",
        "token": form_token(publication.slug, now=timezone.now() - timedelta(minutes=1)),
        **typed,
    }


@pytest.fixture
def send(client: Client, publication: Publication) -> Send:
    """Give what sends the form of the publication."""

    def sent(**typed: str) -> HttpResponse:
        answer = client.post(f"/publications/{publication.slug}/comments/new/", a_form(publication, **typed))
        assert isinstance(answer, HttpResponse)
        return answer

    return sent


@pytest.fixture
def say(publication: Publication) -> Say:
    """Give what keeps a comment, published unless a state is named."""

    def said(words: str = "It was agreed.", *, state: str = State.PUBLISHED, **parts: object) -> Comment:
        number = Comment.objects.count()
        usual = {
            "publication": publication,
            "name": "Adela",
            "email": f"reader{number}@mail.example",
            "nonce": new_nonce(),
        }
        draft = Draft(words=words, **{**usual, **parts})  # type: ignore[arg-type]
        comment = comment_add(draft, now=timezone.now())
        comment.state = state
        comment.published = timezone.now() if state == State.PUBLISHED else None
        comment.decided = timezone.now()
        comment.reason = "Not on the subject" if state == State.REJECTED else ""
        if state == State.ERASED:
            comment.name, comment.words, comment.erased = "", "", timezone.now()
        comment.save()
        mail.outbox.clear() if hasattr(mail, "outbox") else None
        return comment

    return said


@pytest.fixture
def without_mail(settings: object) -> None:
    """Configure no mail."""
    settings.EMAIL_BACKEND = NO_MAIL  # type: ignore[attr-defined]


def letter_link(part: str) -> str:
    """Give the path of a link in the last letter."""
    body = str(mail.outbox[-1].body)
    line = next(line for line in body.splitlines() if f"/comments/{part}/" in line)
    return line[line.index("/comments/") :].strip()
