"""Which wordings that are usual here the text does not have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice

from communique.model import Account, Finding, Release
from communique.precedent import Mark, Precedent, StockPhrase
from communique.readings.port import Reading, grade_of, quoted

MOST = 5
"""Wordings told of one text; they come with the surest habit first."""

PLAIN_REWORDED = "A template is revised from time to time, and a translator chooses among equal words."
PLAIN_LACKING = "The template may have been revised, or this is a shorter form of release."


def mark_features(account: Account) -> tuple[Mark, ...]:  # noqa: ARG001 - a reading's shape
    """Mark nothing: which wordings are usual is found from the earlier texts, not known beforehand."""
    return ()


def read_stock(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which wordings that are usual here the text does not have.

    What it finds:
        Stock phrases of the office, found from its earlier texts of this kind:
        words that most of them have in the same order, names, numbers and days
        aside. Those that this text lacks are told with how many have them, and
        with the sentence that comes nearest.

    Why it matters:
        A formula is written without thought; where it is left out or worded
        anew, somebody had to choose.

    Plain explanation:
        The template was revised; a translator chose another word; this is a
        shorter form of release, or a caption.

    Limits:
        Compares words in their order, four and more: a formula with a word put
        in counts as another wording. Knows only releases that the corpus holds,
        from before the day of this one. A word that stands elsewhere in the text
        in other company is not found.
    """
    del others  # a habit of one office has no mirror
    yield from (_found(account.release, phrase) for phrase in islice(precedent.stock(account), MOST))


def _found(release: Release, phrase: StockPhrase) -> Finding:
    having = phrase.rate.among - phrase.rate.seen
    nearest = f"; nearest here {quoted(release, phrase.spans[0])}" if phrase.spans else ""
    return Finding(
        code="stock.missing",
        grade=grade_of(phrase.rate),
        statement=f"Usual here, not in this text: “{phrase.words}” "
        f"({having} of {phrase.rate.among} {phrase.rate.reference}){nearest}",
        plain=PLAIN_REWORDED if phrase.spans else PLAIN_LACKING,
        spans=phrase.spans,
        rate=phrase.rate,
        absent=not phrase.spans,
        feature=f"stock.{hashlib.sha256(phrase.words.encode()).hexdigest()[:10]}",
    )


READING = Reading(code="stock", title="Stock", version=2, read=read_stock, features=(), mark_features=mark_features)
