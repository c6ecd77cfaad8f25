"""What all readings share: grades from rates, mirrors, names of texts, persons of two texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given

from communique.errors import ModelError
from communique.model import Account, Finding, Grade, Kind, Part, Person, Rate, Release, Span
from communique.precedent import NO_PRECEDENT, Mark, Precedent
from communique.precedent.rates import RARE_HIGH
from communique.readings import run_readings
from communique.readings.port import (
    HABIT_BOUND,
    QUOTE_LIMIT,
    Case,
    Reading,
    Told,
    grade_of,
    mirror_of,
    narration,
    only_in,
    quoted,
    same_person,
    text_name,
)
from unit.readings.accounts import ARVENIA, VELMARK, FixedPrecedent, bare_account, guest_account, host_account
from unit.readings.strategies import accounts


def rate(low: float, high: float, seen: int = 5) -> Rate:
    """Give a rate of some in 20 with an interval."""
    return Rate(seen=seen, among=20, low=low, high=high, reference="calls of Arvenia")


def named(name: str | None, *, identity: str | None = None, side: str = "XA") -> Person:
    """Give a person of Arvenia or Velmark."""
    of = ARVENIA if side == "XA" else VELMARK
    office = replace(host_account().event.principals[0], name=None).office
    return Person(name=name, side=of, identity=identity, office=office)


@pytest.mark.parametrize(
    ("seen", "low", "high", "differs", "grade"),
    [
        (0, 0.0, 0.2, False, Grade.RARE),
        (4, 0.08, 0.42, False, Grade.RARE),
        (5, 0.1, RARE_HIGH - 0.01, True, Grade.RARE),
        (5, 0.1, RARE_HIGH, False, Grade.OBSERVED),
        (6, 0.1, RARE_HIGH - 0.01, False, Grade.OBSERVED),
        (20, HABIT_BOUND, 1.0, False, Grade.HABIT),
        (20, HABIT_BOUND, 1.0, True, Grade.HABIT),
        (20, HABIT_BOUND - 0.01, 1.0, False, Grade.OBSERVED),
        (10, 0.0, 1.0, True, Grade.DIFFERS),
    ],
)
def test_the_grade_rests_on_rate_and_interval(
    seen: int, low: float, high: float, *, differs: bool, grade: Grade
) -> None:
    """Rare is at most one in four and surely under one in two; habit is surely two in five or more."""
    assert grade_of(rate(low, high, seen), differs=differs) is grade


@pytest.mark.parametrize(("differs", "grade"), [(False, Grade.OBSERVED), (True, Grade.DIFFERS)])
def test_without_a_base_nothing_is_rare(*, differs: bool, grade: Grade) -> None:
    """Without precedents a finding is observed, or differs from the other text."""
    assert grade_of(None, differs=differs) is grade


@pytest.mark.parametrize(("present", "seen"), [(True, 38), (False, 3)])
def test_the_rate_is_of_accounts_like_this_one(*, present: bool, seen: int) -> None:
    """Where the account lacks a feature, the rate counts the accounts that lacked it too."""
    precedent = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    marks = (Mark(code="venue.named", present=present),)
    found = Case(account=host_account(), precedent=precedent, others=(), marks=marks).alike("venue.named")
    assert found is not None
    assert (found.seen, found.among) == (seen, 41)


def test_no_exposure_is_no_question() -> None:
    """A feature that the account could not have is not asked about."""
    precedent = FixedPrecedent(seen=1, among=2)
    assert Case(account=host_account(), precedent=precedent, others=(), marks=()).alike("venue.named") is None
    assert precedent.asked == []


def test_a_text_is_named_by_its_side() -> None:
    """The side that stands first names the text, else the issuer, else nobody."""
    issuer = replace(bare_account().release, issuer="xa-president")
    assert text_name(host_account()) == "Arvenia's text"
    assert text_name(replace(bare_account(), release=issuer)) == "xa-president's text"
    assert text_name(bare_account()) == "The other text"


def test_editions_of_one_side_are_told_apart() -> None:
    """Where one side has two texts, each clause of the mirror names its language."""
    english = guest_account()
    other = replace(english, release=replace(english.release, language="xx"))
    told = ((english, Told(words="names it")), (other, Told(words="does not")))
    assert mirror_of(told) == "Velmark's text (en) names it; Velmark's text (xx) does not"
    assert mirror_of(told[:1]) == "Velmark's text names it"
    assert mirror_of(()) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (named("Ilmar Vesk"), named("Vesk"), True),
        (named("Ilmar Vesk"), named("Ilmar Vesk", side="XV"), False),
        (named("Ilmar Vesk"), named("Adela Korin"), False),
        (named("Ilmar Vesk", identity="vesk"), named("I. Vésk", identity="vesk"), True),
        (named("Vesk", identity="father"), named("Vesk", identity="son"), False),
        (named(None), named("Ilmar Vesk"), True),
        (named(None), named("Adela Korin", side="XV"), False),
    ],
)
def test_persons_of_two_texts(one: Person, other: Person, *, same: bool) -> None:
    """The identity decides, else name and side, else the side of an office; in both directions alike."""
    assert same_person(one, other) is same
    assert same_person(other, one) is same


def test_a_long_quotation_is_cut_at_a_word() -> None:
    """Words on several lines come on one, and a long passage ends with an ellipsis after a whole word."""
    release = Release(address="", issuer="", language="en", title="", text="The sides\n met. " + "word " * 60)
    assert quoted(release, Span(0, 15)) == "“The sides met.”"
    cut = quoted(release, Span(0, len(release.text)))
    assert cut.endswith("word…”")
    assert len(cut) <= QUOTE_LIMIT + 3


@pytest.mark.parametrize(
    ("part", "words"),
    [(Part.TEXT, ""), (Part.TITLE, " (in the title only)"), (Part.PLACE, " (in the place line only)")],
)
def test_absence_has_degrees(part: Part, words: str) -> None:
    """What stands outside the body is said to stand there only."""
    assert only_in(Span(0, 1, part)) == words


@given(account=accounts())
def test_narration_keeps_every_place(account: Account) -> None:
    """Blanking out direct speech moves no character and removes no line."""
    told = narration(account)
    text = account.release.text
    assert len(told) == len(text)
    assert told.count("\n") == text.count("\n")
    assert all(here in {there, " "} for here, there in zip(told, text, strict=True))


def test_narration_leaves_out_turns_and_their_labels() -> None:
    """Neither the words of a turn nor the label of its speaker are narration."""
    told = narration(host_account())
    assert "Welcome" not in told
    assert "Ilmar Vesk:" not in told
    assert "The sides discussed" in told


def test_a_reading_without_a_card_is_refused() -> None:
    """A function whose docstring lacks a section is no reading."""
    with pytest.raises(ModelError, match="Limits"):
        Reading(code="x", title="X", version=1, read=bare, features=(), mark_features=lambda _: ())


def bare(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """Find nothing, and have no card."""
    yield from run_readings(account, precedent, others)[:0]


def test_the_precedent_of_a_reader_without_a_corpus_has_no_base() -> None:
    """The empty precedent answers every question with no base."""
    assert NO_PRECEDENT.rate("venue.named", bare_account(Kind.CALL)) is None
