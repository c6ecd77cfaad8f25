"""Many annotations as one collection, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

from communique.errors import ModelError
from communique.reports.annotations.writing import CONTEXT
from communique.reports.json_items import Json

AT_ONCE = 200
"""Annotations on one page, where nothing else is asked for."""


def collection_of(
    annotations: Sequence[dict[str, Json]], *, address: str, label: str, size: int = AT_ONCE
) -> dict[str, Json]:
    """
    Give an AnnotationCollection with its first page in it; ``address`` is its IRI, pages are ``address?page=N``.

    A collection of nothing has no page, as the model has it.
    """
    head = _head(annotations, address, label)
    if not annotations:
        return head
    return head | {
        "first": _page(annotations, address, number=0, size=size) | {"partOf": address},
        "last": _place(address, _last(annotations, size)),
    }


def page_of(
    annotations: Sequence[dict[str, Json]], *, address: str, label: str, number: int, size: int = AT_ONCE
) -> dict[str, Json]:
    """
    Give one AnnotationPage of a collection; pages count from 0.

    Raises:
        ModelError: the collection has no such page.
    """
    if not 0 <= number <= _last(annotations, size) or not annotations:
        raise ModelError(wanted=f"a page from 0 to {_last(annotations, size)}", got=f"{number}")
    partly = {name: value for name, value in _head(annotations, address, label).items() if name != "@context"}
    return {"@context": CONTEXT, **_page(annotations, address, number=number, size=size), "partOf": partly}


def _head(annotations: Sequence[dict[str, Json]], address: str, label: str) -> dict[str, Json]:
    return {
        "@context": CONTEXT,
        "id": address,
        "type": "AnnotationCollection",
        "label": label,
        "total": len(annotations),
    }


def _page(annotations: Sequence[dict[str, Json]], address: str, *, number: int, size: int) -> dict[str, Json]:
    begin = number * size
    page: dict[str, Json] = {"id": _place(address, number), "type": "AnnotationPage", "startIndex": begin}
    if number:
        page["prev"] = _place(address, number - 1)
    if number < _last(annotations, size):
        page["next"] = _place(address, number + 1)
    some = annotations[begin : begin + size]
    return page | {"items": [{name: part for name, part in one.items() if name != "@context"} for one in some]}


def _last(annotations: Sequence[dict[str, Json]], size: int) -> int:
    return max(0, len(annotations) - 1) // size


def _place(address: str, number: int) -> str:
    return f"{address}?page={number}"
