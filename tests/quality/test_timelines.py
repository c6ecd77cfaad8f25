"""Timelines of two episodes from real records: leads, gaps over a long weekend, parallel events, a plot of each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

import pytest

from communique.corpus.memory import MemoryCorpus
from communique.dossiers.opened import Filed, OpenDossier
from communique.dossiers.timeline import draw_up_timeline
from communique.model import Dossier, Filing, Role
from communique.reports.timelines.compose import lay_out_timeline
from communique.reports.timelines.layout import NARROW, WIDE
from communique.reports.timelines.report import TimelineReport
from communique.wiring import Settings
from communique.wiring.corpora import add_sources
from tools.labelled import SHARED, lines_of

KREMLIN = SHARED / "corpus" / "ru-president.en.jsonl.gz"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not KREMLIN.is_file(), reason="the corpus is not beside the project"),
]

MARCH = {62957: Role.EVENT, 62966: Role.EVENT, 62956: Role.PARALLEL, 62964: Role.PARALLEL, 62925: Role.PARALLEL}
FEBRUARY = {67462: Role.INVITATION, 67737: Role.ANNOUNCEMENT, 67748: Role.EVENT, 67749: Role.STATEMENT}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> MemoryCorpus:
    """Keep the records of the two episodes."""
    path = tmp_path_factory.mktemp("timelines") / "records.jsonl"
    path.write_text("".join(_chosen()), encoding="utf-8")
    kept = MemoryCorpus()
    for _ in add_sources(kept, [str(path)], Settings(), processes=1):
        pass
    return kept


def _chosen() -> Iterator[str]:
    wanted = {f"ru-president:{number}" for number in (*MARCH, *FEBRUARY)}
    for line in lines_of(KREMLIN):
        record: dict[str, Any] = json.loads(line)
        if record["id"] in wanted:
            yield line


def report_of(corpus: MemoryCorpus, roles: Mapping[int, Role], first: date, last: date) -> TimelineReport:
    """Report on a dossier of some records in their roles."""
    filed = tuple(
        Filed(filing=Filing(source=f"corpus:ru-president:{number}", role=role), account=account)
        for number, role in roles.items()
        if (account := corpus.account(f"ru-president:{number}")) is not None
    )
    assert len(filed) == len(roles)
    filings = tuple(item.filing for item in filed)
    dossier = Dossier(title="An episode", first=first, last=last, sides=("KZ", "RU"), filings=filings)
    return TimelineReport(timeline=draw_up_timeline(OpenDossier(dossier=dossier, filed=filed)))


def test_march_2020(corpus: MemoryCorpus) -> None:
    """From the call to the meeting: three days, one working day in both countries; the call speaks of it, undated."""
    timeline = report_of(corpus, MARCH, date(2020, 3, 7), date(2020, 3, 10)).timeline
    call, meeting = timeline.moments
    assert meeting.gap is not None
    assert meeting.gap.days == 3
    assert meeting.gap.hours == pytest.approx(79.58, abs=0.01)
    assert [working.days for working in meeting.gap.working] == [1, 1]
    assert [(item.key, item.days, item.dated) for item in meeting.foretold] == [(call.key, 3, False)]
    assert [moment.name for moment in timeline.parallel] == ["ru-president:62956", "ru-president:62964"]
    assert [item.name for item in timeline.unplaced] == ["ru-president:62925"]


def test_february_2022(corpus: MemoryCorpus) -> None:
    """The invitation lies 44 days before the talks, the announcement two; the invitation's time stays imprecise."""
    timeline = report_of(corpus, FEBRUARY, date(2021, 12, 28), date(2022, 2, 10)).timeline
    invitation, _, talks, statement = timeline.moments
    assert [(item.name, item.days, item.invitation) for item in talks.foretold] == [
        ("ru-president:67462", 44, True),
        ("ru-president:67737", 2, False),
    ]
    assert [str(when) for when in invitation.foresees] == ["2022-01/2022-04"]
    assert [str(when) for when in statement.foresees] == ["2022-06"]
    assert timeline.naive == 4


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_words_of_either_plot_meet(corpus: MemoryCorpus, width: float) -> None:
    """Both plots can be read at both widths."""
    episodes = ((MARCH, date(2020, 3, 7), date(2020, 3, 10)), (FEBRUARY, date(2021, 12, 28), date(2022, 2, 10)))
    for roles, first, last in episodes:
        layout = lay_out_timeline(report_of(corpus, roles, first, last), width)
        assert not any(one.meets(other) for one, other in combinations(layout.words, 2))
        assert all(box.right <= width + 1e-6 for box in layout.words)
