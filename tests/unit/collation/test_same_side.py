"""Two statements of one state on one day: contradictions, and the stronger and weaker words on one question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from communique.collation.same_side.collating import collate_same_side
from communique.collation.vectors import Matrix
from communique.languages.lemmas import lemmatise
from communique.model import (
    Account,
    Aspect,
    Comparison,
    Person,
    Quotation,
    Side,
    Span,
    SpeechForm,
    VariantKind,
    Weight,
)
from unit.collation.clash_accounts import ISSUED, told

WIDTH = 64
FERRIES = "The ferries between Tarsk and Sund run again."
SCHOOLS = "The schools of Arvenia open in September."


class WordVectors:
    """Sentences by the words they have: a stand-in for a model."""

    name = "words"

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Give one row a text, its words counted by place in the alphabet of their letters."""
        rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for lemma in lemmatise(text, "en"):
                row[sum(lemma.encode()) % WIDTH] += 1
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(norms, norms, 1), dtype=np.float32)


def compared(first: str, second: str) -> Comparison:
    """Set two statements of the President of Arvenia side by side, each with a sentence of its own."""
    opening, press = (
        told(f"{first} {FERRIES}", title="Opening remarks"),
        told(f"{SCHOOLS} {second}", title="Press statement"),
    )
    return collate_same_side(opening, press, vectors=WordVectors())


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (
            "Nothing foreshadowed the riots in the northern ports of Arvenia.",
            "Many signs foreshadowed the riots in the northern ports of Arvenia.",
            VariantKind.WORDING,
        ),
        (
            "Arvenian investment in Tholia stands at $17 billion.",
            "Arvenian investment in Tholia stands at $11 billion.",
            VariantKind.FIGURE,
        ),
        (
            "The next summit on the dam will be held on 3 May.",
            "The next summit on the dam will be held on 13 May.",
            VariantKind.LENGTH_TIME,
        ),
        (
            "The next summit on the dam will be held in Geneva.",
            "The next summit on the dam will be held in Vienna.",
            VariantKind.VENUE,
        ),
    ],
    ids=["foreknowledge", "number", "day", "place"],
)
def test_a_contradiction_is_major(first: str, second: str, kind: VariantKind) -> None:
    """Two statements of one state that cannot both be right are told first, with the contradiction."""
    found = compared(first, second).variants[0]
    assert (found.kind, found.weight) == (kind, Weight.MAJOR)
    assert found.clash is not None


@pytest.mark.parametrize(
    ("first", "second", "kind", "told_words"),
    [
        (
            "Some foreign groups attacked the northern ports of Arvenia in January.",
            "Ostrandian sailors attacked the northern ports of Arvenia in January.",
            VariantKind.SCOPE,
            "the first leaves open “Some foreign groups”",
        ),
        (
            "Trade with Tholia grew, and investment stands at $17.2 billion, I believe.",
            "Trade with Tholia grew, and investment stands at $17.2 billion.",
            VariantKind.FIGURE,
            "the first does not vouch for it",
        ),
        (
            "Arvenia could close the northern port to ships of Ostrand.",
            "Arvenia closes the northern port to ships of Ostrand.",
            VariantKind.WORDING,
            "the second is put firmly",
        ),
        (
            "The January events in the northern ports of Arvenia were difficult.",
            "The January events in the northern ports of Arvenia were an unprecedented act of aggression.",
            VariantKind.WORDING,
            "the second has words of force (“unprecedented”, “aggression”)",
        ),
    ],
    ids=["vague", "hedge", "firm", "force"],
)
def test_stronger_and_weaker_words_are_told(first: str, second: str, kind: VariantKind, told_words: str) -> None:
    """Who is left open, a number not vouched for, a wish and words of force are differences on one question."""
    found = [variant for variant in compared(first, second).variants if told_words in variant.told]
    assert [variant.kind for variant in found] == [kind]
    assert found[0].clash is None


def test_what_one_statement_leaves_out_is_no_difference() -> None:
    """Statements differ in what they are for: a sentence without an answer is not reported."""
    comparison = compared("The talks on the dam were useful.", "Velmark gave a loan for new ferries.")
    assert comparison.pairing.same
    assert comparison.variants == ()


