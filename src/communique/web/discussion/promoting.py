"""A comment becomes evidence of a dossier, credited as its author agreed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.model import Admiralty, Dossier, Evidence, Exhibit, ExhibitKind
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.discussion.models import Comment, Promotion
from communique.web.discussion.states import State
from communique.web.workbench.dossiers.services import Deed, dossier_change

PART = "comments"
"""The page of a dossier's history that promotions are noted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an analyst makes of a comment: what it bears out, in one sentence, and the grade of source and of item."""

    dossier: str
    statement: str
    grade: Admiralty


def comment_promote(comment: Comment, claim: Claim, *, actor: User, now: datetime) -> Promotion:
    """
    Set a published comment into a dossier: the comment as an exhibit, what it bears out as evidence resting on it.

    Raises:
        CommuniqueError: the comment is not published, stands there already, or the dossier is not there.
    """
    with transaction.atomic():
        comment = Comment.objects.select_for_update().select_related("thread__publication").get(pk=comment.pk)
        if comment.state != State.PUBLISHED:
            raise CommuniqueError(wanted=_("a published comment"), got=str(State(comment.state).label))
        if Promotion.objects.filter(comment=comment, dossier=claim.dossier).exists():
            raise CommuniqueError(wanted=_("a comment that is not yet in the dossier"), got=_("one that is"))
        exhibit = _exhibit(comment, claim.grade)
        dossier_change(
            claim.dossier, lambda dossier: _with_comment(dossier, exhibit, claim), Deed(actor=actor, part=PART)
        )
        note_write(actor, "promote", "dossier", claim.dossier, {"comment": comment.pk}, room="discussion")
        return Promotion.objects.create(comment=comment, dossier=claim.dossier, exhibit=exhibit.code, by=actor, at=now)


def code_of(comment: Comment) -> str:
    """Give the code that a comment has in every dossier."""
    return f"comment-{comment.pk}"


def title_of(comment: Comment) -> str:
    """Give the title of a comment as an exhibit, which credits its author as they agreed."""
    return f"Comment by {comment.name}" if comment.citable and comment.name else "Comment by a reader"


def one_line(text: str) -> str:
    """Give words on one line, as dossiers keep them."""
    return " ".join(text.split())


def _with_comment(dossier: Dossier, exhibit: Exhibit, claim: Claim) -> Dossier:
    evidence = Evidence(
        code=exhibit.code,
        statement=claim.statement,
        source=exhibit.code,
        quote=exhibit.words,
        group=exhibit.code,
        grade=str(claim.grade),
    )
    return replace(dossier, exhibits=(*dossier.exhibits, exhibit), evidence=(*dossier.evidence, evidence))


def _exhibit(comment: Comment, grade: Admiralty) -> Exhibit:
    return Exhibit(
        code=code_of(comment),
        kind=ExhibitKind.COMMENT,
        title=title_of(comment),
        grade=grade,
        words=one_line(comment.words),
        address=f"{settings.CONFIG.address}{comment.thread.publication.get_absolute_url()}#{comment.anchor}",
        day=comment.written.date().isoformat(),
    )
