"""Who meets, receives or is received by whom in the first sentence."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Kind, Pattern, Reception
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, event_noun, mark_of, own_side, quoted, same_person, whole

ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT})

SENTENCES = {
    Pattern.MET_WITH: "one meets with the other",
    Pattern.RECEIVED: "one receives the other",
    Pattern.WAS_RECEIVED: "one is received by the other",
    Pattern.WELCOMED: "one welcomes the other",
    Pattern.HOSTED: "one hosts the other",
    Pattern.SPOKE_WITH: "one speaks with the other",
    Pattern.HELD_TALKS: "one holds talks with the other",
    Pattern.HAD_CONVERSATION: "one has a conversation with the other",
    Pattern.JOINT: "both are the subject together",
    Pattern.OTHER: "it is not said who meets or receives whom",
}

FEATURES = (
    Feature(
        code="reception.host_is_subject",
        meaning="the one who receives is the subject of the first sentence",
        noun="the host as the subject of the first sentence",
        facet="reception.subject",
    ),
    Feature(
        code="reception.own_is_subject",
        meaning="the issuer's own principal is the subject of that sentence",
        noun="the issuer's own principal as the subject of the first sentence",
        facet="reception.subject",
    ),
    *(
        Feature(
            code=f"reception.{pattern}",
            meaning=f"the first sentence has the pattern {pattern}",
            noun=f"a first sentence in which {told}",
            facet="reception.pattern",
        )
        for pattern, told in SENTENCES.items()
    ),
)

PUT = {
    Pattern.MET_WITH: "meets",
    Pattern.RECEIVED: "receives",
    Pattern.WAS_RECEIVED: "is received",
    Pattern.WELCOMED: "welcomes",
    Pattern.HOSTED: "hosts",
    Pattern.SPOKE_WITH: "speaks with the other",
    Pattern.HELD_TALKS: "holds talks",
    Pattern.HAD_CONVERSATION: "has a conversation",
}

PLAIN_SYMMETRICAL = (
    "A service makes its own principal the subject as a matter of course, and to meet or to speak is mutual: "
    "the other text may turn the sentence round."
)
PLAIN_DIRECTED = "The host receives and the guest is received: these are the set verbs of protocol."
PLAIN_JOINT = "A joint subject is the shortest way to tell what both did, and a template with many services."
PLAIN_UNSTATED = "Texts that open on the subject discussed, or in a set heading, leave the rest to the title."

DIRECTED = frozenset({Pattern.RECEIVED, Pattern.WAS_RECEIVED, Pattern.WELCOMED, Pattern.HOSTED})


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark the pattern of an encounter's first sentence; who is its subject only where the words tell."""
    if account.event.kind not in ENCOUNTERS:
        return ()
    reception, own = account.reception, own_side(account)
    words = (reception.span or whole(account.release),)
    stands = reception.pattern if reception.span else Pattern.OTHER
    subjects = []
    if reception.subject and reception.host:
        subjects.append(mark_of("reception.host_is_subject", words if _host_is_subject(reception) else ()))
    if reception.subject and reception.subject.side and own:
        subjects.append(mark_of("reception.own_is_subject", words if reception.subject.side.code == own else ()))
    return (*subjects, *(mark_of(f"reception.{pattern}", words if pattern is stands else ()) for pattern in Pattern))


def read_reception(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Who is the subject of the first sentence, and who received whom.

    What it finds:
        The pattern of the first sentence (met, received, was received, joint …),
        its grammatical subject, and the host where the words tell, whatever the
        voice; or that the first sentence has no such words.

    Why it matters:
        Two services put one encounter in two ways, and an issuer that changes
        its own usual verb has changed a set formula.

    Plain explanation:
        A service's own principal is nearly always the subject in its own text;
        to meet is symmetrical; house style decides the verb.

    Limits:
        One sentence only. The direction of a verb says who was at home, and
        nothing on the standing of either; none is inferred. Words alone do not
        always tell the host.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    if account.reception.span is not None and account.reception.pattern is not Pattern.OTHER:
        yield _stated(case)
    elif account.event.kind in ENCOUNTERS:
        yield _unstated(case)


def _stated(case: Case) -> Finding:
    reception = case.account.reception
    return case.finding(
        f"reception.{reception.pattern}",
        f"The first sentence: {_clause(case.account)}",
        _plain(reception),
        spans=(reception.span,) if reception.span else (),
        feature=f"reception.{reception.pattern}",
        tell=lambda other: _told(other, reception),
    )


def _unstated(case: Case) -> Finding:
    return case.finding(
        "reception.unstated",
        f"The first sentence does not say who meets or receives whom at this {event_noun(case.account)}",
        PLAIN_UNSTATED,
        spans=(case.account.reception.span,) if case.account.reception.span else (),
        feature="reception.other",
        tell=lambda other: _told(other, None),
        absent=True,
    )


def _clause(account: Account) -> str:
    reception = account.reception
    words = quoted(account.release, reception.span) if reception.span else "no words"
    if reception.pattern is Pattern.JOINT:
        return f"the participants are the subject together: {words}"
    if reception.subject is None:
        return f"no one person is the subject: {words}"
    return f"{reception.subject}{_role(reception)} is the subject and {PUT[reception.pattern]}: {words}"


def _role(reception: Reception) -> str:
    if reception.host is None:
        return ""
    return ", the host," if _host_is_subject(reception) else f" (the host is {reception.host})"


def _host_is_subject(reception: Reception) -> bool:
    return bool(reception.subject and reception.host and same_person(reception.subject, reception.host))


def _plain(reception: Reception) -> str:
    if reception.pattern is Pattern.JOINT:
        return PLAIN_JOINT
    return PLAIN_DIRECTED if reception.pattern in DIRECTED else PLAIN_SYMMETRICAL


def _told(other: Account, here: Reception | None) -> Told:
    if other.reception.span is None or other.reception.pattern is Pattern.OTHER:
        return Told(words="does not say it in its first sentence", differs=here is not None)
    return Told(words=f"has this in its first sentence: {_clause(other)}", differs=_parts(here, other.reception))


def _parts(here: Reception | None, there: Reception) -> bool:
    # Each service makes its own principal the subject: only two hosts, or none here, are a difference.
    if here is None:
        return True
    return here.host is not None and there.host is not None and not same_person(here.host, there.host)


READING = Reading(
    code="reception",
    title="Reception",
    version=2,
    read=read_reception,
    features=FEATURES,
    mark_features=mark_features,
)
