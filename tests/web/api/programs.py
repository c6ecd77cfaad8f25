"""What tests of the operations are made of: programs with tokens, a publication, a comparison, a dossier's text."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from django.test import Client

from communique.web.accounts.models import User
from communique.web.accounts.services.tokens import token_add
from communique.web.jobs.models import Job, State
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, Revision

API = "/api/v1"
TALKS = """\
# the talks, as filed
[dossier]
title = "The Tarsk talks"
first = 2021-02-13
last = 2021-02-19
sides = ["XA", "XV"]

[[release]]
source = "corpus:xa-president:729aab851bbf"
"""


def program(user: User, *, writes: bool = False) -> Client:
    """Give a program that asks with a token of somebody's."""
    _, secret = token_add(user, "a program", scope="write" if writes else "read", days=30)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def a_comparison(actor: User) -> Job:
    """Give a comparison that somebody asked for, with what came of it."""
    return Job.objects.create(
        kind="api-comparison",
        title="Comparing",
        state=State.DONE,
        actor=actor,
        result={"address": "/", "lines": ["said"], "comparison": {"form": "communique/comparison/1"}},
    )


def a_publication(author: User, slug: str, moment: datetime) -> Publication:
    """Publish something."""
    analysis = Analysis.objects.create(slug=slug, author=author, state="published")
    told = {"title": "Who greeted whom", "summary": "The host did.", "language": "en"}
    revision = Revision.objects.create(analysis=analysis, number=1, text="The host did.", author=author, **told)
    publication = Publication.objects.create(
        slug=slug, analysis=analysis, authors=[author.name], first=moment, changed=moment, **told
    )
    content = {
        **told,
        "authors": [author.name],
        "sentences": [{"number": 1, "words": "The host did.", "evidence": [1]}],
        "evidence": [{"number": 1, "words": "met the guest", "imprint": "0" * 64}],
    }
    PublishedVersion.objects.create(
        publication=publication,
        revision=revision,
        number=1,
        authors=[author.name],
        reviewer="A reviewer",
        moment=moment,
        text="The host did.",
        content=content,
        html="<p>The host did.</p>",
        digest=sha256(b"content").hexdigest(),
        **told,
    )
    return publication
