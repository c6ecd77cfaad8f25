"""The reading of figures: speaker, hedge, and what another text makes of the same number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Figure, Grade, InstrumentCount
from communique.precedent import NO_PRECEDENT
from communique.readings.figures import figure_words, figures_of, mark_features, read_figures
from unit.readings.accounts import (
    FixedPrecedent,
    bare_account,
    figure,
    full_guest_account,
    full_host_account,
    words,
)
from unit.readings.strategies import accounts

HOST_CLAUSE = "Trade grew by almost 12 percent, I believe"
GUEST_CLAUSE = "Trade grew by 12 percent"
APART = "The parties exchanged views on ferries. An agreement"


def host_with(number: float = 12.0, *, hedge: str = "almost", unit: str = "percent") -> Account:
    """Give the host's account with one figure."""
    account = full_host_account()
    host = account.event.principals[0]
    told = figure(account.release, "12", HOST_CLAUSE, number=number, unit=unit, hedge=hedge, speaker=host)
    return replace(account, figures=(told,))


def guest_with(number: float = 12.0, *, hedge: str = "", unit: str = "percent", clause: str = GUEST_CLAUSE) -> Account:
    """Give the guest's account with one figure."""
    account = full_guest_account()
    value = "12" if clause == GUEST_CLAUSE else "An"
    return replace(account, figures=(figure(account.release, value, clause, number=number, unit=unit, hedge=hedge),))


def compared(ours: Account, theirs: Account) -> list[str]:
    """Give the codes of what the reading finds beside the figures themselves."""
    codes = [finding.code for finding in read_figures(ours, NO_PRECEDENT, (theirs,))]
    return [code for code in codes if code != "figures.stated"]


def test_figures_are_told_with_speaker_and_hedge() -> None:
    """Number, unit, the hedge in its own words, and who says it."""
    (finding,) = read_figures(host_with(), NO_PRECEDENT)
    assert finding.statement == "1 figure, 1 hedged: “12” percent (“almost”, Ilmar Vesk)"
    assert full_host_account().release.words(finding.spans[0]) == "almost 12"


@pytest.mark.parametrize(
    ("ours", "theirs", "codes"),
    [
        (host_with(), guest_with(), ["figures.hedge_lost_there"]),
        (host_with(hedge=""), guest_with(hedge="grew"), ["figures.hedge_lost_here"]),
        (host_with(), guest_with(hedge="grew"), ["figures.hedge_differs"]),
        (host_with(hedge=""), guest_with(), []),
        (host_with(), guest_with(unit="USD"), []),
        (host_with(unit=""), guest_with(unit=""), []),
        (host_with(), guest_with(11.5), ["figures.number_differs"]),
        (host_with(), guest_with(18.0), ["figures.number_differs"]),
        (host_with(), guest_with(30.0), []),
        (host_with(), guest_with(18.0, clause=APART), []),
        (host_with(0.0), guest_with(0.0), ["figures.hedge_lost_there"]),
    ],
    ids=[
        "hedge lost there",
        "hedge lost here",
        "another hedge",
        "the same",
        "another unit",
        "no unit",
        "near number",
        "one thing, farther number",
        "far number",
        "another thing",
        "nothing and nothing",
    ],
)
def test_a_figure_is_set_against_its_like(ours: Account, theirs: Account, codes: list[str]) -> None:
    """One unit and a near number, or one subject and a number not far off, make two figures comparable."""
    assert compared(ours, theirs) == codes


def test_a_hedge_lost_is_told_from_both_texts() -> None:
    """The finding opens on the words here and prints those there."""
    finding = next(f for f in read_figures(host_with(), NO_PRECEDENT, (guest_with(),)) if "hedge" in f.code)
    assert finding.grade is Grade.DIFFERS
    assert finding.statement == "The same number, hedged here and not there: “12” percent (“almost”, Ilmar Vesk)"
    assert finding.mirror == "Velmark's text has “12” percent"


def test_alternatives_hold_for_either_number() -> None:
    """A speaker who leaves two numbers open has said both."""
    account = host_with()
    (told,) = account.figures
    either = Figure(words=replace(told.words, number=(11.6, 11.7), alternatives=(11.6, 11.7)))
    assert compared(replace(account, figures=(either,)), guest_with(11.7)) == ["figures.hedge_lost_there"]


def test_a_sign_of_currency_needs_no_unit() -> None:
    """A unit that the number's own words give is not told twice."""
    account = bare_account(text="Trade reached US$3 billion.")
    told = figure(account.release, "US$3 billion", "Trade reached US$3 billion", number=3e9, unit="USD")
    assert figure_words(account.release, told) == "“US$3 billion”"


def test_a_number_of_documents_is_left_to_their_reading() -> None:
    """A figure that counts documents is no figure of this reading."""
    account = host_with()
    count = InstrumentCount(span=words(account.release, "12 percent"), number=12)
    assert figures_of(replace(account, counts=(count,))) == ()


def test_silence_is_told_only_beside_figures() -> None:
    """That no figure stands is worth a line where another text has some, or earlier ones mostly had."""
    silent = replace(full_host_account(), figures=())
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    assert list(read_figures(silent, NO_PRECEDENT)) == []
    assert [f.code for f in read_figures(silent, NO_PRECEDENT, (guest_with(),))] == ["figures.none"]
    assert [f.grade for f in read_figures(silent, usual)] == [Grade.RARE]


@given(account=accounts(), other=accounts())
def test_no_figure_is_compared_twice(account: Account, other: Account) -> None:
    """A figure is set against at most one figure of another text."""
    beside = [
        f for f in read_figures(account, NO_PRECEDENT, (other,)) if f.code.split(".")[1] not in {"stated", "none"}
    ]
    assert len(beside) <= min(len(figures_of(account)), len(figures_of(other)))


@given(account=accounts())
def test_a_hedge_is_counted_only_where_a_figure_is(account: Account) -> None:
    """A text without figures is no exposure of hedges."""
    codes = {mark.code for mark in mark_features(account)}
    assert ("figures.hedged" in codes) == bool(figures_of(account))
