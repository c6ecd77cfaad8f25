"""Pages: publishers' rows, the general parser, listings, empty shells, odd encodings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.model import Capture, Edition
from communique.sources import load_publishers, parse_release
from communique.sources.publishers import Publishers
from unit.sources.making import PAGES, page

OWN_ROWS = load_publishers(PAGES / "velmark-publishers.toml")
NO_ROWS = Publishers()
TITLES = {
    "arvenia-talks.html": ("Ilmar Vesk receives Prime Minister of Velmark", "en"),
    "ostrand-1251.html": ("Встреча с министром торговли Арвении", "ru"),
    "tholia-latin1.html": ("Entretien téléphonique avec le Président de Tholia", "fr"),
    "velmark-template.html": ("Talks with President of Arvenia", "en"),
}
FURNITURE = ("comments", "Share", "Print", "Home", "cookies", "Related", "Поделиться", "Partager", "Publication status")


@pytest.mark.parametrize("name", TITLES)
def test_title_and_language_are_found(name: str) -> None:
    """The title is the page's heading, the language the one it declares."""
    release = parse_release(page(name), publishers=OWN_ROWS)
    assert (release.title, release.language) == TITLES[name]


@pytest.mark.parametrize("name", TITLES)
def test_no_furniture_reaches_the_text(name: str) -> None:
    """Menus, share buttons, counters of comments and status lines stay on the page."""
    release = parse_release(page(name), publishers=OWN_ROWS)
    assert [words for words in FURNITURE if words in release.text] == []


def test_the_general_parser_keeps_the_whole_body() -> None:
    """A page without a row gives all paragraphs of its article, one a line, and says how it was read."""
    release = parse_release(page("arvenia-talks.html"))
    lines = release.text.split("\n")
    assert [line.split()[0] for line in lines] == ["President", "The", "“Our", "After"]
    assert release.issued == datetime(2031, 4, 7, 16, 20, tzinfo=timezone(timedelta(hours=2)))
    assert release.editions == (Edition(language="xa", address="https://www.president.arvenia.example/xa/news/4121"),)
    assert any("not in the table" in note for note in release.notes)


def test_a_row_gives_title_date_place_body_and_terms() -> None:
    """A user's row reads a page by its markup: wall time with its zone, place line, turns, no name card."""
    release = parse_release(page("velmark-template.html"), publishers=OWN_ROWS)
    assert release.issued == datetime(2031, 7, 2, 18, 5, tzinfo=ZoneInfo("Europe/Oslo"))
    assert (release.issuer, release.identifier) == ("xv-prime-minister", "xv-prime-minister:771")
    assert release.place == "Harbour House, Sund"
    assert release.licence == "free with attribution, press.velmark.example"
    assert release.tags == ("Arvenia",)
    assert release.text.split("\n") == [
        "Adela Korin held talks at Harbour House with President of Arvenia Ilmar Vesk.",
        "Prime Minister of Velmark Adela Korin: Mr President, welcome to Sund.",
        "President of Arvenia Ilmar Vesk: Thank you for the kind words on the 21st anniversary of our treaty.",
        "<…>",
    ]


def test_a_saved_page_is_taken_at_its_word_about_its_address() -> None:
    """The address is the one that the page states, and a note names the file it was read from."""
    release = parse_release(page("velmark-template.html"), publishers=OWN_ROWS)
    assert release.address == "http://press.velmark.example/events/news/771"
    assert "velmark-template.html" in release.notes[0]


def test_a_fetched_page_is_where_it_was_fetched() -> None:
    """What a fetched page says about its own address does not count: another site may have copied it."""
    release = parse_release(page("velmark-template.html", "https://copy.example/771"), publishers=OWN_ROWS)
    assert (release.address, release.issuer) == ("https://copy.example/771", "")


def test_an_unverified_row_that_does_not_fit_is_said_to() -> None:
    """The general parser takes over where a publisher's row does not fit, and the release says so."""
    address = "https://www.akorda.kz/en/ilmar-vesk-receives-prime-minister-421"
    release = parse_release(page("arvenia-talks.html", address))
    assert release.issuer == "kz-president"
    assert any("never held against saved pages" in note and "general parser" in note for note in release.notes)
    assert release.text.startswith("President Ilmar Vesk received")


