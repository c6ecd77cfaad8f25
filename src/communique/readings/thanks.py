"""Who thanks, congratulates, condoles with or apologises to whom, and for what."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Courtesy, Finding, Grade, Kind, RelationKind, SideKind, find_courtesies
from communique.precedent import Precedent
from communique.readings.port import Case, Feature, Mark, Reading, Told, courtesy_words, own_side, same_party

DEALINGS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL, Kind.MESSAGE, Kind.STATEMENT})
OTHER_KINDS = (RelationKind.CONGRATULATION, RelationKind.CONDOLENCE, RelationKind.APOLOGY)
KINDS = (RelationKind.THANKS, *OTHER_KINDS)

FEATURES = (
    Feature(code="thanks.stated", meaning="anybody thanks anybody"),
    Feature(code="thanks.given", meaning="the issuer's own side thanks somebody"),
    Feature(code="thanks.received", meaning="another side thanks somebody"),
    Feature(code="thanks.congratulation", meaning="somebody congratulates somebody"),
    Feature(code="thanks.condolence", meaning="somebody condoles with somebody"),
    Feature(code="thanks.apology", meaning="somebody apologises to somebody"),
)

PLAIN = {
    RelationKind.THANKS: "Thanks for an invitation, a welcome or help are etiquette; hosts thank guests for coming.",
    RelationKind.CONGRATULATION: "Congratulations follow the calendar: holidays, elections, anniversaries, birthdays.",
    RelationKind.CONDOLENCE: "Condolences follow a death or a disaster as a matter of course.",
    RelationKind.APOLOGY: "An apology may be for a small thing, such as a delay in the programme.",
}
PLAIN_NONE = "A short readout tells what was discussed and leaves courtesies to the opening words."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark which courtesies an account of a dealing between sides has; other kinds are no exposure."""
    if account.event.kind not in DEALINGS:
        return ()
    found = _courtesies(account)
    codes = {_code(account, courtesy) for courtesy in found}
    stated = any(courtesy.kind is RelationKind.THANKS for courtesy in found)
    return (
        Mark(code="thanks.stated", present=stated),
        *(Mark(code=feature.code, present=feature.code in codes) for feature in FEATURES[1:]),
    )


def read_thanks(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Who thanks, congratulates, condoles with or apologises to whom, and for what.

    What it finds:
        Every such courtesy by kind and direction, with what it is for in the
        words of the text, and what the other text has in the same direction; an
        organisation thanked in place of a state is named as one. That nobody is
        thanked, where another text of the event has thanks or where thanks are
        usual.

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
    code = _code(case.account, courtesy)
    return case.finding(
        code,
        f"{courtesy_words(case.account.release, courtesy)}{_collective(courtesy)}",
        PLAIN[courtesy.kind],
        spans=courtesy.spans,
        feature=code,
        tell=lambda other: _told(other, courtesy),
    )


def _unstated(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text has thanks, or earlier ones mostly had."""
    finding = case.finding(
        "thanks.none",
        "Nobody is thanked",
        PLAIN_NONE,
        feature="thanks.stated",
        tell=_told_any,
        absent=True,
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def _courtesies(account: Account) -> tuple[Courtesy, ...]:
    return tuple(courtesy for courtesy in find_courtesies(account) if courtesy.kind in KINDS)


def _code(account: Account, courtesy: Courtesy) -> str:
    if courtesy.kind is not RelationKind.THANKS:
        return f"thanks.{courtesy.kind}"
    side = (
        courtesy.giver.side or (courtesy.giver.person.side if courtesy.giver.person else None)
        if courtesy.giver
        else None
    )
    if side is None or own_side(account) is None:
        return "thanks.unplaced"
    return "thanks.given" if side.code == own_side(account) else "thanks.received"


def _collective(courtesy: Courtesy) -> str:
    side = courtesy.receiver.side if courtesy.receiver and not courtesy.receiver.person else None
    return " (an organisation, no single state)" if side and side.kind is SideKind.ORGANISATION else ""


def _told(other: Account, here: Courtesy) -> Told:
    alike = [courtesy for courtesy in _courtesies(other) if courtesy.kind is here.kind]
    same = [courtesy for courtesy in alike if _one_way(here, courtesy)]
    if same:
        return Told(words=f"has: {'; '.join(courtesy_words(other.release, courtesy) for courtesy in same)}")
    elsewhere = "; ".join(courtesy_words(other.release, courtesy) for courtesy in alike)
    return Told(words=f"has no {_short(here)}" + (f", but: {elsewhere}" if elsewhere else ""), differs=True)


def _short(courtesy: Courtesy) -> str:
    return f"{courtesy.noun.removeprefix('an ')} in this direction"


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
    version=1,
    read=read_thanks,
    features=FEATURES,
    mark_features=mark_features,
)
