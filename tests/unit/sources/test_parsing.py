"""Every kind of source by the evidence of its bytes: text, Markdown, PDF, DOCX, feeds, and what is refused."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources import SetAside, SourceFormat, detect_format, find_feed_links, parse_release, parse_releases
from unit.sources.making import page, pdf, text, word_file

LINES = ("President Ilmar Vesk held talks with Adela Korin at the Linden Palace in the", "afternoon.", "They agreed.")
BROKEN = (
    "Experts of both states will meet in the Linden Palace to prepare the minis-",
    "terial round with Jan-",
    "Erik Holt.",
)


def zipped(**files: bytes) -> bytes:
    """Make a ZIP archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"<!DOCTYPE html><html><p>Talks", SourceFormat.HTML),
        ("a.html", b"Talks in Tarsk\n\nThe sides met.", SourceFormat.TEXT),
        ("a.txt", b"---\ntitle: Talks\n---\nThe sides met.", SourceFormat.MARKDOWN),
        ("a.md", b"The sides met.", SourceFormat.MARKDOWN),
        ("a", b'{"title": "Talks"}\n{"title": "Call"}', SourceFormat.RECORDS),
        ("a", b'\xef\xbb\xbf{"title": "Talks"}', SourceFormat.RECORDS),
        ("a", b"{A note to editors} Talks were held.", SourceFormat.TEXT),
        ("a.html", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", SourceFormat.FEED),
        ("a", b"<feed xmlns='http://www.w3.org/2005/Atom'/>", SourceFormat.FEED),
        ("a", b"<?xml version='1.0'?><!DOCTYPE html><html><body>Talks", SourceFormat.HTML),
        ("a", b"\n\n<div>Talks</div>", SourceFormat.HTML),
        ("a", b"Menu <div><p>Talks</p><a href='x'>more</a></div>", SourceFormat.HTML),
        ("a.txt", pdf([LINES]), SourceFormat.PDF),
        ("a.zip", word_file("Talks", LINES), SourceFormat.DOCX),
        ("a", "Talks in Tarsk".encode("utf-16"), SourceFormat.TEXT),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_bytes(name: str, content: bytes, kind: SourceFormat) -> None:
    """First bytes and structure decide; the suffix of the name is at most a hint."""
    assert detect_format(Capture(address=name, content=content)) is kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty source"),
        (b" \n\t ", "an empty source"),
        (zipped(a=b"Talks were held."), "a ZIP archive where a release should be"),
        (bz2.compress(b"Talks"), "bzip2"),
        (lzma.compress(b"Talks"), "an xz archive"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(40), "a 7-Zip archive"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Office file"),
        (b"{\\rtf1 Talks}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "an image"),
        (b"\x7fELF" + bytes(40), "a program"),
        (bytes(range(256)) * 20, "a binary file of an unknown kind"),
        (b"<?xml version='1.0'?><note><to>Tarsk</to></note>", "XML that is neither a page nor a feed"),
        (b"word " * 8_500_000, "at most 40 MB"),
        (b"%PDF-1.7 and nothing else", "a readable PDF"),
        (b"Talks \xff\xfe\x81\x90" * 20, "text in a known encoding"),
    ],
)
def test_what_is_no_release_is_refused_by_name(content: bytes, said: str) -> None:
    """Each kind of wrong source has an error that says what it is."""
    with pytest.raises(SourceError, match=said):
        list(parse_releases(Capture(address="source", content=content)))


@given(st.binary(max_size=400))
def test_any_bytes_give_releases_or_a_clear_error(content: bytes) -> None:
    """Whatever the bytes, parsing ends in releases, in records set aside, or in an error of the project's own."""
    try:
        found = list(parse_releases(Capture(address="source", content=content)))
    except SourceError:
        return
    assert all(isinstance(outcome, Release | SetAside) for outcome in found)


@pytest.mark.parametrize(
    ("words", "title", "body", "issued"),
    [
        ("Talks in Tarsk\n\nThe sides met.\n", "Talks in Tarsk", "The sides met.", None),
        ("Talks in Tarsk\n5 April 2031\nThe sides met.", "Talks in Tarsk", "The sides met.", datetime(2031, 4, 5)),  # noqa: DTZ001 - wall time
        (
            "Переговоры в Тарске\n5 апреля 2031 года, 12:10\nСтороны встретились.",
            "Переговоры в Тарске",
            "Стороны встретились.",
            datetime(2031, 4, 5, 12, 10),  # noqa: DTZ001 - wall time
        ),
        ("The sides met in Tarsk. They agreed.", "", "The sides met in Tarsk. They agreed.", None),
        (
            "Talks\n\nThe sides met in\nthe palace\nat noon.\n\nThey agreed.",
            "Talks",
            "The sides met in the palace at noon.\nThey agreed.",
            None,
        ),
        ("Talks\r\n\r\nThe sides met.\r\n0 comments\r\n", "Talks", "The sides met.", None),
        ("Talks\n\n05.03.2031\n\nThe sides met.", "Talks", "05.03.2031\nThe sides met.", None),
    ],
)
def test_plain_text(words: str, title: str, body: str, issued: datetime | None) -> None:
    """The first line is the title unless it is a sentence; a date alone on a line near the top is the date of issue."""
    release = parse_release(text(words))
    assert (release.title, release.text, release.issued) == (title, body, issued)


def test_markdown_with_front_matter() -> None:
    """Front matter gives what it states, and the body comes without marks, links by their words."""
    release = parse_release(page("talks.md"))
    assert release.text.split("\n") == [
        "President Ilmar Vesk held talks with President of Tholia Davor Selim in Merano Bay.",
        "Davor Selim: Welcome, Mr President.",
        "fishing quotas",
        "a direct ferry",
    ]
    assert (release.issuer, release.place, release.tags) == ("xa-president", "Merano Bay", ("Tholia", "fisheries"))
    assert release.issued is not None
    assert release.issued.isoformat() == "2031-05-20T13:00:00+02:00"


def test_front_matter_in_toml() -> None:
    """The other fence holds TOML, its dates included."""
    release = parse_release(text('+++\ntitle = "Talks"\ndate = 2031-04-05T10:00:00\n+++\nThe sides met.\n'))
    assert (release.title, release.text) == ("Talks", "The sides met.")
    assert release.issued == datetime(2031, 4, 5, 10, 0)  # noqa: DTZ001 - wall time


@pytest.mark.parametrize("front", ["---\ntitle: Talks\n  nested: x\n---\nText.", "+++\ntitle = \n+++\nText."])
def test_front_matter_of_another_grammar_is_refused(front: str) -> None:
    """What the small grammar does not cover is an error, not a guess."""
    with pytest.raises(SourceError, match=r"front matter|TOML"):
        parse_release(text(front))


def test_a_pdf_is_put_together_across_lines_and_pages() -> None:
    """Lines join to paragraphs, the running head and the page numbers go."""
    pages = [
        ["Press service of Arvenia", "Talks in Tarsk", *LINES, "1"],
        [
            "Press service of Arvenia",
            "The next round will be held in Sund before the summer is over, as was",
            "agreed.",
            "2",
        ],
        ["Press service of Arvenia", "Journalists are welcome.", *BROKEN, "3"],
    ]
    release = parse_release(Capture(address="talks.pdf", content=pdf(pages)))
    assert release.title == "Talks in Tarsk"
    assert release.text.split("\n") == [
        f"{LINES[0]} afternoon.",
        "They agreed.",
        "The next round will be held in Sund before the summer is over, as was agreed.",
        "Journalists are welcome.",
        "Experts of both states will meet in the Linden Palace to prepare the ministerial round with Jan-Erik Holt.",
    ]


def test_a_pdf_without_text_is_a_scan() -> None:
    """A PDF of pictures is refused with the advice to have its text recognised."""
    with pytest.raises(SourceError, match="is it a scan"):
        parse_release(Capture(address="scan.pdf", content=pdf([[], []])))


def test_a_word_document_keeps_its_order() -> None:
    """Title, paragraphs and rows of tables come in the order of the document."""
    content = word_file("Talks in Tarsk", LINES[1:], rows=[("Arvenia", "Ilmar Vesk"), ("Velmark", "Adela Korin")])
    release = parse_release(Capture(address="talks.docx", content=content))
    assert release.title == "Talks in Tarsk"
    assert release.text.split("\n") == ["afternoon.", "They agreed.", "Arvenia Ilmar Vesk", "Velmark Adela Korin"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            zipped(**{"[Content_Types].xml": b"<a/>", "word/document.xml": b"<w>" + b"a" * 60_000_000}),
            "unpack to 57 MB",
        ),
        (zipped(**{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"}), "another Office file"),
        (word_file("Talks", LINES)[:-400], "a damaged one"),
    ],
)
def test_word_documents_made_to_burst_are_refused(content: bytes, said: str) -> None:
    """An archive that bursts, another Office file and a damaged one are told apart before anything is unpacked."""
    with pytest.raises(SourceError, match=said):
        parse_release(Capture(address="talks.docx", content=content))


def test_a_feed_gives_its_entries() -> None:
    """Each entry is a release with its own address; one without words is set aside."""
    found = list(parse_releases(page("arvenia-feed.xml")))
    assert [type(outcome).__name__ for outcome in found] == ["Release", "Release", "SetAside"]
    whole, summary = (outcome for outcome in found if isinstance(outcome, Release))
    assert whole.text.endswith("The call was made at the Tholian side’s initiative.")
    assert whole.issued is not None
    assert summary.issued is None
    assert any("summary only" in note for note in summary.notes)


def test_an_atom_entry_has_its_date_of_publication() -> None:
    """The date is that of publication, not that of the last change."""
    release = parse_release(page("tholia-feed.atom"))
    assert release.issued is not None
    assert (release.issued.isoformat(), release.licence) == ("2031-03-01T09:00:00+01:00", "Free with attribution")


def test_the_links_of_a_feed() -> None:
    """The addresses of all entries are given in order, for the whole releases behind them."""
    links = find_feed_links(page("arvenia-feed.xml"))
    assert [link.rpartition("/")[2] for link in links] == ["4130", "4131", "4132"]


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        (b"<rss><channel><title>x</title></channel></rss>", "a feed with entries"),
        (b"<!DOCTYPE rss [<!ENTITY a 'aa'>]><rss><channel/></rss>", "entities of its own"),
    ],
)
def test_feeds_that_are_refused(markup: bytes, said: str) -> None:
    """A feed without entries, and one that defines entities."""
    with pytest.raises(SourceError, match=said):
        list(parse_releases(Capture(address="feed.xml", content=markup)))


