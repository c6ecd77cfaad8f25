"""Who met, received or was received by whom, as the first narrated sentence puts it."""

from __future__ import annotations

from communique.extraction.people import Cast
from communique.languages.port import Lead, Markup
from communique.model import Pattern, Person, Reception

_HOSTING = frozenset({Pattern.RECEIVED, Pattern.WELCOMED, Pattern.HOSTED})


def extract_reception(markup: Markup, cast: Cast) -> Reception:
    """Give pattern, grammatical subject and host; the host of a passive is whom "by" names."""
    lead = markup.lead
    if lead is None:
        return Reception(pattern=Pattern.OTHER)
    subject = cast.of(lead.subject) if lead.subject else None
    return Reception(pattern=lead.pattern, span=lead.span, subject=subject, host=_host(lead, subject, cast))


def _host(lead: Lead, subject: Person | None, cast: Cast) -> Person | None:
    if lead.pattern in _HOSTING:
        return subject
    if lead.pattern is Pattern.WAS_RECEIVED and lead.object is not None:
        return cast.of(lead.object)
    return None
