"""English direct speech: turns, attributed quotations, and what is no speech (all states and people are invented)."""

from __future__ import annotations

import gzip
import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.speech import find_speech
from communique.languages.speech import Speech
from communique.model import Part, Span, SpeechForm

SHARED = Path(__file__).parents[5] / "shared"
ILMAR = "President of Arvenia Ilmar Vesk"
ADELA = "Prime Minister of Velmark Adela Korin"


def said(text: str, title: str = "") -> list[tuple[str | None, str]]:
    """Give the words for the speaker and the content of each item, white space made plain."""
    return [(speaker(speech, text, title), plain(speech.content.of(text))) for speech in find_speech(text, title)]


def speaker(speech: Speech, text: str, title: str = "") -> str | None:
    """Give the words that name the speaker, from text or title."""
    words = speech.speaker_words
    return None if words is None else plain(words.of(text if words.part is Part.TEXT else title))


def plain(words: str) -> str:
    """Put one blank for any white space."""
    return " ".join(words.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ILMAR}: Welcome.\n{ADELA}: Thank you.\nIlmar Vesk: Good.", [ILMAR, ADELA, "Ilmar Vesk"]),
        ("President of Arvenia\nIlmar Vesk: Mr\nPrime Minister, welcome.", [ILMAR]),
        (f"{ILMAR}: Welcome.\nAdela\nKorin: Thank you.", [ILMAR, "Adela Korin"]),
        (
            f"{ILMAR}: A.\nRural Development\nMinister Ilse Brandt: B.",
            [ILMAR, "Rural Development Minister Ilse Brandt"],
        ),
        (f"{ILMAR}: A.\nKorin: B.\n{ADELA}: C.", [ILMAR, "Korin", ADELA]),
        (f"{ILMAR} (via interpreter): A.\n{ADELA} (in Velmarkian): B.", [ILMAR, ADELA]),
        (f"{ILMAR}: A.\nAdela Korin: (via interpreter): B.", [ILMAR, "Adela Korin"]),
        (f"{ILMAR}: A.\nIlse Brandt, Harbour Minister: B.", [ILMAR, "Ilse Brandt, Harbour Minister"]),
        (f"{ILMAR}: A.\nKing Osmund IV of Velmark: B.", [ILMAR, "King Osmund IV of Velmark"]),
        (f"{ILMAR}: A.\nMr Korin: B.\nV.Selim: C.", [ILMAR, "Mr Korin", "V.Selim"]),
        (f"{ILMAR}: A.\nOlympic rowing champion Pavlo Drun: B.", [ILMAR, "Olympic rowing champion Pavlo Drun"]),
        (f"{ILMAR}: A.\nQuestion: Why?\nRemark: Indeed.", [ILMAR, "Question", "Remark"]),
        (f"{ILMAR}: A.\nQuestion from Merano Bay: Why?", [ILMAR, "Question from Merano Bay"]),
        (
            "Tarsk\n2:07 P.M. EST\nTHE PRESIDENT: A.\nMS. BRANDT: B.\nQ    Why?\nPRESIDENT SELIM: C.\n2:09 P.M. EST",
            ["THE PRESIDENT", "MS. BRANDT", "Q", "PRESIDENT SELIM"],
        ),
        ("MS. STONE: A.\nQ Why?\nMS. STONE: B.\nQ Still?", ["MS. STONE", "Q", "MS. STONE", "Q"]),
        (f"{ILMAR}: A.\nForest Brandt: B.", [ILMAR, "Forest Brandt"]),
        ("Tarsk\n2:34 P.M. EST PRESIDENT VESK: A.\nMODERATOR: B.", ["PRESIDENT VESK", "MODERATOR"]),
        (
            "SENIOR ADMINISTRATION OFFICIAL: A.\nMODERATOR: B.\nQ Hello?",
            ["SENIOR ADMINISTRATION OFFICIAL", "MODERATOR", "Q"],
        ),
    ],
)
def test_labels_of_turns(text: str, expected: list[str]) -> None:
    """Each way in which transcripts label a turn is read, on one line or broken over two."""
    found = find_speech(text)
    assert [speaker(speech, text) for speech in found] == expected
    assert all(speech.form is SpeechForm.TURN for speech in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"The ferry was opened.* * * {ILMAR}: Welcome.{ADELA}: Thank you. Ilmar Vesk: Good.",
            [(ILMAR, "Welcome."), (ADELA, "Thank you."), ("Ilmar Vesk", "Good.")],
        ),
        (f"Beginning of Arvenian-Velmarkian talks {ILMAR}: Welcome.", [(ILMAR, "Welcome.")]),
        (
            "President of Tholia Davor Selim Selim DavorPresident of the Republic of Tholia: Yes. Davor Selim: B.",
            [("President of Tholia Davor Selim", "Yes."), ("Davor Selim", "B.")],
        ),
        ("Patriarch Kirst Kirst Patriarch of Tarsk and All Arvenia: A.", [("Patriarch Kirst", "A.")]),
        (
            "Selim DavorPresident of the Republic of Tholia: A.",
            [("Selim DavorPresident of the Republic of Tholia", "A.")],
        ),
        (
            f"{ILMAR}: I say it again: we must build. This is the main thing: boats.",
            [(ILMAR, "I say it again: we must build. This is the main thing: boats.")],
        ),
        (
            f"{ILMAR}: I told Ms Korin: go. It rained in Tarsk: two days.",
            [(ILMAR, "I told Ms Korin: go. It rained in Tarsk: two days.")],
        ),
        (
            f"{ILMAR}: Yes. And now let us hear Ilmar Vesk: Thank you.",
            [(ILMAR, "Yes. And now let us hear"), ("Ilmar Vesk", "Thank you.")],
        ),
    ],
)
def test_turns_of_a_text_that_lost_its_line_breaks(text: str, expected: list[tuple[str, str]]) -> None:
    """Labels in the midst of a line, glued name cards and colons of prose are told apart."""
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Topics: ferries and grain.\nNote: the hour may change.",
        "The talks began at 10:30 in Tarsk.\nSigned on the pier: a treaty and a protocol.",
        "Two new envoys handed letters to the President of Arvenia: Pavlo Drun and Ilse Brandt.",
        "Minister of Transport: Ilse Brandt.\nMinister of Energy: Pavlo Drun.",
        "**Supply Chains:** The ferry carries grain.\n**Grain Storage:** Two new stores.",
        "1. **Judge Ilse Brandt: Nominee for the Court of Tarsk**\nShe has served for ten years.",
        "- Harbour Minister Ilse Brandt: twelve ferries\n- Grain Minister Pavlo Drun: two stores",
        "FACT SHEET: The ferry of Merano Bay\nFOR IMMEDIATE RELEASE: Tarsk",
        "Addressing the forum Arvenian Ferries: A Common Sea, Mr Vesk spoke of grain.",
        "See https://arvenia.example/ferry and write to press@arvenia.example.",
        "Ilmar Vesk: the man and his ferry.",
    ],
)
def test_colons_that_label_nobody(text: str) -> None:
    """Lists, headings, times, addresses and sentences with a colon are no turns."""
    assert find_speech(text) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (f"{ILMAR}: A.\nB.\n<…>\n* * *\nA dinner was given in Tarsk.", "A.\nB."),
        (f"{ILMAR}: A.\nIlmar Vesk then opened the ferry.", "A."),
        (f"{ILMAR}:\nA.\n<…>", "A."),
        (f"{ILMAR}: “Old” ferries? Yes.", "“Old” ferries? Yes."),
        ("THE PRESIDENT: A. (Applause.)\nB.\nEND 2:30 P.M. EST", "A. (Applause.)\nB."),
    ],
)
def test_where_the_words_of_a_turn_end(text: str, content: str) -> None:
    """A turn keeps its paragraphs and ends before rules, omissions, closing times and narration about its speaker."""
    (speech,) = find_speech(text)
    assert speech.content.of(text) == content


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ('It rained. "We agree on the ferry," Ilmar Vesk said.', "Ilmar Vesk", "We agree on the ferry,"),
        ('"We agree," said the Head of State at the pier.', "the Head of State", "We agree,"),
        ('"We agree", - the President noted.', "the President", "We agree"),
        ("«We agree», – noted Prime Minister of Velmark Adela Korin.", ADELA, "We agree"),
        ("“Shall we agree?” asked the Arvenian head of state.", "the Arvenian head of state", "Shall we agree?"),
        ("“We agree,”\nthe Arvenian\nPresident stressed in his message.", "the Arvenian President", "We agree,"),
        ("“We agree,” the President, in turn, also said.", "the President", "We agree,"),
        ("“We agree,” said **Ilse Brandt, Governor of Sund.**", "Ilse Brandt", "We agree,"),
        ("“We agree.” – *Ilse Brandt, Governor of Sund*", "Ilse Brandt", "We agree."),
        ("“We agree,” according to the Minister of Trade.", "the Minister of Trade", "We agree,"),
        ("“We agree,” said the young man in Tarsk.", "the young man", "We agree,"),
        ("The President stressed: “We agree.”", "The President", "We agree."),
        ("In conclusion, the Arvenian head of state said:\n“We agree.”", "the Arvenian head of state", "We agree."),
        ("Mr Vesk thanked the crews for their work and said: “We agree.”", "Mr Vesk", "We agree."),
        ("Ilmar Vesk thanked the crews, adding: “Go on.”", "Ilmar Vesk", "Go on."),
        ("Ilmar Vesk greeted the crews: “Go on, all of you!”", "Ilmar Vesk", "Go on, all of you!"),
        (
            "**President Ilmar Vesk said**, “The ferry shall sail on Monday.”",
            "President Ilmar Vesk",
            "The ferry shall sail on Monday.",
        ),
        ("Ilse Brandt: “We agree.”\nPavlo Drun: “So do we.”\nIlse Brandt: “Good.”", "Ilse Brandt", "We agree."),
        (
            "According to Mr Vesk, “the ferry carries more grain than ever before.”",
            "Mr Vesk",
            "the ferry carries more grain than ever before.",
        ),
        (
            "Mr Vesk said that “the ferry carries more grain than before” and left.",
            "Mr Vesk",
            "the ferry carries more grain than before",
        ),
        (
            "As Ilmar\nVesk noted, “this is a good year for our ferries.”",
            "Ilmar Vesk",
            "this is a good year for our ferries.",
        ),
        ("The President of Tholia, who came by sea, said: “We agree.”", "The President of Tholia", "We agree."),
    ],
)
def test_attributed_quotations(text: str, who: str, words: str) -> None:
    """A quotation is attributed by the clause after or before it, whatever marks, order of words or line breaks."""
    speech = find_speech(text)[0]
    assert speech.form is SpeechForm.INLINE
    assert (speaker(speech, text), plain(speech.content.of(text))) == (who, words)
    assert speech.cue is not None