def test_a_packed_page_is_read_like_the_page() -> None:
    """Gzip around any kind of source makes no difference but for the hash, which is that of the bytes captured."""
    bare = page("arvenia-talks.html")
    packed = Capture(address=f"{bare.address}.gz", content=gzip.compress(bare.content))
    assert parse_release(packed).text == parse_release(bare).text
    assert parse_release(packed).digest == packed.digest


def test_a_date_in_the_future_is_refused() -> None:
    """A date after the day of capture is an error that names both."""
    capture = Capture(
        address="a.txt", content=b"Talks\n\n5 April 2031\n\nThe sides met.", captured=datetime(2030, 1, 1, tzinfo=UTC)
    )
    with pytest.raises(SourceError, match=r"01 January 2030.*05 April 2031"):
        parse_release(capture)


def test_the_day_of_issue_may_have_begun_further_east() -> None:
    """A date that is tomorrow here may be today where it was issued."""
    capture = Capture(
        address="a.txt",
        content=b"Talks\n\n5 April 2031\n\nThe sides met.",
        captured=datetime(2031, 4, 4, 20, tzinfo=UTC),
    )
    assert parse_release(capture).captured == capture.captured


def test_exactly_one_release_is_asked_for() -> None:
    """Several releases, and a record that cannot be read, are errors for who asks for one."""
    with pytest.raises(SourceError, match="one release, got several"):
        parse_release(page("arvenia-feed.xml"))
    with pytest.raises(SourceError, match="cannot be read"):
        parse_release(text('{"x": 1}', "a.jsonl"))


