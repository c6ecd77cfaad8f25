"""The table of publishers: what ships, what users add, what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import ReferenceTableError
from communique.sources import load_publishers
from communique.sources.page_rows import _compiled
from communique.sources.publishers import PageTemplate, parse_publishers
from unit.sources.making import PAGES

SHIPPED = load_publishers()


@pytest.mark.parametrize(
    ("address", "issuer", "language"),
    [
        ("http://en.kremlin.ru/events/president/news/1", "ru-president", "en"),
        ("http://kremlin.ru/events/president/news/1", "ru-president", "ru"),
        ("http://www.kremlin.ru/events/president/news/1", "ru-president", "ru"),
        ("https://www.akorda.kz/en/talks", "kz-president", "en"),
        ("https://akorda.kz/kz/kezdesu", "kz-president", "kk"),
        ("https://www.akorda.kz/ru/vstrecha", "kz-president", "ru"),
        ("https://bidenwhitehouse.archives.gov/briefing-room/2021/12/07/readout/", "us-president", "en"),
        ("https://trumpwhitehouse.archives.gov/briefings-statements/readout/", "us-president", "en"),
        ("https://obamawhitehouse.archives.gov/the-press-office/2014/03/06/readout", "us-president", "en"),
        ("https://www.whitehouse.gov/briefings-statements/2025/02/readout/", "us-president", "en"),
        ("https://2017-2021.state.gov/readout/", "us-state", "en"),
        ("https://www.president.gov.ua/en/news/talks-71805", "ua-president", "en"),
        ("https://www.president.gov.ua/news/rozmova-71805", "ua-president", "uk"),
        ("https://www.elysee.fr/en/emmanuel-macron/2022/02/08/statement", "fr-president", "en"),
        ("https://www.elysee.fr/emmanuel-macron/2022/02/08/declaration", "fr-president", "fr"),
        ("https://www.gov.uk/government/news/pm-call", "gb-government", "en"),
        ("https://www.consilium.europa.eu/fr/press/press-releases/2022/02/24/x/", "eu-council", "fr"),
        ("https://www.fmprc.gov.cn/mfa_eng/zxxx_662805/t1.html", "cn-foreign", "en"),
        ("https://www.mfa.gov.cn/web/zyxw/t1.shtml", "cn-foreign", "zh"),
        ("https://www.mea.gov.in/press-releases.htm?dtl/35000/talks", "in-foreign", "en"),
    ],
)
def test_an_address_has_its_publisher_and_language(address: str, issuer: str, language: str) -> None:
    """The host names the office, and host or path the language of the edition."""
    row = SHIPPED.find(address)
    assert row is not None
    assert (row.issuer, row.language_of(address)) == (issuer, language)


@pytest.mark.parametrize(
    "address", ["https://notkremlin.ru/1", "https://kremlin.ru.example/1", "talks.html", "", "https:///x"]
)
def test_other_addresses_have_none(address: str) -> None:
    """A host that only looks alike is not the publisher's."""
    assert SHIPPED.find(address) is None


def test_only_what_was_held_against_pages_is_verified() -> None:
    """Of the rows that ship, the English Kremlin alone bears a date."""
    assert [row.hosts[0] for row in SHIPPED.rows if row.verified] == ["en.kremlin.ru"]


@pytest.mark.parametrize("row", SHIPPED.rows, ids=lambda row: row.hosts[0])
def test_a_row_is_whole(row: object) -> None:
    """Each row has a zone, a template with title, date and body, and expressions that compile."""
    template = getattr(row, "template", None)
    assert isinstance(template, PageTemplate)
    assert getattr(row, "zone", None) is not None
    assert template.title
    assert template.body
    for field in ("title", "date", "clock", "place", "lead", "body", "tags", "editions", "remove"):
        for path in getattr(template, field):
            assert _compiled(path) is not None


def test_a_users_row_goes_before_the_shipped_one() -> None:
    """Where a user describes a host that ships, the user's row counts; the others stay."""
    own = parse_publishers('[[publisher]]\nissuer = "xa-president"\nhosts = ["gov.uk"]\n', source="own.toml")
    joined = SHIPPED.joined(own)
    row, other = joined.find("https://www.gov.uk/x"), joined.find("http://kremlin.ru/1")
    assert row is not None
    assert other is not None
    assert (row.issuer, other.issuer) == ("xa-president", "ru-president")


def test_a_users_file_is_joined_to_the_shipped_table() -> None:
    """A file of one's own adds its rows, and may use the shipped templates by name."""
    table = load_publishers(PAGES / "velmark-publishers.toml")
    row = table.find("http://press.velmark.example/events/news/771")
    assert row is not None
    assert row.identifier_of("http://press.velmark.example/events/news/771") == "xv-prime-minister:771"
    assert len(table.rows) == len(SHIPPED.rows) + 1


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("[[publisher]]\nissuer = 'xa'\n", "a list `hosts`"),
        ("[[publisher]]\nissuer = 'xa'\nhosts = 'xa.example'\n", "a list `hosts`"),
        ("[[publisher]]\nissuer = 'xa'\nhosts = ['xa.example']\nzone = 'Arvenia/Tarsk'\n", "a time zone"),
        ("[[publisher]]\nissuer = 'xa'\nhosts = ['xa.example']\ncolour = 'red'\n", "got colour"),
        ("[[publisher]]\nissuer = 'xa'\nhosts = ['xa.example']\nidentifier = '('\n", "a regular expression"),
        ("[[publisher]]\nissuer = 'xa'\nhosts = ['xa.example']\ntemplate = 'none'\n", "a template of the table"),
        ("[template.x]\ntitel = ['//h1']\n", "got titel"),
        ("publisher = [", "TOML"),
    ],
)
def test_a_table_that_does_not_fit_is_refused_with_its_place(table: str, said: str) -> None:
    """An error names the file, the row and what is wrong with it."""
    with pytest.raises(ReferenceTableError, match=said):
        parse_publishers(table, source="own.toml")


def test_a_table_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A path without a file names itself."""
    with pytest.raises(ReferenceTableError, match=r"own\.toml"):
        load_publishers(tmp_path / "own.toml")


def test_an_expression_that_is_no_xpath_is_an_error() -> None:
    """A slip in a template is told when the template is used."""
    with pytest.raises(ReferenceTableError, match="XPath"):
        _compiled("//h1[")
