"""Whose words a quotation renders, to whom they were said, and what takes them back in the source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Bearing, ClaimStatus
from communique.reasoning.audit.quoting.checking import Grade, check_quotation, find_quoted
from communique.reasoning.audit.quoting.governing import GoverningKind
from communique.reasoning.audit.quoting.ruling import WHOLE, check_of
from communique.reasoning.audit.quoting.strangers import names_stranger
from communique.reasoning.audit.quoting.whose import Whose
from unit.reasoning.audit.harbour import retracted, talks

THANKS = "Thank you for the invitation to the regatta"
DUES = "we agreed on new dues for foreign boats"

TAKEN_BACK = (
    (DUES, GoverningKind.DENIAL, ClaimStatus.CONTRADICTED),
    ("agreed on new dues for foreign boats", GoverningKind.DENIAL, ClaimStatus.CONTRADICTED),
    ("the smugglers came from abroad", GoverningKind.DENIAL, ClaimStatus.CONTRADICTED),
    ("we will close the northern pass", GoverningKind.CONDITION, ClaimStatus.PARTLY),
    ("We will deepen the channel", GoverningKind.CONDITION, ClaimStatus.PARTLY),
    ("the lighthouse was sold to a stranger", GoverningKind.HEARSAY, ClaimStatus.PARTLY),
    ("dismiss the harbour pilots", GoverningKind.NEGATION, ClaimStatus.PARTLY),
    ("It is not true that we agreed on new dues for foreign boats", None, ClaimStatus.CONFIRMED),
    ("If the harvest fails, we will close the northern pass", None, ClaimStatus.CONFIRMED),
    ("We will not dismiss the harbour pilots", None, ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("words", "kind", "status"), TAKEN_BACK)
def test_words_that_their_sentence_takes_back_are_not_confirmed(
    words: str, kind: GoverningKind | None, status: ClaimStatus
) -> None:
    """A denial, a condition, hearsay or a "not" that the quotation leaves out is found and shown."""
    check = check_quotation(words, retracted())
    governing = check.renderings[0].governing
    assert (governing.kind if governing else None, check.status) == (kind, status)
    assert check.grade is Grade.EXACT
    if governing is not None:
        assert check.witnesses[0].span.covers(governing.span)


SPEAKERS = (
    ("Ilmar Vesk", "Ilmar Vesk", ClaimStatus.CONFIRMED),
    ("Adela Korin", "Adela Korin", ClaimStatus.CONFIRMED),
    ("the Velmarkian Prime Minister", "Adela Korin", ClaimStatus.CONFIRMED),
    ("Norbert Haldane", "Ilmar Vesk", ClaimStatus.PARTLY),
    ("Ilmar Haldane", "Ilmar Vesk", ClaimStatus.PARTLY),
    ("The Prime Minister of Ostrand", "Adela Korin", ClaimStatus.PARTLY),
    ("The King", "Ilmar Vesk", ClaimStatus.PARTLY),
    ("he", "Ilmar Vesk", ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("speaker", "said", "status"), SPEAKERS)
def test_of_two_who_said_the_words_the_one_meant_is_shown(speaker: str, said: str, status: ClaimStatus) -> None:
    """The place of the speaker meant is chosen; somebody whom no source has leaves the words partly borne out."""
    check = check_quotation(THANKS, retracted(), speaker=speaker)
    assert (str(check.renderings[0].speaker), check.status) == (said, status)
    assert bool(check.stranger) is (status is ClaimStatus.PARTLY)


def test_a_stranger_is_told_beside_who_said_the_words() -> None:
    """The statement says whose the words are, and that the other is in no source."""
    check = check_quotation(DUES.replace("we agreed", "We signed"), retracted(), speaker="Norbert Haldane")
    assert check.status is not ClaimStatus.CONFIRMED
    told = check_quotation(THANKS, retracted(), speaker="Norbert Haldane").statement
    assert "The words are Ilmar Vesk’s; Norbert Haldane is in no source at hand." in told


def test_a_name_in_letters_of_no_source_is_no_stranger() -> None:
    """Names in another script than the sources' cannot be looked up in them."""
    assert not names_stranger("Норберт Холдейн", retracted())
    assert not names_stranger("Norbert Haldane", ())


ADDRESSEES = (
    ("Adela Korin", ClaimStatus.CONFIRMED),
    ("the Velmarkian Prime Minister", ClaimStatus.CONFIRMED),
    ("Norbert Haldane", ClaimStatus.PARTLY),
    ("", ClaimStatus.CONFIRMED),
)


@pytest.mark.parametrize(("addressee", "status"), ADDRESSEES)
def test_somebody_told_must_have_been_there(addressee: str, status: ClaimStatus) -> None:
    """Words said to somebody who takes no part in what the source tells of are at most partly borne out."""
    check = check_quotation(THANKS, retracted(), speaker="Vesk", addressee=addressee)
    assert check.status is status
    assert bool(check.absent) is (status is ClaimStatus.PARTLY)


