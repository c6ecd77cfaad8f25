"""From Markdown to sentences: what an author typed, parted as a reader will see it, each link with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TypeAlias
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from communique.reasoning.prose import sentence_splitter
from communique.web.publishing.markup.links import SCHEME, VIEW, EvidenceLink, read_link


class Mark(StrEnum):
    """How words are set."""

    EM = "em"
    STRONG = "strong"
    CODE = "code"


class Setting(StrEnum):
    """Where a sentence stands."""

    PROSE = "prose"
    HEADING = "heading"
    QUOTATION = "quotation"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set alike. ``target`` is the address they link to, ``link`` the number of their link to evidence, or 0."""

    words: str
    marks: tuple[Mark, ...] = ()
    target: str = ""
    link: int = 0
    view: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of an analysis; ``number`` counts from 1 through the whole text."""

    number: int
    runs: tuple[Run, ...]
    links: tuple[EvidenceLink, ...] = ()
    setting: Setting = Setting.PROSE

    @property
    def words(self) -> str:
        """Its words alone."""
        return " ".join("".join(run.words for run in self.runs).split())

    @property
    def is_view(self) -> bool:
        """Tell whether half of it or more is marked as the author's own view."""
        told = sum(len(run.words.strip()) for run in self.runs)
        return told > 0 and 2 * sum(len(run.words.strip()) for run in self.runs if run.view) >= told


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A block begins."""

    tag: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """A block ends."""

    tag: str


Piece: TypeAlias = Opening | Closing | Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An analysis as read: blocks and sentences in order, and all its links to evidence."""

    pieces: tuple[Piece, ...]
    links: tuple[EvidenceLink, ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Sentence))


BLOCKS = {
    "p": "p",
    "h1": "h2",
    "h2": "h2",
    "h3": "h3",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "ul": "ul",
    "ol": "ol",
    "li": "li",
    "blockquote": "blockquote",
    "table": "table",
    "thead": "thead",
    "tbody": "tbody",
    "tr": "tr",
    "th": "th",
    "td": "td",
}
"""What becomes of Markdown's blocks: the title of the page is its only heading of the first order."""

_SAFE = re.compile(r"https?://[^\s/]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DEEPEST = 20


def read_text(markdown: str, language: str = "en") -> Text:
    """
    Read what an author typed. Raw HTML is no markup: it stands as the letters it is made of; comments are left out.

    >>> [sentence.words for sentence in read_text("He *came*. Who asked [him](evidence:abcdef01 'asked')?").sentences]
    ['He came.', 'Who asked him?']
    """
    reader = _Reader(language)
    return Text(pieces=tuple(reader.pieces(_parser().parse(_printable(markdown)))), links=tuple(reader.links))


def _printable(markdown: str) -> str:
    """Take out what no text holds: codes that steer a display, halves of letters."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", "\ufffd", markdown)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST}).enable("table").disable("image")
    # Only addresses of the web, evidence, and the author's own view are links; all else stands as it was typed.
    parser.validateLink = _is_link  # type: ignore[method-assign,assignment]
    return parser


def _is_link(target: str) -> bool:
    return bool(_SAFE.match(target)) or target == VIEW or target.startswith(SCHEME)


@dataclass
class _Reader:
    """Reads the tokens of one text in order."""

    language: str
    links: list[EvidenceLink] = field(default_factory=list)
    number: int = 0
    quoted: int = 0
    heading: bool = False

    def pieces(self, tokens: Sequence[Token]) -> Iterator[Piece]:
        for token in tokens:
            if token.type == "inline":
                yield from self._sentences(tuple(self._runs(token.children or ())), self._setting())
            elif token.type in {"fence", "code_block"}:
                yield Opening(tag="pre")
                yield self._numbered((Run(words=token.content.rstrip("\n")),), Setting.CODE)
                yield Closing(tag="pre")
            elif token.type == "html_block":
                yield from self._literal(token.content)
            elif token.type == "hr":
                yield Opening(tag="hr")
            elif token.tag in BLOCKS and not token.hidden:
                yield self._block(token)

    def _block(self, token: Token) -> Opening | Closing:
        tag = BLOCKS[token.tag]
        if token.tag == "blockquote":
            self.quoted += token.nesting
        if tag in {"h2", "h3"}:
            self.heading = token.nesting > 0
        return Opening(tag=tag) if token.nesting > 0 else Closing(tag=tag)

    def _setting(self) -> Setting:
        if self.heading:
            return Setting.HEADING
        return Setting.QUOTATION if self.quoted else Setting.PROSE

    def _literal(self, html: str) -> Iterator[Piece]:
        """Give raw HTML as the letters it is made of."""
        words = " ".join(filter(None, map(str.strip, _uncommented(html))))
        if words:
            yield Opening(tag="p")
            yield from self._sentences((Run(words=words),), self._setting())
            yield Closing(tag="p")

    def _runs(self, tokens: Sequence[Token]) -> Iterator[Run]:
        marks: list[Mark] = []
        target, link, view = "", 0, False
        for token in tokens:
            if token.type == "link_open":
                target, link, view = self._link(str(token.attrs.get("href", "")), str(token.attrs.get("title", "")))
            elif token.type == "link_close":
                target, link, view = "", 0, False
            elif token.type in {"em_open", "strong_open"}:
                marks.append(Mark(token.tag))
            elif token.type in {"em_close", "strong_close"}:
                marks.remove(Mark(token.tag))
            elif words := _words(token):
                own = (*marks, Mark.CODE) if token.type == "code_inline" else tuple(marks)
                yield Run(words=words, marks=tuple(dict.fromkeys(own)), target=target, link=link, view=view)

    def _link(self, target: str, title: str) -> tuple[str, int, bool]:
        if target == VIEW:
            return "", 0, True
        if not target.startswith(SCHEME):
            return target, 0, False
        self.links.append(read_link(len(self.links) + 1, unquote(target), title))
        return "", len(self.links), False

    def _sentences(self, runs: tuple[Run, ...], setting: Setting) -> Iterator[Sentence]:
        words = "".join(run.words for run in runs)
        if not words.strip():
            return
        starts = [span.start for span in sentence_splitter(self.language)(words)][1:]
        for start, end in pairwise((0, *starts, len(words))):
            part = tuple(_cut(runs, start, end))
            if part:
                yield self._numbered(part, setting)

    def _numbered(self, runs: tuple[Run, ...], setting: Setting) -> Sentence:
        self.number += 1
        numbers = dict.fromkeys(run.link for run in runs if run.link)
        links = tuple(self.links[number - 1] for number in numbers)
        return Sentence(number=self.number, runs=runs, links=links, setting=setting)


def _uncommented(html: str) -> Iterator[str]:
    """Give what stands between the comments of raw HTML; each sign is looked at once, however many comments open."""
    place = 0
    while (start := html.find("<!--", place)) >= 0 and (end := html.find("-->", start + 4)) >= 0:
        yield html[place:start]
        place = end + 3
    yield html[place:]


def _words(token: Token) -> str:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "html_inline" and _COMMENT.fullmatch(token.content):
        return ""
    return token.content


def _cut(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    """Give what of some runs stands between two places of their words."""
    place = 0
    for run in runs:
        words = run.words[max(0, start - place) : max(0, end - place)]
        if words:
            yield Run(words=words, marks=run.marks, target=run.target, link=run.link, view=run.view)
        place += len(run.words)
