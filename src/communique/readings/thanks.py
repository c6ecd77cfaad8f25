"""Who thanks, congratulates, condoles with or apologises to whom, and for what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.model import (
    Account,
    Courtesy,
    Finding,
    Grade,
    Kind,
    Relation,
    RelationKind,
    SideKind,
    Span,
    find_courtesies,
)
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, courtesy_words, mark_of, own_side, same_party

DEALINGS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.MESSAGE, Kind.STATEMENT})
KINDS = (RelationKind.THANKS, RelationKind.CONGRATULATION, RelationKind.CONDOLENCE, RelationKind.APOLOGY)

FEATURES = (
    *(
        Feature(code=f"thanks.{tail}", meaning=meaning, noun=noun, facet=facet and f"thanks.{facet}", located=True)
        for tail, meaning, noun, facet in (
            ("stated", "anybody thanks anybody", "thanks of anybody to anybody", "stated"),
            ("given", "the issuer's own side thanks somebody", "thanks by the issuer's own side", "stated"),
            ("received", "another side thanks somebody", "thanks by the other side", "stated"),
            ("congratulation", "somebody congratulates somebody", "congratulations", ""),
            ("condolence", "somebody condoles with somebody", "condolences", ""),
            ("apology", "somebody apologises to somebody", "an apology", ""),
            ("for_invitation", "somebody thanks for an invitation", "thanks for an invitation", "for_invitation"),
            ("for_welcome", "somebody thanks for a welcome", "thanks for a welcome or hospitality", "for_welcome"),
            ("for_coming", "somebody thanks a guest for coming", "thanks to a guest for coming", "for_coming"),
        )
    ),
    *(
        Feature(
            code=f"thanks.{role}_{formula}",
            meaning=f"{noun} stand in a text that gives words of that side",
            noun=noun,
            facet=f"thanks.{formula}",
        )
        for role, formula, noun in (
            ("guest", "for_invitation", "the guest's thanks for the invitation"),
            ("own", "for_invitation", "the issuer's own thanks, as a guest, for the invitation"),
            ("guest", "for_welcome", "the guest's thanks for the welcome"),
            ("own", "for_welcome", "the issuer's own thanks, as a guest, for the welcome"),
            ("host", "for_coming", "the issuer's own thanks, as a host, for coming"),
        )
    ),
)

GENERAL = tuple(feature.code for feature in FEATURES if feature.located)
"""The features that any account of dealings could have."""

IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})

TIME = r"(?:f(?:ou|i)nd|tak)(?:ing)? (?:the |this )?(?:time|opportunity)\b.{0,40} to (?:come|visit|join|attend|be here)"

REASONS = {
    "for_coming": re.compile(
        rf"(?:for )?(?:kindly |having )*(?:accept\w*|com(?:e|ing)|join(?:ed|ing)|visit(?:ed|ing)|being here|{TIME})\b"
        r"|(?:(?:your|his|her|their|personal|active) )+(?:visit|participation|presence|attendance)\b"
        r"|(?:то, )?(?:что )?(?:\w+ )?(?:приня|приеха|прибы|откликну|нашли|наш[её]л)"
        r"|(?:ваш |его |её )?(?:приезд|визит)\b",
        re.IGNORECASE,
    ),
    "for_invitation": re.compile(r".*?(?:\binvit(?:e[ds]?|ing|ations?)\b|\bпригла[шс])", re.IGNORECASE | re.DOTALL),
    "for_welcome": re.compile(
        r".*?(?:\bhospitab|\bhospitalit|\bwelcom|\breceptions?\b|\bhosting (?:us|me)\b|\breceived us\b"
        r"|\breceiving (?:us|me|him|her|them|our|my|the delegation)\b"
        r"|\bгостеприим|\bрадуш|\bпри[её]ма?\b|\bт[её]пл\w+ встреч)",
        re.IGNORECASE | re.DOTALL,
    ),
}
"""What the formulas of hosts and guests thank for, told by the words of the reason; the first that fits counts."""

ACCEPTED = re.compile(r".*\b(?:accept\w*\b.{0,40}\binvitation|invitation\b.{0,40}\baccept\w*)\b.{0,40}", re.DOTALL)
"""An invitation accepted "with gratitude": the reason stands before the word of thanks."""

FOR = re.compile(r"\b(?:for|за)\b", re.IGNORECASE)
REACH = 120
"""Characters after a word of thanks in which the reason begins, where extraction marks none."""

PLAIN = {
    RelationKind.THANKS: "Thanks for an invitation, a welcome or help are etiquette; hosts thank guests for coming.",
    RelationKind.CONGRATULATION: "Congratulations follow the calendar: holidays, elections, anniversaries, birthdays.",
    RelationKind.CONDOLENCE: "Condolences follow a death or a disaster as a matter of course.",
    RelationKind.APOLOGY: "An apology may be for a small thing, such as a delay in the programme.",
}
PLAIN_FORMULA = "Etiquette: a guest thanks for the invitation and the welcome, a host for coming."
PLAIN_NONE = "A short readout tells what was discussed and leaves courtesies to the opening words."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Mark which courtesies an account of a dealing between sides has; other kinds are no exposure.

    What a guest or a host thanks for is asked where it is known who is the guest and where words of that side are
    given as direct speech, whatever they are; of other texts it is asked whether anybody has the formula.
    """
    if account.event.kind not in DEALINGS:
        return ()
    exact = _formulas_exposed(account)
    asked = {f"thanks.{code.partition('_')[2]}" for code in exact}
    places: dict[str, list[Span]] = {code: [] for code in (*(code for code in GENERAL if code not in asked), *exact)}
    for courtesy in _courtesies(account):
        for code in _codes(account, courtesy):
            if code in places:
                places[code] += courtesy.spans
    return tuple(mark_of(code, spans) for code, spans in places.items())


