"""What a corpus says of two episodes: announcements meet their events, holes are no gaps, thanks have their rate."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.corpus.port import Added
from communique.model import Finding
from communique.readings import run_readings
from communique.wiring import Settings
from communique.wiring.corpora import add_sources
from communique.wiring.precedents import build_precedent
from tools.labelled import SHARED, lines_of

pytestmark = [pytest.mark.shared, pytest.mark.slow]

KREMLIN = SHARED / "corpus" / "ru-president.en.jsonl.gz"
PAIR = ("Kazakhstan", "Tokayev", "Nazarbayev")
YEARS = ("2018", "2020", "2021", "2022")
SETTINGS = Settings()


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> MemoryCorpus:
    """Keep all records on one pair, and of the years that matter the shortest of each day, so that coverage holds."""
    path = tmp_path_factory.mktemp("precedent") / "pair.jsonl"
    path.write_text("".join(_chosen()), encoding="utf-8")
    kept = MemoryCorpus()
    assert all(isinstance(item, Added) for item in add_sources(kept, [str(path)], SETTINGS, processes=1))
    return kept


def _chosen() -> Iterator[str]:
    shortest: dict[str, tuple[int, str]] = {}
    for line in lines_of(KREMLIN):
        record: dict[str, Any] = json.loads(line)
        day = str(record["issued"])[:10]
        if any(name in record["title"] for name in PAIR):
            yield line
        elif day.startswith(YEARS):
            shortest[day] = min(shortest.get(day, (len(line), line)), (len(line), line))
    yield from (line for _, line in shortest.values())


def findings(corpus: MemoryCorpus, number: int) -> tuple[Finding, ...]:
    """Read one record of the corpus beside its precedents."""
    account = corpus.account(f"ru-president:{number}")
    assert account is not None
    return run_readings(account, build_precedent(corpus, SETTINGS))


def statements(corpus: MemoryCorpus, number: int, *codes: str) -> str:
    """Give what the readings of some codes say of a record."""
    return " ".join(found.statement for found in findings(corpus, number) if found.code.startswith(codes))


def test_a_visit_spoken_of_is_linked_to_its_meeting(corpus: MemoryCorpus) -> None:
    """The call of 7 March 2020 speaks of a visit; its record is the meeting of 10 March."""
    assert "ru-president:62966" in statements(corpus, 62957, "lead.")


def test_a_hole_is_never_a_gap(corpus: MemoryCorpus) -> None:
    """Between June 2018 and March 2020 the corpus holds nothing: no gap is measured over it, and the text says so."""
    said = statements(corpus, 62957, "tempo.")
    assert "no base since June 2018" in said
    assert "Previous contact in the corpus" not in said


def test_an_invitation_is_linked_to_the_talks_and_back(corpus: MemoryCorpus) -> None:
    """The invitation of 28 December 2021 meets the talks of 10 February 2022, from either end."""
    assert "ru-president:67748" in statements(corpus, 67462, "lead.")
    assert "ru-president:67462" in statements(corpus, 67748, "lead.")


def test_thanks_for_an_invitation_have_their_rate(corpus: MemoryCorpus) -> None:
    """That the guest thanks for the invitation on 10 February 2022 is told with how often guests do."""
    thanks = [found for found in findings(corpus, 67748) if found.feature.endswith("for_invitation")]
    assert thanks
    assert all(found.rate is not None and found.rate.seen > 0 for found in thanks)
