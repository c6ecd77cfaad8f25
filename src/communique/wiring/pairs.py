"""Two sides as a corpus has them: the offices of either that tell of the other, their contacts, their formulas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from communique.corpus.port import Corpus, Selection
from communique.precedent.pairs import Pair, Teller, find_pair
from communique.precedent.phrase_history import PhraseBook
from communique.reference.offices import issuer
from communique.reference.rows import Tables
from communique.reference.sides import side
from communique.wiring.building import build_tables
from communique.wiring.phrases import trace
from communique.wiring.precedents import class_words
from communique.wiring.settings import Settings

EVER = (date.min, date.max)
MOST_PHRASES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office in one language that may tell of a pair, by its code."""

    issuer: str
    language: str


def side_of(code: str, tables: Tables) -> str:
    """Give the code of the side that an issuer belongs to, empty where the tables do not tell."""
    found = issuer(code, tables=tables)
    return found.side.code if found else ""


def name_of(code: str, tables: Tables) -> str:
    """Give the name of a side, its code where the tables have none."""
    found = side(code, tables=tables)
    return found.name if found else code


def read_pair(corpus: Corpus, codes: tuple[str, str], offices: Iterable[Office], settings: Settings) -> Pair:
    """Give the contacts of two sides as the given offices tell them; those of other sides are left out."""
    tables = build_tables(settings)
    others = dict(zip(codes, reversed(codes), strict=True))
    tellers = []
    for office in offices:
        own = side_of(office.issuer, tables)
        if own not in others:
            continue
        known = issuer(office.issuer, tables=tables)
        tellers.append(
            Teller(
                issuer=office.issuer,
                language=office.language,
                side=own,
                name=known.name if known else office.issuer,
                contacts=corpus.contacts(office.issuer, office.language, others[own], *EVER),
                coverage=corpus.coverage(office.issuer, office.language),
            )
        )
    ordered = sorted(tellers, key=lambda teller: (codes.index(teller.side), teller.issuer, teller.language))
    names = (name_of(codes[0], tables), name_of(codes[1], tables))
    return find_pair(codes, names, tuple(ordered))


def trace_formulas(corpus: Corpus, pair: Pair, settings: Settings) -> tuple[tuple[Teller, PhraseBook], ...]:
    """Give the stock phrases of each teller on the pair over time; a teller without any is left out."""
    label = class_words(settings)
    others = dict(zip(pair.codes, reversed(pair.codes), strict=True))
    books = (
        (
            teller,
            trace(
                corpus,
                Selection(issuer=teller.issuer, language=teller.language, counterpart=others[teller.side]),
                label=label,
                most=MOST_PHRASES,
            ),
        )
        for teller in pair.tellers
    )
    return tuple((teller, book) for teller, book in books if book.phrases)
