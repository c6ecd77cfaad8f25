"""Dossiers where they are kept: opened with their releases read, written back, never over another's changes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from communique.adapters.dossier_files import FILE_NAME, load_dossier, save_dossier
from communique.corpus.memory import MemoryCorpus
from communique.errors import CommuniqueError, DossierError, SourceError
from communique.model import Dossier, Evidence, Filing
from communique.wiring import Settings
from communique.wiring.accounts import AccountReader
from communique.wiring.dossier_sources import Reach, source_at, source_for
from communique.wiring.dossiers import (
    copy_dossier,
    dossier_at,
    dossier_store,
    new_dossier,
    open_dossier,
    save_back,
)
from unit.corpus.desk import make_deposit
from unit.dossiers.dossiers_made import FERRY, FIRST, LAST
from unit.engines import UNREADABLE, engine


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings whose store is a file of this test's own."""
    return Settings(corpus=str(tmp_path / "desk.sqlite3"), corpus_named=True)


def corpus() -> MemoryCorpus:
    """Give a corpus that holds one release, xa-president:1."""
    kept = MemoryCorpus()
    kept.add([make_deposit(1)])
    return kept


def filing_of(*sources: str) -> Dossier:
    """Give a dossier that files some sources."""
    return Dossier(title="T", first=FIRST, last=LAST, filings=tuple(Filing(source=source) for source in sources))


def test_each_release_is_read_or_stands_apart(tmp_path: Path) -> None:
    """Files are sought in the folder, names in the corpus; one that cannot be read never stops the others."""
    (tmp_path / "talks.html").write_text("", encoding="utf-8")
    talks, bad = str(tmp_path / "talks.html"), str(tmp_path / "bad.html")
    (tmp_path / "bad.html").write_text("", encoding="utf-8")
    reader = AccountReader(
        engine=engine(None, **{talks: ("Talks in Tarsk.",), bad: (UNREADABLE,), "https://a.example": ("A call.",)}),
        corpus=corpus(),
        version=lambda: "1",
    )
    dossier = filing_of(
        "talks.html",
        "gone.html",
        "corpus:xa-president:1",
        "corpus:none",
        "bad.html",
        "https://a.example",
        "xa-president:1",
    )
    opened = open_dossier(dossier, reach=Reach(folder=tmp_path), reader=reader)
    assert [item.filing.source for item in opened.filed] == [
        "talks.html",
        "corpus:xa-president:1",
        "https://a.example",
        "xa-president:1",
    ]
    assert [item.filing.source for item in opened.unread] == ["gone.html", "corpus:none", "bad.html"]
    assert all(item.reason.startswith("expected ") for item in opened.unread)
    assert opened.dossier is dossier


def test_without_a_corpus_its_releases_stand_apart(tmp_path: Path) -> None:
    """A dossier of the corpus alone opens all the same, with everything unread."""
    reach = Reach(folder=tmp_path)
    opened = open_dossier(filing_of("corpus:xa-president:1"), reach=reach, reader=AccountReader(engine=engine()))
    assert (opened.filed, len(opened.unread)) == ((), 1)


@pytest.mark.parametrize(
    ("source", "filed"),
    [
        ("https://a.example/1", "https://a.example/1"),
        ("corpus:xa-president:1", "corpus:xa-president:1"),
        ("xa-president:1", "corpus:xa-president:1"),
        ("page.html", "../page.html"),
        ("releases.jsonl#7", "../releases.jsonl#7"),
        ("nowhere.html", "nowhere.html"),
    ],
)
def test_a_source_is_filed_as_its_folder_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str, filed: str
) -> None:
    """A file named from here is filed by its way from the dossier's folder, and found again from there."""
    monkeypatch.chdir(tmp_path)
    for name in ("page.html", "releases.jsonl"):
        Path(name).write_text("", encoding="utf-8")
    folder = Path("ferry")
    folder.mkdir()
    assert source_for(source, folder, corpus()) == filed
    found = source_at(filed, Reach(folder=folder, outside=True), corpus())
    assert found in {filed, str(folder / filed)}
    if filed.startswith("../"):
        assert os.path.normpath(found) == source


@pytest.mark.parametrize("location", ["ferry", f"ferry/{FILE_NAME}", "store:ferry"])
def test_a_dossier_is_made_read_and_written_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, location: str
) -> None:
    """In a folder and in the store alike: remarks stay, and the next writer begins from what was written."""
    monkeypatch.chdir(tmp_path)
    new_dossier(FERRY, location, settings)
    kept = dossier_at(location, settings)
    assert kept.dossier == FERRY
    later = save_back(kept, replace(FERRY, title="Later"), settings)
    assert save_back(later, later.dossier, settings) is later
    assert dossier_at(location, settings).dossier.title == "Later"
    last = save_back(later, replace(FERRY, title="Last"), settings)
    assert dossier_at(location, settings) == last


