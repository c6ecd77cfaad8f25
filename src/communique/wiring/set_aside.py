"""Records set aside, told in good measure: one message for a file that is plainly of another kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from communique.sources import SetAside

Thing = TypeVar("Thing")

_FEW = 3
"""Bad records of a file without a good one that are told one by one, if their reasons differ."""


def told_once(items: Iterable[Thing | SetAside], source: str, noun: str) -> Iterator[Thing | SetAside]:
    """
    Yield the items of a source; where all of several are set aside, one message with the first reason instead.

    What is set aside before the first good record waits for it; after that nothing is held back.

    >>> bad = [SetAside(source=f"a.txt, line {n}", reason="no pair") for n in range(1, 8)]
    >>> [aside.reason for aside in told_once(bad, "a.txt", "pair")]
    ['none of its 7 lines is a pair; the first: no pair']
    >>> len(list(told_once([*bad, "a pair"], "a.txt", "pair")))
    8
    """
    waiting: list[SetAside] | None = []
    for item in items:
        if waiting is not None and isinstance(item, SetAside):
            waiting.append(item)
            continue
        yield from waiting or ()
        waiting = None
        yield item
    yield from _gathered(waiting or [], source, noun)


def _gathered(aside: list[SetAside], source: str, noun: str) -> Iterator[SetAside]:
    if len(aside) <= 1 or (len(aside) <= _FEW and len({record.reason for record in aside}) > 1):
        yield from aside
        return
    article = "an" if noun[0] in "aeiou" else "a"
    reason = f"none of its {len(aside):,} lines is {article} {noun}; the first: {aside[0].reason}"
    yield SetAside(source=source, reason=reason)
