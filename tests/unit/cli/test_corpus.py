"""``communique corpus``, over a corpus in a file; extraction is a named fake, texts and states are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.corpus import MOST_FAULTS
from communique.cli.exits import Exit
from communique.corpus.port import Added
from communique.model import Release
from communique.sources import SetAside
from communique.wiring import Engine
from unit.engines import UNREADABLE, engine

TALKS = "Ilmar Vesk met with Adela Korin in Tarsk. They spoke of the ferry line to Sund."
RETURN = "Adela Korin received Ilmar Vesk in Sund. They spoke of gas transit."
OFTEN = tuple(f"Ilmar Vesk met with Adela Korin in Tarsk for the {number}th time." for number in range(1, 14))


def dated(fake: Engine) -> Engine:
    """Let the releases of a fake engine be published on a day each, two months apart, the first undated."""

    def intake(source: str) -> Iterator[Release | SetAside]:
        for number, item in enumerate(fake.intake(source)):
            if isinstance(item, SetAside) or not number:
                yield item
            else:
                day = datetime(2019 + number // 6, 1 + 2 * (number % 6), 9)  # noqa: DTZ001 - wall time
                yield replace(item, issued=day)

    return replace(fake, intake=intake)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the commands find fictional texts under these names, and no corpus of a user's own."""
    fake = dated(
        engine(
            desk=(TALKS, RETURN),
            changed=(TALKS, f"{RETURN} The tariff was named."),
            many=OFTEN,
            mixed=(TALKS, UNREADABLE, "", RETURN),
            odd=(UNREADABLE,),
            worse=("",) * 12,
            empty=(),
        )
    )
    for place in ("corpora", "deposits"):
        monkeypatch.setattr(f"communique.wiring.{place}.build_engine", lambda _settings: fake)
    for variable in ("COMMUNIQUE_CORPUS", "DATABASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Give the place of a corpus that is not there yet."""
    return tmp_path / "desk.sqlite3"


def corpus(command: str, *arguments: str | Path, at: Path) -> Result:
    """Run a command of the group as a user types it."""
    return CliRunner().invoke(app, ["corpus", command, *map(str, arguments), "--corpus", str(at)])


@pytest.mark.parametrize(
    ("sources", "status", "told"),
    [
        (["desk"], Exit.READ, "2 new, 0 changed, 0 known already, 0 renewed, 0 set aside"),
        (["desk", "desk"], Exit.READ, "2 new, 0 changed, 2 known already"),
        (["many"], Exit.READ, "13 new"),
        (["mixed"], Exit.SET_ASIDE, "2 new, 0 changed, 0 known already, 0 renewed, 2 set aside"),
        (["mixed"], Exit.SET_ASIDE, "set aside: mixed:3: expected a text, got an empty one"),
        (["odd"], Exit.NOTHING, "expected a text in en, got none"),
        (["worse"], Exit.NOTHING, "set aside: 2 more (communique corpus status --set-aside)"),
        (["empty"], Exit.NOTHING, "expected a release, got none in the sources"),
        (["gone", "desk"], Exit.SET_ASIDE, "2 new"),
        (["desk", "--processes", "0"], Exit.USAGE, "--processes"),
    ],
)
def test_adding_tells_what_was_done(kept: Path, sources: list[str], status: Exit, told: str) -> None:
    """New, changed, known, renewed, set aside: counted at the end, and the exit status says it in a number."""
    result = corpus("add", *sources, at=kept)
    assert (result.exit_code, told in result.stderr) == (status, True), result.stderr


def test_adding_again_changes_nothing(kept: Path) -> None:
    """What is known is counted as known."""
    corpus("add", "many", at=kept)
    assert "0 new, 0 changed, 13 known already" in corpus("add", "many", at=kept).stderr


def test_without_sources_only_what_is_stale_is_extracted_again(kept: Path) -> None:
    """Nothing is stale here, and that is no failure."""
    corpus("add", "desk", at=kept)
    result = corpus("add", at=kept)
    assert (result.exit_code, "0 new, 0 changed, 0 known already, 0 renewed" in result.stderr) == (Exit.READ, True)


def test_an_interruption_says_what_is_kept(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stops it is told how far it came, and that the rest can follow."""

    def stopped(*_: object, **__: object) -> Iterator[Added]:
        yield Added(new=64)
        raise KeyboardInterrupt

    monkeypatch.setattr("communique.wiring.corpora.add_sources", stopped)
    result = corpus("add", "desk", at=kept)
    assert result.exit_code == Exit.INTERRUPTED
    assert "interrupted: 64 new" in result.stderr
    assert "run it again for the rest" in result.stderr


@pytest.mark.parametrize("command", [["status"], ["search", "ferry"], ["check"], ["backup", "copy"], ["add"]])
def test_without_a_corpus_the_remedy_is_told(kept: Path, command: list[str]) -> None:
    """Nothing is made where something was to be looked at."""
    result = corpus(*command, at=kept)
    assert result.exit_code == Exit.NOTHING
    assert "communique corpus add" in result.stderr
    assert not kept.exists()


@pytest.mark.parametrize(
    "owed",
    [
        "desk.sqlite3 (",
        "releases 13, 1 of them without a date",
        "stale 0 extracted by another version",
        "xa-president · English · 13 releases · 2019-03-09 to 2021-01-09",
        "2019 █1 ░░░ █1 ░░░ █1 ░░░ █1 ░░░ █1 ░░░ 5",
        "holes: Apr 2019, Jun 2019",
        "░░░ a month of which nothing is held: exposure lost, not silence",
    ],
)
def test_the_status_shows_what_is_held(kept: Path, owed: str) -> None:
    """Counts, then a calendar and its holes for each issuer and language, within 80 columns."""
    corpus("add", "many", at=kept)
    shown = corpus("status", at=kept).stdout
    assert owed in " ".join(shown.split()).replace(str(kept), "desk.sqlite3")
    assert max(len(line) for line in shown.splitlines() if str(kept) not in line) <= 80


def test_the_status_lists_what_was_set_aside(kept: Path) -> None:
    """Each with its reason; as JSON beside the rest."""
    corpus("add", "mixed", at=kept)
    assert "mixed:3: expected a text, got an empty one" in corpus("status", "--set-aside", at=kept).stdout
    shown = json.loads(corpus("status", "--format", "json", at=kept).stdout)
    assert (shown["releases"], len(shown["set_aside"])) == (2, 2)
    assert shown["issuers"][0]["months"] == {"2019-07": 1}


@pytest.mark.parametrize(("name", "mark"), [("coverage.svg", b"<?xml"), ("coverage.png", b"\x89PNG")])
def test_the_coverage_can_be_drawn(kept: Path, tmp_path: Path, name: str, mark: bytes) -> None:
    """The ending of the name says how."""
    corpus("add", "many", at=kept)
    result = corpus("status", "--plot", tmp_path / name, at=kept)
    assert (tmp_path / name).read_bytes().startswith(mark)
    assert f"plot → {tmp_path / name}" in result.stderr


def test_a_plot_of_another_form_is_refused_first(kept: Path, tmp_path: Path) -> None:
    """Before anything is looked at."""
    assert corpus("status", "--plot", tmp_path / "coverage.gif", at=kept).exit_code == Exit.USAGE


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (["ferries"], ["desk:1"]),
        (["vesk korin"], ["desk:1", "desk:2"]),
        (["vesk", "--since", "2019-01-01"], ["desk:2"]),
        (["vesk", "--kind", "call"], []),
        (["vesk", "--issuer", "xv-government"], []),
        (["vesk -gas"], ["desk:1"]),
    ],
)
def test_a_search_finds_and_narrows(kept: Path, arguments: list[str], names: list[str]) -> None:
    """Words in any form; every option narrows."""
    corpus("add", "desk", at=kept)
    shown = json.loads(corpus("search", *arguments, "--format", "json", at=kept).stdout)
    assert sorted(hit["name"] for hit in shown["hits"]) == names


def test_a_search_shows_no_more_than_asked_for(kept: Path) -> None:
    """And says that there may be more."""
    corpus("add", "desk", at=kept)
    result = corpus("search", "vesk", "--most", "1", at=kept)
    assert result.stdout.count("xa-president") == 1
    assert result.stderr == "the best 1; more with --most\n"


@pytest.mark.parametrize("columns", ["80", "140"])
def test_hits_are_shown_with_day_name_and_words(kept: Path, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Below each other in a narrow terminal, in a table in a wide one."""
    monkeypatch.setenv("COLUMNS", columns)
    corpus("add", "desk", at=kept)
    shown = corpus("search", "gas transit", at=kept).stdout
    assert "2019-03-09  xa-president  meeting  desk:2" in shown
    assert "gas transit." in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= int(columns)


def test_a_search_without_result_says_among_what_it_looked(kept: Path) -> None:
    """Sides are understood by name; the message has their code."""
    corpus("add", "desk", at=kept)
    result = corpus("search", "volcano", "--with", "kazakhstan", "--until", "2020-01-01", at=kept)
    assert result.stderr == "no release with KZ, until 2020-01-01 holds volcano\n"
    assert (result.stdout, result.exit_code) == ("", Exit.READ)


def test_an_export_has_one_record_a_release(kept: Path, tmp_path: Path) -> None:
    """By day, with the text; the undated ones are there too."""
    corpus("add", "desk", at=kept)
    result = corpus("export", "-o", tmp_path / "out.jsonl", at=kept)
    records = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {record["text"] for record in records} == {TALKS, RETURN}
    assert f"2 records → {tmp_path / 'out.jsonl'}" in result.stderr


def test_columns_are_written_where_the_name_asks_for_them(kept: Path, tmp_path: Path) -> None:
    """A file that ends in .parquet is Parquet."""
    corpus("add", "desk", at=kept)
    corpus("export", "-o", tmp_path / "out.parquet", at=kept)
    assert (tmp_path / "out.parquet").read_bytes()[:4] == b"PAR1"


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx", "out.jsonl.zip"])
def test_an_export_to_another_form_is_refused_first(kept: Path, tmp_path: Path, name: str) -> None:
    """A name that promises a table of another kind is a slip: nothing is written under it."""
    result = corpus("export", "-o", tmp_path / name, at=kept)
    assert (result.exit_code, f"got {name}" in result.stderr) == (Exit.USAGE, True)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_an_export_of_nothing_leaves_the_file_as_it_was(kept: Path, tmp_path: Path, name: str) -> None:
    """No file is replaced by an empty one."""
    corpus("add", "desk", at=kept)
    (tmp_path / name).write_text("old", encoding="utf-8")
    result = corpus("export", "-o", tmp_path / name, "--kind", "call", at=kept)
    assert (result.exit_code, (tmp_path / name).read_text(encoding="utf-8")) == (Exit.NOTHING, "old")
    assert "expected releases of kind call in the corpus, got none" in result.stderr


def test_a_sound_corpus_has_no_fault(kept: Path) -> None:
    """Then the exit status is 0."""
    corpus("add", "desk", at=kept)
    result = corpus("check", at=kept)
    assert (result.exit_code, result.stdout) == (Exit.READ, "")
    assert "no faults in" in result.stderr


def test_faults_are_printed_and_told_by_the_exit_status(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each on its line, for other programs too."""
    corpus("add", "desk", at=kept)
    monkeypatch.setattr("communique.db.corpus.find_faults", lambda *_: iter(["desk:1: its key does not fit its text"]))
    result = corpus("check", at=kept)
    assert (result.exit_code, result.stdout) == (Exit.SET_ASIDE, "desk:1: its key does not fit its text\n")
    assert "1 fault in" in result.stderr


def test_many_faults_are_counted_and_the_first_listed(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A corpus that is wrong throughout fills no screen for minutes, and the remedy is told."""
    corpus("add", "desk", at=kept)
    monkeypatch.setattr("communique.db.corpus.DjangoCorpus.faults", lambda _corpus: map(str, range(1234)))
    result = corpus("check", at=kept)
    assert (result.exit_code, len(result.stdout.splitlines())) == (Exit.SET_ASIDE, MOST_FAULTS)
    assert "1,234 faults in" in result.stderr
    assert "a backup" in result.stderr


def test_a_backup_is_a_corpus_and_never_replaces_a_file(kept: Path, tmp_path: Path) -> None:
    """It can be looked at like the original; a file of that name is left alone."""
    corpus("add", "desk", at=kept)
    copy = tmp_path / "copy.sqlite3"
    assert corpus("backup", copy, at=kept).exit_code == Exit.READ
    assert json.loads(corpus("status", "--format", "json", at=copy).stdout)["releases"] == 2
    assert corpus("backup", copy, at=kept).exit_code == Exit.STOPPED
