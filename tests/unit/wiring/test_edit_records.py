"""Records of edited texts: one line each, in the keys of the labelled files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from communique.errors import SourceError
from communique.wiring.edit_records import export_edits

RECORDS: tuple[dict[str, object], ...] = (
    {"id": 1, "before": "Arvenia will give $40 million.", "after": "Arvenia will give $45 million."},
    {"id": "two", "before": "", "after": "", "title_before": "Talks on on trade", "title_after": "Talks on trade"},
    {"id": 3, "before": "Ilmar Vesk came.", "after": "Ilmar Vesk came."},
    {"id": 4, "before": None, "after": None, "text_omitted": "too long"},
    {"id": 5, "before": "Стороны встретились.", "after": "Стороны не встретились."},
)


def written(folder: Path, *lines: str, packed: bool = False) -> str:
    """Write lines into a file and give its path."""
    content = "\n".join(lines).encode()
    path = folder / ("edits.jsonl.gz" if packed else "edits.jsonl")
    path.write_bytes(gzip.compress(content) if packed else content)
    return str(path)


@pytest.mark.parametrize("packed", [False, True])
def test_every_record_gives_one_line_in_order(
    tmp_path: Path,
    packed: bool,  # noqa: FBT001 - a table's column
) -> None:
    """A line tells id, class and kinds; a record whose texts were left out says that nothing is known to differ."""
    lines = [json.loads(line) for line in export_edits([written(tmp_path, *map(json.dumps, RECORDS), packed=packed)])]
    assert [(line["id"], line["class"], line["kinds"]) for line in lines] == [
        (1, "substantive", ["figure_changed"]),
        ("two", "cosmetic", ["typo"]),
        (3, "none", []),
        (4, "none", []),
        (5, "substantive", ["other"]),
    ]


def test_the_changed_words_are_told(tmp_path: Path) -> None:
    """Each change names the words before and after, and says what happened to them."""
    (line,) = export_edits([written(tmp_path, json.dumps(RECORDS[0]))])
    (change,) = json.loads(line)["changes"]
    assert (change["before"], change["after"], change["told"]) == ("40", "45", "“40” became “45”")


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    """A blank line is no record."""
    assert len(list(export_edits([written(tmp_path, "", json.dumps(RECORDS[0]), "")]))) == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": 1, "text": "They met."}', "got the keys id, text"),
        ('{"id": 1, "before": "They met."}', "“before” and “after”"),
        ("[1]", "got a JSON list"),
        ("{", "broken JSON"),
        ('{"before": 5, "after": "They met."}', "text in “before”"),
    ],
)
def test_a_record_that_is_no_edit_is_refused_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    """The message names the line, what was wanted and what was got."""
    with pytest.raises(SourceError, match="line 2") as refused:
        list(export_edits([written(tmp_path, json.dumps(RECORDS[0]), line)]))
    assert told in str(refused.value)


def test_a_missing_file_is_refused() -> None:
    """A path that leads nowhere is told."""
    with pytest.raises(SourceError, match=r"nowhere\.jsonl"):
        list(export_edits(["nowhere.jsonl"]))
