"""Base forms: every form of a word meets every other, in text and query alike; names and states are fictional."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.lemmas import find_base_forms, lemmatise

LANGUAGES = ("en", "ru", "uk", "kk", "de", "")


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "receive receives received receiving Received"),
        ("en", "ambassador ambassadors Ambassador's ambassador’s AMBASSADORS"),
        ("en", "talk talks talked"),
        ("en", "country countries"),
        ("en", "man men"),
        ("en", "Arvenian Arvenians arvenians"),
        ("en", "German Germans germans"),
        ("en", "US U.S. USA U.S.A."),
        ("en", "Vésk Vesk Vesk's"),
        ("ru", "посол посла послу послом послы послов послам послами послах"),
        ("ru", "встретиться встретился встретилась встретились встретится"),
        ("ru", "российский российская российского российско"),
        ("ru", "Арвения Арвении Арвению Арвенией"),
        ("ru", "арвенийский арвенийская арвенийского арвенийскими"),
        ("ru", "Велмарк Велмарка Велмарку Велмарком Велмарке"),
        ("ru", "Песков Пескова Пескову Песковым Пескове"),
        ("ru", "Токаев Токаева Токаеву Токаевым Токаеве"),
        ("ru", "Росатом Росатома Росатомом"),
        ("ru", "нацпроект нацпроекта нацпроекты нацпроектов"),
        ("ru", "зелёный зеленый зелёного зеленого"),
        ("ru", "замок за\u0301мок за\u00adмок"),
        ("ru", "край кра\u0438\u0306 края"),
        ("uk", "зустріч зустрічі"),
        ("uk", "п'ять п’ять"),
        ("kk", "Қазақстан қазақстан ҚАЗАҚСТАН"),
    ],
)
def test_forms_of_one_word_meet(language: str, forms: str) -> None:
    """All forms of a word have one base form."""
    assert len({lemmatise(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "ambassador", "embassy"),
        ("en", "us", "US"),
        ("ru", "посол", "после"),
        ("ru", "мир", "мэр"),
        ("ru", "Арвения", "Армения"),
        ("kk", "қала", "кала"),
    ],
)
def test_different_words_stay_apart(language: str, one: str, other: str) -> None:
    """Words that only look alike have different base forms."""
    assert lemmatise(one, language) != lemmatise(other, language)


@pytest.mark.parametrize(
    ("language", "words", "lemmas"),
    [
        ("en", "The talks lasted 2.5 hours; 41 papers.", "the talk last 2 5 hour 41 paper"),
        ("en", "co-operation of the G20", "co operation of the g20"),
        ("en", "послом of Arvenia", "посол of arvenia"),
        ("ru", "встретился с Ilmar Vesk's guests", "встретиться с ilmar vesk guest"),
        ("ru", "арвенийско-велмаркские переговоры", "арвенийск велмаркск переговоры"),
        ("de", "Müller sprach mit Vésk", "muller sprach mit vesk"),
        ("", "Adela Korin's visits", "adela korin visits"),
        ("en", " – … !?", ""),
        ("en", "", ""),
    ],
)
def test_words_are_kept_in_order(language: str, words: str, lemmas: str) -> None:
    """Numbers stay, punctuation goes, hyphenated words fall into parts, other scripts go by their own language."""
    assert lemmatise(words, language) == tuple(lemmas.split())


@given(st.text(), st.sampled_from(LANGUAGES))
def test_base_forms_are_plain(text: str, language: str) -> None:
    """A base form holds nothing but small letters and digits, Latin or Cyrillic, and none is empty."""
    for lemma in lemmatise(text, language):
        assert lemma.isalnum()
        assert lemma == lemma.casefold()
        assert all(letter.isascii() or "\u0400" <= letter <= "\u0527" for letter in lemma)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_places_agree_with_base_forms(text: str, language: str) -> None:
    """The same base forms are found with places as without, the places in order and within the text."""
    placed = tuple(find_base_forms(text, language))
    assert tuple(word.lemma for word in placed) == lemmatise(text, language)
    ends = [end for word in placed for end in (word.start, word.end)]
    assert ends == sorted(ends)
    assert all(0 <= end <= len(text) for end in ends)


@pytest.fixture(name="index")
def _index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(lemmas)")
    connection.execute("CREATE VIRTUAL TABLE terms USING fts5vocab(texts, 'instance')")
    yield connection
    connection.close()


def test_base_forms_survive_the_index(index: sqlite3.Connection) -> None:
    """The tokens that SQLite makes of base forms, every letter of the scripts among them, are the base forms."""
    letters = "".join(f"а{chr(point)}б " for point in (*range(0x30, 0x250), *range(0x400, 0x530)))
    lemmas = lemmatise(f"{letters} встретился 20th G20 Vésk’s Łódź 北京 محمد ½", "ru")
    index.execute("INSERT INTO texts VALUES (?)", (" ".join(lemmas),))
    tokens = index.execute("SELECT term FROM terms ORDER BY offset").fetchall()
    assert tuple(token for (token,) in tokens) == lemmas
