"""Which files a dossier may name: a dossier may come from anybody, and reads nothing outside its folder unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.corpus.memory import MemoryCorpus
from communique.errors import SourceError
from communique.wiring.dossier_sources import Reach, source_at, source_for
from unit.corpus.desk import make_deposit


def corpus() -> MemoryCorpus:
    """Give a corpus that holds one release, xa-president:1."""
    kept = MemoryCorpus()
    kept.add([make_deposit(1)])
    return kept


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """Give the folder of a dossier with a file, one beside it, links out of it, and what is no regular file."""
    folder = tmp_path / "ferry"
    (folder / "deep").mkdir(parents=True)
    for file in (folder / "talks.html", folder / "deep" / "call.html", tmp_path / "private.txt", tmp_path / "b.jsonl"):
        file.write_text("", encoding="utf-8")
    (folder / "link.html").symlink_to(tmp_path / "private.txt")
    (folder / "a.jsonl").symlink_to(tmp_path / "b.jsonl")
    (folder / "a.jsonl#7").write_text("", encoding="utf-8")
    (folder / "up").symlink_to(tmp_path)
    (folder / "inner.html").symlink_to(folder / "talks.html")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe")
    return folder


@pytest.mark.parametrize("source", ["talks.html", "deep/call.html", "deep/../talks.html", "inner.html", "gone.html"])
def test_files_of_the_folder_are_read(ferry: Path, source: str) -> None:
    """What lies in the folder or below it is named as it is, there or not; absolute names too."""
    assert source_at(source, Reach(folder=ferry)) == str(ferry / source)
    assert source_at(str(ferry / source), Reach(folder=ferry)) == str(ferry / source)


@pytest.mark.parametrize(
    "source",
    [
        "../private.txt",
        "deep/../../private.txt",
        "link.html",
        "up/private.txt",
        "a.jsonl#7",
        "../b.jsonl#7",
        "/etc/passwd",
        "../nothing/there",
        "../a://b.html",
        "a\0b",
    ],
)
def test_files_outside_are_refused_unless_they_are_allowed(ferry: Path, source: str) -> None:
    """Whatever way leads out of the folder, links too, is refused with what to do; the user may allow it."""
    with pytest.raises(SourceError, match="--allow-outside"):
        source_at(source, Reach(folder=ferry))
    if "\0" not in source:
        assert source_at(source, Reach(folder=ferry, outside=True)) == str(ferry / source)


@pytest.mark.parametrize("source", [".", "deep", "up", *(["pipe"] if hasattr(os, "mkfifo") else [])])
def test_only_regular_files_are_read(ferry: Path, source: str) -> None:
    """A folder is no release, and a pipe would never end."""
    with pytest.raises(SourceError, match="a regular file"):
        source_at(source, Reach(folder=ferry, outside=True))


def test_a_record_of_the_store_names_no_file(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has no folder of its own, and a shared desk has many hands."""
    monkeypatch.chdir(ferry)
    with pytest.raises(SourceError, match="a record of the store has no folder"):
        source_at("talks.html", Reach(folder=Path(), stored=True))
    assert source_at("talks.html", Reach(folder=Path(), stored=True, outside=True)) == "talks.html"


def test_no_dossier_asks_for_standard_input(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash is a file of that name."""
    monkeypatch.chdir(ferry)
    assert source_at("-", Reach(folder=Path())) == os.path.join(os.curdir, "-")  # noqa: PTH118 - the dot must stay


def test_a_name_of_the_corpus_is_never_a_file(ferry: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the corpus does not have is told, and not looked for as a file that has the same beginning."""
    monkeypatch.chdir(ferry)
    Path("corpus:").mkdir()
    for asked in (None, corpus()):
        with pytest.raises(SourceError, match=r"the release /\.\./talks\.html of a corpus"):
            source_at("corpus:/../talks.html", Reach(folder=ferry), asked)
    assert source_at("corpus:xa-president:1", Reach(folder=ferry), corpus()) == "corpus:xa-president:1"


@given(st.text(alphabet="ab./\\#:~ \0é", max_size=12))
def test_no_name_leads_out_of_the_folder(name: str) -> None:
    """Whatever the name, what is given lies in the folder, or the name is refused."""
    folder = Path("/dossiers/ferry")
    try:
        found = source_at(name, Reach(folder=folder))
    except SourceError:
        return
    assert Path(os.path.realpath(found)).is_relative_to(folder)
    assert source_for("https://president.arvenia.example/7", folder) == "https://president.arvenia.example/7"
