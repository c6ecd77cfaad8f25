"""One English reader of the fictional states for all tests, and releases and accounts made with it."""

from __future__ import annotations

from datetime import datetime
from functools import cache

from communique.adapters.register import TablesRegister
from communique.extraction import extract_account
from communique.languages.english import English
from communique.languages.english.designations import find_designations
from communique.languages.english.lexicon import lexicon
from communique.languages.english.parser import Name, Parsed, mask, parse
from communique.languages.gazetteer import Gazetteer
from communique.languages.port import Markup
from communique.model import Account, Release, Span
from communique.reference import Tables, build_gazetteer, fictional_folder, load_tables

ISSUED = datetime(2021, 6, 16, 18, 0)  # noqa: DTZ001 - wall time as issuers print it; a Wednesday
ARVENIA, VELMARK = "xa-president", "xv-government"


@cache
def tables() -> Tables:
    """Give the shipped tables with the fictional states over them."""
    return load_tables(fictional_folder())


@cache
def names() -> Gazetteer:
    """Give the English names of the tables."""
    return build_gazetteer("en", tables())


@cache
def english() -> English:
    """Give the one English reader."""
    return English(names())


@cache
def register() -> TablesRegister:
    """Give the register of the tables."""
    return TablesRegister(tables())


def make_release(  # noqa: PLR0913 - a release has these parts
    text: str,
    title: str = "",
    *,
    issuer: str = ARVENIA,
    issued: datetime | None = ISSUED,
    place: str | None = None,
    language: str = "en",
) -> Release:
    """Make a release of a fictional issuer."""
    return Release(
        address="https://press.example/1",
        issuer=issuer,
        language=language,
        title=title,
        text=text,
        issued=issued,
        place=place,
    )


def mark_up(release: Release) -> Markup:
    """Mark up one release."""
    return next(iter(english().mark_up([release])))


def account_of(
    text: str, title: str = "", *, issuer: str = ARVENIA, issued: datetime | None = ISSUED, place: str | None = None
) -> Account:
    """Read one release of a fictional issuer."""
    release = make_release(text, title, issuer=issuer, issued=issued, place=place)
    return extract_account(mark_up(release), register=register())


def parsed(sentence: str) -> Parsed:
    """Parse one sentence with its designations masked."""
    named = (Name(d.span, d) for d in find_designations(sentence, lexicon(names())))
    return next(parse([mask(sentence, Span(0, len(sentence)), named)]))
