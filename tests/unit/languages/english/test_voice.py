"""English sentences in the name of both sides, and sentences in nobody's name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.sentences import find_sentences
from communique.languages.english.voice import find_impersonal, find_joint, narrate
from communique.languages.speech import find_quoted
from communique.model import Span

WORDS = ["the", "two", "sides", "Mr", "Vesk", "and", "Ms", "Korin", "discussed", ",", "they", "said", "timber", "was"]
GOLD = Path(__file__).parents[5] / "shared" / "gold"


def joint(text: str) -> list[str]:
    """Give the joint sentences of a text without direct speech."""
    return [span.of(text) for span in find_joint(text, find_sentences(text))]


def impersonal(text: str) -> list[str]:
    """Give the sentences of a text that name nobody."""
    return [span.of(text) for span in find_impersonal(text, find_sentences(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The sides discussed timber.",
        "The parties have agreed on ferries.",
        "Both leaders also noted the role of timber.",
        "The two presidents will meet again in May.",
        "The two also spoke of ferries.",
        "Both stressed the need for calm.",
        "The Presidents of Arvenia and Velmark signed a declaration.",
        "The Arvenian and Velmarkian presidents opened the bridge.",
        "The G5 leaders reaffirmed their plan.",
        "The heads of state exchanged views on timber.",
        "The interlocutors praised the bridge.",
        "Participants considered the tariff.",
        "They agreed to keep in touch.",
        "The two countries signed a treaty.",
        "The national security advisors look ahead to the summit.",
        "Mr Vesk and Ms Korin discussed timber.",
        "Ilmar Vesk and Adela Korin, who came by ship, opened the bridge.",
        "President of Arvenia Ilmar Vesk and Prime Minister of Velmark Adela Korin will hold talks.",
        "President Vesk and Prime Minister Korin agreed on ferries.",
        "The President and the Prime Minister discussed timber.",
        "The President of Arvenia and the Prime Minister of Velmark made statements.",
        "Presidents Vesk and Selim spoke of ferries.",
        "Arvenia and Velmark will build a bridge.",
        "Ilmar Vesk, Adela Korin and Davor Selim adopted a statement.",
        "During the talks, the sides discussed timber.",
        "During the talks Mr Vesk and Ms Korin discussed timber.",
        "After the meeting the two leaders signed a treaty.",
        "As they walked, which took an hour, the presidents spoke of ferries.",
        "Following up on their last call, the President and Prime Minister Korin discussed ferries.",
        "Tholia holds the chair, and the two presidents discussed the summit.",
        "The President noted the role of the port and they agreed to widen it.",
        "In addition, both sides expressed concern.",
    ],
)
def test_the_sides_together_are_the_subject(text: str) -> None:
    """Plural nouns for the principals, "they", and principals joined by "and" are joint where a subject stands."""
    assert joint(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "President Vesk discussed timber with Prime Minister Korin.",
        "He said the two sides agreed on ferries.",
        "Ms Korin noted that the parties had agreed.",
        "She recalled the talks where the two leaders met.",
        "The talks between the two leaders lasted an hour.",
        "The trade of the two countries grew.",
        "The President thanked both sides.",
        "The Velmarkian officials thanked the President.",
        "According to him, the parties differ.",
        "Minister of Trade and Industry Rurik Sand reported on timber.",
        "Health and Social Development Minister Rurik Sand reported on clinics.",
        "Deputy Prime Minister and Minister of Finance Rurik Sand spoke of tariffs.",
        "In the presence of President Vesk and Prime Minister Korin, the mayor opened the bridge.",
        "A meeting of President Vesk and Prime Minister Korin took place.",
        "Participants included mayors.",
        "We are glad to see you.",
        "Timber was discussed.",
    ],
)
def test_one_side_is_the_subject(text: str) -> None:
    """One person, one side's officials, one holder of two offices, and what somebody says of both are not joint."""
    assert joint(text) == []


def test_two_of_one_side_meet_a_third() -> None:
    """In the first sentence, two who met "with" a third stand on one side; later such a pair is both sides."""
    text = "Rurik Sand and Ilmar Vesk met with Adela Korin. Ilmar Vesk and Adela Korin met with sailors."
    assert joint(text) == ["Ilmar Vesk and Adela Korin met with sailors."]


