"""The reading of documents: number named against number stated, class, level, what binds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from communique.model import Account, Binding, Grade, InstrumentCount, Kind, Level, Span
from communique.precedent import NO_PRECEDENT
from communique.readings.instruments import class_counts, mark_features, read_instruments
from unit.readings.accounts import (
    FixedPrecedent,
    bare_account,
    full_guest_account,
    full_host_account,
    instrument,
    words,
)
from unit.readings.strategies import accounts


def counted(number: int | None) -> Account:
    """Give the host's account, which names two documents, with another number stated."""
    account = full_host_account()
    return replace(account, counts=(InstrumentCount(span=words(account.release, "Three documents"), number=number),))


@pytest.mark.parametrize(
    ("number", "code", "told"),
    [
        (1, "instruments.listed", "the number stated: “Three documents”"),
        (2, "instruments.listed", "the number stated: “Three documents”"),
        (3, "instruments.fewer_named", "the number stated: “Three documents”"),
        (None, "instruments.listed", "no number of all of them is stated, only “Three documents”"),
    ],
)
def test_the_number_stated_is_set_against_those_named(number: int | None, code: str, told: str) -> None:
    """Fewer documents named than counted has its own code; both numbers are printed in any case."""
    listed = next(iter(read_instruments(counted(number), NO_PRECEDENT)))
    assert listed.code == code
    assert listed.statement == f"2 documents are named: 1 agreement, 1 memorandum (of governments); {told}"


def test_binding_is_told_with_the_words_that_decide() -> None:
    """Each answer stands with its words, and that titles alone were seen."""
    _, binding = read_instruments(full_host_account(), NO_PRECEDENT)
    assert binding.statement == (
        "Binding, as the words for the documents go: yes 1 (“agreement”), no 1 (“memorandum”); titles only were seen"
    )
    release = full_host_account().release
    assert [release.words(span) for span in binding.spans] == ["agreement", "memorandum"]


def test_a_name_among_the_words_that_decide_keeps_its_capitals() -> None:
    """The words that decide are told as written, each once whatever its capitals."""
    account = full_host_account()
    first, second = account.instruments
    at = account.release.text.index("Ilmar")
    named = replace(first, words=replace(first.words, deciding=(Span(at, at + len("Ilmar")),)))
    binding = list(read_instruments(replace(account, instruments=(named, second)), NO_PRECEDENT))[-1]
    assert "yes 1 (“Ilmar”)" in binding.statement


def test_operative_words_are_told_apart_from_titles() -> None:
    """Where the text of a document was there, the finding does not say that titles only were seen."""
    account = full_host_account()
    first, second = account.instruments
    first = replace(first, words=replace(first.words, titles_only=False))
    _, binding = read_instruments(replace(account, instruments=(first, second)), NO_PRECEDENT)
    assert "titles only" not in binding.statement


def test_a_lump_is_not_counted_as_one_document() -> None:
    """Several documents told as one stand apart, and a number inside their words is not set against the list."""
    account = full_host_account()
    lump = instrument(account.release, "Three documents", "documents", Binding.UNCLEAR, lump=True, level=Level.UNCLEAR)
    listed, _ = read_instruments(replace(account, instruments=(*account.instruments, lump)), NO_PRECEDENT)
    assert listed.code == "instruments.listed"
    assert "2 documents are named" in listed.statement
    assert "several told as one: “Three documents”" in listed.statement


def test_levels_are_told_where_they_differ() -> None:
    """Documents of several levels are counted by level; where no word tells any level, none is told."""
    account = full_host_account()
    first, second = account.instruments
    company = replace(second, words=replace(second.words, level=Level.COMPANY))
    open_ended = tuple(replace(i, words=replace(i.words, level=Level.UNCLEAR)) for i in account.instruments)
    mixed, _ = read_instruments(replace(account, instruments=(first, company)), NO_PRECEDENT)
    unclear, _ = read_instruments(replace(account, instruments=open_ended), NO_PRECEDENT)
    assert "(1 of governments, 1 of companies)" in mixed.statement
    assert "1 memorandum;" in unclear.statement


def test_other_documents_in_the_other_text_differ() -> None:
    """Two lists with other classes are a difference, and both are printed."""
    listed = next(iter(read_instruments(full_host_account(), NO_PRECEDENT, (full_guest_account(),))))
    assert listed.grade is Grade.DIFFERS
    assert listed.mirror == ("Velmark's text has: 1 document is named: 1 agreement (of governments)")


def test_silence_is_told_only_beside_documents() -> None:
    """That no document is named is worth a line where another text names some, or where some are usual."""
    silent = bare_account(Kind.MEETING)
    usual = FixedPrecedent(seen=38, among=41, low=0.8, high=0.98)
    assert list(read_instruments(silent, NO_PRECEDENT)) == []
    assert [f.code for f in read_instruments(silent, NO_PRECEDENT, (full_guest_account(),))] == ["instruments.none"]
    assert [f.grade for f in read_instruments(silent, usual)] == [Grade.RARE]


def test_a_call_is_no_occasion_for_signing() -> None:
    """A call without documents is not counted as silent on them."""
    assert mark_features(bare_account(Kind.CALL)) == ()


@pytest.mark.parametrize(
    ("title", "word", "number", "marked"),
    [
        ("a joint statement on ferries", "statement", 1, {"named", "joint_statement"}),
        ("a statement on ferries", "statement", 1, {"named"}),
        ("совместное заявление", "statement", 1, {"named", "joint_statement"}),
        ("a joint agreement on timber", "agreement", 3, {"named", "many"}),
    ],
)
def test_joint_statements_and_long_lists_are_marked(title: str, word: str, number: int, marked: set[str]) -> None:
    """A joint statement or declaration is a feature of its own, and so is a list of three documents or more."""
    account = bare_account(Kind.VISIT, text=f"The sides signed {title}: {word}, {word}, {word}.")
    first = instrument(account.release, title, word, Binding.UNCLEAR)
    named = [first]
    for _ in range(number - 1):
        place = words(account.release, word, after=named[-1].words.title.end)
        named.append(replace(first, words=replace(first.words, title=place, sentence=place)))
    present = {mark.code for mark in mark_features(replace(account, instruments=tuple(named))) if mark.present}
    assert present == {f"instruments.{tail}" for tail in marked}


@given(account=accounts())
def test_classes_add_up_to_the_documents_named(account: Account) -> None:
    """The numbers by class sum to the documents that are told one by one."""
    counts = [int(part.split()[0]) for part in class_counts(account).split(", ") if part]
    assert sum(counts) == sum(not i.words.lump for i in account.instruments)