@pytest.mark.parametrize(
    "text",
    [
        "The leaders of the “Ferry Four” met.",
        "He signed the Law “On the Ferries of the Northern Sea and Their Crews”.",
        "He spoke of “old” ferries, the President said.",
        "They reaffirmed the principle of “no ferry without a crew in Merano Bay”.",
        "The motto was “safe ferries for a safe and common sea”.",
        "The film “The Last Ferry from Sund to Merano Bay” was shown, Mr Vesk said.",
        "Under the decree, officials shall “carry out their duties with due regard to safety”.",
        "“The sides shall build ferries in the north,” the treaty says.",
        "The inscription on the stone reads: “To the crews of the northern ferries, from Tarsk.”",
        "The ferry's 12 o'clock run is the crew's pride, said the captains' club.",
        '<img alt="The President said: We agree on the ferry" src="a.png"> A ferry.',
        "Arvenia's “we first, they after” course led nowhere.",
    ],
)
def test_quotation_marks_without_speech(text: str) -> None:
    """Names, titles, terms, scare quotes, documents, tags and apostrophes are nobody's direct speech."""
    assert find_speech(text) == ()


@pytest.mark.parametrize(
    ("text", "title", "who"),
    [
        ("Ilmar Vesk sent greetings to the choir.\nThe message reads, in part:\n“Sing on.”", "", "Ilmar Vesk"),
        ("The message reads, in part:“Sing on.”", "Ilmar Vesk sent greetings to the choir", "Ilmar Vesk"),
        ("The message reads:\n“Sing on.”", "Greetings to the choir of Sund", None),
        ("Mr Vesk’s letter to Adela Korin says: “Sing on, all of you.”", "", "Mr Vesk"),
        ("A message by Ilmar Vesk to the choir said: “Sing on, all of you.”", "", "Ilmar Vesk"),
        ("The President congratulated the choir. “Sing on, all of you,” the message reads.", "", "The President"),
    ],
)
def test_messages_speak_for_their_sender(text: str, title: str, who: str | None) -> None:
    """A quoted message is its sender's, as its own words, the sentence before or the title tell; else nobody's."""
    (speech,) = find_speech(text, title)
    assert speaker(speech, text, title) == who


