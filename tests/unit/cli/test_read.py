"""``communique read``, with an engine whose parts are named fakes."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.exits import Exit
from communique.cli.forms import is_folder
from communique.db.opening import open_corpus
from communique.model import Account
from communique.wiring.deposits import make_deposit
from unit.engines import UNREADABLE, engine
from unit.fictional import tables

TALKS = "Ilmar Vesk met with Adela Korin in Tarsk."
RETURN = "Adela Korin received Ilmar Vesk in Sund."


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command find fictional texts under these names."""
    fake = engine(
        ours=(TALKS,), theirs=(RETURN,), many=(TALKS, RETURN, TALKS), mixed=(TALKS, UNREADABLE, ""), odd=(UNREADABLE,)
    )
    monkeypatch.setattr("communique.wiring.precedents.build_engine", lambda _settings: fake)
    monkeypatch.setattr("communique.wiring.precedents.corpus_at_hand", lambda settings: settings.corpus_named)
    monkeypatch.delenv("COLUMNS", raising=False)


def read(*arguments: str) -> Result:
    """Run the command as a user types it."""
    return CliRunner().invoke(app, ["read", *arguments])


@pytest.mark.parametrize(
    ("sources", "status", "told"),
    [
        (["ours"], Exit.READ, ""),
        (["many"], Exit.READ, "3 releases read, 0 set aside"),
        (["mixed"], Exit.SET_ASIDE, "1 release read, 2 set aside"),
        (["mixed"], Exit.SET_ASIDE, "set aside: mixed:3: expected a text, got an empty one"),
        (["gone"], Exit.NOTHING, "gone: expected a file gone, got nothing (is the name right?)"),
        (["odd"], Exit.NOTHING, "expected a text in en, got none (name its language)"),
        (["gone", "ours"], Exit.SET_ASIDE, "1 release read, 1 set aside"),
        ([], Exit.USAGE, "Missing argument"),
        (["ours", "--format", "pdf"], Exit.USAGE, "'pdf' is not one of"),
        (["ours", "--tables", "no-such-folder"], Exit.USAGE, "no-such-folder"),
    ],
)
def test_the_exit_status_says_how_much_was_read(sources: list[str], status: Exit, told: str) -> None:
    """All, some or nothing: the number says it, and standard error says why."""
    result = read(*sources)
    assert result.exit_code == status
    assert told in result.stderr


def test_one_release_that_is_read_says_nothing_on_standard_error() -> None:
    """A report alone is the answer; counts are for batches."""
    assert read("ours").stderr == ""


@pytest.mark.parametrize(
    ("form", "mark"),
    [("terminal", "On ours:1\n"), ("html", "<!doctype html>"), ("markdown", "# "), ("json", "{")],
)
def test_a_report_takes_the_form_asked_for(form: str, mark: str) -> None:
    """Terminal, page, Markdown or JSON, on standard output."""
    shown = read("ours", "--format", form).stdout
    assert mark in shown.lower() or mark in shown
    assert "Tarsk" in shown


@pytest.mark.parametrize(
    ("name", "mark"), [("a.html", "<!doctype html>"), ("a.md", "#"), ("a.json", "{"), ("a.txt", "O")]
)
def test_the_ending_of_the_output_names_the_form(tmp_path: Path, name: str, mark: str) -> None:
    """A file called .html gets a page without being asked."""
    assert read("ours", "-o", str(tmp_path / name)).exit_code == Exit.READ
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(mark.lower())


def test_a_folder_gets_one_file_a_report(tmp_path: Path) -> None:
    """Files are named after their releases; what was there before under other names stays."""
    (tmp_path / "kept.txt").write_text("mine", encoding="utf-8")
    result = read("many", "ours", "-f", "markdown", "-o", f"{tmp_path}/reports/")
    assert result.exit_code == Exit.READ
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "many_1.md",
        "many_2.md",
        "many_3.md",
        "ours_1.md",
    ]
    assert "4 releases read, 0 set aside → " in result.stderr