@pytest.mark.parametrize("name", ["a.jsonl", "a.NDJSON", "a.json"])
def test_broken_records_are_no_prose(name: str) -> None:
    """A file that promises records and begins with something else is told so, and not read as a text."""
    with pytest.raises(SourceError, match="expected a JSON object"):
        parse_release(text("not json\n", name))


@pytest.mark.parametrize(
    ("words", "repaired"),
    [
        (
            "The guestâ€™s visit, the hostâ€™s word, the dayâ€™s end.",
            "The guest’s visit, the host’s word, the day’s end.",
        ),
        ("The guestâ€™s visit — “long” awaited.", "The guestâ€™s visit — “long” awaited."),
    ],
)
def test_a_wrong_decoding_before_capture_is_repaired_only_where_certain(words: str, repaired: str) -> None:
    """Where every character proves the slip it is undone; where some do not, it is only noted."""
    release = parse_release(text(words))
    assert release.text == repaired
    assert any("wrong" in note for note in release.notes)


def test_name_cards_in_a_pasted_text_are_left_out() -> None:
    """A card glued behind a name goes, and a note says so."""
    pasted = "Talks\n\nPresident of Tholia Davor Selim Selim DavorPresident of the Republic of Tholia : Welcome.\n"
    release = parse_release(text(pasted))
    assert release.text == "President of Tholia Davor Selim: Welcome."
    assert "lines with name cards left out: 1" in release.notes


@pytest.mark.parametrize(
    ("declared", "given_language", "language"),
    [("en", "ru", "en"), (None, "uk", "uk"), (None, None, "ru"), ("ru", None, "ru")],
)
def test_who_decides_on_the_language(declared: str | None, given_language: str | None, language: str) -> None:
    """The source's own word counts first, then the caller's, then the letters."""
    words = (
        "Talks were held between the two sides in the afternoon."
        if declared == "en"
        else "Стороны провели в Тарске переговоры о торговле."
    )
    front = f"---\nlanguage: {declared}\n---\n" if declared else ""
    assert parse_release(text(front + words), language=given_language).language == language
