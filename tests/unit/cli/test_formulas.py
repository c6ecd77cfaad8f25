"""``communique formulas``, over a corpus of a few calls; issuers and sides are invented."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

import communique.wiring.precedents  # noqa: F401 - or it would be loaded, and keep the fake, while that is in place
from communique.cli.exits import Exit
from communique.cli.formulas import formulas
from communique.corpus.port import Selection
from communique.model import Account
from communique.precedent import Coverage
from communique.reference import fictional_folder
from unit.fictional import ISSUED, account_of

TEXT = "Ilmar Vesk had a telephone conversation with Adela Korin. They spoke of ferries."


@cache
def call() -> Account:
    """Give a call of the Arvenian president."""
    return account_of(TEXT, "Telephone conversation with Adela Korin")


@dataclass(slots=True)
class Fake:
    """Calls a week apart; remembers what was asked for."""

    count: int = 20
    asked: Selection | None = None

    def accounts(self, selection: Selection) -> Iterator[Account]:
        """Give the calls, whatever is asked."""
        self.asked = selection
        for number in range(self.count):
            yield replace(call(), release=replace(call().release, issued=_day(number)))
        yield replace(call(), release=replace(call().release, issued=None), event=replace(call().event, date=None))

    def coverage(self, issuer: str, language: str, *_: object) -> Coverage:
        """Give the days of the calls."""
        assert (issuer, language) == ("xa-president", "en")
        return Coverage(days=tuple(_day(number).date() for number in range(self.count)))


def _day(number: int) -> datetime:
    return ISSUED + timedelta(days=7 * number)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Give the corpus that the command is to ask, and let the command find it."""
    fake = Fake()

    @contextmanager
    def opened(*_: object, **__: object) -> Iterator[Fake]:
        yield fake

    monkeypatch.setattr("communique.wiring.corpora.open_corpus", opened)
    return fake


def run(*words: str) -> Result:
    """Run the command with the tables of the fictional states."""
    app = typer.Typer()
    app.command()(formulas)
    tables = ("--tables", str(fictional_folder()))
    return CliRunner().invoke(app, ["--issuer", "xa-president", *tables, *words], env={"COLUMNS": "100"})


def test_phrases_are_told_with_whose_they_are(held: Fake) -> None:
    """The table names the office and the side, and the selection asked for follows from the options."""
    result = run("--with", "Velmark", "--kind", "call")
    assert result.exit_code == Exit.READ
    assert "Stock phrases: calls of the President of Arvenia with Velmark" in result.stdout
    assert "‹name› had a telephone conversation with ‹name›" in result.stdout
    assert "20 records from" in result.stdout
    assert held.asked is not None
    assert (held.asked.counterpart, held.asked.language) == ("XV", "en")


def test_a_plot_is_written_beside(held: Fake, tmp_path: Path) -> None:
    """The image takes the form of its name, and is told."""
    assert held.count
    path = tmp_path / "calls.svg"
    result = run("--plot", str(path))
    assert result.exit_code == Exit.READ
    assert path.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(("words", "status"), [(("--plot", "calls.gif"), 2), (("--most", "0"), 2)])
def test_what_cannot_be_done_is_refused(held: Fake, words: tuple[str, ...], status: int) -> None:
    """A plot of unknown form and an empty list are refused before the corpus is asked."""
    assert run(*words).exit_code == status
    assert held.asked is None


def test_an_empty_selection_is_told(held: Fake) -> None:
    """Where the corpus has no such record, the command says what it looked for."""
    held.count = 0
    result = run("--kind", "visit")
    assert result.exit_code == Exit.NOTHING
    assert "expected visits of the President of Arvenia, got none in this corpus" in result.stderr
