"""The index of words: what is put in, taken out and found, in SQLite's FTS5 and in PostgreSQL's text vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from communique.corpus.codec import unpack
from communique.corpus.port import Selection
from communique.corpus.query import Query
from communique.db.models import TellingRow
from communique.db.store import chunks, connection_of, is_postgres

MOST_INDEXED = 400_000
"""Characters of base forms that are indexed: more may not fit into a vector of PostgreSQL."""

MOST_RANKED = 2_000
"""The latest so many texts that match are ranked, so that a common word costs no more than a rare one."""

_INSERT = {
    "sqlite": "INSERT INTO communique_words (rowid, lemmas) VALUES (%s, %s)",
    "postgresql": "INSERT INTO communique_words (account_id, lemmas) VALUES (%s, to_tsvector('simple', %s))",
}
_REMOVE = {
    "sqlite": "INSERT INTO communique_words (communique_words, rowid, lemmas) VALUES ('delete', %s, %s)",
    "postgresql": "DELETE FROM communique_words WHERE account_id = %s",
}
_NUMBERS = {
    "sqlite": "SELECT rowid FROM communique_words",
    "postgresql": "SELECT account_id FROM communique_words",
}
_FOUND = {
    "sqlite": """
        SELECT id FROM (
            SELECT release.id AS id, bm25(communique_words) AS score, release.day AS day, release.key AS key
            FROM communique_words JOIN communique_release AS release ON release.id = communique_words.rowid
            WHERE communique_words MATCH %s{narrowed}
            ORDER BY communique_words.rowid DESC LIMIT %s
        ) AS latest
        ORDER BY score, day DESC, key LIMIT %s
    """,
    "postgresql": """
        SELECT id FROM (
            SELECT release.id AS id, release.day AS day, release.key AS key, words.lemmas AS lemmas, query
            FROM communique_words AS words
            JOIN communique_release AS release ON release.id = words.account_id,
            to_tsquery('simple', %s) AS query
            WHERE words.lemmas @@ query{narrowed}
            ORDER BY release.id DESC LIMIT %s
        ) AS latest
        ORDER BY ts_rank(lemmas, query, 1) DESC, day DESC NULLS LAST, key LIMIT %s
    """,
}
_BY_COUNTERPART = """
    AND EXISTS (SELECT 1 FROM communique_participation AS told WHERE told.account_id = release.id AND told.side = %s)
"""


def insert_words(alias: str, lemmas: Iterable[tuple[int, str]]) -> None:
    """Put the base forms of accounts into the index, each under the number of its account."""
    with connection_of(alias).cursor() as cursor:
        for some in chunks((number, words[:MOST_INDEXED]) for number, words in lemmas):
            cursor.executemany(_INSERT[connection_of(alias).vendor], some)


def remove_words(alias: str, numbers: Iterable[int]) -> None:
    """Take accounts out of the index, by the base forms that they were put in with."""
    for some in chunks(numbers):
        rows: list[tuple[int] | tuple[int, str]]
        rows = [(number,) for number in some] if is_postgres(alias) else list(_kept_lemmas(alias, some))
        with connection_of(alias).cursor() as cursor:
            cursor.executemany(_REMOVE[connection_of(alias).vendor], rows)


def indexed_numbers(alias: str) -> Iterator[int]:
    """Yield the numbers of the accounts that the index holds."""
    with connection_of(alias).cursor() as cursor:
        cursor.execute(_NUMBERS[connection_of(alias).vendor])
        for row in cursor.fetchall():
            yield row[0]


def find_numbers(alias: str, query: Query, selection: Selection, most: int) -> tuple[int, ...]:
    """Give the numbers of the accounts that match best, ties by day downward and key; of many the latest kept only."""
    postgres = is_postgres(alias)
    narrowed, values = _narrowing(selection)
    asked = query.tsquery() if postgres else query.fts5()
    with connection_of(alias).cursor() as cursor:
        # Only constants are put together; what the user asked for travels as parameters.
        cursor.execute(
            _FOUND[connection_of(alias).vendor].format(narrowed=narrowed), [asked, *values, MOST_RANKED, most]
        )
        return tuple(row[0] for row in cursor.fetchall())


def _narrowing(selection: Selection) -> tuple[str, list[str | date]]:
    """Give the conditions of a selection and their values."""
    parts: list[tuple[str, str | date | None]] = [
        (" AND release.issuer = %s", selection.issuer),
        (" AND release.language = %s", selection.language),
        (" AND release.kind = %s", selection.kind.value if selection.kind else ""),
        (" AND release.day >= %s", selection.since),
        (" AND release.day <= %s", selection.until),
        (_BY_COUNTERPART, selection.counterpart),
    ]
    chosen = [(condition, value) for condition, value in parts if value]
    return "".join(condition for condition, _ in chosen), [value for _, value in chosen]


def _kept_lemmas(alias: str, numbers: list[int]) -> Iterator[tuple[int, str]]:
    kept = TellingRow.objects.using(alias).filter(pk__in=numbers).values_list("pk", "lemmas")
    for number, packed in kept:
        yield number, unpack(bytes(packed), "base forms").decode()[:MOST_INDEXED]
