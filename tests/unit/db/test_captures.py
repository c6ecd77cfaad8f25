"""All texts of an address, and every address that has more than one: in memory, SQLite and PostgreSQL the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Corpus, Deposit, Selection
from communique.db.opening import open_corpus
from communique.model import Kind, Release
from unit.corpus.desk import ARVENIA, CAPTURED, FIRST, VELMARK, fill, make_company, make_deposit
from unit.db.servers import fresh_database

HOUR = timedelta(hours=1)


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Corpus]:
    """Give an empty corpus of each kind."""
    if request.param == "memory":
        yield MemoryCorpus()
    elif request.param == "sqlite":
        with open_corpus(tmp_path / "desk.sqlite3") as opened:
            yield opened
    else:
        with fresh_database() as address, open_corpus(address) as opened:
            yield opened


def text(number: int, body: str, hours: int | None, **parts: object) -> Deposit:
    """Make one text of an address, captured so many hours after the first, or at a time that nobody noted."""
    captured = None if hours is None else CAPTURED + hours * HOUR
    return make_deposit(number, body=body, captured=captured, **parts)  # type: ignore[arg-type]  # parts of a deposit


def releases(*deposits: Deposit) -> tuple[Release, ...]:
    """Give the releases of deposits."""
    return tuple(deposit.account.release for deposit in deposits)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_captures_come_in_the_order_of_their_times(corpus: Corpus, seed: int) -> None:
    """Whatever the order in which texts came, they are given as captured, by the key or the name of any of them."""
    texts = [text(1, f"They spoke of the harbour, then of matter {hour}.", hour or None) for hour in range(4)]
    shuffled = list(texts)
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - the same order each time
    for one in shuffled:
        corpus.add([one])
    corpus.add([make_deposit(2)])
    for deposit in texts:
        assert corpus.captures(deposit.account.release.key) == releases(*texts)
    assert corpus.captures(f"{ARVENIA}:1") == releases(*texts)
    assert corpus.captures("none") == ()


def test_a_text_that_is_gone_back_to_is_kept_once(corpus: Corpus) -> None:
    """The first text again, captured later, is known already: the one between stays the latest that is kept."""
    first, second = text(1, "They spoke of grain.", 0), text(1, "They spoke of gas.", 1)
    for deposit in (first, second, text(1, "They spoke of grain.", 2)):
        corpus.add([deposit])
    assert corpus.captures(f"{ARVENIA}:1") == releases(first, second)


def test_texts_without_an_address_are_alone(corpus: Corpus) -> None:
    """Where no address is known, nothing is taken for a version of anything."""
    one, two = text(1, "They spoke of grain.", 0, address=""), text(1, "They spoke of gas.", 1, address="")
    corpus.add([one, two])
    assert corpus.captures(one.account.release.key) == releases(one)
    assert list(corpus.changed()) == []


def test_changed_texts_come_with_the_latest_change_first(corpus: Corpus) -> None:
    """Each address of which more than one text is kept comes once, with all of them; the others do not come."""
    fill(corpus, make_company(30))
    old = (text(91, "They spoke of grain.", 0), text(91, "They spoke of gas.", 3))
    new = (text(92, "They met in Sund.", 1), text(92, "They met in Tarsk.", 2), text(92, "They met.", 5))
    corpus.add([new[2], old[0], new[0], old[1], new[1]])
    assert list(corpus.changed()) == [releases(*new), releases(*old)]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(issuer=VELMARK), ["92"]),
        (Selection(language="ru"), []),
        (Selection(kind=Kind.MEETING), ["92"]),
        (Selection(counterpart="XT"), ["91"]),
        (Selection(since=FIRST + timedelta(days=1)), ["92"]),
        (Selection(until=FIRST), ["91"]),
    ],
)
def test_a_selection_means_the_latest_text(corpus: Corpus, selection: Selection, expected: list[str]) -> None:
    """What narrows is asked of the text that stands now; an earlier one that fits does not count."""
    later = FIRST + timedelta(days=9)
    corpus.add(
        [
            text(91, "They spoke of grain.", 0, kind=Kind.MEETING),
            text(91, "They spoke of gas.", 1, sides=("XT", "XV")),
            text(92, "They met in Sund.", 0, issuer=VELMARK, address="https://press.example/92", sides=("XT",)),
            text(92, "They met.", 1, issuer=VELMARK, address="https://press.example/92", kind=Kind.MEETING, day=later),
        ]
    )
    assert [texts[-1].name.rpartition(":")[2] for texts in corpus.changed(selection)] == expected


def test_the_texts_of_an_address_are_looked_up(tmp_path: Path) -> None:
    """All texts of one address are found through indexes, without reading a table from end to end."""
    with open_corpus(tmp_path / "desk.sqlite3") as opened:
        fill(opened, make_company(40))
        connection = connections[opened.alias]
        with CaptureQueriesContext(connection) as asked:
            assert len(opened.captures(f"{ARVENIA}:7") or opened.captures(f"{VELMARK}:7")) == 1
        with connection.cursor() as cursor:
            for statement in asked.captured_queries:
                cursor.execute(f"EXPLAIN QUERY PLAN {statement['sql']}")
                assert not [row[3] for row in cursor.fetchall() if row[3].startswith("SCAN")]
