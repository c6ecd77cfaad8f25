"""Direct speech without any language's words: the value, and the pairing of quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from communique.errors import ModelError
from communique.model import Span, SpeechForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """
    Somebody's own words: a turn of a transcript, or a passage between quotation marks in narration.

    ``content`` covers the words spoken, without quotation marks and without the label of a turn. ``cue`` is the label
    before the colon, or the clause that attributes the words ("the President said"); None where nothing does.
    ``speaker_words`` are the words of the cue, or near it, that name the speaker ("Ilmar Vesk", "the Head of State",
    "he"); for a turn the whole label without a note on the interpreter. ``speaker_name`` is the personal name among
    them, without office and title. ``plural`` tells that several are said to speak. ``more`` are the further passages
    of a quotation that its attribution interrupts in mid-sentence.
    """

    form: SpeechForm
    content: Span
    cue: Span | None = None
    speaker_words: Span | None = None
    speaker_name: Span | None = None
    plural: bool = False
    more: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        words, name = self.speaker_words, self.speaker_name
        if name is not None and (words is None or not words.covers(name)):
            raise ModelError(wanted="a speaker's name among the speaker's words", got=f"{name} and {words}")
        if self.cue is not None and self.cue.overlaps(self.content):
            raise ModelError(wanted="a cue apart from the words spoken", got=f"{self.cue} and {self.content}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """An outermost pair of quotation marks: the passage with its marks, and the words between them."""

    start: int
    end: int
    content: Span


_MARK = re.compile('<[a-zA-Z/!][^<>\n]{0,2000}>|["“”„‟«»]')
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_BEFORE_OPENING = frozenset("([{—–-/*_:\"“„«‘'>")
_AFTER_CLOSING = frozenset(".,;:!?)]}…—–-/*_\"”»’'<")
_LONGEST = 20_000


def find_quoted(text: str, start: int = 0, end: int | None = None) -> tuple[Quoted, ...]:
    """
    Pair the double quotation marks of a text between two offsets, and give the outermost pairs in order.

    Plain, curly and angular marks are read by where they stand, so a mark turned the wrong way still opens or closes;
    a quotation that opens each of its paragraphs with a mark is one; marks inside tags are none. Where a mark has lost
    its partner, the stretch is paired again without nesting.

    >>> text = 'He said: "We call it "the bridge", friends." Then he left.'
    >>> [quoted.content.of(text) for quoted in find_quoted(text)]
    ['We call it "the bridge", friends.']
    """
    stop = len(text) if end is None else end
    marks = tuple(m.start() for m in _MARK.finditer(text, start, stop) if m.end() == m.start() + 1)
    return tuple(_outermost(text, marks))


def _outermost(text: str, marks: tuple[int, ...]) -> Iterator[Quoted]:
    first = 0
    while first < len(marks):
        if not _opens(text, marks[first], depth=0):
            first += 1
            continue
        last = _closing(text, marks, first)
        if last is None:
            yield from _flat(text, marks, first)
            first = _after_flat(marks, first)
            continue
        yield from _made(text, marks[first], marks[last] + 1)
        first = last + 1


def _closing(text: str, marks: tuple[int, ...], first: int) -> int | None:
    """Find the mark that closes the pair opened at ``first``; None where it is lost."""
    depth = 1
    for i in range(first + 1, len(marks)):
        if marks[i] - marks[first] > _LONGEST:
            return None
        if not _opens(text, marks[i], depth=depth):
            depth -= 1
        elif _begins_line(text, marks[i]):
            depth = 1
        else:
            depth += 1
        if depth == 0:
            return i
    return None


def _flat(text: str, marks: tuple[int, ...], first: int) -> Iterator[Quoted]:
    """Pair each opening mark with the next closing one on its line, without nesting, up to the longest stretch."""
    opened: int | None = None
    for mark in marks[first : _after_flat(marks, first)]:
        if opened is not None and text.find("\n", opened, mark) >= 0:
            opened = None
        if _opens(text, mark, depth=0 if opened is None else 1):
            opened = mark
        elif opened is not None:
            yield from _made(text, opened, mark + 1)
            opened = None


def _after_flat(marks: tuple[int, ...], first: int) -> int:
    """Give the first mark beyond the longest stretch from ``first``."""
    return bisect_right(marks, marks[first] + _LONGEST)


def _made(text: str, start: int, end: int) -> Iterator[Quoted]:
    inner = text[start + 1 : end - 1]
    stripped = inner.strip()
    if stripped:
        first = start + 1 + len(inner) - len(inner.lstrip())
        yield Quoted(start, end, Span(first, first + len(stripped)))


def _opens(text: str, at: int, *, depth: int) -> bool:
    """Tell by its neighbours whether a mark opens; where they leave it open, by its shape, then by what is due."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    may_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if may_open != may_close:
        return may_open
    if text[at] in _OPENING or text[at] in _CLOSING:
        return text[at] in _OPENING
    return depth == 0 or (before.isalnum() and after.isalnum())


def _begins_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"
