"""Thanks, congratulations, condolences, apologies and praise that an essay reports, looked up by giver and receiver."""

from __future__ import annotations

from communique.languages.commentary import Construction, Cue, pattern_of
from communique.model import Account, Bearing, ClaimStatus, Party, Relation, RelationKind
from communique.reasoning.audit.checks.initiatives import denies
from communique.reasoning.audit.decisions import Decision, dated, witness
from communique.reasoning.audit.reading.cast import Who
from communique.reasoning.audit.reading.inquiry import Inquiry
from communique.reasoning.audit.record import content_of, key_of

KINDS = {
    Cue.THANKS: RelationKind.THANKS,
    Cue.CONGRATULATION: RelationKind.CONGRATULATION,
    Cue.CONDOLENCE: RelationKind.CONDOLENCE,
    Cue.APOLOGY: RelationKind.APOLOGY,
    Cue.PRAISE: RelationKind.PRAISE,
}
SHARED = 0.5
"""How much of what a courtesy is said to be for must stand in the sentence that pays it."""


def check_courtesy(inquiry: Inquiry) -> Decision | None:
    """
    Check a claim that somebody thanked, congratulated or praised somebody; None where it is none.

    It is borne out where a source has the same courtesy from the same giver for the same thing, in part where it is for
    something else; contradicted where it only went the other way.
    """
    cue = next((cue for cue in KINDS if inquiry.has(cue)), None)
    if cue is None:
        return None
    giver, receiver = _parties(inquiry, cue)
    if giver is None:
        return None
    paid = [(a, r) for a in inquiry.record.accounts for r in a.relations if r.kind is KINDS[cue]]
    same = [(a, r) for a, r in paid if _is(r.giver, giver) and (receiver is None or _may_be(r.receiver, receiver))]
    if not same:
        turned = [(a, r) for a, r in paid if receiver and _is(r.giver, receiver) and _may_be(r.receiver, giver)]
        return _turned(turned) if turned else None
    what = _object(inquiry, cue)
    ranked = sorted(same, key=lambda pair: -_shared(what, pair[0], pair[1], inquiry))
    account, relation = ranked[0]
    if denies(inquiry, cue) or inquiry.has(Cue.UNDONE):
        return Decision(
            status=ClaimStatus.CONTRADICTED,
            statement=f"{dated(account)} has it.",
            witnesses=tuple(witness(a, r.sentence, Bearing.AGAINST) for a, r in ranked[:2]),
        )
    whole = not what or _shared(what, account, relation, inquiry) >= SHARED
    words = tuple(dict.fromkeys(witness(a, r.sentence, Bearing.FOR) for a, r in ranked))
    if whole:
        return Decision(status=ClaimStatus.CONFIRMED, statement=f"{dated(account)} has it.", witnesses=words[:3])
    statement = f"{dated(account)} has such words from {giver.label}, for something else."
    return Decision(status=ClaimStatus.PARTLY, statement=statement, witnesses=words[:3])


def _parties(inquiry: Inquiry, cue: Cue) -> tuple[Who | None, Who | None]:
    """Give who is said to pay a courtesy and to whom: named before the word and behind it, else whoever is meant."""
    found = inquiry.cues(cue)[0]
    start = inquiry.raw.find(inquiry.words[found.start : found.end])
    named = [who for who in inquiry.people if not who.implied]
    before = [who for who in named if who.span.start - inquiry.claim.span.start < start]
    behind = [who for who in named if who.span.start - inquiry.claim.span.start >= start]
    implied = [who for who in inquiry.people if who.implied]
    taken = {one.key for one in behind}
    giver = next((who for who in (*before, *implied) if who in before or who.key not in taken), None)
    return giver, next((who for who in (*before[1:], *behind) if giver is None or who.key != giver.key), None)


def _turned(turned: list[tuple[Account, Relation]]) -> Decision:
    account, relation = turned[0]
    return Decision(
        status=ClaimStatus.CONTRADICTED,
        statement=f"{dated(account)} has it the other way round.",
        witnesses=(witness(account, relation.sentence, Bearing.AGAINST),),
    )


def _is(party: Party | None, who: Who) -> bool:
    if party is None:
        return False
    if party.person is not None and key_of(party.person):
        return key_of(party.person) == who.key
    side = party.side.code if party.side else ""
    return bool(side) and side == who.side


def _may_be(party: Party | None, who: Who) -> bool:
    """Tell whether a receiver may be meant: "you" and the like are whoever is spoken to."""
    return party is None or (party.person is None and party.side is None) or _is(party, who)


def _object(inquiry: Inquiry, cue: Cue) -> frozenset[str]:
    """Give the keys of what a courtesy is said to be for: the words behind "for"."""
    found = inquiry.cues(cue)[0]
    paid_for = pattern_of(Construction.FOR_WHAT, inquiry.language).search(inquiry.words, found.end)
    behind = inquiry.words[paid_for.end() :] if paid_for else ""
    names = frozenset(key for who in inquiry.people for key in content_of(who.label, inquiry.language))
    return content_of(behind, inquiry.language) - names


def _shared(what: frozenset[str], account: Account, relation: Relation, inquiry: Inquiry) -> float:
    if not what:
        return 1.0
    held = content_of(account.release.words(relation.sentence), account.release.language)
    return inquiry.record.share(what, held) if len(what) > 1 else float(bool(what & held))
