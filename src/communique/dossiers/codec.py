"""A dossier as the text of ``dossier.toml``, and back; every fault of a text is told with its table and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, cast

from communique.dossiers.form import (
    EVIDENCE,
    EXHIBITS,
    FORECASTS,
    HEAD,
    HYPOTHESES,
    LIKELIHOODS,
    RELEASES,
    TABLES,
    TableForm,
)
from communique.dossiers.form_faults import (
    FormFault,
    fault_of,
    missing,
    near_names,
    nearest,
    single,
    unknown,
    value_fault,
)
from communique.dossiers.keys import Key
from communique.dossiers.lines import FileLines, Place
from communique.errors import DossierError, ModelError
from communique.model import Dossier

if TYPE_CHECKING:
    from tomlkit.items import Table

Noun = TypeVar("Noun")

_VALUE_ABOVE_HEAD = re.compile(r"^((?!#)\S.*\n)(?=\[)", re.MULTILINE)


def parse_dossier(text: str, *, where: str) -> Dossier:
    """
    Read a dossier from the text of its file; ``where`` names the file in messages.

    >>> written = '''
    ... [dossier]
    ... title = "The ferry talks"
    ... first = 2021-06-14
    ... last = 2021-06-16
    ... '''
    >>> parse_dossier(written, where="ferry/dossier.toml").first
    datetime.date(2021, 6, 14)

    Raises:
        DossierError: the text does not fit the form; the first of its faults is told, and how many more there are.
    """
    parsed = _Parsed(text)
    dossier = parsed.dossier()
    if dossier is None:
        raise _with_more(parsed.faults[0].error(where), len(parsed.faults) - 1)
    return dossier


def find_form_faults(text: str) -> tuple[FormFault, ...]:
    """Give every fault of form of the text of a dossier, in order of the tables; none where it can be read."""
    parsed = _Parsed(text)
    parsed.dossier()
    return tuple(parsed.faults)


def dossier_text(dossier: Dossier) -> str:
    """Write a dossier anew, in the order of the form; what has its usual value is left out."""
    import tomlkit  # noqa: PLC0415 - only writing needs it

    document = tomlkit.document()
    document.add("dossier", table_of(HEAD, dossier))
    for form in TABLES:
        nouns = cast("tuple[object, ...]", getattr(dossier, form.field))
        if nouns:
            rows = tomlkit.aot()
            for noun in nouns:
                rows.append(table_of(form.keys, noun))
            document.add(form.name, rows)
    return spaced(document.as_string())


def spaced(text: str) -> str:
    """Set a blank line between a value and the head of a table below it; a comment stays with the head it is above."""
    return _VALUE_ABOVE_HEAD.sub(r"\1\n", text)


def table_of(keys: tuple[Key, ...], noun: object) -> Table:
    """Write one noun as a table."""
    import tomlkit  # noqa: PLC0415 - only writing needs it

    table = tomlkit.table()
    for key in keys:
        value = key.of(noun)
        if value is not None:
            table.add(key.name, value)
    return table


class _Parsed:
    """One text on its way to a dossier, and the faults met on the way."""

    def __init__(self, text: str) -> None:
        self.lines = FileLines(text)
        self.faults: list[FormFault] = []

    def dossier(self) -> Dossier | None:
        """Give the dossier, None where there is a fault."""
        tables = self._tables()
        head = self._head(tables)
        filings, exhibits = self._rows(RELEASES, tables), self._rows(EXHIBITS, tables)
        hypotheses, evidence = self._rows(HYPOTHESES, tables), self._rows(EVIDENCE, tables)
        likelihoods, forecasts = self._rows(LIKELIHOODS, tables), self._rows(FORECASTS, tables)
        if self.faults:
            return None
        try:
            return Dossier(
                **head,  # type: ignore[arg-type] # its keys took them
                filings=filings,
                exhibits=exhibits,
                hypotheses=hypotheses,
                evidence=evidence,
                likelihoods=likelihoods,
                forecasts=forecasts,
            )
        except ModelError as error:
            self.faults.append(fault_of(error))
            return None

    def _tables(self) -> Mapping[str, object]:
        """Give the tables of the file; where it is no TOML there are none, and that is the fault."""
        try:
            tables = tomllib.loads(self.lines.text)
        except tomllib.TOMLDecodeError as error:
            self.faults.append(
                FormFault(wanted="TOML", got=f"a fault of its syntax: {error}", remedy="see https://toml.io")
            )
            return {}
        except RecursionError:
            self.faults.append(
                FormFault(wanted="tables of plain values", got="brackets within brackets, hundreds deep")
            )
            return {}
        known = ("dossier", *(form.name for form in TABLES))
        for name in tables:
            if name not in known:
                line = self.lines.of_head(name)
                fault = FormFault(wanted="only known tables", got=f"“{name}”", remedy=nearest(name, known), line=line)
                self.faults.append(fault)
        return tables

    def _head(self, tables: Mapping[str, object]) -> dict[str, object]:
        head = tables.get("dossier")
        if isinstance(head, dict):
            return self._values(HEAD, head, Place("[dossier]", *self.lines.table("dossier")))
        if tables or not self.faults:
            got = "none" if head is None else "something else of that name"
            self.faults.append(FormFault(wanted="a table [dossier]", got=got, remedy="it holds title, first and last"))
        return {}

    def _rows(self, form: TableForm[Noun], tables: Mapping[str, object]) -> tuple[Noun, ...]:
        rows = tables.get(form.name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.faults.append(replace(single(form.name, rows), line=self.lines.of_head(form.name)))
            return ()
        return tuple(self._taken(form, rows))

    def _taken(self, form: TableForm[Noun], rows: list[dict[str, object]]) -> Iterator[Noun]:
        places = self.lines.tables(form.name, len(rows))
        for number, (row, lines) in enumerate(zip(rows, places, strict=True), start=1):
            place, before = Place(f"[[{form.name}]] {number}", *lines), len(self.faults)
            values = self._values(form.keys, row, place)
            if len(self.faults) > before:
                continue
            try:
                yield form.noun(**values)
            except ModelError as error:
                self.faults.append(replace(fault_of(error), place=place.name, line=place.first))

    def _values(self, keys: tuple[Key, ...], row: Mapping[str, object], place: Place) -> dict[str, object]:
        """Take the values of one table; every key that is unknown, missing, or does not take its value is a fault."""
        found: dict[str, object] = {}
        names = tuple(key.name for key in keys)
        strangers = [name for name in row if name not in names]
        meant = {close for name in strangers for close in near_names(name, names)}
        faults = [unknown(name, names) for name in strangers]
        for key in keys:
            taken = missing(key) if key.required and key.name not in {*row, *meant} else None
            if key.name in row:
                taken = value_fault(key, row[key.name])
                found[key.name] = None if taken else key.take(row[key.name])
            faults += [taken] if taken else []
        self.faults += [
            replace(fault, place=place.name, line=self.lines.of_key(fault.key, place) or place.first)
            for fault in faults
        ]
        return found


def _with_more(fault: DossierError, more: int) -> DossierError:
    if not more:
        return fault
    told = f"and {more} more {'fault' if more == 1 else 'faults'}: `communique dossier check` lists them"
    return DossierError(wanted=fault.wanted, got=fault.got, remedy=f"{fault.remedy}; {told}" if fault.remedy else told)
