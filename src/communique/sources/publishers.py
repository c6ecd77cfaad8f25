"""Who publishes where, and how the publisher's pages are marked up: a table that users extend without code."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from communique.errors import ReferenceTableError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRule:
    """The language of the addresses that a pattern fits; None: the pattern's group ``language`` gives it."""

    pattern: str
    language: str | None = None

    def language_of(self, address: str) -> str | None:
        """Give the language of an address, None where the rule does not speak about it."""
        found = re.search(self.pattern, address)
        if found is None:
            return None
        return self.language or found["language"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTemplate:
    """Where a publisher's pages have what: XPath expressions in order of preference, and how a printed date reads."""

    title: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    clock: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    printed: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """
    One row of the table: an office, the hosts of its pages, their language, time zone, terms and markup.

    ``verified`` is the day on which the row was last held against saved pages, None where it never was.
    """

    issuer: str
    name: str
    hosts: tuple[str, ...]
    languages: tuple[LanguageRule, ...] = ()
    zone: ZoneInfo | None = None
    licence: str | None = None
    attribution: str | None = None
    verified: date | None = None
    identifier: str | None = None
    template: PageTemplate | None = None

    @property
    def terms(self) -> str | None:
        """Licence and attribution as one line, None where the table has neither."""
        return ", ".join(part for part in (self.licence, self.attribution) if part) or None

    def serves(self, host: str) -> bool:
        """Tell whether a host is one of the publisher's, or below one of them."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)

    def language_of(self, address: str) -> str | None:
        """Give the language that an address is written in, None where the address does not tell."""
        return next((found for rule in self.languages if (found := rule.language_of(address))), None)

    def identifier_of(self, address: str) -> str | None:
        """Give the release's identifier as its address has it ("xv-prime-minister:103"), None where it has none."""
        found = re.search(self.identifier, address) if self.identifier else None
        return f"{self.issuer}:{found[1]}" if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishers:
    """The table of publishers; of several rows that fit an address the one with the longest host counts."""

    rows: tuple[Publisher, ...] = ()

    def find(self, address: str) -> Publisher | None:
        """
        Find the publisher of an address, None where the table has none.

        >>> load_publishers().find("https://www.gov.uk/government/news/talks").issuer
        'gb-government'
        """
        host = (urlsplit(address).hostname or "").removeprefix("www.")
        fitting = [row for row in self.rows if host and row.serves(host)]
        return max(fitting, key=lambda row: max(len(own) for own in row.hosts if host.endswith(own)), default=None)

    def of_issuer(self, issuer: str, language: str | None = None) -> Publisher | None:
        """Find a row of an office by its code, one in the language asked for if there is one."""
        own = [row for row in self.rows if row.issuer == issuer]
        fitting = (row for row in own if any(rule.language == language for rule in row.languages))
        return next(fitting, own[0] if own else None)

    def joined(self, others: Publishers) -> Publishers:
        """Give one table of both; where two rows fit an address equally well, that of ``others`` counts."""
        return Publishers(rows=(*others.rows, *self.rows))


def load_publishers(path: Path | None = None) -> Publishers:
    """
    Load the table that ships with the package, and before it the rows of a user's own file.

    Raises:
        ReferenceTableError: the file cannot be read, is no TOML, or has a row that does not fit the form.
    """
    if path is None:
        return _shipped()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceTableError(wanted=f"a table of publishers in {path}", got=str(error)) from error
    return _shipped().joined(parse_publishers(text, source=str(path)))


@cache
def _shipped() -> Publishers:
    text = files("communique.sources").joinpath("publishers.toml").read_text(encoding="utf-8")
    return parse_publishers(text, source="publishers.toml")


def parse_publishers(text: str, *, source: str) -> Publishers:
    """Read a table of publishers from TOML; ``source`` names it in errors."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ReferenceTableError(wanted=f"TOML in {source}", got=str(error)) from error
    shipped = {} if source == "publishers.toml" else _shipped_templates()
    templates = shipped | {name: _template(row, f"{source}, [template.{name}]") for name, row in _tables(table)}
    rows = table.get("publisher", [])
    return Publishers(rows=tuple(_row(row, templates, f"{source}, row {n}") for n, row in enumerate(rows, start=1)))


def _tables(table: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return list(table.get("template", {}).items())


@cache
def _shipped_templates() -> dict[str, PageTemplate]:
    text = files("communique.sources").joinpath("publishers.toml").read_text(encoding="utf-8")
    return {name: _template(row, name) for name, row in _tables(tomllib.loads(text))}


_ROW_KEYS = frozenset(Publisher.__dataclass_fields__) | {"language"}


def _row(row: dict[str, Any], templates: dict[str, PageTemplate], where: str) -> Publisher:
    _refuse_unknown(row, _ROW_KEYS, where)
    if not row.get("issuer") or not isinstance(row.get("hosts"), list):
        raise ReferenceTableError(wanted=f"`issuer` and a list `hosts` in {where}", got=", ".join(row) or "no keys")
    template = row.get("template")
    if template is not None and template not in templates:
        raise ReferenceTableError(wanted=f"a template of the table in {where}", got=repr(template))
    return Publisher(
        issuer=row["issuer"],
        name=row.get("name", row["issuer"]),
        hosts=tuple(host.lower() for host in row["hosts"]),
        languages=_languages(row, where),
        zone=_checked(ZoneInfo, row.get("zone"), f"a time zone of the IANA list in {where}"),
        licence=row.get("licence"),
        attribution=row.get("attribution"),
        verified=row.get("verified"),
        identifier=_pattern(row.get("identifier"), where),
        template=templates.get(template) if template else None,
    )


def _languages(row: dict[str, Any], where: str) -> tuple[LanguageRule, ...]:
    rules = row.get("languages", [])
    one = [{"pattern": "", "language": row["language"]}] if "language" in row else []
    return tuple(
        LanguageRule(pattern=_pattern(rule["pattern"], where) or "", language=rule.get("language"))
        for rule in (*rules, *one)
    )


def _template(row: dict[str, Any], where: str) -> PageTemplate:
    fields = frozenset(PageTemplate.__dataclass_fields__)
    _refuse_unknown(row, fields, where)
    lists = {key: tuple(value) for key, value in row.items() if key != "printed"}
    return PageTemplate(**lists, printed=_pattern(row.get("printed"), where))


def _refuse_unknown(row: dict[str, Any], known: frozenset[str], where: str) -> None:
    unknown = sorted(set(row) - known)
    if unknown:
        raise ReferenceTableError(
            wanted=f"only known keys in {where}", got=", ".join(unknown), remedy=f"known are {', '.join(sorted(known))}"
        )


def _pattern(pattern: str | None, where: str) -> str | None:
    _checked(re.compile, pattern, f"a regular expression in {where}")
    return pattern


def _checked(make: Callable[[str], Any], value: str | None, wanted: str) -> Any:  # noqa: ANN401 - what `make` makes
    if value is None:
        return None
    try:
        return make(value)
    except (re.error, ZoneInfoNotFoundError, ValueError) as error:
        raise ReferenceTableError(wanted=wanted, got=f"{value!r}: {error}") from error
