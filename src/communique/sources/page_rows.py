"""Pages of publishers whose markup the table knows."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from communique.errors import ReferenceTableError
from communique.model import Edition
from communique.sources.dates import combine, parse_clock, parse_machine_date, parse_printed_date
from communique.sources.drafting import Draft
from communique.sources.page_text import lines_of_tree
from communique.sources.publishers import PageTemplate, Publisher
from communique.text.furniture import without_furniture
from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from lxml.etree import XPath
    from lxml.html import HtmlElement


def parse_by_row(tree: HtmlElement, publisher: Publisher, address: str) -> Draft | None:
    """Read a page by its publisher's row; None where the row does not fit: no title, or neither body nor date."""
    template = publisher.template
    if template is None:
        return None
    language = publisher.language_of(address)
    title = " ".join(_first_lines(tree, template.title, ()))
    lines = _body_lines(tree, template)
    issued = _issued(tree, template, publisher, language)
    if not title or (not lines and issued is None) or (not lines and publisher.verified is None):
        return None
    return Draft(
        title=title,
        text="\n".join(lines),
        address=address,
        language=language,
        issued=issued,
        place=" ".join(_first_lines(tree, template.place, ())) or None,
        identifier=publisher.identifier_of(address),
        tags=tuple(dict.fromkeys(_words(tree, template.tags))),
        editions=tuple(_editions(tree, template, language)),
        notes=tuple(_notes(lines, issued, publisher)),
        publisher=publisher,
    )


def _body_lines(tree: HtmlElement, template: PageTemplate) -> tuple[str, ...]:
    lead = _first_lines(tree, template.lead, template.remove)
    body = _first_lines(tree, template.body, template.remove)
    repeated = bool(lead) and body[: len(lead)] == lead
    return without_furniture(body if repeated else (*lead, *body))


def _first_lines(tree: HtmlElement, paths: tuple[str, ...], remove: tuple[str, ...]) -> tuple[str, ...]:
    """Give the lines of the first path that has any; elements to be removed are cut from a copy."""
    for path in paths:
        lines = tuple(line for element in _elements(tree, path) for line in lines_of_tree(_cut(element, remove)))
        if lines:
            return lines
    return ()


def _cut(element: Any, remove: tuple[str, ...]) -> Any:  # noqa: ANN401 - lxml's tree mixes element classes
    if not remove:
        return element
    pruned = copy.deepcopy(element)
    pruned.tail = None
    for path in remove:
        for unwanted in _elements(pruned, path):
            if unwanted.getparent() is not None:
                unwanted.drop_tree()
    return pruned


def _elements(tree: Any, path: str) -> list[Any]:  # noqa: ANN401 - lxml's tree mixes element classes
    found = _compiled(path)(tree)
    return [element for element in found if hasattr(element, "tag")] if isinstance(found, list) else []


@cache
def _compiled(path: str) -> XPath:
    from lxml import etree  # noqa: PLC0415 - loaded only when a page comes

    try:
        return etree.XPath(path)
    except etree.XPathSyntaxError as error:
        raise ReferenceTableError(
            wanted="an XPath expression in the table of publishers", got=f"{path}: {error}"
        ) from error


def _words(tree: HtmlElement, paths: tuple[str, ...]) -> Iterator[str]:
    for path in paths:
        yield from (words for element in _elements(tree, path) if (words := normalise_line(element.text_content())))


def _issued(tree: HtmlElement, template: PageTemplate, publisher: Publisher, language: str | None) -> datetime | None:
    for path in template.date:
        for element in _elements(tree, path):
            day = _date_of(element, template, publisher, language)
            if day is not None:
                clock = next((clock for words in _words(tree, template.clock) if (clock := parse_clock(words))), None)
                return combine(day, clock, publisher.zone)
    return None


def _date_of(element: Any, template: PageTemplate, publisher: Publisher, language: str | None) -> datetime | None:  # noqa: ANN401 - lxml's tree mixes element classes
    words = normalise_line(element.text_content())
    for value in (element.get("datetime"), element.get("content"), words):
        read = parse_machine_date(value, publisher.zone) if value else None
        if read is not None:
            return read
    if template.printed is None:
        return None
    return parse_printed_date(element.get("content") or words, template.printed, publisher.zone, language)


def _editions(tree: HtmlElement, template: PageTemplate, language: str | None) -> Iterator[Edition]:
    for path in template.editions:
        for link in _elements(tree, path):
            code, address = (link.get("hreflang") or "").partition("-")[0].lower(), link.get("href") or ""
            if code not in {"", "x", language} and address.startswith(("http://", "https://")):
                yield Edition(language=code, address=address)


def _notes(lines: tuple[str, ...], issued: datetime | None, publisher: Publisher) -> Iterator[str]:
    if not lines:
        yield "the page has a title and no text under it"
    if issued is None:
        yield "no date of issue was found on the page"
    if publisher.verified is None:
        yield f"read by the row for {publisher.name}, which has not been held against saved pages"
