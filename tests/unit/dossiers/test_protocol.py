"""The protocol sheet of an episode of fictional states: what it says, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import permutations

import pytest

from communique.dossiers.protocol import read_protocol
from communique.dossiers.protocol_firsts import find_first_claims
from communique.dossiers.protocol_greeters import find_greeters
from communique.dossiers.protocol_nouns import NO_CALENDAR, ProtocolSheet
from communique.dossiers.protocol_presence import reported_with
from communique.model import Account, Kind, Person, Quotation, Span, SpeechForm
from communique.reports.protocols.report import ProtocolReport
from unit.dossiers.protocol_made import KORIN, SELIM, THOLIA, VELMARK, VESK, met, opened
from unit.fictional import tables

DAY = date(2021, 6, 16)
VISIT = (
    "President of Arvenia Ilmar Vesk arrived in Sund on a working visit. "
    "At the airport Ilmar Vesk was met by Davor Selim. "
    "President of Arvenia Ilmar Vesk met with Prime Minister of Velmark Adela Korin in Sund."
)
ANSWER = "Thank you, this is my first foreign visit since the New Year, an official visit."


def visit() -> Account:
    """Give a visit with a greeter, and the guest's words at the end."""
    account = met(DAY, KORIN, VESK, at=VELMARK, text=f"{VISIT} {ANSWER}", issuer="xv-government", name="xv:1")
    speech = Quotation(form=SpeechForm.TURN, content=Span(len(VISIT) + 1, len(VISIT) + 1 + len(ANSWER)), speaker=VESK)
    return replace(account, quotations=(speech,))


def call() -> Account:
    """Give a call two days before."""
    return met(date(2021, 6, 14), VESK, KORIN, kind=Kind.CALL, name="xa:1")


def sheet(*accounts: Account) -> ProtocolSheet:
    """Read the protocol of some accounts."""
    return read_protocol(opened(*(accounts or (call(), visit()))), tables=tables())


def test_contacts_stand_in_order_of_days_whatever_the_order_of_filing() -> None:
    """The call comes before the visit; each has its number."""
    for accounts in permutations((call(), visit())):
        assert [(contact.number, contact.kind) for contact in sheet(*accounts).contacts] == [
            (1, Kind.CALL),
            (2, Kind.MEETING),
        ]


def test_a_principal_has_the_words_of_the_text_and_all_offices_of_the_day() -> None:
    """The capacity is quoted; the tables give the offices; what the text leaves out is named as such."""
    korin, vesk = sheet().contacts[1].seats
    assert [item.words.words for item in vesk.capacities if item.words] == ["President of Arvenia"]
    assert ([tenure.title for tenure in korin.offices], korin.besides) == (["Prime Minister of Velmark"], ())
    assert [tenure.title for tenure in sheet().contacts[0].seats[0].besides] == ["President of Arvenia"]


def test_a_counterpart_has_no_rule_without_a_source() -> None:
    """The holder of the same office is a fact, the rule is none."""
    asked = {one.tenure.office: one for one in sheet().contacts[1].counterparts}
    assert all(one.rule is None for one in asked.values())
    assert [name for name, _ in asked["prime-minister"].holders] == []


def test_place_host_greeter_and_guest_are_as_told() -> None:
    """The host is by place; the greeter is quoted and stands among those reported."""
    contact = sheet().contacts[1]
    assert contact.venue is not None
    assert (contact.venue.hosts, contact.venue.guests) == (("Adela Korin",), ("Ilmar Vesk",))
    assert [greeter.who.words for greeter in contact.greeters if greeter.who] == ["Davor Selim"]
    assert [item.person.label for item in contact.reported] == ["Davor Selim"]


def test_who_is_not_reported_is_never_said_not_to_have_met() -> None:
    """A king of whom no release at hand has a report is put in the one way that denies nothing."""
    (roster,) = [roster for roster in sheet().rosters if roster.side.code == "XV"]
    assert [item.statement for item in roster.unreported] == ["no report found of Osmund IV, King of Velmark"]
    report = ProtocolReport(sheet=sheet())
    for told in (report.terminal(80), report.markdown(), report.json()):
        assert "did not meet" not in told
        assert "no report found of" in told


def test_classes_are_given_as_each_names_them() -> None:
    """The text says a working visit, the guest an official one: both stand."""
    found = [(words.visit_class.value, words.passage.words, words.speaker) for words in sheet().classes]
    assert found == [("working", "working visit", ""), ("official", "official visit", "Ilmar Vesk")]


