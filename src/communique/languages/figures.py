"""Quantities of one sentence: ranges, repeats, hedges, direction and period, whatever the language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.languages.figure_words import FigureLexicon, Measure, Place, any_of
from communique.languages.quantities import Quantity
from communique.model.figures import Direction, FigureWords, Hedge, HedgeKind
from communique.model.spans import Span

_WINDOW = 48
_CLAUSE_REACH = 90
_DIRECTION_AFTER = 28
_SHORT_CLAUSE = 4
_CLAUSE_EDGE = re.compile(r"[;:]\s|,\s|\s[–—-]\s|\s\(|\)\s|[.!?]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureGrammar:
    """
    How one language puts quantities.

    ``trigger`` is searched in the lower-cased sentence: where it is not found there is no figure. ``quantities`` reads
    the numbers of a sentence that measure something. ``between`` fits all that may stand between the two ends of a
    range, ``either`` between two numbers of which one holds, ``change`` between the two ends of a change whose first
    end ``opens`` precedes; ``again`` fits what comes before a mere restatement ("that is,"), ``goal`` what makes of a bound the end of a
    change ("grew to"). ``by`` fits what joins a figure to a word of rise or fall further back; the group ``loose`` of
    ``period`` holds words that tell least ("now").
    """

    trigger: re.Pattern[str]
    quantities: Callable[[str, int, int], Iterable[Quantity]]
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


def hedge_pattern(lexicon: FigureLexicon, place: Place, *, head: str = "", tail: str = "") -> re.Pattern[str]:
    """Give the pattern of all hedges that stand in one place; the name of the group that fits is the kind."""
    kinds = [(entry.kind, any_of(entry.phrases)) for entry in lexicon.hedges if entry.place is place]
    body = "|".join(f"(?P<{kind}>{phrases})" for kind, phrases in kinds)
    return re.compile(f"{head}(?:{body or '(?!)'}){tail}", re.IGNORECASE)


def direction_pattern(lexicon: FigureLexicon) -> re.Pattern[str]:
    """Give the pattern of words that say rise or fall, in groups of those names."""
    return re.compile(f"(?P<rise>{any_of(lexicon.rise)})|(?P<fall>{any_of(lexicon.fall)})", re.IGNORECASE)


def find_figures_by(grammar: FigureGrammar, text: str, sentences: tuple[Span, ...]) -> tuple[FigureWords, ...]:
    """Give the figures of the sentences, in order."""
    return tuple(_figures(grammar, text, sentences))


def _figures(grammar: FigureGrammar, text: str, sentences: tuple[Span, ...]) -> Iterator[FigureWords]:
    for sentence in sentences:
        if grammar.trigger.search(text[sentence.start : sentence.end].lower()):
            found = list(grammar.quantities(text, sentence.start, sentence.end))
            if found:
                yield from _told(grammar, text, _distinct(text, grammar, _ranged(text, grammar, found)), sentence)


def _told(grammar: FigureGrammar, text: str, found: Sequence[Quantity], sentence: Span) -> Iterator[FigureWords]:
    floor, told = sentence.start, None
    for quantity in found:
        figure = _figure(grammar, text, quantity, sentence, floor)
        if told is not None and figure.direction is None and _goes_on(grammar, text, quantity, floor):
            figure = replace(figure, direction=told.direction)
        yield figure
        floor, told = quantity.reach, figure


def _goes_on(grammar: FigureGrammar, text: str, quantity: Quantity, floor: int) -> bool:
    """Tell whether the figure only continues the one before ("from 20 to 56 – by a factor of 2.8")."""
    return quantity.measure in {Measure.TIMES, Measure.SHARE} and grammar.by.fullmatch(text[floor : quantity.start].lstrip(" ,–—")) is not None


def _ranged(text: str, grammar: FigureGrammar, found: Sequence[Quantity]) -> list[Quantity]:
    """Join the two ends of ranges, changes and alternatives, and give bare numbers the unit they share."""
    joined: list[Quantity] = []
    for quantity in found:
        last = joined[-1] if joined else None
        both = _joined(text, grammar, last, quantity) if last is not None else None
        if both is not None:
            joined[-1] = both
        else:
            joined.append(quantity)
    return joined


def _joined(text: str, grammar: FigureGrammar, first: Quantity, second: Quantity) -> Quantity | None:
    if len(first.number) > 1 or len(second.number) > 1 or not _alike(first, second):
        return None
    gap = text[first.reach : second.start]
    opened = grammar.opens.search(text[max(0, first.start - _WINDOW) : first.start]) is not None
    ends = (_scaled(first, second), second.number[0])
    whole = replace(first if second.measure is Measure.BARE else second, start=first.start, end=second.end, reach=second.reach)
    if grammar.either.fullmatch(gap):
        return replace(whole, number=tuple(sorted(set(ends))), alternatives=ends if len(set(ends)) > 1 else ())
    if grammar.between.fullmatch(gap) or (opened and grammar.change.fullmatch(gap)):
        return replace(whole, number=ends)
    return None


def _alike(first: Quantity, second: Quantity) -> bool:
    """Tell whether two numbers may be the ends of one range: the first has no unit of its own, or the same one."""
    same = first.measure is second.measure and first.unit == second.unit
    return same or first.measure is Measure.BARE or (second.measure is Measure.BARE and second.magnitude > 1.0)


def _scaled(first: Quantity, second: Quantity) -> float:
    """Give the first number in the magnitude that it shares with the second ("from 26.5 to 73.6 billion")."""
    shares = first.magnitude == 1.0 and second.magnitude > 1.0 and first.number[0] < second.magnitude
    return float(f"{first.number[0] * (second.magnitude if shares else 1.0):.12g}")


def _distinct(text: str, grammar: FigureGrammar, found: Sequence[Quantity]) -> list[Quantity]:
    """Merge what a sentence says twice, drop bare restatements, and pass a currency on to bare sums."""
    kept: list[Quantity] = []
    for quantity in found:
        current = _with_currency(quantity, kept)
        twin = next((index for index, other in enumerate(kept) if _same(other, current)), None)
        if twin is not None:
            kept[twin] = replace(kept[twin], repeats=(*kept[twin].repeats, (current.start, current.reach)))
        elif kept and _restates(text, grammar, kept[-1], current):
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


def _same(first: Quantity, second: Quantity) -> bool:
    return first.number == second.number and (first.unit == second.unit or Measure.BARE in {first.measure, second.measure})


def _restates(text: str, grammar: FigureGrammar, first: Quantity, second: Quantity) -> bool:
    """Tell whether the second number only says the first in other terms ("33 percent, that is, one third")."""
    relative = {Measure.SHARE, Measure.TIMES}
    terms = {first.measure, second.measure} <= relative and first.unit != second.unit
    return terms and grammar.again.fullmatch(text[first.reach : second.start]) is not None


def _figure(grammar: FigureGrammar, text: str, quantity: Quantity, sentence: Span, floor: int) -> FigureWords:
    start, end = _clause(text, quantity, sentence)
    what = quantity.what or grammar.topic(text, quantity, start, end)
    return FigureWords(
        span=Span(start, end, sentence.part),
        value=Span(quantity.start, quantity.end, sentence.part),
        number=quantity.number,
        unit=quantity.unit,
        sentence=sentence,
        what=Span(*what, sentence.part) if what else None,
        period=_period(grammar, text, quantity, Span(start, end, sentence.part), sentence),
        direction=_direction(grammar, text, quantity, max(start, floor), end, floor),
        hedge=_hedge(grammar, text, quantity, sentence),
        alternatives=quantity.alternatives,
    )


def _clause(text: str, quantity: Quantity, sentence: Span) -> tuple[int, int]:
    """Give the stretch of the sentence that carries the figure, from one mark to the next; widened where short."""
    edges = [sentence.start]
    edges += [match.end() for match in _CLAUSE_EDGE.finditer(text, sentence.start, quantity.start)]
    stops = [match.start() for match in _CLAUSE_EDGE.finditer(text, quantity.reach, sentence.end)]
    stops.append(sentence.end)
    while len(edges) > 1 and len(text[edges[-1] : stops[0]].split()) < _SHORT_CLAUSE:
        edges.pop()
    return edges[-1], stops[0]


def _hedge(grammar: FigureGrammar, text: str, quantity: Quantity, sentence: Span) -> Hedge | None:
    for start, reach in ((quantity.start, quantity.reach), *quantity.repeats):
        hedge = _hedge_at(grammar, text, start, quantity.end if reach == quantity.reach else reach, reach, sentence)
        if hedge is not None:
            return hedge
    return None


def _hedge_at(grammar: FigureGrammar, text: str, start: int, end: int, reach: int, sentence: Span) -> Hedge | None:
    near = max(sentence.start, start - _WINDOW)
    far = max(sentence.start, start - _CLAUSE_REACH)
    tries = (
        (_bound(grammar, text[far:start], text[near:start]), near),
        (grammar.after.match(text[end : sentence.end]), end),
        (grammar.after.match(text[reach : sentence.end]), reach),
        (grammar.modal.search(text[near:start]), near),
        (grammar.clause.search(text[far:start]), far),
    )
    for match, offset in tries:
        if match is not None:
            return _hedge_of(match, offset, sentence)
    return None


def _bound(grammar: FigureGrammar, clause: str, near: str) -> re.Match[str] | None:
    return None if grammar.goal.search(clause) else grammar.before.search(near)


def _hedge_of(match: re.Match[str], offset: int, sentence: Span) -> Hedge:
    kind = next(name for name, words in match.groupdict().items() if words is not None)
    return Hedge(kind=HedgeKind(kind), span=Span(*(offset + place for place in match.span(kind)), sentence.part))


def _direction(
    grammar: FigureGrammar, text: str, quantity: Quantity, start: int, end: int, floor: int
) -> Direction | None:
    """Give rise or fall by the nearest word before the figure (but after any other figure), else right after it."""
    if quantity.measure is Measure.TIME:
        return None
    if grammar.by.search(text[floor : quantity.start]):
        start = max(floor, quantity.start - _CLAUSE_REACH)
    before = list(grammar.directions.finditer(text, start, max(start, quantity.end)))
    after = min(end, quantity.reach + _DIRECTION_AFTER)
    match = before[-1] if before else grammar.directions.search(text, quantity.end, max(quantity.end, after))
    if match is None:
        return None
    return Direction.RISE if match["rise"] else Direction.FALL


def _period(grammar: FigureGrammar, text: str, quantity: Quantity, clause: Span, sentence: Span) -> Span | None:
    """Give the words on time nearest to the figure: in its clause, else before it, else behind; "now" comes last."""
    found = [match for match in grammar.period.finditer(text, sentence.start, sentence.end)]
    apart = [match for match in found if match.end() <= quantity.start or match.start() >= quantity.end]
    if not apart:
        return None
    best = min(apart, key=lambda match: _remoteness(match, quantity, clause))
    return Span(best.start(), best.end(), sentence.part)


def _remoteness(match: re.Match[str], quantity: Quantity, clause: Span) -> tuple[bool, bool, bool, int]:
    before = match.end() <= quantity.start
    inside = clause.start <= match.start() and match.end() <= clause.end
    distance = quantity.start - match.end() if before else match.start() - quantity.end
    return match["loose"] is not None, not inside, not (before or inside), distance
