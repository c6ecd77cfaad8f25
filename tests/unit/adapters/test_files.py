"""Files, folders, archives, standard input and selected records, as captures."""

from __future__ import annotations

import gzip
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.adapters.files import load_captures, split_selector
from communique.errors import SourceError
from communique.model import Capture
from communique.sources import SetAside, parse_release

NOW = datetime(2031, 4, 7, 12, 0, tzinfo=UTC)
RECORDS = b'{"id": "xa:1", "text": "One."}\n{"id": "xa:2", "text": "Two."}\n'


def load(source: str | Path, stdin: bytes = b"") -> list[Capture | SetAside]:
    """Load a source at a fixed time."""
    return list(load_captures(str(source), stdin=stdin, now=lambda: NOW))


def addresses(found: list[Capture | SetAside]) -> list[str]:
    """Give the file names of captures."""
    return [capture.address.replace("\\", "/").rpartition("/")[2] for capture in found if isinstance(capture, Capture)]


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("releases.jsonl.gz#xv-prime-minister:103", ("releases.jsonl.gz", "xv-prime-minister:103")),
        ("a/b.jsonl#x#y", ("a/b.jsonl", "x#y")),
        ("releases.ndjson#1", ("releases.ndjson", "1")),
        ("releases.jsonl", ("releases.jsonl", None)),
        ("releases.jsonl#", ("releases.jsonl#", None)),
        ("visit#2.html", ("visit#2.html", None)),
        ("https://host.example/page#part", ("https://host.example/page#part", None)),
        ("-", ("-", None)),
    ],
)
def test_a_selector_is_parted_from_its_path(source: str, parts: tuple[str, str | None]) -> None:
    """Only JSON Lines have records to choose from; elsewhere the sign belongs to the name."""
    assert split_selector(source) == parts


def test_a_file_and_standard_input(tmp_path: Path) -> None:
    """A file comes with its path and the time of reading, standard input with the bytes given."""
    path = tmp_path / "talks.txt"
    path.write_bytes(b"Talks were held.")
    assert load(path) == [Capture(address=str(path), content=b"Talks were held.", captured=NOW)]
    assert load("-", stdin=b"Talks.") == [Capture(address="-", content=b"Talks.", captured=NOW)]


def test_a_folder_comes_in_order_and_only_with_what_is_known(tmp_path: Path) -> None:
    """All files below a folder with known suffixes, by path; hidden ones and others are passed over."""
    for name in ("b.html", "a/c.md", "a/b.jsonl.gz", ".git/x.txt", "photo.jpg", "a/.hidden.txt", "README.MD"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"Talks.")
    assert addresses(load(tmp_path)) == ["README.MD", "b.jsonl.gz", "c.md", "b.html"]


@pytest.mark.parametrize(("source", "said"), [("none.html", "got none there"), ("", "no file of a known kind")])
def test_what_is_not_there(tmp_path: Path, source: str, said: str) -> None:
    """A missing file and a folder without releases are clear errors."""
    with pytest.raises(SourceError, match=said):
        load(tmp_path / source)


@pytest.mark.parametrize("packed", [False, True])
def test_one_record_is_selected(tmp_path: Path, packed: bool) -> None:  # noqa: FBT001 - a column
    """The capture of a selected record is its line alone."""
    path = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    path.write_bytes(gzip.compress(RECORDS) if packed else RECORDS)
    (capture,) = load(f"{path}#xa:2")
    assert isinstance(capture, Capture)
    assert capture.content == RECORDS.splitlines()[1]
    assert capture.address == f"{path}#xa:2"
    assert parse_release(capture).text == "Two."


def test_a_record_that_is_not_there_names_some_that_are(tmp_path: Path) -> None:
    """The error helps to find the right identifier."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(RECORDS)
    with pytest.raises(SourceError, match=r"xa:9.*xa:1, xa:2"):
        load(f"{path}#xa:9")


def test_an_archive_gives_its_files_and_sets_aside_what_cannot_be_read(tmp_path: Path) -> None:
    """Each file of a ZIP archive is a capture; one too large is set aside; an archive in it is refused later."""
    path = tmp_path / "releases.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("b/two.txt", b"Talks in Tarsk were held.")
        archive.writestr("a.html", b"<p>Talks.</p>")
        archive.writestr("large.txt", b"a" * 42_000_000)
        archive.writestr("inner.zip", b"PK\x03\x04")
        archive.writestr("photo.jpg", b"x")
    found = load(path)
    assert addresses(found) == ["a.html", "two.txt", "inner.zip"]
    aside = [outcome for outcome in found if isinstance(outcome, SetAside)]
    assert [outcome.source.rpartition("!")[2] for outcome in aside] == ["/large.txt"]
    inner = next(capture for capture in found if isinstance(capture, Capture) and capture.address.endswith("inner.zip"))
    with pytest.raises(SourceError, match="ZIP archive where a release should be"):
        parse_release(inner)


def test_an_archive_that_is_none_is_refused(tmp_path: Path) -> None:
    """A damaged archive is a clear error."""
    path = tmp_path / "releases.zip"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    with pytest.raises(SourceError, match="a ZIP archive"):
        load(path)


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    """More than 40 MB in one file is an error; the file is not loaded for it."""
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(SourceError, match="at most 40 MB"):
        load(path)


def test_in_a_folder_a_file_too_large_is_set_aside(tmp_path: Path) -> None:
    """One bad file does not stop the others."""
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(50_000_000)
    (tmp_path / "b.txt").write_bytes(b"Talks were held.")
    found = load(tmp_path)
    assert [type(outcome).__name__ for outcome in found] == ["SetAside", "Capture"]
