"""Are two texts the same text: one page before and after an edit, a joint text that two sides issue, two editions."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlsplit

from rapidfuzz import fuzz

from communique.collation.pairing.grounds import UNDECIDED, Ground, opposing, supporting
from communique.collation.pairing.namings import side_name
from communique.collation.pairing.occasions import Occasion
from communique.collation.pairing.wordprints import print_likeness

NEARLY_ALL = 0.55
"""Likeness of prints from which texts that name the same sides are taken for one text."""

SAME_PAGE = 0.2
"""Likeness of prints from which two texts of one address are taken for versions of one."""

CERTAIN = 0.9
"""Likeness of prints from which other numbers do not make a text another one: a figure may have been put right."""

_FEW_WORDS = 15
_ALIKE = 72.0
_IDENTIFIER = re.compile(r"(?:^|-)(\d{5,}|(?<!-)\d{3,4})$")
_DATE = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?(?:[0-3]\d)?")
_QUERY = frozenset({"id", "nid", "news_id", "article", "article_id", "p", "page_id"})
_NUMBERS, _SHARED = 4, 0.6


def fit_texts(one: Occasion, other: Occasion) -> Ground:
    """
    Tell whether two bodies are one text.

    A text that is nearly the same but has other names in place of some is told from it: talks with another country
    are written up from one template.
    """
    if one.digest == other.digest and one.words >= _FEW_WORDS and not _replaced(one, other):
        return supporting("the two texts have the same words")
    likeness = print_likeness(one.prints, other.prints)
    if one.address and one.address == other.address and one.issuer == other.issuer and likeness >= SAME_PAGE:
        return supporting("two versions of one page")
    if likeness < NEARLY_ALL:
        return UNDECIDED
    if replaced := _replaced(one, other) or _filled_in(one, other, likeness):
        return opposing(f"nearly the same words, but {replaced}")
    if one.issuer != other.issuer and _other_names(one.named, other.named):
        return UNDECIDED
    return supporting("nearly all words are the same")


def fit_editions(one: Occasion, other: Occasion) -> Ground:
    """Tell whether two texts of one issuer in two languages are editions of one release."""
    if not one.issuer or one.issuer != other.issuer or one.language == other.language:
        return UNDECIDED
    if _page_number(one.address) and _page_number(one.address) == _page_number(other.address):
        return supporting("the publisher gives both the same page number")
    if other.address in one.editions or one.address in other.editions:
        return supporting("the publisher names the one as an edition of the other")
    fewer, more = sorted((one.numbers, other.numbers), key=len)
    if len(fewer) >= _NUMBERS and len(fewer & more) >= _SHARED * len(more):
        return supporting(f"both have the same {len(fewer & more)} numbers")
    return UNDECIDED


def _replaced(one: Occasion, other: Occasion) -> str:
    """Say which sides, or which words of the headline, stand in place of others; empty where none do."""
    for here, there in ((one.titled_sides, other.titled_sides), (one.sides, other.sides)):
        if here - there and there - here:
            names = (", ".join(sorted(map(side_name, sides))) for sides in (here - there, there - here))
            return f"{' and '.join(sorted(names))} stand in each other’s place"
    if one.issuer == other.issuer and _other_names(one.title_names, other.title_names):
        return "the headlines have other names"
    return ""


def _filled_in(one: Occasion, other: Occasion, likeness: float) -> str:
    """Say what two releases of one office that are written up from one template have each; empty where nothing."""
    if one.issuer != other.issuer:
        return ""
    if _has_stranger(one.title_names - other.title_names, other.title_names) or _has_stranger(
        other.title_names - one.title_names, one.title_names
    ):
        return "only one of the headlines has a name"
    if likeness < CERTAIN and one.numbers - other.numbers and other.numbers - one.numbers:
        return "other numbers stand in them"
    return ""


def _other_names(some: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether each of two sets of names has one that is no spelling of one of the other's."""
    here, there = some - others, others - some
    return _has_stranger(here, there) and _has_stranger(there, here)


def _has_stranger(names: frozenset[str], others: frozenset[str]) -> bool:
    return any(all(fuzz.ratio(name, other) < _ALIKE for other in others) for name in names)


def _page_number(address: str) -> str:
    """
    Give the number by which a publisher knows a page: an identifier in the query, or what the last part of the path is
    or ends in.

    A year, a month or a day in the path is none.

    >>> _page_number("https://press.example/en/news/67321"), _page_number("https://press.example/en/202202/ferries")
    ('67321', '')
    """
    parts = urlsplit(address)
    asked = [value for name, value in parse_qsl(parts.query) if name.lower() in _QUERY and value.isdigit()]
    if asked:
        return asked[0]
    last = _IDENTIFIER.search(PurePosixPath(parts.path).name.partition(".")[0])
    return last[1] if last and not _DATE.fullmatch(last[1]) else ""
