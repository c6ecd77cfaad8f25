"""What clauses assert: their telling words by concept, what is denied, and how plainly."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ReferenceTableError
from communique.languages.assertion_lexicon import load_assertion_lexicon, load_concepts
from communique.languages.assertions import find_assertions, sound
from communique.languages.named_days import find_named_days
from communique.model import Span

LANGUAGES = ("en", "ru", "kk")


def denied(text: str, language: str) -> list[str]:
    """Give the codes of what a text denies."""
    clauses = find_assertions(text, Span(0, len(text)), language)
    return [clause.terms[denial.term].code for clause in clauses for denial in clause.denials]


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("en", "The sides did not agree on the dam.", ["agree"]),
        ("en", "They couldn’t sign the treaty.", ["signing"]),
        ("en", "No agreement was reached on the border.", ["agree"]),
        ("en", "Not only Velmark supported the resolution.", []),
        ("en", "The treaty was adopted without the consent of Tholia.", ["consent"]),
        ("en", "The talks were not easy, but the sides agreed.", ["easy"]),
        ("en", "Nothing without Tholia.", []),
        ("ru", "Стороны не договорились о плотине.", ["agree"]),
        ("ru", "Никто никогда не предвещал беспорядков.", ["foreshadow"]),
        ("ru", "На острове нет войск.", ["troops"]),
        ("ru", "Не только Толия поддержала резолюцию.", []),
        ("kk", "Тараптар келіспеді.", ["agree"]),
        ("kk", "Келісім жоқ.", ["agree"]),
    ],
)
def test_a_denial_reaches_what_it_denies(language: str, text: str, codes: list[str]) -> None:
    """A cue denies the first telling word behind it that is no name; one that only looks like a cue denies nothing."""
    assert denied(text, language) == codes


@pytest.mark.parametrize(
    ("text", "denying"),
    [
        ("Velmark does not rule out talks.", 2),
        ("Velmark is not against talks.", 1),
        ("Velmark supports talks.", 0),
    ],
)
def test_denials_are_counted(text: str, denying: int) -> None:
    """Two that deny may cancel each other, so they are counted."""
    (clause,) = find_assertions(text, Span(0, len(text)), "en")
    assert clause.denying == denying


@pytest.mark.parametrize(
    ("language", "text", "moods"),
    [
        ("en", "Velmark will open the port.", {"future"}),
        ("en", "Velmark could open the port.", {"open"}),
        ("ru", "Велмарк откроет порт.", {"future"}),
        ("ru", "Велмарк открыл порт.", set()),
    ],
)
def test_how_plainly_a_clause_is_put(language: str, text: str, moods: set[str]) -> None:
    """The future and what is only possible are marked, in Russian by the form of the verb too."""
    (clause,) = find_assertions(text, Span(0, len(text)), language)
    assert clause.moods == moods


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_source_and_concepts(language: str) -> None:
    """The lists of every language are whole, and concepts that exclude each other differ."""
    assert load_assertion_lexicon(language).longest >= 1
    assert all(code not in others for code, others in load_concepts().opposites.items())


def test_opposites_have_words_in_english_and_russian() -> None:
    """A pair that no language has words for would be dead weight."""
    known = {code for language in ("en", "ru") for code in load_assertion_lexicon(language).concepts.values()}
    assert load_concepts().opposites.keys() | load_concepts().happenings <= known


def test_a_language_without_lists_is_refused() -> None:
    """The message names the languages that have them."""
    with pytest.raises(ReferenceTableError, match="en, ru, kk"):
        load_assertion_lexicon("fr")


@pytest.mark.parametrize(
    ("language", "text", "ends"),
    [
        ("en", "on 3–5 May", ("2022-05-03", "2022-05-05")),
        ("ru", "7–10 мая", ("2022-05-07", "2022-05-10")),
        ("kk", "5 наурызда", ("2022-03-05", "2022-03-05")),
        ("fr", "le 5 mai", None),
    ],
)
def test_days_in_a_row_have_both_ends(language: str, text: str, ends: tuple[str, str] | None) -> None:
    """A range is one item with its first and last day; a language that is not read names none."""
    found = find_named_days(text, Span(0, len(text)), date(2022, 4, 1), language)
    assert [(day.first.isoformat(), day.last.isoformat()) for day in found] == ([ends] if ends else [])


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_every_term_lies_in_its_clause_and_every_clause_in_the_passage(text: str, language: str) -> None:
    """Whatever the text, spans nest."""
    if not text:
        return
    passage = Span(0, len(text))
    for clause in find_assertions(text, passage, language):
        assert passage.covers(clause.span)
        assert all(clause.span.covers(term.span) for term in clause.terms)
        assert all(0 <= denial.term < len(clause.terms) for denial in clause.denials)


def test_a_name_sounds_alike_in_two_scripts() -> None:
    """Names of the two scripts meet by their first sounds."""
    assert sound("Арвения") == sound("Arvenia")
    assert sound("Остранда") == sound("Ostrand")
