"""HTML: by the publisher's row where one fits, else by the general parser."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from communique.errors import SourceError
from communique.model import Capture, Release
from communique.sources.charset import decode
from communique.sources.drafting import Draft, Hints, finish
from communique.sources.listings import is_listing
from communique.sources.packing import MEGABYTE
from communique.sources.page_heads import (
    find_address,
    find_description,
    find_editions,
    find_issued,
    find_language,
    find_title,
)
from communique.sources.page_rows import parse_by_row
from communique.sources.page_text import lines_of_tree, parse_tree
from communique.sources.prose import tidy_lines
from communique.sources.publishers import Publisher
from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 5 * MEGABYTE
_FEWEST_WORDS = 5


def parse_page(capture: Capture, hints: Hints) -> Release:
    """
    Read the release that a page holds.

    Raises:
        SourceError: the page is empty, lists releases, is too large or nested too deep, or its encoding is broken.
    """
    if len(capture.content) > LARGEST_PAGE:
        raise SourceError(
            wanted=f"a page of at most {LARGEST_PAGE // MEGABYTE} MB",
            got=f"{len(capture.content) / MEGABYTE:.1f} MB of markup",
            remedy="save the release alone, or its text",
        )
    decoded = decode(capture.content, capture.charset)
    tree = parse_tree(decoded.text)
    address, notes = _address(tree, capture)
    publisher = hints.publishers.find(address)
    draft = parse_by_row(tree, publisher, address) if publisher else None
    if draft is None:
        draft = _parse_generally(tree, decoded.text, publisher, address)
    draft = replace(draft, notes=(*notes, *decoded.notes, *draft.notes), digest=capture.digest)
    return finish(draft, capture, hints)


def _address(tree: HtmlElement, capture: Capture) -> tuple[str, tuple[str, ...]]:
    """A page from a disk is taken at its word about where it was published; a fetched one is where it was fetched."""
    if urlsplit(capture.address).scheme in {"http", "https"}:
        return capture.address, ()
    own = find_address(tree)
    if own is None:
        return capture.address, ()
    return own, (f"read from {capture.address}; the address is the one that the page states for itself",)


def _parse_generally(tree: HtmlElement, markup: str, publisher: Publisher | None, address: str) -> Draft:
    title = find_title(tree)
    if is_listing(tree):
        raise SourceError(
            wanted="one release", got=f"a page that lists several: “{title}”", remedy="give the address of one of them"
        )
    lines, tidied = tidy_lines(_main_lines(tree, markup), title)
    words = sum(len(line.split()) for line in lines)
    if words < _FEWEST_WORDS:
        raise SourceError(
            wanted="an article", got=f"{words} words", remedy="is it a listing page, or one that a script fills later?"
        )
    issued = find_issued(tree)
    language = (publisher.language_of(address) if publisher else None) or find_language(tree)
    return Draft(
        title=title,
        text="\n".join(lines),
        address=address,
        language=language,
        issued=issued,
        identifier=publisher.identifier_of(address) if publisher else None,
        editions=find_editions(tree, language),
        notes=(*_general_notes(publisher), *tidied, *(() if issued else ("the page gives machines no date of issue",))),
        publisher=publisher,
    )


def _main_lines(tree: HtmlElement, markup: str) -> tuple[str, ...]:
    """Give the lines of the page's main text; where the general parser finds none, those of the only article."""
    from lxml import html  # noqa: PLC0415 - loaded only when a page comes
    from trafilatura import extract  # noqa: PLC0415 - loaded only when a page without a fitting row comes

    part = next((marked[0] for path in _MAIN_PARTS if len(marked := tree.xpath(path)) == 1), None)
    source = markup if part is None else f"<html><body>{html.tostring(part, encoding='unicode')}</body></html>"
    found = extract(source, include_comments=False, include_tables=True, deduplicate=False) or ""
    lines = tuple(line for piece in found.split("\n") if (line := normalise_line(_LIST_MARK.sub("", piece))))
    if not lines and part is not None:
        lines = lines_of_tree(part)
    return (*_lead(tree, lines), *lines)


def _lead(tree: HtmlElement, lines: tuple[str, ...]) -> tuple[str, ...]:
    """A summary that stands on the page, is what the page calls its description, and is not in the text yet."""
    stated = find_description(tree).rstrip("…. ")
    if len(stated) < _SHORTEST_LEAD or any(stated[:_SHORTEST_LEAD] in line for line in lines):
        return ()
    return tuple(line for line in lines_of_tree(tree.find("body")) if line.startswith(stated[:_LEAD_HEAD]))[:1]


_LIST_MARK = re.compile(r"^\s*(?:[-•·]\s+|\|\s*)")
_MAIN_PARTS = ("//*[@itemprop='articleBody']", "//article", "//main | //*[@role='main']")
_SHORTEST_LEAD = 30
_LEAD_HEAD = 80


def _general_notes(publisher: Publisher | None) -> tuple[str, ...]:
    if publisher is None:
        return ("the publisher is not in the table; read by the general parser",)
    state = f"verified on {publisher.verified}" if publisher.verified else "never held against saved pages"
    return (f"the row for {publisher.name} ({state}) does not fit this page; read by the general parser",)
