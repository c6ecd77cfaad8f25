"""From sentences to HTML of a few tags, each checked once more by a sanitiser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

import nh3

from communique.web.publishing.markup.reading import Closing, Mark, Opening, Run, Sentence, Text

INLINE = frozenset({"a", "em", "strong", "code", "br", "span", "sup"})
BLOCK = frozenset(
    {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td"}
)
"""The tags of an author's text: nothing else leaves this module."""

CLASSES = {"span": {"cited", "own"}, "sup": {"note"}}

_SENTENCE = nh3.Cleaner(
    tags=set(INLINE),
    attributes={"a": {"href"}},
    allowed_classes=CLASSES,
    url_schemes={"http", "https"},
    link_rel="noopener noreferrer nofollow",
)


def render_sentence(sentence: Sentence) -> str:
    """Give the safe HTML of one sentence: its words as they are set, each link to evidence with its number."""
    return _SENTENCE.clean("".join(_runs(sentence)).strip())


def _runs(sentence: Sentence) -> Iterator[str]:
    for place, run in enumerate(sentence.runs):
        yield _set(run)
        following = sentence.runs[place + 1].link if place + 1 < len(sentence.runs) else 0
        if run.link and following != run.link:
            yield f'<sup class="note">{run.link}</sup>'


def _set(run: Run) -> str:
    html = escape(run.words).replace("\n", "<br>")
    for mark in (Mark.CODE, Mark.STRONG, Mark.EM):
        if mark in run.marks:
            html = f"<{mark}>{html}</{mark}>"
    if run.target:
        return f'<a href="{escape(run.target)}">{html}</a>'
    if run.link or run.view:
        return f'<span class="{"cited" if run.link else "own"}">{html}</span>'
    return html


def assemble(text: Text, show: Callable[[Sentence], str]) -> str:
    """Give the HTML of a whole text: its blocks, with each sentence as it is to be shown."""
    return "".join(_pieces(text, show))


def _pieces(text: Text, show: Callable[[Sentence], str]) -> Iterator[str]:
    for place, piece in enumerate(text.pieces):
        if isinstance(piece, Sentence):
            following = text.pieces[place + 1] if place + 1 < len(text.pieces) else None
            yield show(piece) + (" " if isinstance(following, Sentence) else "")
        elif piece.tag == "hr":
            yield "<hr>\n"
        else:
            yield _tag(piece)


def _tag(piece: Opening | Closing) -> str:
    """Give a tag; a paragraph holds evidence that opens, so that it is a division that says it is a paragraph."""
    if isinstance(piece, Opening):
        return '<div class="p" role="paragraph">' if piece.tag == "p" else f"<{piece.tag}>"
    return "</div>\n" if piece.tag == "p" else f"</{piece.tag}>\n"
