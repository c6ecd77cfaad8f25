"""Killed at any point, or beside others: nothing is lost, nothing twice, and every tally still fits."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.db.opening import open_corpus
from unit.corpus.desk import fill
from unit.db.adder import SIZE, STOPPED, company, run_adder
from unit.db.servers import fresh_database


@pytest.fixture(params=["sqlite", "postgres"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Give a place where nothing is kept yet."""
    if request.param == "sqlite":
        yield str(tmp_path / "desk.sqlite3")
    else:
        with fresh_database() as address:
            yield address


@pytest.fixture(scope="module")
def undisturbed() -> str:
    """Give the digest of the whole company, added at once and settled."""
    corpus = MemoryCorpus()
    fill(corpus, company(), batch=SIZE + 1)
    return corpus.digest()


@pytest.mark.slow
def test_killed_at_any_point_the_next_run_finishes(place: str, undisturbed: str) -> None:
    """Killed at seeded statements, each time a little later, and while it settles, the last run ends like one run."""
    chance = random.Random(20)  # noqa: S311 - the same points each time
    points = [str(low + chance.randrange(70)) for low in (2, 70, 140, 210)]
    for die_at in (*points, "UPDATE communique_account SET score"):
        adder = run_adder(place, die_at=die_at)
        adder.communicate()
        assert adder.returncode == STOPPED
        with open_corpus(place) as corpus:
            faults = [fault for fault in corpus.faults() if "settle the corpus" not in fault]
            assert faults == []
    told, errors = run_adder(place).communicate()
    assert int(told) > 0, errors
    with open_corpus(place) as corpus:
        assert corpus.digest() == undisturbed
        assert (corpus.status().releases, corpus.status().superseded) == (SIZE, 1)
        assert list(corpus.faults()) == []


@pytest.mark.slow
def test_two_processes_lose_no_tally(place: str) -> None:
    """Two processes that make the store and fill it at the same time leave what one would."""
    adders = [run_adder(place, part=part) for part in ("0/2", "1/2")]
    results = [adder.communicate() for adder in adders]
    assert [adder.returncode for adder in adders] == [0, 0], results
    yardstick = MemoryCorpus()
    fill(yardstick, company()[0::2])
    fill(yardstick, company()[1::2])
    with open_corpus(place) as corpus:
        assert list(corpus.faults()) == []
        assert corpus.digest() == yardstick.digest()
