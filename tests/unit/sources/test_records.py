"""JSON Lines: exact texts, bad records set aside, selection, gzip and its bombs."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources import SetAside, find_record, parse_release, parse_releases
from unit.sources.making import page


def outcomes(content: bytes, name: str | None = None) -> list[Release | SetAside]:
    """Parse some bytes as a file of records."""
    return list(parse_releases(Capture(address="releases.jsonl", content=content), name=name))


def line(**record: object) -> bytes:
    """Give one record as a line."""
    return json.dumps({"title": "Talks in Tarsk", "text": "The sides met."} | record).encode() + b"\n"


def test_bad_records_are_set_aside_in_their_place() -> None:
    """Five records, three of them bad: nothing is lost, and each bad one names its line and its fault."""
    found = outcomes(page("records.jsonl").content)
    assert [type(outcome).__name__ for outcome in found] == ["Release", "SetAside", "SetAside", "SetAside", "Release"]
    aside = [outcome for outcome in found if isinstance(outcome, SetAside)]
    assert [outcome.source.rpartition(" ")[2] for outcome in aside] == ["2", "3", "5"]
    assert ["broken JSON" in aside[0].reason, "JSON list" in aside[1].reason, "empty ones" in aside[2].reason] == [
        True
    ] * 3


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_the_text_of_a_record_is_kept_to_the_letter(words: str) -> None:
    """Whatever characters a record's text holds, the release holds the same, so that spans count alike."""
    assert parse_release(Capture(address="a.jsonl", content=line(text=words).strip())).text == words


def test_what_a_record_says_is_taken_over() -> None:
    """Identifier, address, issuer, place, licence and date come from the record; the hash is that of its line."""
    content = line(id="xa-president:9", url="https://x.example/9", issuer="xa-president", language="en", place="Tarsk")
    release = parse_release(Capture(address="a.jsonl", content=content))
    assert (release.identifier, release.address, release.issuer) == (
        "xa-president:9",
        "https://x.example/9",
        "xa-president",
    )
    assert (release.place, release.language) == ("Tarsk", "en")
    assert release.digest == Capture(address="", content=content.strip()).digest


@pytest.mark.parametrize(
    ("issued", "issuer", "read", "noted"),
    [
        ("2021-07-01T10:00:00+03:00", "ru-president", "2021-07-01T10:00:00+03:00", False),
        ("2021-07-01T10:00:00Z", "ru-president", "2021-07-01T10:00:00", True),
        ("2005-07-01T10:00:00+03:00", "ru-president", "2005-07-01T10:00:00", True),
        ("2031-07-01T10:00:00Z", "xa-president", "2031-07-01T10:00:00+00:00", False),
        ("2031-07-01", "xa-president", "2031-07-01T00:00:00", False),
        ("05.03.2031", "xa-president", None, True),
        ("", "xa-president", None, True),
    ],
)
def test_dates_of_records(issued: str, issuer: str, read: str | None, noted: bool) -> None:  # noqa: FBT001 - a column
    """A stamp that cannot be the office's own time loses its zone and keeps its wall time; figures are not guessed."""
    release = parse_release(Capture(address="a.jsonl", content=line(issued=issued, issuer=issuer, language="en")))
    assert (release.issued.isoformat() if release.issued else None) == read
    assert bool(release.notes) == noted


def test_a_record_of_the_future_is_set_aside() -> None:
    """A date of issue after the day of capture sets the record aside, and no other."""
    content = line(issued="2031-05-01") + line(issued="2031-04-01")
    capture = Capture(address="a.jsonl", content=content, captured=datetime(2031, 4, 2, tzinfo=UTC))
    first, second = parse_releases(capture)
    assert isinstance(first, SetAside)
    assert "in the future" in first.reason
    assert isinstance(second, Release)


def test_one_record_is_chosen_by_its_identifier() -> None:
    """The name asks for one record; a name that none has is an error naming some that there are."""
    content = line(id="xa:1") + line(id="xa:2", title="The second")
    assert [release.title for release in outcomes(content, name="xa:2") if isinstance(release, Release)] == [
        "The second"
    ]
    with pytest.raises(SourceError, match="xa:1, xa:2"):
        outcomes(content, name="xa:3")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("whole", [b"[%s]", b"[\n%s\n]"])
def test_a_json_document_is_read_too(whole: bytes, packed: bool) -> None:  # noqa: FBT001 - a column
    """A list of records in one document gives them all, packed or not."""
    content = whole % b",\n".join((line(id="xa:1").strip(), line(id="xa:2").strip()))
    found = outcomes(gzip.compress(content) if packed else content)
    assert [release.identifier for release in found if isinstance(release, Release)] == ["xa:1", "xa:2"]


def test_packed_records_are_read_as_they_come() -> None:
    """The first record of a packed file is there before the damaged rest is looked at."""
    content = gzip.compress(b"".join(line(id=f"xa:{number}") for number in range(20_000)), compresslevel=1)
    found = parse_releases(Capture(address="a.jsonl.gz", content=content[: len(content) // 2]))
    first = next(found)
    assert isinstance(first, Release)
    assert first.identifier == "xa:0"
    with pytest.raises(SourceError, match="breaks off"):
        list(found)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (gzip.compress(gzip.compress(b"Talks were held.", mtime=0), mtime=0), "a gzip file inside a gzip file"),
        (gzip.compress(b"a" * 50_000_000, mtime=0), "unpacks to more than"),
        (gzip.compress(b'{"text": "' + b"a" * 60_000_000 + b'"}', mtime=0), "unpacks to more than"),
        (b"\x1f\x8bgarbage of some length", "a damaged one"),
        (gzip.compress(b"", mtime=0), "an empty source"),
    ],
)
def test_packed_bombs_and_nests_are_refused(content: bytes, said: str) -> None:
    """Gzip in gzip, gzip that bursts, damaged and empty gzip are clear errors."""
    with pytest.raises(SourceError, match=said):
        outcomes(content)


def test_a_line_too_long_to_be_a_record_is_set_aside() -> None:
    """A record of more than 8 MB is set aside without harm to the next."""
    found = outcomes(line(text="a" * 9_000_000) + line(id="xa:2"))
    assert isinstance(found[0], SetAside)
    assert isinstance(found[1], Release)


def test_find_record_reads_no_further_than_it_must() -> None:
    """The line with the identifier is found although a line after it is no JSON."""
    lines = iter([line(id="xa:1"), line(id="xa:2"), b"{broken"])
    assert json.loads(find_record(lines, "xa:2"))["id"] == "xa:2"
    assert next(lines) == b"{broken"


def test_nested_brackets_do_not_exhaust_the_stack() -> None:
    """A line of ten thousand brackets is broken JSON, no crash."""
    found = outcomes(line(id="xa:1") + b'{"text": ' + b"[" * 100_000 + b"\n")
    assert isinstance(found[1], SetAside)
