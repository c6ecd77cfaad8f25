"""What a store keeps reads back as what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.codec import (
    decode_account,
    decode_entry,
    decode_notices,
    decode_prints,
    decode_tally,
    encode_account,
    encode_entry,
    encode_notices,
    encode_prints,
    encode_tally,
    join_encoded,
    pack,
    write_deposit,
)
from communique.errors import CommuniqueError
from communique.model import Account, DateBasis, Event, EventDate, Format, Kind, Place, Span, Stated, VisitClass
from communique.precedent import Count, Tally, join_tallies, tally_entries
from unit.corpus.desk import make_company, make_deposit
from unit.fictional import account_of

TEXTS = (
    "President Ilmar Vesk received Adela Korin of Velmark at the Linden Palace. He thanked her for the invitation.",
    "They signed a memorandum on ferries worth about $20 million. “The talks were warm,” Davor Selim said.",
    "Ilmar Vesk spoke by telephone with Davor Selim at the initiative of the Tholian side. They discussed energy.",
    "King Osmund IV of Velmark paid a state visit to Tarsk.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_an_account_reads_back_as_it_was(text: str) -> None:
    """What extraction finds in a text comes back equal, release and all, and is written alike again."""
    account = account_of(text, "Talks in Tarsk")
    back = decode_account(encode_account(account), account.release)
    assert back == account
    assert encode_account(back) == encode_account(account)


@pytest.mark.parametrize(
    "issued",
    [None, datetime(2021, 6, 16, 18), datetime(2021, 6, 16, 18, tzinfo=timezone(timedelta(hours=3)))],  # noqa: DTZ001
)
def test_the_release_is_not_kept_twice(issued: datetime | None) -> None:
    """The bytes hold nothing of the release, which joins the account again, with a zone or without one."""
    deposit = make_deposit()
    account = replace(deposit.account, release=replace(deposit.account.release, issued=issued))
    assert encode_account(account) == encode_account(deposit.account)
    assert decode_account(encode_account(account), account.release) == account


days = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 1, 1))
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 900), st.integers(1, 90))
events = st.builds(
    Event,
    kind=st.sampled_from(Kind),
    date=st.none() | st.builds(EventDate, day=days, basis=st.just(DateBasis.TEXT), span=spans),
    place=st.builds(Place, city=st.none() | st.builds(Stated, value=st.text(), span=spans), again=st.none() | spans),
    visit_class=st.none() | st.builds(Stated, value=st.sampled_from(VisitClass), span=spans),
    format=st.none() | st.builds(Stated, value=st.sampled_from(Format), span=spans),
)


@given(event=events, sentences=st.lists(spans).map(tuple), models=st.lists(st.text()).map(tuple))
def test_any_event_reads_back(event: Event, sentences: tuple[Span, ...], models: tuple[str, ...]) -> None:
    """Days, enumerations and stated values of every kind come back as the same types."""
    release = make_deposit().account.release
    account = Account(release=release, event=event, sentences=sentences, models=models)
    back = decode_account(encode_account(account), release)
    assert back == account
    assert back.event.visit_class is None or type(back.event.visit_class.value) is VisitClass


counts = st.builds(lambda seen, more: Count(seen, seen + more), st.integers(0, 10**6), st.integers(0, 10**6))
tallies = st.builds(
    lambda ends, accounts, counted: Tally(
        accounts=accounts, first=min(ends, default=None), last=max(ends, default=None), counts=counted
    ),
    st.lists(days, max_size=2),
    st.integers(0, 10**6),
    st.dictionaries(st.text(max_size=12), counts, max_size=6),
)


@given(tally=tallies)
def test_a_tally_reads_back(tally: Tally) -> None:
    """A tally comes back equal, that of nothing too."""
    assert decode_tally(encode_tally(tally)) == tally


@given(parts=st.lists(tallies, max_size=5))
def test_written_tallies_join_as_read_ones(parts: list[Tally]) -> None:
    """To join tallies as they are written gives the very bytes of the joined tally."""
    assert join_encoded(map(encode_tally, parts)) == encode_tally(join_tallies(parts))


@given(prints=st.frozensets(st.integers(0, 2**64 - 1)))
def test_prints_read_back(prints: frozenset[int]) -> None:
    """Hashes of 64 bits come back, in eight bytes each."""
    assert decode_prints(encode_prints(prints)) == prints
    assert len(encode_prints(prints)) == 8 * len(prints)


def test_entries_and_notices_read_back() -> None:
    """What precedent counts, and words on encounters to come, come back equal."""
    for deposit in make_company(20):
        assert deposit.entry
        assert decode_entry(encode_entry(deposit.entry)) == deposit.entry
        assert decode_notices(encode_notices(deposit.notices)) == deposit.notices
    entries = [deposit.entry for deposit in make_company(20) if deposit.entry]
    assert decode_tally(encode_tally(tally_entries(entries))) == tally_entries(entries)


@pytest.mark.parametrize("content", [b"", b"no bytes of ours", pack(b"\xc1"), pack(b"\x80"), pack(b"")])
def test_foreign_bytes_are_refused(content: bytes) -> None:
    """Bytes that were not written as an account are refused in words, not taken for one."""
    with pytest.raises(CommuniqueError, match="expected an account"):
        decode_account(content, make_deposit().account.release)


def test_a_hash_too_long_is_refused() -> None:
    """A hash of more than 64 bits is refused, not cut."""
    with pytest.raises(CommuniqueError, match="hashes from 0"):
        encode_prints({2**64})


def test_the_print_of_a_deposit_knows_every_part() -> None:
    """Two deposits that differ in anything but the release have different prints, and sets have no order."""
    one = make_deposit(present=frozenset("abc"))
    same = make_deposit(present=frozenset("cba"))
    others = (
        replace(one, version="2"),
        replace(one, entry=None),
        replace(one, prints=frozenset({5})),
        replace(one, lemmas="talk"),
        replace(one, account=replace(one.account, vague=(Span(0, 4),))),
        make_deposit(present=frozenset("ab")),
    )
    imprints = [write_deposit(each).imprint for each in (one, *others)]
    assert write_deposit(same).imprint == imprints[0]
    assert len(set(imprints)) == len(imprints)
