"""The labelled sets beside the project: which releases they are about, what we export of those, how it scores."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from communique.wiring.building import LANGUAGES

Scores: TypeAlias = dict[str, dict[str, Any]]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
SCORER = SHARED / "score" / "score.py"
SENTENCE_SETS = ("protocol", "instruments", "instruments-releases", "figures")
EXPORTED_AS = {"pairs": "variants", "edits": "edits"}
"""Sets that have an export of their own, and its name; the others are scored on accounts."""
ASKED = {
    "pairs": ("id", "a", "b"),
    "edits": ("id", "before", "after", "title_before", "title_after"),
}
"""The keys of such a set that say what is asked; the others are labels, which the export never sees."""
SCORED_AS = {"instruments-releases": "instruments"}
"""What the scorer calls a set, where that is not the set's own name."""


def is_read(language: str) -> bool:
    """Tell whether releases in a language are read at all yet."""
    return language in LANGUAGES


def gold_of(labelled: str) -> Path:
    """Give the file with the labels of a set."""
    return SHARED / "gold" / (f"{labelled}-dev.gold.jsonl" if labelled == "anatomy" else f"{labelled}-dev.jsonl")


def lines_of(path: Path) -> list[str]:
    """Give the lines of a file that are not empty, unpacked where it is packed."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [line for line in file if line.strip()]


def labels_of(labelled: str, language: str) -> list[dict[str, Any]]:
    """Give the labels of a set in one language; labels that name no language are English."""
    labels = (json.loads(line) for line in lines_of(gold_of(labelled)))
    return [label for label in labels if label.get("language", "en") == language]


def scores_of(labelled: str, language: str) -> Scores:
    """
    Score what we export of the labelled releases of a language; nothing where the language is not read yet.

    Raises:
        CalledProcessError: the export or the scorer ended with an error; set-aside records are one.
    """
    if not is_read(language):
        return {}
    records = exported_of_its_own(labelled, language) if labelled in EXPORTED_AS else exported(language)
    return score(labelled, language, records)


def score(labelled: str, language: str, records: str) -> Scores:
    """Give what the scorer says of these records (one a line), measure by measure."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "records.jsonl"
        told.write_text(records, encoding="utf-8")
        name = SCORED_AS.get(labelled, labelled)
        options = ("--json", f"--language={language}")
        result: Scores = json.loads(_run(str(SCORER), name, str(gold_of(labelled)), str(told), *options))
    return result


@cache
def exported(language: str) -> str:
    """Export every labelled release of a language with the command line, once: the sets share many of them."""
    with tempfile.TemporaryDirectory() as folder:
        chosen, accounts = Path(folder) / "releases.jsonl", Path(folder) / "accounts.jsonl"
        chosen.write_text("".join(releases_in(language)), encoding="utf-8")
        _run("-m", "communique.cli", "export", "accounts", str(chosen), "-o", str(accounts), "--quiet")
        return accounts.read_text(encoding="utf-8")


def exported_of_its_own(labelled: str, language: str) -> str:
    """Export the records of a set of pairs or of edits with the command line; their labels are left out before."""
    with tempfile.TemporaryDirectory() as folder:
        asked, told = Path(folder) / "asked.jsonl", Path(folder) / "told.jsonl"
        asked.write_text("".join(asked_of(labelled, language)), encoding="utf-8")
        _run("-m", "communique.cli", "export", EXPORTED_AS[labelled], str(asked), "-o", str(told), "--quiet")
        return told.read_text(encoding="utf-8")


def asked_of(labelled: str, language: str) -> list[str]:
    """Give the records of a set without their labels, each one line of JSON; those of edits where there are texts."""
    bare = ({key: label[key] for key in ASKED[labelled] if key in label} for label in labels_of(labelled, language))
    return [json.dumps(record, ensure_ascii=False) + "\n" for record in bare if set(record) - {"id"}]


def releases_in(language: str) -> list[str]:
    """Give the labelled releases of a language, each one line of JSON: those of the sentence sets by their names."""
    wanted = {label["release"] for labelled in SENTENCE_SETS for label in labels_of(labelled, language)}
    found = dict(_records(SHARED / "gold" / "anatomy-dev.in.jsonl", language))
    for path in sorted((SHARED / "corpus").glob(f"*.{language}.jsonl.gz")):
        found |= {name: line for name, line in _records(path, language) if name in wanted}
    return list(found.values())


def _records(path: Path, language: str) -> Iterator[tuple[str, str]]:
    for line in lines_of(path):
        record = json.loads(line)
        if record["language"] == language:
            yield record["id"], line


def _run(*arguments: str) -> str:
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
