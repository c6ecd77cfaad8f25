"""``communique compare`` on texts about fictional states, with the real reader and vectors of words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.cli.app import app
from communique.cli.exits import Exit
from communique.collation.vectors import Vectors
from communique.corpus.port import Added
from communique.reference.loading import fictional_folder
from communique.wiring import load_settings
from communique.wiring.corpora import add_sources, open_corpus
from unit.word_vectors import WordVectors

TABLES = Path(str(fictional_folder()))
PASSAGE = "This morning I spoke by telephone with President of Arvenia Ilmar Vesk about the ferry."
TEXTS = {
    "ours": (
        "xa-president",
        "Talks with Prime Minister of Velmark Adela Korin",
        """President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk.
They discussed trade, which grew by 12 percent last year. Adela Korin agreed that the border must be opened.""",
    ),
    "theirs": (
        "xv-prime-minister",
        "Prime Minister Korin meets President Vesk",
        """Prime Minister of Velmark Adela Korin met with President of Arvenia Ilmar Vesk in Tarsk today.
They discussed trade, which grew by 21 percent last year. Fishing rights were raised by the Prime Minister.""",
    ),
    "later": (
        "xa-president",
        "Ilmar Vesk answered questions from journalists",
        "President of Arvenia Ilmar Vesk told journalists that trade with Velmark grew by 15 percent last year.",
    ),
    "others": (
        "xt-president",
        "Address by President of Tholia Davor Selim",
        f"Dear citizens, our schools are open again. {PASSAGE} Let me wish you a good harvest.",
    ),
}


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save the texts as records of one file and go there; vectors are those of words."""

    @contextmanager
    def beside() -> Iterator[Vectors]:
        yield WordVectors()

    monkeypatch.setattr("communique.adapters.beside.vectors_beside", beside)
    monkeypatch.chdir(tmp_path)
    records = (
        {"id": name, "issuer": issuer, "language": "en", "title": title, "text": text, "issued": "2021-06-16T18:00:00"}
        for name, (issuer, title, text) in TEXTS.items()
    )
    Path("desk.jsonl").write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")


def compare(*arguments: str) -> Result:
    """Run the command as a user types it; a bare name is one of the records."""
    named = [f"desk.jsonl#{word}" if word in TEXTS else word for word in arguments]
    return CliRunner().invoke(app, ["compare", *named, "--tables", str(TABLES)])


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        (["ours", "theirs"], "Same event"),
        (["ours", "others"], "Not the same event"),
        (["ours", "later", "--same-side"], "Two statements of one side"),
    ],
)
def test_the_first_line_is_the_judgement(arguments: list[str], first: str) -> None:
    """Whatever it is, the command has done its work."""
    result = compare(*arguments)
    assert result.exit_code == Exit.READ
    assert result.stdout.startswith(first)
    assert result.stderr == ""


def test_what_differs_stands_with_its_words() -> None:
    """The two figures are told with the words of either side."""
    told = json.loads(compare("ours", "theirs", "--format", "json").stdout)
    assert "12 percent" in json.dumps(told)
    assert "21 percent" in json.dumps(told)


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        ([], Exit.USAGE, "expected two sources or more"),
        (["ours"], Exit.USAGE, "expected two sources or more"),
        (["theirs", "--find", "ours"], Exit.USAGE, "expected --find alone, got desk.jsonl#theirs beside"),
        (["--find", "ours", "--same-side"], Exit.USAGE, "expected --find alone, got --same-side beside"),
        (["--find", "ours", "--same-event"], Exit.USAGE, "expected --find alone, got --same-event beside"),
        (["--find", "ours", "--issuer-b", "xa-president"], Exit.USAGE, "expected --find alone, got --issuer-b beside"),
        (["--find", "ours", "--no-corpus"], Exit.USAGE, "expected a corpus to look in (--corpus), got --no-corpus"),
        (["--find", "ours", "--find", "theirs"], Exit.USAGE, "expected it once, got it 2 times"),
        (["ours", "theirs", "--same-side", "--same-event"], Exit.USAGE, "expected one of the two"),
        (["ours", "theirs", "-o", "told.docx"], Exit.USAGE, "expected a name that ends in .htm .html .json"),
        (["ours", "theirs", "--issuer-b", "xz"], Exit.USAGE, "expected the code of an office that the tables know"),
        (["ours", "xa-president:7"], Exit.NOTHING, "got no such file, and no corpus is asked"),
        (["ours", "corpus:theirs", "--no-corpus"], Exit.NOTHING, "--no-corpus"),
        (["ours", "."], Exit.NOTHING, "as in page.html; `communique read .` takes them all"),
        (["--find", "ours"], Exit.NOTHING, "a corpus to look for the other account in"),
        (["ours", "gone.html"], Exit.NOTHING, "gone.html"),
        (["ours", "desk.jsonl"], Exit.NOTHING, "one release in desk.jsonl, got several"),
        (["ours", "theirs", "--passage-a", "They discussed gas."], Exit.NOTHING, "no such words"),
        (["ours", "theirs", "--format", "pdf"], Exit.USAGE, "'pdf' is not one of"),
    ],
)
def test_what_cannot_be_compared_is_told(arguments: list[str], status: Exit, told: str) -> None:
    """By an exit status and a line that says what was wanted."""
    result = compare(*arguments)
    assert result.exit_code == status
    assert told in " ".join(result.stderr.replace("│", " ").split())
    assert result.stdout == ""