@pytest.mark.parametrize("location", ["ferry", "store:ferry"])
def test_two_writers_do_not_overwrite_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, location: str
) -> None:
    """Who writes after another did is told so; what the other wrote stays."""
    monkeypatch.chdir(tmp_path)
    new_dossier(FERRY, location, settings)
    mine, yours = dossier_at(location, settings), dossier_at(location, settings)
    save_back(yours, replace(FERRY, title="Yours"), settings)
    with pytest.raises(CommuniqueError, match="somebody changed it meanwhile"):
        save_back(mine, replace(FERRY, title="Mine"), settings)
    with pytest.raises(CommuniqueError):
        new_dossier(FERRY, location, settings)
    assert dossier_at(location, settings).dossier.title == "Yours"


@pytest.mark.parametrize("location", ["ferry", "store:ferry"])
def test_of_many_writers_none_loses_what_was_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, location: str
) -> None:
    """Six threads file five releases each, and try again where they are told to: all thirty are there."""
    monkeypatch.chdir(tmp_path)
    new_dossier(filing_of(), location, settings)

    def file_some(writer: int) -> None:
        for number in range(5):
            while not _filed(Filing(source=f"{writer}-{number}.html"), location, settings):
                pass

    with ThreadPoolExecutor(6) as pool:
        assert len(list(pool.map(file_some, range(6)))) == 6
    filed = {filing.source for filing in dossier_at(location, settings).dossier.filings}
    assert filed == {f"{writer}-{number}.html" for writer in range(6) for number in range(5)}
    assert location.startswith("store:") or os.listdir("ferry") == [FILE_NAME]  # noqa: PTH208 - names are all it asks


def _filed(filing: Filing, location: str, settings: Settings) -> bool:
    """File one release; tell whether it was acknowledged."""
    kept = dossier_at(location, settings)
    try:
        save_back(kept, replace(kept.dossier, filings=(*kept.dossier.filings, filing)), settings)
    except CommuniqueError as error:
        if "meanwhile" not in str(error):
            raise
        return False
    return True


def test_what_is_not_there_is_told(tmp_path: Path, settings: Settings) -> None:
    """No folder, no store, no record: each is told with what to do."""
    with pytest.raises(DossierError, match="communique dossier new"):
        dossier_at(tmp_path / "none", settings)
    with pytest.raises(SourceError, match="a corpus at"):
        dossier_at("store:none", settings)
    new_dossier(FERRY, "store:ferry", settings)
    with pytest.raises(DossierError, match="there are ferry"):
        dossier_at("store:none", settings)
    with dossier_store(settings) as store:
        assert store.names() == ("ferry",)


def test_a_copy_names_its_files_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    """Copied to another folder or into the store, a dossier still finds its files; the first one stays."""
    monkeypatch.chdir(tmp_path)
    save_dossier(filing_of("talks.html", "corpus:xa-president:1", "gone.html"), Path("ferry"))
    Path("ferry/talks.html").write_text("", encoding="utf-8")
    copy_dossier("ferry", "deep/copy", settings)
    copy_dossier("ferry", "store:ferry", settings)
    sources = [filing.source for filing in load_dossier(Path("deep/copy")).filings]
    assert sources == ["../../ferry/talks.html", "corpus:xa-president:1", "gone.html"]
    kept = [filing.source for filing in dossier_at("store:ferry", settings).dossier.filings]
    assert kept == ["ferry/talks.html", "corpus:xa-president:1", "gone.html"]
    assert load_dossier(Path("ferry")).filings[0].source == "talks.html"
    with pytest.raises(CommuniqueError, match="no dossier yet"):
        copy_dossier("ferry", "deep/copy", settings)


def test_evidence_goes_with_the_release_it_rests_on(
    tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy an item of evidence names its file as the filing does; one that rests on an exhibit stays."""
    monkeypatch.chdir(tmp_path)
    items = (
        Evidence(code="thanks", statement="The guest gives thanks", source="talks.html"),
        Evidence(code="rumour", statement="A newspaper has it", source="herald"),
    )
    save_dossier(replace(filing_of("talks.html"), evidence=items), Path("ferry"))
    Path("ferry/talks.html").write_text("", encoding="utf-8")
    copied = copy_dossier("ferry", "store:ferry", settings).dossier
    assert [item.source for item in copied.evidence] == ["ferry/talks.html", "herald"]
    assert copied.filings[0].source == copied.evidence[0].source
