"""Where English sentences end: line breaks, full stops of no abbreviation, full stops glued to a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Span

_END = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]++[\"”’')\]]*+)(?P<gap>\s*+)"  # each sign is looked at once, however many there are
    r"(?=[\"“‘'(\[<*–—-]*\s*(?P<next>[A-Z0-9À-ÞА-Я]\w*))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"‘])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|St|Gen|Sen|Rep|Reps|Sens|"
    r"Lt|Col|Maj|Capt|Sgt|Amb|Gov|Hon|Rev|No|Nos|Art|vs|"
    r"Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ph\.D|H\.E|e\.g|i\.e|approx|Inc|Ltd|Co|Corp|[A-Z])$"
)
_INITIALS = re.compile(r"\b(?:[A-Z]\.){1,}[A-Z]$|\b(?:a|p)\.m$|\b(?:Jr|Sr|etc|Inc|Ltd|Co)$")
_OPENERS = frozenset(
    "The They He She It In On At During Following After Before Both This These We I President Vice Mr Mrs As "
    "While Also Among For To An A There Today Earlier Later".split()
)
_OFFICES = frozenset({"President", "Vice"})
_STATE = re.compile(r"\bU\.[SK]$")  # "the U.S. President" is far commoner than a sentence that ends in "the U.S."
_MIN_GLUED = 2
_UNDONE = re.compile(r"(?:^|\s)(?:Mr|Mrs|Ms|Dr|the|of|and|to|in|for|with|by|a|an)$")
_BROKEN_OFF = re.compile(r"[A-Za-z0-9]$")
_FULL_STOP = re.compile(r"[.!?](?:\s|$)")
_LINE = 30


def find_sentences(text: str) -> tuple[Span, ...]:
    """
    Give the sentences of a text in order, without the white space around them.

    Line breaks end a sentence, unless the line stops in mid-phrase and the next one goes on to a full stop (captured
    pages break lines inside names); so do full stops whose blank was lost ("ended.The talks").

    >>> text = "Mr. Vesk met Ms. Korin. Talks followed."
    >>> [sentence.of(text) for sentence in find_sentences(text)]
    ['Mr. Vesk met Ms. Korin.', 'Talks followed.']
    """
    return tuple(_trimmed(text))


def _trimmed(text: str) -> Iterator[Span]:
    for start, end in _cut(text):
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            first = start + len(piece) - len(piece.lstrip())
            yield Span(first, first + len(stripped))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    for offset, line in _lines(text):
        start = 0
        for match in _END.finditer(line):
            if _ends(line, match):
                yield offset + start, offset + match.end("stop")
                start = match.end("stop")
        yield offset + start, offset + len(line)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    start = end = 0
    for line in text.splitlines(keepends=True):
        if end > start and not _runs_on(text[start:end], line):
            yield start, text[start:end]
            start = end
        end += len(line)
    if end > start:
        yield start, text[start:end]


def _runs_on(line: str, following: str) -> bool:
    here, there = line.rstrip(), following.strip()
    if not here or not there or line.endswith(("\n\n", "\r\n\r\n")):
        return False
    if _UNDONE.search(here) or there[0].islower():
        return True
    return bool(_BROKEN_OFF.search(here) and len(here) > _LINE and there[0].isalpha() and _FULL_STOP.search(there))


def _ends(line: str, match: re.Match[str]) -> bool:
    before = line[max(0, match.start() - 14) : match.start()]
    following = match["next"]
    if match["stop"].startswith("…") and following[0].islower():
        return False
    if not match["gap"]:
        return _ends_glued(before, following, match["stop"])
    if match["stop"].startswith("."):
        if _ABBREVIATION.search(before):
            return False
        if _INITIALS.search(before):
            return following in _OPENERS and not (following in _OFFICES and _STATE.search(before))
    return True


def _ends_glued(before: str, following: str, stop: str) -> bool:
    word = re.search(r"[a-z]+[)\]]?$|\d$", before)
    if stop[-1] in "\"”’')]" and before:
        return following[0].isalpha()
    return bool(word) and len(following) >= _MIN_GLUED and following[0].isalpha() and following[1:].islower()
