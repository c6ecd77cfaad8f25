"""The saved pages and the whole corpus beside the project: title, date, place and full body of each, nothing lost."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from communique.model import Capture, Release
from communique.sources import SetAside, parse_release, parse_releases
from communique.text.furniture import is_furniture

SHARED = Path(__file__).parents[3] / "shared"
PAGES = SHARED / "pages" / "kremlin-en"
CORPUS = SHARED / "corpus"
WORD = re.compile(r"\w+")
ORDINAL = re.compile(r"(?<=\d) (?=(?:st|nd|rd|th)\b)")
OFFICE_ZONE = ZoneInfo("Europe/Moscow")
ENGLISH = {"ru-president.en.jsonl.gz": 5899, "us-president.en.jsonl.gz": 4188, "ua-president.en.jsonl.gz": 245}
RUSSIAN = {"ru-president.ru.jsonl.gz": 161}
STATUS = ("Publication status", "Direct link", "Text version", "Published in section", "See also", "Share", "Press Esc")

pytestmark = pytest.mark.shared


class Record(NamedTuple):
    """What the corpus has of a page."""

    title: str
    issued: str
    place: str | None
    url: str
    text: str


@cache
def records() -> dict[str, Record]:
    """Load the records of the saved pages, by the number of the page."""
    wanted = {path.stem for path in PAGES.glob("*.html")}
    found = {}
    with gzip.open(CORPUS / "ru-president.en.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            number = record["id"].partition(":")[2]
            if number in wanted:
                found[number] = Record(**{key: record[key] for key in Record._fields})
    return found


@cache
def release_of(path: Path) -> Release:
    """Parse a saved page."""
    return parse_release(Capture(address=str(path), content=path.read_bytes()))


def numbered(path: Path) -> str:
    """Give a page as a reader of the test's output wants it."""
    return path.stem


pages = pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=numbered)


def words_of(text: str) -> Counter[str]:
    """Count the words of a text; the corpus sets ordinals apart ("21 st"), the pages do not."""
    return Counter(WORD.findall(ORDINAL.sub("", text)))


def test_there_are_fifty_pages() -> None:
    """Every page has its record, and there are as many as were promised."""
    assert len(records()) == len(list(PAGES.glob("*.html"))) == 50


@pages
def test_title_place_and_address(path: Path) -> None:
    """Title, place line and address are those of the record, letter for letter."""
    release, record = release_of(path), records()[path.stem]
    assert (release.title, release.place, release.address) == (record.title, record.place, record.url)
    assert release.identifier == f"ru-president:{path.stem}"


@pages
def test_the_date_is_the_printed_wall_time(path: Path) -> None:
    """The wall time is that of the record; the zone is the office's own on that day (the record has +03 all year)."""
    release, record = release_of(path), records()[path.stem]
    assert release.issued is not None
    assert release.issued.replace(tzinfo=None) == datetime.fromisoformat(record.issued).replace(tzinfo=None)
    assert release.issued.utcoffset() == release.issued.replace(tzinfo=OFFICE_ZONE).utcoffset()


@pages
def test_the_body_is_whole(path: Path) -> None:
    """The words of the body are exactly those of the record, as many times each."""
    release, record = release_of(path), records()[path.stem]
    missing, added = words_of(record.text) - words_of(release.text), words_of(release.text) - words_of(record.text)
    assert (dict(missing), dict(added)) == ({}, {})


@pages
def test_the_body_is_clean(path: Path) -> None:
    """No line is furniture, no status line got in, and no line is broken inside a sentence."""
    lines = release_of(path).text.split("\n")
    assert [line for line in lines if is_furniture(line) or line.startswith(STATUS)] == []
    assert [line for line in lines if line[:1].islower()] == []


@pages
def test_the_row_fits(path: Path) -> None:
    """The verified row reads every page: the only note is on the address, and terms and language are known."""
    release = release_of(path)
    assert (release.language, release.issuer, release.licence) == ("en", "ru-president", "CC BY 4.0, kremlin.ru")
    assert len(release.notes) == 1


@pytest.mark.slow
@pytest.mark.parametrize(("name", "count"), (ENGLISH | RUSSIAN).items())
def test_the_corpus_streams_without_loss(name: str, count: int) -> None:
    """Every record comes out as a release, none set aside, each text to the letter."""
    path = CORPUS / name
    found = parse_releases(Capture(address=str(path), content=path.read_bytes()))
    aside = 0
    whole = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for outcome, line in zip(found, lines, strict=True):
            aside += isinstance(outcome, SetAside)
            whole += isinstance(outcome, Release) and outcome.text == json.loads(line)["text"]
    assert (whole, aside) == (count, 0)
