"""Words of a release made fit to print on one line: cut in the middle, set in their context, free of control codes."""

from __future__ import annotations

import re

from communique.model import Part, Release, Span

MOST_CHARACTERS = 160
"""Longest quotation that is printed whole."""

CONTEXT = 48
"""Characters of context on either side of a short passage."""

SHORT_PASSAGE = 40
"""Passages up to this length are shown with their context."""

SPEECH = 320
"""Passages longer than this are speeches: they are named by their first words."""

OPENING = 64
"""Characters of a speech that name it."""

_SPACE = re.compile(r"\s+")
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LINE_END = re.compile(r"[\n\r\u2028\u2029]")


def printable(text: str) -> str:
    r"""
    Make words safe for a terminal: white space becomes one space; codes that steer a display become a visible sign.

    >>> printable("calm\x1b[31m and\nred")
    'calm�[31m and red'
    """
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", _SPACE.sub(" ", text))


def shortened(text: str, most: int = MOST_CHARACTERS) -> str:
    """
    Cut long words in the middle, at the ends of words, keeping about two thirds of the room for the beginning.

    >>> shortened("The leaders noted the steady growth of mutual trade and agreed to meet again.", 44)
    'The leaders noted the … meet again.'
    """
    if len(text) <= most:
        return text
    tail_room = most // 3
    head = text[: most - tail_room - 3]
    tail = text[-tail_room:]
    if " " in head:
        head = head[: head.rindex(" ")]
    if " " in tail:
        tail = tail[tail.index(" ") + 1 :]
    return f"{head.rstrip(' ,;:–—')} … {tail}"


def glimpse(text: str) -> str:
    """
    Give a passage as a report repeats it: whole, cut in the middle, or, where it is a speech, by its first words.

    The words are to be printable already; the text itself, or the place named beside it, has the rest.

    >>> glimpse("Mr President, welcome. " * 20)
    'Mr President, welcome. Mr President, welcome. Mr President, …'
    """
    if len(text) <= SPEECH:
        return shortened(text)
    return f"{text[:OPENING].rsplit(' ', 1)[0].rstrip()} …"


def context_of(release: Release, span: Span) -> tuple[str, str]:
    """
    Give the words before and after a short passage, on its own line; both empty where the passage is long.

    Words left out are shown by "…".
    """
    if len(span) > SHORT_PASSAGE or span.part is not Part.TEXT:
        return "", ""
    text = release.text
    before = _LINE_END.split(text[max(0, span.start - CONTEXT * 2) : span.start])[-1]
    after = _LINE_END.split(text[span.end : span.end + CONTEXT * 2], maxsplit=1)[0]
    return _tail(before), _head(after)


def _tail(words: str) -> str:
    if len(words) <= CONTEXT:
        return words
    kept = words[-CONTEXT:]
    return "… " + (kept[kept.index(" ") + 1 :] if " " in kept.rstrip() else kept)


def _head(words: str) -> str:
    if len(words) <= CONTEXT:
        return words
    kept = words[:CONTEXT]
    return (kept[: kept.rindex(" ")] if " " in kept.lstrip() else kept) + " …"


def is_quoted(words: str, statement: str) -> bool:
    """
    Tell whether a statement quotes a passage, whole or by half and more, so that it need not be printed again.

    >>> is_quoted("A number  of questions", "Left open: “a number of”"), is_quoted("a number of talks", "“a number”")
    (True, False)
    """
    said = " ".join(words.split()).casefold()
    quotes = (quote.rstrip("…").casefold() for quote in _QUOTED.findall(statement))
    return any(said in quote or (quote in said and 2 * len(quote) >= len(said)) for quote in quotes)


_QUOTED = re.compile("“([^”]+)”")