def test_three_are_compared_in_pairs(tmp_path: Path) -> None:
    """One after the other, on one page, or a file each."""
    markdown = compare("ours", "theirs", "others", "--format", "markdown").stdout
    assert markdown.count("\n---\n") == 2
    assert compare("ours", "theirs", "others", "-o", "all.html").exit_code == Exit.READ
    assert (tmp_path / "all.html").read_text(encoding="utf-8").count("<!doctype html>") == 1
    assert compare("ours", "theirs", "others", "-o", "each/", "--format", "json").exit_code == Exit.READ
    assert {path.name for path in (tmp_path / "each").iterdir()} == {
        "ours--theirs.json",
        "ours--others.json",
        "theirs--others.json",
    }


def test_a_passage_limits_its_text() -> None:
    """An address with one sentence on the call is compared by that sentence."""
    told = json.loads(compare("ours", "others", "--passage-b", PASSAGE, "--format", "json").stdout)
    assert PASSAGE in json.dumps(told, ensure_ascii=False)


def test_an_event_is_taken_to_be_one_as_asked() -> None:
    """What the texts do not show is compared all the same, and told as taken for granted."""
    told = compare("ours", "others", "--same-event")
    assert told.stdout.startswith("Taken to be the same event, as asked")
    assert "ONLY IN ARVENIA'S TEXT (A)" in told.stdout
    assert json.loads(compare("ours", "others", "--same-event", "-f", "json").stdout)["taken"] is True


def test_who_published_a_text_may_be_told() -> None:
    """Of either text by itself, where the sources do not tell."""
    for name, (_, _, text) in TEXTS.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    issuers = ("--issuer-a", "xa-president", "--issuer-b", "xv-government")
    told = json.loads(compare("ours.txt", "theirs.txt", *issuers, "--same-event", "-f", "json").stdout)
    assert [side["release"]["issuer"] for side in told["sides"]] == ["xa-president", "xv-government"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["theirs", "-o", "told.html"], "1 comparison → told.html"),
        (["theirs", "others", "-o", "each/"], "3 comparisons → each/"),
        (["theirs", "-o", "told.html", "-q"], ""),
        (["theirs", "--quiet"], ""),
    ],
)
def test_what_was_written_is_counted(arguments: list[str], told: str) -> None:
    """Unless it was printed, or the user asked for quiet."""
    result = compare("ours", *arguments)
    assert (result.exit_code, result.stderr.strip()) == (Exit.READ, told)


@pytest.fixture
def corpus(desk: None, tmp_path: Path) -> Path:  # noqa: ARG001 - the records are there before they are kept
    """Keep the records as a corpus."""
    place = tmp_path / "desk.sqlite3"
    settings = load_settings(corpus=str(place), tables=(TABLES,))
    with open_corpus(settings, create=True) as kept:
        assert sum(step.new for step in add_sources(kept, ["desk.jsonl"], settings) if isinstance(step, Added)) == 4
    return place


def test_the_corpus_is_searched_for_the_other_account(corpus: Path) -> None:
    """By the name of a release there, or for a file that is not in it."""
    for source in ("corpus:ours", "desk.jsonl#ours"):
        result = compare("--find", source, "--corpus", str(corpus))
        assert result.exit_code == Exit.READ
        assert result.stdout.startswith("Same event")
        assert "Prime Minister Korin meets President Vesk" in result.stdout


def test_no_other_account_is_a_result_too(corpus: Path) -> None:
    """Nothing is printed but the line that says so."""
    result = compare("--find", "corpus:others", "--corpus", str(corpus))
    assert (result.exit_code, result.stdout) == (Exit.READ, "")
    assert result.stderr.strip() == "No other account of the event of corpus:others in the corpus."


def test_releases_of_the_corpus_go_by_their_names(corpus: Path) -> None:
    """Alone or with the prefix; and a file may stand beside them."""
    told = [compare(*names, "--corpus", str(corpus)).stdout for names in (["corpus:ours", "corpus:theirs"],)]
    assert told[0].startswith("Same event")
    gone = compare("corpus:ours", "xv-prime-minister:9", "--corpus", str(corpus))
    assert gone.exit_code == Exit.NOTHING
    assert "expected the file xv-prime-minister:9, or a release of that name in a corpus, got neither" in gone.stderr
