"""What follows from a quotation's comparison with the sources: status, the words that show it, the statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.model import Bearing, ClaimStatus, Witness
from communique.reasoning.audit.quoting.governing import GoverningKind, with_governing
from communique.reasoning.audit.quoting.kinds import CHANGES_SENSE, SHIFTS_SENSE, DifferenceKind, WordDifference
from communique.reasoning.audit.quoting.renderings import Grade, QuotationCheck, Rendering
from communique.reasoning.audit.quoting.sources import Original
from communique.reasoning.audit.quoting.strangers import names_foreign
from communique.reasoning.audit.quoting.whose import Whose

WHOLE = 0.6
"""From this share of the quotation's content words on the passage is taken to render all of it."""

TELLING, SHORT = 3, 60
"""How many words that not all such texts have must be rendered, but in quotations of fewer letters."""

SHOWN = 3
"""How many differences are told at most."""

_NEAREST = tuple(Grade)
_OTHER_WORDS = frozenset({DifferenceKind.SYNONYM, DifferenceKind.OTHER_WORD, DifferenceKind.PLURAL})


def check_of(words: str, renderings: Sequence[Rendering], whose: Whose) -> QuotationCheck:
    """Give the check of a quotation from its sentences beside their passages, and whose words they are."""
    found = [rendering for rendering in renderings if rendering.original is not None]
    if not found:
        return QuotationCheck(
            status=ClaimStatus.NOT_FOUND,
            statement="No source at hand has these words, or others that say the same.",
            grade=Grade.NONE,
            renderings=tuple(renderings),
        )
    return QuotationCheck(
        status=_status_of(renderings, whose),
        statement=_statement_of(words, renderings, whose),
        grade=max((r.grade for r in found), key=_NEAREST.index),
        witnesses=tuple(_witnesses_of(found, against=whose.other is not None)),
        renderings=tuple(renderings),
        other_speaker=whose.other,
        stranger=whose.stranger,
        absent=whose.absent,
    )


def turned(check: QuotationCheck) -> QuotationCheck:
    """
    Give the check of words that an essay says were not said, from the check of the words themselves.

    Words that stand in a source contradict it; a source that takes them back or says the contrary bears it out; that
    no source has them does not, for the sources at hand are not all that was said.
    """
    name = next((_name(r) for r in check.renderings if r.original is not None), "")
    if check.status is ClaimStatus.NOT_FOUND:
        return check
    if check.status is ClaimStatus.CONFIRMED:
        return replace(
            check,
            status=ClaimStatus.CONTRADICTED,
            statement=f"{name} has the words that the essay says were not said.",
            witnesses=tuple(replace(one, bearing=Bearing.AGAINST) for one in check.witnesses),
        )
    borne_out = check.status is ClaimStatus.CONTRADICTED and any(_denied(r) for r in check.renderings)
    return replace(
        check,
        status=ClaimStatus.CONFIRMED if borne_out else ClaimStatus.PARTLY,
        statement=check.statement,
        witnesses=tuple(replace(one, bearing=Bearing.FOR if borne_out else Bearing.BESIDE) for one in check.witnesses),
    )


def _denied(rendering: Rendering) -> bool:
    """Tell whether the source denies what is quoted, or says the contrary."""
    if rendering.governing is not None and rendering.governing.kind is GoverningKind.DENIAL:
        return True
    return any(d.kind in {DifferenceKind.DENIAL, DifferenceKind.OPPOSITE} for d in rendering.differences)


def _status_of(renderings: Sequence[Rendering], whose: Whose) -> ClaimStatus:
    kinds = {difference.kind for r in renderings for difference in r.differences}
    if whose.other is not None or any(_contradicted(r) for r in renderings):
        return ClaimStatus.CONTRADICTED
    if any(r.original is None for r in renderings) or kinds & (SHIFTS_SENSE | CHANGES_SENSE):
        return ClaimStatus.PARTLY
    held_back = whose.stranger or whose.absent or any(r.governing is not None for r in renderings)
    if all(_is_whole(r) for r in renderings) and not held_back:
        return ClaimStatus.CONFIRMED
    return ClaimStatus.PARTLY


def _contradicted(rendering: Rendering) -> bool:
    """Tell whether the source takes the words back, or has another number or name or the contrary in their place."""
    if rendering.original is None or (rendering.original.covered < WHOLE and rendering.grade is not Grade.NEARLY):
        return False
    if rendering.governing is not None and rendering.governing.kind is GoverningKind.DENIAL:
        return True
    return any(difference.kind in CHANGES_SENSE for difference in rendering.differences)


def _is_whole(rendering: Rendering) -> bool:
    if rendering.grade is Grade.EXACT:
        return True
    if rendering.original is None:
        return False
    kinds = [difference.kind for difference in rendering.differences]
    if rendering.grade is Grade.NEARLY:
        return not {DifferenceKind.OTHER_WORD, DifferenceKind.PLURAL, DifferenceKind.ADDED} & set(kinds)
    if any(_is_strange(difference, rendering.original) for difference in rendering.differences):
        return False
    return rendering.original.covered >= WHOLE and (
        rendering.original.telling >= TELLING or len(rendering.words) < SHORT
    )


