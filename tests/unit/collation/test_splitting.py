"""Sentences parted into statements: at acts of speech and strong stops, and nowhere else."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.collation.splitting import split_sentence
from communique.model import Span
from unit.collation.readouts import OURS, THEIRS


def parts(text: str, language: str = "en") -> list[str]:
    """Give the words of the statements of one sentence."""
    return [span.of(text) for span in split_sentence(Span(0, len(text)), text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She thanked Arvenia for its aid and stressed that the ferries need new harbours.",
            ["She thanked Arvenia for its aid", "and stressed that the ferries need new harbours."],
        ),
        (
            "Adela Korin thanked Arvenia for its swift help, and Ilmar Vesk, in turn, stressed the weight of peace.",
            [
                "Adela Korin thanked Arvenia for its swift help",
                "and Ilmar Vesk, in turn, stressed the weight of peace.",
            ],
        ),
        (
            "They discussed ports and ferries of the north, agreed to reopen the railway, and called on Tholia to pay.",
            [
                "They discussed ports and ferries of the north",
                "agreed to reopen the railway",
                "and called on Tholia to pay.",
            ],
        ),
        (
            "The leaders agreed to open new ferry lines, as well as schools near the border.",
            ["The leaders agreed to open new ferry lines", "as well as schools near the border."],
        ),
        (
            "The ferries sail from Sund to Tarsk daily; he noted that trade grows fast.",
            ["The ferries sail from Sund to Tarsk daily", "he noted that trade grows fast."],
        ),
    ],
)
def test_a_statement_begins_with_each_act_of_speech(text: str, expected: list[str]) -> None:
    """After a conjunction, a comma or a strong stop, with a common subject, a named one or none."""
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The leaders discussed and agreed on a plan for the northern ports.",
        "Ilmar Vesk stressed that Velmark, Tholia and Ostrand need new harbours.",
        "They agreed, and she left.",
        "The ferries sail daily; the trains run at night to the coast.",
        "Тараптар сауда мен көлік мәселелерін талқылады, келісімге қол қойды.",
    ],
)
def test_what_is_one_statement_stays_whole(text: str) -> None:
    """Verbs with one object, lists of names, parts too light to stand alone, and languages without a lexicon."""
    assert parts(text, "kk" if "қ" in text else "en") == [text]


def test_russian_sentences_are_parted_alike() -> None:
    """The conjunctions and subjects of Russian begin statements too."""
    text = "Стороны обсудили поставки газа, а также договорились открыть новые порты на севере."
    assert [part.split()[0] for part in parts(text, "ru")] == ["Стороны", "а"]


@given(
    st.lists(st.sampled_from([*OURS, *THEIRS]), min_size=1, max_size=2).map(" ".join),
    st.sampled_from(["", "xx ", "İß\n"]),
    st.sampled_from(["en", "ru", "kk"]),
)
def test_parts_stand_in_order_in_their_sentence(sentence: str, before: str, language: str) -> None:
    """They do not overlap, lie inside the sentence, begin and end with words, and leave only joints out."""
    text = f"{before}{sentence} And more."
    whole = Span(len(before), len(before) + len(sentence))
    found = split_sentence(whole, text, language)
    assert all(whole.covers(span) for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text) == span.of(text).strip(" ,;\n") for span in found)
    assert sum(map(len, found)) + 3 * len(found) >= len(sentence)


def test_a_sentence_of_stops_has_no_statement() -> None:
    """Nothing is left where only commas and dashes stand."""
    assert split_sentence(Span(0, 3), " , ", "en") == ()
