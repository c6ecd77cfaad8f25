"""Whose words stand in the project: its own. No text of the labelled releases is copied into it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
LENGTH = 8
TABLE_LENGTH = 12  # a table holds names, and the full style of one office may run to ten words
FOLDERS = ("src", "tests", "docs", "bench", "tools", "newsfragments")
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
WORD_LISTS = sorted(set((ROOT / "src").rglob("*.txt")) - set((ROOT / "src/communique/web").rglob("*.txt")))
"""Lists of words; in the workspace such files are letters, and the licence of what is not ours."""

UNREADABLE = frozenset({".mo", ".pyc", ".pdf", ".docx", ".gz", ".png", ".svg"})


def shingles(text: str, length: int = LENGTH) -> Iterator[str]:
    """Give every run of so many words, in lower case, without figures and punctuation."""
    words = WORD.findall(text.lower())
    for start in range(len(words) - length + 1):
        yield " ".join(words[start : start + length])


def project_shingles() -> dict[str, str]:
    """Map every run of words in the project's files, a longer run in tables of names, to the file that has it."""
    files = [ROOT / page for page in PAGES]
    for folder in FOLDERS:
        files += [path for path in (ROOT / folder).rglob("*") if path.is_file() and path.suffix not in UNREADABLE]
    return {
        shingle: str(path.relative_to(ROOT))
        for path in files
        if path.exists() and "_build" not in path.parts
        for shingle in shingles(path.read_text(encoding="utf-8", errors="replace"), length_for(path))
    }


def length_for(path: Path) -> int:
    """Give the length of the runs that may not be shared: tables of names have whole official names in their cells."""
    return TABLE_LENGTH if path.suffix == ".csv" else LENGTH


def strings(value: object) -> Iterator[str]:
    """Walk the strings of a record, whatever its shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def foreign_texts() -> Iterator[tuple[str, str]]:
    """Stream every text beside the project, with the name of its file: corpus, labelled sets, essays."""
    for path in sorted((SHARED / "corpus").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield path.name, record.get("title") or ""
                yield path.name, record.get("text") or ""
    for path in sorted((SHARED / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield from ((path.name, text) for text in strings(json.loads(line)))
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")


@pytest.mark.shared
@pytest.mark.slow
def test_no_text_is_copied_from_beside_the_project() -> None:
    """No run of eight words of a project file (twelve of a table) stands in corpus, labelled sets or essays."""
    ours = project_shingles()
    copied = {
        f"{ours[shingle]}: {shingle} ({name})"
        for name, text in foreign_texts()
        for length in (LENGTH, TABLE_LENGTH)
        for shingle in shingles(text, length)
        if shingle in ours
    }
    assert "\n".join(sorted(copied)) == ""


def test_a_copied_sentence_would_be_seen() -> None:
    """A sentence shares its runs of words with a copy in other case and punctuation, and none with another one."""
    one = set(shingles("The two presidents, meeting in Tarsk, agreed to keep the northern ferry running."))
    copy = set(shingles("the two Presidents meeting in TARSK agreed to keep the northern ferry running all year"))
    assert one <= copy
    assert one.isdisjoint(shingles("In Sund the prime minister said that the ferry had never been in question at all."))


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda path: path.name)
def test_a_word_list_names_its_source(path: Path) -> None:
    """A list of words says in its first lines, behind #, where the words were taken from."""
    head = "".join(line for line in path.read_text(encoding="utf-8").splitlines()[:5] if line.startswith("#"))
    assert "source" in head.lower()
