"""What comparable earlier records have and this one lacks, and what this one has and they seldom do."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Part, Span
from communique.precedent import Expectation, Mark, Precedent
from communique.readings.port import Reading, grade_of

WITHIN = {
    "text": "",
    "summary": " in the sentences that open the body",
    "title": " in the headline",
}

PLAIN_MISSING = "A shorter form of release, a caption, or another release of the day may carry it."
PLAIN_LOWER = "It stands further down in this text; the order of a release follows the form it was written in."
PLAIN_UNUSUAL = "The occasion may call for it, or the service has changed its form since."


def mark_features(account: Account) -> tuple[Mark, ...]:  # noqa: ARG001 - a reading's shape
    """Mark nothing: this reading looks at the marks of the others."""
    return ()


def read_expected(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    What comparable earlier records have and this one lacks, and what this one has and they seldom do.

    What it finds:
        Features that most comparable earlier records have and that are missing
        here: from the whole text, from the sentences that open the body, or from
        the headline; and features that stand here and seldom in those. Each with
        N of M, the least expected first. Where another reading speaks of the
        same feature, its own words stand instead.

    Why it matters:
        What is missing cannot be seen in a text alone; it takes the earlier ones
        to know that it was to be expected.

    Plain explanation:
        A shorter form of release, a caption or another release of the day may
        carry what is missing here; an occasion may call for what is unusual.

    Limits:
        Sees only what the readings mark, in releases that the corpus holds, from
        before the day of this one. With many checks some will always turn up:
        the number that a routine record has stands beside each.
    """
    del others  # a habit of one issuer has no mirror
    yield from (_found(account, expectation) for expectation in precedent.expectations(account))


def _found(account: Account, expectation: Expectation) -> Finding:
    noun, within = expectation.feature.noun or expectation.feature.meaning, WITHIN[expectation.within]
    absent = not expectation.present
    lower = absent and bool(expectation.spans)
    return Finding(
        code="expected.missing" if absent else "expected.unusual",
        grade=grade_of(expectation.rate),
        statement=f"Usual here, missing{within}: {noun}" if absent else f"Seldom here: {noun}",
        plain=PLAIN_LOWER if lower else PLAIN_MISSING if absent else PLAIN_UNUSUAL,
        spans=expectation.spans or (_opening(account) if expectation.present else ()),
        rate=expectation.rate,
        absent=absent,
        feature=expectation.feature.code,
    )


def _opening(account: Account) -> tuple[Span, ...]:
    """Give the words that stand for the whole text: its first sentence, else its title."""
    title = account.release.title
    return account.sentences[:1] or ((Span(0, len(title), Part.TITLE),) if title else ())


READING = Reading(
    code="expected", title="Expected", version=1, read=read_expected, features=(), mark_features=mark_features
)
