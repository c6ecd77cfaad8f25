"""Thanks, congratulations, condolences, apologies and praise that an essay reports, looked up by giver and receiver."""

from __future__ import annotations

from communique.languages.commentary import Construction, Cue, has_cue, pattern_of
from communique.model import Account, Bearing, ClaimStatus, Party, Relation, RelationKind
from communique.reasoning.audit.checks.givers import denies
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
    turned = [(a, r) for a, r in paid if receiver and _is(r.giver, receiver) and _may_be(r.receiver, giver)]
    surely = [(a, r) for a, r in turned if _is(r.receiver, giver)]
    if receiver is not None and surely and not any(_is(r.receiver, receiver) for _, r in same):
        return _turned(surely)
    if not same:
        return _turned(turned) if turned else _unpaid(inquiry, cue, giver)
    what = _object(inquiry, cue)
    ranked = sorted(same, key=lambda pair: -_shared(what, pair[0], pair[1], inquiry))
    account = ranked[0][0]
    if denies(inquiry, cue) or inquiry.has(Cue.UNDONE):
        return Decision(
            status=ClaimStatus.CONTRADICTED,
            statement=f"{dated(account)} has it.",
            witnesses=tuple(witness(a, r.sentence, Bearing.AGAINST) for a, r in ranked[:2]),
        )
    return _judged(what, ranked, inquiry, cue, giver)


def _judged(
    what: frozenset[str], ranked: list[tuple[Account, Relation]], inquiry: Inquiry, cue: Cue, giver: Who
) -> Decision:
    """Judge a courtesy that was paid by what it is said to be for: the very thing, a part of it, something else."""
    account, relation = ranked[0]
    shared = _shared(what, account, relation, inquiry)
    if shared < SHARED and not giver.implied and (said := _said_so(what, inquiry, cue, giver)) is not None:
        return said
    whole = not what or shared >= SHARED
    if not shared:
        return Decision(
            status=ClaimStatus.NOT_FOUND,
            statement=f"{dated(account)} has such words from {giver.label}, for something else.",
            witnesses=tuple(witness(a, r.sentence, Bearing.BESIDE) for a, r in ranked[:2]),
        )
    words = tuple(dict.fromkeys(witness(a, r.sentence, Bearing.FOR) for a, r in ranked))
    if whole:
        return Decision(status=ClaimStatus.CONFIRMED, statement=f"{dated(account)} has it.", witnesses=words[:3])
    statement = f"{dated(account)} has such words from {giver.label}, for something else."
    return Decision(status=ClaimStatus.PARTLY, statement=statement, witnesses=words[:3])


def _said_so(what: frozenset[str], inquiry: Inquiry, cue: Cue, giver: Who) -> Decision | None:
    """Find the courtesy in the giver's own words where its sentence has what it is paid for."""
    for one in inquiry.record.sentences:
        own = one.speaker is not None and key_of(one.speaker) == giver.key
        if (
            own
            and has_cue(one.words, cue, language=inquiry.language)
            and inquiry.record.share(what, one.lemmas) >= SHARED
        ):
            seen = (witness(one.account, one.span, Bearing.FOR),)
            return Decision(status=ClaimStatus.CONFIRMED, statement=f"{dated(one.account)} has it.", witnesses=seen)
    return None


def _unpaid(inquiry: Inquiry, cue: Cue, giver: Who) -> Decision | None:
    """Say that no source has such words from somebody whose words are at hand; None where they are not."""
    spoken = {key_of(one.speaker) for one in inquiry.record.sentences if one.speaker is not None}
    if giver.implied or giver.key not in spoken or cue is Cue.PRAISE or inquiry.claim.denied:
        return None
    return Decision(status=ClaimStatus.NOT_FOUND, statement=f"No source at hand has such words from {giver.label}.")


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
