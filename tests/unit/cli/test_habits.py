"""``communique habits``, over a corpus that counts entries made by hand; issuers and sides are invented."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

import pytest
from typer.testing import CliRunner, Result

import communique.wiring.precedents  # noqa: F401 - or it would be loaded, and keep the fake, while that is in place
from communique.cli.app import app
from communique.cli.exits import Exit
from communique.corpus.port import IssuerStatus, Status
from communique.model import Kind
from communique.reference import fictional_folder
from unit.precedent.counted import CountedEntries
from unit.precedent.entries import make_entry

ENTRIES = (
    *(make_entry(n, "venue.named", "thanks.stated") for n in range(12)),
    *(make_entry(n, absent=("venue.named",), counterparts=("XT",)) for n in range(12, 40)),
    *(make_entry(n, "venue.named", kind=Kind.MEETING) for n in range(40, 50)),
)


class Fake(CountedEntries):
    """Entries with a status: one issuer, in English unless told otherwise."""

    languages: tuple[str, ...] = ("en",)

    def status(self, *, version: str = "") -> Status:
        """Name the one issuer in its languages."""
        del version
        issuers = tuple(
            IssuerStatus(
                issuer="xa-president", language=code, releases=50, first=None, last=None, months=MappingProxyType({})
            )
            for code in self.languages
        )
        return Status(
            location="here",
            releases=50,
            superseded=0,
            stale=0,
            undated=0,
            set_aside=0,
            size=0,
            issuers=issuers,
        )


@pytest.fixture
def held() -> Fake:
    """Give the corpus that the command is to ask."""
    return Fake(ENTRIES)


@pytest.fixture(autouse=True)
def at_hand(monkeypatch: pytest.MonkeyPatch, held: Fake) -> None:
    """Let the command find it."""

    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[Fake]:
        yield held

    monkeypatch.setattr("communique.wiring.corpora.open_corpus", opened)
    monkeypatch.setenv("COLUMNS", "80")


def habits(*arguments: str | Path) -> Result:
    """Run the command as a user types it, with the tables of the fictional states."""
    return CliRunner().invoke(app, ["habits", *map(str, arguments), "--tables", str(fictional_folder())])


def counts(*arguments: str) -> dict[str, tuple[int, int]]:
    """Give N and M of each feature as the command's JSON has them."""
    shown = json.loads(habits(*arguments, "--format", "json").stdout)
    return {item["feature"]: (item["rate"]["seen"], item["rate"]["among"]) for item in shown["habits"]}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--kind", "call", "--with", "XV"], {"venue.named": (12, 12), "thanks.stated": (12, 12)}),
        (["--kind", "call", "--with", "velmark"], {"venue.named": (12, 12), "thanks.stated": (12, 12)}),
        (["--kind", "call"], {"venue.named": (12, 40), "thanks.stated": (12, 12)}),
        ([], {"venue.named": (22, 50), "thanks.stated": (12, 12)}),
        (["--kind", "call", "--as-of", "2015-01-14"], {"venue.named": (9, 9), "thanks.stated": (9, 9)}),
        (["--kind", "call", "--with", "XO"], {}),
    ],
)
def test_the_class_is_what_the_options_say(arguments: list[str], expected: dict[str, tuple[int, int]]) -> None:
    """Kind, counterpart by code or name, and the day up to which precedents count."""
    if expected:
        assert counts("xa-president", *arguments) == expected
    else:
        assert habits("xa-president", *arguments).exit_code == Exit.NOTHING


@pytest.mark.parametrize(
    ("form", "mark"), [("terminal", "VENUE\n  the name of the building"), ("markdown", "## Venue\n"), ("json", "{")]
)
def test_the_table_takes_the_form_asked_for(form: str, mark: str) -> None:
    """Terminal, Markdown or JSON, on standard output."""
    assert mark in habits("xa-president", "--kind", "call", "--format", form).stdout


def test_the_title_names_the_class_in_words() -> None:
    """Issuer and counterpart as the tables name them, and the years."""
    first, *_ = habits("xa-president", "--kind", "call", "--with", "XV").stdout.splitlines()
    assert first == "Calls of the President of Arvenia with Velmark, 2015"


def test_an_issuer_that_is_not_held_is_told_with_those_that_are() -> None:
    """A slip in a code is found at once."""
    result = habits("xa-presiden", "--kind", "call")
    assert result.exit_code == Exit.NOTHING
    assert result.stderr == "communique: expected calls of xa-presiden, got none (the corpus holds xa-president (en))\n"


def test_a_counterpart_that_is_not_held_is_told_with_what_is() -> None:
    """A slip in a name is no slip in the issuer's code."""
    result = habits("xa-president", "--with", "Atlantis")
    assert result.exit_code == Exit.NOTHING
    assert re.search(r"with Atlantis, got none among the \d+ releases? of xa-president", result.stderr)


@pytest.mark.parametrize(("languages", "asked"), [(("ru",), "ru"), (("kk", "ru"), "en")])
def test_the_only_other_language_is_taken(held: Fake, languages: tuple[str, ...], asked: str) -> None:
    """Whoever holds one edition of an issuer need not name its language; of two, none is preferred."""
    held.counted = ()
    held.languages = languages
    result = habits("xa-president", "--kind", "call")
    assert ("(Russian texts)" in result.stderr) == (asked == "ru")


@pytest.mark.parametrize(("name", "mark"), [("calls.svg", b"<?xml"), ("calls.png", b"\x89PNG")])
def test_the_habits_can_be_drawn(tmp_path: Path, name: str, mark: bytes) -> None:
    """Beside the table, in the form that the name's ending says."""
    result = habits("xa-president", "--kind", "call", "--plot", tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(mark)
    assert result.exit_code == Exit.READ
