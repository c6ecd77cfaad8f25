"""Quotations in an essay: found, and compared word by word with the sources."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.model import Bearing, ClaimStatus, Part
from communique.reasoning.audit.quoting.checking import Grade, QuotedForm, check_quotation, find_quoted
from communique.reasoning.audit.quoting.kinds import DifferenceKind
from unit.reasoning.audit.harbour import ELSEWHERE, TALKS, talks
from unit.word_vectors import WordVectors

FOUND = (
    ("She said: “The ferry will run again in May.”", "marks", "The ferry will run again in May."),
    ('"We are ready to talk", said Adela Korin.', "marks", "We are ready to talk"),
    ("The paper speaks of «a long and useful conversation».", "marks", "a long and useful conversation"),
    ("He called it „eine sehr gute Nachricht für alle“.", "marks", "eine sehr gute Nachricht für alle"),
    ("This “ritual” visit ended.", "scare", "ritual"),
    ("Vesk spoke of a “new page”.", "marks", "new page"),
    ("They wrote:\n\n> The berth is ready.\n\nSo it was.", "block", "The berth is ready."),
)


@pytest.mark.parametrize(("essay", "form", "words"), FOUND)
def test_a_quotation_is_found_by_its_marks(essay: str, form: str, words: str) -> None:
    """Marks of any house, quoted paragraphs and scare quotes are found, and told apart."""
    assert [(quoted.form.value, quoted.words.of(essay)) for quoted in find_quoted(essay)] == [(form, words)]


ATTRIBUTED = (
    ("Adela Korin said: “The ferry will run again”.", "Adela Korin", ""),
    ("“The ferry will run again”, said the Velmarkian Prime Minister.", "the Velmarkian Prime Minister", ""),
    (
        "As for the Arvenian President, he dropped a word (quoting) -\n\n“The ferry will run again”.",
        "the Arvenian President",
        "",
    ),
    (
        "The palace’s press release has a passage.\n\nLet us quote it.\n\n“The ferry will run again”.",
        "",
        "press release",
    ),
    ("According to Tarsk’s press-release, Vesk “met with the guest at noon”.", "", "press-release"),
)


@pytest.mark.parametrize(("essay", "speaker", "text"), ATTRIBUTED)
def test_it_is_told_whose_words_are_quoted(essay: str, speaker: str, text: str) -> None:
    """Words for the speaker, or for the text quoted, are marked where the essay has them."""
    quoted = find_quoted(essay)[0]
    assert (quoted.speaker.of(essay) if quoted.speaker else "") == speaker
    assert (quoted.text.of(essay) if quoted.text else "").endswith(text)
    assert bool(quoted.text) == bool(text)


def test_lines_of_dialogue_stand_inside_a_longer_quotation() -> None:
    """A line of direct speech inside guillemets is a quotation of its own, with its speaker."""
    essay = "It reads:\n«The sides met.\n— We shall build the berth, said Ilmar Vesk.\nThey parted.»"
    whole, line = find_quoted(essay)
    assert (whole.form, line.form) == (QuotedForm.MARKS, QuotedForm.DIALOGUE)
    assert line.words.of(essay) == "We shall build the berth"
    assert line.speaker is not None
    assert line.speaker.of(essay) == "Ilmar Vesk"
    assert line.inside == whole.words


CHECKED = (
    ("We regard Arvenia as a reliable partner", "Adela Korin", Grade.EXACT, ClaimStatus.CONFIRMED),
    ("we regard Arvenia, as a reliable partner.", "the Velmarkian Prime Minister", Grade.EXACT, ClaimStatus.CONFIRMED),
    ("We regard Arvenia as a reliable partner", "the Arvenian President", Grade.EXACT, ClaimStatus.CONTRADICTED),
    ("We consider Arvenia a dependable partner", "", Grade.RENDERED, ClaimStatus.CONFIRMED),
    (
        "Most of the work in clearing the channel was done by our harbour crews who did not leave their posts",
        "Vesk",
        Grade.RENDERED,
        ClaimStatus.CONFIRMED,
    ),
    ("The Prime Minister thanked the President for the invitation to Tarsk", "", Grade.RENDERED, ClaimStatus.CONFIRMED),
    ("I am glad to see you … We will not close the ferry line", "Vesk", Grade.EXACT, ClaimStatus.CONFIRMED),
    ("We will close the ferry line", "Ilmar Vesk", Grade.NEARLY, ClaimStatus.CONTRADICTED),
    ("It is a small matter that the crews of both countries work together", "", Grade.NEARLY, ClaimStatus.CONTRADICTED),
    ("We regard Ostrand as a reliable partner", "", Grade.NEARLY, ClaimStatus.CONTRADICTED),
    ("we will close a second berth at Sund in spring", "", Grade.NEARLY, ClaimStatus.CONTRADICTED),
    ("The storm in November was the worst in fourteen years", "", Grade.NEARLY, ClaimStatus.CONTRADICTED),
    ("Trade has reached 3 billion euros", "", Grade.NEARLY, ClaimStatus.PARTLY),
    ("our trade rose by 11 percent last year", "", Grade.NEARLY, ClaimStatus.PARTLY),
    ("The island will never be forgotten by our fleet", "Adela Korin", Grade.NONE, ClaimStatus.NOT_FOUND),
    ("An exchange of opinions took place on pressing international issues", "", Grade.NONE, ClaimStatus.NOT_FOUND),
)


@pytest.mark.parametrize(("words", "speaker", "grade", "status"), CHECKED)
def test_a_quotation_is_compared_with_what_was_said(
    words: str, speaker: str, grade: Grade, status: ClaimStatus
) -> None:
    """Exact, altered, translated, invented and misattributed words are told apart."""
    check = check_quotation(words, talks(), speaker=speaker)
    assert (check.grade, check.status) == (grade, status)


def test_a_loaded_word_is_shown_beside_the_word_of_the_source() -> None:
    """A translation whose word judges where the source's does not is only partly borne out, and both are shown."""
    words = "Certain foreign gangs took advantage of the confusion in our harbours in order to raise prices"
    check = check_quotation(words, talks(), speaker="Vesk")
    told = [difference for difference in check.differences if difference.kind is DifferenceKind.LOADED]
    assert [(difference.essay, difference.source) for difference in told] == [("gangs", "companies")]
    assert check.status is ClaimStatus.PARTLY
    assert "translator" in check.statement


