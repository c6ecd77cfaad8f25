"""A reference class in words: whose accounts of what, with whom, from when to when."""

from __future__ import annotations

import re
from datetime import date

from communique.model import Kind
from communique.precedent import ReferenceClass
from communique.reports.labels import language_label

_PLURALS = {
    Kind.CALL: "calls",
    Kind.MEETING: "meetings",
    Kind.VISIT: "visits",
    Kind.MULTILATERAL: "multilateral events",
    Kind.MESSAGE: "messages",
    Kind.DOMESTIC: "domestic events",
    Kind.STATEMENT: "statements",
    Kind.OTHER: "other releases",
}
_EITHER_WAY = frozenset({Kind.VISIT, Kind.MESSAGE})
"""Kinds that go from one side to the other, in either direction."""

_USUAL_LANGUAGE = "en"
_WITH_ARTICLE = re.compile(
    r"\b(?:Kingdom|States|Emirates|Republic|Union|Nations|Islands|Federation|See|League|Commonwealth|Quad|Taliban|"
    r"Organi[sz]ation|Community|Conference|Committee|Agency|Fund|Bank|Association|Council|Assembly|Court|Group|Order|"
    r"Commissioner|Programme|Forum|Authority|Market|Format)\b"
    r"|^(?:Bahamas|Comoros|Gambia|Maldives|Netherlands|Philippines)$"
)


def class_label(  # noqa: PLR0913 - the names of all parts of a class
    reference: ReferenceClass,
    *,
    issuer_name: str,
    side_name: str = "",
    group_name: str = "",
    first: date | None = None,
    last: date | None = None,
) -> str:
    """
    Say in words what a rate was counted over; fits after "4 of 41".

    Where a name is not known (empty), its code stands. ``first`` and ``last`` are the days of the earliest and latest
    account counted. The language is named where it is not English.

    >>> calls = ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV")
    >>> since, until = date(2003, 5, 1), date(2018, 2, 1)
    >>> class_label(calls, issuer_name="President of Arvenia", side_name="Velmark", first=since, last=until)
    'calls of the President of Arvenia with Velmark, 2003–2018'
    """
    issuer = office_with_article(issuer_name or reference.issuer)
    other = _other_side(reference, side_name, group_name)
    years = _years(first, last)
    return f"{_subject(reference.kind, issuer, other)}{_texts(reference.language)}{years and f', {years}'}"


def _subject(kind: str, issuer: str, other: str) -> str:
    plural = _PLURALS[Kind(kind)] if kind else "releases of every kind"
    if other and kind in _EITHER_WAY:
        return f"{plural} between {issuer} and {other}"
    return f"{plural} of {issuer}" + (f" with {other}" if other else "")


def _other_side(reference: ReferenceClass, side_name: str, group_name: str) -> str:
    if reference.counterpart:
        return side_with_article(side_name or reference.counterpart)
    return reference.group and (group_name or f"group {reference.group}")


def office_with_article(name: str) -> str:
    """Put the article before an office; a single word ("NATO", a code) has none."""
    return f"the {name}" if " " in name and not name.lower().startswith("the ") else name


def side_with_article(name: str) -> str:
    """Put the article before the name of a side that takes one."""
    return f"the {name}" if _WITH_ARTICLE.search(name) and not name.lower().startswith("the ") else name


def _texts(language: str) -> str:
    return "" if language in {"", _USUAL_LANGUAGE} else f" ({language_label(language)} texts)"


def _years(first: date | None, last: date | None) -> str:
    if first is None or last is None:
        return ""
    return f"{first.year}–{last.year}" if first.year != last.year else str(first.year)
