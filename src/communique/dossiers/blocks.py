"""The text of a dossier in blocks, one a table with the remarks above and below it, so that tables move whole."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Order: TypeAlias = Sequence[int | str]
"""What is to stand in an array of tables: a table that is there by its number, or the text of a new one."""

_HEAD = re.compile(r"[ \t]*(\[\[?)[ \t]*([A-Za-z0-9_-]+)[ \t]*\]")
_STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
    re.DOTALL,
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """
    One table: ``lead`` is the remarks right above its head, ``body`` head and values with what is noted right below.

    ``tail`` is what follows up to the next table: blank lines, and remarks that stand apart; they keep their place.
    ``line`` is the number of the head's line, from 1.
    """

    name: str
    many: bool
    line: int
    lead: str
    body: str
    tail: str


def find_blocks(text: str) -> tuple[str, tuple[Block, ...]]:
    r"""
    Part a text in TOML into what stands above the first table, and its tables in order; together they are the text.

    >>> above, blocks = find_blocks('# mine\n[dossier]\ntitle = "T"\n\n# the host\n[[release]]\nsource = "a"\n')
    >>> above, [(block.name, block.lead, block.line) for block in blocks]
    ('', [('dossier', '# mine\n', 2), ('release', '# the host\n', 6)])
    """
    lines = _LINE.findall(text)
    shown = _LINE.findall(_STRING.sub(_blank, text))
    heads = [n for n, line in enumerate(shown) if _HEAD.match(line)]
    leads = [_up(lines, shown, head) for head in heads]
    ends = [*leads[1:], len(lines)][: len(heads)]
    blocks = (_block(lines, shown, *place) for place in zip(leads, heads, ends, strict=True))
    return "".join(lines[: leads[0]] if leads else lines), tuple(blocks)


def arranged(text: str, name: str, order: Order) -> str:
    """
    Set the tables of one array in an order, each with the remarks right above it; the others stay where they are.

    New ones stand where the array ends, at the end of the text where there is none. Remarks that stand apart stay.
    """
    above, blocks = find_blocks(text)
    slots = [n for n, block in enumerate(blocks) if block.name == name and block.many]
    pieces = [_piece(blocks[slots[item]]) if isinstance(item, int) else item for item in order]
    told = [_piece(block) + block.tail for block in blocks]
    for slot, piece in zip(slots, pieces, strict=False):
        told[slot] = piece + blocks[slot].tail
    for slot in slots[len(pieces) :]:
        told[slot] = blocks[slot].tail.lstrip("\r\n")
    more = pieces[len(slots) :]
    if more and slots:
        last, tail = slots[-1], blocks[slots[-1]].tail
        told[last] = "\n".join((told[last].removesuffix(tail), *more)) + tail
    elif more:
        return "\n".join((_ended((above + "".join(told)).rstrip("\r\n")), *more))
    return above + "".join(told)


def lines_of_tables(text: str, name: str) -> tuple[int, ...]:
    """Give the lines on which the tables of one array begin, from 1."""
    return tuple(block.line for block in find_blocks(text)[1] if block.name == name and block.many)


def matched(
    before: Sequence[object], after: Sequence[object], identity: Callable[[object], object]
) -> list[int | None]:
    """
    Give for each noun the number of the one that it was before, None for a new one: an equal one, else of its identity.

    >>> matched(["a1", "b1", "a2"], ["b2", "a2", "c1"], lambda noun: str(noun)[0])
    [1, 2, None]
    """
    equal: dict[object, deque[int]] = defaultdict(deque)
    for number, noun in enumerate(before):
        equal[noun].append(number)
    found = [equal[noun].popleft() if equal[noun] else None for noun in after]
    taken = set(found)
    alike: dict[object, deque[int]] = defaultdict(deque)
    for number, noun in enumerate(before):
        if number not in taken:
            alike[identity(noun)].append(number)
    for place, noun in enumerate(after):
        if found[place] is None and alike[identity(noun)]:
            found[place] = alike[identity(noun)].popleft()
    return found


def _blank(found: re.Match[str]) -> str:
    """Hide what a string or a comment says: a comment leaves nothing to see, a string leaves that it is there."""
    return re.sub(r"[^\n]", " " if found[0].startswith("#") else "x", found[0])


def _up(lines: Sequence[str], shown: Sequence[str], head: int) -> int:
    """Give the first of the remarks right above a head."""
    start = head
    while start and lines[start - 1].strip() and not shown[start - 1].strip():
        start -= 1
    return start


def _block(lines: Sequence[str], shown: Sequence[str], lead: int, head: int, end: int) -> Block:
    last = next(n for n in range(end - 1, head - 1, -1) if shown[n].strip())
    below = last + 1
    while below < end and lines[below].strip():
        below += 1
    match = _HEAD.match(shown[head])
    return Block(
        name=match[2] if match else "",
        many=bool(match and match[1] == "[["),
        line=head + 1,
        lead="".join(lines[lead:head]),
        body="".join(lines[head:below]),
        tail="".join(lines[below:end]),
    )


def _piece(block: Block) -> str:
    return _ended(block.lead + block.body)


def _ended(text: str) -> str:
    return text if text.endswith("\n") or not text else f"{text}\n"
