"""What every store of dossiers does: in SQLite and in PostgreSQL the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from communique.db.dossiers import DossierStore
from communique.db.models import DossierRow
from communique.db.opening import open_corpus
from communique.dossiers.codec import dossier_text
from communique.errors import CommuniqueError, DossierError
from unit.corpus.desk import fill, make_deposit
from unit.db.servers import fresh_database
from unit.dossiers.dossiers_made import FERRY

NOON = datetime(2021, 6, 16, 12, tzinfo=UTC)
LATER = replace(FERRY, title="The ferry talks, revised\0", sides=("XA", "XV", "XT"))


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[DossierStore]:
    """Give an empty store of each kind."""
    if request.param == "sqlite":
        with open_corpus(tmp_path / "desk.sqlite3") as opened:
            yield DossierStore(opened.alias, clock=lambda: NOON)
    else:
        with fresh_database() as address, open_corpus(address) as opened:
            yield DossierStore(opened.alias, clock=lambda: NOON)


def test_an_empty_store_has_none(store: DossierStore) -> None:
    """Nothing is there, and nothing can be removed."""
    assert (store.names(), store.get("ferry"), store.text("ferry"), store.remove("ferry")) == ((), None, None, False)


def test_what_is_put_comes_back(store: DossierStore) -> None:
    """A dossier comes back equal with its revision, which rises with each writing."""
    assert store.put("ferry", FERRY, revision=None) == 1
    assert store.get("ferry") == (FERRY, 1)
    assert store.put("ferry", LATER, revision=1) == 2
    assert store.get("ferry") == (LATER, 2)
    row = DossierRow.objects.using(store.alias).get(name="ferry")
    assert (row.title, row.first, row.last, row.updated) == ("The ferry talks, revised ", LATER.first, LATER.last, NOON)


@pytest.mark.parametrize(("revision", "told"), [(1, "revision 2"), (3, "revision 2"), (None, "one that is there")])
def test_a_stale_writer_overwrites_nothing(store: DossierStore, revision: int | None, told: str) -> None:
    """Who read another revision, or thought the name was free, is refused; what stands there stays."""
    store.put("ferry", FERRY, revision=None)
    store.put("ferry", LATER, revision=1)
    with pytest.raises(CommuniqueError, match=told):
        store.put("ferry", FERRY, revision=revision)
    assert store.get("ferry") == (LATER, 2)


def test_one_that_is_gone_is_not_written(store: DossierStore) -> None:
    """Who read a dossier that was removed meanwhile is told so."""
    store.put("ferry", FERRY, revision=None)
    assert store.remove("ferry")
    with pytest.raises(CommuniqueError, match="none any more"):
        store.put("ferry", LATER, revision=1)
    assert store.names() == ()


def test_the_text_stays_as_it_is(store: DossierStore) -> None:
    """Remarks in the text of a dossier are kept."""
    text = f"# mine\n{dossier_text(FERRY)}"
    store.put_text("ferry", text, FERRY, revision=None)
    assert (store.text("ferry"), store.get("ferry")) == ((text, 1), (FERRY, 1))


def test_names_are_in_order(store: DossierStore) -> None:
    """All names are given, whatever the order in which they came."""
    for name in ("ferry", "Border", "зима"):
        store.put(name, FERRY, revision=None)
    assert store.names() == ("Border", "ferry", "зима")


@pytest.mark.parametrize("name", ["", " ferry", "ferry\n", "a" * 201, "a\0b"])
def test_an_odd_name_is_refused(store: DossierStore, name: str) -> None:
    """A name is 1 to 200 characters on one line."""
    with pytest.raises(DossierError, match="a name of 1 to 200 characters"):
        store.put(name, FERRY, revision=None)


def test_a_damaged_text_is_told_by_its_name(store: DossierStore) -> None:
    """What another program wrote into the table is refused with the name of the record."""
    store.put("ferry", FERRY, revision=None)
    DossierRow.objects.using(store.alias).update(body="[dossier]")
    with pytest.raises(DossierError, match="store:ferry"):
        store.get("ferry")


def test_the_corpus_beside_it_is_untouched(tmp_path: Path) -> None:
    """Dossiers change neither what the corpus holds nor its faults, and travel with its copy."""
    with open_corpus(tmp_path / "desk.sqlite3") as corpus:
        fill(corpus, (make_deposit(1),))
        before = corpus.digest()
        DossierStore(corpus.alias).put("ferry", FERRY, revision=None)
        assert (corpus.digest(), list(corpus.faults())) == (before, [])
        corpus.backup(tmp_path / "copy.sqlite3")
    with open_corpus(tmp_path / "copy.sqlite3") as copy:
        assert DossierStore(copy.alias).get("ferry") == (FERRY, 1)
