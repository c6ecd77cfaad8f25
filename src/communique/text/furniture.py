"""What a page adds to its release: menus, share buttons, counters of comments, boxes of links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.model import Span
from communique.text.templates import RunTemplate, load_page_words

_LONGEST_LINE = 240
_LONGEST_TAIL = 3000
_HEAD = 1500
_SENTENCE_END = re.compile(r"[.!?…»”] ")


def is_furniture(line: str) -> bool:
    """
    Tell whether a whole line belongs to the page and not to the release.

    >>> [is_furniture(line) for line in ("0 comments", "Share on Facebook", "The sides shared their views.")]
    [True, True, False]
    """
    return len(line) <= _LONGEST_LINE and load_page_words().line.fullmatch(line) is not None


def without_furniture(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the lines that belong to the release, in order."""
    return tuple(line for line in lines if not is_furniture(line))


def find_furniture(text: str, *, title: str = "", place: str = "") -> tuple[Span, ...]:
    """
    Find what a capture without line breaks took over from its page, in order and without overlap.

    Found are the title and the line of date, time and place above the body, boxes of links set into it, and the block
    of keywords and status below it. ``title`` and ``place`` are those of the release; the text itself stays as it is.

    >>> text = "Talks. Publication status Published in section: News Text version"
    >>> [span.of(text) for span in find_furniture(text)]
    ['Publication status Published in section: News Text version']
    """
    found = sorted(_spans(text, title, place))
    kept: list[Span] = []
    for span in found:
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _spans(text: str, title: str, place: str) -> Iterator[Span]:
    for run in load_page_words().runs:
        tail = _tail(text, run)
        if tail is None:
            continue  # a capture with the page's parts run into it always has its closing block
        yield tail
        yield from _heads(text, title, place, run)
        yield from (Span(*box.span()) for box in run.inset.finditer(text, 0, tail.start))


def _tail(text: str, run: RunTemplate) -> Span | None:
    """Find the closing block: its surest heading, and the lists of keywords before it, which hold no sentence."""
    sure = text.rfind(run.sure_tail)
    if sure < 0:
        return None
    start = sure
    for heading in reversed(list(run.tails.finditer(text, max(0, sure - _LONGEST_TAIL), sure))):
        if _SENTENCE_END.search(text, heading.start(), start):
            break
        start = heading.start()
    return Span(start, len(text))


def _heads(text: str, title: str, place: str, run: RunTemplate) -> Iterator[Span]:
    if title and text.startswith(title):
        yield Span(0, len(title))
    if run.announcement and (found := run.announcement.search(text, 0, _HEAD)):
        yield Span(*found.span())
    stamp = run.stamp.search(text, 0, _HEAD)
    if stamp is None:
        return
    end = stamp.end()
    for words in (place, title):
        if words and text.startswith(words, end + 1):
            end += 1 + len(words)
    yield Span(stamp.start(), end)
