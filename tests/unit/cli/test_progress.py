"""The bar on standard error: only where somebody looks, and never in the way of what passes."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import pytest

from communique.cli.progress import FEW, count_ahead, with_progress


def let_it_be_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let standard error seem to be a terminal."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")


@pytest.mark.parametrize("wanted", [True, False])
@pytest.mark.parametrize("things", [0, 1, FEW, FEW + 1, 40])
def test_everything_passes_in_order(monkeypatch: pytest.MonkeyPatch, things: int, *, wanted: bool) -> None:
    """With a bar or without, what goes in comes out."""
    let_it_be_a_terminal(monkeypatch)
    assert list(with_progress(range(things), total=lambda: None, wanted=wanted)) == list(range(things))


@pytest.mark.parametrize(("things", "wanted", "shown"), [(FEW, True, False), (FEW + 1, True, True), (40, False, False)])
def test_a_bar_is_for_more_than_a_few(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], things: int, *, wanted: bool, shown: bool
) -> None:
    """A handful is read before a bar could be seen."""
    let_it_be_a_terminal(monkeypatch)
    list(with_progress(range(things), total=lambda: things, wanted=wanted))
    said = capsys.readouterr()
    assert ("reading" in said.err, said.out) == (shown, "")


def test_there_is_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    """Standard error that goes to a file stays clean."""
    list(with_progress(range(40), total=lambda: 40, wanted=True))
    assert capsys.readouterr().err == ""


def test_releases_are_counted_before_they_are_read(tmp_path: Path) -> None:
    """Lines of JSON Lines, plain or packed, and files of a folder; an address makes the number unknown."""
    (tmp_path / "a.html").touch()
    (tmp_path / "b.jsonl").write_text("{}\n\n{}\n", encoding="utf-8")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt") as lines:
        lines.write("{}\n{}\n{}")
    assert count_ahead([str(tmp_path / "b.jsonl")]) == 2
    assert count_ahead([str(tmp_path)]) == 6
    assert count_ahead([str(tmp_path), "https://president.example/feed"]) is None


def test_batches_count_as_the_releases_in_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The bar of batches is there from the start, and grows where more come than were foreseen."""
    let_it_be_a_terminal(monkeypatch)
    monkeypatch.setenv("COLUMNS", "100")
    batches = [64, 64, 8]
    assert list(with_progress(batches, total=lambda: 100, wanted=True, weigh=lambda batch: batch)) == batches
    assert "136/136" in capsys.readouterr().err