def test_an_unverified_row_that_fits_is_marked_as_unverified() -> None:
    """A row from general knowledge of a site reads a page that fits it, with a caution."""
    rows = replace(OWN_ROWS, rows=tuple(replace(row, verified=None) for row in OWN_ROWS.rows))
    release = parse_release(page("velmark-template.html"), publishers=rows)
    assert any("not been held against saved pages" in note for note in release.notes)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("velmark-listing.html", "a page that lists several"),
        ("empty-shell.html", "is it a listing page"),
    ],
)
def test_a_page_that_is_no_release_is_refused(name: str, said: str) -> None:
    """A listing and an empty shell give an error that says what was found and what to do."""
    with pytest.raises(SourceError, match=said):
        parse_release(page(name))


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (b"<html><body>" + b"<div>" * 3000 + b"Talks were held.", "nested more than 255 deep"),
        (b"<html><body><p>" + b"word " * 1_100_000, "a page of at most 5 MB"),
        (b"<html></html>", "an article, got 0 words"),
        (b"<!-- nothing -->", "without any content"),
    ],
)
def test_markup_that_no_page_has_is_refused(markup: bytes, said: str) -> None:
    """Too deep, too large and empty markup are told apart."""
    with pytest.raises(SourceError, match=said):
        parse_release(Capture(address="page.html", content=markup))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_the_encoding_is_found_whatever_is_declared(encoding: str) -> None:
    """A Russian page is read in the encoding of its bytes although its sender declares another."""
    markup = page("ostrand-1251.html").content.decode("cp1251").replace("windows-1251", "iso-8859-1")
    release = parse_release(Capture(address="page.html", content=markup.encode(encoding), charset="iso-8859-1"))
    assert release.title == "Встреча с министром торговли Арвении"


def test_a_declared_language_that_the_letters_contradict_does_not_count() -> None:
    """A template that says `en` on a Russian page is overruled by the page's letters, with a note."""
    markup = page("ostrand-1251.html").content.decode("cp1251").replace('lang="ru"', 'lang="en"')
    release = parse_release(Capture(address="page.html", content=markup.encode()))
    assert release.language == "ru"
    assert any("declared to be in “en”" in note for note in release.notes)


def test_dates_that_only_people_can_read_are_not_guessed() -> None:
    """A page with a date in figures and none for machines has no date of issue, and says so."""
    markup = (
        "<article><h1>Talks in Tarsk</h1><p>05.03.2031</p><p>The sides met in Tarsk and spoke of trade.</p></article>"
    )
    release = parse_release(Capture(address="page.html", content=markup.encode()), publishers=NO_ROWS)
    assert release.issued is None
    assert any("no date of issue" in note for note in release.notes)


def test_times_of_neighbours_do_not_date_a_page() -> None:
    """Several times that disagree, as of pictures and linked pages, leave the date open."""
    times = '<time datetime="2031-01-01"></time><time datetime="2031-01-02"></time>'
    markup = f"<article><h1>Talks in Tarsk</h1>{times}<p>The sides met in Tarsk and spoke of trade.</p></article>"
    assert parse_release(Capture(address="page.html", content=markup.encode())).issued is None


@settings(max_examples=60)
@given(
    st.text(max_size=300),
    st.sampled_from(["<p>", "<div><p>", "<h1>", "<script>", "<a href=x>", "<!--", "&#x;", "<table>"]),
)
def test_any_markup_gives_a_release_or_a_clear_error(words: str, tag: str) -> None:
    """Whatever stands in a page, parsing ends in a release with words or in an error of the project's own."""
    content = f"<html><body>{tag}{words}</body></html>".encode("utf-8", "surrogatepass")
    try:
        release = parse_release(Capture(address="page.html", content=content))
    except SourceError:
        return
    assert release.text.strip() or release.title.strip()
