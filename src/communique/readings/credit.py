"""Whose merit the text names, who says so, and whether it is returned."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Courtesy, Finding, Kind, RelationKind, find_courtesies
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, courtesy_words, mark_of, same_party

DEALINGS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.MESSAGE, Kind.STATEMENT})

FEATURES = (
    Feature(
        code="credit.given",
        meaning="somebody praises somebody",
        noun="praise of somebody",
        facet="credit",
        located=True,
    ),
    Feature(
        code="credit.returned",
        meaning="two parties praise each other in one text",
        noun="praise both ways",
        facet="credit",
    ),
)

PLAIN = {
    "credit.given": "Praise of a counterpart is etiquette, and merit is often divided beforehand.",
    "credit.returned": "Compliments are exchanged by custom, one for one.",
}


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark whether an account of a dealing between sides has praise, and praise both ways; others are no exposure."""
    if account.event.kind not in DEALINGS:
        return ()
    found = _praise(account)
    returned = (courtesy for courtesy in found if _returned(courtesy, found))
    return (
        mark_of("credit.given", (span for courtesy in found for span in courtesy.spans)),
        mark_of("credit.returned", (span for courtesy in returned for span in courtesy.spans)),
    )


def read_credit(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Who praises whom or credits whom with something, and whether it is returned.

    What it finds:
        Praise and credit by direction, with what it is for; whether the same text
        has praise the other way; what the other text has in the same direction.

    Why it matters:
        Credit that only one account gives, or that each account gives to its own
        side, shows where the two texts divide the merit differently.

    Plain explanation:
        Compliments are exchanged by custom; merit was divided beforehand.

    Limits:
        Reads praise of persons and sides, not the merit itself. Pleasing words
        are neither discounted nor believed here.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    found = _praise(account)
    yield from (_stated(case, courtesy, returned=_returned(courtesy, found)) for courtesy in found)


def _stated(case: Case, courtesy: Courtesy, *, returned: bool) -> Finding:
    code = "credit.returned" if returned else "credit.given"
    back = "the other way too" if returned else "none the other way"
    known = f"; praise in this text: {back}" if courtesy.giver and courtesy.receiver else ""
    return case.finding(
        code,
        f"{courtesy_words(case.account.release, courtesy)}{known}",
        PLAIN[code],
        spans=courtesy.spans,
        feature=code,
        tell=lambda other: _told(other, courtesy),
    )


def _praise(account: Account) -> tuple[Courtesy, ...]:
    return tuple(courtesy for courtesy in find_courtesies(account) if courtesy.kind is RelationKind.PRAISE)


def _returned(courtesy: Courtesy, found: tuple[Courtesy, ...]) -> bool:
    ends = (courtesy.giver, courtesy.receiver)
    return None not in ends and any(
        back.giver and back.receiver and same_party(back.giver, ends[1]) and same_party(back.receiver, ends[0])
        for back in found
    )


def _told(other: Account, here: Courtesy) -> Told:
    found = _praise(other)
    same = [
        theirs
        for theirs in found
        if same_party(here.giver, theirs.giver) and same_party(here.receiver, theirs.receiver)
    ]
    if same:
        return Told(words=f"has: {'; '.join(courtesy_words(other.release, theirs) for theirs in same)}")
    elsewhere = "; ".join(courtesy_words(other.release, theirs) for theirs in found)
    return Told(words="has no such praise" + (f", but: {elsewhere}" if elsewhere else ""), differs=True)


READING = Reading(
    code="credit",
    title="Praise and credit",
    version=2,
    read=read_credit,
    features=FEATURES,
    mark_features=mark_features,
)
