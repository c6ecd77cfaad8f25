"""The shipped tables as a whole."""

from __future__ import annotations

import re
import zoneinfo
from collections import Counter

import pytest
from babel import Locale

from communique.model import SideKind
from communique.reference import shipped_tables, wording_of

TABLES = shipped_tables()
STATES = {row.side.code: row for row in TABLES.sides if row.side.kind is SideKind.STATE}
DEPENDENCIES = frozenset(
    [
        *("AI", "AQ", "AS", "AW", "AX", "BL", "BM", "BQ", "BV", "CC", "CW", "CX", "FK", "FO", "GF", "GG", "GI", "GL"),
        *("GP", "GS", "GU", "HM", "IM", "IO", "JE", "KY", "MF", "MP", "MQ", "MS", "NC", "NF", "PF", "PM", "PN", "PR"),
        *("RE", "SH", "SJ", "SX", "TC", "TF", "TK", "UM", "VG", "VI", "WF", "YT"),
    ]
)
"""Codes of ISO 3166-1 that name no state, and nobody who receives or is received as one."""

NO_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
"""Codes of CLDR that ISO 3166-1 does not assign: regions, organisations, placeholders."""

NEIGHBOURS = ("RU", "KZ", "UA", "US", "BY", "UZ", "KG", "TJ", "TM", "AZ", "AM", "GE", "MD", "CN", "DE", "FR", "GB")
READ_MOST = (*NEIGHBOURS, "IT", "IN", "JP", "KR", "TR", "IR", "IL", "SA", "AE", "PL", "LT")


def codes_of_cldr() -> list[str]:
    """Give the two-letter codes of CLDR that stand for a state."""
    listed = [str(code) for code in Locale("en").territories]
    return sorted(code for code in listed if re.fullmatch("[A-Z]{2}", code) and code not in DEPENDENCIES | NO_STATES)


@pytest.mark.parametrize("code", codes_of_cldr())
def test_every_state_of_iso_3166_is_there(code: str) -> None:
    """Each state is there under its code, by the names of CLDR in English and Russian."""
    row = STATES[code]
    usual = Locale("en").territories[code].replace("’", "'")
    if not re.search(r"[&(-]|SAR|Territories", usual):
        assert usual in wording_of(row.wordings, "en").names
    assert wording_of(row.wordings, "ru").names


def test_codes_and_keys_are_unique() -> None:
    """No code of a side or issuer, no key of a person and no city of a country stands twice."""
    for keys in (
        [row.side.code for row in TABLES.sides],
        [row.code for row in TABLES.issuers],
        [row.key for row in TABLES.people],
        [(row.name, row.country.code) for row in TABLES.cities],
        [(row.name, row.country.code) for row in TABLES.venues],
    ):
        assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_no_word_names_two_sides_of_one_kind() -> None:
    """Names are told apart; only adjectives shared by two states (Congolese) may stand twice."""
    sides: dict[tuple[str, str], set[str]] = {}
    for row in TABLES.sides:
        for wording in row.wordings:
            for name in wording.names:
                sides.setdefault((wording.language, name), set()).add(row.side.code)
    assert {words: codes for words, codes in sides.items() if len(codes) > 1} == {}


def test_every_row_has_a_source() -> None:
    """Each row says where it was taken from."""
    sources = [
        *(row.source for row in TABLES.sides),
        *(row.source for row in TABLES.cities),
        *(row.source for row in TABLES.venues),
        *(row.source for row in TABLES.tenures),
        *(row.source for row in TABLES.issuers),
    ]
    assert all(sources)


@pytest.mark.parametrize("side", READ_MOST)
def test_the_states_read_most_have_their_offices(side: str) -> None:
    """Head of state, head of government and foreign minister are there for each of the states read most."""
    ranks = {tenure.rank for tenure in TABLES.tenures if tenure.side.code == side}
    wanted = {1, 3} if side in {"US", "TM", "IR"} else {1, 2, 3}
    assert wanted <= ranks


def test_one_office_has_one_holder_at_a_time() -> None:
    """Tenures of an office that only one person holds do not overlap by more than the day of the handover."""
    single = {"president", "prime-minister", "chancellor", "foreign-minister", "monarch", "secretary-general"}
    overlapping = set()
    for one in TABLES.tenures:
        for other in TABLES.tenures:
            same = (one.office, one.side.code) == (other.office, other.side.code) and one.office in single
            if not same or one is other or not (one.exact and other.exact) or not (one.since and other.since):
                continue
            if one.since < other.since and (one.until is None or one.until > other.since):
                overlapping.add((one.identity, other.identity))
    # While the one was ill or suspended, the other acted in the office.
    assert overlapping == {("ariel-sharon", "ehud-olmert"), ("dilma-rousseff", "michel-temer")}


def test_every_issuer_has_a_zone_and_heads() -> None:
    """Time zones are those of IANA, and an office named is one that somebody held."""
    offices = {(tenure.office, tenure.side.code) for tenure in TABLES.tenures}
    for row in TABLES.issuers:
        assert row.time_zone in zoneinfo.available_timezones()
        assert not row.office or (row.office, row.side.code) in offices


def test_every_venue_stands_in_a_known_city() -> None:
    """The city of a venue is a name in the table of cities of the same country."""
    cities = {(row.name, row.country.code) for row in TABLES.cities}
    lost = [row.name for row in TABLES.venues if row.city and (row.city, row.country.code) not in cities]
    assert lost == []


def test_every_member_state_has_a_capital() -> None:
    """No state that exists today is without a seat of government in the table of cities, but for Palau."""
    seats = {row.country.code for row in TABLES.cities if row.capital}
    assert {code for code in STATES if len(code) == 2 and code not in seats} <= {"PW", "SU", "YU", "CS"}
