"""A dossier written over an earlier text of it: what did not change stays as the analyst wrote it, comments too."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from communique.dossiers.codec import dossier_text, parse_dossier, spaced, table_of
from communique.dossiers.form import HEAD, TABLES, TableForm
from communique.dossiers.keys import Key, UnfitError
from communique.errors import DossierError
from communique.model import Dossier

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import AoT, Comment, Table, Whitespace

    Remark: TypeAlias = Comment | Whitespace


def revise_text(text: str, dossier: Dossier) -> str:
    """
    Write a dossier over an earlier text of it: comments, order and spelling of what did not change are kept.

    Where the earlier text cannot be kept, the dossier is written anew: what is read from the answer is always the
    dossier.

    Raises:
        DossierError: the earlier text is no dossier.
    """
    if parse_dossier(text, where="the earlier text") == dossier:
        return text
    revised = _revised(text, dossier)
    for candidate in (spaced(revised), revised):
        if _reads_as(candidate, dossier):
            return candidate
    return dossier_text(dossier)


def _reads_as(text: str, dossier: Dossier) -> bool:
    try:
        return parse_dossier(text, where="the revised text") == dossier
    except DossierError:
        return False


def _revised(text: str, dossier: Dossier) -> str:
    """Change the earlier text in place; empty where it is written in a way that cannot be changed so."""
    import tomlkit  # noqa: PLC0415 - only writing needs it
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - likewise
    from tomlkit.items import InlineTable, Table  # noqa: PLC0415 - likewise

    try:
        document = tomlkit.parse(text)
    except TOMLKitError:
        return ""
    head = document["dossier"]
    if not isinstance(head, Table | InlineTable):
        return ""
    _renew(cast("Table", head), HEAD, dossier)
    for form in TABLES:
        _renew_rows(document, form, getattr(dossier, form.field))
    return document.as_string()


def _renew_rows(document: TOMLDocument, form: TableForm[object], nouns: tuple[object, ...]) -> None:
    """Bring the tables of one form up to date: those that stay where they stand, new ones after them."""
    import tomlkit  # noqa: PLC0415 - only writing needs it
    from tomlkit.items import AoT  # noqa: PLC0415 - likewise

    rows = document.get(form.name)
    if not isinstance(rows, AoT):
        if rows is not None:
            document.remove(form.name)
        if nouns:
            document.append(form.name, tomlkit.aot())
            _append(cast("AoT", document[form.name]), form, nouns)
        return
    standing = [_identity(form, row) for row in rows]
    wanted = [_identity(form, table_of(form.keys, noun)) for noun in nouns]
    for place in reversed([n for n, identity in enumerate(standing) if identity not in wanted]):
        del rows[place]
        del standing[place]
    if standing != wanted[: len(standing)]:  # the order changed: the tables are moved with their comments
        by_identity = dict(zip(standing, list(rows), strict=True))
        rows.clear()
        for identity, noun in zip(wanted, nouns, strict=True):
            rows.append(by_identity.get(identity) or table_of(form.keys, noun))
    for row, noun in zip(rows, nouns, strict=False):
        _renew(row, form.keys, noun)
    _append(rows, form, nouns[len(rows) :])
    if not nouns:
        document.remove(form.name)


def _identity(form: TableForm[object], row: Table) -> tuple[object, ...]:
    return tuple(str(row.get(name, "")) for name in form.identity)


def _append(rows: AoT, form: TableForm[object], nouns: tuple[object, ...]) -> None:
    """Set new tables after the others; remarks that stand apart below the last one stay below the new ones."""
    if not nouns:
        return
    remarks = _cut_remarks(rows[-1]) if len(rows) else []
    for noun in nouns:
        rows.append(table_of(form.keys, noun))
    for remark in remarks:
        rows[-1].add(remark)


def _cut_remarks(table: Table) -> list[Remark]:
    """Cut the comments off the end of a table that a blank line parts from its keys."""
    from tomlkit.items import Comment, Whitespace  # noqa: PLC0415 - only writing needs it

    end = _cut_end(table)
    start = next((n for n, item in enumerate(end) if isinstance(item, Whitespace)), len(end))
    for item in end[:start]:
        table.add(item)
    if any(isinstance(item, Comment) for item in end[start:]):
        return end[start:]
    return []


def _cut_end(table: Table) -> list[Remark]:
    """Cut off the blank lines and comments that end a table."""
    from tomlkit.items import Comment, Whitespace  # noqa: PLC0415 - only writing needs it

    body = table.value.body
    cut: list[Remark] = []
    while body and isinstance(item := body[-1][1], Comment | Whitespace):
        cut.insert(0, item)
        body.pop()
    return cut


def _renew(table: Table, keys: tuple[Key, ...], noun: object) -> None:
    """Set the values that changed, and take out those that are back to the usual."""
    for key in keys:
        value = key.of(noun)
        if key.name in table and _stands_for(key, table[key.name], noun):
            continue
        if value is None:
            table.pop(key.name, None)
        elif key.name in table:
            table[key.name] = value
        else:
            _insert(table, key.name, value)


def _stands_for(key: Key, written: object, noun: object) -> bool:
    unwrap = getattr(written, "unwrap", None)
    try:
        return bool(key.take(unwrap() if unwrap else written) == getattr(noun, key.name))
    except UnfitError:
        return False


def _insert(table: Table, name: str, value: object) -> None:
    """Add a key before the blank lines and remarks that end a table."""
    end = _cut_end(table)
    table.add(name, value)
    for remark in end:
        table.add(remark)
