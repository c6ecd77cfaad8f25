"""Operations that give much at once: entities of the whole store, streamed as they are made."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Query, Router

from communique.corpus.port import Selection
from communique.web.api.describing import streams
from communique.web.api.doors import to
from communique.web.api.forms import Narrowing
from communique.web.api.limits import EXPORTS
from communique.web.api.releases import READ
from communique.web.api.selectors import refuse_strange, selection_of
from communique.web.base.corpus import the_corpus, the_settings
from communique.wiring.entities import entities_of

router = Router(tags=["exports"])
LINES = "application/x-ndjson"


@router.get(
    "/exports/entities",
    auth=to(READ),
    throttle=EXPORTS,
    summary="Export people, offices and events",
    openapi_extra=streams(LINES, "One FollowTheMoney entity a line."),
)
def export_entities(request: HttpRequest, query: Query[Narrowing]) -> StreamingHttpResponse:
    """
    People, offices, memberships, events and documents as FollowTheMoney entities, one a line.

    Releases and events come as they are read, people and what ties them at the end; no id stands twice.
    """
    refuse_strange(set(request.GET), Narrowing)
    return StreamingHttpResponse(
        _lines(selection_of(query)),
        content_type=LINES,
        headers={
            "Cache-Control": "private, no-store",
            "Content-Disposition": 'attachment; filename="entities.ftm.json"',
            "X-Accel-Buffering": "no",
        },
    )


def _lines(selection: Selection) -> Iterator[str]:
    return (f"{line}\n" for line in entities_of(the_corpus(), selection, the_settings()))
