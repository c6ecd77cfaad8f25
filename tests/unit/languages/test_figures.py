"""The language-free parts of figures: arithmetic of number words, patterns of the tables, the model's refusals."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError, ReferenceTableError
from communique.languages.figure_words import any_of, load_figure_lexicon, trigger_pattern
from communique.languages.numerals import compose, lowered, number_of, rounded
from communique.model.figures import FigureWords, Hedge, HedgeKind
from communique.model.spans import Span

PACKAGES = ("communique.languages.english", "communique.languages.russian")


@pytest.mark.parametrize(
    ("values", "composed"),
    [
        ([7], (7.0, 1)),
        ([30, 5], (35.0, 2)),
        ([5, 30], (5.0, 1)),
        ([2, 100], (200.0, 2)),
        ([100, 50], (150.0, 2)),
        ([2, 100, 1000, 30, 5], (200035.0, 5)),
        ([1000], (1000.0, 1)),
        ([3, 1e6, 2, 1e3], (3002000.0, 4)),
        ([3, 1e3, 2, 1e6], (3002.0, 3)),
        ([2, 12], (24.0, 2)),
        ([200, 20, 5, 1e3], (225000.0, 4)),
        ([2, 3], (2.0, 1)),
        ([], (0.0, 0)),
    ],
)
def test_number_words_compose(values: list[float], composed: tuple[float, int]) -> None:
    """Words add up by place, multiply by magnitudes that fall, and stop where a number cannot go on."""
    assert compose(values) == composed


@pytest.mark.parametrize(
    ("digits", "decimal", "number"),
    [("1,300,000", ".", 1.3e6), ("26,5", ",", 26.5), ("19 337", ",", 19337.0), ("2.2", ".", 2.2)],
)
def test_digits_are_read_with_the_marks_of_their_language(digits: str, decimal: str, number: float) -> None:
    """Group marks are dropped, the decimal mark of the language counts."""
    assert number_of(digits, decimal=decimal) == number


@given(st.decimals(min_value=0, max_value=9999, places=3))
def test_magnitudes_leave_no_dust(amount: object) -> None:
    """A decimal times a magnitude is the number that a reader would write."""
    number = float(str(amount))
    assert rounded(rounded(number * 1e6) / 1e6) == number


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    """Whatever the text, its small form has the same length."""
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize(
    ("phrases", "text", "fits"),
    [
        (["grow*"], "growing", True),
        (["grow*"], "ungrown", False),
        (["up to"], "up  to", True),
        (["up to"], "up too", False),
        (["~"], "~", True),
        (["$", "US$"], "US$", True),
    ],
)
def test_phrases_become_patterns(phrases: list[str], text: str, fits: bool) -> None:  # noqa: FBT001 - a table
    """A star stands for any ending, a blank for white space, and words end where words end."""
    assert (re.fullmatch(any_of(phrases), text) is not None) is fits


@pytest.mark.parametrize("package", PACKAGES)
def test_a_table_names_its_sources(package: str) -> None:
    """Each language's table says what it rests on, and its quick look knows every number word."""
    lexicon = load_figure_lexicon(package)
    assert lexicon.source
    assert all(trigger_pattern(lexicon).search(entry.word) for entry in lexicon.numbers)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_form_names_one_unit(package: str) -> None:
    """No two units of a language share a form."""
    forms = [form.lower() for unit in load_figure_lexicon(package).units for form in unit.forms]
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


def test_a_list_that_is_not_there_is_named() -> None:
    """Asking for a list the table does not have says which lists it has."""
    with pytest.raises(ReferenceTableError, match=r"cues\.elsewhere.*nouns\.sides"):
        load_figure_lexicon(PACKAGES[0]).words("cues.elsewhere")


@pytest.mark.parametrize("number", [(), (1.0, 2.0, 3.0)])
def test_a_figure_has_one_number_or_two(number: tuple[float, ...]) -> None:
    """A figure without a number, or with three, is refused."""
    span = Span(0, 4)
    with pytest.raises(ModelError, match="one number, or two"):
        FigureWords(span=span, value=span, number=number, unit="", sentence=span)


def test_a_figure_lies_in_its_sentence() -> None:
    """A value outside its clause is refused; a hedge makes the figure hedged."""
    inside, outside = Span(0, 4), Span(2, 9)
    with pytest.raises(ModelError, match="spans that do not nest"):
        FigureWords(span=inside, value=outside, number=(1.0,), unit="", sentence=inside)
    hedge = Hedge(kind=HedgeKind.ABOUT, span=Span(0, 1))
    assert FigureWords(span=inside, value=inside, number=(1.0,), unit="", sentence=inside, hedge=hedge).hedged
