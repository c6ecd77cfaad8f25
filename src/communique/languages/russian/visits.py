"""Where a visit goes, and what an act is for: what stands after a verb or noun of dealing in Russian."""

from __future__ import annotations

from collections.abc import Sequence

from communique.languages.port import Form
from communique.languages.russian.clauses import Item, Row, breaks
from communique.languages.russian.phrases import Phrase
from communique.model import Span

_REACH = 16
_FOR = frozenset({"за", "с", "со"})
_NOUNS = frozenset({"страна", "столица", "государство"})
_MOST = 220


def place_after(
    row: Row, phrases: Sequence[Phrase], i: int, slots: Sequence[tuple[str, str]], *, cities: bool = False
) -> Phrase | None:
    """Give the state or place after a verb or noun in one of the governed cases; ``cities`` leaves out states."""
    known = {p.first: p for p in phrases}
    for j in range(i + 1, min(len(row.items), i + _REACH)):
        if breaks(row, j):
            return None
        item = row.items[j]
        if not _is_place(row, j) or (cities and item.designation is not None):
            continue
        before = row.items[j - 1].lower
        for preposition, case in slots:
            led = (
                before in {preposition, preposition + "о"}
                if preposition
                else j - i <= _REACH // 2 and before not in {"в", "во", "на", "с", "из"}
            )
            if led and (case in item.cases or not item.cases):
                return known.get(j) or Phrase(
                    j, j, item.cases, item, item.designation.sides if item.designation else ()
                )
    return None


def _is_place(row: Row, j: int) -> bool:
    item = row.items[j]
    if item.designation is not None:
        return item.designation.form is Form.SIDE and item.designation.span.of(row.text)[0].isupper()
    if item.lemmas("NOUN") & _NOUNS:
        return True
    return _is_capital(row, item) and any(r.has("Geox") for r in item.readings)


def _is_capital(row: Row, item: Item) -> bool:
    return row.text[item.start].isupper()


def reason_after(row: Row, i: int, receiver: Span | None) -> Span | None:
    """Give the words after "за", "с" or "в связи с" that say what an act is for, to the end of the sentence."""
    start = max(row.items[i].end, receiver.end if receiver else 0)
    for j, item in enumerate(row.items):
        if item.start >= start and item.lower in _FOR and j + 1 < len(row.items):
            end = min(row.sentence.end, row.items[j + 1].start + _MOST, _next_clause(row, j))
            words = row.text[row.items[j + 1].start : end].rstrip(" .,;!?…»")
            return (
                Span(row.items[j + 1].start, row.items[j + 1].start + len(words), row.sentence.part) if words else None
            )
        if item.start >= start and item.lower in {";", "."}:
            return None
    return None


def _next_clause(row: Row, j: int) -> int:
    """Give where the next verb of the same subject begins: a comma or "и" before it ends what an act is for."""
    for k in range(j + 1, len(row.items) - 1):
        following = row.items[k + 1]
        if row.items[k].lower in {",", "и"} and following.is_a("VERB", "GRND") and following.designation is None:
            return row.items[k].start
    return row.sentence.end
