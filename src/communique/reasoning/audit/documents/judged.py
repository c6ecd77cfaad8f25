"""One assertion on signed documents beside what the sources name: by number, class, parties, matter and level."""

from __future__ import annotations

from collections.abc import Sequence

from communique.model import Account, Bearing, ClaimStatus, Span, Witness
from communique.model.instruments import InstrumentClass, Level
from communique.reasoning.audit.documents.at_hand import AtHand, Named, matter_shared, same_party
from communique.reasoning.audit.documents.claimed import ClaimedDocuments
from communique.reasoning.audit.documents.levels import judge_level, judge_levels
from communique.reasoning.audit.documents.told import (
    SHOWN,
    DocumentFinding,
    between_whom,
    count_kind,
    name_kinds,
    shorten,
    show_documents,
    source_of,
    with_article,
    witness_to,
)

_SAME_MATTER = 0.4


def judge_documents(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    """Set one assertion on documents beside what the sources tell of any."""
    if claimed.none:
        return _none(claimed, at_hand)
    if claimed.most:
        return _most(claimed, at_hand)
    if claimed.rest or (claimed.whole and claimed.kind is not InstrumentClass.OTHER):
        return _rest(claimed, at_hand)
    if claimed.kind is InstrumentClass.OTHER:
        return _plain(claimed, at_hand)
    return _of_class(claimed, at_hand)


def _none(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.CONTRADICTED,
        statement="The sources tell of signed documents.",
        witnesses=show_documents(at_hand, Bearing.AGAINST),
    )


def _plain(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    """Judge plain "documents": their number, else their level, else that there were any."""
    if claimed.level is not Level.UNCLEAR and claimed.number is None:
        return judge_levels(claimed, at_hand.named, at_hand)
    if claimed.number is None:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONFIRMED,
            statement="The sources say that documents were signed.",
            witnesses=show_documents(at_hand),
        )
    return _number(claimed, claimed.number, at_hand)


def _number(claimed: ClaimedDocuments, number: int, at_hand: AtHand) -> DocumentFinding:
    for account, span, told in at_hand.numbers:
        if told == number:
            return _decided(claimed, ClaimStatus.CONFIRMED, f"{account.release.name} counts {told} too.", account, span)
    if at_hand.numbers:
        account, span, told = at_hand.numbers[0]
        return _decided(
            claimed, ClaimStatus.CONTRADICTED, f"{account.release.name} counts {told}, not {number}.", account, span
        )
    listed = len(at_hand.fullest)
    if listed > number:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONTRADICTED,
            statement=f"The sources name {listed} documents, more than {number}.",
            witnesses=show_documents(at_hand, Bearing.AGAINST),
        )
    if at_hand.complete and listed == number:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONFIRMED,
            statement=f"The sources name {listed} documents.",
            witnesses=show_documents(at_hand),
        )
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.NOT_FOUND,
        statement="No source at hand states how many.",
        witnesses=show_documents(at_hand, Bearing.BESIDE),
    )


def _decided(
    claimed: ClaimedDocuments, status: ClaimStatus, statement: str, account: Account, span: Span
) -> DocumentFinding:
    bearing = Bearing.AGAINST if status is ClaimStatus.CONTRADICTED else Bearing.FOR
    witness = Witness(release=account.release, span=span, bearing=bearing, note=statement)
    return DocumentFinding(claimed=claimed, status=status, statement=statement, witnesses=(witness,))


def _of_class(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    """Judge documents of a class by their parties, else by their matter, else by their number."""
    if claimed.parties:
        return _by_parties(claimed, at_hand)
    same = [named for named in at_hand.named if named.kind is claimed.kind]
    counted = claimed.number is not None and at_hand.complete and (claimed.only or claimed.number > 1)
    if counted and claimed.number is not None:
        return _counted(claimed, claimed.number, _of_kind(claimed, at_hand), at_hand)
    nearest = max(at_hand.named, key=lambda named: (_met(claimed, named), not named.lump), default=None)
    if nearest is not None and _met(claimed, nearest) >= _SAME_MATTER:
        return _by_matter(claimed, nearest, same)
    if same:
        return _shown_class(claimed, same)
    return _absent(claimed, at_hand)


def _met(claimed: ClaimedDocuments, named: Named) -> float:
    return matter_shared(claimed.topic, named) if claimed.topic else 0.0


def _of_kind(claimed: ClaimedDocuments, at_hand: AtHand) -> tuple[Named, ...]:
    """Give those of the list that have the class claimed, and the level where one is claimed."""
    levels = {claimed.level, Level.UNCLEAR}
    return tuple(
        named
        for named in at_hand.fullest
        if named.kind is claimed.kind and (claimed.level is Level.UNCLEAR or named.level in levels)
    )


def _most(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    """Judge what is said of most documents, where a list is at hand."""
    levelled = claimed.kind is InstrumentClass.OTHER
    if not at_hand.complete or (levelled and claimed.level is Level.UNCLEAR):
        return _untold(claimed, at_hand)
    such = [n for n in at_hand.fullest if (n.level is claimed.level if levelled else n.kind is claimed.kind)]
    right = len(such) * 2 > len(at_hand.fullest)
    told = f"{len(such)} {between_whom(claimed.level)}" if levelled else count_kind(len(such), claimed.kind)
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.CONFIRMED if right else ClaimStatus.CONTRADICTED,
        statement=f"The list of {len(at_hand.fullest)} has {told}.",
        witnesses=_all_of(such or at_hand.fullest, right=right),
    )


def _all_of(documents: Sequence[Named], *, right: bool) -> tuple[Witness, ...]:
    bearing = Bearing.FOR if right else Bearing.AGAINST
    return tuple(witness_to(named, bearing) for named in documents[:SHOWN])


def _untold(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.NOT_FOUND,
        statement="How many are of which class no source at hand tells.",
        witnesses=show_documents(at_hand, Bearing.BESIDE),
    )


def _by_matter(claimed: ClaimedDocuments, nearest: Named, same: Sequence[Named]) -> DocumentFinding:
    if nearest.kind is claimed.kind:
        return judge_level(claimed, nearest)
    other = next((named for named in same if _met(claimed, named) >= _SAME_MATTER), None)
    if other is not None:
        return judge_level(claimed, other)
    return _called(claimed, nearest)


def _called(claimed: ClaimedDocuments, named: Named) -> DocumentFinding:
    if named.kind is InstrumentClass.OTHER:
        statement = f"{source_of(named)} names it without a class: “{shorten(named.words)}”."
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.PARTLY,
            statement=statement,
            witnesses=(witness_to(named, Bearing.BESIDE),),
        )
    called = f"{with_article(named.kind)}, not {with_article(claimed.kind)}"
    statement = f"{source_of(named)} calls it {called}: “{shorten(named.words)}”."
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.CONTRADICTED,
        statement=statement,
        witnesses=(witness_to(named, Bearing.AGAINST),),
    )


