"""Whose idea the contact is said to have been."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Basis, Finding, Initiative, Kind, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import (
    Case,
    Reading,
    Told,
    event_noun,
    mark_of,
    only_in,
    own_side,
    quoted,
    same_person,
    speech_around,
)

ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT})

FEATURES = (
    Feature(
        code="initiative.stated",
        meaning="the text says in any form whose idea the contact was",
        noun="a word on whose idea the contact was",
        facet="initiative",
        located=True,
    ),
    Feature(
        code="initiative.initiated",
        meaning="the text says that one side initiated the contact",
        noun="a word on which side initiated the contact",
        facet="initiative",
        located=True,
    ),
    Feature(
        code="initiative.requested",
        meaning="the text says that one side asked for the contact",
        noun="a word that one side asked for the contact",
        facet="initiative",
        located=True,
    ),
    Feature(
        code="initiative.invited",
        meaning="the text says that one side gave an invitation",
        noun="a word on an invitation given",
        facet="invitation",
        located=True,
    ),
    Feature(
        code="initiative.own",
        meaning="the text says that the issuer's own side initiated or asked for the contact",
        noun="a word that the issuer's own side initiated or asked for the contact",
        facet="initiative",
        located=True,
    ),
    Feature(
        code="initiative.counterpart",
        meaning="the text says that another side initiated or asked for the contact",
        noun="a word that the other side initiated or asked for the contact",
        facet="initiative",
        located=True,
    ),
    Feature(
        code="initiative.own_invites",
        meaning="the text says that the issuer's own side gave an invitation",
        noun="a word on an invitation by the issuer's own side",
        facet="invitation",
        located=True,
    ),
    Feature(
        code="initiative.counterpart_invites",
        meaning="the text says that another side gave an invitation",
        noun="a word on an invitation by the other side",
        facet="invitation",
        located=True,
    ),
)

WITHOUT_SIDES = frozenset({"initiative.stated", *(f"initiative.{basis}" for basis in Basis)})
"""The features that need not know which side is the issuer's."""

DEEDS = {
    Basis.INITIATED: "initiated the {noun}",
    Basis.REQUESTED: "asked for the {noun}",
    Basis.INVITED: "gave an invitation",
}

PLAIN_STATED = {
    Basis.INITIATED: "Naming who rang or proposed is a fixed formula of many services; it is written by rote.",
    Basis.REQUESTED: "A guest with another purpose on the same trip says so out of courtesy.",
    Basis.INVITED: "A visit rests on an invitation as a rule, often one given long before; recalling it is etiquette.",
}

PLAIN_DISPUTED = (
    "Both can hold: one side may have proposed and the other confirmed, and each service writes its own formula."
)

PLAIN_UNSTATED = {
    Kind.CALL: "Many services never say who rang, and calls by standing agreement have no initiator.",
    Kind.MEETING: "Meetings beside a larger event, or held every year, have nobody who asked for them.",
    Kind.VISIT: "The invitation is usually announced earlier, with the date, and not told again.",
}


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Mark which forms of initiative an account of an encounter states, and of which side; other kinds are no exposure.

    Where the issuer's side is not known, nothing tells own from other.
    """
    if account.event.kind not in ENCOUNTERS:
        return ()
    places: dict[str, list[Span]] = {
        feature.code: [] for feature in FEATURES if own_side(account) or feature.code in WITHOUT_SIDES
    }
    for initiative in account.initiatives:
        for code in ("initiative.stated", f"initiative.{initiative.basis}", _by_side(account, initiative)):
            if code in places:
                places[code].append(initiative.span)
    return tuple(mark_of(code, spans) for code, spans in places.items())


def _by_side(account: Account, initiative: Initiative) -> str:
    """Give the feature that says which side it was; empty where one of the sides is not known."""
    own = own_side(account)
    if own is None or initiative.side is None:
        return ""
    who = "own" if initiative.side.code == own else "counterpart"
    return f"initiative.{who}" + ("_invites" if initiative.basis is Basis.INVITED else "")


def read_initiative(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Whose idea the contact is said to have been, and whether saying so is usual.

    What it finds:
        Every statement on who initiated, asked for or invited to the contact,
        with the speaker where it stands in direct speech; or that none stands in
        title and body. Where another text of the event names a different side,
        the code ends in ``disputed``.

    Why it matters:
        Services contradict each other openly on who rang whom, and a dropped "at
        the initiative of" is the cheapest change an issuer can make.

    Plain explanation:
        Many services never state it, others state it by rote; calls by standing
        agreement have no initiator; recalling an invitation is etiquette.

    Limits:
        Reads only what the text says and does not know who really asked. An
        invitation may be older than the text; the first one found in a corpus
        may not be the first one given.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    yield from (_stated(case, initiative) for initiative in account.initiatives)
    if not account.initiatives and account.event.kind in ENCOUNTERS:
        yield _unstated(case)


def _stated(case: Case, initiative: Initiative) -> Finding:
    release = case.account.release
    disputed = any(_contradicts(initiative, theirs) for other in case.others for theirs in other.initiatives)
    return case.finding(
        "initiative.disputed" if disputed else f"initiative.{initiative.basis}",
        f"{_attributed(case.account, initiative)}{only_in(initiative.span)}: {quoted(release, initiative.span)}",
        PLAIN_DISPUTED if disputed else PLAIN_STATED[initiative.basis],
        spans=(initiative.span,),
        feature=_by_side(case.account, initiative) or f"initiative.{initiative.basis}",
        tell=lambda other: _told(other, initiative),
    )


def _unstated(case: Case) -> Finding:
    return case.finding(
        "initiative.unstated",
        f"Neither title nor body says who asked for the {event_noun(case.account)} or invited to it",
        PLAIN_UNSTATED[case.account.event.kind],
        feature="initiative.stated",
        tell=lambda other: _told(other, None),
        absent=True,
    )


def _attributed(account: Account, initiative: Initiative) -> str:
    """Lay a statement to whoever makes it: the text, a speaker, or a speaker on the speaker's own part."""
    speech = speech_around(account, initiative.span)
    deed = _deed(account, initiative)
    if speech is None:
        return f"The text says that {deed}"
    if speech.speaker and initiative.person and same_person(speech.speaker, initiative.person):
        return f"By the speaker's own words, {deed}"
    return f"{speech.speaker or 'A speaker'} says that {deed}"


def _deed(account: Account, initiative: Initiative) -> str:
    return f"{_who(initiative)} {DEEDS[initiative.basis].format(noun=event_noun(account))}"


def _who(initiative: Initiative) -> str:
    if initiative.person and initiative.side:
        return f"{initiative.person} ({initiative.side})"
    return str(initiative.person or initiative.side or "one side, not named there,")


def _told(other: Account, here: Initiative | None) -> Told:
    if not other.initiatives:
        return Told(words="does not say whose idea it was", differs=here is not None)
    clauses = (f"{_deed(other, theirs)}: {quoted(other.release, theirs.span)}" for theirs in other.initiatives)
    differs = here is None or any(_contradicts(here, theirs) for theirs in other.initiatives)
    return Told(words="says that " + ", and that ".join(clauses), differs=differs)


def _contradicts(here: Initiative, there: Initiative) -> bool:
    # An invitation of one side and a call by the other are two acts, both of which may be true.
    one_act = (here.basis is Basis.INVITED) == (there.basis is Basis.INVITED)
    return one_act and here.side is not None and there.side is not None and here.side.code != there.side.code


READING = Reading(
    code="initiative",
    title="Initiative",
    version=3,
    read=read_initiative,
    features=FEATURES,
    mark_features=mark_features,
)
