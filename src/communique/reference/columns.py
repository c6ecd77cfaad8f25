"""From the cells of one line to a row of a table; a line that does not fit is refused by file and line."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NoReturn

from communique.errors import ModelError, ReferenceTableError
from communique.model import Side, SideKind
from communique.reference.rows import (
    UNRANKED,
    City,
    CounterpartRule,
    Group,
    Identity,
    Issuer,
    SideNames,
    Tenure,
    Venue,
    Wording,
)

FindSide = Callable[[str], Side | None]
"""From the code of a side to the side, None where no table has it."""


@cache
def _worded(columns: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Find the columns that hold words of one language: column, form, language."""
    parted = ((column, *column.split("_", 1)) for column in columns if "_" in column)
    return tuple((column, FORMS[form], language) for column, form, language in parted if form in FORMS)


PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
FORMS = {"names": "names", "name": "names", "adjectives": "adjectives", "demonyms": "demonyms"}
RANKS = range(1, UNRANKED + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The cells of one line by column, and where the line stands: the file, and its line or entry."""

    file: str
    number: int
    cells: Mapping[str, str]
    unit: str = "line"

    @property
    def where(self) -> str:
        """The place in words: "sides.csv, line 3"."""
        return f"{self.file}, {self.unit} {self.number}"

    def cell(self, column: str, default: str = "") -> str:
        """Give a cell that may be empty or absent."""
        return self.cells.get(column, "").strip() or default

    def required(self, column: str) -> str:
        """Give a cell that may not be empty."""
        return self.cell(column) or self.refuse(wanted=f"a value in column “{column}”", got="none")

    def parts(self, column: str) -> tuple[str, ...]:
        """Give the parts of a cell, which semicolons part."""
        cell = self.cells.get(column)
        if not cell or ";" not in cell:
            return (cell.strip(),) if cell and not cell.isspace() else ()
        return tuple(part.strip() for part in cell.split(";") if part.strip())

    def refuse(self, *, wanted: str, got: str, remedy: str = "") -> NoReturn:
        """
        Refuse the line.

        Raises:
            ReferenceTableError: always.
        """
        raise ReferenceTableError(wanted=f"{wanted} in {self.where}", got=got, remedy=remedy)

    def wordings(self, *english: str) -> tuple[Wording, ...]:
        """
        Collect what every language calls the row, from columns such as ``names_ru``, ``adjectives_kk``, ``name_ru``.

        ``english`` stands before what the columns say of English.
        """
        found: dict[str, dict[str, tuple[str, ...]]] = {"en": {"names": english}} if english else {}
        for column, form, language in _worded(tuple(self.cells)):
            if self.cells[column] and (words := self.parts(column)):
                forms = found.setdefault(language, {})
                forms[form] = tuple(dict.fromkeys((*forms.get(form, ()), *words)))
        return tuple(Wording(language=language, **forms) for language, forms in found.items())

    def side(self, column: str, find: FindSide) -> Side:
        """Give the side whose code the column holds."""
        code = self.required(column)
        return find(code) or self.refuse(
            wanted="a side that a table knows",
            got=f"“{code}” in column “{column}”",
            remedy="add it to sides.csv of your folder",
        )


def side_row(line: Line) -> SideNames:
    """Make a row of sides: code, kind, name, names_en, adjectives_en, demonyms_en, the same in others, source."""
    kind = line.cell("kind", SideKind.STATE.value)
    if kind not in set(SideKind):
        line.refuse(wanted="kind “state” or “organisation”", got=f"“{kind}”")
    side = Side(code=line.required("code"), name=line.required("name"), kind=SideKind(kind))
    return SideNames(side=side, wordings=line.wordings(side.name), source=line.required("source"))


def city_row(line: Line, find: FindSide) -> City:
    """Make a row of cities: name, country, capital, spellings, name_ru …, ambiguous, source."""
    name = line.required("name")
    ambiguous = line.cell("ambiguous", "0")
    if ambiguous not in {"0", "1", "2"}:
        line.refuse(wanted="0, 1 or 2 in column “ambiguous”", got=f"“{ambiguous}”")
    return City(
        name=name,
        country=line.side("country", find),
        wordings=line.wordings(name, *line.parts("spellings")),
        source=line.required("source"),
        capital=line.cell("capital") == "1",
        ambiguous=int(ambiguous),
    )


def venue_row(line: Line, find: FindSide) -> Venue:
    """Make a row of venues: name, country, city, spellings, name_ru …, source."""
    name = line.required("name")
    return Venue(
        name=name,
        country=line.side("country", find),
        wordings=line.wordings(name, *line.parts("spellings")),
        source=line.required("source"),
        city=line.cell("city") or None,
    )


def identity_row(line: Line) -> Identity | None:
    """Make a person of a row of offices; None where the line leaves the name to an earlier line of the person."""
    key, name = line.required("identity"), line.cell("name")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key):
        line.refuse(wanted="an identity in small letters, digits and hyphens", got=f"“{key}”")
    if not name:
        return None
    return Identity(key=key, name=name, wordings=line.wordings(name, *line.parts("spellings")))


def tenure_row(line: Line, find: FindSide) -> Tenure:
    """Make a tenure of a row of offices: identity, side, office, title, rank, from, to, source."""
    since, until = line.cell("from"), line.cell("to")
    rank = line.cell("rank", str(UNRANKED))
    if not rank.isdecimal() or int(rank) not in RANKS:
        line.refuse(wanted=f"a rank from {RANKS[0]} to {RANKS[-1]}", got=f"“{rank}”")
    try:
        return Tenure(
            identity=line.required("identity"),
            side=line.side("side", find),
            office=line.required("office"),
            title=line.required("title"),
            source=line.required("source"),
            rank=int(rank),
            since=partial_date(since, last=False) if since else None,
            until=partial_date(until, last=True) if until else None,
            exact=all(len(end) in {0, len("2000-01-01")} for end in (since, until)),
        )
    except (ValueError, ModelError) as error:
        raise ReferenceTableError(
            wanted=f"dates such as 2004, 2004-05 or 2004-05-17, in order, in {line.where}", got=f"{since}..{until}"
        ) from error


def issuer_row(line: Line, find: FindSide) -> Issuer:
    """Make a row of issuers: code, name, side, office, time_zone, source."""
    return Issuer(
        code=line.required("code"),
        name=line.required("name"),
        side=line.side("side", find),
        office=line.cell("office"),
        time_zone=line.cell("time_zone"),
        source=line.required("source"),
    )


def group_row(line: Line, find: FindSide) -> Group:
    """Make a row of groups: code, name, sides (their codes), source."""
    sides = line.parts("sides")
    unknown = [code for code in sides if find(code) is None]
    if unknown:
        line.refuse(
            wanted="codes of sides that a table knows",
            got=", ".join(unknown),
            remedy="add them to sides.csv of your folder",
        )
    return Group(code=line.required("code"), name=line.required("name"), sides=sides, source=line.required("source"))


def counterpart_row(line: Line) -> CounterpartRule:
    """Make a rule on counterparts: office, titles, counterparts (codes of offices), rule, source."""
    return CounterpartRule(
        office=line.required("office"),
        titles=tuple(words.casefold() for words in line.parts("titles")),
        counterparts=line.parts("counterparts"),
        rule=line.required("rule"),
        source=line.required("source"),
    )


def partial_date(words: str, *, last: bool) -> date:
    """
    Read a date known by day, month or year; give the first or the last day that fits.

    Raises:
        ValueError: the words are no such date.

    >>> partial_date("2004", last=False), partial_date("2004-02", last=True)
    (datetime.date(2004, 1, 1), datetime.date(2004, 2, 29))
    """
    match = PARTIAL_DATE.fullmatch(words)
    if match is None:
        raise ValueError(words)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # noqa: S101 - the pattern has a year
    month = month or (12 if last else 1)
    day = day or (calendar.monthrange(year, month)[1] if last else 1)
    return date(year, month, day)
