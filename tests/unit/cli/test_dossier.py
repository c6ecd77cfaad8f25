"""``communique dossier`` on texts about fictional states, with the real reader, in a folder and in the store."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner, Result

from communique.adapters.dossier_files import load_dossier
from communique.cli.app import app
from communique.cli.exits import Exit
from communique.model import Role
from communique.reference.loading import fictional_folder
from communique.reports.dossiers.json import dossier_schema

TABLES = Path(str(fictional_folder()))
NEW = ("--title", "The ferry talks", "--between", "XA", "Velmark", "--from", "2021-06-14", "--to", "2021-06-18")
TALKS = """President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk.
Adela Korin asked for this meeting in spring. They discussed trade."""
CALL = "Ilmar Vesk had a telephone conversation with Prime Minister of Velmark Adela Korin. They discussed the ferry."
SCHOOL = "Ilmar Vesk opened a school in Tarsk. He spoke with teachers and pupils about the new term."
RECORDS = (
    ("call", "2021-06-14", "Telephone conversation with Prime Minister of Velmark Adela Korin", CALL),
    ("talks", "2021-06-16", "Talks with Prime Minister of Velmark Adela Korin", TALKS),
    ("school", "2021-06-17", "Opening of a school", SCHOOL),
)


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write the releases as records of one file, and work there without a corpus of a user's own."""
    monkeypatch.chdir(tmp_path)
    for variable in ("COMMUNIQUE_CORPUS", "DATABASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COMMUNIQUE_ALLOW_OUTSIDE", "1")  # the releases lie beside the dossiers
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    records = (
        {
            "id": f"xa-president:{name}",
            "issuer": "xa-president",
            "language": "en",
            "title": title,
            "text": text,
            "issued": f"{day}T12:00:00",
            "url": f"https://president.arvenia.example/{name}",
        }
        for name, day, title, text in RECORDS
    )
    Path("desk.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def dossier(command: str, *words: str) -> Result:
    """Run a command of the group as a user types it, with the fictional tables and this folder's corpus, if any."""
    named = [] if command in {"list", "copy", "remove"} else ["--tables", str(TABLES)]
    if Path("desk.sqlite3").exists() or any(word.startswith("store:") for word in words):
        named += ["--corpus", "desk.sqlite3"]
    return CliRunner().invoke(app, ["dossier", command, *words, *named])


def fill_corpus() -> None:
    """Keep the releases in the corpus."""
    done = CliRunner().invoke(
        app, ["corpus", "add", "desk.jsonl", "--corpus", "desk.sqlite3", "--tables", str(TABLES), "--quiet"]
    )
    assert done.exit_code == Exit.READ, done.stderr


def add_talks(location: str = "ferry") -> Result:
    """File the talks with all that a filing should have."""
    return dossier("add", location, "desk.jsonl#xa-president:talks", "--reason", "the host's record", "--grade", "B2")


@pytest.mark.parametrize("location", ["ferry", "store:ferry"])
def test_a_dossier_from_its_beginning(location: str) -> None:
    """Begun, filled, shown, checked and exported: in a folder and in the store alike."""
    assert dossier("new", location, *NEW).exit_code == Exit.READ
    added = add_talks(location)
    assert (added.exit_code, "1 filed →" in added.stderr) == (Exit.READ, True), added.stderr
    shown = dossier("show", location).stdout
    assert "Arvenia, Velmark" in shown
    assert "the host's record" in shown
    assert "working contact of the ordinary kind" in shown
    checked = dossier("check", location)
    assert (checked.exit_code, checked.stdout) == (Exit.READ, ""), checked.stdout
    found = json.loads(dossier("export", location).stdout)
    jsonschema.validate(found, json.loads(dossier_schema()))
    assert found["releases"][0]["account"]["title"] == "Talks with Prime Minister of Velmark Adela Korin"


def test_a_begun_dossier_tells_what_goes_where() -> None:
    """The file has its sides by code, the dull hypothesis, and remarks."""
    dossier("new", "ferry", *NEW, "--side", "Tholia", "--side", "XA")
    kept = load_dossier(Path("ferry"))
    assert (kept.sides, [item.dull for item in kept.hypotheses]) == (("XA", "XV", "XT"), [True])
    assert "# [[release]]" in Path("ferry/dossier.toml").read_text(encoding="utf-8")
    again = dossier("new", "ferry", *NEW)
    assert (again.exit_code, "it stays as it is" in again.stderr) == (Exit.STOPPED, True)


def test_adding_again_changes_nothing() -> None:
    """What is filed stays as it is; what cannot be read is told and not filed."""
    dossier("new", "ferry", *NEW)
    add_talks()
    before = Path("ferry/dossier.toml").read_text(encoding="utf-8")
    again = add_talks()
    assert (again.exit_code, "0 filed, 1 filed already" in again.stderr) == (Exit.READ, True), again.stderr
    gone = dossier("add", "ferry", "gone.html")
    assert (gone.exit_code, "not filed: gone.html" in gone.stderr) == (Exit.SET_ASIDE, True), gone.stderr
    assert Path("ferry/dossier.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", "ferry", "desk.jsonl#xa-president:talks", "--grade", "B9"), "--grade"),
        (("add", "ferry", "desk.jsonl#xa-president:talks", "--role", "guest"), "--role"),
        (("show", "nowhere"), "communique dossier new"),
        (("show", "ferry", "-o", "folder/"), "--output"),
        (("gather", "--from", "2021-06-14"), "--between"),
        (("gather", "--into", "nowhere"), "communique dossier new"),
        (("remove", "ferry"), "store:NAME"),
        (("new", "other", *NEW[:3], "XA", "Velmarck", *NEW[5:]), "did you mean Velmark (XV)?"),
        (("new", "other", *NEW[:3], "XV", "Velmark", *NEW[5:]), "expected two sides, got XV twice"),
        (("new", "other", *NEW[:5], "--from", "14.06.2021", *NEW[7:]), "expected a day like 2020-03-15"),
        (("new", "other", *NEW[:5], "--from", "2021-06-19", *NEW[7:]), "expected a first day not after the last"),
        (("gather", "--into", "ferry", "--between", "XA", "Velmarck"), "did you mean Velmark (XV)?"),
        (("gather", "--into", "ferry", "--between", "XA", "XT"), "expected sides of ferry (XA, XV), got XA, XT"),
        (("gather", "--into", "ferry", "--from", "2021-07-01"), "expected a first day not after the last"),
        (("weigh", "ferry", "--analyst", "ZZ"), "--analyst"),
        (("timeline", "ferry", "-o", "ferry.pdf"), ".svg"),
        (("timeline", "ferry", "-o", "nowhere/ferry.svg"), "make nowhere first"),
        (("show", "ferry", "-o", "nowhere/ferry.md"), "make nowhere first"),
    ],
)
def test_what_does_not_fit_is_told(words: tuple[str, ...], told: str) -> None:
    """A command line or a dossier that does not fit ends with 2, and says what was expected."""
    dossier("new", "ferry", *NEW)
    result = dossier(*words)
    assert (result.exit_code, told in result.stderr) == (Exit.USAGE, True), result.stderr


