"""What follows from a quotation's comparison with the sources: status, the words that show it, the statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.model import Bearing, ClaimStatus, Person, Witness
from communique.reasoning.audit.quoting_checks import Grade, Rendering
from communique.reasoning.audit.quoting_kinds import CHANGES_SENSE, SHIFTS_SENSE, DifferenceKind, WordDifference

WHOLE = 0.6
"""From this share of the quotation's content words on the passage is taken to render all of it."""

TELLING, SHORT = 3, 60
"""How many words that not all such texts have must be rendered, but in quotations of fewer letters."""

_NEAREST = tuple(Grade)


def status_of(renderings: Sequence[Rendering], other: Person | None) -> ClaimStatus:
    """Give the status of a quotation by its sentences; ``other`` is who says the words where the essay errs."""
    kinds = {difference.kind for r in renderings for difference in r.differences}
    if other is not None or any(_contradicted(r) for r in renderings):
        return ClaimStatus.CONTRADICTED
    if any(r.passage is None for r in renderings) or kinds & (SHIFTS_SENSE | CHANGES_SENSE):
        return ClaimStatus.PARTLY
    if all(_is_whole(r) for r in renderings):
        return ClaimStatus.CONFIRMED
    return ClaimStatus.PARTLY


def _contradicted(rendering: Rendering) -> bool:
    """Tell whether the source has another number, name or the contrary in what is else the same sentence."""
    if rendering.passage is None or (rendering.passage.covered < WHOLE and rendering.grade is not Grade.NEARLY):
        return False
    return any(difference.kind in CHANGES_SENSE for difference in rendering.differences)


def _is_whole(rendering: Rendering) -> bool:
    if rendering.grade is Grade.EXACT:
        return True
    if rendering.passage is None:
        return False
    kinds = [difference.kind for difference in rendering.differences]
    if rendering.grade is Grade.NEARLY:
        return not {DifferenceKind.OTHER_WORD, DifferenceKind.PLURAL, DifferenceKind.ADDED} & set(kinds)
    return rendering.passage.covered >= WHOLE and (rendering.passage.telling >= TELLING or len(rendering.words) < SHORT)


def witnesses_of(found: Sequence[Rendering], other: Person | None) -> Iterator[Witness]:
    """Give the passages with what they show."""
    for rendering in found:
        if rendering.passage is None:
            continue
        passage = rendering.passage
        against = other is not None or _contradicted(rendering)
        who = f"{rendering.speaker}: " if rendering.speaker is not None else ""
        yield Witness(
            release=passage.account.release,
            span=passage.span,
            bearing=Bearing.AGAINST if against else Bearing.FOR,
            note=who + _compared(rendering),
        )
        if rendering.elsewhere is not None:
            yield Witness(
                release=rendering.elsewhere.account.release,
                span=rendering.elsewhere.span,
                bearing=Bearing.BESIDE,
                note="the rest of it stands here",
            )


def _compared(rendering: Rendering) -> str:
    told = "; ".join(str(d) for d in rendering.differences if d.kind is not DifferenceKind.SYNONYM)
    heads = {
        Grade.EXACT: "the same words",
        Grade.NEARLY: "nearly the same words",
        Grade.RENDERED: "other words, same content",
        Grade.NONE: "",
    }
    return heads[rendering.grade] + (f": {told}" if told else "")


def statement_of(words: str, renderings: Sequence[Rendering], other: Person | None) -> str:
    """Tell in one or two sentences what the sources have, and what differs."""
    found = [r for r in renderings if r.passage is not None]
    if other is not None:
        return f"The words stand in {_name(found[0])}, said by {other}."
    grade = max((r.grade for r in found), key=_NEAREST.index)
    heads = {
        Grade.EXACT: f"{_name(found[0])} has these words exactly.",
        Grade.NEARLY: f"{_name(found[0])} has nearly these words.",
        Grade.RENDERED: f"{_name(found[0])} has the same in other words; that may be the choice of a translator.",
        Grade.NONE: "",
    }
    if any(_contradicted(r) for r in found):
        told = [d for r in found for d in r.differences if d.kind in CHANGES_SENSE]
        heads[grade] = f"{_name(found[0])} has other words in this place: {_listed(told)}."
        return heads[grade]
    lost = [r for r in renderings if r.passage is None]
    rest = f" Not found: “{lost[0].words.of(words)}”." if lost else ""
    return heads[grade] + _told(found) + rest


def _told(found: Sequence[Rendering]) -> str:
    """Tell the differences that matter, at most four."""
    weighty = CHANGES_SENSE | SHIFTS_SENSE | {DifferenceKind.OTHER_WORD, DifferenceKind.PLURAL}
    told = _listed(
        d
        for r in found
        for d in r.differences
        if d.kind in weighty or (d.kind is DifferenceKind.ADDED and r.grade is Grade.NEARLY)
    )
    return f" Differences: {told}." if told else ""


def _listed(differences: Iterable[WordDifference]) -> str:
    return "; ".join(list(dict.fromkeys(map(str, differences)))[:4])


def _name(rendering: Rendering) -> str:
    return rendering.passage.account.release.name if rendering.passage else "a source"