def read_thanks(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Who thanks, congratulates, condoles with or apologises to whom, and for what.

    What it finds:
        Every such courtesy by kind and direction, with what it is for in the
        words of the text, and what the other text has in the same direction; an
        organisation thanked in place of a state is named as one. That nobody is
        thanked, where another text of the event has thanks or where thanks are
        usual. Thanks for an invitation, for a welcome and for coming stand apart,
        with how often guests and hosts of this issuer say so.

    Why it matters:
        What the thanks are for often differs between two accounts, or stands in
        one of them only: each side names what it gave or was given.

    Plain explanation:
        Etiquette: the guest thanks for the invitation, the host for coming.

    Limits:
        Only courtesies between sides, reported or spoken; those announced or
        recalled are left out, and greetings, which stand in every text. Whether thanks are meant is not in the text.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    found = _courtesies(account)
    yield from (_stated(case, courtesy) for courtesy in found)
    if not any(courtesy.kind is RelationKind.THANKS for courtesy in found):
        yield from _unstated(case)


def _stated(case: Case, courtesy: Courtesy) -> Finding:
    *_, code = _codes(case.account, courtesy)
    formula = _formula(case.account, courtesy)
    return case.finding(
        code,
        f"{courtesy_words(case.account.release, courtesy)}{_collective(courtesy)}",
        PLAIN_FORMULA if formula else PLAIN[courtesy.kind],
        spans=courtesy.spans,
        feature=code,
        tell=lambda other: _told(other, courtesy, formula),
    )


def _unstated(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text has thanks, or earlier ones mostly had."""
    finding = case.finding(
        "thanks.none", "Nobody is thanked", PLAIN_NONE, feature="thanks.stated", tell=_told_any, absent=True
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def _courtesies(account: Account) -> tuple[Courtesy, ...]:
    """Give the courtesies of a text by kind and direction; of thanks, those of each formula apart."""
    found = (courtesy for courtesy in find_courtesies(account) if courtesy.kind in KINDS)
    return tuple(part for courtesy in found for part in _by_formula(account, courtesy))


def _by_formula(account: Account, courtesy: Courtesy) -> tuple[Courtesy, ...]:
    if courtesy.kind is not RelationKind.THANKS:
        return (courtesy,)
    parts: dict[str, list[Relation]] = {}
    for relation in courtesy.relations:
        parts.setdefault(_reason_formula(account, relation), []).append(relation)
    return tuple(replace(courtesy, relations=tuple(relations)) for relations in parts.values())


def _formula(account: Account, courtesy: Courtesy) -> str:
    return _reason_formula(account, courtesy.relations[0]) if courtesy.kind is RelationKind.THANKS else ""


def _reason_formula(account: Account, relation: Relation) -> str:
    """Give the formula whose words the reason has, empty for other thanks: who accepts an invitation is the guest."""
    reason = _reason(account, relation)
    return next((formula for formula, pattern in REASONS.items() if pattern.match(reason)), "")


def _reason(account: Account, relation: Relation) -> str:
    release, cue, sentence = account.release, relation.cue, relation.sentence
    if relation.reason is not None:
        return release.words(relation.reason)
    if not sentence.covers(cue):
        return ""
    words = release.words(sentence)
    before, rest = words[: cue.start - sentence.start], words[cue.end - sentence.start :]
    told = FOR.search(rest, 0, REACH)
    if told:
        return rest[told.end() :].lstrip()
    return "invitation" if ACCEPTED.fullmatch(before) else ""


def _codes(account: Account, courtesy: Courtesy) -> tuple[str, ...]:
    """Give the features that a courtesy has, the one that says most of it last."""
    if courtesy.kind is not RelationKind.THANKS:
        return (f"thanks.{courtesy.kind}",)
    formula, giver = _formula(account, courtesy), _giver(account, courtesy)
    plain = ("thanks.stated", *((f"thanks.{giver}",) if giver else ()))
    if not formula:
        return plain if giver else (*plain, "thanks.unplaced")
    exact = [code for code in _formulas_exposed(account) if code == f"thanks.{_role(account, giver)}_{formula}"]
    return (*plain, f"thanks.{formula}", *exact)


def _giver(account: Account, courtesy: Courtesy) -> str:
    """Tell whether the issuer's side gives thanks ("given") or another ("received"); empty where not known."""
    giver, own = courtesy.giver, own_side(account)
    side = giver.side or (giver.person.side if giver.person else None) if giver else None
    if side is None or own is None:
        return ""
    return "given" if side.code == own else "received"


def _role(account: Account, giver: str) -> str:
    """Give the part of who thanks in the formulas: guest of the issuer, issuer as host, issuer as guest."""
    if giver == "received":
        return "guest"
    return ("host" if _at_home(account) else "own") if giver else ""


def _at_home(account: Account) -> bool | None:
    """
    Tell whether the issuer's side is the host of an encounter in person, None where nothing tells.

    A meeting that the text places nowhere counts as one at home, where a service need not say where it was.
    """
    own, country, host = own_side(account), account.event.place.country, account.reception.host
    if own is None or account.event.kind not in IN_PERSON:
        return None
    side = country or (host.side if host else None)
    return side.code == own if side else account.event.kind is Kind.MEETING or None


def _formulas_exposed(account: Account) -> tuple[str, ...]:
    """Give the formulas of guest and host that the account could have: the words of that side are given."""
    at_home = _at_home(account)
    if at_home is None:
        return ()
    own = own_side(account)
    sides = {q.speaker.side.code for q in account.quotations if q.speaker and q.speaker.side}
    guest = ("guest_for_invitation", "guest_for_welcome") if at_home and sides - {own} else ()
    own_tails = ("host_for_coming",) if at_home else ("own_for_invitation", "own_for_welcome")
    return tuple(f"thanks.{tail}" for tail in (*guest, *(own_tails if own in sides else ())))


def _collective(courtesy: Courtesy) -> str:
    side = courtesy.receiver.side if courtesy.receiver and not courtesy.receiver.person else None
    return " (an organisation, no single state)" if side and side.kind is SideKind.ORGANISATION else ""


def _told(other: Account, here: Courtesy, formula: str) -> Told:
    alike = [courtesy for courtesy in _courtesies(other) if courtesy.kind is here.kind]
    same = [courtesy for courtesy in alike if _one_way(here, courtesy)]
    if formula:
        same = [c for c in same if _formula(other, c) == formula] or same
    if same:
        return Told(words=f"has: {'; '.join(courtesy_words(other.release, courtesy) for courtesy in same)}")
    elsewhere = "; ".join(courtesy_words(other.release, courtesy) for courtesy in alike)
    none = f"has no {here.noun.removeprefix('an ')} in this direction"
    return Told(words=none + (f", but: {elsewhere}" if elsewhere else ""), differs=True)


def _one_way(here: Courtesy, there: Courtesy) -> bool:
    return same_party(here.giver, there.giver) and same_party(here.receiver, there.receiver)


def _told_any(other: Account) -> Told:
    found = [courtesy for courtesy in _courtesies(other) if courtesy.kind is RelationKind.THANKS]
    if not found:
        return Told(words="has no thanks either")
    return Told(words=f"has: {'; '.join(courtesy_words(other.release, courtesy) for courtesy in found)}", differs=True)


READING = Reading(
    code="thanks",
    title="Thanks and other courtesies",
    version=2,
    read=read_thanks,
    features=FEATURES,
    mark_features=mark_features,
)
