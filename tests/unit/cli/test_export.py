"""``communique export``: accounts, with an engine whose parts are named fakes; pairs and edits as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.exits import Exit
from unit.engines import UNREADABLE, engine
from unit.word_vectors import WordVectors

TALKS = "Ilmar Vesk met with Adela Korin in Tarsk."


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command find fictional texts under these names."""
    fake = engine(corpus=(TALKS,) * 150, holes=(TALKS, "", UNREADABLE, TALKS), empty=())
    monkeypatch.setattr("communique.wiring.records.build_engine", lambda _settings: fake)


def export(*arguments: str) -> Result:
    """Run the command as a user types it."""
    return CliRunner().invoke(app, ["export", "accounts", *arguments])


def test_there_is_one_record_a_release_in_order(tmp_path: Path) -> None:
    """The records stand in the order of the releases, each on its line."""
    out = tmp_path / "accounts.jsonl"
    assert export("corpus", "-o", str(out)).exit_code == Exit.READ
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in records] == [f"corpus:{number}" for number in range(1, 151)]
    assert records[0]["place"]["city"] == "Tarsk"


def test_what_is_set_aside_is_told_and_counted(tmp_path: Path) -> None:
    """Releases in = accounts + set-aside, and the exit status says that some were set aside."""
    result = export("holes", "-o", str(tmp_path / "out.jsonl"))
    assert result.exit_code == Exit.SET_ASIDE
    assert "2 releases read, 2 set aside" in result.stderr
    assert result.stderr.count("set aside: ") == 2


def test_without_a_file_records_go_to_standard_output() -> None:
    """Other programs read them from there; counts and reasons keep to standard error."""
    lines = export("holes").stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["holes:1", "holes:4"]


@pytest.mark.parametrize("sources", [["empty"], ["gone"], ["empty", "gone"]])
def test_nothing_read_leaves_the_file_as_it_was(tmp_path: Path, sources: list[str]) -> None:
    """An export is never replaced by an empty one."""
    out = tmp_path / "out.jsonl"
    out.write_text("old\n", encoding="utf-8")
    assert export(*sources, "-o", str(out)).exit_code == Exit.NOTHING
    assert out.read_text(encoding="utf-8") == "old\n"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_folder_that_cannot_be_written_is_a_plain_line(tmp_path: Path) -> None:
    """The work broke off: one line says where, the exit status that it did."""
    (tmp_path / "file").touch()
    result = export("corpus", "-o", str(tmp_path / "file" / "out.jsonl"))
    assert result.exit_code == Exit.STOPPED
    assert str(tmp_path / "file") in result.stderr
    assert "Traceback" not in result.stderr


def half(name: str) -> dict[str, str]:
    """Give the record of one account of a pair."""
    return {"id": name, "issuer": name, "language": "en", "title": f"Talks of {name}", "text": TALKS}


@pytest.mark.parametrize(
    ("command", "records", "kept"),
    [
        pytest.param("variants", [{"id": "one", "a": half("xa"), "b": half("xv")}], {"id": "one"}, id="variants"),
        pytest.param(
            "edits", [{"id": "two", "before": TALKS, "after": TALKS.replace("met", "mett")}], {"id": "two"}, id="edits"
        ),
    ],
)
def test_pairs_and_edits_become_records(
    command: str, records: list[object], kept: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One a line, under the identifier it came with, into a file that is whole or not there."""
    monkeypatch.setattr("communique.wiring.comparing._universal", WordVectors)
    given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
    given.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    result = CliRunner().invoke(app, ["export", command, str(given), "-o", str(out)])
    assert result.exit_code == Exit.READ
    (record,) = map(json.loads, out.read_text(encoding="utf-8").splitlines())
    assert kept.items() <= record.items()


def test_a_pair_that_is_none_is_told_and_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are written, and the exit status says that one was not; without any, no file is made."""
    monkeypatch.setattr("communique.wiring.comparing._universal", WordVectors)
    given, out = tmp_path / "given.jsonl", tmp_path / "out.jsonl"
    good, bad = json.dumps({"id": "one", "a": half("xa"), "b": half("xv")}), json.dumps({"id": "two", "a": half("xa")})
    given.write_text(f"{good}\n{bad}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "variants", str(given), "-o", str(out)])
    assert result.exit_code == Exit.SET_ASIDE
    assert "1 pair read, 1 set aside" in result.stderr
    out.unlink()
    given.write_text(f"{bad}\n", encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "variants", str(given), "-o", str(out)])
    assert result.exit_code == Exit.NOTHING
    assert not out.exists()


PAGE = "---\nissuer: xa-president\naddress: https://press.example/1\n---\n\nIlmar Vesk met with Adela Korin in Tarsk.\n"


def test_findings_are_written_as_annotations(tmp_path: Path) -> None:
    """Each line is an annotation of its own, with its context, on words of the release."""
    (page := tmp_path / "talks.md").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "annotations", str(page), "--no-corpus"])
    assert result.exit_code == Exit.READ
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert records
    assert {record["@context"] for record in records} == {"http://www.w3.org/ns/anno.jsonld"}
    assert {record["target"]["source"]["id"] for record in records} == {"https://press.example/1"}


def test_people_and_events_are_written_as_entities(tmp_path: Path) -> None:
    """Of a release that is read: the document, its event, and who took part."""
    (page := tmp_path / "talks.md").write_text(PAGE, encoding="utf-8")
    out = tmp_path / "entities.jsonl"
    result = CliRunner().invoke(app, ["export", "entities", str(page), "-o", str(out)])
    assert result.exit_code == Exit.READ
    schemata = [json.loads(line)["schema"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert {"Article", "Event", "Person"} <= set(schemata)


def test_entities_of_a_corpus_are_chosen_by_its_options(tmp_path: Path) -> None:
    """Options that choose from a corpus have nothing to choose from in files, and that is said."""
    (page := tmp_path / "talks.md").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "entities", str(page), "--since", "2020-01-01"])
    assert result.exit_code == Exit.USAGE
    assert "from a corpus" in " ".join(result.stderr.split())


def test_what_cannot_be_read_is_set_aside_among_entities(tmp_path: Path) -> None:
    """One bad source does not stop the others; it is told at the end."""
    (page := tmp_path / "talks.md").write_text(PAGE, encoding="utf-8")
    result = CliRunner().invoke(app, ["export", "entities", str(page), str(tmp_path / "gone.md")])
    assert result.exit_code == Exit.SET_ASIDE
    assert "gone.md" in result.stderr
