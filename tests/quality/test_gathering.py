"""Two episodes gathered from real records: events and what led to them are found, parallel events stand apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Added
from communique.dossiers.gathering import Proposal
from communique.dossiers.lookback import find_look_back
from communique.dossiers.same_day import WHO_DID_IT, WHO_KNEW, StatementKind, find_wordings, group_same_day
from communique.model import Account, Role
from communique.wiring import Settings
from communique.wiring.corpora import add_sources
from communique.wiring.gathering import gather
from tools.labelled import SHARED, lines_of

KREMLIN = SHARED / "corpus" / "ru-president.en.jsonl.gz"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not KREMLIN.is_file(), reason="the corpus is not beside the project"),
]

SPANS = (("2020-03-05", "2020-03-12"), ("2021-12-27", "2021-12-29"), ("2022-02-07", "2022-02-12"))
MOST_LETTERS = 20_000
"""Longer records of the days around are speeches and sessions; without them the test stays quick."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> MemoryCorpus:
    """Keep the records of the days around the two episodes, and of the invitation before the second."""
    path = tmp_path_factory.mktemp("gathering") / "days.jsonl"
    path.write_text("".join(_chosen()), encoding="utf-8")
    kept = MemoryCorpus()
    assert all(isinstance(item, Added) for item in add_sources(kept, [str(path)], Settings(), processes=1))
    return kept


def _chosen() -> Iterator[str]:
    for line in lines_of(KREMLIN):
        record: dict[str, Any] = json.loads(line)
        day = str(record["issued"])[:10]
        if any(first <= day <= last for first, last in SPANS) and len(line) < MOST_LETTERS:
            yield line


def roles(proposals: tuple[Proposal, ...]) -> dict[str, Role]:
    """Give the role of each release that is of the episode, by number."""
    return {
        item.filing.source.rpartition(":")[2]: item.filing.role
        for item in proposals
        if item.filing.role is not Role.PARALLEL
    }


def account(corpus: MemoryCorpus, number: int) -> Account:
    """Give one record of the corpus."""
    found = corpus.account(f"ru-president:{number}")
    assert found is not None
    return found


def test_the_call_and_the_meeting_of_march_2020(corpus: MemoryCorpus) -> None:
    """Both contacts are found, and nothing else is taken for one; what stood beside them is apart."""
    found = gather(corpus, sides=("KZ", "RU"), first=date(2020, 3, 1), last=date(2020, 3, 15))
    assert roles(found) == {"62957": Role.EVENT, "62966": Role.EVENT}
    assert sum(item.filing.role is Role.PARALLEL for item in found) >= 15


def test_the_visit_of_february_2022(corpus: MemoryCorpus) -> None:
    """The invitation of December, the announcement, the talks and the press statements are found, each as such."""
    found = gather(corpus, sides=("KZ", "RU"), first=date(2022, 2, 5), last=date(2022, 2, 13))
    assert roles(found) == {
        "67462": Role.INVITATION,
        "67737": Role.ANNOUNCEMENT,
        "67748": Role.EVENT,
        "67749": Role.STATEMENT,
    }


def test_the_visit_was_arranged_before(corpus: MemoryCorpus) -> None:
    """The look-back gives the invitation with its lead, the thanks for it, and the mention three days before."""
    accounts = tuple(corpus.accounts())
    visit = find_look_back(account(corpus, 67748), accounts)
    assert [(trace.release.name, trace.days) for trace in visit.invitations] == [("ru-president:67462", 44)]
    assert [item.account.release.name for item in visit.recalled] == ["ru-president:67748"]
    speech = find_look_back(account(corpus, 62966), accounts)
    assert [(trace.release.name, trace.days) for trace in speech.mentions] == [("ru-president:62957", 3)]


def test_the_texts_of_one_day_and_their_wordings(corpus: MemoryCorpus) -> None:
    """The host leaves the doers open in the opening words, and not in the press statement of the same day."""
    days = group_same_day(account(corpus, number) for number in (67737, 67748, 67749))
    (day,) = days
    assert {StatementKind.ANNOUNCEMENT, StatementKind.OPENING, StatementKind.PRESS} <= {part.kind for part in day.parts}
    assert any(words.startswith("cut:") for words in day.missing)
    told = find_wordings(day, WHO_DID_IT).of_side("RU")
    assert told.strongest is not None
    assert told.weakest is not None
    assert (told.strongest.release.name, told.weakest.release.name) == ("ru-president:67749", "ru-president:67748")
    (denied,) = find_wordings(day, WHO_KNEW).passages
    assert denied.strength < 0
