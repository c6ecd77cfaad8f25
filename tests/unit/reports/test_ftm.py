"""Accounts as FollowTheMoney entities: ids that stay, references that hold, values that the model takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from communique.errors import ModelError
from communique.model import Account, DateBasis, Event, EventDate, Kind, Office, Person, Side, SideKind
from communique.reference.offices import issuer
from communique.reference.rows import Issuer
from communique.reports.ftm import Entity, find_entities, render_entity
from communique.reports.ftm.entity import make_entity, moment
from communique.reports.ftm.persons import MOST_SOURCES
from unit.fictional import make_release, tables
from unit.reports.accounts import arvenian_report, velmarkian_report

LEAGUE = Side(code="SL", name="Sea League", kind=SideKind.ORGANISATION)
ARVENIA = Side(code="XA", name="Arvenia")
THING = {"name", "alias", "country", "notes", "sourceUrl", "publisher", "proof", "summary", "description", "keywords"}
INTERVAL = {"date", "sourceUrl", "proof", "recordId"}
MODEL: dict[str, tuple[set[str], set[str]]] = {
    # What FollowTheMoney 4 has of each schema: what it requires, and what is written of it here.
    "Person": ({"name"}, THING),
    "PublicBody": ({"name"}, THING),
    "Organization": ({"name"}, THING),
    "Position": ({"name"}, THING | {"organization"}),
    "Occupancy": ({"holder", "post"}, INTERVAL | {"holder", "post"}),
    "Membership": ({"member", "organization"}, INTERVAL | {"member", "organization", "role"}),
    "Event": ({"name"}, THING | INTERVAL | {"location", "involved", "organizer"}),
    "Article": (set(), THING | {"title", "publishedAt", "retrievedAt", "language"}),
}
RANGES = {
    "proof": {"Article"},
    "holder": {"Person"},
    "member": {"Person"},
    "post": {"Position"},
    "organization": {"Organization"},
    "involved": {"Person", "Organization"},
    "organizer": {"PublicBody"},
}
FORMS = {
    "country": r"[a-z]{2}",
    "language": r"[a-z]{3}",
    "date": r"\d{4}-\d\d-\d\d",
    "publishedAt": r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?",
    "retrievedAt": r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d)?",
    "sourceUrl": r"https?://\S+",
    "name": r".{1,384}",
    "title": r".{1,1024}",
}


def office_of(code: str) -> Issuer | None:
    """Find an issuer in the tables of the fictional states."""
    return issuer(code, tables=tables())


def entities(*accounts: Account) -> tuple[Entity, ...]:
    """Give the entities of some accounts."""
    return tuple(find_entities(accounts, issuer_of=office_of))


def of(schema: str, found: Iterable[Entity]) -> list[Entity]:
    """Give those of one schema."""
    return [entity for entity in found if entity.schema == schema]


def told(*persons: Person, kind: Kind = Kind.MEETING, day: int = 16, text: str = "They met.") -> Account:
    """Make an account of an event with these principals."""
    on = EventDate(day=date(2021, 6, day), basis=DateBasis.ISSUED)
    return Account(release=make_release(text, "Talks"), event=Event(kind=kind, date=on, principals=persons))


DEMO = entities(arvenian_report().account, velmarkian_report().account)
LEAGUE_HEAD = Person(name="Olda Brenn", side=LEAGUE, office=Office(title="Secretary-General"))
EVERY = (*DEMO, *entities(told(LEAGUE_HEAD, kind=Kind.DOMESTIC, text="It met.")))


@pytest.mark.parametrize("entity", EVERY, ids=lambda entity: entity.identifier)
def test_every_entity_fits_the_model(entity: Entity) -> None:
    """Each has what its schema requires, no property that is not of it, and values in the model's form."""
    required, known = MODEL[entity.schema]
    assert required <= set(entity.properties) <= known
    for name, pattern in FORMS.items():
        assert all(re.fullmatch(pattern, value) for value in entity.properties.get(name, ()))


@pytest.mark.parametrize("found", [DEMO, EVERY[len(DEMO) :]], ids=["demo", "league"])
def test_references_lead_to_entities_of_the_right_schema(found: tuple[Entity, ...]) -> None:
    """No id stands twice, and each property that names an entity names one that is there."""
    schemata = {entity.identifier: entity.schema for entity in found}
    assert len(schemata) == len(found)
    for entity in found:
        for name, allowed in RANGES.items():
            assert {schemata[value] for value in entity.properties.get(name, ())} <= allowed


@pytest.mark.tools
def test_the_package_itself_takes_them() -> None:
    """FollowTheMoney's own model finds every value clean, where the package is installed."""
    model = pytest.importorskip("followthemoney").model
    for entity in EVERY:
        schema = model.get(entity.schema)
        record: dict[str, Any] = json.loads(render_entity(entity))
        schema.validate(record)
        proxy = model.get_proxy(record)
        for name, values in entity.properties.items():
            assert sorted(proxy.get(name)) == sorted(values)


