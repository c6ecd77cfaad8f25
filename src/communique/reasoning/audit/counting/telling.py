"""How a figure of an essay beside one of a source is put before the reader."""

from __future__ import annotations

from communique.model import Person
from communique.model.figures import Direction, FigureWords
from communique.reasoning.audit.counting.figures import Compared, FigureRelation

_WAYS: dict[Direction | None, str] = {Direction.RISE: "a rise", Direction.FALL: "a fall"}


def show_value(compared: Compared) -> str:
    """Give the source's number in its own words, with the hedge where it has one."""
    release, words = compared.account.release, compared.figure.words
    value = f"“{' '.join(release.words(words.value).split())}”"
    return f"{value}, with “{release.words(words.hedge.span)}”" if words.hedge else value


def say_figure(
    claimed: FigureWords,
    compared: Compared | None,
    claim: str,
    *,
    other: Person | None = None,
    stranger: str = "",
) -> str:
    """Say in a sentence or two what the source has for one figure of a claim."""
    ours = claimed.value.of(claim)
    if compared is None:
        return f"No source at hand has “{ours}”."
    name, value = compared.account.release.name, show_value(compared)
    if other is not None:
        return f"The figure is stated in {name} by {other}: {value}."
    who = f" ({compared.figure.speaker})" if compared.figure.speaker is not None else ""
    return _beside(compared, f"{name}{who}", value, ours) + _rest(compared, stranger)


def _beside(compared: Compared, name: str, value: str, ours: str) -> str:
    there = compared.figure.words
    return {
        FigureRelation.EQUAL: f"{name} has the same figure: {value}.",
        FigureRelation.ONE_OF_SEVERAL: f"{name} leaves it open: {value}; the essay names only “{ours}”.",
        FigureRelation.ROUNDED: f"{name} has {value}; the essay rounds it to “{ours}”.",
        FigureRelation.BOUNDED: f"{name} has {value}, within the essay's bound.",
        FigureRelation.DIFFERENT: f"{name} has {value}, not “{ours}”.",
        FigureRelation.OPPOSITE: f"{name} has {value} too, but as {_WAYS.get(there.direction, 'a change')}.",
        FigureRelation.OTHER_UNIT: f"{name} has {value}, but in {there.unit}, not {compared.claimed.unit}.",
    }[compared.relation]


def _rest(compared: Compared, stranger: str) -> str:
    lost = " The essay leaves the hedge out." if compared.hedge_lost else ""
    fall = " That it fell does not stand there." if compared.fall_added else ""
    said = f" {stranger[:1].upper()}{stranger[1:]} is not in that source." if stranger else ""
    return lost + fall + said
