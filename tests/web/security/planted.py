"""A workspace in which everything that anybody types is markup, and where each thing of it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import URLPattern, reverse
from django.utils import timezone

from communique.corpus.correctable import find_items
from communique.db.corpus import DjangoCorpus
from communique.dossiers.codec import dossier_text
from communique.model.corrections import What, parts_of
from communique.web.accounts.letters import password_link
from communique.web.accounts.models import Role, User
from communique.web.accounts.services import invitation_add, token_add
from communique.web.accounts.services.joining import invitation_link
from communique.web.discussion.adding import Draft, comment_add
from communique.web.discussion.models import Comment
from communique.web.discussion.services import block_add_words, comments_moderate, note_add
from communique.web.discussion.states import Act
from communique.web.discussion.states import State as CommentState
from communique.web.discussion.tokens import Purpose, link_token
from communique.web.jobs.models import Job, State
from communique.web.publishing.models import Analysis, Publication
from communique.web.publishing.services import (
    analysis_add,
    analysis_correct,
    analysis_publish,
    analysis_review,
    analysis_revise,
    analysis_submit,
)
from communique.web.publishing.services.writing import newest_revision
from communique.web.workbench.corrections.services import correction_add
from communique.web.workbench.dossiers.gathering import JOB as GATHERING
from communique.web.workbench.dossiers.services import dossier_import, dossier_remove
from communique.web.workbench.models import SavedSearch
from communique.web.workbench.searches.services import unsubscribe_token
from web.conftest import PASSWORD
from web.publishing.making import a_draft, key_of
from web.test_permissions import usual_value
from web.workbench.test_dossiers_xss import NAME, evil

MARKUP = "\"'><script>alert(1)</script><img src=x onerror=a()>"
ADDRESS = '"<img/src=x/onerror=a()>"@desk.example'
COMMENTER = '"<img/src=y/onerror=a()>"@reader.example'
"""Addresses of mail that are ones by their grammar."""

API = ("read_release", "read_account", "read_findings", "read_report", "read_versions", "read_annotations")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """
    Where things stand (the parts of addresses, by page or room), whose they are, and what was typed into fields.

    ``more`` are addresses of pages that show more than one thing, or one in another state.
    """

    parts: Mapping[tuple[str, str], Any]
    owner: User
    typed: tuple[str, ...]
    more: tuple[str, ...]

    def address_of(self, name: str, page: URLPattern) -> str:
        """Give an address of a page, of a thing that is there."""
        room = name.partition(":")[0]
        return reverse(
            name,
            kwargs={
                part: self.parts.get((name, part), self.parts.get((room, part), usual_value(kind)))
                for part, kind in page.pattern.converters.items()
            },
        )


class _Fields:
    """Gives the words of a field, told apart from those of others, and keeps which there were."""

    def __init__(self) -> None:
        self.typed: list[str] = []

    def __call__(self, field: str) -> str:
        self.typed.append(f"{field}{MARKUP}")
        return self.typed[-1]


def plant(corpus: DjangoCorpus, editor: User) -> Planted:
    """Type markup into every field that there is."""
    typed = _Fields()
    owner = User.objects.create_user(ADDRESS, PASSWORD, name=typed("owner"), role=Role.ANALYST)
    key = key_of(corpus)
    token, _ = token_add(owner, typed("token"), scope="read", days=30)
    asked = invitation_add(f"x{ADDRESS[1:]}".replace("x<", '"x<'), Role.READER, actor=editor, site="", language="en")
    search = SavedSearch.objects.create(owner=owner, name=typed("search"), words=typed("words"))
    job = Job.objects.create(
        kind=GATHERING,
        title=typed("job"),
        actor=owner,
        state=State.DONE,
        arguments={"name": NAME},
        result={"lines": [typed("line")], "proposals": [_proposal(typed, key)]},
    )
    failed = Job.objects.create(kind="test", title="A test", actor=owner, state=State.FAILED, fault=typed("fault"))
    dossier_import(NAME, "# " + MARKUP + "\n\n" + dossier_text(evil()), actor=owner)
    gone = replace(evil(), title=typed("removed dossier"))
    removed = dossier_import(f"gone{NAME}", dossier_text(gone), actor=owner)
    dossier_remove(removed, actor=owner)
    _correct(corpus, key, owner, typed("reason"))
    analysis, publication = _published(key, owner, editor, typed)
    draft = analysis_add(owner, a_draft(key, title=typed("draft")), dossier=NAME)
    comment, block = _said(publication, editor, typed)
    sign = {purpose: link_token(purpose, comment) for purpose in Purpose}
    parts = {
        ("accounts", "number"): owner.pk,
        ("accounts", "prefix"): token.prefix,
        ("accounts", "key"): asked.key,
        ("accounts:join", "token"): invitation_link(asked).rstrip("/").rpartition("/")[2],
        ("accounts:new_password", "uidb64"): password_link(owner).split("/")[3],
        ("accounts:new_password", "token"): password_link(owner).split("/")[4],
        ("publishing", "slug"): publication.slug,
        ("publishing", "number"): draft.pk,
        ("publishing:correct", "number"): analysis.pk,
        ("publishing:export", "number"): analysis.pk,
        ("publishing:version", "number"): 2,
        ("publishing", "revision"): 1,
        ("discussion", "slug"): publication.slug,
        ("discussion", "number"): comment.pk,
        ("discussion:remove_block", "number"): block,
        ("discussion:sent", "token"): sign[Purpose.SENT],
        ("discussion:verify", "token"): sign[Purpose.CONFIRM],
        ("discussion:erase", "token"): sign[Purpose.ERASE],
        ("workbench", "name"): NAME,
        ("workbench", "key"): key,
        ("workbench", "number"): 1,
        ("workbench", "row"): removed.row,
        ("workbench:search", "number"): search.pk,
        ("workbench:remove_search", "number"): search.pk,
        ("workbench:rotate_search", "number"): search.pk,
        ("workbench:search_feed", "token"): search.token,
        ("workbench:unsubscribe", "token"): unsubscribe_token(search),
        ("workbench:dossier_gathered", "key"): job.key,
        ("jobs", "key"): job.key,
        ("api-1", "slug"): publication.slug,
        **{(f"api-1:{name}", "key"): key for name in API},
        ("api-1", "name"): NAME,
    }
    more = (
        reverse("jobs:job", args=[failed.key]),
        reverse("publishing:analysis", args=[analysis.pk]),
        reverse("publishing:version", args=[publication.slug, 1]),
        f"{reverse('discussion:queue')}?state={CommentState.REJECTED}",
        *(reverse("discussion:moderate_one", args=[one.pk]) for one in Comment.objects.exclude(pk=comment.pk)),
    )
    return Planted(parts=parts, owner=owner, typed=tuple(typed.typed), more=more)


def _proposal(typed: _Fields, key: str) -> dict[str, str]:
    words = {name: typed(f"proposal {name}") for name in ("reason", "title", "issuer")}
    return {**words, "source": f"corpus:{key}", "role": "event", "language": "en", "key": key, "day": "2021-06-14"}


def _correct(corpus: DjangoCorpus, key: str, owner: User, reason: str) -> None:
    account = corpus.account(key)
    assert account is not None
    kind = next(item for item in find_items(account) if item.what is What.KIND)
    after = tuple({**parts_of(kind.parts), "kind": "call"}.items())
    correction_add(owner, key, What.KIND, kind.place, after, reason=reason)


def _published(key: str, owner: User, editor: User, typed: _Fields) -> tuple[Analysis, Publication]:
    """Publish an analysis twice, so that there are versions and a log."""
    text = f"{a_draft(key).text}\n\n[{typed('text')}](view) [x](javascript:alert(1))"
    analysis = analysis_add(owner, a_draft(key, text, title=typed("title"), summary=typed("summary")), dossier=NAME)
    for again in (False, True):
        if again:
            analysis_correct(analysis, why=typed("why"))
            newest = newest_revision(analysis)
            more = a_draft(key, f"{newest.text}\n\n[More.](view)", title=newest.title, summary=newest.summary)
            analysis_revise(analysis, owner, more, base=newest.number)
        analysis_submit(analysis)
        analysis_review(analysis, editor, passed=True, remarks=typed("remarks"))
        what, why = (typed("what"), typed("why again")) if again else ("", "")
        analysis_publish(analysis, what=what, why=why)
        analysis.refresh_from_db()
    return analysis, Publication.objects.get(analysis=analysis)


def _said(publication: Publication, editor: User, typed: _Fields) -> tuple[Comment, int]:
    """Give a comment on a publication that is published, with an answer, a note, and words that are kept out."""
    now = timezone.now()
    said: list[Comment] = []
    for number, reply_to in enumerate((False, True, False)):
        draft = Draft(
            publication=publication,
            nonce=f"nonce{number}",
            name=typed(f"name{number}"),
            email=COMMENTER,
            words=typed(f"comment{number}"),
            reply_to=said[0] if reply_to else None,
        )
        said.append(comment_add(draft, now=now))
    Comment.objects.update(state=CommentState.PENDING)
    comments_moderate([said[0].pk, said[1].pk], Act.PUBLISH, actor=editor, now=now)
    comments_moderate([said[2].pk], Act.REJECT, reason=typed("refusal"), actor=editor, now=now)
    said[0].refresh_from_db()
    note_add(said[0], typed("note"), actor=editor, now=now)
    block = block_add_words(typed("block"), reason=typed("because"), actor=editor, now=now)
    return said[0], block.pk
