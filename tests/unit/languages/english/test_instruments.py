"""English documents signed or adopted; all states and persons are fictional."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.instruments import find_counts, find_instruments
from communique.languages.english.sentences import find_sentences
from communique.model.instruments import InstrumentWords
from communique.model.spans import Part, Span

_COUNTRIES = frozenset({"arvenia", "velmark", "tholia"})


def _found(text: str, title: str = "", issued: date | None = None) -> tuple[InstrumentWords, ...]:
    return find_instruments(text, title, find_sentences(text), issued=issued, countries=_COUNTRIES)


def _told(text: str, title: str = "", issued: date | None = None) -> list[tuple[str, str]]:
    return [
        (words.kind.value, words.title.of(title if words.title.part is Part.TITLE else text))
        for words in _found(text, title, issued)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "The sides signed an agreement on ferries, a memorandum of understanding between the Ports Authority "
                "of Arvenia and the Harbour Bank of Sund, and a protocol on fisheries."
            ),
            [
                ("agreement", "an agreement on ferries"),
                (
                    "memorandum",
                    "a memorandum of understanding between the Ports Authority of Arvenia and the Harbour Bank of Sund",
                ),
                ("protocol", "a protocol on fisheries"),
            ],
        ),
        (
            "Arvenia and Velmark signed agreements on air links, merchant shipping, and visa-free travel.",
            [("agreement", "on air links"), ("agreement", "merchant shipping"), ("agreement", "visa-free travel")],
        ),
        (
            "Agreements were signed on tourism; on customs; and on student exchange.",
            [("agreement", "on tourism"), ("agreement", "on customs"), ("agreement", "on student exchange")],
        ),
        (
            (
                "The delegations signed three documents in the presence of Mr Vesk and Ms Korin—on border guarding, "
                "lighthouses and sports."
            ),
            [("other", "on border guarding"), ("other", "lighthouses"), ("other", "sports")],
        ),
        (
            "The talks ended with the signing of a contract to supply Velmark with six ferries.",
            [("contract", "a contract to supply Velmark with six ferries")],
        ),
        (
            "Also signed were a cooperation programme between the two academies; a protocol on archives.",
            [
                ("programme", "a cooperation programme between the two academies"),
                ("protocol", "a protocol on archives"),
            ],
        ),
        (
            "A package of documents was signed. They include a treaty on the border and a letter of intent on rail.",
            [("treaty", "a treaty on the border"), ("letter_of_intent", "a letter of intent on rail")],
        ),
        (
            "The following documents were signed:\n1. An agreement on cables;\n2. A memorandum on tides.",
            [("agreement", "An agreement on cables"), ("memorandum", "A memorandum on tides")],
        ),
        (
            "Two agreements were signed. The first concerned the Tarsk school, the second, tax inspections.",
            [("agreement", "the Tarsk school"), ("agreement", "tax inspections")],
        ),
        ("A package of bilateral documents was signed.", [("other", "A package of bilateral documents")]),
        (
            "Several papers were signed between Sund colleges and the Tarsk Centre, Republic of Arvenia.",
            [("other", "Several papers were signed between Sund colleges and the Tarsk Centre, Republic of Arvenia")],
        ),
        ("The leaders issued a joint statement on the Strait.", [("statement", "a joint statement on the Strait")]),
        (
            "I note the agreement just signed between Sund Cables and Tarsk Power.",
            [("agreement", "the agreement just signed between Sund Cables and Tarsk Power")],
        ),
    ],
)
def test_documents_are_found_in_lists_of_all_forms(text: str, wanted: list[tuple[str, str]]) -> None:
    """Each document of a list is one, with its title as written or its own part of it."""
    assert _told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers will sign an agreement on ferries in May.",
        "A number of documents are to be signed at the forum.",
        "The sides hope for the early signing of a treaty on the border.",
        "They discussed the Tarsk agreements and a treaty on dual citizenship.",
        "In 2009, Arvenia and Velmark signed a treaty on friendship.",
        "The agreement was signed last year and works well.",
        "The agreement was signed by the two ministers.",
        "The treaty was signed after talks between Ilmar Vesk and Adela Korin.",
        "The board approved 40 training programs.",
        "President Ilmar Vesk signed a decree on awards.",
        "The government adopted the same tariffs, and traffic rose.",
        "Will you sign a treaty with Velmark?",
    ],
)
def test_plans_old_documents_and_mentions_are_none(text: str) -> None:
    """What is announced, long past, merely named, or an act of one state alone is no instrument."""
    assert _told(text) == []


@pytest.mark.parametrize(
    ("text", "level", "binding"),
    [
        ("The sides signed an intergovernmental agreement on rail.", "government", "yes"),
        ("The sides signed an agreement on rail.", "unclear", "unclear"),
        ("The presidents signed an agreement on rail.", "state", "yes"),
        ("They signed an agreement between the Ministry of Ports and the Ministry of Trade.", "ministry", "unclear"),
        ("They signed an agreement between Sund Cables Ltd and Tarsk Power.", "company", "unclear"),
        ("They signed an agreement between the Ministry of Ports and Sund Cables Ltd.", "mixed", "unclear"),
        ("Sund Bank and the Tarsk Power Company signed a loan agreement.", "company", "yes"),
        ("They signed several intergovernmental papers: a protocol on cod; a programme on kelp.", "government", "yes"),
    ],
)
def test_level_and_binding_rest_on_the_words(text: str, level: str, binding: str) -> None:
    """Words in the title, the parties, the signers and the announcing phrase decide, in this order."""
    first = _found(text)[0]
    assert (first.level.value, first.binding.value) == (level, binding)


def test_the_deciding_words_are_marked() -> None:
    """The name of the document and the word on its level are what binding rests on, and only titles were seen."""
    text = "The sides signed an intergovernmental agreement on rail."
    (words,) = _found(text)
    assert [span.of(text) for span in words.deciding] == ["intergovernmental", "agreement"]
    assert words.titles_only


def test_operative_words_outweigh_the_title() -> None:
    """A text that calls itself not legally binding is not, whatever its name."""
    text = "The presidents signed an agreement on rail, which is not legally binding."
    (words,) = _found(text)
    assert (words.binding.value, words.titles_only) == ("no", False)
    assert words.deciding[0].of(text) == "not legally binding"


def test_a_document_of_headline_and_body_is_told_once() -> None:
    """The fuller title in the body stands for the one in the headline."""
    text = "Ilmar Vesk and Adela Korin signed a joint declaration on the Strait of Sund and its islands."
    title = "Arvenia and Velmark signed a joint declaration on the Strait of Sund"
    assert _told(text, title) == [("declaration", "a joint declaration on the Strait of Sund and its islands")]


def test_a_joint_statement_that_is_the_release_counts() -> None:
    """A release whose headline is a joint statement is itself the document."""
    title = "Joint Statement by the Presidents of Arvenia and Tholia"
    assert _told("We met in Tarsk.", title) == [("statement", title)]


def test_a_supplement_is_read_line_by_line() -> None:
    """A release that is a list of documents gives one for each line."""
    text = "An agreement on cables\nA memorandum of understanding on tides"
    assert len(_told(text, "Documents signed during the visit to Tarsk")) == len(text.splitlines())


@pytest.mark.parametrize(("issued", "number"), [(date(2024, 5, 12), 1), (date(2026, 5, 12), 0)])
def test_a_full_date_tells_whether_a_signing_is_recent(issued: date, number: int) -> None:
    """A document signed months before the release is not one of the event."""
    text = "They welcome the Statement of Intent signed on May 3, 2024, by the two ministers."
    assert len(_found(text, issued=issued)) == number


def test_sum_and_date_are_kept() -> None:
    """What a document is worth and when it was signed are marked where the sentence tells."""
    text = "On May 3 the sides signed a contract on ferries worth $2 billion."
    (words,) = _found(text)
    assert words.sum is not None
    assert words.sum.of(text) == "$2 billion"


def test_in_speech_only_what_was_signed_just_now_counts() -> None:
    """A speaker who recalls documents adds none, one who points to a signing of today does."""
    text = "We signed a treaty on cod. Today we signed a treaty on kelp."
    found = find_instruments(text, "", find_sentences(text), speech=(Span(0, len(text)),))
    assert [words.title.of(text) for words in found] == ["a treaty on kelp"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three joint documents were signed.", [3]),
        ("The talks ended with the signing of 11 agreements.", [11]),
        ("They signed a package of documents.", [None]),
        ("They signed a treaty.", []),
        ("Three documents will be signed.", []),
    ],
)
def test_counts_are_those_stated(text: str, wanted: list[int | None]) -> None:
    """A count is given with its number, or without one where the words give none."""
    assert [count.number for count in find_counts(text, find_sentences(text))] == wanted


@given(st.text(alphabet="signed agreements on a,;: and the.\n", max_size=200))
def test_any_text_gives_titles_inside_their_sentences(text: str) -> None:
    """Whatever the text, every document stands in a sentence of it and has words that decide."""
    for words in find_instruments(text, "", find_sentences(text)):
        assert words.title.of(text).strip()
        assert words.sentence.covers(words.title)
        assert words.deciding
