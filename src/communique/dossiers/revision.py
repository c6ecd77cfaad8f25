"""A dossier written over an earlier text of it: what did not change stays as the analyst wrote it, comments too."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, cast

from communique.dossiers.blocks import arranged, lines_of_tables, matched
from communique.dossiers.codec import dossier_text, parse_dossier, table_of
from communique.dossiers.form import HEAD, TABLES, TableForm
from communique.dossiers.keys import Key, UnfitError
from communique.errors import DossierError
from communique.model import Dossier

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Comment, Table, Whitespace

    Remark: TypeAlias = Comment | Whitespace


def revise_text(text: str, dossier: Dossier) -> str:
    """
    Write a dossier over an earlier text of it: comments, order and spelling of what did not change are kept.

    Where the earlier text cannot be kept, the dossier is written anew: what is read from the answer is always the
    dossier.

    Raises:
        DossierError: the earlier text is no dossier.
    """
    earlier = parse_dossier(text, where="the earlier text")
    if earlier == dossier:
        return text
    moved = _arranged(text, earlier, dossier)
    if _reads_as(moved, dossier):
        return moved
    for base in dict.fromkeys((moved, text)):
        if _reads_as(revised := _renewed(base, dossier), dossier):
            return revised
    return dossier_text(dossier)


def _reads_as(text: str, dossier: Dossier) -> bool:
    try:
        return parse_dossier(text, where="the revised text") == dossier
    except DossierError:
        return False


def _arranged(text: str, earlier: Dossier, dossier: Dossier) -> str:
    """Set the tables in the order of the nouns, new ones with them; tables that are not plain stay as they are."""
    for form in TABLES:
        before, after = getattr(earlier, form.field), getattr(dossier, form.field)
        if before == after or len(lines_of_tables(text, form.name)) != len(before):
            continue
        order = matched(before, after, partial(_identity, form))
        new = [_table_text(form, noun) if n is None else n for n, noun in zip(order, after, strict=True)]
        text = arranged(text, form.name, new)
    return text


def _identity(form: TableForm[object], noun: object) -> tuple[object, ...]:
    return tuple(getattr(noun, name) for name in form.identity)


def _table_text(form: TableForm[object], noun: object) -> str:
    return f"[[{form.name}]]\n{table_of(form.keys, noun).as_string()}"


def _renewed(text: str, dossier: Dossier) -> str:
    """Change the values of a text in place; empty where it is written in a way that cannot be changed so."""
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
    """Set the values of the tables of one form that changed; an array in one line becomes tables."""
    import tomlkit  # noqa: PLC0415 - only writing needs it
    from tomlkit.items import AoT  # noqa: PLC0415 - likewise

    rows = document.get(form.name)
    if isinstance(rows, AoT):
        for row, noun in zip(rows, nouns, strict=False):
            _renew(row, form.keys, noun)
        return
    if rows is not None:
        document.remove(form.name)
    if nouns:
        written = tomlkit.aot()
        for noun in nouns:
            written.append(table_of(form.keys, noun))
        document.append(form.name, written)


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
        elif getattr(noun, key.name) != _usual(noun, key.name):
            _insert(table, key.name, value)


def _usual(noun: object, name: str) -> object:
    """Give what a field is where nothing is written."""
    return next(field.default for field in fields(cast("Dossier", noun)) if field.name == name)


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
