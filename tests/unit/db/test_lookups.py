"""What precedent asks is looked up, never searched for: no question reads a table from end to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from communique.db.corpus import DjangoCorpus
from communique.db.opening import open_corpus
from communique.precedent import ReferenceClass
from unit.corpus.desk import ARVENIA, class_with, fill, make_company, make_deposit

SPAN = (date(2016, 1, 1), date(2018, 6, 20))
NARROW, GROUP, WIDE = class_with("XV"), class_with(group="north"), class_with()
MOST_STATEMENTS = 2


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DjangoCorpus]:
    """Give a corpus of some releases."""
    with open_corpus(tmp_path_factory.mktemp("desk") / "desk.sqlite3") as opened:
        fill(opened, (*make_company(200), make_deposit(999)), batch=64)
        yield opened


Ask = Callable[[DjangoCorpus], object]


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda corpus: corpus.tally(NARROW, SPAN[1]), id="tally of a side"),
        pytest.param(lambda corpus: corpus.tally(WIDE, SPAN[1]), id="tally of a kind"),
        pytest.param(lambda corpus: corpus.scores(GROUP, SPAN[1], 50), id="scores"),
        pytest.param(lambda corpus: corpus.wordings(WIDE, SPAN[1], 50), id="wordings"),
        pytest.param(lambda corpus: corpus.contacts(ARVENIA, "en", "XV", *SPAN), id="contacts"),
        pytest.param(lambda corpus: corpus.notices(ARVENIA, "en", "XV", *SPAN), id="notices"),
        pytest.param(lambda corpus: corpus.coverage(ARVENIA, "en"), id="coverage"),
        pytest.param(lambda corpus: corpus.text(make_deposit(999).account.release.key), id="text"),
        pytest.param(lambda corpus: corpus.account(f"{ARVENIA}:999"), id="account by name"),
        pytest.param(lambda corpus: corpus.account(make_deposit(999).account.release.key), id="account by key"),
        pytest.param(lambda corpus: corpus.versions(["a", "b"]), id="versions"),
    ],
)
def test_a_question_is_a_look_up(corpus: DjangoCorpus, ask: Ask) -> None:
    """Every statement is answered from an index, and there are at most two."""
    connection = connections[corpus.alias]
    with CaptureQueriesContext(connection) as asked:
        ask(corpus)
    assert 1 <= len(asked) <= MOST_STATEMENTS
    for statement in asked.captured_queries:
        assert scans(corpus, statement["sql"]) == []


def test_a_scan_would_be_seen(corpus: DjangoCorpus) -> None:
    """A statement that reads a whole table shows as one, so that the test above can fail."""
    assert scans(corpus, "SELECT * FROM communique_account WHERE version = '1'") != []


def test_a_tally_joins_few_blocks(corpus: DjangoCorpus) -> None:
    """A tally is a few blocks, however many months there are, and the entries of one month at most."""
    reference: ReferenceClass = WIDE
    with CaptureQueriesContext(connections[corpus.alias]) as asked:
        assert corpus.tally(reference, SPAN[1]).accounts > 0
    assert sum("communique_tally" in statement["sql"] for statement in asked.captured_queries) == 1


def scans(corpus: DjangoCorpus, statement: str) -> list[str]:
    """Give the steps of a statement's plan that read a table from end to end."""
    with connections[corpus.alias].cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return [row[3] for row in cursor.fetchall() if row[3].startswith("SCAN")]
