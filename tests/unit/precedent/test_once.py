"""A history asked once gives what the other gives, and asks it once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.model import Kind
from communique.precedent import ReferenceClass, Tally
from communique.precedent.once import AskedOnce
from unit.corpus.desk import ARVENIA, FIRST, class_with, fill, make_company

COMPANY = make_company(60)
DAY = FIRST + timedelta(days=700)
CLASSES = (class_with("XV"), class_with(group="sea-league"), class_with(), class_with(kind=Kind.MEETING))


@pytest.fixture
def kept() -> MemoryCorpus:
    """Give a corpus of some years."""
    corpus = MemoryCorpus()
    fill(corpus, COMPANY)
    return corpus


def test_the_answers_are_those_of_the_other(kept: MemoryCorpus) -> None:
    """Each question has the same answer, the first time and the second."""
    once = AskedOnce(kept)
    until = DAY + timedelta(days=1)
    for _ in range(2):
        assert once.tallies(CLASSES, DAY) == {one: kept.tally(one, DAY) for one in CLASSES}
        assert once.tally(CLASSES[0], FIRST) == kept.tally(CLASSES[0], FIRST)
        assert once.contacts(ARVENIA, "en", "XV", FIRST, DAY) == kept.contacts(ARVENIA, "en", "XV", FIRST, DAY)
        assert once.scores(CLASSES[2], DAY, 9) == kept.scores(CLASSES[2], DAY, 9)
        assert once.notices(ARVENIA, "en", "XV", FIRST, DAY) == kept.notices(ARVENIA, "en", "XV", FIRST, DAY)
        assert once.coverage(ARVENIA, "en", FIRST, until) == kept.coverage(ARVENIA, "en", FIRST, until)
        assert once.wordings(CLASSES[2], DAY, 9) == kept.wordings(CLASSES[2], DAY, 9)
        key = COMPANY[0].account.release.key
        assert once.text(key) == kept.text(key) != ""


def test_a_class_is_counted_once(kept: MemoryCorpus, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of classes asked for again only the new ones are counted."""
    asked: list[object] = []
    tallies = kept.tallies

    def note_tallies(some: Sequence[ReferenceClass], before: date) -> Mapping[ReferenceClass, Tally]:
        asked.extend(some)
        return tallies(some, before)

    monkeypatch.setattr(kept, "tallies", note_tallies)
    once = AskedOnce(kept)
    once.tallies(CLASSES[:2], DAY)
    once.tallies(CLASSES, DAY)
    once.tally(CLASSES[3], DAY)
    assert asked == [*CLASSES]
