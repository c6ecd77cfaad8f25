"""What stands around quoted words in the source and takes them back: a denial, a condition, somebody's hearsay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.model import Account, Span, joined
from communique.text.tables import load_toml

_BORDER = re.compile(r"[.;:!?\n]|,?\s+but\b", re.IGNORECASE)


class GoverningKind(StrEnum):
    """
    How a source governs words.

    ``denial``: it says that they are not so, or were not said. ``condition``: they hold only if something else does.
    ``hearsay``: others say so. ``negation``: a "not" right before them.
    """

    DENIAL = "denial"
    CONDITION = "condition"
    HEARSAY = "hearsay"
    NEGATION = "negation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """The words of a source that govern others, and how."""

    kind: GoverningKind
    span: Span


def find_governing(quoted: str, account: Account, span: Span) -> Governing | None:
    """
    Give what governs the words at a place of a source, where the quotation leaves it out; None where nothing does.

    ``quoted`` is the whole quotation: what it has itself is not left out.
    """
    if account.release.language != "en":
        return None
    sentence = next((s for s in account.sentences if s.part is span.part and s.overlaps(span)), None)
    if sentence is None:
        return None
    return next(_governing(quoted, account.release.text, sentence, span), None)


def _governing(quoted: str, text: str, sentence: Span, span: Span) -> Iterator[Governing]:
    low = min(sentence.start, span.start)
    for kind in GoverningKind:
        pattern = _pattern(kind.value)
        if _pattern("negating" if kind is GoverningKind.NEGATION else kind.value).search(quoted):
            continue
        for found in reversed(list(pattern.finditer(text, low, span.start))):
            if not _BORDER.search(text, found.end(), span.start):
                yield Governing(kind=kind, span=Span(found.start(), found.end(), span.part))
                break
    behind = _pattern("condition_behind").match(text, span.end)
    if behind is not None and not _pattern("condition").search(quoted):
        yield Governing(kind=GoverningKind.CONDITION, span=Span(behind.start("cue"), behind.end(), span.part))


def with_governing(span: Span, governing: Governing | None) -> Span:
    """Give a passage with the words that govern it."""
    return span if governing is None else joined(span, governing.span)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    patterns = load_toml("communique.languages.english", "rendering.toml")["governing"]
    return re.compile(patterns[name], re.IGNORECASE)
