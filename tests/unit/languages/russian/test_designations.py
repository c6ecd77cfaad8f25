"""Who Russian words designate, in any case."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.port import Form
from communique.languages.russian.designations import find_designated
from unit.languages.russian_states import known

WORDS = [
    "Президент",
    "Президентом",
    "Арвении",
    "Республики",
    "Арвения",
    "Ильмар",
    "Веском",
    "Веск",
    "В.",
    "Корин",
    "с",
    "и",
    ",",
    "стороны",
    "он",
    "Министр",
    "иностранных",
    "дел",
    "«",
    "»",
    "Бен",
    "Аль",
    "принял",
    ":",
    "И",
    "Тарске",
    "первый",
]


@pytest.mark.parametrize(
    ("text", "name", "office", "sides", "case"),
    [
        ("Президент Арвении Ильмар Веск прибыл.", "Ильмар Веск", "Президент Арвении", ["XA"], "nom"),
        (
            "Встреча с Президентом Республики Арвения Ильмаром Веском",
            "Ильмаром Веском",
            "Президентом Республики Арвения",
            ["XA"],
            "ins",
        ),
        ("Он принял Премьер-министра Велмарка Аделу Корин.", "Аделу Корин", "Премьер-министра Велмарка", ["XV"], "acc"),
        (
            "Разговор с Министром иностранных дел Толии Давором Селимом.",
            "Давором Селимом",
            "Министром иностранных дел Толии",
            ["XT"],
            "ins",
        ),
        (
            "Он написал Эмиру Толии Тамиру Бен Салиму Аль Наджи.",
            "Тамиру Бен Салиму Аль Наджи",
            "Эмиру Толии",
            ["XT"],
            "dat",
        ),
        (
            "Беседа с Послом Велмарка в Арвении Адамом Линдом",
            "Адамом Линдом",
            "Послом Велмарка в Арвении",
            ["XV"],
            "ins",
        ),
    ],
)
def test_reads_office_and_holder_in_any_case(text: str, name: str, office: str, sides: list[str], case: str) -> None:
    """An office with its holder is one designation; the state it serves is the one it governs."""
    found = next(d for d in find_designated(text, known()) if d.designation.name)
    designation = found.designation
    assert designation.name is not None
    assert designation.office is not None
    assert (designation.name.of(text), designation.office.of(text)) == (name, office)
    assert [s.code for s in designation.sides] == sides
    assert case in found.cases


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("Стороны обсудили торговлю.", Form.GROUP, "Стороны"),
        ("По просьбе арвенской стороны.", Form.SIDE, "арвенской стороны"),
        ("Президент Велмарка согласился.", Form.OFFICE, "Президент Велмарка"),
        ("Потом она уехала.", Form.PRONOUN, "она"),
    ],
)
def test_reads_groups_sides_offices_and_pronouns(text: str, form: Form, words: str) -> None:
    """What is no personal name is designated by its form."""
    assert words in [d.designation.span.of(text) for d in find_designated(text, known()) if d.designation.form is form]


def test_knows_a_surname_that_the_text_gave_in_full() -> None:
    """A surname alone, in another case, is a name once the text has had it with a first name."""
    text = "Ильмар Веск открыл встречу. Веску вручили карту."
    assert [d.designation.span.of(text) for d in find_designated(text, known())][-1] == "Веску"


def test_a_nominative_name_after_another_case_is_no_holder() -> None:
    """By the President's decree a person is appointed: the name is not the President's."""
    text = "Указом Президента Иван Петров назначен послом."
    assert [d.designation.span.of(text) for d in find_designated(text, known())][:2] == ["Президента", "Иван Петров"]


@given(st.lists(st.sampled_from(WORDS), max_size=24))
def test_designations_stand_in_order_and_apart(words: list[str]) -> None:
    """Whatever the words, designations are in order, do not overlap, and hold their name and office."""
    text = " ".join(words)
    found = [d.designation for d in find_designated(text, known())]
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(d.span.covers(part) for d in found for part in (d.name, d.office) if part and d.form is not Form.NAME)