def test_we_is_joint_in_a_joint_statement_only() -> None:
    """Where a text opens with "We, the heads of state", its "we" are the sides together."""
    text = "We, the Presidents of Arvenia and Tholia, met today. We reaffirm our treaty."
    assert joint(text)[-1] == "We reaffirm our treaty."
    assert joint("Timber was discussed. We reaffirm our treaty.") == []


def test_direct_speech_is_left_out() -> None:
    """What a speaker says of both sides is no sentence of the narrator."""
    text = 'The sides met. "The parties agreed on timber. They will build a bridge," he said.'
    speech = tuple(quoted.content for quoted in find_quoted(text))
    assert [span.of(text) for span in find_joint(text, find_sentences(text), speech)] == ["The sides met."]


@pytest.mark.parametrize(
    "text",
    [
        "Timber was discussed.",
        "The future of the ferries was also considered in detail.",
        "It was noted that trade grew.",
        "It has been agreed to meet in May.",
        "Special attention was paid to timber.",
        "Examples of good work were given.",
        "Issues discussed at the meeting included timber.",
        "The main topic of these talks was the bridge.",
        "The conversation also covered a tariff on timber.",
        "During the talks, the discussion focused on ferries.",
        "There was an exchange of views on timber.",
        "The bridge was the main subject of the talks.",
        "A number of documents will be signed.",
        "During the meeting, ways that can speed up the work were discussed.",
    ],
)
def test_nobody_acts(text: str) -> None:
    """Passives of talk without an agent, and sentences about the talk itself, name nobody."""
    assert impersonal(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Timber was discussed by the ministers.",
        "The sides discussed timber.",
        "He said timber was discussed.",
        "They met, and timber was discussed.",
        "Timber was discussed, the President said.",
        "According to the President, timber was discussed.",
        "The questions that were raised got an answer from her.",
        "The bridge was built in May.",
        "President Vesk noted that it was agreed to meet.",
    ],
)
def test_somebody_acts(text: str) -> None:
    """An agent, a narrator's person, or somebody who reports it names an actor."""
    assert impersonal(text) == []


def test_line_breaks_do_not_hide_a_subject() -> None:
    """A sentence broken over two lines is read as one, and keeps its places."""
    text = "The two\nsides discussed timber."
    assert find_joint(text, (Span(0, len(text)),)) == (Span(0, len(text)),)
    assert len(narrate(text, (Span(0, 3),))) == len(text)


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_what_is_found_are_the_sentences_given(words: list[str]) -> None:
    """Whatever the words, the sentences found are among those given, in order and once."""
    text = " ".join(words) + "."
    sentences = find_sentences(text)
    for found in (find_joint(text, sentences), find_impersonal(text, sentences)):
        assert [span for span in sentences if span in found] == list(found)


def labelled() -> Iterator[tuple[str, int]]:
    """Give the labelled English releases beside the project: text without transcripts, and the count of the label."""
    releases = (GOLD / "anatomy-dev.in.jsonl").read_text(encoding="utf-8").splitlines()
    labels = (GOLD / "anatomy-dev.gold.jsonl").read_text(encoding="utf-8").splitlines()
    for release, label in zip(map(json.loads, releases), map(json.loads, labels), strict=True):
        if release["language"] == "en" and not is_transcript(label):
            yield release["text"], label["parties_voice"]


def is_transcript(label: dict[str, Any]) -> bool:
    """Tell whether a label quotes two speakers or more: turns are marked elsewhere."""
    return len({quote["speaker"] for quote in label["quotes"]}) > 1


@pytest.mark.shared
def test_counts_come_near_those_of_a_careful_reader() -> None:
    """On the labelled releases the mean difference stays under a fifth of a sentence, and nine in ten are exact."""
    if not GOLD.exists():
        pytest.skip("the labelled releases are not beside the project")
    differences = []
    for text, count in labelled():
        speech = tuple(quoted.content for quoted in find_quoted(text) if len(quoted.content) > 25)
        differences.append(abs(len(find_joint(text, find_sentences(text), speech)) - count))
    assert sum(differences) / len(differences) < 0.2
    assert differences.count(0) / len(differences) > 0.9
