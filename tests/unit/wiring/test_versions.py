"""Versions in, reports out: with readers and texts that are named fakes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Selection
from communique.errors import LanguageError, SourceError
from communique.model import Edit, EditClass, Release
from communique.reports.versions.report import VersionsReport
from communique.sources import SetAside
from communique.wiring.versions import Reviser, report_versions, reviser_at_hand
from unit.corpus.desk import ARVENIA, CAPTURED, VELMARK, make_deposit
from unit.engines import engine
from unit.wiring import archive

GRAIN, GAS = "They spoke of grain in Tarsk.", "They spoke of gas in Tarsk."
UNREADABLE = "(a text that nobody can compare)"


def compared(before: Release, after: Release) -> Edit:
    """Compare as a fake does: any other text is one of substance, and one text cannot be compared."""
    if UNREADABLE in {before.text, after.text}:
        raise LanguageError(wanted="a text in en", got="none")
    return Edit(
        before=before, after=after, grade=EditClass.NONE if before.text == after.text else EditClass.SUBSTANTIVE
    )


def reviser(corpus: MemoryCorpus | None = None) -> Reviser:
    """Give one that finds a text under each name, and may have a corpus."""
    fake = engine(morning=(GRAIN,), noon=(GAS,), evening=(GRAIN,), two=(GRAIN, GAS), none=())
    return Reviser(engine=fake, corpus=corpus, compare=compared)


def kept(*bodies: str, number: int = 1, issuer: str = ARVENIA) -> MemoryCorpus:
    """Give a corpus that holds these texts of one address, an hour between each and the next."""
    corpus = MemoryCorpus()
    keep(corpus, *bodies, number=number, issuer=issuer)
    return corpus


def keep(corpus: MemoryCorpus, *bodies: str, number: int = 1, issuer: str = ARVENIA) -> None:
    """Keep texts of one address."""
    for hour, body in enumerate(bodies):
        captured = CAPTURED + timedelta(hours=hour, days=number)
        corpus.add([make_deposit(number, body=body, captured=captured, issuer=issuer)])


def texts(report: VersionsReport) -> list[str]:
    """Give the texts of a report's versions."""
    return [version.text for version in report.versions]


@pytest.mark.parametrize(
    ("sources", "grades"),
    [
        (("morning", "noon"), [EditClass.SUBSTANTIVE]),
        (("morning", "evening"), [EditClass.NONE]),
        (("morning", "noon", "evening"), [EditClass.SUBSTANTIVE] * 2),
    ],
)
def test_versions_are_compared_in_the_order_given(sources: tuple[str, ...], grades: list[EditClass]) -> None:
    """Each version is compared with the next; the report names the office and the program."""
    report = reviser().report(sources)
    assert [edit.grade for edit in report.edits] == grades
    assert report.office == "President of Arvenia"
    assert report.software.startswith("communique ")


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (("morning", "two"), "expected one release in two, got several"),
        (("none", "morning"), "expected one release in none, got none"),
        (("morning", "gone"), "expected a file gone"),
        (("morning",), "expected two versions, or a release of a corpus, got morning alone, and no corpus"),
    ],
)
def test_what_is_no_version_is_refused(sources: tuple[str, ...], said: str) -> None:
    """Each source holds one release, and a single one needs a corpus."""
    with pytest.raises(SourceError, match=said):
        reviser().report(sources)


@pytest.mark.parametrize("name", [f"corpus:{ARVENIA}:1", f"{ARVENIA}:1"])
def test_a_name_means_all_texts_of_its_address(name: str) -> None:
    """Of a release of the corpus every text is compared with the next, the earliest first."""
    report = reviser(kept(GRAIN, GAS, f"{GAS} Twice.")).report((name,))
    assert texts(report) == [GRAIN, GAS, f"{GAS} Twice."]
    assert len(report.edits) == 2


def test_a_single_version_is_no_error() -> None:
    """Where the corpus holds one text of an address there is nothing to compare."""
    assert reviser(kept(GRAIN)).report((f"corpus:{ARVENIA}:1",)).edits == ()


def test_an_unknown_name_says_how_to_find_one() -> None:
    """A name that the corpus does not know is refused with a remedy."""
    with pytest.raises(SourceError, match="corpus search"):
        reviser(kept(GRAIN)).report(("corpus:nobody:1",))


