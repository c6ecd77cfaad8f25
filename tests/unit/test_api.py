"""The library's front door, on texts about fictional states, with the real reader behind it."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

import communique
from communique.corpus.port import Added
from communique.errors import LanguageError, ModelError, SourceError
from communique.model import ClaimStatus
from communique.reference.loading import fictional_folder
from communique.reports.report import Report
from communique.sources import SetAside
from communique.wiring import load_settings
from communique.wiring.bundled import unpack_dossier
from communique.wiring.corpora import add_sources, open_corpus

TABLES = (Path(str(fictional_folder())),)
PAGE = """<!doctype html><html lang="en"><head><title>Talks in Tarsk</title></head><body><article>
<h1>Talks in Tarsk</h1>
<p>President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk.
The meeting took place at the initiative of the Velmarkian side. The leaders discussed a number of questions of
trade, energy and the ferry between the two capitals, and agreed to meet again before the end of the year.</p>
</article></body></html>"""
ESSAY = """# After Tarsk

Adela Korin met with Ilmar Vesk at the Linden Palace on 18 February 2021. She left the hall disappointed.
"""
TEXT = "President of Arvenia Ilmar Vesk received Prime Minister of Velmark Adela Korin at the Linden Palace in Tarsk."


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """Save a page as a user would."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Save two records as a corpus."""
    path = tmp_path / "releases.jsonl.gz"
    records = [{"id": f"xa:{number}", "language": "en", "title": f"Talks {number}", "text": TEXT} for number in (1, 2)]
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(record) + "\n" for record in records)
    return path


def test_a_page_becomes_a_report(page: Path) -> None:
    """Kind, place and persons are found, and every finding opens on words of the text."""
    report = communique.read(str(page), tables=TABLES)
    account = report.account
    assert account.event.kind == "meeting"
    assert [(person.name, person.side and person.side.code) for person in account.event.principals] == [
        ("Ilmar Vesk", "XA"),
        ("Adela Korin", "XV"),
    ]
    assert report.findings
    assert all(account.release.words(span) for finding in report.findings for span in finding.spans)


def test_a_report_tells_what_it_is(page: Path) -> None:
    """Its repr is one readable line, and a notebook gets a page of its own."""
    report = communique.read(page)
    assert repr(report).startswith("<Report meeting")
    assert "\n" not in repr(report)
    assert "<iframe" in report._repr_html_()


def test_a_path_and_its_name_are_read_alike(page: Path) -> None:
    """A Path is as good as a string."""
    assert communique.read(page).findings == communique.read(str(page)).findings


def test_one_record_of_many_is_named_by_its_identifier(corpus: Path) -> None:
    """What stands after the # chooses the record."""
    assert communique.read(f"{corpus}#xa:2").account.release.title == "Talks 2"


def test_other_accounts_become_the_mirror(page: Path, corpus: Path) -> None:
    """The report on the first has the others beside it."""
    report = communique.read(page, f"{corpus}#xa:1")
    assert [other.release.identifier for other in report.others] == ["xa:1"]


def test_a_text_at_hand_needs_no_file() -> None:
    """What is known of it is said in words."""
    issued = datetime(2031, 5, 4)  # noqa: DTZ001 - wall time of the issuer
    report = communique.read_text(TEXT, title="Talks", issuer="xa-president", issued=issued, tables=TABLES)
    assert report.account.event.date is not None
    assert report.account.event.date.day.isoformat() == "2031-05-04"
    assert report.office == "President of Arvenia"


@pytest.fixture
def precedents(tmp_path: Path, corpus: Path) -> Path:
    """Keep two records in a corpus of precedents."""
    place = tmp_path / "desk.sqlite3"
    settings = load_settings(corpus=str(place), tables=TABLES)
    with open_corpus(settings, create=True) as kept:
        assert sum(step.new for step in add_sources(kept, [str(corpus)], settings) if isinstance(step, Added)) == 2
    return place


def is_closed(place: Path) -> bool:
    """Tell whether nobody has a store open: what it writes ahead is then folded into its one file."""
    return not place.with_name(f"{place.name}-wal").exists()


def test_a_corpus_that_is_named_is_asked(page: Path, precedents: Path) -> None:
    """By path or in words, from every door; and it is closed again."""
    for report in (
        communique.read(page, corpus=precedents),
        communique.read("corpus:xa:2", corpus=str(precedents)),
        communique.read_text(TEXT, corpus=precedents),
        next(iter(communique.read_all(page, corpus=precedents))),
    ):
        assert isinstance(report, Report)
        assert "desk.sqlite3" in report.corpus
        assert is_closed(precedents)


