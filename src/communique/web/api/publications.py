"""Operations on publications: for everybody, without a token; no comment, and no address of anybody's."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from communique.web.api.cursors import Order
from communique.web.api.describing import gives
from communique.web.api.forms import PageQuery, PublicationListed, PublicationPage, PublicationWhole, VersionLogged
from communique.web.api.limits import STRANGERS
from communique.web.api.selectors import refuse_strange
from communique.web.base.addresses import own_address
from communique.web.publishing.models import Publication, PublishedVersion
from communique.web.publishing.selectors import publication_list, version_get, version_list

router = Router(tags=["publications"])
BY_MOMENT = Order("first", datetime)


@router.get("/publications", response=PublicationPage, auth=None, throttle=STRANGERS, summary="List publications")
def list_publications(request: HttpRequest, query: Query[PageQuery]) -> PublicationPage:
    """What is published, the newest first; for everybody."""
    refuse_strange(set(request.GET), PageQuery)
    found, cursor = BY_MOMENT.page(publication_list(), query.cursor, query.limit)
    return PublicationPage(items=[PublicationListed(**_head(request, one)) for one in found], next=cursor)


@router.get(
    "/publications/{slug:slug}",
    response=PublicationWhole,
    auth=None,
    throttle=STRANGERS,
    summary="Read a publication with its evidence",
    openapi_extra=gives(404),
)
def read_publication(request: HttpRequest, slug: str) -> PublicationWhole:
    """The newest version: its sentences, and the exact words, hashes, rates and grades that each opens on."""
    return _whole(request, version_get(slug))


@router.get(
    "/publications/{slug:slug}/versions/{int:number}",
    response=PublicationWhole,
    auth=None,
    throttle=STRANGERS,
    summary="Read one version of a publication",
    openapi_extra=gives(404),
)
def read_published_version(request: HttpRequest, slug: str, number: int) -> PublicationWhole:
    """A version as it was published; versions never change."""
    return _whole(request, version_get(slug, number))


def _head(request: HttpRequest, publication: Publication) -> dict[str, Any]:
    return {
        "slug": publication.slug,
        "title": publication.title,
        "summary": publication.summary,
        "language": publication.language,
        "authors": publication.authors,
        "version": publication.newest,
        "published": publication.first,
        "changed": publication.changed,
        "address": f"{own_address(request)}{publication.get_absolute_url()}",
    }


def _whole(request: HttpRequest, version: PublishedVersion) -> PublicationWhole:
    head = _head(request, version.publication) | {
        "title": version.title,
        "summary": version.summary,
        "language": version.language,
        "authors": version.authors,
        "version": version.number,
        "changed": version.moment,
    }
    log = [
        VersionLogged(
            number=one.number,
            moment=one.moment,
            reviewer=one.reviewer,
            own_review=one.own_review,
            what=one.what,
            why=one.why,
            digest=one.digest,
        )
        for one in version_list(version.publication)
    ]
    return PublicationWhole(**head, content=dict(version.content), digest=version.digest, log=log)