def test_two_accounts_tell_of_one_person() -> None:
    """Somebody both tell of is one entity with both releases as sources; each account has its own event."""
    (vesk,) = (one for one in of("Person", DEMO) if "Ilmar Vesk" in one.properties["name"])
    assert len(vesk.properties["proof"]) == 2
    assert len(of("Event", DEMO)) == 2


def test_somebody_in_the_tables_has_the_key_of_the_tables() -> None:
    """Then one spelling more is an alias, and the side does not part them."""
    found = entities(
        told(Person(name="Ilmar Vesk", identity="ilmar-vesk", side=ARVENIA)),
        told(Person(name="I. Vesk", identity="ilmar-vesk", side=None), text="He met."),
    )
    (person,) = of("Person", found)
    assert person.identifier == "communique-person-ilmar-vesk"
    assert (person.properties["name"], person.properties["alias"]) == (("Ilmar Vesk",), ("I. Vesk",))


def test_an_export_is_the_same_again() -> None:
    """Ids are made of what they stand for, so that two exports can be joined."""
    again = entities(arvenian_report().account, velmarkian_report().account)
    assert list(map(render_entity, again)) == list(map(render_entity, DEMO))


def test_a_name_without_tables_is_told_apart_by_side() -> None:
    """Two persons of one name on two sides are two; on one side they are one."""
    here = Person(name="Jon Ask", side=ARVENIA)
    there = Person(name="Jon Ask", side=Side(code="XV", name="Velmark"))
    assert len(of("Person", entities(told(here, there)))) == 2
    assert len(of("Person", entities(told(here), told(here, text="Again.")))) == 1


def test_an_office_is_held_on_the_days_that_say_so() -> None:
    """The dates are the first and the last day told, never a beginning or an end."""
    person = Person(name="Jon Ask", side=ARVENIA, office=Office(title="Minister of Ports"))
    days = [told(person, day=day, text=f"On {day}.") for day in (16, 3, 9)]
    (held,) = of("Occupancy", entities(*days))
    assert held.properties["date"] == ("2021-06-03", "2021-06-16")
    assert not {"startDate", "endDate"} & set(held.properties)


def test_an_office_of_an_organisation_is_a_membership() -> None:
    """Whoever speaks for an organisation is its member, and the organisation takes part itself."""
    found = entities(told(LEAGUE_HEAD))
    (membership,), (league,), (event,) = of("Membership", found), of("Organization", found), of("Event", found)
    assert membership.properties["role"] == ("Secretary-General",)
    assert membership.properties["organization"] == (league.identifier,)
    assert league.identifier in event.properties["involved"]
    assert of("Occupancy", found) == []


def test_somebody_without_a_name_is_an_office_alone() -> None:
    """“The president” is no person that can be told from another."""
    found = entities(told(Person(name=None, side=ARVENIA, office=Office(title="President"))))
    assert of("Person", found) == of("Occupancy", found) == []
    assert [office.properties["name"] for office in of("Position", found)] == [("President",)]


def test_sources_of_a_person_do_not_grow_without_bound() -> None:
    """After the first so many the events alone name their releases."""
    person = Person(name="Jon Ask", side=ARVENIA)
    found = entities(*(told(person, text=f"Text {number}.") for number in range(MOST_SOURCES + 5)))
    (one,) = of("Person", found)
    assert len(one.properties["proof"]) == MOST_SOURCES
    assert len(of("Event", found)) == MOST_SOURCES + 5


@pytest.mark.parametrize(("kind", "events"), [(Kind.STATEMENT, 0), (Kind.OTHER, 0), (Kind.CALL, 1)])
def test_a_text_about_no_event_makes_none(kind: Kind, events: int) -> None:
    """A statement of nobody with nobody is a document alone."""
    assert len(of("Event", entities(told(kind=kind)))) == events


def test_a_code_that_is_no_country_is_left_out() -> None:
    """Codes left to their users by ISO 3166 are no countries to the model; Kazakhstan is one."""
    real = Person(name="Jon Ask", side=Side(code="KZ", name="Kazakhstan"))
    made_up = Person(name="Ada Ask", side=ARVENIA)
    first, second = of("Person", entities(told(real, made_up)))
    assert first.properties["country"] == ("kz",)
    assert "country" not in second.properties


def test_a_time_without_a_zone_is_a_day() -> None:
    """The model counts in UTC: wall time of nobody knows where cannot be told in it."""
    assert moment(datetime(2021, 6, 16, 23, 30)) == "2021-06-16"  # noqa: DTZ001 - as issuers print it


def test_a_file_is_no_web_address() -> None:
    """A release read from a file has no source address, and no script hides in one."""
    account = told()
    odd = replace(account, release=replace(account.release, address="javascript:alert(1)"))
    assert all("sourceUrl" not in entity.properties for entity in entities(odd))


def test_an_entity_has_no_empty_property() -> None:
    """What is not known is left out, never an empty row."""
    assert make_entity("a", "Person", name="", alias=()).properties == {}
    with pytest.raises(ModelError):
        Entity(identifier="a", schema="Person", properties={"name": ()})