def test_a_message_of_several_paragraphs_is_one() -> None:
    """Paragraphs that each open with a mark, or stand in marks of their own one under another, are one quotation."""
    for body in ("“One.\n“Two.\nThree.”", "“One.”\n“Two.”", "“One.”\n<…>\n“Two.”"):
        (speech,) = find_speech(f"Ilmar Vesk wrote to the choir:\n{body}\nThe choir sang.")
        assert speech.content.start == len("Ilmar Vesk wrote to the choir:\n“")


def test_a_quotation_interrupted_in_mid_sentence_is_one() -> None:
    """Commas around the attribution keep the quotation going; a full stop lets the same speaker begin another."""
    text = "“We,” the President said, “shall wait for the ferry.”"
    (speech,) = find_speech(text)
    assert [span.of(text) for span in (speech.content, *speech.more)] == ["We,", "shall wait for the ferry."]
    assert said('"We agree," he said. "We shall wait."') == [("he", "We agree,"), ("he", "We shall wait.")]


def test_several_speakers_are_told_from_one() -> None:
    """A plural subject, or two names, speak together; an office with "and" in it is one person."""
    texts = {
        "“We agree,” the presidents said.": True,
        "“We agree,” they said.": True,
        "“We agree,” said Mr Vesk and Ms Korin.": True,
        "“We agree,” said Minister of Trade and Industry Ilse Brandt.": False,
        "“We agree,” he said.": False,
    }
    assert {text: find_speech(text)[0].plural for text in texts} == texts


