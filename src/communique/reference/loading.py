"""Load the shipped tables, and a user's own over them."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import TypeVar

from communique.errors import ReferenceTableError
from communique.model import Side
from communique.reference.columns import (
    Line,
    city_row,
    counterpart_row,
    group_row,
    identity_row,
    issuer_row,
    side_row,
    tenure_row,
    venue_row,
)
from communique.reference.rows import Group, Identity, Tables

Row = TypeVar("Row")

NAMES = ("sides", "cities", "venues", "offices", "issuers", "groups", "counterparts")
"""The tables, each a file ``NAME.csv`` or ``NAME.toml`` of a folder; any of them may be absent."""


@cache
def shipped_tables() -> Tables:
    """Load the tables that come with the package; once in a process."""
    return _read(files("communique.reference") / "tables", Tables())


@cache
def load_tables(*user_folders: Path) -> Tables:
    """
    Load the shipped tables with those of a user's folders over them; later folders go before earlier ones.

    A folder holds any of ``sides``, ``cities``, ``venues``, ``offices``, ``issuers``, ``groups`` and ``counterparts``,
    each as ``.csv`` (first line names the columns, semicolons part several spellings in a cell) or ``.toml`` (an array
    of tables of that name; an array of strings where several spellings stand). A row replaces the earlier one of the
    same key: code of a side or issuer, name and country of a city or venue, identity of a person; an office row is
    added beside the others; a row of groups takes its sides out of earlier groups; a rule on counterparts is added
    before the others.

    Raises:
        ReferenceTableError: a folder that is none or holds no table, or a row that does not fit; file and line are
            named.
    """
    tables = shipped_tables()
    for folder in user_folders:
        if not folder.is_dir() or not any(map(_table_name, folder.iterdir())):
            raise ReferenceTableError(
                wanted=f"a folder with any of {', '.join(f'{name}.csv' for name in NAMES)}", got=str(folder)
            )
        tables = _over(_read(folder, tables), tables)
    return tables


def fictional_folder() -> Path:
    """Give the folder of the fictional states that the demonstration and the examples are about."""
    return Path(str(files("communique.reference"))) / "fictional"


def _table_name(file: Traversable) -> str:
    name, _, ending = file.name.partition(".")
    return name if name in NAMES and ending in {"csv", "toml"} else ""


def _read(folder: Traversable, below: Tables) -> Tables:
    """Read one folder alone; ``below`` knows the sides that its rows may name beside its own."""
    sides = tuple(side_row(line) for line in _lines(folder, "sides"))
    known: dict[str, Side] = {row.side.code: row.side for row in chain(below.sides, sides)}
    offices = tuple(_lines(folder, "offices"))
    people = {identity.key: identity for identity in map(identity_row, reversed(offices)) if identity}
    _refuse_nameless(offices, {*people, *(identity.key for identity in below.people)})
    return Tables(
        sides=sides,
        cities=tuple(city_row(line, known.get) for line in _lines(folder, "cities")),
        venues=tuple(venue_row(line, known.get) for line in _lines(folder, "venues")),
        people=tuple(reversed(people.values())),
        tenures=tuple(tenure_row(line, known.get) for line in offices),
        issuers=tuple(issuer_row(line, known.get) for line in _lines(folder, "issuers")),
        groups=_groups(folder, known),
        counterparts=tuple(counterpart_row(line) for line in _lines(folder, "counterparts")),
    )


def _groups(folder: Traversable, known: dict[str, Side]) -> tuple[Group, ...]:
    """Read the groups of one folder, among which a side stands once."""
    groups: list[Group] = []
    for line in _lines(folder, "groups"):
        group = group_row(line, known.get)
        if twice := {code for earlier in groups for code in earlier.sides} & set(group.sides):
            line.refuse(wanted="sides that no earlier group of the file has", got=", ".join(sorted(twice)))
        groups.append(group)
    return tuple(groups)


def _refuse_nameless(offices: Iterable[Line], named: set[str]) -> None:
    for line in offices:
        if line.required("identity") not in named:
            line.refuse(wanted=f"a name for “{line.required('identity')}”", got="none on any line of the person")


def _over(upper: Tables, lower: Tables) -> Tables:
    """Lay one set of tables over another: its rows first, and in place of those with the same key."""
    return Tables(
        sides=_merged(upper.sides, lower.sides, lambda row: row.side.code),
        cities=_merged(upper.cities, lower.cities, lambda row: (row.name, row.country.code)),
        venues=_merged(upper.venues, lower.venues, lambda row: (row.name, row.country.code)),
        people=_merged(upper.people, lower.people, _key),
        tenures=upper.tenures + lower.tenures,
        issuers=_merged(upper.issuers, lower.issuers, lambda row: row.code),
        groups=upper.groups + lower.groups,
        counterparts=upper.counterparts + lower.counterparts,
    )


def _key(identity: Identity) -> str:
    return identity.key


def _merged(upper: tuple[Row, ...], lower: tuple[Row, ...], key: Callable[[Row], Hashable]) -> tuple[Row, ...]:
    taken = {key(row) for row in upper}
    return upper + tuple(row for row in lower if key(row) not in taken)


def _lines(folder: Traversable, name: str) -> Iterator[Line]:
    for ending, lines in (("csv", _csv_lines), ("toml", _toml_lines)):
        file = folder / f"{name}.{ending}"
        if file.is_file():
            yield from lines(file, name)


def _text(file: Traversable) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReferenceTableError(
            wanted=f"UTF-8 in {file}", got=f"byte {error.start} that is none", remedy="save the file as UTF-8"
        ) from error


def _csv_lines(file: Traversable, name: str) -> Iterator[Line]:  # noqa: ARG001 - of one shape with TOML
    reader = csv.reader(StringIO(_text(file), newline=""))
    columns = next(reader, [])
    path = str(file)
    for cells in filter(any, reader):
        line = Line(file=path, number=reader.line_num, cells=dict(zip(columns, cells, strict=False)))
        if len(cells) > len(columns):
            line.refuse(
                wanted=f"{len(columns)} columns",
                got=str(len(cells)),
                remedy="put a cell that holds a comma in double quotes",
            )
        yield line


def _toml_lines(file: Traversable, name: str) -> Iterator[Line]:
    try:
        entries = tomllib.loads(_text(file)).get(name, [])
    except tomllib.TOMLDecodeError as error:
        raise ReferenceTableError(wanted=f"TOML in {file}", got=str(error)) from error
    for number, entry in enumerate(entries, start=1):
        cells = {column: _cell(value) for column, value in entry.items()} if isinstance(entry, dict) else {}
        line = Line(file=str(file), number=number, cells=cells, unit="entry")
        if not cells:
            line.refuse(wanted=f"a table [[{name}]] with values", got=repr(entry))
        yield line


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ";".join(map(_cell, value))
    return str(int(value)) if isinstance(value, bool) else str(value)
