"""A corpus filled from sources and asked: idempotent, renewed when the program changes, and looking backwards."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from pathlib import Path

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Added, Corpus
from communique.errors import SourceError
from communique.model import Grade
from communique.precedent import Feature
from communique.sources import SetAside
from communique.wiring import corpora, deposits
from communique.wiring.corpora import add_sources, corpus_at_hand, open_corpus
from communique.wiring.precedents import engine_at_hand
from unit.wiring import archive

pytestmark = pytest.mark.slow

CALLS = 50


def added(corpus: Corpus, *sources: str) -> Counter[str]:
    """Add sources and sum what was told."""
    counts: Counter[str] = Counter()
    for item in add_sources(corpus, sources, archive.settings()):
        if isinstance(item, Added):
            counts.update({field.name: getattr(item, field.name) for field in fields(item)})
    return counts


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Write the archive: fifty calls in one style, and one record that cannot be read."""
    folder = tmp_path_factory.mktemp("archive")
    records = [archive.call(number) for number in range(CALLS)]
    return archive.write(folder / "calls.jsonl", [*records, {"id": "xa-president:empty", "text": ""}])


def test_adding_again_changes_nothing(calls: str) -> None:
    """What is known is counted as known; the digest of all that is kept stays the same."""
    corpus = MemoryCorpus()
    first, digest = added(corpus, calls), corpus.digest()
    again = added(corpus, calls)
    assert (first["new"], first["set_aside"], again["known"], again["new"]) == (CALLS, 1, CALLS, 0)
    assert corpus.digest() == digest


def test_what_cannot_be_read_is_kept_aside_with_its_reason(calls: str) -> None:
    """A record without title and text does not stop the others, and says what is wrong."""
    corpus = MemoryCorpus()
    told = [item for item in add_sources(corpus, [calls], archive.settings()) if isinstance(item, SetAside)]
    assert len(told) == 1
    assert [item.reason for item in corpus.set_aside()] == [told[0].reason]


def test_an_interrupted_addition_is_finished_by_the_next(calls: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken off after the first batch, the next run adds the rest; the digest is that of a run without a break."""
    monkeypatch.setattr(corpora, "KEPT_TOGETHER", 7)
    whole, broken = MemoryCorpus(), MemoryCorpus()
    added(whole, calls)
    next(add_sources(broken, [calls], archive.settings()))
    rest = added(broken, calls)
    assert (rest["known"], rest["new"]) == (7, CALLS - 7)
    assert broken.digest() == whole.digest()


def test_a_new_version_of_the_readings_renews_without_extracting(calls: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only what is made of an account has changed, the kept account is used; where extraction has, the text."""
    corpus = MemoryCorpus()
    added(corpus, calls)
    before = corpus.digest()
    monkeypatch.setattr(deposits, "DEPOSIT", deposits.DEPOSIT + 1)
    for cached in (deposits.deposit_version, deposits.extraction_version):
        cached.cache_clear()
    monkeypatch.setattr(deposits, "build_engine", lambda _: _Refusing())
    renewed = added(corpus)
    deposits.deposit_version.cache_clear()
    assert (renewed["renewed"], renewed["new"]) == (CALLS, 0)
    assert corpus.digest() != before  # the version is part of what is kept
    assert corpus.status().releases == CALLS


class _Refusing:
    def accounts(self, releases: tuple[object, ...], **_: object) -> tuple[object, ...]:
        assert not releases, "extracted anew"
        return ()


def test_a_corpus_that_is_not_there_is_named_with_a_remedy(tmp_path: Path) -> None:
    """Asking a corpus that was named and is missing says where it was looked for and how to make one."""
    settings = archive.settings(str(tmp_path / "none.sqlite3"))
    assert corpus_at_hand(settings)
    with pytest.raises(SourceError, match=r"none\.sqlite3, got none \(make one with"):
        open_corpus(settings)


def test_a_habit_broken_comes_first_and_only_the_past_counts(calls: str, tmp_path: Path) -> None:
    """After fifty calls that name who rang, one that does not is rare; as of the first day there is no base."""
    settings = archive.settings(str(tmp_path / "corpus.sqlite3"))
    with open_corpus(settings, create=True) as corpus:
        for _ in add_sources(corpus, [calls], settings):
            pass
    odd = archive.write(tmp_path / "odd.jsonl", [archive.call(CALLS + 2, initiator=False)])
    early = archive.write(tmp_path / "early.jsonl", [archive.call(-3, initiator=False)])
    with engine_at_hand(settings) as engine:
        late, first = engine.reports([odd, early])
    assert not isinstance(late, SetAside)
    assert not isinstance(first, SetAside)
    top = late.findings[0]
    assert (top.grade, top.feature) == (Grade.RARE, "initiative.stated")
    assert str(top.rate) == f"0 of {CALLS}"
    assert late.standing is not None
    assert late.standing.unusual
    assert first.standing is None
    assert all(finding.rate is None for finding in first.findings)


def test_features_have_nouns() -> None:
    """Every feature that a report may miss has words that read well after "missing:"."""
    from communique.readings import FEATURES  # noqa: PLC0415 - the catalogue, for this test alone

    assert not [code for code, feature in FEATURES.items() if not isinstance(feature, Feature) or not feature.noun]