def test_somebody_else_s_words_are_said_to_be_theirs() -> None:
    """Where the essay gives words to the wrong person, the statement names who said them."""
    check = check_quotation("We will not close the ferry line", talks(), speaker="Adela Korin")
    assert check.other_speaker is not None
    assert "said by Ilmar Vesk" in check.statement
    assert {witness.bearing for witness in check.witnesses} == {Bearing.AGAINST}


def test_an_open_figure_is_told_with_both_numbers() -> None:
    """A number that the source offers as one of two is shown with the other one."""
    check = check_quotation("our trade rose by 11 percent last year", talks())
    kinds = {difference.kind for difference in check.differences}
    assert {DifferenceKind.OPEN_FIGURE, DifferenceKind.HEDGE_LOST} <= kinds
    assert "11 or 12" in check.statement


def test_a_part_that_is_not_found_is_named() -> None:
    """Of a quotation of two sentences the one that no source has is told."""
    check = check_quotation("We regard Arvenia as a reliable partner. The bells of Sund rang all night.", talks())
    assert check.status is ClaimStatus.PARTLY
    assert "The bells of Sund rang all night" in check.statement


def test_vectors_do_not_bring_in_what_was_never_said() -> None:
    """A model of sentences changes the order of passages, not whether an invented quotation is found."""
    check = check_quotation("The island will never be forgotten by our fleet", talks(), vectors=WordVectors())
    assert check.status is ClaimStatus.NOT_FOUND


def test_no_source_says_nothing() -> None:
    """Without sources nothing is found, and nothing is said against the essay."""
    check = check_quotation("We regard Arvenia as a reliable partner", ())
    assert (check.status, check.witnesses) == (ClaimStatus.NOT_FOUND, ())


SENTENCES = [
    account.release.words(sentence)
    for account, source in zip(talks(), (TALKS, ELSEWHERE), strict=True)
    for sentence in account.sentences
    if sentence.part is Part.TEXT and len(account.release.words(sentence).split()) > 4 and source
]


@settings(max_examples=25, deadline=None)
@given(st.sampled_from(SENTENCES))
def test_every_sentence_of_a_source_is_found_in_it(sentence: str) -> None:
    """What a source says is found there word for word, and only against accounts that say it."""
    check = check_quotation(sentence, talks())
    assert check.grade is Grade.EXACT
    assert all(witness.words for witness in check.witnesses)


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab“”«»„\"'> \n—.", max_size=60))
def test_marks_in_any_order_break_nothing(essay: str) -> None:
    """Spans of quotations always lie in the essay, whatever its marks."""
    for quoted in find_quoted(essay):
        assert quoted.words.of(essay)
