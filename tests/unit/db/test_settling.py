"""Scores are counted while others write, and are right all the same."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from threading import Thread

import pytest
from django.db.utils import OperationalError

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Deposit
from communique.corpus.rules import find_scores
from communique.db.corpus import DjangoCorpus
from communique.db.models import AccountRow
from communique.db.opening import open_corpus
from communique.db.settling import settle_or_leave
from communique.db.store import connection_of, note_pending
from communique.errors import CommuniqueError
from communique.precedent import Entry
from communique.precedent.scoring import Replay
from unit.corpus.desk import CAPTURED, CODES, FIRST, fill, make_deposit, renew
from unit.db.servers import fresh_database

DAY = timedelta(days=1)
CHANCE = random.Random(3)  # noqa: S311 - the same company each time
COMPANY = tuple(
    make_deposit(number, day=FIRST + number * DAY, present=frozenset(code for code in CODES if CHANCE.random() < 0.5))
    for number in range(1, 421)
)
"""Calls of one office to one side, a day apart: of one class, so that they are scored; more than are read at once."""

LATE, KEPT = COMPANY[:6], COMPANY[6:]
RIVALS: dict[str, tuple[Deposit, ...]] = {
    "add": LATE,
    "renew": tuple(renew(one, present=frozenset(CODES[:2])) for one in KEPT[300:306]),
    "empty": tuple(replace(renew(one), entry=None) for one in KEPT[300:306]),
    "supersede": tuple(
        make_deposit(
            9000 + number,
            day=FIRST + (310 + number) * DAY,
            address=one.account.release.address,
            present=frozenset(CODES[:1]),
            captured=CAPTURED + DAY,
        )
        for number, one in enumerate(KEPT[300:306])
    ),
}


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str | Path]:
    """Give where a store can be made."""
    if request.param == "sqlite":
        yield tmp_path / "desk.sqlite3"
    else:
        with fresh_database() as server:
            yield server


def scored(corpus: DjangoCorpus) -> int:
    """Count the accounts that have a score."""
    return AccountRow.objects.using(corpus.alias).filter(score__isnull=False).count()


@pytest.mark.parametrize("act", RIVALS)
@pytest.mark.parametrize(("rivals", "place"), [(1, 10), (2, 300), (6, 300)])
def test_others_write_while_scores_are_counted(
    address: str | Path, act: str, rivals: int, place: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who writes while another counts is not held up, be it once or each time, and every score is as if none had."""
    acts = RIVALS[act][:rivals]
    waiting, came = list(acts), []
    with open_corpus(address) as corpus:

        def interrupted(entries: Iterable[Entry], replay: Replay) -> Iterator[tuple[Entry, float | None]]:
            for number, found in enumerate(find_scores(entries, replay)):
                if number == place and waiting and not connection_of(corpus.alias).in_atomic_block:
                    rival = Thread(target=write_one)
                    rival.start()
                    rival.join(30)
                    assert not rival.is_alive()
                yield found

        def write_one() -> None:
            came.append(corpus.add([waiting.pop()]))
            connection_of(corpus.alias).close()

        monkeypatch.setattr("communique.db.settling.find_scores", interrupted)
        fill(corpus, KEPT, batch=100)
        assert len(came) == min(rivals, 3)
        while waiting:  # those that came when it was counted with the lock held
            corpus.add([waiting.pop()])
        corpus.settle()
        yardstick = MemoryCorpus()
        fill(yardstick, (*KEPT, *reversed(acts)), batch=100)
        assert scored(corpus) > 200
        assert list(corpus.faults()) == []
        assert corpus.digest() == yardstick.digest()


def test_what_is_settled_is_not_written_again(tmp_path: Path) -> None:
    """Of all accounts that are counted again only those are written whose scores changed: here none."""
    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        fill(corpus, KEPT, batch=100)
        before = corpus.digest()
        with connection_of(corpus.alias).execute_wrapper(_no_scores):
            note_pending(corpus.alias, [date(2000, 1, 1)])
            corpus.settle()
        assert scored(corpus) > 200
        assert list(corpus.faults()) == []
        assert corpus.digest() == before


def test_a_database_that_fails_while_counting_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was added stays, its scores stay pending, and the next settling counts them; who may leave it, does."""

    def failing(*_: object) -> Iterator[tuple[Entry, float | None]]:
        raise OperationalError("disk I/O error")  # noqa: EM101, TRY003 - as the driver words it

    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        corpus.add(KEPT)
        monkeypatch.setattr("communique.db.settling.find_scores", failing)
        with pytest.raises(CommuniqueError, match=r"disk I/O error.*what was added is kept"):
            corpus.settle()
        settle_or_leave(corpus.alias)
        assert list(corpus.faults()) == ["scores from 2016-01-11 on are not up to date: settle the corpus"]
        monkeypatch.undo()
        corpus.settle()
        assert list(corpus.faults()) == []


def _no_scores(execute: object, sql: str, params: object, many: object, context: object) -> object:
    """Refuse to write scores."""
    assert callable(execute)
    assert not (many and sql.startswith("UPDATE communique_account"))
    return execute(sql, params, many, context)
