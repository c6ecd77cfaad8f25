"""The other side's accounts are found in a corpus; the states and persons are fictional."""

from __future__ import annotations

from dataclasses import replace

from communique.corpus.memory import MemoryCorpus
from communique.model import Account
from communique.wiring.counterparts import find_counterparts
from communique.wiring.deposits import make_deposit
from unit.collation.tellers import EVENING, JUNE, NEXT_DAY, NIGHT, VELMARK, tell
from unit.fictional import tables

OURS = tell(
    "Ilmar Vesk spoke by phone today with Prime Minister of Velmark Adela Korin. They discussed the ferry line.",
    "Telephone conversation with Prime Minister of Velmark Adela Korin",
)
THEIRS = tell(
    "Prime Minister Adela Korin spoke with President of Arvenia Ilmar Vesk. Trade was discussed.",
    "Adela Korin spoke with Ilmar Vesk",
    VELMARK,
    NIGHT,
)
ADDRESS = tell(
    "Dear citizens! It was a long day at sea. The nets are full.\nToday I spoke with President of Arvenia Ilmar Vesk. "
    "We discussed the ferry line.\nThe lighthouse will be painted in the spring, and the schools will be warm.",
    "Evening address by Prime Minister Adela Korin",
    VELMARK,
    EVENING,
)
OTHERS = (
    tell(
        "Prime Minister Adela Korin spoke with President of Tholia Davor Selim. Grain was discussed.",
        "Adela Korin spoke with Davor Selim",
        VELMARK,
        EVENING,
    ),
    tell(
        "Prime Minister Adela Korin spoke with President of Arvenia Ilmar Vesk about the winter.",
        "Adela Korin spoke with Ilmar Vesk once more",
        VELMARK,
        NEXT_DAY,
    ),
    tell("Ilmar Vesk opened a school in Tarsk.", "Ilmar Vesk opened a school", issued=EVENING),
    tell("Prime Minister Adela Korin sent condolences to the families of the miners.", "Condolences", VELMARK, EVENING),
)


def corpus_of(*accounts: Account) -> MemoryCorpus:
    """Keep some accounts in memory."""
    corpus = MemoryCorpus()
    corpus.add([make_deposit(account, tables=tables(), version="1") for account in accounts])
    return corpus


def test_the_other_side_is_found_and_nothing_else() -> None:
    """Accounts of the event by another issuer are found, the whole one before the one that tells of it in a part."""
    found = find_counterparts(OURS, corpus_of(OURS, *OTHERS, ADDRESS, THEIRS))
    assert [account.release.key for account, _ in found] == [THEIRS.release.key, ADDRESS.release.key]
    assert all(pairing.same and pairing.evidence for _, pairing in found)


def test_it_is_found_from_either_side() -> None:
    """What is found for one account finds it in turn."""
    corpus = corpus_of(OURS, *OTHERS, THEIRS)
    ((back, _),) = find_counterparts(THEIRS, corpus)
    assert back.release.key == OURS.release.key


def test_nothing_is_found_without_a_day_or_in_an_empty_corpus() -> None:
    """An account of which neither text nor release tells the day has no counterparts."""
    undated = tell("Ilmar Vesk met Adela Korin.", "Meeting with Adela Korin", issued=None)
    assert find_counterparts(undated, corpus_of(THEIRS)) == ()
    assert find_counterparts(OURS, corpus_of()) == ()


def test_a_record_is_not_its_own_counterpart() -> None:
    """Releases of the same issuer are passed over, however like they are."""
    assert find_counterparts(OURS, corpus_of(OURS)) == ()
    assert OURS.release.issued == JUNE


def test_the_tables_of_the_user_tell_the_zone_of_an_office() -> None:
    """One day in two capitals is one event where the zones may be near, and two where the user's tables part them."""
    theirs = tell(
        "Prime Minister Adela Korin spoke with President of Arvenia Ilmar Vesk. Boats were discussed.",
        "Adela Korin spoke with Ilmar Vesk",
        VELMARK,
    )
    zones = {OURS.release.issuer: "Pacific/Honolulu", VELMARK: "Pacific/Kiritimati"}
    known = tables()
    far = replace(
        known, issuers=tuple(replace(row, time_zone=zones.get(row.code, row.time_zone)) for row in known.issuers)
    )
    corpus = corpus_of(theirs)
    assert [account.release.key for account, _ in find_counterparts(OURS, corpus)] == [theirs.release.key]
    assert find_counterparts(OURS, corpus, tables=far) == ()
