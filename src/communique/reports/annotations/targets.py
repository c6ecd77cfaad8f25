"""What an annotation is on: the source, the state it was captured in, and the words selected in it."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from communique.model import Part, Release, Span
from communique.reports.annotations.selectors import find_quote
from communique.reports.json_items import Json

_MARKS = "!#$%&'()*+,/:;=?@[]~"
"""What an address may hold besides letters, digits and ``-._~``; all else is written with percent signs."""


def source_address(release: Release) -> str:
    """
    Give the IRI of the text that a release was captured from: its web address, else a name made of its hash.

    The name is that of RFC 6920, over the first 128 bits of the SHA-256 of address and text.

    >>> source_address(Release(address="page.html", issuer="", language="en", title="Call", text="They spoke."))
    'ni:///sha-256-128;k_bA3MplVDfxRgfmibnCaQ'
    """
    parts = urlsplit(release.address)
    if parts.scheme in {"http", "https"} and parts.netloc:
        return quote(release.address, safe=_MARKS)
    return f"ni:///sha-256-128;{urlsafe_b64encode(bytes.fromhex(release.key)).decode().rstrip('=')}"


def target_of(release: Release, span: Span | None) -> dict[str, Json]:
    """
    Give what an annotation on some words is on; without a span, on the text as a whole.

    Positions count Unicode code points of the body as captured; words of a title or a place line are quoted only.
    """
    target: dict[str, Json] = {"type": "SpecificResource", "source": _source(release)}
    if release.captured is not None and release.captured.tzinfo is not None:
        target["state"] = {"type": "TimeState", "sourceDate": moment(release.captured)}
    if span is not None:
        target["selector"] = list(_selectors(release, span))
    return target


def moment(time: datetime) -> str:
    """
    Write a moment as the model wants it: in UTC.

    >>> moment(datetime(2021, 6, 14, 12, 0, tzinfo=UTC))
    '2021-06-14T12:00:00Z'
    """
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _source(release: Release) -> dict[str, Json]:
    source: dict[str, Json] = {"id": source_address(release), "type": "Text"}
    return source | ({"language": release.language} if release.language not in {"", "und"} else {})


def _selectors(release: Release, span: Span) -> tuple[Json, ...]:
    words = find_quote(release.part(span.part), span)
    by_quote: Json = {
        "type": "TextQuoteSelector",
        "exact": words.exact,
        "prefix": words.prefix,
        "suffix": words.suffix,
    }
    if span.part is not Part.TEXT:
        return (by_quote,)
    return ({"type": "TextPositionSelector", "start": span.start, "end": span.end}, by_quote)
