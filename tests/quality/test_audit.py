"""Whether an audit finds the claims of an essay and rules on them as the sources do: against our check-lists."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, TypeAlias

import pytest

from communique.reference.loading import fictional_folder
from communique.wiring.bundled import ESSAY

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus" / "ru-president.en.jsonl.gz"
SCORER = SHARED / "score" / "score.py"
GOLDEN = ROOT / "tests" / "golden" / "audit"
UNTESTABLE = frozenset({"motive", "mood", "body"})

FOUND_FLOOR, STATUS_FLOOR = 0.95, 0.9
"""Shares of the claims that are found, and that have a status the sources allow."""

MOST_KEY = 6
"""Words of an essay that a key may repeat: the texts beside the project are not copied into it."""

Record: TypeAlias = dict[str, Any]


class Episode(NamedTuple):
    """A dossier gathered from the corpus: the words that the essay's title holds, its span, its releases."""

    titled: str
    first: str
    last: str
    releases: tuple[tuple[str, str], ...]


EPISODES = {
    "a": Episode(
        "Reasons for",
        "2022-02-07",
        "2022-02-13",
        (
            ("ru-president:67462", "invitation"),
            ("ru-president:67737", "announcement"),
            ("ru-president:67748", "event"),
            ("ru-president:67749", "statement"),
        ),
    ),
    "b": Episode(
        "Urgent Visit",
        "2020-03-04",
        "2020-03-13",
        (("ru-president:62957", "event"), ("ru-president:62966", "event")),
    ),
}


def records_of(path: Path) -> list[Record]:
    """Give the records of a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def checklist(essay: str) -> list[Record]:
    """Give our check-list of one essay: short keys, kinds, statuses, facts."""
    return [record for record in records_of(GOLDEN / "seeds.jsonl") if record["essay"] == essay]


def essay_path(essay: str) -> Path:
    """Give the file of an essay beside the project."""
    titled = EPISODES[essay].titled
    return next(path for path in sorted((SHARED / "seeds").glob("*.txt")) if titled in path.read_text("utf-8")[:80])


def expanded(record: Record, text: str) -> Record:
    """Give a record of the check-list with the whole words of its claim, from its first key to its second."""
    start = text.index(record["from"])
    end = text.index(record["to"], start) + len(record["to"])
    return {**record, "quote": text[start:end]}


def folded(text: str) -> str:
    """Give a text with one space between words, line by line."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def dossier_text(episode: Episode) -> str:
    """Write the dossier of an episode, its releases named in the corpus."""
    head = f'[dossier]\ntitle = "An episode of the corpus"\nfirst = {episode.first}\nlast = {episode.last}\n'
    entry = '\n[[release]]\nsource = "{0}#{1}"\nrole = "{2}"\n'
    return head + "".join(entry.format(CORPUS, name, role) for name, role in episode.releases)


def run(*arguments: str) -> str:
    """Run a program of Python and give what it prints."""
    command = [sys.executable, *arguments]
    return subprocess.run(  # noqa: S603 - our own programs
        command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def exported(essay: Path, dossier: Path, folder: Path, *options: str) -> Path:
    """Audit an essay with the command line and give the file of its claims."""
    told = folder / "told.jsonl"
    run(
        "-m",
        "communique.cli",
        "export",
        "audit",
        str(essay),
        "--dossier",
        str(dossier),
        "-o",
        str(told),
        "--allow-outside",  # the corpus lies beside the project
        "-q",
        *options,
    )
    return told


def scored(gold: list[Record], told: Path, folder: Path) -> dict[str, float]:
    """Score claims against a check-list by the measure that labels are scored with."""
    wanted = folder / "wanted.jsonl"
    wanted.write_text("".join(json.dumps(record) + "\n" for record in gold), encoding="utf-8")
    result = json.loads(run(str(SCORER), "audit", str(wanted), str(told), "--json"))
    return {name: measure["accuracy"] for name, measure in result.items()}


@cache
def scores(essay: str) -> dict[str, float]:
    """Audit one essay beside the project with the dossier of its episode, and score it."""
    text = folded(essay_path(essay).read_text(encoding="utf-8"))
    gold = [expanded(record, text) for record in checklist(essay)]
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "dossier.toml").write_text(dossier_text(EPISODES[essay]), encoding="utf-8")
        return scored(gold, exported(essay_path(essay), folder, folder), folder)


@cache
def planted() -> dict[str, float]:
    """Audit our essay with planted claims over the bundled dossier, and score it."""
    with TemporaryDirectory() as name, as_file(fictional_folder()) as tables:
        with as_file(files("communique.reports") / "demo_dossier") as dossier:
            told = exported(dossier / ESSAY, dossier, Path(name), "--tables", str(tables))
        return scored(records_of(GOLDEN / "ours.jsonl"), told, Path(name))


def keys() -> Iterator[str]:
    """Give every key of the check-lists."""
    return (record[end] for essay in EPISODES for record in checklist(essay) for end in ("from", "to"))


def test_no_key_repeats_more_than_a_few_words() -> None:
    """A key of the check-lists has at most six words, so that no essay is copied into the project."""
    assert [key for key in keys() if len(key.split()) > MOST_KEY] == []


@pytest.mark.parametrize("record", [*checklist("a"), *checklist("b"), *records_of(GOLDEN / "ours.jsonl")])
def test_a_check_list_never_allows_what_no_text_can_show(record: Record) -> None:
    """No claim of motive, mood or body may be confirmed, in our check-lists either."""
    assert record["kind"] not in UNTESTABLE or "confirmed" not in record["status"]
    assert record["status"]


def test_the_planted_claims_stand_in_our_essay() -> None:
    """Each of the twelve planted claims is quoted exactly: four true, four false, four that no text can show."""
    text = (files("communique.reports") / "demo_dossier" / ESSAY).read_text(encoding="utf-8")
    labels = records_of(GOLDEN / "ours.jsonl")
    assert [label["quote"] for label in labels if label["quote"] not in text] == []
    firsts = sorted(label["status"][0] for label in labels)
    assert firsts == ["confirmed"] * 4 + ["contradicted"] * 4 + ["untestable"] * 4


@pytest.mark.shared
@pytest.mark.parametrize("essay", EPISODES)
def test_each_key_names_one_place_of_its_essay(essay: str) -> None:
    """Every key is found, the first one once, and no claim reaches over a line."""
    text = folded(essay_path(essay).read_text(encoding="utf-8"))
    assert [record["from"] for record in checklist(essay) if text.count(record["from"]) != 1] == []
    assert [r["from"] for r in checklist(essay) if "\n" in expanded(r, text)["quote"]] == []


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("essay", EPISODES)
def test_the_audit_of_an_essay_agrees_with_the_check_list(essay: str) -> None:
    """The claims of an essay are found, and ruled on as the records of the corpus allow."""
    reached = scores(essay)
    assert reached["found"] >= FOUND_FLOOR
    assert reached["status"] >= STATUS_FLOOR


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("essay", EPISODES)
def test_no_audit_confirms_what_no_text_can_show(essay: str) -> None:
    """No claim of motive, mood or body, nor any other that must not be, comes out as confirmed."""
    assert scores(essay)["never_confirmed"] == 1.0


@pytest.mark.shared
@pytest.mark.slow
def test_every_planted_claim_is_found_and_ruled_on_rightly() -> None:
    """Of the twelve claims planted in our essay all are found, and all have the status that the dossier gives them."""
    assert planted() == {"found": 1.0, "status": 1.0, "never_confirmed": 1.0}
