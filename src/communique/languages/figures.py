"""Quantities of one sentence: ranges, repeats, hedges, direction and period, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.languages.figure_words import Measure
from communique.languages.numerals import lowered
from communique.languages.quantities import Passage, Quantity
from communique.model.figures import Direction, FigureWords, Hedge, HedgeKind
from communique.model.spans import Span

_WINDOW = 48
_CLAUSE_REACH = 90
_DIRECTION_AFTER = 28
_SHORT_CLAUSE = 4
_CLAUSE_EDGE = re.compile(r"[;:]\s|,\s|\s[–—-]\s|\s\(|\)\s|[.!?]\s")
_RELATIVE = frozenset({Measure.SHARE, Measure.TIMES})


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGrammar:
    """
    How one language puts quantities.

    All patterns are for small letters. ``trigger`` is searched in the sentence: where it is not found there is no
    figure. ``quantities`` reads the numbers of a sentence that measure something.

    ``between`` fits all that may stand between the two ends of a range, ``either`` between two numbers of which one
    holds, ``change`` between the two ends of a change whose first end ``opens`` precedes; ``again`` fits what comes
    before a mere restatement ("that is,"), ``goal`` what makes of a bound the end of a change ("grew to").

    ``before``, ``after``, ``clause`` and ``modal`` are the hedges by place; ``directions`` has the groups ``rise`` and
    ``fall``; ``by`` fits what joins a figure to such a word further back; the group ``loose`` of ``period`` holds
    words that tell least ("already"). ``topic`` gives the place of a phrase on what is measured.
    """

    trigger: re.Pattern[str]
    quantities: Callable[[Passage], Iterable[Quantity]]
    between: re.Pattern[str]
    either: re.Pattern[str]
    change: re.Pattern[str]
    opens: re.Pattern[str]
    again: re.Pattern[str]
    goal: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    clause: re.Pattern[str]
    modal: re.Pattern[str]
    directions: re.Pattern[str]
    by: re.Pattern[str]
    period: re.Pattern[str]
    topic: Callable[[str, Quantity, int, int], tuple[int, int] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Surroundings:
    """What a sentence holds beside its numbers: its marks, its words of rise and fall, its words on time."""

    text: str
    small: str
    sentence: Span
    edges: tuple[re.Match[str], ...]
    directions: tuple[re.Match[str], ...]
    periods: tuple[re.Match[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reach:
    """The clause of a figure, where the figure before it ends (``floor``), and that figure."""

    start: int
    end: int
    floor: int
    told: FigureWords | None


def find_figures_by(grammar: FigureGrammar, text: str, sentences: tuple[Span, ...]) -> tuple[FigureWords, ...]:
    """Give the figures of the sentences, in order."""
    return tuple(_figures(grammar, text, sentences))


def _figures(grammar: FigureGrammar, text: str, sentences: tuple[Span, ...]) -> Iterator[FigureWords]:
    small = lowered(text)
    for sentence in sentences:
        if grammar.trigger.search(small, sentence.start, sentence.end):
            passage = Passage(text=text, small=small, start=sentence.start, end=sentence.end)
            found = _distinct(small, grammar, _ranged(small, grammar, grammar.quantities(passage)))
            if found:
                yield from _told(grammar, passage, found, sentence)


def _told(grammar: FigureGrammar, passage: Passage, found: Sequence[Quantity], sentence: Span) -> Iterator[FigureWords]:
    small, start, end = passage.small, passage.start, passage.end
    around = _Surroundings(
        text=passage.text,
        small=small,
        sentence=sentence,
        edges=tuple(_CLAUSE_EDGE.finditer(small, start, end)),
        directions=tuple(grammar.directions.finditer(small, start, end)),
        periods=tuple(grammar.period.finditer(small, start, end)),
    )
    floor, told = sentence.start, None
    for quantity in found:
        told = _figure(grammar, around, quantity, floor, told)
        yield told
        floor = quantity.reach


def _ranged(small: str, grammar: FigureGrammar, found: Iterable[Quantity]) -> list[Quantity]:
    """Join the two ends of ranges and changes, and the numbers of which one holds."""
    joined: list[Quantity] = []
    for quantity in found:
        both = _joined(small, grammar, joined[-1], quantity) if joined else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(quantity)
    return [quantity for quantity in joined if not quantity.opens]


def _joined(small: str, grammar: FigureGrammar, first: Quantity, second: Quantity) -> Quantity | None:
    opened = grammar.opens.search(small[max(0, first.start - _WINDOW) : first.start]) is not None
    if len(first.number) > 1 or len(second.number) > 1 or not _alike(first, second, opened=opened):
        return None
    gap = small[first.reach : second.start]
    ends = (_scaled(first, second), second.number[0])
    unit = first if second.measure is Measure.BARE else second
    whole = replace(unit, start=first.start, end=second.end, reach=second.reach, opens=second.opens)
    if grammar.either.fullmatch(gap):
        return replace(whole, number=tuple(sorted(set(ends))), alternatives=ends if len(set(ends)) > 1 else ())
    if grammar.between.fullmatch(gap) or (opened and grammar.change.fullmatch(gap)):
        return replace(whole, number=ends)
    return None


def _alike(first: Quantity, second: Quantity, *, opened: bool) -> bool:
    """Tell whether two numbers may be the ends of one range: one has no unit of its own, or both have the same."""
    if first.measure is Measure.BARE or (first.measure is second.measure and first.unit == second.unit):
        return True
    return second.measure is Measure.BARE and (opened or second.magnitude > 1.0)


def _scaled(first: Quantity, second: Quantity) -> float:
    """Give the first number in the magnitude that it shares with the second ("from 26.5 to 73.6 billion")."""
    shares = first.magnitude == 1.0 and second.magnitude > 1.0 and first.number[0] < second.magnitude
    return float(f"{first.number[0] * (second.magnitude if shares else 1.0):.12g}")


def _distinct(small: str, grammar: FigureGrammar, found: Sequence[Quantity]) -> list[Quantity]:
    """Merge what a sentence says twice, drop bare restatements, and pass a currency on to bare sums."""
    kept: list[Quantity] = []
    for quantity in found:
        current = _with_currency(quantity, kept)
        twin = next((index for index, other in enumerate(kept) if _same(small, other, current)), None)
        if twin is not None:
            kept[twin] = replace(kept[twin], repeats=(*kept[twin].repeats, (current.start, current.reach)))
        elif kept and _restates(small, grammar, kept[-1], current):
            kept[-1] = replace(kept[-1], alternatives=(*kept[-1].number, *current.number))
        else:
            kept.append(current)
    return kept


def _with_currency(quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity:
    if quantity.measure is Measure.BARE and quantity.magnitude > 1.0:
        money = next((other for other in reversed(earlier) if other.measure is Measure.MONEY), None)
        if money is not None:
            return replace(quantity, measure=Measure.MONEY, unit=money.unit)
    return quantity


def _same(small: str, first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers say one thing twice; equal counts must count the same things."""
    if first.number != second.number:
        return False
    if first.what and second.what:
        return small[slice(*first.what)] == small[slice(*second.what)]
    return first.unit == second.unit or Measure.BARE in {first.measure, second.measure}