def _by_parties(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    best = max(at_hand.named, key=lambda named: _rank(claimed, named), default=None)
    met = sum(same_party(party, best) > 0 for party in claimed.parties) if best is not None else 0
    if best is None or not met:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.NOT_FOUND,
            statement=f"No source at hand names a document between {' and '.join(claimed.parties)}.",
            witnesses=show_documents(at_hand, Bearing.BESIDE),
        )
    if best.kind is not claimed.kind:
        return _called(claimed, best)
    found = judge_level(claimed, best)
    if found.status is ClaimStatus.CONTRADICTED:
        return found
    whole = met == len(claimed.parties) and (not claimed.topic or _met(claimed, best) > 0)
    rest = (
        ""
        if met == len(claimed.parties)
        else " The other party is named otherwise there, which may be a translated name."
    )
    only = " That it is the only one cannot be told without a list." if claimed.only and not at_hand.complete else ""
    status = ClaimStatus.CONFIRMED if whole and not only else ClaimStatus.PARTLY
    return DocumentFinding(
        claimed=claimed, status=status, statement=found.statement + rest + only, witnesses=found.witnesses
    )


def _rank(claimed: ClaimedDocuments, named: Named) -> tuple[float, float, bool, bool]:
    parties = sum(same_party(party, named) for party in claimed.parties)
    return parties, _met(claimed, named), named.kind is claimed.kind, not named.lump


def _counted(claimed: ClaimedDocuments, number: int, same: Sequence[Named], at_hand: AtHand) -> DocumentFinding:
    right = len(same) == number
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.CONFIRMED if right else ClaimStatus.CONTRADICTED,
        statement=f"The list of {len(at_hand.fullest)} has {count_kind(len(same), claimed.kind)}.",
        witnesses=_all_of(same or at_hand.fullest, right=right),
    )


def _shown_class(claimed: ClaimedDocuments, same: Sequence[Named]) -> DocumentFinding:
    """Say that there are such documents, and how far number and exclusiveness can be told."""
    if claimed.only and claimed.number is not None and len(same) > claimed.number:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONTRADICTED,
            statement=f"The sources name {count_kind(len(same), claimed.kind)}, not {claimed.number}.",
            witnesses=_all_of(same, right=False),
        )
    sure = claimed.number in {None, len(same)} and not claimed.only and not claimed.topic
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.CONFIRMED if sure else ClaimStatus.PARTLY,
        statement=f"The sources name {count_kind(len(same), claimed.kind)}: “{shorten(same[0].words)}”.",
        witnesses=tuple(witness_to(named, Bearing.FOR) for named in same[:SHOWN]),
    )


def _absent(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.NOT_FOUND,
        statement=f"No source at hand names {with_article(claimed.kind)} of this kind.",
        witnesses=show_documents(at_hand, Bearing.BESIDE),
    )


def _rest(claimed: ClaimedDocuments, at_hand: AtHand) -> DocumentFinding:
    """Judge what is said of all other documents: one of another class among them is enough against it."""
    if claimed.kind is InstrumentClass.OTHER and claimed.level is not Level.UNCLEAR:
        return judge_levels(claimed, at_hand.named, at_hand)
    strangers = [named for named in at_hand.fullest if named.kind not in {claimed.kind, InstrumentClass.OTHER}]
    spared = 1 if claimed.rest else 0
    if len(strangers) > spared:
        return DocumentFinding(
            claimed=claimed,
            status=ClaimStatus.CONTRADICTED,
            statement=f"The sources name others too: {name_kinds(strangers)}.",
            witnesses=tuple(witness_to(named, Bearing.AGAINST) for named in strangers[:SHOWN]),
        )
    same = [named for named in at_hand.fullest if named.kind is claimed.kind]
    if at_hand.complete and same:
        return _counted(claimed, claimed.number if claimed.number is not None else len(same), same, at_hand)
    return DocumentFinding(
        claimed=claimed,
        status=ClaimStatus.NOT_FOUND,
        statement="What the others are called no source at hand tells.",
        witnesses=show_documents(at_hand, Bearing.BESIDE),
    )
