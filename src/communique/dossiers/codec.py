"""A dossier as the text of ``dossier.toml``, and back; every fault of a text is told with its table and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
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
from communique.dossiers.keys import Key, UnfitError
from communique.errors import DossierError, ModelError
from communique.model import Dossier

if TYPE_CHECKING:
    from tomlkit.items import Table

Noun = TypeVar("Noun")

_VALUE_ABOVE_HEAD = re.compile(r"^((?!#)\S.*\n)(?=\[)", re.MULTILINE)

_SHORT = 60
"""Characters of a value that a message repeats."""


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
    parsed = _Parsed(text, where)
    dossier = parsed.dossier()
    if dossier is None:
        raise _with_more(parsed.faults[0], len(parsed.faults) - 1)
    return dossier


def find_form_faults(text: str, *, where: str) -> tuple[DossierError, ...]:
    """Give every fault of form of the text of a dossier, in order, one a table; none where it can be read."""
    parsed = _Parsed(text, where)
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

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        self.faults: list[DossierError] = []

    def dossier(self) -> Dossier | None:
        """Give the dossier, None where there is a fault."""
        try:
            tables = self._tables()
            head = self._head(tables)
        except DossierError as fault:
            self.faults.append(fault)
            return None
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
            self.faults.append(_placed(error, self.where))
            return None

    def _tables(self) -> Mapping[str, object]:
        try:
            tables = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            raise DossierError(
                wanted=f"TOML in {self.where}", got=f"a fault of its syntax: {error}", remedy="see https://toml.io"
            ) from error
        known = ("dossier", *(form.name for form in TABLES))
        for name in tables:
            if name not in known:
                raise DossierError(
                    wanted=f"only known tables in {self.where}", got=f"“{name}”", remedy=_nearest(name, known)
                )
        return tables

    def _head(self, tables: Mapping[str, object]) -> dict[str, object]:
        head = tables.get("dossier")
        if not isinstance(head, dict):
            raise DossierError(
                wanted=f"a table [dossier] in {self.where}",
                got="none" if head is None else "something else of that name",
                remedy="it holds title, first and last",
            )
        return _values(HEAD, head, f"[dossier] of {self.where}")

    def _rows(self, form: TableForm[Noun], tables: Mapping[str, object]) -> tuple[Noun, ...]:
        rows = tables.get(form.name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.faults.append(_single(form.name, rows, self.where))
            return ()
        return tuple(self._taken(form, rows))

    def _taken(self, form: TableForm[Noun], rows: list[dict[str, object]]) -> Iterator[Noun]:
        for number, row in enumerate(rows, start=1):
            place = f"[[{form.name}]] {number} of {self.where}{self._line(form.name, number, len(rows))}"
            try:
                yield form.noun(**_values(form.keys, row, place))
            except ModelError as error:
                self.faults.append(_placed(error, place))
            except DossierError as error:
                self.faults.append(error)

    def _line(self, name: str, number: int, rows: int) -> str:
        """Say on which line a table begins, where that is plain: text over several lines may look like a head."""
        heads = [match.start() for match in re.finditer(rf"^[ \t]*\[\[\s*{name}\s*\]\]", self.text, re.MULTILINE)]
        if len(heads) != rows:
            return ""
        return f", line {self.text.count(chr(10), 0, heads[number - 1]) + 1}"


def _values(keys: tuple[Key, ...], row: Mapping[str, object], place: str) -> dict[str, object]:
    """
    Take the values of one table.

    Raises:
        DossierError: a key is unknown or missing, or does not take its value.
    """
    names = tuple(key.name for key in keys)
    for name in row:
        if name not in names:
            raise DossierError(wanted=f"only known keys in {place}", got=f"“{name}”", remedy=_nearest(name, names))
    for key in keys:
        if key.required and key.name not in row:
            raise DossierError(wanted=f"“{key.name}” in {place}", got="none", remedy=f"it takes {key.wanted}")
    return {key.name: _value(key, row[key.name], place) for key in keys if key.name in row}


def _value(key: Key, value: object, place: str) -> object:
    try:
        return key.take(value)
    except UnfitError as error:
        near = _near_word(key, value)
        raise DossierError(
            wanted=f"{key.wanted} as “{key.name}” of {place}", got=_shown(value), remedy=str(error) or near
        ) from error


def _near_word(key: Key, value: object) -> str:
    if not isinstance(value, str) or not key.wanted.startswith("one of "):
        return ""
    close = get_close_matches(value.casefold(), key.wanted.removeprefix("one of ").split(", "), n=1)
    return f"did you mean “{close[0]}”?" if close else ""


def _nearest(name: str, names: tuple[str, ...]) -> str:
    close = get_close_matches(name.casefold(), names, n=1)
    return f"did you mean “{close[0]}”?" if close else f"it takes {', '.join(names)}"


def _single(name: str, found: object, where: str) -> DossierError:
    one = isinstance(found, dict)
    return DossierError(
        wanted=f"each {name} under a head [[{name}]] in {where}",
        got=f"[{name}]" if one else _shown(found),
        remedy="set it in two brackets" if one else "",
    )


def _shown(value: object) -> str:
    words = f"“{value}”" if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def _placed(error: ModelError, place: str) -> DossierError:
    fault = DossierError(wanted=f"{error.wanted} in {place}", got=error.got, remedy=error.remedy)
    fault.__cause__ = error
    return fault


def _with_more(fault: DossierError, more: int) -> DossierError:
    if not more:
        return fault
    told = f"and {more} more {'fault' if more == 1 else 'faults'}: `communique dossier check` lists them"
    return DossierError(wanted=fault.wanted, got=fault.got, remedy=f"{fault.remedy}; {told}" if fault.remedy else told)
