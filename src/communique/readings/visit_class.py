"""Which protocol class a visit is given."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Kind, Stated, VisitClass
from communique.precedent import Precedent
from communique.readings.port import Case, Feature, Mark, Reading, Told, only_in, quoted

IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT})

FEATURES = (
    Feature(code="visit_class.stated", meaning="title or text name the class of the visit"),
    *(
        Feature(code=f"visit_class.{visit_class}", meaning=f"the visit is called a {visit_class} visit")
        for visit_class in VisitClass
    ),
)

PLAIN_STATED = {
    VisitClass.STATE: "State visits are few by rule and are always called so; the ceremonial is agreed in advance.",
    VisitClass.OFFICIAL: "The class follows from the programme that both protocols agreed.",
    VisitClass.WORKING: "Working visits are the common form between neighbours.",
    VisitClass.PRIVATE: "A private trip is called so because protocol then owes it no programme.",
}

PLAIN_UNSTATED = {
    Kind.VISIT: "The class stood in the announcement, or the trip goes to a conference and has none.",
    Kind.MEETING: "A meeting beside a larger event, or at home, belongs to no visit that has a class.",
}


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark which class an account of a visit or a meeting states; other kinds are no exposure."""
    if account.event.kind not in IN_PERSON:
        return ()
    stated = account.event.visit_class
    classes = tuple(
        Mark(code=f"visit_class.{value}", present=stated is not None and stated.value is value) for value in VisitClass
    )
    return (Mark(code="visit_class.stated", present=stated is not None), *classes)


def read_visit_class(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which protocol class the text gives the visit, or that it gives none.

    What it finds:
        State, official, working or private, with the words, and whether they
        stand in the title only; or that no class is named in title and body.

    Why it matters:
        The class fixes ceremonial and programme beforehand; two sides that name
        two classes, or an issuer that departs from its usual one, can be checked.

    Plain explanation:
        Working visits are the common form; the class stood in the announcement;
        a meeting beside a larger event has none.

    Limits:
        The label is taken as it stands and never replaced by another. When the
        visit was announced, and how long before, is not in the text.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    stated = account.event.visit_class
    if stated is not None:
        yield _stated(case, stated)
    elif account.event.kind in IN_PERSON:
        yield _unstated(case)


def _stated(case: Case, stated: Stated[VisitClass]) -> Finding:
    return case.finding(
        f"visit_class.{stated.value}",
        f"The text names the class of the visit, {stated.value}{only_in(stated.span)}: "
        f"{quoted(case.account.release, stated.span)}",
        PLAIN_STATED[stated.value],
        spans=(stated.span,),
        feature=f"visit_class.{stated.value}",
        tell=lambda other: _told(other, stated.value),
    )


def _unstated(case: Case) -> Finding:
    return case.finding(
        "visit_class.unstated",
        "Neither title nor body names a class of visit",
        PLAIN_UNSTATED[case.account.event.kind],
        feature="visit_class.stated",
        tell=lambda other: _told(other, None),
        absent=True,
    )


def _told(other: Account, here: VisitClass | None) -> Told:
    stated = other.event.visit_class
    if stated is None:
        return Told(words="names no class of visit", differs=here is not None)
    words = f"names the class {stated.value}{only_in(stated.span)}: {quoted(other.release, stated.span)}"
    return Told(words=words, differs=stated.value is not here)


READING = Reading(
    code="visit_class",
    title="Visit class",
    version=1,
    read=read_visit_class,
    features=FEATURES,
    mark_features=mark_features,
)
