"""A comment becomes evidence of a dossier, credited as its author agreed, and follows what its author takes back."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from communique.errors import CommuniqueError
from communique.model import Admiralty, Credibility, Dossier, Exhibit, ExhibitKind, Reliability
from communique.web.accounts.models import Role, User
from communique.web.base.corpus import the_dossiers
from communique.web.discussion.models import Comment, Promotion
from communique.web.discussion.promoting import Claim, comment_promote
from communique.web.discussion.services import comment_erase
from communique.web.discussion.states import State
from communique.web.discussion.taking_back import _cited
from communique.web.workbench.dossiers.selectors import dossier_find
from communique.web.workbench.dossiers.services import dossier_copy
from communique.web.workbench.models import DossierRevision, EssayAudit
from web.conftest import a_client, a_user
from web.discussion.conftest import Say

FORM = {"dossier": "tarsk", "statement": "A reader was there.", "source": "D", "item": "3"}


@pytest.fixture
def tarsk(db: None) -> None:
    """Keep an empty dossier."""
    dossier = Dossier(title="Tarsk", first=date(2021, 2, 1), last=date(2021, 3, 1))
    the_dossiers().put("tarsk", dossier, revision=None)


def kept() -> Dossier:
    """Give the dossier as it stands."""
    found = the_dossiers().get("tarsk")
    assert found is not None
    return found[0]


def test_a_comment_becomes_evidence(say: Say, tarsk: None, as_analyst: Client) -> None:
    """The dossier has the comment as an exhibit with its grade and place, and evidence resting on it."""
    comment = say("I saw them.\n\nBoth.", citable=True)
    page = as_analyst.get(f"/comments/{comment.pk}/promote/").content.decode()
    assert '<option value="tarsk" selected>' in page
    answer = as_analyst.post(f"/comments/{comment.pk}/promote/", FORM)
    assert answer.status_code == 302
    (exhibit,), (evidence,) = kept().exhibits, kept().evidence
    assert (exhibit.kind, str(exhibit.grade)) == (ExhibitKind.COMMENT, "D3")
    assert exhibit.title == "Comment by Adela"
    assert exhibit.address.endswith(f"/publications/the-call/#comment-{comment.pk}")
    assert (evidence.source, evidence.quote, evidence.grade) == (exhibit.code, "I saw them. Both.", "D3")
    assert Promotion.objects.get().exhibit == exhibit.code
    assert "tarsk" in as_analyst.get(f"/comments/{comment.pk}/promote/").content.decode()


@pytest.mark.parametrize("page", ["/publications/the-call/", "/publications/the-call/comments/"])
def test_the_way_to_evidence_is_shown_to_analysts(say: Say, client: Client, as_analyst: Client, page: str) -> None:
    """Analysts find the link beside each comment; other readers do not."""
    place = f"/comments/{say().pk}/promote/"
    assert place in as_analyst.get(page).content.decode()
    assert place not in client.get(page).content.decode()


def test_no_consent_no_name(say: Say, tarsk: None, as_analyst: Client) -> None:
    """Who did not agree to be cited by name is cited as a reader."""
    as_analyst.post(f"/comments/{say().pk}/promote/", FORM)
    assert kept().exhibits[0].title == "Comment by a reader"
    assert "Adela" not in str(kept())


def test_a_comment_is_promoted_once(say: Say, tarsk: None, as_analyst: Client) -> None:
    """The same comment does not stand in a dossier twice."""
    comment = say()
    as_analyst.post(f"/comments/{comment.pk}/promote/", FORM)
    assert as_analyst.post(f"/comments/{comment.pk}/promote/", FORM).status_code == 422
    assert len(kept().exhibits) == 1


@pytest.mark.parametrize("keep_words", [True, False])
def test_taking_back_reaches_the_dossier(
    say: Say, tarsk: None, as_analyst: Client, analyst: User, *, keep_words: bool
) -> None:
    """The name goes from the dossier, its copies, their past and what was made of them; the words unless they stay."""
    comment = say("I saw them.", citable=True)
    as_analyst.post(f"/comments/{comment.pk}/promote/", FORM)
    standing = dossier_find("tarsk")
    assert standing is not None
    dossier_copy(standing, "copied", actor=analyst)
    common = {"row": standing.row, "revision": 1, "made": timezone.now()}
    EssayAudit.objects.create(job=uuid4(), title="a", page="Comment by Adela", **common)
    other = EssayAudit.objects.create(job=uuid4(), title="b", page="of something else", **common)
    comment_erase(comment, keep_words=keep_words, now=timezone.now())
    texts = [text for name in ("tarsk", "copied") for text, _revision in [the_dossiers().text(name) or ("", 0)]]
    past = list(DossierRevision.objects.values_list("body", "changes"))
    assert len(past) > 1
    assert "Adela" not in str([*texts, *past])
    assert all(("I saw them." in text) is keep_words for text in texts)
    assert ("I saw them." in str(past)) is keep_words
    assert kept().evidence[0].statement == "A reader was there."
    assert list(EssayAudit.objects.all()) == [other]


@pytest.mark.parametrize(("number", "cited"), [(12, {"comment-12"}), (1, set()), (2, set()), (120, set())])
def test_taking_back_leaves_others_alone(number: int, cited: set[str]) -> None:
    """A comment whose number begins or ends alike keeps its credit."""
    exhibit = Exhibit(
        code="comment-12",
        kind=ExhibitKind.COMMENT,
        title="Comment by Ilmar",
        grade=Admiralty(source=Reliability.F, item=Credibility.SIX),
        address="/publications/the-call/#comment-12",
    )
    dossier = Dossier(title="Tarsk", first=date(2021, 2, 1), last=date(2021, 3, 1), exhibits=(exhibit,))
    assert _cited(dossier, Comment(pk=number)) == cited


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("role", ["", *Role])
def test_analysts_promote_what_is_published(say: Say, tarsk: None, client: Client, role: str, state: State) -> None:
    """Analysts and above may, with published comments alone; by page and by act."""
    comment = say(state=state)
    browser = a_client(a_user(role)) if role else client
    allowed = role in {Role.ANALYST, Role.EDITOR, Role.ADMINISTRATOR} and state == State.PUBLISHED
    refused = 403 if role else 302
    place = f"/comments/{comment.pk}/promote/"
    assert browser.get(place).status_code == (200 if allowed else refused)
    assert browser.post(place, FORM).status_code == (302 if allowed else refused)
    assert bool(kept().exhibits) is allowed


@pytest.mark.parametrize("bad", [{"dossier": "no-such"}, {"statement": ""}, {"source": "Z"}, {"item": "9"}])
def test_what_does_not_read_is_refused(say: Say, tarsk: None, as_analyst: Client, bad: dict[str, str]) -> None:
    """A dossier that is not there, no statement, or no grade changes nothing."""
    assert as_analyst.post(f"/comments/{say().pk}/promote/", {**FORM, **bad}).status_code == 422
    assert kept().exhibits == ()
    assert not Promotion.objects.exists()


def test_a_comment_that_is_gone_is_not_promoted(say: Say, tarsk: None, analyst: User) -> None:
    """What was hidden meanwhile is refused by the service too."""
    comment = say()
    Comment.objects.filter(pk=comment.pk).update(state=State.SPAM)
    claim = Claim(dossier="tarsk", statement="x", grade=Admiralty(source=Reliability.F, item=Credibility.SIX))
    with pytest.raises(CommuniqueError, match="published"):
        comment_promote(comment, claim, actor=analyst, now=timezone.now())
    assert kept().exhibits == ()