DENIED = (
    (THANKS, "Vesk", ClaimStatus.CONTRADICTED),
    (DUES, "Vesk", ClaimStatus.CONFIRMED),
    ("We will dismiss the harbour pilots", "Vesk", ClaimStatus.CONFIRMED),
    (THANKS, "Norbert Haldane", ClaimStatus.PARTLY),
    ("The island will sink before the winter is over", "Vesk", ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("words", "speaker", "status"), DENIED)
def test_words_said_not_to_have_been_said(words: str, speaker: str, status: ClaimStatus) -> None:
    """A source that has them contradicts it, one that denies them bears it out, and silence decides nothing."""
    check = check_quotation(words, retracted(), speaker=speaker, denied=True)
    assert check.status is status
    if status is ClaimStatus.CONTRADICTED:
        assert {witness.bearing for witness in check.witnesses} == {Bearing.AGAINST}


READ = (
    ('Vesk said: "We will build it soon enough."', "Vesk", "", False),
    ("Vesk told Adela Korin: “We will build it soon”.", "Vesk", "Adela Korin", False),
    ("Vesk told reporters: “We will build it soon”.", "Vesk", "", False),
    ("Vesk did not say “we will build it soon”.", "Vesk", "", True),
    ("Vesk never said: “We will build it soon”.", "Vesk", "", True),
    ('_"We will build it soon"_, said Vesk.', "Vesk", "", False),
)


@pytest.mark.parametrize(("essay", "speaker", "addressee", "denied"), READ)
def test_an_essay_says_who_told_whom_and_what_was_not_said(
    essay: str, speaker: str, addressee: str, *, denied: bool
) -> None:
    """Speaker, person told and denial are read from the words that lead a quotation in, whatever its marks."""
    quoted = find_quoted(essay)[0]
    assert (quoted.speaker.of(essay) if quoted.speaker else "") == speaker
    assert (quoted.addressee.of(essay) if quoted.addressee else "") == addressee
    assert quoted.denied is denied


MARKED = (
    "> **Thank you** for the\n> [invitation](https://tarsk.example) to the regatta",
    "“Thank you for the invitation to the regatta",
    "_Thank you_ for the `invitation`[^1] to the regatta",
)


@pytest.mark.parametrize("words", MARKED)
def test_marks_of_the_essay_are_no_words(words: str) -> None:
    """Markdown and a quotation mark left at the edge do not keep exact words from being exact."""
    check = check_quotation(words, retracted())
    assert (check.grade, check.status) == (Grade.EXACT, ClaimStatus.CONFIRMED)


def test_marks_inside_marks_do_not_cut_a_quotation() -> None:
    """A word in marks inside a quotation in the same marks belongs to it."""
    essay = "Vesk said: “The “ferry” will run again in May”."
    assert [quoted.words.of(essay) for quoted in find_quoted(essay)] == ["The “ferry” will run again in May"]


TURNED = (
    ("Our trade fell to 19.7 billion dollars last year", "“fell” for “grew”"),
    ("Our trade grew to 19.7 billion euros last year", "“euros” for “dollars”"),
    ("Our trade grew to 19.7 million dollars last year", "“19.7 million” for “19.7 billion”"),
)


@pytest.mark.parametrize(("words", "told"), TURNED)
def test_one_word_that_turns_a_figure_round_contradicts(words: str, told: str) -> None:
    """Another direction, unit or magnitude beside the same digits is another statement, told once."""
    check = check_quotation(words, retracted())
    assert check.status is ClaimStatus.CONTRADICTED
    assert check.statement.endswith(f"says otherwise: {told}.")


def test_a_name_that_the_source_has_nowhere_is_no_whole_rendering() -> None:
    """Words said of another country than the source speaks of are not confirmed by it."""
    words = "Most of the work in clearing the channel {}was done by our harbour crews who did not leave their posts"
    there, elsewhere = (check_quotation(words.format(place), talks()) for place in ("", "at Ostrand "))
    assert (there.status, elsewhere.status) == (ClaimStatus.CONFIRMED, ClaimStatus.PARTLY)


@pytest.mark.parametrize(("covered", "status"), [(WHOLE - 0.01, ClaimStatus.PARTLY), (WHOLE, ClaimStatus.CONTRADICTED)])
def test_only_a_passage_that_has_most_of_the_words_contradicts_by_one(covered: float, status: ClaimStatus) -> None:
    """The contrary of one word in a passage that renders little of the quotation may be about something else."""
    words = "Our trade fell to 19.7 billion dollars last year"
    rendering = check_quotation(words, retracted()).renderings[0]
    assert rendering.original is not None
    loose = replace(rendering, grade=Grade.RENDERED, original=replace(rendering.original, covered=covered))
    assert check_of(words, [loose], Whose()).status is status


def test_at_most_three_differences_are_told_and_the_others_counted() -> None:
    """Only what changes the sense is listed; words for the same are counted."""
    words = "Certain foreign gangs took advantage of the confusion in our harbours in order to raise prices"
    statement = check_quotation(words, talks()).statement
    assert "“gangs” for “companies”; and " in statement
    assert "for the same" in statement
    assert statement.count("” for “") <= 3
