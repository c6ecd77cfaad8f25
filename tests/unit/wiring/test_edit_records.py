"""Records of edited texts: one line each, in the keys of the labelled files."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from communique.sources import SetAside
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
    told = export_edits([written(tmp_path, *map(json.dumps, RECORDS), packed=packed)])
    lines = [json.loads(line) for line in told if isinstance(line, str)]
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
    assert isinstance(line, str)
    (change,) = json.loads(line)["changes"]
    assert (change["before"], change["after"], change["told"]) == ("40", "45", "“40” became “45”")


def test_empty_lines_are_passed_over(tmp_path: Path) -> None:
    """A blank line is no record."""
    assert len(list(export_edits([written(tmp_path, "", json.dumps(RECORDS[0]), "")]))) == 1


@pytest.mark.parametrize(
    ("record", "kinds"),
    [
        ({"before": "They met.", "after": "", "title_before": "T", "title_after": "T"}, ["sentence_removed"]),
        ({"before": "", "after": "They met.", "title_before": "T", "title_after": "T"}, ["sentence_added"]),
        ({"before": "They met.", "after": ""}, ["sentence_removed"]),
        ({"before": "", "after": ""}, []),
        ({"before": "They met.", "after": None}, []),
        ({"before": "They met."}, []),
        ({"before": "They met.", "after": "", "text_omitted": "too long"}, []),
        ({"before": None, "after": "They met.", "title_before": "on on it", "title_after": "on it"}, ["typo"]),
    ],
)
def test_an_empty_text_is_a_version_and_a_missing_one_is_left_out(
    tmp_path: Path, record: dict[str, object], kinds: list[str]
) -> None:
    """A body that was deleted is a sentence removed; one whose key is missing or null was not captured."""
    (line,) = export_edits([written(tmp_path, json.dumps(record))])
    assert isinstance(line, str)
    assert json.loads(line)["kinds"] == kinds


def test_a_language_that_is_not_named_is_detected(tmp_path: Path) -> None:
    """Ukrainian words are not read by the rules of Russian slips."""
    record = {"before": "Президент прибуде до Сунда.", "after": "Президент прибув до Сунда."}
    (line,) = export_edits([written(tmp_path, json.dumps(record))])
    assert isinstance(line, str)
    assert json.loads(line)["kinds"] == ["other"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": 1, "text": "They met."}', "got the keys id, text"),
        ("[1]", "got a JSON list"),
        ("{", "broken JSON"),
        ('{"before": 5, "after": "They met."}', "text in “before”"),
    ],
)
def test_a_record_that_is_no_edit_is_set_aside_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    """The message names the line, what was wanted and what was got; the records after it are read."""
    good = json.dumps(RECORDS[0])
    before, aside, after = export_edits([written(tmp_path, good, line, good)])
    assert before == after
    assert isinstance(aside, SetAside)
    assert aside.source.endswith("line 2")
    assert told in aside.reason


def test_a_file_of_another_kind_is_told_once(tmp_path: Path) -> None:
    """Many lines of which none is an edit are one message; standing before a good one each has its own."""
    bad = [json.dumps({"id": number, "text": "They met."}) for number in range(9)]
    (aside,) = export_edits([written(tmp_path, *bad)])
    assert isinstance(aside, SetAside)
    assert aside.reason.startswith("none of its 9 lines is an edit; the first: expected a record with “before”")
    mixed = list(export_edits([written(tmp_path, *bad, json.dumps(RECORDS[0]))]))
    assert [isinstance(item, SetAside) for item in mixed] == [True] * 9 + [False]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash means the records that are piped in."""
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(RECORDS[0]).encode()))
    monkeypatch.setattr("sys.stdin", stream)
    (line,) = export_edits(["-"])
    assert isinstance(line, str)
    assert json.loads(line)["kinds"] == ["figure_changed"]


def test_a_missing_file_is_set_aside(tmp_path: Path) -> None:
    """A path that leads nowhere is told, and stops no other file."""
    aside, line = export_edits(["nowhere.jsonl", written(tmp_path, json.dumps(RECORDS[0]))])
    assert isinstance(aside, SetAside)
    assert "nowhere.jsonl" in aside.source
    assert isinstance(line, str)
