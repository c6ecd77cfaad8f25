"""Writing an analysis: begun, saved again and again, brought back; no save is lost under another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from anyascii import anyascii
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.publishing.models import LONGEST_SUMMARY, LONGEST_TEXT, LONGEST_TITLE, Analysis, Revision, State

_LONGEST_SLUG = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What an author typed."""

    title: str
    summary: str = ""
    language: str = "en"
    text: str = ""


class StaleError(CommuniqueError):
    """Somebody else saved meanwhile: ``theirs`` is what they saved, ``mine`` what was not saved."""

    def __init__(self, *, theirs: Revision, mine: Draft) -> None:
        self.theirs = theirs
        self.mine = mine
        super().__init__(
            wanted=_("a text that nobody changed meanwhile"),
            got=_("revision %(number)s, saved since you opened it") % {"number": theirs.number},
            remedy=_("both are shown: take what you want of each and save again"),
        )

    def __reduce__(self) -> tuple[object, ...]:
        """Keep both texts when the error travels."""
        return _stale, (self.theirs, self.mine)


def _stale(theirs: Revision, mine: Draft) -> StaleError:
    return StaleError(theirs=theirs, mine=mine)


@transaction.atomic
def analysis_add(actor: User, draft: Draft, *, dossier: str = "") -> Analysis:
    """Begin an analysis with its first revision; its address is made of its title and stays."""
    draft = _checked(draft)
    analysis = Analysis.objects.create(slug=_free_slug(draft.title), dossier=dossier, author=actor)
    _write(analysis, 1, draft, actor)
    return analysis


def analysis_revise(analysis: Analysis, actor: User, draft: Draft, *, base: int) -> Revision:
    """
    Save what an author typed, if ``base`` is the newest revision; the same words again save nothing.

    Raises:
        StaleError: somebody else saved meanwhile; nothing is lost, both texts are in the error.
        CommuniqueError: the analysis is no draft.
    """
    draft = _checked(draft)
    try:
        with transaction.atomic():
            return _revised(analysis, actor, draft, base)
    except IntegrityError as error:  # another save took the number in the same moment
        theirs = newest_revision(analysis)
        if theirs.number == base:
            raise
        raise StaleError(theirs=theirs, mine=draft) from error


def _revised(analysis: Analysis, actor: User, draft: Draft, base: int) -> Revision:
    held = Analysis.objects.select_for_update().get(pk=analysis.pk)
    require_state(held, State.DRAFT)
    newest = newest_revision(held)
    if draft_of(newest) == draft:
        return newest
    if newest.number != base:
        raise StaleError(theirs=newest, mine=draft)
    return _write(held, base + 1, draft, actor)


def analysis_restore(analysis: Analysis, actor: User, number: int) -> Revision:
    """Bring back what an earlier revision said, as a new one: nothing in between is lost."""
    earlier = Revision.objects.get(analysis=analysis, number=number)
    return analysis_revise(analysis, actor, draft_of(earlier), base=newest_revision(analysis).number)


@transaction.atomic
def analysis_coauthor_add(analysis: Analysis, user: User) -> None:
    """Let somebody else write too, and name them with the authors."""
    require_state(analysis, State.DRAFT)
    if not user.has_perm("publishing.write_analysis"):
        raise CommuniqueError(
            wanted=_("somebody who may write analyses"), got=user.name, remedy=_("an administrator gives roles")
        )
    analysis.coauthors.add(user)


def newest_revision(analysis: Analysis) -> Revision:
    """Give the newest revision."""
    newest: Revision = Revision.objects.filter(analysis=analysis).select_related("author").order_by("-number")[:1].get()
    return newest


def draft_of(revision: Revision) -> Draft:
    """Give what a revision says."""
    return Draft(title=revision.title, summary=revision.summary, language=revision.language, text=revision.text)


def require_state(analysis: Analysis, *states: State) -> None:
    """
    Refuse what the state of an analysis does not allow.

    Raises:
        CommuniqueError: it is in another state.
    """
    if analysis.state not in states:
        raise CommuniqueError(
            wanted=_("an analysis that is %(states)s")
            % {"states": _(" or ").join(str(State(state).label) for state in states)},
            got=_("one that is %(state)s") % {"state": State(analysis.state).label},
            remedy=_("take it back to a draft first")
            if analysis.state in {State.REVIEW, State.REVIEWED}
            else _("published texts are corrected by a new version"),
        )


def _checked(draft: Draft) -> Draft:
    """Refuse what is too long; take out what no text holds, and ends of lines that a browser writes its own way."""
    for name, words, most in (
        (_("title"), draft.title, LONGEST_TITLE),
        (_("summary"), draft.summary, LONGEST_SUMMARY),
        (_("text"), draft.text, LONGEST_TEXT),
    ):
        if len(words) > most:
            raise CommuniqueError(
                wanted=_("a %(part)s of at most %(most)s characters") % {"part": name, "most": most},
                got=str(len(words)),
            )
    if not draft.title.strip():
        raise CommuniqueError(wanted=_("a title"), got=_("none"))
    return replace(
        draft,
        title=" ".join(_clean(draft.title).split()),
        summary=" ".join(_clean(draft.summary).split()),
        text=_clean(draft.text).replace("\r\n", "\n").replace("\r", "\n").rstrip() + "\n" if draft.text.strip() else "",
    )


def _clean(words: str) -> str:
    return re.sub("[\x00\ud800-\udfff]", "\ufffd", words)


def _write(analysis: Analysis, number: int, draft: Draft, actor: User) -> Revision:
    revision: Revision = Revision.objects.create(
        analysis=analysis,
        number=number,
        title=draft.title,
        summary=draft.summary,
        language=draft.language,
        text=draft.text,
        author=actor,
    )
    return revision


def _free_slug(title: str) -> str:
    stem = slugify(anyascii(title))[:_LONGEST_SLUG].strip("-") or "analysis"
    taken = set(Analysis.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    slugs = (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in slugs if slug not in taken)