def test_the_corpus_at_hand_is_asked(page: Path, precedents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on the command line: that of the environment, or the user's own; none where there is none."""
    assert communique.read(page).corpus == ""
    with monkeypatch.context() as named:
        named.setenv("COMMUNIQUE_CORPUS", str(precedents))
        assert "desk.sqlite3" in communique.read(page).corpus
    monkeypatch.setattr("communique.wiring.settings.own_corpus", lambda: precedents)
    assert "desk.sqlite3" in communique.read(page).corpus


def test_two_corpora_can_be_asked_in_turn(page: Path, precedents: Path, tmp_path: Path) -> None:
    """While one is open for many reports, another one, or the same, can be read against and closed."""
    shutil.copy(precedents, other := tmp_path / "other.sqlite3")
    many = communique.read_all(page, page, corpus=precedents)
    for report in many:
        assert isinstance(report, Report)
        assert "desk.sqlite3" in report.corpus
        assert "other.sqlite3" in communique.read(page, corpus=other).corpus
        assert "desk.sqlite3" in communique.read(page, corpus=precedents).corpus
        assert is_closed(other)
        assert not is_closed(precedents)
    assert is_closed(precedents)


def test_a_corpus_that_is_named_must_be_there(page: Path, tmp_path: Path) -> None:
    """A slip in a path is no reading without precedents."""
    with pytest.raises(SourceError, match=r"gone\.sqlite3"):
        communique.read(page, corpus=tmp_path / "gone.sqlite3")
    with pytest.raises(SourceError, match=r"gone\.sqlite3"):
        list(communique.read_all(page, corpus=tmp_path / "gone.sqlite3"))


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("missing.html", "is the path right"),
        ("releases.jsonl.gz", "several"),
        ("releases.jsonl.gz#xa:9", "xa:9"),
        ("empty.html", "empty"),
        ("bad.jsonl", "a record with a text or a title"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_a_remedy(corpus: Path, source: str, told: str) -> None:
    """Asked for one release, the library says what it found instead."""
    (corpus.parent / "empty.html").touch()
    (corpus.parent / "bad.jsonl").write_text('{"id": "xa:3"}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=told):
        communique.read(corpus.parent / source)


@pytest.mark.parametrize(("text", "language", "error"), [("", "en", ModelError), (TEXT, "xo", LanguageError)])
def test_a_text_that_is_none_is_an_error(text: str, language: str, error: type[Exception]) -> None:
    """No text, or one in a language that is not read."""
    with pytest.raises(error):
        communique.read_text(text, language=language)


def test_read_all_gives_reports_and_what_was_set_aside(page: Path, corpus: Path) -> None:
    """In the order of the sources; nothing stops at a bad one."""
    told = list(communique.read_all(corpus, "missing.html", page))
    assert [type(item) for item in told] == [Report, Report, SetAside, Report]


@pytest.mark.slow
def test_an_essay_is_audited_against_a_dossier(tmp_path: Path) -> None:
    """What a release says is confirmed by its words; a mood is never decided; an essay that is not there is told."""
    dossier = unpack_dossier(tmp_path / "tarsk")
    (essay := tmp_path / "essay.md").write_text(ESSAY, encoding="utf-8")
    report = communique.audit(essay, dossier=dossier, tables=[dossier / "tables"])
    met, mood = report.audit.rulings[0], report.audit.rulings[-1]
    assert met.status == ClaimStatus.CONFIRMED
    assert met.witnesses
    assert mood.status == ClaimStatus.UNTESTABLE
    with pytest.raises(SourceError, match=r"gone\.md"):
        communique.audit(tmp_path / "gone.md", dossier=dossier)


def test_every_public_name_can_be_imported() -> None:
    """The names are those of ``__all__``, and there is no other."""
    assert all(getattr(communique, name) for name in communique.__all__)
    assert dir(communique) == sorted(communique.__all__)
    with pytest.raises(AttributeError, match="module 'communique' has no attribute 'wrte'"):
        communique.wrte  # noqa: B018 - the access is the test


def test_importing_the_package_loads_none_of_its_rooms() -> None:
    """What is heavy loads when it is first asked for."""
    code = "import sys, communique; print(*(name for name in sys.modules if name.startswith('communique.')))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert told.stdout.strip() == ""
