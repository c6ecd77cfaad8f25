"""Publishing: evidence resolved and frozen, the page rendered once, a version added that is never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from communique.errors import CommuniqueError
from communique.web.accounts.models import User
from communique.web.jobs.kinds import Tell
from communique.web.jobs.models import Job
from communique.web.jobs.services import job_add
from communique.web.publishing.evidence.auditing import audit_text
from communique.web.publishing.evidence.checking import NotReadyError, claims_something, find_faults
from communique.web.publishing.evidence.exhibits import basis, make_exhibits
from communique.web.publishing.evidence.frozen import Content, FrozenSentence, content_record, digest_of
from communique.web.publishing.evidence.resolving import Resolution, resolve_links
from communique.web.publishing.markup.diffing import find_changes
from communique.web.publishing.markup.reading import Sentence, Setting, Text, read_text
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, Review, Revision, State
from communique.web.publishing.page import render_body
from communique.web.publishing.services.reviewing import held_analysis, set_state
from communique.web.publishing.services.writing import newest_revision, require_state

PUBLISH = "publish an analysis"


def _quiet(_step: str, _done: int, _total: int) -> None:
    """Tell nobody."""


def analysis_publish_later(analysis: Analysis, actor: User, *, what: str = "", why: str = "") -> Job:
    """
    Check an analysis at once, and queue what takes longer: the readings of its evidence.

    Raises:
        NotReadyError: there is something to mend first.
        CommuniqueError: it is not reviewed, or a correction does not say what it changes and why.
    """
    revision = _checked(analysis, what, why)
    title = _("Publishing “%(title)s”") % {"title": revision.title}
    arguments = {"analysis": analysis.pk, "revision": revision.number, "what": what, "why": why}
    return job_add(PUBLISH, title, arguments, actor=actor)


def analysis_publish(
    analysis: Analysis, *, what: str = "", why: str = "", tell: Tell = _quiet, now: datetime | None = None
) -> PublishedVersion:
    """
    Publish the reviewed revision as a new version, with its evidence frozen as of now.

    Raises:
        NotReadyError: there is something to mend first.
        CommuniqueError: it is not reviewed, or a correction does not say what it changes and why.
    """
    revision = _checked(analysis, what, why)
    text = read_text(revision.text, revision.language)
    content = _content(analysis, revision, text, resolve_links(text.links), tell)
    with transaction.atomic():
        held = held_analysis(analysis)
        require_state(held, State.REVIEWED)
        if newest_revision(held).pk != revision.pk:
            raise CommuniqueError(wanted=_("the revision that was reviewed"), got=_("a later one"))
        issue = _Issue(text=text, content=content, what=what, why=why, now=now or timezone.now())
        version = _add_version(held, revision, issue)
        held.why = ""
        held.save(update_fields=["why"])
        set_state(held, State.PUBLISHED)
    return version


@transaction.atomic
def analysis_correct(analysis: Analysis, *, why: str) -> None:
    """
    Open what was published for a correction; what readers see stays until the next version.

    Raises:
        CommuniqueError: it is not published, or no reason is given.
    """
    held = held_analysis(analysis)
    require_state(held, State.PUBLISHED)
    if not why.strip():
        raise CommuniqueError(wanted=_("a reason for the correction"), got=_("none"), remedy=_("readers will see it"))
    held.why = why.strip()
    held.save(update_fields=["why"])
    set_state(held, State.DRAFT)


def _checked(analysis: Analysis, what: str, why: str) -> Revision:
    """Give the revision to publish, if nothing speaks against it."""
    analysis = Analysis.objects.get(pk=analysis.pk)
    require_state(analysis, State.REVIEWED)
    revision = newest_revision(analysis)
    if Publication.objects.filter(analysis=analysis).exists() and not (what.strip() and why.strip()):
        raise CommuniqueError(
            wanted=_("what this version changes, and why"), got=_("nothing said"), remedy=_("readers will see both")
        )
    text = read_text(revision.text, revision.language)
    faults = find_faults(text, resolve_links(text.links), summary=revision.summary)
    if faults:
        raise NotReadyError(faults)
    return revision


def _content(analysis: Analysis, revision: Revision, text: Text, resolution: Resolution, tell: Tell) -> Content:
    evidence = make_exhibits(resolution.resolved, tell)
    tell(_("the claims, against the dossier") if analysis.dossier else "", len(evidence), len(evidence))
    rulings = audit_text(text, title=revision.title, language=revision.language, dossier=analysis.dossier)
    software, releases = basis()
    return Content(
        title=revision.title,
        summary=revision.summary,
        language=revision.language,
        authors=_authors(analysis),
        sentences=tuple(map(_frozen, text.sentences)),
        evidence=evidence,
        rulings=rulings,
        dossier=analysis.dossier if rulings else "",
        software=software,
        releases=releases,
    )


def _frozen(sentence: Sentence) -> FrozenSentence:
    return FrozenSentence(
        number=sentence.number,
        words=sentence.words,
        evidence=tuple(link.number for link in sentence.links),
        view=sentence.is_view and claims_something(sentence),
        heading=sentence.setting is Setting.HEADING,
    )


def _authors(analysis: Analysis) -> tuple[str, ...]:
    author = [analysis.author.name] if analysis.author else []
    return tuple(dict.fromkeys([*author, *analysis.coauthors.order_by("name").values_list("name", flat=True)]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Issue:
    """What is to be published, with what the log of corrections will say."""

    text: Text
    content: Content
    what: str
    why: str
    now: datetime


def _add_version(analysis: Analysis, revision: Revision, issue: _Issue) -> PublishedVersion:
    content = issue.content
    publication = _publication(analysis, content, issue.now)
    before = publication.versions.filter(number=publication.newest - 1).first()
    review = Review.objects.filter(revision=revision, passed=True).select_related("reviewer").latest("pk")
    record = content_record(content)
    version: PublishedVersion = PublishedVersion.objects.create(
        publication=publication,
        revision=revision,
        number=publication.newest,
        title=content.title,
        summary=content.summary,
        language=content.language,
        authors=list(content.authors),
        reviewer=review.reviewer.name if review.reviewer else "",
        own_review=review.own,
        moment=issue.now,
        what=issue.what.strip() if before else "",
        why=issue.why.strip() if before else "",
        changes=_changes(before, content) if before else [],
        text=revision.text,
        content=record,
        html=render_body(issue.text, content),
        digest=digest_of(record),
    )
    return version


def _changes(before: PublishedVersion, content: Content) -> list[list[str]]:
    """Give what changed since the version before, by sentence, the title and the summary first."""
    earlier = [before.title, before.summary, *(sentence.words for sentence in before.sentences())]
    later = [content.title, content.summary, *(sentence.words for sentence in content.sentences)]
    return [list(pair) for pair in find_changes(earlier, later)]


def _publication(analysis: Analysis, content: Content, now: datetime) -> Publication:
    """Give the publication with its newest version counted and told, made with the first."""
    found = Publication.objects.select_for_update().filter(analysis=analysis).first()
    publication = found or Publication(analysis=analysis, slug=analysis.slug, first=now, newest=0)
    publication.newest += 1
    publication.changed = now
    publication.title, publication.summary = content.title, content.summary
    publication.language, publication.authors = content.language, list(content.authors)
    publication.save()
    return publication