def test_releases_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """The second of a name is numbered."""
    read("ours", "ours", "-f", "json", "-o", str(tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ours_1-2.json", "ours_1.json"]


def test_several_reports_on_one_page_stand_in_order(tmp_path: Path) -> None:
    """One HTML file holds them all."""
    read("ours", "theirs", "-o", str(tmp_path / "both.html"))
    page = (tmp_path / "both.html").read_text(encoding="utf-8")
    assert 0 < page.index("On ours:1") < page.rindex("On theirs:1")


def test_json_of_several_reports_is_a_stream_of_documents() -> None:
    """A reader of JSON takes one document after the other."""
    rest, titles = read("many", "-f", "json").stdout.strip(), list[str]()
    while rest:
        document, end = json.JSONDecoder().raw_decode(rest)
        titles.append(json.dumps(document))
        rest = rest[end:].strip()
    assert [f"On many:{number}" in title for number, title in enumerate(titles, start=1)] == [True] * 3


def test_sources_read_together_mirror_each_other() -> None:
    """Each report names the other account as at hand."""
    alone, together = read("ours", "theirs"), read("ours", "theirs", "--together")
    assert "other account" in together.stdout
    assert together.stdout.count("https://president.example/theirs:1") > alone.stdout.count(
        "https://president.example/theirs:1"
    )


def test_nothing_read_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    """A report is never replaced by none."""
    (tmp_path / "report.html").write_text("the old one", encoding="utf-8")
    assert read("gone", "-o", str(tmp_path / "report.html")).exit_code == Exit.NOTHING
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == "the old one"


@pytest.mark.parametrize(("columns", "widest"), [("60", 60), ("100", 100), (None, 100), ("12", 40)])
def test_the_width_follows_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str | None, widest: int) -> None:
    """``COLUMNS`` counts; without a terminal lines have 100 columns; none is narrower than 40."""
    if columns:
        monkeypatch.setenv("COLUMNS", columns)
    lines = read("many").stdout.splitlines()
    assert max(map(len, lines)) == widest


def test_quiet_tells_only_what_was_set_aside() -> None:
    """The count goes, the reasons stay."""
    told = read("mixed", "--quiet").stderr
    assert "set aside: mixed:3" in told
    assert "releases read" not in told


@pytest.mark.parametrize(
    ("output", "wanted"), [("reports/", True), ("report.html", False), ("-", False), (str(Path(__file__).parent), True)]
)
def test_a_slash_at_the_end_means_a_folder(output: str, *, wanted: bool) -> None:
    """So does a folder that is there."""
    assert is_folder(output) is wanted


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a corpus that holds one release, and lines so long that no path wraps, however deep its folder."""
    monkeypatch.setenv("COLUMNS", "400")
    place = tmp_path / "desk.sqlite3"
    account = next(iter(engine(shelf=(TALKS,)).accounts(engine(shelf=(TALKS,)).releases(["shelf"]))))
    assert isinstance(account, Account)
    with closing(open_corpus(place)) as corpus:
        corpus.add([make_deposit(account, tables=tables(), version="1")])
    return place


def test_a_corpus_that_is_named_is_asked(kept: Path) -> None:
    """The report says against what it was read, and can be of a release that the corpus keeps."""
    assert "desk.sqlite3" in read("ours", "--corpus", str(kept)).stdout
    assert "On shelf:1" in read("corpus:shelf:1", "--corpus", str(kept)).stdout


def test_no_corpus_is_asked_where_none_is_wanted(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the environment names one."""
    monkeypatch.setenv("COMMUNIQUE_CORPUS", str(kept))
    assert "desk.sqlite3" in read("ours").stdout
    assert "desk.sqlite3" not in read("ours", "--no-corpus").stdout


def test_a_corpus_that_is_named_must_be_there(tmp_path: Path) -> None:
    """A slip in a path is no reading without precedents."""
    result = read("ours", "--corpus", str(tmp_path / "gone.sqlite3"))
    assert (result.exit_code, result.stdout) == (Exit.NOTHING, "")
    assert "gone.sqlite3" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"), [(("--no-corpus",), "got --no-corpus (leave that out)"), ((), "got none there")]
)
def test_a_release_of_a_corpus_needs_one(arguments: tuple[str, ...], told: str) -> None:
    """Its name is not taken for that of a file."""
    result = read("corpus:shelf:1", *arguments)
    assert (result.exit_code, result.stdout) == (Exit.NOTHING, "")
    assert told in result.stderr
    assert "the file corpus:" not in result.stderr
