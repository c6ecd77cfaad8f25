"""The protocol of two real episodes from the records of one side: facts with their words, and what is not to be had."""

from __future__ import annotations

import json
from datetime import date
from functools import cache

import pytest

from communique.dossiers.opened import Filed, OpenDossier
from communique.dossiers.protocol import read_protocol
from communique.dossiers.protocol_nouns import NO_CALENDAR, ProtocolSheet
from communique.model import Account, Dossier, Filing, Role
from communique.reference import shipped_tables
from communique.reports.protocols.report import ProtocolReport
from communique.wiring import Settings
from communique.wiring.building import build_engine
from tools.labelled import SHARED, lines_of

KREMLIN = SHARED / "corpus" / "ru-president.en.jsonl.gz"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not KREMLIN.is_file(), reason="the corpus is not beside the project"),
]
MARCH = {"62957": Role.EVENT, "62966": Role.EVENT}
FEBRUARY = {"67462": Role.INVITATION, "67737": Role.ANNOUNCEMENT, "67748": Role.EVENT, "67749": Role.EVENT}


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Keep the six records of the two episodes in one file."""
    path = tmp_path_factory.mktemp("protocol") / "six.jsonl"
    wanted = {f"ru-president:{number}" for number in (*MARCH, *FEBRUARY)}
    path.write_text("".join(line for line in lines_of(KREMLIN) if json.loads(line)["id"] in wanted), encoding="utf-8")
    return str(path)


@cache
def sheet(records: str, episode: str) -> ProtocolSheet:
    """Read the protocol of one episode."""
    roles = MARCH if episode == "march" else FEBRUARY
    engine = build_engine(Settings())
    read = (item for item in engine.accounts(engine.releases((records,))) if isinstance(item, Account))
    accounts = {account.release.name.rpartition(":")[2]: account for account in read}
    filed = tuple(
        Filed(filing=Filing(source=f"corpus:ru-president:{number}", role=role), account=accounts[number])
        for number, role in roles.items()
    )
    dossier = Dossier(title=episode, first=date(2020, 1, 1), last=date(2022, 12, 31))
    return read_protocol(OpenDossier(dossier=dossier, filed=filed), tables=shipped_tables())


def test_the_first_president_is_presented_as_such_and_held_more_offices(records: str) -> None:
    """The texts say "first President"; that day he also chaired the Security Council, which no text here names."""
    seat = sheet(records, "march").contacts[1].seats[1]
    assert {item.words.words for item in seat.capacities if item.words} == {"first President of Kazakhstan"}
    assert "Chairman of the Security Council of Kazakhstan" in [tenure.title for tenure in seat.besides]


def test_order_and_place_are_known_and_no_more(records: str) -> None:
    """The call, then the meeting at the Kremlin; nobody is said to have greeted anybody at an airport."""
    call, meeting = sheet(records, "march").contacts
    assert (call.day, meeting.day) == (date(2020, 3, 7), date(2020, 3, 10))
    assert meeting.venue is not None
    assert meeting.venue.hosts == ("Vladimir Putin",)
    assert (call.greeters, meeting.greeters) == ((), ())


def test_whom_the_records_do_not_report_is_put_in_one_way(records: str) -> None:
    """The speaker and the prime minister of the guest's side: no report found, in these words."""
    told = {item.statement for roster in sheet(records, "march").rosters for item in roster.unreported}
    assert "no report found of Askar Mamin, Prime Minister of Kazakhstan" in told
    assert "no report found of Dariga Nazarbayeva, Chair of the Senate of Kazakhstan" in told
    assert all(statement.startswith("no report found of ") for statement in told)


def test_no_rule_on_counterparts_is_made_up(records: str) -> None:
    """No public document says whom a first president or a chairman of a council must see."""
    for episode in ("march", "february"):
        for contact in sheet(records, episode).contacts:
            assert all(one.rule is None for one in contact.counterparts)


def test_the_first_visit_is_the_guests_word_and_never_confirmed(records: str) -> None:
    """The host's releases are no calendar of the guest's trips, so the claim stands beside "not found"."""
    (one,) = sheet(records, "february").destinations
    assert (one.person, one.since) == ("Kassym-Jomart Tokayev", date(2022, 1, 1))
    assert (one.calendar, one.statement) == (False, NO_CALENDAR)
    assert [(claim.words, claim.said_by) for claim in one.claims] == [
        ("my first visit since the New Year", "Kassym-Jomart Tokayev")
    ]


def test_classes_are_those_of_the_words(records: str) -> None:
    """The call's record says a working visit; the guest of 2022 called his an official one."""
    march = {(words.visit_class.value, words.speaker) for words in sheet(records, "march").classes}
    february = {(words.visit_class.value, words.speaker) for words in sheet(records, "february").classes}
    assert (march, february) == ({("working", "")}, {("official", "Kassym-Jomart Tokayev")})


@pytest.mark.parametrize("episode", ["march", "february"])
def test_nothing_is_said_that_no_record_can_carry(records: str, episode: str) -> None:
    """No denial of a meeting, and no verdict from order or verb, in any form."""
    report = ProtocolReport(sheet=sheet(records, episode))
    for told in (report.terminal(80), report.markdown(), report.json()):
        assert not [word for word in ("did not meet", "snub", "downgrade", "unusual") if word in told]
