"""What of a text is its author's own prose: not code, not targets of links, not front matter, not words quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.model import Span
from communique.reasoning.quoted_words import find_quoted_words

_FRONT = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n.*?^(?P=fence)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_TARGET = re.compile(
    r"(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+[\"'][^\"'\n]*[\"'])?\)|"
    r"(?<=\])\[[^\]\n]*\]|^\[[^\]\n]+\]:.*$",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"<?\b(?:https?|ftp|mailto):[^\s>]+>?|\bwww\.\S+")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|\{[a-z:_-]+\}(?=`)")
_MARKS = re.compile(
    r"^[ \t]*(?:>[ \t]?)+|^[ \t]*#{1,6}(?=[ \t])|^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])|"
    r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|~~|!(?=\[)|[\[\]]|\\(?=[^\w\s])",
    re.MULTILINE,
)
_BLANK, _FILLED = " ", "¤"


class TextForm(StrEnum):
    """How a text is written: with the marks of Markdown, or plainly."""

    MARKDOWN = "markdown"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """
    A text, and what of it is prose.

    ``told`` is as long as ``text``: what is no prose is blank in it, code is filled, so that every place is the same in
    both. ``sentences`` are in order; ``blocks`` are paragraphs, headings, items; ``quoted`` the words of others.
    """

    text: str
    told: str
    language: str
    sentences: tuple[Span, ...]
    blocks: tuple[Span, ...]
    quoted: tuple[Span, ...]

    def is_quoted(self, span: Span) -> bool:
        """Tell whether words are another's: they stand in quotation marks or in a block of quotation."""
        return any(quoted.start <= span.start and span.end <= quoted.end for quoted in self.quoted)

    def sentence_of(self, span: Span) -> Span | None:
        """Give the sentence in which a span begins."""
        return next((sentence for sentence in self.sentences if sentence.start <= span.start < sentence.end), None)


def read_prose(text: str, language: str = "en", form: TextForm = TextForm.MARKDOWN) -> Prose:
    r"""
    Part the prose of a text from what is none.

    >>> prose = read_prose("# Talks\n\nThe `hidden` sides *met*.\n\n> He was angry.\n")
    >>> [sentence.of(prose.told) for sentence in prose.sentences]
    ['Talks', 'The ¤¤¤¤¤¤¤¤ sides  met .', 'He was angry.']
    >>> [quoted.of(prose.text) for quoted in prose.quoted]
    ['> He was angry.\n']
    """
    blocks, blockquotes = _markdown_blocks(text) if form is TextForm.MARKDOWN else (_whole(text), ())
    told = _told(text, blocks, form)
    sentences = tuple(_sentences(told, blocks, language))
    quoted = (*blockquotes, *find_quoted_words(told, blocks))
    return Prose(
        text=text,
        told=told,
        language=language,
        sentences=sentences,
        blocks=blocks,
        quoted=tuple(sorted(quoted)),
    )


def _whole(text: str) -> tuple[Span, ...]:
    """Give the paragraphs of a plain text: what stands between blank lines."""
    return tuple(Span(found.start(), found.end()) for found in re.finditer(r"\S(?:.*(?:\n(?!\s*\n))?)*", text))


def _markdown_blocks(text: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Give the blocks that hold words, and the blocks of quotation, by the lines that CommonMark gives them."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs a parser

    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    body = text[front.end() :] if front else text
    lines = _line_starts(text)
    blocks: dict[Span, None] = {}
    quotations: list[Span] = []
    in_row = False
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        in_row = token.type == "tr_open" or (in_row and token.type != "tr_close")
        if token.map is None or token.type not in {"inline", "blockquote_open"}:
            continue
        first, last = (min(line + skipped, len(lines) - 1) for line in token.map)
        if lines[first] < lines[last]:
            span = Span(lines[first], lines[last])
            if token.type == "inline":
                blocks.update(dict.fromkeys(_cells(text, span) if in_row else (span,)))
            else:
                quotations.append(span)
    return tuple(sorted(blocks)), tuple(quotations)


def _cells(text: str, row: Span) -> Iterator[Span]:
    """Give the cells of a row of a table."""
    for found in re.finditer(r"(?:[^|\\\n]|\\.)+", row.of(text)):
        if found.group().strip():
            yield Span(row.start + found.start(), row.start + found.end())


def _line_starts(text: str) -> list[int]:
    """Give where each line begins, and last where the text ends."""
    starts = [0, *(found.end() for found in re.finditer(r"\n", text))]
    return [*starts, len(text)] if starts[-1] != len(text) else starts


def _told(text: str, blocks: tuple[Span, ...], form: TextForm) -> str:
    """Blank all that is no prose, each character at its place."""
    letters = [letter if letter == "\n" else _BLANK for letter in text]
    for block in blocks:
        letters[block.start : block.end] = _block(block.of(text), form)
    return "".join(letters)


def _block(words: str, form: TextForm) -> str:
    """Give a block with its marks blanked; a Markdown block is one run of words."""
    closed = words.rfind("-->") + len("-->")  # past it no comment ends, however many begin
    words = _COMMENT.sub(_blanked, words[:closed]) + words[closed:]
    if form is TextForm.PLAIN:
        return _ADDRESS.sub(_filled, words)
    words = _TARGET.sub(_blanked, _CODE.sub(_filled, words))
    words = _ADDRESS.sub(_filled, words)
    for pattern in (_TAG, _MARKS):
        words = pattern.sub(_blanked, words)
    return words.rstrip("\n").replace("\n", _BLANK) + "\n" * (len(words) - len(words.rstrip("\n")))


def _blanked(found: re.Match[str]) -> str:
    return _BLANK * len(found.group())


def _filled(found: re.Match[str]) -> str:
    return _FILLED * len(found.group())


def _sentences(told: str, blocks: tuple[Span, ...], language: str) -> Iterator[Span]:
    for block in blocks:
        for sentence in sentence_splitter(language)(block.of(told)):
            yield Span(sentence.start + block.start, sentence.end + block.start)


@cache
def sentence_splitter(language: str) -> Callable[[str], tuple[Span, ...]]:
    """Give what parts the sentences of a language; English where there is none."""
    if language == "ru":
        from communique.languages.russian.sentences import find_sentences  # noqa: PLC0415 - only what is read loads

        return find_sentences
    if language == "kk":
        from communique.languages.kazakh.markup import find_sentences as find_kazakh  # noqa: PLC0415 - likewise

        return find_kazakh
    from communique.languages.english.sentences import find_sentences as find_english  # noqa: PLC0415 - likewise

    return find_english
