"""Handing an analysis to a reviewer, taking it back, and what the reviewer says."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.journal import note_write
from communique.web.accounts.models import User
from communique.web.publishing.models import Analysis, Review, Revision, State
from communique.web.publishing.rules import wrote_in_it, wrote_it
from communique.web.publishing.services.writing import Draft, analysis_revise, newest_revision, require_state


@transaction.atomic
def analysis_submit(analysis: Analysis) -> None:
    """Hand a draft to a reviewer."""
    held = held_analysis(analysis)
    require_state(held, State.DRAFT)
    if not newest_revision(held).text.strip():
        raise CommuniqueError(wanted=_("a text to review"), got=_("none"), remedy=_("write it first"))
    set_state(held, State.REVIEW)


@transaction.atomic
def analysis_hand_in(analysis: Analysis, actor: User, draft: Draft, *, base: int) -> Revision:
    """
    Save what an author typed and hand it to a reviewer, both or neither.

    Raises:
        StaleError: somebody else saved meanwhile.
        CommuniqueError: the analysis is no draft, or has no text.
    """
    saved = analysis_revise(analysis, actor, draft, base=base)
    analysis_submit(analysis)
    return saved


@transaction.atomic
def analysis_withdraw(analysis: Analysis) -> None:
    """Take an analysis back to a draft; what was reviewed must be reviewed again."""
    held = held_analysis(analysis)
    require_state(held, State.REVIEW, State.REVIEWED)
    set_state(held, State.DRAFT)


@transaction.atomic
def analysis_review(analysis: Analysis, reviewer: User, *, passed: bool, remarks: str = "") -> Review:
    """
    Note what a reviewer says of the newest revision: it may be published, or it goes back with remarks.

    Who wrote in it reviews it only where no other editor is there; that is noted plainly.

    Raises:
        CommuniqueError: it is not in review, the reviewer may not review it, or it goes back without a reason.
    """
    held = held_analysis(analysis)
    require_state(held, State.REVIEW)
    if not reviewer.has_perm("publishing.review_analysis", held):
        raise CommuniqueError(
            wanted=_("a reviewer who wrote nothing of the text"),
            got=reviewer.name,
            remedy=_("ask another editor: there is one"),
        )
    if not passed and not remarks.strip():
        raise CommuniqueError(wanted=_("remarks on what to mend"), got=_("none"), remedy=_("say what is to be mended"))
    own = wrote_it(reviewer, held) or wrote_in_it(reviewer, held)
    review: Review = Review.objects.create(
        analysis=held,
        revision=newest_revision(held),
        reviewer=reviewer,
        passed=passed,
        own=own,
        remarks=remarks.strip(),
    )
    if own:
        note_write(reviewer, "reviewed their own", "analysis", held.slug, {"why": "no other editor is there"})
    set_state(held, State.REVIEWED if passed else State.DRAFT)
    return review


def held_analysis(analysis: Analysis) -> Analysis:
    """Give an analysis as it is now, held until the transaction ends."""
    return Analysis.objects.select_for_update().get(pk=analysis.pk)


def set_state(analysis: Analysis, state: State) -> None:
    """Move an analysis to a state."""
    analysis.state = state
    analysis.save(update_fields=["state"])