def test_names_are_marked_in_the_words_for_the_speaker() -> None:
    """The personal name stands apart from the office; an office or pronoun alone has none."""
    named = "“A,” said Minister of Trade Ilse Brandt. “B,” the Minister said. “C,” she added."
    names = [speech.speaker_name for speech in find_speech(named)]
    assert [name.of(named) if name else None for name in names] == ["Ilse Brandt", None, None]


def test_narration_around_a_transcript_is_read_too() -> None:
    """Quotations before and after the turns are found, those within a turn belong to it."""
    text = f"“We agree,” the ministers said.\n{ILMAR}: He said: “We agree.”\n* * *\n“Good,” Ms Korin added."
    assert [speech.form for speech in find_speech(text)] == [SpeechForm.INLINE, SpeechForm.TURN, SpeechForm.INLINE]


FRAGMENTS = (
    *(ILMAR, "Ilmar Vesk", "the President", "He", "Question", "THE PRESIDENT", "Q ", "The message reads"),
    *(
        ": ",
        ":",
        ". ",
        ", ",
        "\n",
        "\n\n",
        " ",
        '"',
        "“",
        "”",
        " said",
        " noted that ",
        "<…>",
        "* * *",
        "(",
        ")",
        "**",
        "- ",
    ),
    *("ferry", "We agree", "Selim DavorPresident", "Mr", "10:30", "<b>", "…", "’s"),
)


@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join), st.sampled_from(["", "Ilmar Vesk sent greetings"])
)
def test_spans_lie_in_order_in_the_text(text: str, title: str) -> None:
    """Whatever the text, contents come in order, never overlap, and every span lies in its part."""
    found = find_speech(text, title)
    contents: list[Span] = [span for speech in found for span in (speech.content, *speech.more)]
    assert all(one.end <= two.start for one, two in pairwise(contents))
    for speech in found:
        assert speech.content.of(text).strip() == speech.content.of(text)
        for span in filter(None, (speech.cue, speech.speaker_words, speech.speaker_name)):
            assert span.of(title if span.part is Part.TITLE else text)


@given(st.text(max_size=120))
def test_any_text_is_read(text: str) -> None:
    """Whatever its characters, a text is read without an error and every content is a part of it."""
    assert all(0 <= speech.content.start < speech.content.end <= len(text) for speech in find_speech(text, text))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("A: ", 1_000_000),
        ('"', 1_000_000),
        ("“A b c d.” ", 1_000_000),
        (f". {ILMAR}: x", 1_000_000),
        ("\nQ A", 1_000_000),
        ("(:", 1_000_000),
        ("<a", 1_000_000),
        ("President of ", 1_000_000),
        ("he said: “A b. ", 1_000_000),
        ('said "a b c d e f" ', 100_000),
    ],
)
def test_time_grows_with_length_only(unit: str, length: int) -> None:
    """A hostile text of a million characters takes at most some ten times as long as one of a quarter of that."""
    assert seconds(unit, length) < 10 * max(seconds(unit, length // 4), 0.02)


def seconds(unit: str, length: int) -> float:
    """Give the processor time that a text made of one repeated unit takes."""
    text = (unit * (length // len(unit) + 1))[:length]
    began = time.process_time()
    find_speech(text, "Ilmar Vesk sent greetings")
    return time.process_time() - began


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the labelled releases are not beside the project")
def test_real_releases_keep_their_spans() -> None:
    """In the Ukrainian releases beside the project, every span is exact and nearly every quotation has a speaker."""
    with gzip.open(SHARED / "corpus" / "ua-president.en.jsonl.gz", "rt", encoding="utf-8") as lines:
        releases = [json.loads(line) for line in lines]
    found = [(release, speech) for release in releases for speech in find_speech(release["text"], release["title"])]
    assert all(speech.content.of(release["text"]).strip() for release, speech in found)
    attributed = [speech for _, speech in found if speech.speaker_words is not None]
    assert len(attributed) >= 0.99 * len(found) > 400