def test_every_fault_is_a_line() -> None:
    """Faults of contents are listed with the exact words that stand there instead, and the exit status is 1."""
    dossier("new", "ferry", *NEW)
    add_talks()
    with Path("ferry/dossier.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[evidence]]\ncode = "D1"\nstatement = "S"\nsource = "xa-president:talks"\n'
            'quote = "asked for that meeting in spring"\ngrade = "B2"\n[[release]]\nsource = "gone.html"\n'
        )
    checked = dossier("check", "ferry")
    assert checked.exit_code == Exit.SET_ASIDE
    assert [line.partition(" (")[0].partition(": expected")[0] for line in checked.stdout.splitlines()] == [
        "release gone.html",
        "release gone.html: no reason why it belongs",
        "release gone.html: no grade of source and item",
        "evidence D1: “asked for that meeting in spring” does not stand in xa-president:talks",
    ]
    assert "“asked for this meeting in spring”" in checked.stdout
    assert "4 faults in ferry" in checked.stderr


def test_every_fault_of_form_is_a_line() -> None:
    """Where the form does not fit, each fault is a line, and nothing else is looked at."""
    dossier("new", "ferry", *NEW)
    with Path("ferry/dossier.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[release]]\nsorce = "a"\n[[forecast]]\ncode = 7\n')
    checked = dossier("check", "ferry")
    lines = checked.stdout.splitlines()
    assert (checked.exit_code, len(lines)) == (Exit.SET_ASIDE, 7)
    text = Path("ferry/dossier.toml").read_text(encoding="utf-8").splitlines()
    sorce = text.index('sorce = "a"') + 1
    assert lines[0].startswith(f"ferry:{sorce}: [[release]] 1: expected only known keys")
    assert "did you mean “source”?" in lines[0]
    assert lines[1].startswith(f"ferry:{text.index('code = 7') + 1}: [[forecast]] 1: expected text in quotation marks")
    shown = dossier("show", "ferry")
    assert (shown.exit_code, "and 6 more faults" in shown.stderr) == (Exit.USAGE, True)


def test_gathering_proposes_and_files() -> None:
    """Contacts of the span are proposed with reasons, parallel events counted apart; a second time nothing is new."""
    fill_corpus()
    days = ("--between", "XA", "XV", "--from", "2021-06-14", "--to", "2021-06-18")
    proposed = dossier("gather", *days)
    assert proposed.exit_code == Exit.READ, proposed.stderr
    assert "2 releases: 2 events" in proposed.stdout
    assert "and 1 parallel public event of the same days" in proposed.stderr
    assert "Opening of a school" in dossier("gather", *days, "--all").stdout
    filed = dossier("gather", *days, "--into", "ferry", "--grade", "B2")
    assert "3 filed → ferry" in filed.stderr
    assert ("not graded" in filed.stdout, filed.stdout.count("· B2")) == (False, 2)
    assert "· ferry\n" in filed.stdout
    kept = load_dossier(Path("ferry"))
    assert [(item.role, str(item.grade)) for item in kept.filings] == [
        (Role.EVENT, "B2"),
        (Role.EVENT, "B2"),
        (Role.PARALLEL, "None"),
    ]
    assert "0 filed, 3 filed already" in dossier("gather", "--into", "ferry").stderr
    assert dossier("check", "ferry").exit_code == Exit.READ
    assert load_dossier(Path("ferry")) == kept
    dossier("gather", *days, "--into", "lean", "--no-parallel")
    assert len(load_dossier(Path("lean")).filings) == 2


def test_gathering_nothing_says_what_there_is() -> None:
    """Where the corpus has nothing in the days or of the sides, it is told of which days it has anything."""
    fill_corpus()
    later = dossier("gather", "--between", "XA", "XV", "--from", "2031-01-01", "--to", "2031-01-05")
    assert "no releases found from 2031-01-01 to 2031-01-05; the corpus has xa-president 2021-06-14 to" in later.stderr
    others = dossier("gather", "--between", "XT", "XO", "--from", "2021-06-14", "--to", "2021-06-18")
    assert "the corpus has none of the offices of XT and XO" in others.stderr


def test_an_analyst_is_one_who_entered_something() -> None:
    """A name that stands beside no likelihood is refused with the names that do."""
    dossier("new", "ferry", *NEW)
    with Path("ferry/dossier.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[hypothesis]]\ncode = "H9"\nstatement = "Another."\nrefuted_by = "a record"\n'
            '[[evidence]]\ncode = "D1"\nstatement = "S"\n[[likelihood]]\nevidence = "D1"\nhypothesis = "H9"\n'
            'value = 0.5\nreason = "R"\nanalyst = "KV"\n'
        )
    refused = dossier("weigh", "ferry", "--analyst", "ZZ")
    assert (refused.exit_code, "expected one of KV; got “ZZ”" in refused.stderr) == (Exit.USAGE, True), refused.stderr


def test_files_outside_are_read_only_where_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the word of its user a dossier reads its own folder alone; every view takes the option."""
    monkeypatch.delenv("COMMUNIQUE_ALLOW_OUTSIDE")
    dossier("new", "ferry", *NEW)
    source = "desk.jsonl#xa-president:talks"
    refused = dossier("add", "ferry", source)
    assert (refused.exit_code, "--allow-outside" in refused.stderr) == (Exit.SET_ASIDE, True), refused.stderr
    assert dossier("add", "ferry", source, "--allow-outside").exit_code == Exit.READ
    for view in ("show", "check", "export", "timeline", "protocol", "weigh", "propose", "forecast"):
        assert dossier(view, "ferry", "--allow-outside").exit_code != Exit.USAGE, view
    assert "1 not read" in dossier("show", "ferry").stdout
    assert "not read" not in dossier("show", "ferry", "--allow-outside").stdout
    Path("ferry/own.jsonl").write_bytes(Path("desk.jsonl").read_bytes())
    assert dossier("add", "ferry", "ferry/own.jsonl#xa-president:call").exit_code == Exit.READ


@pytest.mark.parametrize("view", ["timeline", "protocol", "weigh", "propose", "forecast", "show"])
@pytest.mark.parametrize("form", ["terminal", "markdown", "json", "html"])
def test_every_view_has_its_forms(view: str, form: str) -> None:
    """Each view can be had for a terminal, as Markdown and as JSON, and names the episode."""
    dossier("new", "ferry", *NEW)
    add_talks()
    dossier("propose", "ferry", "--file", "--quiet")
    with Path("ferry/dossier.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[hypothesis]]\ncode = "H9"\nstatement = "Another."\nrefuted_by = "a record"\n')
    shown = dossier(view, "ferry", "--format", form)
    assert shown.exit_code == Exit.READ, shown.stderr
    assert "The ferry talks" in shown.stdout
    if form == "json":
        assert json.loads(shown.stdout)


def test_a_timeline_is_drawn() -> None:
    """A name that ends in .svg asks for the plot."""
    dossier("new", "ferry", *NEW)
    add_talks()
    assert dossier("timeline", "ferry", "-o", "ferry.svg").exit_code == Exit.READ
    assert "<svg" in Path("ferry.svg").read_text(encoding="utf-8")


def test_proposals_are_filed_once() -> None:
    """Explanations and evidence are written where that is wanted; their words stand in the source exactly."""
    dossier("new", "ferry", *NEW)
    add_talks()
    filed = dossier("propose", "ferry", "--file", "--all")
    assert "items of evidence → ferry" in filed.stderr
    kept = load_dossier(Path("ferry"))
    assert kept.evidence
    assert "0 hypotheses and 0 items" in dossier("propose", "ferry", "--file", "--all").stderr
    assert (dossier("check", "ferry").stdout, load_dossier(Path("ferry"))) == ("", kept)


def test_the_shelf() -> None:
    """Dossiers of the store are listed, copied in and out, and removed."""
    dossier("new", "ferry", *NEW)
    add_talks()
    assert dossier("copy", "ferry", "store:ferry").exit_code == Exit.READ
    assert dossier("list").stdout == "store:ferry\n"
    assert "1 release: 1 event" in dossier("show", "store:ferry").stdout
    assert dossier("copy", "store:ferry", "again").exit_code == Exit.READ
    assert dossier("check", "again").exit_code == Exit.READ
    assert dossier("remove", "store:ferry").exit_code == Exit.READ
    assert dossier("remove", "store:ferry").exit_code == Exit.USAGE
    assert "no dossiers in" in dossier("list").stderr