def _is_strange(difference: WordDifference, original: Original) -> bool:
    """Tell whether the quotation names somebody or something that the source names nowhere."""
    inside = difference.here is not None and difference.here.start > 0
    named = difference.kind is DifferenceKind.ADDED and inside and difference.essay.istitle()
    return named and bool(names_foreign((difference.essay.casefold(),), original.account))


def _witnesses_of(found: Sequence[Rendering], *, against: bool) -> Iterator[Witness]:
    """Give the passages, with what takes them back, and what they show."""
    for rendering in found:
        if rendering.original is None:
            continue
        original = rendering.original
        who = f"{rendering.speaker}: " if rendering.speaker is not None else ""
        yield Witness(
            release=original.account.release,
            span=with_governing(original.span, rendering.governing),
            bearing=Bearing.AGAINST if against or _contradicted(rendering) else Bearing.FOR,
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
    heads = {
        Grade.EXACT: "the same words",
        Grade.NEARLY: "nearly the same words",
        Grade.RENDERED: "the same in other words",
        Grade.NONE: "",
    }
    told = _told([rendering])
    return heads[rendering.grade] + (f": {told}" if told else "")


def _statement_of(words: str, renderings: Sequence[Rendering], whose: Whose) -> str:
    """Tell in one or two sentences what the sources have, and what differs."""
    found = [r for r in renderings if r.original is not None]
    name = _name(found[0])
    if whose.other is not None:
        return f"The words stand in {name}, said by {whose.other}."
    governed = next((r for r in found if r.governing is not None), None)
    changed = [d for r in found if _contradicted(r) for d in r.differences if d.kind in CHANGES_SENSE]
    if governed is not None and not changed:
        return _taken_back(governed)
    if changed:
        return f"{name} says otherwise: {_listed(changed)}."
    lost = [r for r in renderings if r.original is None]
    rest = f" Not found: “{lost[0].words.of(words)}”." if lost else ""
    told = _told(found)
    return _head(found, name) + (f": {told}." if told else ".") + rest + _persons(whose, name)


def _head(found: Sequence[Rendering], name: str) -> str:
    return {
        Grade.EXACT: f"{name} has these words exactly",
        Grade.NEARLY: f"{name} has nearly these words",
        Grade.RENDERED: f"{name} has the same in other words, perhaps a translator's",
        Grade.NONE: "",
    }[max((r.grade for r in found), key=_NEAREST.index)]


def _taken_back(rendering: Rendering) -> str:
    """Say what the quotation leaves out that takes its words back."""
    governing = rendering.governing
    if rendering.original is None or governing is None:
        return ""
    release = rendering.original.account.release
    cue = " ".join(release.words(governing.span).split())
    heads = {
        GoverningKind.DENIAL: "to deny them",
        GoverningKind.CONDITION: "under a condition",
        GoverningKind.HEARSAY: "as what others say",
        GoverningKind.NEGATION: "behind a denial",
    }
    return f"{release.name} has these words only {heads[governing.kind]}: “{cue} …”."


def _persons(whose: Whose, name: str) -> str:
    """Say that somebody whom the essay names is in no source, or was not there."""
    told = ""
    if whose.stranger:
        said = f"The words are {_genitive(str(whose.said))}; " if whose.said is not None else ""
        told = f" {said}{_upper(whose.stranger) if not said else whose.stranger} is in no source at hand."
    return told + (f" {_upper(whose.absent)} takes no part in what {name} tells of." if whose.absent else "")


def _genitive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _told(found: Sequence[Rendering]) -> str:
    """Tell the differences that matter, the gravest first, and how many other words there are beside."""
    grave: list[WordDifference] = []
    slight: list[WordDifference] = []
    others = 0
    for rendering in found:
        near = rendering.grade is Grade.NEARLY
        for one in rendering.differences:
            if one.kind in CHANGES_SENSE | SHIFTS_SENSE:
                grave.append(one)
            elif near and one.kind in {DifferenceKind.OTHER_WORD, DifferenceKind.PLURAL, DifferenceKind.ADDED}:
                slight.append(one)
            elif one.kind in _OTHER_WORDS:
                others += 1
    told = _listed([*grave, *slight])
    if not told:
        return ""
    words = f"{others} other word{'s' if others > 1 else ''} for the same"
    return told + (f"; and {words}" if others else "")


def _listed(differences: Sequence[WordDifference]) -> str:
    return "; ".join(list(dict.fromkeys(map(str, differences)))[:SHOWN])


def _name(rendering: Rendering) -> str:
    return rendering.original.account.release.name if rendering.original else "a source"