def _restates(small: str, grammar: FigureGrammar, first: Quantity, second: Quantity) -> bool:
    """Tell whether the second number only says the first in other terms ("33 percent, that is, one third")."""
    terms = {first.measure, second.measure} <= _RELATIVE and first.unit != second.unit
    return terms and grammar.again.fullmatch(small[first.reach : second.start]) is not None


def _figure(
    grammar: FigureGrammar, around: _Surroundings, quantity: Quantity, floor: int, told: FigureWords | None
) -> FigureWords:
    start, end = _clause(around, quantity)
    part = around.sentence.part
    what = quantity.what or grammar.topic(around.small, quantity, start, end)
    return FigureWords(
        span=Span(start, end, part),
        value=Span(quantity.start, quantity.end, part),
        number=quantity.number,
        unit=quantity.unit,
        sentence=around.sentence,
        what=Span(*what, part) if what else None,
        period=_period(around, quantity, start, end),
        direction=_direction(grammar, around, quantity, _Reach(start=start, end=end, floor=floor, told=told)),
        hedge=_hedge(grammar, around, quantity),
        alternatives=quantity.alternatives,
    )


def _clause(around: _Surroundings, quantity: Quantity) -> tuple[int, int]:
    """Give the stretch of the sentence that carries the figure, from one mark to the next; widened where short."""
    edges = [around.sentence.start, *(match.end() for match in around.edges if match.end() <= quantity.start)]
    stops = (match.start() for match in around.edges if match.start() >= quantity.reach)
    stop = next(stops, around.sentence.end)
    while len(edges) > 1 and len(around.text[edges[-1] : stop].split()) < _SHORT_CLAUSE:
        edges.pop()
    return edges[-1], stop


