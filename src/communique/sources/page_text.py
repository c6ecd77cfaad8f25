"""Text of a tree of markup as a reader sees it: one line a block, inline marks without seams, nothing hidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.errors import SourceError
from communique.text.normalise import normalise_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form"
    "|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul"
)
_UNSEEN = re.compile(
    "script|style|noscript|template|iframe|object|embed|svg|math|canvas|audio|video|head|button|select|option|textarea"
    "|input|form|nav|map"
)
_CELLS = frozenset({"td", "th"})
_LINE_END = "\n"


def parse_tree(text: str) -> HtmlElement:
    """
    Read markup into a tree.

    Raises:
        SourceError: it is nested deeper than any real page, or holds no element at all.
    """
    from lxml import etree, html  # noqa: PLC0415 - loaded only when a page comes

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise SourceError(wanted="a page", got="markup without any content") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise SourceError(
            wanted="a page", got="elements nested more than 255 deep", remedy="save the text of the page as .txt"
        )
    return tree


def lines_of_tree(element: HtmlElement) -> tuple[str, ...]:
    """Give the lines of an element's text, each normalised, none empty."""
    text = "".join(_pieces(element))
    return tuple(line for piece in text.split(_LINE_END) if (line := normalise_line(piece)))


def _pieces(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml's tree mixes element classes
    """Walk the tree without recursion; a line end stands wherever a block begins or ends."""
    from lxml import etree  # noqa: PLC0415 - loaded only when a page comes

    unseen = 0
    for event, node in etree.iterwalk(root, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        hides = node is not root and (_UNSEEN.fullmatch(tag) is not None or _is_hidden(node))
        if event == "start":
            unseen += hides
            if not unseen:
                yield _edge(tag) + _flat(node.text)
            continue
        if not unseen:
            yield _edge(tag)
        unseen -= hides
        if not unseen and node is not root:
            yield (_LINE_END if tag == "br" else "") + _flat(node.tail)


def _edge(tag: str) -> str:
    if _BLOCK.fullmatch(tag):
        return _LINE_END
    return " " if tag in _CELLS else ""


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ").replace("\r", " ")


def _is_hidden(node: Any) -> bool:  # noqa: ANN401 - lxml's tree mixes element classes
    style = (node.get("style") or "").replace(" ", "").lower()
    return node.get("hidden") is not None or node.get("aria-hidden") == "true" or "display:none" in style
