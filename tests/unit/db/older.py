"""A store as the first version of the tables had it; run as a program, it writes the kept file anew."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from communique.db.opening import open_corpus
from unit.corpus.desk import CAPTURED, fill, make_company, make_deposit

FIRST_TABLES = "0001_releases_and_accounts"


def make_older_store(path: Path) -> str:
    """Make a store with the first tables alone, one text of it superseded; give the digest of what it holds."""
    with open_corpus(path) as corpus:
        company = make_company(40)
        fill(corpus, company)
        office = company[6].account.release.issuer
        later = CAPTURED.replace(year=2025)
        fill(corpus, (make_deposit(7, issuer=office, body="They spoke of the orchard.", captured=later),))
        digest = corpus.digest()
        MigrationExecutor(connections[corpus.alias]).migrate([("communique", FIRST_TABLES)])
    with closing(sqlite3.connect(path, isolation_level=None)) as store:
        store.execute("PRAGMA journal_mode = DELETE")
        store.execute("VACUUM")
    return digest


if __name__ == "__main__":
    sys.stdout.write(make_older_store(Path(sys.argv[1])) + "\n")
