"""What the pages of the room read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from communique.corpus.port import Hit
from communique.db.models import ReleaseRow
from communique.db.rows import print_of
from communique.errors import DossierError
from communique.model import Kind, Release, Span
from communique.web.accounts.models import User
from communique.web.accounts.predicates import is_editor
from communique.web.base.corpus import ALIAS, the_corpus, the_dossiers
from communique.web.publishing.markup.diffing import carried_sentences
from communique.web.publishing.models import Analysis, Publication, PublishedVersion, Review, Revision

MOST_HITS = 8
MOST_REVISIONS = 60
CORPUS = "corpus:"
"""How a dossier begins the name of a release that is kept."""

_HEAVY = ("text", "content", "html")


def publication_list() -> QuerySet[Publication]:
    """Give all publications, the newest first."""
    return Publication.objects.order_by("-first", "-pk")


def publication_get(slug: str) -> Publication:
    """
    Give one publication.

    Raises:
        Http404: there is none.
    """
    found = Publication.objects.filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def version_get(slug: str, number: int | None = None) -> PublishedVersion:
    """
    Give one version of a publication with it, the newest where no number is given (one query).

    Raises:
        Http404: there is none.
    """
    wanted = Q(number=F("publication__newest")) if number is None else Q(number=number)
    found: PublishedVersion | None = (
        PublishedVersion.objects.filter(wanted, publication__slug=slug).select_related("publication").first()
    )
    if found is None:
        raise Http404
    return found


def version_list(publication: Publication) -> list[PublishedVersion]:
    """Give what the log of corrections says of every version, the newest first, without their texts (one query)."""
    return list(PublishedVersion.objects.filter(publication=publication).defer(*_HEAVY).order_by("-number"))


def version_list_whole(publication: Publication) -> list[PublishedVersion]:
    """Give every version with its text, the first first."""
    return list(
        PublishedVersion.objects.filter(publication=publication).select_related("publication").order_by("number")
    )


def sentence_places(earlier: PublishedVersion, later: PublishedVersion) -> dict[int, int]:
    """Give where the sentences of one version stand in another, by number; those whose words changed are left out."""
    before, after = ([sentence.words for sentence in version.sentences()] for version in (earlier, later))
    return carried_sentences(before, after)


def analysis_list_of(user: User) -> QuerySet[Analysis]:
    """Give the analyses that somebody may read with their newest titles: all for an editor, else their own."""
    newest = Revision.objects.filter(analysis=OuterRef("pk")).order_by("-number")
    found = Analysis.objects.select_related("author").annotate(
        title=Subquery(newest.values("title")[:1]), moment=Subquery(newest.values("moment")[:1])
    )
    if not is_editor(user):
        shared = Analysis.coauthors.through.objects.filter(user=user).values("analysis")
        found = found.filter(Q(author=user) | Q(pk__in=shared))
    return found.order_by("-moment", "-pk")


def analysis_get(number: int) -> Analysis:
    """
    Give one analysis with its author.

    Raises:
        Http404: there is none.
    """
    found = Analysis.objects.select_related("author", "publication").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def revision_get(analysis: Analysis, number: int) -> Revision:
    """
    Give one revision.

    Raises:
        Http404: there is none.
    """
    found: Revision | None = Revision.objects.filter(analysis=analysis, number=number).first()
    if found is None:
        raise Http404
    return found


def revision_list(analysis: Analysis) -> list[Revision]:
    """Give the latest revisions, the newest first, without their texts."""
    found = Revision.objects.filter(analysis=analysis).select_related("author").defer("text")
    return list(found.order_by("-number")[:MOST_REVISIONS])


def review_list(analysis: Analysis) -> list[Review]:
    """Give what reviewers said, the latest first."""
    return list(Review.objects.filter(analysis=analysis).select_related("reviewer", "revision").order_by("-pk"))


def evidence_search(words: str) -> tuple[Hit, ...]:
    """Find releases to link to."""
    return the_corpus().search(words, most=MOST_HITS) if words.strip() else ()


def evidence_of(dossier: str) -> tuple[Hit, ...]:
    """Give the releases that a dossier files, the earliest first; none where it is unknown or cannot be read."""
    try:
        found = the_dossiers().get(dossier) if dossier else None
    except DossierError:
        return ()
    if found is None:
        return ()
    names = [filing.source.removeprefix(CORPUS) for filing in found[0].filings if filing.source.startswith(CORPUS)]
    wanted = Q(key__in=names) | Q(name_print__in=[print_of(name) for name in names], name__in=names, superseded=False)
    parts = ("key", "name", "issuer", "language", "day", "kind", "title")
    rows = ReleaseRow.objects.using(ALIAS).filter(wanted).order_by("day", "pk").values_list(*parts)
    return tuple(
        Hit(key=key, name=name, issuer=issuer, language=language, issued=day, kind=Kind(kind), title=title, glimpse="")
        for key, name, issuer, language, day, kind, title in rows
    )


def evidence_source(key: str) -> Release | None:
    """Give the release that evidence is to be taken from."""
    return the_corpus().release(key) if key else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One sentence of a release, to be linked by a button."""

    span: Span
    words: str
    begins_paragraph: bool


def offers_of(release: Release, sentences: Iterable[Span]) -> tuple[Offer, ...]:
    """Give the sentences of a release as they are offered for linking."""
    return tuple(
        Offer(
            span=span,
            words=span.of(release.text),
            begins_paragraph=span.start == 0 or "\n" in release.text[max(0, span.start - 2) : span.start],
        )
        for span in sentences
    )


def publication_of(analysis: Analysis) -> Publication | None:
    """Give what is published of an analysis, None before that."""
    return Publication.objects.filter(analysis=analysis).first()
