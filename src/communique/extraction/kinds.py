"""What kind of event a release mainly reports: the headline decides, then the opening, then who took part."""

from __future__ import annotations

from collections.abc import Sequence

from communique.extraction.home import Home
from communique.extraction.people import Cast
from communique.languages.port import KindCue, Markup
from communique.model import Kind, Part, Pattern, Person, RelationKind, Side

_ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING})
_MET = frozenset({Pattern.MET_WITH, Pattern.RECEIVED, Pattern.WAS_RECEIVED, Pattern.HOSTED, Pattern.HELD_TALKS})
_MANY = 3


def extract_kind(markup: Markup, principals: Sequence[Person], home: Home, cast: Cast) -> Kind:
    """Decide the kind; an encounter in which only the issuer's own side appears is domestic."""
    kind = _by_cues(markup, principals)
    if kind in (Kind.MEETING, Kind.VISIT, Kind.OTHER, Kind.CALL, Kind.MULTILATERAL) and _is_domestic(
        markup, principals, home, kind, cast
    ):
        return Kind.DOMESTIC
    return kind


def _by_cues(markup: Markup, principals: Sequence[Person]) -> Kind:
    titled = [c for c in markup.cues if c.span.part is Part.TITLE]
    return _of_title(titled, principals) or _of_opening(markup, principals) or Kind.OTHER


def _of_title(cues: Sequence[KindCue], principals: Sequence[Person]) -> Kind | None:
    kinds = {c.kind for c in cues}
    if Kind.STATEMENT in kinds and cues[0].kind is Kind.STATEMENT:
        return Kind.STATEMENT
    sides = {p.side.code for p in principals if p.side}
    if Kind.CALL in kinds:
        return Kind.CALL
    if Kind.MULTILATERAL in kinds and not (Kind.MEETING in kinds and _is_bilateral(cues, sides)):
        return Kind.MULTILATERAL
    if Kind.MESSAGE in kinds and Kind.MEETING not in kinds:
        return Kind.MESSAGE
    first = next((c.kind for c in cues if c.kind in (Kind.MEETING, Kind.VISIT)), None)
    return Kind.MEETING if first is Kind.VISIT and _meets_first(cues) else first


def _is_bilateral(cues: Sequence[KindCue], sides: set[str]) -> bool:
    """A meeting on the margins of a summit: the meeting is named first and two sides take part."""
    first = next(c.kind for c in cues if c.kind in (Kind.MEETING, Kind.MULTILATERAL))
    return first is Kind.MEETING and len(sides) == _MANY - 1


def _meets_first(cues: Sequence[KindCue]) -> bool:
    return cues[0].kind is Kind.MEETING


def _of_opening(markup: Markup, principals: Sequence[Person]) -> Kind | None:
    cues = [c for c in markup.cues if c.span.part is Part.TEXT]
    lead = markup.lead
    if lead is None:
        return None
    here = [c for c in cues if c.span.start <= lead.span.end and c.span.end >= lead.span.start]
    kinds = {c.kind for c in here}
    if Kind.CALL in kinds:
        return Kind.CALL
    if Kind.MEETING in kinds and principals:
        return Kind.MEETING
    for kind in (Kind.MESSAGE, Kind.MULTILATERAL, Kind.VISIT):
        if kind in kinds:
            return kind
    return Kind.MEETING if lead.pattern in _MET and len(principals) > 1 else None


def _is_domestic(markup: Markup, principals: Sequence[Person], home: Home, kind: Kind, cast: Cast) -> bool:
    if home.side is None:
        return False
    sides = {p.side.code for p in principals if p.side}
    if sides - {home.side.code}:
        return False
    if kind is Kind.VISIT:
        return not _abroad(markup, home.side)
    if any(p is not principals[0] and p.name in _with_stated_side(markup, cast) for p in principals[1:]):
        return True
    foreign = {s.code for s in markup.title_sides} - {home.side.code}
    if not foreign and len(principals) > 1:
        return True
    if kind is Kind.MULTILATERAL or kind is Kind.OTHER:
        return False
    return not foreign and not _foreign_in_opening(markup, home.side)


def _with_stated_side(markup: Markup, cast: Cast) -> set[str | None]:
    """Give the names of persons whose side the words state, not only the rule that an office without one is at home."""
    return {p.name for d in markup.designations if d.sides and (p := cast.of(d)) is not None}


def _abroad(markup: Markup, side: Side) -> bool:
    countries = {p.country.code for p in markup.places if p.country}
    titled = {s.code for s in markup.title_sides}
    return bool((countries | titled | _visited(markup)) - {side.code})


def _visited(markup: Markup) -> set[str]:
    """Give the sides that the first sentence says are visited."""
    first = markup.narration[:1]
    visits = (f for f in markup.frames if f.kind is RelationKind.VISIT and f.sentence in first)
    return {side.code for f in visits if f.receiver for side in f.receiver.sides}


def _foreign_in_opening(markup: Markup, side: Side) -> bool:
    return any(s.code != side.code for d in markup.opening for s in d.sides)
