"""Direct speech without any language's words: quotation marks, labels, turns (all states and people are invented)."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import ModelError
from communique.languages.label_words import LabelWords
from communique.languages.speech import Speech, find_quoted
from communique.languages.turns import Turn, find_turns
from communique.model import Part, Span, SpeechForm

# A language other than English, so that a word of English in the mechanism would show.
RUSSIAN = LabelWords(
    offices=frozenset({"президент", "премьер-министр", "министр", "посол", "директор", "глава", "губернатор"}),
    links=frozenset({"и", "по", "в"}),
    governing=frozenset(),
    address=frozenset({"господин"}),
    particles=frozenset({"бин", "аль"}),
    suffixes=frozenset({"ii"}),
    common=frozenset({"республики", "совета", "дел", "арвении", "велмарка"}),
    ordinary=frozenset({"иностранных", "вопрос", "ответ", "порт", "паромная", "линия"}),
    parts=frozenset({"вопрос", "ответ", "реплика"}),
    plural_parts=frozenset({"реплики"}),
    letters=frozenset({"в"}),
    stops=frozenset({"он", "был", "это", "мы", "сказал", "список"}),
    abbreviations=frozenset({"г", "св"}),
    closing=re.compile(r"\n?Конец\.?\Z"),
)
ILMAR = "Президент Арвении Ильмар Веск"


def said(text: str, title: str = "") -> list[tuple[str, str]]:
    """Give label and content of each turn, in the words of the text."""
    return [(turn.speaker.of(text), turn.content.of(text)) for turn in find_turns(text, RUSSIAN, title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” he said.", ["We agree,"]),
        ('"We agree," he said. "Yes."', ["We agree,", "Yes."]),
        ("«Мы согласны», – сказал он.", ["Мы согласны"]),
        ('He said: "We call it "the bridge", friends." Then he left.', ['We call it "the bridge", friends.']),
        ("“The ‘old’ ferry,” he said; it’s the crew’s.", ["The ‘old’ ferry,"]),
        ("“One.\n“Two.\n“Three.”\nThen “four”.", ["One.\n“Two.\n“Three.", "four"]),
        ("”turned the wrong way“ and so on", ["turned the wrong way"]),
        ('in part:"Glued to the colon." End', ["Glued to the colon."]),
        ('such as"a glued word" and"another one" here', ["a glued word", "another one"]),
        ('"Lost its partner. "Kept," he said.', ["Kept,"]),
        ("No close “here\nbut “there”.", ["there"]),
        ('<a href="address">text</a> “kept”', ["kept"]),
        ("nothing quoted", []),
        ("“”", []),
        ("", []),
    ],
)
def test_quotation_marks_are_paired_by_where_they_stand(text: str, expected: list[str]) -> None:
    """The outermost pairs are found whatever the shape of the marks, also where one is lost."""
    assert [quoted.content.of(text) for quoted in find_quoted(text)] == expected


def test_pairing_keeps_to_its_stretch() -> None:
    """Marks outside the given offsets are not read, and the spans count in the whole text."""
    text = "“out” “in” “out”"
    assert [quoted.content for quoted in find_quoted(text, 6, 10)] == [Span(7, 9)]


@given(st.text(alphabet='ab ."“”«»\n<>,', max_size=80))
def test_pairs_never_overlap(text: str) -> None:
    """Whatever the marks, pairs come in order, apart, and with their words inside them."""
    found = find_quoted(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    for quoted in found:
        assert quoted.start < quoted.content.start <= quoted.content.end < quoted.end <= len(text)
        assert quoted.content.of(text) == quoted.content.of(text).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ILMAR}: Добрый день.\nВеск: Да.", [(ILMAR, "Добрый день."), ("Веск", "Да.")]),
        (f"Встреча.\n{ILMAR}: Раз.\nДва.\nИ.Веск: Три.", [(ILMAR, "Раз.\nДва."), ("И.Веск", "Три.")]),
        (f"{ILMAR} (через переводчика): Раз.", [(ILMAR, "Раз.")]),
        (f"{ILMAR}: (через переводчика): Раз.", [(ILMAR, "Раз.")]),
        (f"{ILMAR}: Раз.\nВопрос: Два?\nОтвет: Три.", [(ILMAR, "Раз."), ("Вопрос", "Два?"), ("Ответ", "Три.")]),
        ("Президент\nАрвении\nИльмар Веск: Раз.", [("Президент\nАрвении\nИльмар Веск", "Раз.")]),
        (f"{ILMAR}: Раз.\nИльмар\nВеск: Два.", [(ILMAR, "Раз."), ("Ильмар\nВеск", "Два.")]),
        (f"{ILMAR}: Раз.Министр Адела Корин: Два.", [(ILMAR, "Раз."), ("Министр Адела Корин", "Два.")]),
        (f"{ILMAR}: Раз. <…>\n* * *\nПотом был обед.", [(ILMAR, "Раз.")]),
        (f"{ILMAR}: Раз.\nИльмар Веск осмотрел порт.", [(ILMAR, "Раз.")]),
        (f"{ILMAR}: Раз.\nКонец.", [(ILMAR, "Раз.")]),
        (f"{ILMAR} Веск ИльмарПрезидент Арвении: Раз.", [(ILMAR, "Раз.")]),
        ("Паромная линия: пять рейсов.\nПорт: два причала.", []),
        ("Он сказал: Мы готовы.\nСписок: Ильмар Веск.", []),
        ("Встреча в 10:30 у Ильмара Веска.", []),
        ("", []),
    ],
)
def test_turns_are_found_with_the_words_of_another_language(text: str, expected: list[tuple[str, str]]) -> None:
    """Labels, notes, broken lines, lost lines and what ends a turn are read without any English word."""
    assert said(text) == expected


def test_a_bare_name_is_a_label_where_the_title_names_the_person() -> None:
    """A full name before a colon is no label by itself; the title, or another label, makes it one."""
    text = "Ильмар Веск: Добрый день."
    assert said(text) == []
    assert said(text, "Интервью: Ильмар Веск") == [("Ильмар Веск", "Добрый день.")]


def test_a_letter_labels_without_a_colon() -> None:
    """A lone letter at the beginning of a line opens a turn in a transcript, and only there."""
    text = f"{ILMAR}: Раз.\nВ Почему два?\n{ILMAR}: Потому."
    assert [label for label, _ in said(text)] == [ILMAR, "В", ILMAR]
    assert said("В Тарске прошли переговоры.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"{ILMAR}: Раз.", "Ильмар Веск"),
        ("Министр иностранных дел Арвении Ильза Брандт: Раз.", "Ильза Брандт"),
        ("Президент Арвении И.Веск: Раз.", "И.Веск"),
        ("Президент Халид бин Рашид: Раз.", "Халид бин Рашид"),
        ("Адела Корин, премьер-министр Велмарка: Раз.", "Адела Корин"),
    ],
)
def test_the_name_in_a_label_stands_without_its_office(text: str, name: str) -> None:
    """The personal name is marked apart from the office, with its particles."""
    (turn,) = find_turns(text, RUSSIAN)
    assert turn.name is not None
    assert turn.name.of(text) == name


FRAGMENTS = (
    ILMAR,
    "Ильмар Веск",
    "Вопрос",
    "Порт",
    ":",
    ": ",
    "\n",
    ". ",
    "“",
    "”",
    " (",
    ") ",
    "<…>",
    "* * *",
    "да ",
    "В ",
)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_turns_never_overlap(text: str) -> None:
    """Whatever the text, turns come in order and apart, each label before its words."""
    turns: tuple[Turn, ...] = find_turns(text, RUSSIAN)
    assert all(one.content.end <= two.label.start for one, two in pairwise(turns))
    for turn in turns:
        assert turn.label.end <= turn.content.start
        assert turn.label.covers(turn.speaker)
        assert turn.content.of(text).strip()


def test_a_name_lies_among_the_words_for_the_speaker() -> None:
    """A name outside the words that name the speaker is refused."""
    with pytest.raises(ModelError, match="speaker's name"):
        Speech(form=SpeechForm.TURN, content=Span(5, 9), speaker_words=Span(0, 2), speaker_name=Span(1, 4))


def test_a_cue_is_no_part_of_what_is_said() -> None:
    """A cue that overlaps the content is refused; one in the title never does."""
    with pytest.raises(ModelError, match="cue apart"):
        Speech(form=SpeechForm.INLINE, content=Span(5, 9), cue=Span(8, 12))
    assert Speech(form=SpeechForm.INLINE, content=Span(5, 9), cue=Span(5, 9, Part.TITLE)).cue is not None
