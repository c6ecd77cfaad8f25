"""Which protocol class a visit is given."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Format, Kind, Stated, VisitClass
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of, only_in, quoted

IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT})

FEATURES = (
    Feature(
        code="visit_class.stated",
        meaning="title or text name the class of the visit",
        noun="the class of the visit",
        facet="visit_class",
        located=True,
    ),
    *(
        Feature(
            code=f"visit_class.{visit_class}",
            meaning=f"the visit is called a {visit_class} visit",
            noun=f"the label of {'an' if visit_class is VisitClass.OFFICIAL else 'a'} {visit_class} visit",
            facet="visit_class",
            located=True,
        )
        for visit_class in VisitClass
    ),
    Feature(
        code="visit_class.format_stated",
        meaning="the text says whether the principals met alone or with delegations",
        noun="a word on whether the principals met alone or with delegations",
        facet="visit_class.format",
    ),
    Feature(
        code="visit_class.format_one_on_one",
        meaning="the text says that the principals met alone",
        noun="a word that the principals met alone",
        facet="visit_class.format",
    ),
    Feature(
        code="visit_class.format_expanded",
        meaning="the text says that delegations took part",
        noun="a word that delegations took part",
        facet="visit_class.format",
    ),
)

FORMATS = {
    Format.ONE_ON_ONE: "the principals met alone",
    Format.EXPANDED: "delegations took part",
    Format.BOTH: "the principals met alone and with delegations in turn",
}

PLAIN_STATED = {
    VisitClass.STATE: "State visits are few by rule and are always called so; the ceremonial is agreed in advance.",
    VisitClass.OFFICIAL: "The class follows from the programme that both protocols agreed.",
    VisitClass.WORKING: "Working visits are the common form between neighbours.",
    VisitClass.PRIVATE: "A private trip is called so because protocol then owes it no programme.",
}

PLAIN_FORMAT = "Talks in two rounds, first alone and then with delegations, are the set programme of a visit."

PLAIN_UNSTATED = {
    Kind.VISIT: "The class stood in the announcement, or the trip goes to a conference and has none.",
    Kind.MEETING: "A meeting beside a larger event, or at home, belongs to no visit that has a class.",
}


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark which class and which format an account of a visit or a meeting states; other kinds are no exposure."""
    if account.event.kind not in IN_PERSON:
        return ()
    stated, form = account.event.visit_class, account.event.format
    label, words = ((item.span,) if item else () for item in (stated, form))
    return (
        mark_of("visit_class.stated", label),
        *(mark_of(f"visit_class.{value}", label if stated and stated.value is value else ()) for value in VisitClass),
        mark_of("visit_class.format_stated", words),
        mark_of("visit_class.format_one_on_one", words if form and form.value is not Format.EXPANDED else ()),
        mark_of("visit_class.format_expanded", words if form and form.value is not Format.ONE_ON_ONE else ()),
    )


def read_visit_class(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which protocol class the text gives the visit, or that it gives none; and whether the principals met alone.

    What it finds:
        State, official, working or private, with the words, and whether they
        stand in the title only; or that no class is named in title and body.
        Where the text says so, that the principals met alone, with delegations,
        or both in turn.

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
    if account.event.format is not None:
        yield _format(case, account.event.format)


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


def _format(case: Case, stated: Stated[Format]) -> Finding:
    alone, words = stated.value is Format.ONE_ON_ONE, quoted(case.account.release, stated.span)
    return case.finding(
        "visit_class.format",
        f"The text says that {FORMATS[stated.value]}{only_in(stated.span)}: {words}",
        PLAIN_FORMAT,
        spans=(stated.span,),
        feature="visit_class.format_one_on_one" if alone else "visit_class.format_expanded",
        tell=lambda other: _told_format(other, stated.value),
    )


def _told_format(other: Account, here: Format) -> Told:
    stated = other.event.format
    if stated is None:
        return Told(words="does not say whether they met alone", differs=True)
    told = f"says that {FORMATS[stated.value]}{only_in(stated.span)}: {quoted(other.release, stated.span)}"
    return Told(words=told, differs=stated.value is not here)


def _told(other: Account, here: VisitClass | None) -> Told:
    stated = other.event.visit_class
    if stated is None:
        return Told(words="names no class of visit", differs=here is not None)
    words = f"names the class {stated.value}{only_in(stated.span)}: {quoted(other.release, stated.span)}"
    return Told(words=words, differs=stated.value is not here)


READING = Reading(
    code="visit_class",
    title="Visit class and format",
    version=2,
    read=read_visit_class,
    features=FEATURES,
    mark_features=mark_features,
)
