"""Scores are counted while others write, and are right all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.rules import find_scores
from communique.db.opening import open_corpus
from communique.db.store import connection_of, note_pending
from communique.precedent import Entry
from communique.precedent.scoring import Replay
from unit.corpus.desk import fill, make_company
from unit.db.servers import fresh_database

COMPANY = make_company(90)
KEPT, LATE = COMPANY[6:], COMPANY[:6]


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """Give where a store can be made."""
    if request.param == "sqlite":
        yield tmp_path / "desk.sqlite3"
    else:
        with fresh_database() as server:
            yield server


@pytest.mark.parametrize("rivals", [1, 2, 6])
def test_others_write_while_scores_are_counted(
    address: str | Path, rivals: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who adds while another counts is not held up, be it once or each time, and every score is as if none had."""
    yardstick = MemoryCorpus()
    fill(yardstick, (*KEPT, *LATE[:rivals]))
    with open_corpus(address) as corpus:
        waiting = list(LATE[:rivals])

        def interrupted(entries: Iterable[Entry], replay: Replay) -> Iterator[tuple[Entry, float | None]]:
            for place, scored in enumerate(find_scores(entries, replay)):
                if place == 30 and waiting and not connection_of(corpus.alias).in_atomic_block:
                    rival = Thread(target=add_one)
                    rival.start()
                    rival.join(30)
                    assert not rival.is_alive()
                yield scored

        def add_one() -> None:
            corpus.add([waiting.pop()])
            connection_of(corpus.alias).close()

        monkeypatch.setattr("communique.db.settling.find_scores", interrupted)
        corpus.add(KEPT)
        corpus.settle()
        while waiting:  # those that came when nobody counted any more
            corpus.add([waiting.pop()])
        corpus.settle()
        assert list(corpus.faults()) == []
        assert corpus.digest() == yardstick.digest()


def test_what_is_settled_is_not_written_again(tmp_path: Path) -> None:
    """Of all accounts that are counted again only those are written whose scores changed: here none."""
    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        fill(corpus, KEPT)
        before = corpus.digest()
        with connection_of(corpus.alias).execute_wrapper(_no_scores):
            note_pending(corpus.alias, [date(2000, 1, 1)])
            corpus.settle()
        assert list(corpus.faults()) == []
        assert corpus.digest() == before


def _no_scores(execute: object, sql: str, params: object, many: object, context: object) -> object:
    """Refuse to write scores."""
    assert callable(execute)
    assert not (many and sql.startswith("UPDATE communique_account"))
    return execute(sql, params, many, context)
