"""Corrections made from what is typed, kept through a new extraction, shown by reports, exported as labels."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.app import app
from communique.corpus.correctable import find_items
from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Corpus
from communique.errors import CommuniqueError
from communique.model import Kind, Release
from communique.model.corrections import Parts, What
from communique.wiring import deposits
from communique.wiring.corpora import add_sources, open_corpus
from communique.wiring.corrections import Wanted, corrections_in, label_records, make_correction
from communique.wiring.precedents import engine_and_corpus
from communique.wiring.settings import Settings
from unit.wiring import archive

MOMENT = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[Corpus, Settings, str]]:
    """Give a corpus in a file with a few calls in it, its settings, and the archive that it was filled from."""
    source = archive.write(tmp_path / "calls.jsonl", [archive.call(number) for number in range(3)])
    settings = replace(archive.settings(), corpus=str(tmp_path / "desk.sqlite3"), corpus_named=True)
    with open_corpus(settings, create=True) as corpus:
        list(add_sources(corpus, [source], settings))
        yield corpus, settings, source


def wanted(release: Release, after: Parts, *, what: What = What.KIND, place: str = "", words: str = "") -> Wanted:
    """Ask for a correction."""
    return Wanted(
        release=release.key,
        what=what,
        place=place,
        after=after,
        reason="as the text has it",
        author="Nela Orr",
        moment=MOMENT,
        words=words,
    )


def corrected(desk: tuple[Corpus, Settings, str]) -> Release:
    """Correct the kind of the first release, and give it."""
    corpus, settings, _ = desk
    account = next(corpus.accounts())
    store = corrections_in(corpus, settings)
    assert store is not None
    store.add(make_correction(wanted(account.release, (("kind", "visit"),)), account, settings))
    return account.release


def test_a_correction_outlives_a_new_extraction(
    desk: tuple[Corpus, Settings, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version extracts everything again, then makes only the rest anew: the kind stays corrected."""
    corpus, settings, source = desk
    release = corrected(desk)
    for name, value in (("VERSION", "x"), ("DEPOSIT", 99)):
        monkeypatch.setattr(deposits, name, value)
        deposits.extraction_version.cache_clear()
        deposits.deposit_version.cache_clear()
        list(add_sources(corpus, [source], settings))
        kept = corpus.account(release.key)
        assert kept is not None
        assert kept.event.kind is Kind.VISIT
        assert corpus.status(version=deposits.deposit_version(settings)).stale == 0
        assert list(corpus.faults()) == []
        store = corrections_in(corpus)
        extracted = store.extracted(release.key) if store else None
        assert extracted is not None
        assert extracted.event.kind is Kind.CALL
    monkeypatch.undo()
    deposits.extraction_version.cache_clear()
    deposits.deposit_version.cache_clear()


def test_what_reads_a_kept_release_anew_gives_it_corrected(desk: tuple[Corpus, Settings, str]) -> None:
    """A command that extracts a kept release again shows the corrected account, and says so in its report."""
    _, settings, _ = desk
    release = corrected(desk)
    with engine_and_corpus(settings) as (engine, _):
        report = engine.report(release)
    assert report.account.event.kind is Kind.VISIT
    assert [one.author for one in report.corrections] == ["Nela Orr"]


def test_labels_and_list_on_the_command_line(desk: tuple[Corpus, Settings, str]) -> None:
    """The commands give what the workspace wrote: a list, and one label a corrected release."""
    corpus, settings, _ = desk
    asked = ["--corpus", settings.corpus]
    assert CliRunner().invoke(app, ["corpus", "corrections", *asked]).exit_code == 3
    release = corrected(desk)
    listed = CliRunner().invoke(app, ["corpus", "corrections", *asked])
    assert listed.exit_code == 0
    assert f"{release.name}  kind of event: call → visit" in listed.stdout
    told = json.loads(CliRunner().invoke(app, ["corpus", "corrections", "--format", "json", *asked]).stdout)
    assert told[0]["outcome"] == "applied"
    labels = CliRunner().invoke(app, ["export", "labels", *asked])
    assert labels.stdout.splitlines() == list(label_records(corpus))
    assert json.loads(labels.stdout)["corrected"] == ["kind"]


def test_what_does_not_fit_is_refused_in_words(desk: tuple[Corpus, Settings, str]) -> None:
    """Unknown sides, words that stand nowhere, items that are not there, statements without words are refused."""
    corpus, settings, _ = desk
    account = next(corpus.accounts())
    release = account.release
    person = (("role", "principal"), ("name", "Osmund"), ("office", ""), ("side", "Nowhere"))
    taken = next(item for item in find_items(account) if item.what is What.PARTICIPANT)
    for asked in (
        wanted(release, (("kind", "visit"),), words="words that nobody wrote"),
        wanted(release, person, what=What.PARTICIPANT),
        wanted(release, (*taken.parts[:3], ("side", "")), what=What.PARTICIPANT),
        wanted(release, (), what=What.RELATION),
        wanted(release, (), what=What.INSTRUMENT, place="text:0-4"),
        wanted(release, (("class", "state"),), what=What.VISIT_CLASS),
    ):
        with pytest.raises(CommuniqueError):
            make_correction(asked, account, settings)


def test_words_may_stand_in_the_title(desk: tuple[Corpus, Settings, str]) -> None:
    """Words are looked for in the body first, then in the title, whatever blanks part them."""
    corpus, settings, _ = desk
    account = next(corpus.accounts())
    title = account.release.title
    made = make_correction(
        wanted(account.release, (("kind", "visit"),), words="  ".join(title.split())), account, settings
    )
    assert made.words is not None
    assert account.release.words(made.words) == made.quote


def test_a_corpus_in_memory_keeps_no_corrections() -> None:
    """What is kept in no database has no corrections, and exports no labels."""
    assert corrections_in(MemoryCorpus()) is None
    assert list(label_records(MemoryCorpus())) == []
