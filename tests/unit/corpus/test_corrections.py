"""Corrections of extracted items: each applied, refused where it does not fit, and all of them as a set."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.corpus.correctable import find_items, party_words, place_of_person, place_of_span
from communique.corpus.corrections import apply_corrections
from communique.errors import ModelError
from communique.model import (
    Account,
    DateBasis,
    Event,
    EventDate,
    InstrumentClass,
    Kind,
    Part,
    Pattern,
    Person,
    Reception,
    Side,
    Span,
    VisitClass,
)
from communique.model.corrections import Correction, Item, Outcome, Parts, What
from unit.readings.accounts import VELMARK, full_host_account
from unit.readings.strategies import accounts

MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)
OSTRAND = Side(code="XO", name="Ostrand States")
KINDS = tuple(kind.value for kind in Kind)


def found(account: Account, what: What) -> Item:
    """Give the first item of a sort."""
    return next(item for item in find_items(account) if item.what is what)


def correct(account: Account, item: Item, after: Parts, *, words: str = "", side: Side | None = None) -> Correction:
    """Make a correction of an item, on some words where they are given."""
    span = None
    if words:
        start = account.release.text.index(words)
        span = Span(start, start + len(words))
    return Correction(
        release=account.release.key,
        what=item.what,
        place=item.place,
        before=item.parts,
        after=after,
        author="Nela Orr",
        reason="as the text has it",
        moment=MOMENT,
        words=span,
        quote=words,
        side=side,
    )


def part(parts: Parts, **changed: str) -> Parts:
    """Give a value with some of its parts changed."""
    return tuple((name, changed.get(name, value)) for name, value in parts)


def only(account: Account, correction: Correction) -> Account:
    """Apply one correction that must fit."""
    applied = apply_corrections(account, (correction,))
    assert [outcome for _, outcome in applied.outcomes] == [Outcome.APPLIED]
    return applied.account


def test_a_kind_is_corrected() -> None:
    """The kind of the event is that of the analyst, all else stays."""
    account = full_host_account()
    corrected = only(account, correct(account, found(account, What.KIND), (("kind", "visit"),)))
    assert corrected == replace(account, event=replace(account.event, kind=Kind.VISIT))


def test_a_date_stands_on_its_words_or_on_the_analyst_alone() -> None:
    """A date with words is dated by them; one without says that an analyst gave it; a struck one is gone."""
    account = full_host_account()
    item = Item(what=What.DATE, place="", parts=())
    alone = only(account, correct(account, item, (("day", "2021-06-14"),)))
    assert alone.event.date == EventDate(day=date(2021, 6, 14), basis=DateBasis.ANALYST)
    told = only(account, correct(account, item, (("day", "2021-06-14"),), words="Linden Palace"))
    assert told.event.date is not None
    assert told.event.date.basis is DateBasis.TEXT
    assert told.event.date.span is not None
    assert account.release.words(told.event.date.span) == "Linden Palace"
    assert only(told, correct(told, found(told, What.DATE), ())).event.date is None


def test_a_participant_is_renamed_wherever_the_account_means_him() -> None:
    """A name corrected among the principals is corrected at the reception, in speech and in relations too."""
    account = full_host_account()
    item = found(account, What.PARTICIPANT)
    corrected = only(account, correct(account, item, part(item.parts, name="Ilmar Veskel")))
    assert corrected.event.principals[0].name == "Ilmar Veskel"
    assert corrected.reception.host is not None
    assert corrected.reception.host.name == "Ilmar Veskel"
    assert corrected.quotations[0].speaker is not None
    assert corrected.quotations[0].speaker.name == "Ilmar Veskel"
    assert "Ilmar Vesk" not in {mention.person.name for mention in corrected.mentions if mention.person}


def test_a_participant_comes_goes_and_changes_place() -> None:
    """Somebody is added with words and side, struck with his part in the reception, or put among the others."""
    account = full_host_account()
    new: Parts = (("role", "principal"), ("name", "Osmund IV"), ("office", "King"), ("side", "XO"))
    added = only(
        account,
        correct(account, Item(what=What.PARTICIPANT, place="osmund iv", parts=()), new, words="frank", side=OSTRAND),
    )
    king = added.event.principals[-1]
    assert (king.name, king.side, len(king.spans)) == ("Osmund IV", OSTRAND, 1)
    item = found(account, What.PARTICIPANT)
    struck = only(account, correct(account, item, ()))
    assert [person.name for person in struck.event.principals] == ["Adela Korin"]
    assert struck.reception.host is None
    moved = only(account, correct(account, item, part(item.parts, role="other")))
    assert [person.name for person in moved.event.others] == ["Ilmar Vesk"]


def test_a_reception_names_its_host_by_the_name_corrected_too() -> None:
    """A host named as extracted is found although the name was corrected as well."""
    account = full_host_account()
    person, reception = found(account, What.PARTICIPANT), found(account, What.RECEPTION)
    renamed = correct(account, person, part(person.parts, name="Ilmar Veskel"))
    hosted = correct(account, reception, (("pattern", "met_with"), ("subject", ""), ("host", "Ilmar Vesk")))
    corrected = apply_corrections(account, (hosted, renamed)).account
    assert corrected.reception.host == corrected.event.principals[0]
    assert corrected.reception.pattern is Pattern.MET_WITH
    assert corrected.reception.span == account.reception.span


def test_a_direction_is_turned() -> None:
    """Who gives and who receives change places; a party that the sentence does not name is refused."""
    account = full_host_account()
    item = next(item for item in find_items(account) if item.what is What.RELATION and dict(item.parts)["to"])
    ends = dict(item.parts)
    turned = only(account, correct(account, item, part(item.parts, **{"from": ends["to"], "to": ends["from"]})))
    old = next(relation for relation in account.relations if party_words(relation.giver) == ends["from"])
    assert old not in turned.relations
    assert any((new.giver, new.receiver) == (old.receiver, old.giver) for new in turned.relations)
    foreign = correct(account, item, part(item.parts, **{"from": "somebody else"}))
    assert apply_corrections(account, (foreign,)).outcomes[0][1] is Outcome.UNFIT


def test_a_document_is_classed_and_an_initiative_needs_its_words() -> None:
    """A document takes the class given; an initiative that is not there is added only on words that state it."""
    account = full_host_account()
    item = found(account, What.INSTRUMENT)
    classed = only(account, correct(account, item, part(item.parts, **{"class": "treaty"})))
    assert classed.instruments[0].words.kind is InstrumentClass.TREATY
    new: Parts = (("basis", "invited"), ("side", "XV"), ("person", ""))
    nowhere = Item(what=What.INITIATIVE, place="text:0-3", parts=())
    assert apply_corrections(account, (correct(account, nowhere, new, side=VELMARK),)).standing == ()
    start = account.release.text.index("frank")
    there = Item(what=What.INITIATIVE, place=place_of_span(Span(start, start + 5)), parts=())
    added = only(account, correct(account, there, new, words="frank", side=VELMARK))
    assert added.initiative is not None
    assert account.release.words(added.initiative.span) == "frank"


def test_a_visit_class_needs_words_where_none_states_it() -> None:
    """A class of visit is stated by words: none is made up."""
    account = full_host_account()
    item = Item(what=What.VISIT_CLASS, place="", parts=())
    assert apply_corrections(account, (correct(account, item, (("class", "state"),)),)).standing == ()
    corrected = only(account, correct(account, item, (("class", "state"),), words="frank"))
    assert corrected.event.visit_class is not None
    assert corrected.event.visit_class.value is VisitClass.STATE


def test_better_extraction_needs_no_correction_and_a_changed_one_fits_none() -> None:
    """What extraction gives by itself is no longer needed; where it gives something third, a correction is unfit."""
    account = full_host_account()
    correction = correct(account, found(account, What.KIND), (("kind", "visit"),))
    better = replace(account, event=replace(account.event, kind=Kind.VISIT))
    third = replace(account, event=replace(account.event, kind=Kind.CALL))
    for extracted, outcome in ((better, Outcome.NOT_NEEDED), (third, Outcome.UNFIT)):
        applied = apply_corrections(extracted, (correction,))
        assert applied.account == extracted
        assert applied.outcomes == ((correction, outcome),)


def test_words_that_the_release_no_longer_has_carry_nothing() -> None:
    """A correction on words of a title that has changed since does not fit any more."""
    account = full_host_account()
    correction = replace(
        correct(account, found(account, What.KIND), (("kind", "visit"),)),
        words=Span(0, 7, Part.TITLE),
        quote=account.release.title[:7],
    )
    assert apply_corrections(account, (correction,)).standing == (correction,)
    retitled = replace(account, release=replace(account.release, title="Another headline"))
    assert apply_corrections(retitled, (correction,)).standing == ()


@pytest.mark.parametrize(
    "changed",
    [{"author": " "}, {"reason": ""}, {"reason": "x" * 2001}, {"after": (("kind", "x" * 301),)}, {"quote": "words"}],
)
def test_a_correction_without_author_or_reason_is_none(changed: dict[str, object]) -> None:
    """Author and reason are needed, and neither reason nor value is endless."""
    account = full_host_account()
    with pytest.raises(ModelError):
        replace(correct(account, found(account, What.KIND), (("kind", "visit"),)), **changed)  # type: ignore[arg-type]


def _value_of(item: Item, kind: str, name: str) -> Parts:
    """Give another value of an item, whatever its sort."""
    values = dict(item.parts)
    changes: dict[What, dict[str, str]] = {
        What.PARTICIPANT: {"name": name},
        What.KIND: {"kind": kind},
        What.DATE: {"day": "2021-06-14"},
        What.VISIT_CLASS: {"class": "private" if values.get("class") != "private" else "state"},
        What.RECEPTION: {"pattern": "joint" if values.get("pattern") != "joint" else "hosted"},
        What.INITIATIVE: {"basis": "requested" if values.get("basis") != "requested" else "invited"},
        What.RELATION: {"from": values.get("to", ""), "to": values.get("from", ""), "mutual": "yes"},
        What.INSTRUMENT: {"binding": "yes" if values.get("binding") != "yes" else "no"},
    }
    return part(item.parts, **changes[item.what])


@st.composite
def corrected_accounts(draw: st.DrawFn) -> tuple[Account, tuple[Correction, ...]]:
    """Draw an account of any shape and corrections of some of its items, each changed or struck."""
    account = draw(accounts())
    corrections = []
    for number, item in enumerate(find_items(account)):
        after = draw(st.sampled_from(("keep", "change", "strike")))
        if after == "strike" and item.what not in {What.KIND, What.RECEPTION}:
            corrections.append(correct(account, item, ()))
        elif after == "change":
            value = _value_of(item, draw(st.sampled_from(KINDS)), f"Somebody New {number}")
            if value != item.parts:
                corrections.append(correct(account, item, value))
    return account, tuple(draw(st.permutations(corrections)))


@settings(max_examples=30)
@given(corrected_accounts())
def test_applied_twice_is_applied_once(case: tuple[Account, tuple[Correction, ...]]) -> None:
    """Corrections applied to what they made change nothing."""
    account, corrections = case
    once = apply_corrections(account, corrections).account
    assert apply_corrections(once, corrections).account == once


@settings(max_examples=30)
@given(corrected_accounts(), st.randoms(use_true_random=False))
def test_the_order_leaves_no_trace(case: tuple[Account, tuple[Correction, ...]], chance: object) -> None:
    """However corrections are ordered, the account and the outcome of each are the same."""
    account, corrections = case
    shuffled = list(corrections)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert apply_corrections(account, shuffled) == apply_corrections(account, corrections)


@settings(max_examples=30)
@given(corrected_accounts())
def test_without_corrections_all_is_as_extracted(case: tuple[Account, tuple[Correction, ...]]) -> None:
    """No correction, no change; and spans of a corrected account still lie in their release."""
    account, corrections = case
    assert apply_corrections(account, ()).account == account
    for item in find_items(apply_corrections(account, corrections).account):
        assert item.words is None or account.release.words(item.words)


def test_items_are_told_apart_by_name_and_place() -> None:
    """Every item of an account has a place of its own, and a person's is the name without regard to case."""
    items = find_items(full_host_account())
    assert len({(item.what, item.place) for item in items}) == len(items)
    assert place_of_person(Person(name="Adela  KORIN")) == "adela korin"
    bare = Account(
        release=full_host_account().release, event=Event(kind=Kind.OTHER), reception=Reception(pattern=Pattern.OTHER)
    )
    assert [item.what for item in find_items(bare)] == [What.KIND, What.RECEPTION]
