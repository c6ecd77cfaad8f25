"""Whatever is damaged in a store is said, and nothing where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections

from communique.db.corpus import DjangoCorpus
from communique.db.opening import open_corpus
from unit.corpus.desk import CAPTURED, fill, make_company, make_deposit


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[DjangoCorpus]:
    """Give a corpus of some releases, one with a superseded text."""
    with open_corpus(tmp_path / "desk.sqlite3") as opened:
        later = make_deposit(1, body="They spoke of the orchard.", captured=CAPTURED.replace(year=2025))
        fill(opened, (*make_company(30), make_deposit(1), later))
        yield opened


def test_a_sound_store_has_no_faults(corpus: DjangoCorpus) -> None:
    """Nothing is said of a store that is whole."""
    assert list(corpus.faults()) == []


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        ("UPDATE communique_release SET text = text || '!' WHERE id = 3", "does not fit address and text"),
        ("UPDATE communique_account SET version = '9' WHERE release_id = 3", "is not the one that was kept"),
        ("UPDATE communique_telling SET lemmas = zeroblob(20) WHERE account_id = 3", "damaged bytes"),
        ("UPDATE communique_telling SET content = x'00' WHERE account_id = 3", "damaged bytes"),
        ("UPDATE communique_wording SET prints = zeroblob(8) WHERE account_id = 3", "is not the one that was kept"),
        ("DELETE FROM communique_telling WHERE account_id = 3", "the account is missing"),
        ("UPDATE communique_release SET superseded = 1 WHERE id = 3", "0 texts stand for it"),
        ("UPDATE communique_release SET superseded = 0 WHERE superseded = 1", "2 texts stand for it"),
        ("DELETE FROM communique_membership WHERE account_id = 3", "accounts are looked up"),
        ("DELETE FROM communique_tally WHERE width = 16 AND id % 2 = 0", "the tally of 16 months from"),
        (
            "UPDATE communique_tally SET content = (SELECT content FROM communique_tally WHERE width = 1 LIMIT 1)",
            "does not fit its accounts",
        ),
        ("DELETE FROM communique_calendar WHERE id = 2", "do not fit its releases"),
        ("UPDATE communique_calendar SET days = days + 1 WHERE id = 2", "do not fit its releases"),
        ("DELETE FROM communique_participation WHERE account_id = 3", "the index of counterparts lacks"),
        ("INSERT INTO communique_words (rowid, lemmas) VALUES (999, 'ferry')", "holds 1 releases that do not count"),
        ("DELETE FROM communique_words_docsize WHERE id = 3", "the index of words"),
        (
            "INSERT INTO communique_meta VALUES ('scores pending from', '2016-02-01')",
            "scores from 2016-02-01 on are not up to date",
        ),
    ],
)
def test_damage_is_said(corpus: DjangoCorpus, damage: str, fault: str) -> None:
    """Each kind of damage is found and named."""
    with connections[corpus.alias].cursor() as cursor:
        cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(damage)
    assert any(fault in said for said in corpus.faults())