def test_changed_texts_of_a_corpus_are_reported_or_set_aside() -> None:
    """Each changed text has its report, the latest first; one that cannot be compared stops no other."""
    corpus = kept(GRAIN, GAS)
    keep(corpus, UNREADABLE, GAS, number=2)
    keep(corpus, GAS, GRAIN, number=3, issuer=VELMARK)
    keep(corpus, "They did not speak of grain again.", number=4)
    told = list(reviser(corpus).changed())
    assert [item.name if isinstance(item, VersionsReport) else item.reason for item in told] == [
        f"{VELMARK}:3",
        "expected a text in en, got none",
        f"{ARVENIA}:1",
    ]
    narrowed = [item for item in reviser(corpus).changed(Selection(issuer=VELMARK)) if not isinstance(item, SetAside)]
    assert [texts(report) for report in narrowed] == [[GAS, GRAIN]]


def test_an_issuer_that_the_corpus_does_not_hold_is_refused() -> None:
    """Nothing changed of an issuer is no error where the corpus holds it; else those that it holds are named."""
    corpus = kept(GRAIN)
    assert list(reviser(corpus).changed(Selection(issuer=ARVENIA))) == []
    with pytest.raises(SourceError, match=rf"releases of {VELMARK} in the .* got those of {ARVENIA} alone"):
        list(reviser(corpus).changed(Selection(issuer=VELMARK)))
    with pytest.raises(SourceError, match="got an empty corpus"):
        list(reviser(MemoryCorpus()).changed(Selection(issuer=VELMARK)))


def test_one_file_alone_is_refused_before_a_corpus_is_opened(pages: tuple[Path, Path]) -> None:
    """The message says what to give instead."""
    with pytest.raises(SourceError, match=r"expected two versions, or a release of a corpus, got the file .*morning"):
        report_versions(pages[0], language="en", tables=archive.settings().tables)


def test_without_a_corpus_nothing_is_known_to_have_changed() -> None:
    """No corpus has no changed text."""
    assert list(reviser().changed()) == []


def test_a_text_whose_language_is_not_named_has_it_detected() -> None:
    """Before texts are compared the language of each is known, where it shows."""
    unnamed = replace(make_deposit(body=f"{GRAIN} The sides agreed to meet again soon.").account.release, language="")
    report = reviser().of_versions((unnamed, replace(unnamed, text=f"{unnamed.text} They will.")))
    assert [version.language for version in report.versions] == ["en", "en"]


@pytest.mark.parametrize(
    ("sources", "opened"), [(("a", "b"), 0), (("a", "corpus:b"), 1), (("corpus:a",), 1), (("a",), 1), ((), 1)]
)
def test_a_corpus_is_opened_where_it_is_needed(
    monkeypatch: pytest.MonkeyPatch, sources: tuple[str, ...], opened: int
) -> None:
    """Two files need no corpus; a name in it, a single source, and a list of all do."""
    counted: list[str] = []

    class Opened:
        """A corpus that counts how often it is opened."""

        def __enter__(self) -> MemoryCorpus:
            counted.append("opened")
            return MemoryCorpus()

        def __exit__(self, *_: object) -> None:
            counted.append("closed")

    monkeypatch.setattr("communique.wiring.versions.open_corpus", lambda _settings: Opened())
    with reviser_at_hand(archive.settings("desk.sqlite3"), sources) as found:
        assert (found.corpus is not None) == bool(opened)
    assert counted == ["opened", "closed"] * opened


@pytest.fixture
def pages(tmp_path: Path) -> tuple[Path, Path]:
    """Write two versions of a fictional text as files."""
    first, second = tmp_path / "morning.txt", tmp_path / "evening.txt"
    body = "Talks in Tarsk\n\nIlmar Vesk met with Adela Korin in Tarsk on Monday. They discussed {} joint projects."
    first.write_text(body.format(17), encoding="utf-8")
    second.write_text(body.format(71), encoding="utf-8")
    return first, second


def test_two_files_are_compared_from_python(pages: tuple[Path, Path]) -> None:
    """The function of the library reads two files and says what was changed."""
    report = report_versions(*pages, language="en", tables=archive.settings().tables)
    assert report.is_substantive
    words = [
        (before.words(change.before), after.words(change.after))
        for edit in report.edits
        for before, after in [(edit.before, edit.after)]
        for change in edit.changes
        if change.before and change.after
    ]
    assert words == [("17", "71")]