def test_the_guests_own_claim_stands_beside_a_calendar_that_is_not_there() -> None:
    """The claim is printed with its words; without a calendar of trips nothing confirms it."""
    (one,) = sheet().destinations
    assert (one.person, one.since, one.statement) == ("Ilmar Vesk", date(2021, 1, 1), NO_CALENDAR)
    assert [claim.words for claim in one.claims] == ["my first foreign visit since the New Year"]


def test_a_calendar_of_the_guests_own_office_answers() -> None:
    """With the guest's own releases of the span an earlier trip is found, and the claim still stands beside it."""
    calendar = [met(date(2020, 12, 28), VESK, name="xa:0")]
    calendar += [
        met(date(2021, month, day), VESK, name=f"xa:{month}.{day}") for month in range(1, 7) for day in (2, 9, 16, 23)
    ]
    calendar.append(met(date(2021, 3, 4), VESK, SELIM, at=THOLIA, name="xa:trip"))
    (one,) = read_protocol(opened(visit()), tables=tables(), calendar=calendar).destinations
    assert one.calendar
    assert one.statement.endswith("Merano Bay, Tholia, 4 March 2021")
    assert len(one.claims) == 1


def test_the_length_of_stay_is_not_made_up() -> None:
    """An arrival without a departure gives no length, and a few visits are no base."""
    (stay,) = sheet().stays
    assert stay.arrival is not None
    assert (stay.statement, stay.base) == ("departure not stated; contacts there recorded on 1 day", "no base")


def test_texts_of_one_day_and_the_same_persons_are_one_contact() -> None:
    """Both offices' texts tell of one meeting; a third person the same day is another."""
    other = met(DAY, VESK, KORIN, at=VELMARK, name="xa:2", issued=datetime(2021, 6, 16, 20))  # noqa: DTZ001
    third = met(DAY, VESK, SELIM, at=VELMARK, name="xa:3", issued=datetime(2021, 6, 16, 21))  # noqa: DTZ001
    contacts = sheet(visit(), other, third).contacts
    assert [len(contact.releases) for contact in contacts] == [2, 1]


def test_two_hosts_of_one_day_are_two_contacts_in_order() -> None:
    """A guest who sees the Prime Minister and then the King has two contacts, ordered by publication."""
    king = Person(name="Osmund IV", side=VELMARK, identity="osmund-iv")
    later = met(DAY, king, VESK, at=VELMARK, issuer="xv-government", name="xv:2", issued=datetime(2021, 6, 16, 20))  # noqa: DTZ001
    contacts = sheet(later, visit()).contacts
    assert [contact.releases[0].name for contact in contacts] == ["xv:1", "xv:2"]


def test_an_empty_dossier_has_an_empty_sheet() -> None:
    """Nothing filed is nothing said, in every form."""
    empty = read_protocol(opened(), tables=tables())
    assert (empty.contacts, empty.rosters, empty.destinations) == ((), (), ())
    assert "0 contacts" in ProtocolReport(sheet=empty).terminal(80)


@pytest.mark.parametrize(("side", "names"), [("XV", ["Adela Korin"]), ("XA", ["Ilmar Vesk"]), ("XT", [])])
def test_the_reported_are_asked_by_side(side: str, names: list[str]) -> None:
    """Each person stands once, however many texts name him or her."""
    assert [item.person.label for item in reported_with((visit(), call()), side)] == names


def test_what_a_speaker_remembers_is_no_greeter() -> None:
    """Only the narrator tells who met the guest."""
    words = "I remember how Davor Selim met me at the airport."
    account = met(DAY, VESK, KORIN, text=words)
    speech = Quotation(form=SpeechForm.TURN, content=Span(0, len(words)), speaker=VESK)
    assert find_greeters((replace(account, quotations=(speech,)),)) == ()
    assert len(find_greeters((account,))) == 1


def test_a_claim_knows_its_speaker() -> None:
    """Words of a turn are the speaker's; words of the narrator are the text's."""
    (spoken,) = find_first_claims((visit(),))
    (told,) = find_first_claims((met(DAY, VESK, KORIN, text="It is Ilmar Vesk’s first foreign trip."),))
    assert (spoken.said_by, told.said_by) == ("Ilmar Vesk", "the text of xa-president:0616")
