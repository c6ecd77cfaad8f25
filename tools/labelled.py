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
    return score(labelled, language, exported(language)) if is_read(language) else {}


def score(labelled: str, language: str, accounts: str) -> Scores:
    """Give what the scorer says of these accounts (one record a line), measure by measure."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "accounts.jsonl"
        told.write_text(accounts, encoding="utf-8")
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
