"""``communique versions``, over texts that exist only here and a corpus in a file; states are invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.exits import Exit
from communique.cli.versions import NONE_CHANGED, NONE_OF_SUBSTANCE
from communique.db.opening import open_corpus
from communique.model import Release
from communique.reports.versions.listing import HINT
from communique.reports.versions.wording import STRANGERS
from communique.sources import SetAside
from communique.wiring import Engine
from unit.corpus.desk import ARVENIA, CAPTURED, VELMARK, make_deposit
from unit.engines import engine

TALKS = "Ilmar Vesk met with Adela Korin in Tarsk on Monday. The sides discussed {} joint projects in the ports."
FOREIGN = "Grain prices fell again last week, said the ministry of farming of Velmark in its monthly bulletin."


def under_one_title(fake: Engine) -> Engine:
    """Let all texts of a fake engine have the same title, as versions of one text have."""

    def intake(source: str) -> Iterator[Release | SetAside]:
        for item in fake.intake(source):
            yield item if isinstance(item, SetAside) else replace(item, title="Talks in Tarsk")

    return replace(fake, intake=intake)


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command find fictional texts under these names, and no corpus of a user's own."""
    fake = engine(
        morning=(TALKS.format(17),),
        evening=(TALKS.format(71),),
        spaced=(TALKS.format(17).replace(" met", "  met"),),
        foreign=(FOREIGN,),
        many=(TALKS.format(17), FOREIGN),
        unread=("",),
    )
    monkeypatch.setattr("communique.wiring.versions.build_engine", lambda _settings: under_one_title(fake))
    for variable in ("COMMUNIQUE_CORPUS", "DATABASE_URL"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a corpus with a changed figure, a changed space, and a text that stayed."""
    place = tmp_path / "desk.sqlite3"
    spaced = TALKS.format(5).replace(" met", "  met")
    texts = [(1, ARVENIA, TALKS.format(17)), (1, ARVENIA, TALKS.format(71)), (2, VELMARK, spaced)]
    texts += [(2, VELMARK, TALKS.format(5)), (3, ARVENIA, FOREIGN)]
    with open_corpus(place) as corpus:
        for hour, (number, issuer, body) in enumerate(texts):
            captured = CAPTURED + timedelta(hours=hour)
            corpus.add([make_deposit(number, issuer=issuer, body=body, captured=captured)])
    return place


def versions(*arguments: str | Path) -> Result:
    """Run the command as a user types it."""
    return CliRunner().invoke(app, ["versions", *map(str, arguments)])


@pytest.mark.parametrize(
    ("sources", "status", "said"),
    [
        (["morning", "evening"], Exit.READ, "Substantive: a figure changed"),
        (["morning", "spaced"], Exit.READ, "Cosmetic only: spacing or markup"),
        (["morning", "morning"], Exit.READ, "The two versions are the same"),
        (["morning", "foreign"], Exit.READ, STRANGERS),
        (["morning", "gone"], Exit.NOTHING, "expected a file gone"),
        (["morning", "many"], Exit.NOTHING, "expected one release in many, got several"),
        (["morning", "unread"], Exit.NOTHING, "expected a readable release"),
        (["morning"], Exit.NOTHING, "expected a corpus at"),
        (["morning", "evening", "--format", "pdf"], Exit.USAGE, "'pdf' is not one of"),
        (["morning", "evening", "--substantive"], Exit.USAGE, "they narrow the list of a corpus"),
        (["morning", "evening", "--since", "2021-06-01"], Exit.USAGE, "they narrow the list of a corpus"),
    ],
)
def test_the_judgement_or_the_reason_is_told(
    sources: list[str], status: Exit, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first line says what it amounts to; what cannot be compared is told on standard error, and in the status."""
    monkeypatch.setenv("COMMUNIQUE_CORPUS", str(tmp_path / "none.sqlite3"))
    result = versions(*sources)
    assert result.exit_code == status
    if status is Exit.READ:
        assert result.stdout.splitlines()[0] == said
    else:
        assert said in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("name", "mark"), [("a.html", "<!doctype html>"), ("a.md", "**Substantive"), ("a.json", "{"), ("a.txt", "Sub")]
)
def test_the_name_of_the_output_says_the_form(name: str, mark: str, tmp_path: Path) -> None:
    """A page, Markdown, JSON or text, by the ending of the file."""
    assert versions("morning", "evening", "-o", tmp_path / name).exit_code == Exit.READ
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(mark)


def test_a_folder_takes_a_file_a_text(desk: Path, tmp_path: Path) -> None:
    """Every changed text of a corpus has a file of its own in a folder."""
    result = versions("--corpus", desk, "-o", f"{tmp_path / 'out'}/", "--format", "markdown")
    assert result.exit_code == Exit.READ
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "xa-president_1.md",
        "xv-government_2.md",
    ]


def test_all_texts_of_a_name_are_compared(desk: Path) -> None:
    """A single name of the corpus means every text of its address; two names mean those two."""
    shown = versions(f"corpus:{ARVENIA}:1", "--corpus", desk).stdout
    assert shown.splitlines()[0] == "Substantive: a figure changed"
    assert "[-17-] joint" in shown
    assert "{+71+} joint" in shown
    two = versions(f"corpus:{ARVENIA}:1", f"corpus:{ARVENIA}:3", "--corpus", desk)
    assert two.stdout.splitlines()[0] == STRANGERS
    alone = versions(f"corpus:{ARVENIA}:3", "--corpus", desk)
    assert (alone.exit_code, alone.stdout.startswith("One version only")) == (Exit.READ, True)


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ([], ["xv-government:2", "xa-president:1"]),
        (["--issuer", "xa-president"], ["xa-president:1"]),
        (["--substantive"], ["xa-president:1"]),
        (["--since", "2016-01-05"], []),
        (["--issuer", "xv-government", "--substantive"], []),
    ],
)
def test_every_changed_text_is_listed(desk: Path, arguments: list[str], names: list[str]) -> None:
    """Without sources the changed texts of the corpus are listed, the latest change first, with class and kinds."""
    listed = versions("--corpus", desk, *arguments)
    assert listed.exit_code == Exit.READ
    found = [line.rpartition(" ")[2] for line in listed.stdout.splitlines() if " texts · " in line]
    assert found == names
    assert (HINT in listed.stdout) == bool(names)
    record = versions("--corpus", desk, *arguments, "--format", "json").stdout
    assert [name for name in names if f'"name": "{name}"' in record] == names
    if not names:
        assert (NONE_CHANGED in listed.stderr) or (NONE_OF_SUBSTANCE.format(1) in listed.stderr)


def test_a_list_tells_class_and_kinds(desk: Path) -> None:
    """The entry of a text names the day of its latest capture, the class and the kinds of its edits."""
    lines = versions("--corpus", desk, "--quiet").stdout.splitlines()
    assert lines[0] == "2024-05-02  COSMETIC: spacing or markup"
    assert "2024-05-02  SUBSTANTIVE: figure changed" in lines


def test_a_page_of_a_corpus_has_every_change(desk: Path) -> None:
    """As a page the list leads to each text with its words before and after."""
    page = versions("--corpus", desk, "--format", "html").stdout
    assert page.count('<article class="report versions"') == 2
    assert "<del>17</del>" in page


def test_json_of_one_is_one_object() -> None:
    """The record of two versions can be read by a program."""
    record = json.loads(versions("morning", "evening", "--format", "json").stdout)
    assert (record["form"], record["class"]) == ("communique/versions/1", "substantive")