def test_why_they_may_be_set_side_by_side_is_told() -> None:
    """State, day and titles stand in evidence, with the mark of an excerpt."""
    comparison = compared("The talks on the dam were useful. <…>", "The talks on the dam were useful.")
    assert comparison.aspect is Aspect.SAME_SIDE
    assert comparison.pairing.evidence == (
        "both are published by xa-president",
        "both are of 1 March 2022",
        "“Opening remarks” beside “Press statement”",
        "the first is published as an excerpt (“<…>”)",
    )


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (told(SCHOOLS, issued=ISSUED + timedelta(days=1)), "one is of 1 March 2022, the other of 2 March 2022"),
        (told(SCHOOLS, issued=None), "one of them is not dated"),
        (told(SCHOOLS, issuer="xv-government"), "nothing shows that one state published both"),
        (told(FERRIES), "the two texts are one"),
    ],
    ids=["another day", "no day", "another state", "one text"],
)
def test_statements_of_other_days_or_states_are_not_compared(other: Account, reason: str) -> None:
    """Without one state and one day nothing is set side by side, and the reason is told."""
    comparison = collate_same_side(told(FERRIES), other, vectors=WordVectors())
    assert comparison.pairing.against == (reason,)
    assert not comparison.shared


def test_words_of_the_other_sides_officials_are_left_aside() -> None:
    """A guest who contradicts the host in the host's own transcript is no contradiction of the host."""
    claim, denial = (
        "Arvenia supports the treaty on the northern dam.",
        "Arvenia does not support the treaty on the northern dam.",
    )
    opening, press = told(claim, title="Opening remarks"), told(denial, title="Press statement")
    home, abroad = (Side(code=code, name=name) for code, name in (("XA", "Arvenia"), ("XT", "Tholia")))
    guest = Person(name="Davor Selim", side=abroad)
    host = Person(name="Ilmar Vesk", side=home)
    event = replace(opening.event, principals=(host, guest))
    spoken = Quotation(form=SpeechForm.TURN, content=Span(0, len(denial)), speaker=guest)
    first, second = replace(opening, event=event), replace(press, event=event)
    assert collate_same_side(first, second, vectors=WordVectors()).variants
    by_guest = replace(second, quotations=(spoken,))
    assert collate_same_side(first, by_guest, vectors=WordVectors()).variants == ()


def shared_of(first: str, second: str) -> list[str]:
    """Give the words of the first statement that both are told to say."""
    comparison = compared(first, second)
    return [comparison.first.release.words(one.first) for one in comparison.shared]


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ("The treaty on the northern dam helps the farmers of Arvenia.", True),
        ("The treaty on the northern dam does not help the farmers of Arvenia.", False),
        ("The treaty on the northern islands was long a dream of the farmers of Tholia.", False),
    ],
    ids=["same", "contrary", "one question only"],
)
def test_only_what_both_say_is_said_by_both(second: str, said: bool) -> None:  # noqa: FBT001 - a row
    """What is merely on one question, or contradicts, is not."""
    first = "The treaty on the northern dam helps the farmers of Arvenia."
    assert (first in shared_of(first, second)) is said


def test_other_numbers_are_not_the_same_statement() -> None:
    """Sentences alike but for their numbers do not say the same."""
    words = "Velmark bought {} tonnes of grain from the northern farmers of Arvenia in {}."
    assert shared_of(words.format(400, 2019), words.format(650, 2020)) == []


def test_labels_and_rules_are_no_words_of_a_speaker() -> None:
    """A statement begins where its speaker does."""
    words = "The treaty on the northern dam helps the farmers of Arvenia."
    label = "*** Beginning of talks President Ilmar Vesk: "
    first = told(f"{label}{words} {FERRIES}")
    turn = Quotation(
        form=SpeechForm.TURN, content=Span(len(label), len(first.release.text)), cue=Span(23, len(label) - 2)
    )
    comparison = collate_same_side(
        replace(first, quotations=(turn,)), told(f"{SCHOOLS} {words}"), vectors=WordVectors()
    )
    assert [first.release.words(one.first) for one in comparison.shared] == [words]
    assert comparison.shared[0].exact


def test_a_row_of_asterisks_is_stripped() -> None:
    """Marks between the parts of a page are no words either."""
    words = "The treaty on the northern dam helps the farmers of Arvenia."
    first = told(f"*** {words} {FERRIES}")
    comparison = collate_same_side(first, told(f"{SCHOOLS} {words}"), vectors=WordVectors())
    assert [first.release.words(one.first) for one in comparison.shared] == [words]
