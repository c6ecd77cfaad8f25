"""Sources by whatever name, with a fetcher and a standard input that are named fakes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from communique.adapters.intake import Intake
from communique.errors import CommuniqueError, FetchError, SourceError
from communique.model import Capture, Release
from communique.sources import SetAside, load_publishers

TALKS = b"Talks in Tarsk\n\nIlmar Vesk met with Adela Korin at the Linden Palace."
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://president.example/</link>
<item><title>Talks in Tarsk</title><link>https://president.example/1</link><description>Ilmar Vesk met with Adela
Korin.</description></item>
<item><title>Return to Sund</title><link>https://president.example/gone</link><description>Adela Korin left Tarsk.
</description></item></channel></rss>"""


@dataclass(frozen=True, kw_only=True)
class Web:
    """A web of two addresses; any other one is not there."""

    pages: tuple[tuple[str, bytes], ...] = (
        ("https://president.example/1", TALKS),
        ("https://president.example/feed", FEED),
    )

    def fetch(self, address: str) -> Capture:
        """Give the page at an address."""
        if address not in dict(self.pages):
            raise FetchError(wanted=f"the page at {address}", got="the answer 404")
        return Capture(address=address, content=dict(self.pages)[address])


def intake(*, stdin: bytes = b"", follow: bool = False, language: str | None = None) -> Intake:
    """Give an intake with the fakes behind it."""
    return Intake(
        publishers=load_publishers(), fetch=Web().fetch, stdin=lambda: stdin, follow=follow, language=language
    )


def told(found: Intake, source: str) -> list[str]:
    """Say what came out: titles, and a minus before what was set aside."""
    return [f"-{item.source}" if isinstance(item, SetAside) else item.title for item in found(source)]


@pytest.mark.parametrize(
    ("source", "follow", "wanted"),
    [
        ("https://president.example/1", False, ["Talks in Tarsk"]),
        ("https://president.example/feed", False, ["Talks in Tarsk", "Return to Sund"]),
        ("https://president.example/feed", True, ["Talks in Tarsk", "-https://president.example/gone"]),
        ("-", False, ["From a pipe"]),
    ],
)
def test_addresses_feeds_and_standard_input_are_read(source: str, wanted: list[str], *, follow: bool) -> None:
    """A feed gives its entries, or with ``follow`` the pages behind them; a page that is gone stops nothing."""
    assert told(intake(stdin=b"From a pipe\n\nThe sides met in Tarsk.", follow=follow), source) == wanted


def test_one_file_of_many_is_set_aside_where_it_stands(tmp_path: Path) -> None:
    """A folder is read in the order of its paths, and what is none of the known kinds is passed over."""
    for name, content in {"a.txt": TALKS, "b.html": b"", "c.txt": TALKS, "d.bin": b"\0"}.items():
        (tmp_path / name).write_bytes(content)
    assert told(intake(), str(tmp_path)) == ["Talks in Tarsk", f"-{tmp_path / 'b.html'}", "Talks in Tarsk"]


@pytest.mark.parametrize("source", ["empty.html", "missing.html", "https://president.example/gone", "ftp://x/y"])
def test_a_source_that_is_bad_as_a_whole_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """Nothing was asked for beside it, so there is nothing to go on with."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.html").touch()
    with pytest.raises((SourceError, FetchError)):
        list(intake()(source))


def test_the_language_counts_where_the_source_tells_none() -> None:
    """What the user says is taken for a plain text, which cannot say it itself."""
    found = list(intake(stdin=TALKS, language="en")("-"))
    assert [item.language for item in found if isinstance(item, Release)] == ["en"]


def test_one_record_is_found_by_its_identifier(tmp_path: Path) -> None:
    """The others are not read, and an identifier that is not there is an error that names some that are."""
    path = tmp_path / "releases.jsonl"
    path.write_text('{"id": "xa:1", "title": "One"}\nbroken\n{"id": "xa:2", "title": "Two"}\n', encoding="utf-8")
    assert told(intake(), f"{path}#xa:2") == ["Two"]
    with pytest.raises(CommuniqueError, match="xa:1"):
        list(intake()(f"{path}#xa:9"))
