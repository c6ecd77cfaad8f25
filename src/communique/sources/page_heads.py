"""What a page says about itself for machines: title, date, language, address, editions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from communique.model import Edition
from communique.sources.dates import parse_machine_date
from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DATE_METAS = (
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "pubdate",
    "publishdate",
)
_TITLE_METAS = ("og:title", "twitter:title", "dcterms.title", "dc.title")
_SITE_TAIL = re.compile(r"\s+(?:[|•·»]|[-–—]|::)\s+[^|•·»]{2,60}$")
_ARTICLE_TYPES = frozenset({"article", "newsarticle", "pressrelease", "report", "webpage", "blogposting"})


def find_address(tree: HtmlElement) -> str | None:
    """Find the page's own address, where it states a whole one."""
    stated = (*_metas(tree, "og:url"), *tree.xpath("//link[@rel='canonical']/@href"))
    return next(
        (str(value).strip() for value in stated if urlsplit(str(value).strip()).scheme in {"http", "https"}), None
    )


def find_language(tree: HtmlElement) -> str | None:
    """Find the language that the page declares for itself."""
    stated = (*tree.xpath("/html/@lang"), *_metas(tree, "og:locale"), *_metas(tree, "content-language"))
    codes = (re.match(r"[a-zA-Z]{2,3}(?![a-zA-Z])", str(value).strip()) for value in stated)
    return next((code[0].lower() for code in codes if code), None)


def find_title(tree: HtmlElement) -> str:
    """Find the title: the only heading of the first level, else what the page states, else its window title."""
    headings = [words for h1 in tree.xpath("//h1") if (words := normalise_line(h1.text_content()))]
    stated = next(iter(_metas(tree, *_TITLE_METAS)), "") or next(_linked_data(tree, "headline"), "")
    window = normalise_line(" ".join(tree.xpath("string(//title)").split()))
    if len(headings) == 1:
        return headings[0]
    for heading in headings:
        if heading in {stated, window} or window.startswith(heading):
            return heading
    return _SITE_TAIL.sub("", normalise_line(stated)) or _SITE_TAIL.sub("", window) or "".join(headings[:1])


def find_issued(tree: HtmlElement) -> datetime | None:
    """Find the date of publication that the page gives to machines; printed dates are not guessed at."""
    for value in _dates(tree):
        if (read := parse_machine_date(value)) is not None:
            return read
    return None


def find_editions(tree: HtmlElement, own: str | None) -> tuple[Edition, ...]:
    """Find the page's editions in other languages."""
    links = tree.xpath("//link[@rel='alternate'][@hreflang][@href]")
    pairs = ((link.get("hreflang").partition("-")[0].lower(), link.get("href").strip()) for link in links)
    found = dict.fromkeys(pair for pair in pairs if pair[0] not in {"x", own} and pair[1].startswith("http"))
    return tuple(Edition(language=code, address=address) for code, address in found)


def find_description(tree: HtmlElement) -> str:
    """Find the summary that the page states, empty where it states none."""
    return normalise_line(next(_metas(tree, "og:description", "description", "twitter:description"), ""))


def _dates(tree: HtmlElement) -> Iterator[str]:
    yield from _metas(tree, *_DATE_METAS)
    yield from _linked_data(tree, "datePublished")
    marked = "//*[@itemprop='datePublished']"
    yield from tree.xpath(f"{marked}/@datetime | {marked}/@content")
    yield from tree.xpath("//article//time[@pubdate]/@datetime | //time[contains(@class, 'publish')]/@datetime")
    times = tree.xpath("//article//time/@datetime") or tree.xpath("//time/@datetime")
    yield from times[:1] if len(set(times)) == 1 else ()


def _metas(tree: HtmlElement, *names: str) -> Iterator[str]:
    """Walk the contents of meta elements of these names, in the order of the names."""
    metas = [
        ((meta.get("property") or meta.get("name") or meta.get("http-equiv") or "").lower(), meta)
        for meta in tree.xpath("//meta[@content]")
    ]
    for name in names:
        yield from (meta.get("content") for own, meta in metas if own == name.lower() and meta.get("content").strip())


def _linked_data(tree: HtmlElement, key: str) -> Iterator[str]:
    """Walk the values of a key in the page's JSON-LD, in items that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        yield from (item[key] for item in _items(data) if isinstance(item.get(key), str) and _is_article(item))


def _items(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    roots = data if isinstance(data, list) else [data]
    for root in roots:
        if isinstance(root, dict):
            yield root
            graph = root.get("@graph")
            yield from (item for item in graph if isinstance(item, dict)) if isinstance(graph, list) else ()


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(str(kind).lower() in _ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]))