def _hedge(grammar: FigureGrammar, around: _Surroundings, quantity: Quantity) -> Hedge | None:
    """Give the hedge of the figure, or of one of its repeats in the sentence."""
    hedge = _hedge_at(grammar, around, quantity.start, quantity.end, quantity.reach)
    for start, reach in quantity.repeats:
        hedge = hedge or _hedge_at(grammar, around, start, reach, reach)
    return hedge


def _hedge_at(grammar: FigureGrammar, around: _Surroundings, start: int, end: int, reach: int) -> Hedge | None:
    """Look right before the number, right behind number and unit, before a verb, and earlier in the clause."""
    small, sentence = around.small, around.sentence
    near, far = (max(sentence.start, start - length) for length in (_WINDOW, _CLAUSE_REACH))
    match = grammar.before.search(small[near:start])
    if match is not None and not grammar.goal.search(small[far:start]):
        return _hedge_of(match, near, sentence)
    match = grammar.after.match(small, end, sentence.end) or grammar.after.match(small, reach, sentence.end)
    if match is not None:
        return _hedge_of(match, 0, sentence)
    match = grammar.modal.search(small[near:start])
    if match is not None:
        return _hedge_of(match, near, sentence)
    match = grammar.clause.search(small[far:start])
    return _hedge_of(match, far, sentence) if match is not None else None


def _hedge_of(match: re.Match[str], offset: int, sentence: Span) -> Hedge:
    kind = next(name for name, words in match.groupdict().items() if words is not None)
    start, end = match.span(kind)
    return Hedge(kind=HedgeKind(kind), span=Span(offset + start, offset + end, sentence.part))


def _direction(grammar: FigureGrammar, around: _Surroundings, quantity: Quantity, reach: _Reach) -> Direction | None:
    """Give rise or fall by the nearest word before the figure (but after any other figure), else right after it."""
    if quantity.measure is Measure.TIME:
        return None
    start, end = max(reach.start, reach.floor), min(reach.end, quantity.reach + _DIRECTION_AFTER)
    if grammar.by.search(around.small[reach.floor : quantity.start]):
        start = max(reach.floor, quantity.start - _CLAUSE_REACH)
    before = [match for match in around.directions if start <= match.start() and match.end() <= quantity.end]
    behind = [match for match in around.directions if quantity.end <= match.start() and match.end() <= end]
    match = before[-1] if before else next(iter(behind), None)
    if match is None:
        return _shared_direction(grammar, around, quantity, reach)
    return Direction.RISE if match["rise"] else Direction.FALL


def _shared_direction(
    grammar: FigureGrammar, around: _Surroundings, quantity: Quantity, reach: _Reach
) -> Direction | None:
    """Give the direction of the figure before where this one only continues it ("to 56, by a factor of 2.8")."""
    if reach.told is None or quantity.measure not in _RELATIVE:
        return None
    gap = around.small[reach.floor : quantity.start].lstrip(" ,–—")
    return reach.told.direction if grammar.by.fullmatch(gap) else None


def _period(around: _Surroundings, quantity: Quantity, start: int, end: int) -> Span | None:
    """Give the nearest words on time: in the clause, else before the figure, else behind; "already" comes last."""
    apart = [match for match in around.periods if match.end() <= quantity.start or match.start() >= quantity.end]
    if not apart:
        return None
    best = min(apart, key=lambda match: _remoteness(match, quantity, start, end))
    return Span(best.start(), best.end(), around.sentence.part)


def _remoteness(match: re.Match[str], quantity: Quantity, start: int, end: int) -> tuple[bool, bool, bool, int]:
    before = match.end() <= quantity.start
    inside = start <= match.start() and match.end() <= end
    distance = quantity.start - match.end() if before else match.start() - quantity.end
    return match["loose"] is not None, not inside, not (before or inside), distance
