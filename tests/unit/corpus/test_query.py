"""Searches as typed: read, written for the stores, matched in memory, shown in place; all states are fictional."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.corpus.query import Query, glimpse, make_searchable, parse_query
from communique.errors import CommuniqueError
from communique.model import Release


def told(text: str, *, language: str = "en", title: str = "") -> Release:
    """Make a release of the Arvenian president."""
    return Release(address="", issuer="xa-president", language=language, title=title, text=text)


ENGLISH = told(
    "President Vesk received Velmark's ambassadors at Linden Palace. The US envoy was absent.", title="Guests"
)
RUSSIAN = told("Президент встретился с послом Велмарка Adela Korin в Тарске.", language="ru")
KAZAKH = told("Президент Елшімен кездесті", language="kk")
GERMAN = told("Präsident Vesk empfing die Botschafter.", language="de")
RELEASES = (ENGLISH, RUSSIAN, KAZAKH, GERMAN)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("receives ambassador", (ENGLISH,)),
        ("ambassador receives", (ENGLISH,)),
        ("ambassador minister", ()),
        ('"receives ambassador"', ()),
        ('"Velmark ambassador"', (ENGLISH,)),
        ("«встречаться с послом»", ()),
        ("«встретились с послами»", (RUSSIAN,)),
        ("“Linden palaces”", (ENGLISH,)),
        ("„Linden Palace“", (ENGLISH,)),
        ("vesk", (ENGLISH, GERMAN)),
        ("vesk -ambassador", (GERMAN,)),
        ('vesk -"linden palace"', (GERMAN,)),
        ("vesk −ambassador", (GERMAN,)),
        ("prasident", (GERMAN,)),
        ("ПОСЛЫ", (RUSSIAN,)),
        ("посла Korin", (RUSSIAN,)),
        ("елшімен", (KAZAKH,)),
        ("guest", (ENGLISH,)),
        ("us", (ENGLISH,)),
        ("U.S.", (ENGLISH,)),
        ("linden-palace", (ENGLISH,)),
        ("palace-linden", ()),
        ('vesk "', (ENGLISH, GERMAN)),
        ('vesk "linden', (ENGLISH,)),
    ],
)
def test_a_search_finds_any_form(index: sqlite3.Connection, words: str, found: tuple[Release, ...]) -> None:
    """All words must be there in any form, phrases in order, excluded words absent; memory and SQLite agree."""
    query = parse_query(words)
    assert tuple(release for release in RELEASES if query.matches(make_searchable(release))) == found
    for number, release in enumerate(RELEASES):
        index.execute("INSERT INTO texts (rowid, lemmas) VALUES (?, ?)", (number, make_searchable(release)))
    rows = index.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rowid", (query.fts5(),)).fetchall()
    assert tuple(RELEASES[number] for (number,) in rows) == found


@pytest.mark.parametrize(
    ("words", "fts5", "tsquery"),
    [
        ("bridge", '(("bridge"))', "('bridge')"),
        ("bridge ferry", '(("bridge") AND ("ferry"))', "('bridge') & ('ferry')"),
        ("bridge bridge", '(("bridge"))', "('bridge')"),
        ("met", '(("meet" OR "met"))', "('meet' | 'met')"),
        ('"long bridge" -ferry', '(("long bridge")) NOT (("ferry"))', "(('long' <-> 'bridge')) & !('ferry')"),
        ("NEAR(bridge)", '(("near bridge"))', "(('near' <-> 'bridge'))"),
        ("bridge OR *", '(("bridge") AND ("or"))', "('bridge') & ('or')"),
    ],
)
def test_a_search_is_written_for_each_store(words: str, fts5: str, tsquery: str) -> None:
    """Words are quoted for SQLite and for PostgreSQL; the operators of neither can be typed."""
    query = parse_query(words)
    assert (query.fts5(), query.tsquery()) == (fts5, tsquery)


@pytest.mark.parametrize("words", ["", "   ", '"" «»', "-bridge", "… !", "-", " ".join(map(str, range(100)))])
def test_a_search_for_nothing_is_refused(words: str) -> None:
    """Nothing to look for, only words to leave out, or far too many words: an error says how to ask."""
    with pytest.raises(CommuniqueError, match="phrases in quotation marks"):
        parse_query(words)


@given(st.text() | st.text(alphabet="ab\"'«»“”-* ():^+{}<>&|!\\/\0иИ"))
@example('bridge" OR lemmas:"x')
def test_no_search_breaks_the_store(words: str) -> None:
    """Whatever is typed is refused by us or understood by SQLite, and finds there what it finds in memory."""
    try:
        query = parse_query(words)
    except CommuniqueError:
        return
    lemmas = make_searchable(told(words))
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(lemmas)")
    connection.execute("INSERT INTO texts VALUES (?)", (lemmas,))
    found = connection.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (query.fts5(),)).fetchone()[0]
    connection.close()
    assert bool(found) == query.matches(lemmas)


@given(st.lists(st.sampled_from("bridge ferry port and".split()), min_size=1))
def test_a_text_is_found_by_its_own_words(words: list[str]) -> None:
    """Any words of a text, alone or as a phrase, find it."""
    text = " ".join(words)
    lemmas = make_searchable(told(text))
    assert parse_query(text).matches(lemmas)
    assert parse_query(f'"{text}"').matches(lemmas)


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("bridge bridge ferry", "bridge ferry ferry"),
        ("bridge ferry", "bridge " + "ferry " * 400),
    ],
)
def test_more_of_it_in_less_text_ranks_higher(better: str, worse: str) -> None:
    """A text ranks higher the oftener it has the word, and the shorter it is."""
    query = parse_query("bridge")
    assert query.rank(better) > query.rank(worse) > query.rank("ferry") == 0.0


LONG = told(
    "Start of it. " + "The parties spoke of trade. " * 20 + "They opened a bridge today. " + "More followed. " * 20
)


@pytest.mark.parametrize(
    ("release", "words", "shown"),
    [
        (told("They opened two bridges."), "bridge", "They opened two bridges."),
        (told("They\n opened\u00a0it.", title="New bridge"), "bridge", "New bridge"),
        (told("They opened it.", title="New port"), "bridge", "They opened it."),
        (LONG, "bridge", "…opened a bridge today.…"),
        (LONG, '"bridges today"', "…a bridge today. More…"),
        (LONG, "start", "Start of it. The parties…"),
        (LONG, "absent", "Start of it. The parties…"),
    ],
)
def test_a_glimpse_shows_the_first_place(release: Release, words: str, shown: str) -> None:
    """A glimpse shows the words around the first place in the body, else in the title, else the beginning."""
    assert glimpse(release, parse_query(words), width=30) == shown


@given(st.text(alphabet="ab \n-é", min_size=1), st.integers(min_value=3, max_value=40))
def test_a_glimpse_keeps_its_width(text: str, width: int) -> None:
    """A glimpse is never wider than asked, and all its words stand in the text."""
    query = parse_query("a")
    shown = glimpse(told(f"{text}a"), query, width=width)
    assert len(shown) <= width
    assert shown.strip("…") in " ".join(f"{text}a".split())


def test_a_query_is_a_value() -> None:
    """Two searches that ask the same are equal, whatever forms were typed."""
    assert parse_query("Посла") == Query(required=parse_query("посла").required)


@pytest.fixture(name="index")
def _index() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE texts USING fts5(lemmas)")
    yield connection
    connection.close()
