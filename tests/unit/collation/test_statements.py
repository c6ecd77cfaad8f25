"""What an account states: whose words, about what, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from communique.collation.statements import Actor, Statement
from communique.collation.stating import make_statements
from communique.languages.acts import Act
from communique.model import Account, Part, Span, Topic
from unit.collation.readouts import (
    KAZAKH,
    OURS,
    THEIRS,
    TURNS,
    kazakh_account,
    our_account,
    our_bodies,
    russian_account,
    their_account,
    transcript,
)
from unit.fictional import account_of

OPENING = "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin."


def told(sentence: str) -> tuple[Statement, ...]:
    """Give the statements of a readout of two sentences, less those of the first."""
    return make_statements(account_of(f"{OPENING} {sentence}", "Meeting with Adela Korin"))[1:]


@pytest.mark.parametrize(
    ("sentence", "actors", "acts"),
    [
        ("Ilmar Vesk stressed the weight of the treaty.", [Actor.OWN], [Act.STATE]),
        ("The Prime Minister of Velmark agreed to open the railway.", [Actor.OTHER], [Act.COMMIT]),
        ("The leaders discussed ferries and ports.", [Actor.BOTH], [Act.DISCUSS]),
        ("Adela Korin and Ilmar Vesk discussed ferries and ports.", [Actor.BOTH], [Act.DISCUSS]),
        ("New ferries and ports were discussed.", [Actor.NOBODY], [Act.DISCUSS]),
        (
            "Adela Korin thanked the engineers for their help and promised new ferries for Tarsk.",
            [Actor.OTHER, Actor.OTHER],
            [Act.THANK, Act.COMMIT],
        ),
        (
            "Adela Korin thanked the engineers for their help, and Ilmar Vesk, in turn, stressed the weight of peace.",
            [Actor.OTHER, Actor.OWN],
            [Act.THANK, Act.STATE],
        ),
        (
            "Adela Korin rejected the plan for the islands. She urged Tholia to join the treaty.",
            [Actor.OTHER, Actor.OTHER],
            [Act.REJECT, Act.DEMAND],
        ),
    ],
)
def test_a_statement_has_its_actor_and_act(sentence: str, actors: list[Actor], acts: list[Act]) -> None:
    """By its subject, or by the statement it goes on from."""
    found = told(sentence)
    assert [one.actor for one in found] == actors
    assert [one.act for one in found] == acts


def test_the_same_words_have_the_other_actor_in_the_other_text() -> None:
    """Own and other are counted from the issuer."""
    (line,) = (one for one in make_statements(their_account()) if "congratulated" in one.words)
    assert line.actor is Actor.OTHER


@pytest.mark.parametrize(
    ("sentence", "numbers", "money"),
    [
        ("14 companies signed contracts in Tarsk.", {14.0}, False),
        ("Contracts worth 40 million dollars were signed.", {40_000_000.0}, True),
        ("Trade grew by 25 percent.", {25.0}, False),
        ("The ports were discussed.", set[float](), False),
    ],
)
def test_figures_are_kept_as_numbers(sentence: str, numbers: set[float], money: bool) -> None:  # noqa: FBT001 - a row
    """Wherever in the statement they stand, its first word included; a currency makes money."""
    (found,) = told(sentence)
    assert found.words == sentence
    assert set(found.numbers) == numbers
    assert found.money is money


@pytest.mark.parametrize(
    ("mark", "words"),
    [("1. ", "Ferries were discussed."), ("- ", "25 percent of trade goes by sea."), ("• ", "Ferries were discussed.")],
)
def test_marks_of_a_list_are_no_words(mark: str, words: str) -> None:
    """A bullet or number before a sentence is left out, a number of its own is not."""
    text = f"{OPENING}\n{mark}{words}"
    found = make_statements(account_of(text, "Meeting with Adela Korin"))
    assert found[-1].words == words


def test_direct_speech_has_its_speaker() -> None:
    """Turns are spoken by who is named in the label; the label is no statement, on a line of its own neither."""
    found = make_statements(account_of(TURNS, "Meeting with Prime Minister of Velmark Adela Korin"))
    assert [(one.words.split()[0], one.actor, one.spoken) for one in found] == [
        ("President", Actor.OWN, False),
        ("Dear", Actor.OWN, True),
        ("12", Actor.OTHER, True),
        ("The", Actor.OTHER, True),
    ]


def test_the_sentence_of_the_reception_opens() -> None:
    """It says only that the encounter took place; nothing after it does."""
    assert [one.opening for one in make_statements(our_account())][:2] == [True, False]
    assert not any(one.opening for one in make_statements(our_account())[1:])


def test_third_sides_and_topics_are_kept() -> None:
    """A third side by its code, whatever else the statement names."""
    line = next(one for one in make_statements(their_account()) if "NATO" in one.words)
    assert line.sides == {"NATO"}
    assert Topic.INTERNATIONAL_ORGANISATIONS in line.topics


def test_the_core_leaves_out_who_says_it() -> None:
    """The verb of speech, what stands before it, and the principals are no part of what is said."""
    (line,) = told("Ilmar Vesk told Adela Korin that the northern ferries need engines.")
    assert line.core == "that the northern ferries need engines."
    assert not line.lemmas & {"vesk", "korin", "ilmar", "adela"}


@given(our_bodies)
@settings(max_examples=20, deadline=None)
def test_statements_cover_only_words_of_the_text(body: tuple[str, ...]) -> None:
    """In order, without overlap, inside their sentences, and with the same facts every time."""
    account = our_account(*body)
    found = make_statements(account)
    assert all(one.words == one.span.of(account.release.text) for one in found)
    assert all(one.span.part is Part.TEXT and one.sentence.covers(one.span) for one in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))
    assert found == make_statements(account)


def test_a_passage_limits_what_is_told() -> None:
    """Only sentences that it touches are parted."""
    account = our_account()
    start = account.release.text.index("Adela Korin agreed")
    found = make_statements(account, Span(start, start + 20))
    assert {one.sentence.start for one in found} == {start}


@pytest.mark.parametrize(
    ("account", "count"),
    [
        (account_of("", "Meeting with Adela Korin"), 0),
        (account_of(THEIRS[1]), 1),
        (account_of("It rained in the morning."), 1),
        (russian_account(), 4),
        (kazakh_account(), 2),
    ],
    ids=["empty", "one sentence", "nobody", "Russian", "Kazakh"],
)
def test_any_text_has_its_statements(account: Account, count: int) -> None:
    """No body, no principals, and languages with and without a lexicon of acts."""
    assert len(make_statements(account)) == count


def test_kazakh_words_are_quoted_whole() -> None:
    """Without a lexicon each sentence is one statement in its own words."""
    assert " ".join(one.words for one in make_statements(kazakh_account())) == KAZAKH


def test_a_long_text_is_taken_sentence_by_sentence() -> None:
    """Past a number of sentences they are not parted, and each turn keeps its speaker."""
    account = transcript(1_500)
    found = make_statements(account)
    assert len(found) == len({one.sentence for one in found})
    assert {one.actor for one in found if one.spoken} == {Actor.OWN, Actor.OTHER}


def test_our_text_reads_as_expected() -> None:
    """Six sentences make eight statements, in the order of the text."""
    assert [one.words.split()[0] for one in make_statements(our_account())] == [
        "President", "The", "Ilmar", "and", "Adela", "and", "The", "The",
    ]  # fmt: skip
    assert OURS[0] == make_statements(our_account())[0].words


def test_without_a_verb_of_speech_the_first_words_tell_who_acts() -> None:
    """A group named at the end of a sentence is not its actor."""
    words = "It is for this reason that Ilmar Vesk is eager for firm, lasting guarantees to the countries near Arvenia."
    (line,) = (one for one in told(words) if "eager" in one.words)
    assert line.actor is Actor.OWN
