"""What two analysts changed in one dossier, joined: changes to different cells both stand, to the same one clash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeAlias, cast

from communique.dossiers.form import TABLES, TableForm
from communique.errors import CommuniqueError
from communique.model import Dossier
from communique.web.base.refusals import refusal_words

HEAD = "dossier"
"""The table of title, days and sides."""

ROW = ""
"""The part of a row that says that it is there."""

TOGETHER: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "evidence": (("seen", "among"),),
    "likelihood": (("value", "reason", "entered"),),
    "forecast": (("outcome", "resolved", "basis"),),
}
"""Keys of a table that only make sense together: whoever changes one has looked at all."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell of a dossier: its table, which row, and which part of the row (``ROW``: that it is there)."""

    table: str
    row: tuple[str, ...] = ()
    part: str = ROW


Value: TypeAlias = tuple[object, ...] | None
"""What stands in a cell; None where nothing does."""

Cells: TypeAlias = dict[Place, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One cell that changed: what stood there, and what stands there now."""

    place: Place
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One cell that two wanted otherwise: as both had read it, as it stands now, as the later one wants it."""

    place: Place
    read: Value
    standing: Value
    wanted: Value


class ClashError(CommuniqueError):
    """Somebody else changed the same cell meanwhile; nothing is overwritten."""

    def __init__(self, clashes: tuple[Clash, ...], reason: str = "") -> None:
        self.clashes = clashes
        cells = ", ".join(" ".join((one.place.table, *one.place.row, one.place.part)).strip() for one in clashes)
        super().__init__(
            wanted="cells that nobody else changed meanwhile",
            got=reason or cells,
            remedy="look at what stands there now, and decide; nothing was overwritten",
        )


def cells_of(dossier: Dossier) -> Cells:
    """Give every cell of a dossier."""
    found: Cells = {Place(HEAD, (), name): (getattr(dossier, name),) for name in ("title", "first", "last", "sides")}
    for form in TABLES:
        for row, noun in _named(form, dossier):
            found.update(_cells_of_row(form, row, noun))
    return found


def find_changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Give the cells that differ, in the order of the tables and rows, new rows where they stand."""
    old, new = cells_of(before), cells_of(after)
    return tuple(
        Change(place=place, before=old.get(place), after=new.get(place))
        for place in dict.fromkeys((*old, *new))
        if old.get(place) != new.get(place)
    )


def merge(read: Dossier, wanted: Dossier, standing: Dossier) -> Dossier:
    """
    Give the dossier as it stands with what somebody changed who had read an earlier state of it.

    Raises:
        ClashError: a cell that was changed stands otherwise than it was read; or both changes cannot stand together.
    """
    if read == standing:
        return wanted
    changes, cells = find_changes(read, wanted), cells_of(standing)
    clashes = tuple(
        Clash(place=one.place, read=one.before, standing=cells.get(one.place), wanted=one.after)
        for one in changes
        if cells.get(one.place) not in {one.before, one.after}
    )
    if clashes:
        raise ClashError(clashes)
    for one in changes:
        _set(cells, one)
    try:
        merged = _assembled(cells, (standing, wanted))
    except CommuniqueError as error:
        raise ClashError((), refusal_words(error)) from error
    if cells_of(merged) != cells:  # rows of one identity, as a text from elsewhere may have them
        raise ClashError((), "rows that cannot be told apart")
    return merged


def _set(cells: Cells, change: Change) -> None:
    if change.after is None:
        cells.pop(change.place, None)
    else:
        cells[change.place] = change.after


def _parts(form: TableForm[object]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a row: the name of each, and the keys that make it."""
    bound = TOGETHER.get(form.name, ())
    for names in bound:
        yield names[0], names
    taken = {name for names in bound for name in names}
    yield from ((name, (name,)) for name in form.names() if name not in {*taken, *form.identity})


def _named(form: TableForm[object], dossier: Dossier) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield the rows of a table with what tells each from the others; a second of one identity has a number."""
    seen = Counter[tuple[str, ...]]()
    for noun in getattr(dossier, form.field):
        row = tuple(str(getattr(noun, name)) for name in form.identity)
        seen[row] += 1
        yield (row if seen[row] == 1 else (*row, f"#{seen[row]}")), noun


def _cells_of_row(form: TableForm[object], row: tuple[str, ...], noun: object) -> Iterator[tuple[Place, Value]]:
    yield Place(form.name, row), (True,)
    for part, names in _parts(form):
        yield Place(form.name, row, part), tuple(getattr(noun, name) for name in names)


def _assembled(cells: Cells, orders: Iterable[Dossier]) -> Dossier:
    """Make a dossier of cells; rows stand in the order of the first dossier that has them."""
    first, *_ = listed = tuple(orders)
    head = {place.part: value[0] for place, value in cells.items() if place.table == HEAD and value}
    tables = {form.field: tuple(_rows(form, cells, listed)) for form in TABLES}
    return replace(first, **cast("dict[str, Any]", {**head, **tables}))


def _rows(form: TableForm[object], cells: Cells, orders: tuple[Dossier, ...]) -> Iterator[object]:
    here = {place.row for place in cells if place.table == form.name and place.part == ROW}
    nouns: dict[tuple[str, ...], object] = {}
    for dossier in orders:
        for row, noun in _named(form, dossier):
            nouns.setdefault(row, noun)
    for row, noun in nouns.items():
        if row not in here:
            continue
        values: dict[str, object] = {}
        for part, names in _parts(form):
            found = cells.get(Place(form.name, row, part))
            if found is not None:
                values |= dict(zip(names, found, strict=True))
        yield replace(cast("Any", noun), **values)


def told(value: object) -> str:
    """Give a value as words of a page."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "✓" if value else "✗"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, tuple):
        return " · ".join(map(told, value)) or "–"
    return str(value)


Edit: TypeAlias = Callable[[Dossier], Dossier]
"""A change to a dossier: the dossier as it was read in, as it is wanted out."""

__all__ = ["Change", "Clash", "ClashError", "Edit", "Place", "cells_of", "find_changes", "merge", "told"]
