"""A copy of a corpus is whole, of one moment, and goes over nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.db.opening import open_corpus
from communique.errors import CommuniqueError
from unit.corpus.desk import fill, make_company, make_deposit
from unit.db.servers import fresh_database


def test_a_copy_holds_what_the_corpus_holds(tmp_path: Path) -> None:
    """The copy opens as a corpus of its own, with all that was there, and nothing else is left beside it."""
    copy = tmp_path / "copies" / "of monday.sqlite3"
    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        fill(corpus, make_company(30))
        corpus.backup(copy)
        digest = corpus.digest()
        corpus.add([make_deposit(99)])
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]
    with open_corpus(copy) as copied:
        assert copied.digest() == digest
        assert list(copied.faults()) == []


def test_a_copy_goes_over_nothing(tmp_path: Path) -> None:
    """A target that is there already stays as it is."""
    target = tmp_path / "letter.txt"
    target.write_text("Dear Adela,", encoding="utf-8")
    with open_corpus(tmp_path / "desk.sqlite3") as corpus, pytest.raises(CommuniqueError, match="choose another name"):
        corpus.backup(target)
    assert target.read_text(encoding="utf-8") == "Dear Adela,"


def test_a_copy_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """A target in no folder is refused in words, and nothing is left."""
    (tmp_path / "letter").write_text("no folder", encoding="utf-8")
    with open_corpus(tmp_path / "desk.sqlite3") as corpus, pytest.raises(CommuniqueError, match="a copy at"):
        corpus.backup(tmp_path / "letter" / "copy.sqlite3")


def test_a_server_is_copied_by_its_own_means() -> None:
    """For a corpus on a server the message names the program to use."""
    with fresh_database() as address, open_corpus(address) as corpus, pytest.raises(CommuniqueError, match="pg_dump"):
        corpus.backup(Path("copy.sqlite3"))
