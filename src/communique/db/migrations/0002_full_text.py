"""The index of words over the base forms that every telling keeps: FTS5 in SQLite, a text vector in PostgreSQL."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

_AT_ONCE = 256
_MOST_INDEXED = 400_000
_FTS5 = """
CREATE VIRTUAL TABLE communique_words USING fts5(lemmas, content = '', tokenize = 'unicode61 remove_diacritics 0')
"""
_VECTORS = """
CREATE TABLE communique_words (
    account_id bigint PRIMARY KEY REFERENCES communique_account ON DELETE CASCADE,
    lemmas tsvector NOT NULL
)
"""
_VECTOR_INDEX = "CREATE INDEX communique_words_lemmas ON communique_words USING gin (lemmas)"


def index_words(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index, and fill it from what is kept."""
    if editor.connection.vendor == "postgresql":
        editor.execute(_VECTORS)
        editor.execute(_VECTOR_INDEX)
        insert = "INSERT INTO communique_words (account_id, lemmas) VALUES (%s, to_tsvector('simple', %s))"
    else:
        editor.execute(_FTS5)
        insert = "INSERT INTO communique_words (rowid, lemmas) VALUES (%s, %s)"
    rows = _kept_lemmas(apps, editor)
    with editor.connection.cursor() as cursor:
        while some := list(islice(rows, _AT_ONCE)):
            cursor.executemany(insert, some)


def drop_words(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Drop the index; the base forms stay with the tellings."""
    editor.execute("DROP TABLE communique_words")


def _kept_lemmas(apps: Apps, editor: BaseDatabaseSchemaEditor) -> Iterator[tuple[int, str]]:
    tellings = apps.get_model("communique", "TellingRow").objects.using(editor.connection.alias)
    current = tellings.filter(account__release__superseded=False)
    for number in list(current.order_by("pk").values_list("pk", flat=True)):
        packed = tellings.values_list("lemmas", flat=True).get(pk=number)
        yield number, zlib.decompress(bytes(packed)).decode()[:_MOST_INDEXED]


class Migration(migrations.Migration):
    """Full-text search."""

    dependencies: ClassVar = [("communique", "0001_releases_and_accounts")]

    operations: ClassVar = [migrations.RunPython(index_words, drop_words)]
