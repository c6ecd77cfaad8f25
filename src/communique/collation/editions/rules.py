"""How two answering passages of two editions may part: hedge, tense, verb, one or several."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from communique.collation.editions.labels import find_label_shifts
from communique.collation.editions.numbers import find_number_shifts
from communique.collation.editions.passages import EditionPassage, Pair, told_both
from communique.languages.manner_lexicon import Scale, load_hedge_kin, load_scales
from communique.languages.manner_words import Marked, Time
from communique.model import Span, Variant, VariantKind, Weight

_DONE, _AHEAD = frozenset({Time.DONE}), Time.AHEAD
_MOST_PREDICATES = 2
_FAR_IN_FORCE = 3
_BESIDE = 4
_SAYING = frozenset({"saying", "courtesy"})
_QUANTITY = frozenset({"quantity"})
HOW = {
    "reported": "as hearsay",
    "seeming": "as what seems",
    "possible": "as possible only",
    "about": "as a rough number",
    "bound": "as a bound",
    "some": "of some only",
    "partly": "in part only",
}

Rule = Callable[[Pair], Iterator[Variant]]


def find_hedge_shifts(pair: Pair) -> Iterator[Variant]:
    """Hedges that one edition has and no kin of them in the other; one on a number needs that number in both."""
    one, other = pair
    for passage, against in ((one, other), (other, one)):
        told = frozenset(kin for mark in against.marked("hedges") for kin in _kin(mark))
        for mark in passage.marked("hedges"):
            if not mark.weak and _kin(mark) and not _kin(mark) & told and _bears(mark, passage, against):
                yield _hedge(pair, passage, against, mark)


def _kin(mark: Marked) -> frozenset[str]:
    kin = load_hedge_kin()
    return frozenset(name for concept in mark.concepts for name in kin[concept])


def _bears(mark: Marked, passage: EditionPassage, against: EditionPassage) -> bool:
    if not _kin(mark) <= _QUANTITY:
        return True
    near = [a for a in passage.amounts if abs(a.span.start - mark.span.end) <= _BESIDE or mark.span.covers(a.span)]
    return any(a.value == b.value for a in near or passage.amounts for b in against.amounts)


def _hedge(pair: Pair, passage: EditionPassage, against: EditionPassage, mark: Marked) -> Variant:
    concept = min(mark.concepts)
    minor = bool(_kin(mark) <= _QUANTITY) or concept in {"some", "partly"}
    told = f"{passage.name} hedges (“{passage.words(mark.span)}”: {HOW[concept]}); the {against.language} does not"
    return _placed(
        pair,
        passage,
        mark.span,
        kind=VariantKind.HEDGE,
        weight=Weight.MINOR if minor else Weight.MAJOR,
        rule="whether a thing is vouched for is substance; how exact a number or a group is told, less so",
        told=told,
    )


def _placed(  # noqa: PLR0913 - the parts of a variant
    pair: Pair, passage: EditionPassage, span: Span, *, kind: VariantKind, weight: Weight, rule: str, told: str
) -> Variant:
    """Give a variant whose words stand in one edition, with the other's whole passage beside them."""
    one, other = pair
    spans = (span, other.span) if passage is one else (one.span, span)
    return Variant(kind=kind, weight=weight, rule=rule, told=told, first=spans[0], second=spans[1])


def find_tense_shifts(pair: Pair) -> Iterator[Variant]:
    """A deed told as done by one edition and as still ahead by the other; at most one for a passage."""
    found = next(_tense_clashes(pair), None)
    if found is None:
        return
    one, other = found
    done_first = one.times == _DONE
    words = told_both(pair, one.span, other.span)
    ahead = pair[1] if done_first else pair[0]
    yield Variant(
        kind=VariantKind.TENSE,
        weight=Weight.MAJOR,
        rule="planned or done is substance",
        told=f"{ahead.name} tells it as still ahead, the other as done: {words}",
        first=one.span,
        second=other.span,
    )


def _tense_clashes(pair: Pair) -> Iterator[tuple[Marked, Marked]]:
    one, other = pair
    yield from _clashes_of_concepts(one.marked("deeds"), other.marked("deeds"))
    yield from _clashes_of_concepts(_plain_acts(one), _plain_acts(other))
    predicates = one.marked("predicates"), other.marked("predicates")
    if all(0 < len(some) <= _MOST_PREDICATES for some in predicates):
        yield from _clashes(*predicates)


def _plain_acts(passage: EditionPassage) -> tuple[Marked, ...]:
    """Give the acts whose time is certain: reported speech has tenses of its own ("said that he supports")."""
    return tuple(mark for mark in passage.marked("acts") if mark.times and len(mark.times) == 1)


def _clashes_of_concepts(first: Sequence[Marked], second: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    timed = [[mark for mark in some if mark.times] for some in (first, second)]
    for concept in dict.fromkeys(concept for mark in timed[0] for concept in sorted(mark.concepts)):
        ones, others = ([mark for mark in some if concept in mark.concepts] for some in timed)
        if ones and others:
            yield from _clashes(ones, others)


def _clashes(first: Sequence[Marked], second: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    """Give the first of each where all of one are done and all of the other may only be ahead."""
    for done, ahead, turned in ((first, second, False), (second, first, True)):
        if all(mark.times == _DONE for mark in done) and all(_is_ahead(mark) for mark in ahead):
            yield (ahead[0], done[0]) if turned else (done[0], ahead[0])


def _is_ahead(mark: Marked) -> bool:
    return mark.times is not None and _AHEAD in mark.times and Time.DONE not in mark.times


def find_verb_shifts(pair: Pair) -> Iterator[Variant]:
    """
    Acts of speech that differ in strength or stance: on one scale by a step, on two only where they are far apart.

    What both editions have is set aside first; where several acts remain on either side they are matched by scale.
    """
    one, other = (list(passage.marked("acts")) for passage in pair)
    for mark in tuple(one):
        twin = next((m for m in other if m.concepts & mark.concepts), None)
        if twin is not None:
            one.remove(mark)
            other.remove(twin)
    for mark, against in _matched(one, other):
        yield _verb(pair, mark, against)


def _matched(first: Sequence[Marked], second: Sequence[Marked]) -> Iterator[tuple[Marked, Marked]]:
    if len(first) == len(second) == 1 and _parts(_scale(first[0]), _scale(second[0])):
        yield first[0], second[0]
        return
    free = list(second)
    for mark in first:
        scale = _scale(mark)
        against = next((m for m in free if _scale(m).name == scale.name and _scale(m).step != scale.step), None)
        if against is not None and not _answered(mark, second):
            free.remove(against)
            yield mark, against


def _answered(mark: Marked, marks: Sequence[Marked]) -> bool:
    scale = _scale(mark)
    return any(_scale(m).name == scale.name and _scale(m).step == scale.step for m in marks)


def _scale(mark: Marked) -> Scale:
    return load_scales()[min(mark.concepts)]


def _parts(one: Scale, other: Scale) -> bool:
    if one.name == other.name:
        return one.step != other.step
    return abs(one.force - other.force) >= _FAR_IN_FORCE


def _verb(pair: Pair, mark: Marked, against: Marked) -> Variant:
    scales = _scale(mark), _scale(against)
    minor = {scale.name for scale in scales} <= _SAYING
    stronger = scales[0].force > scales[1].force
    words = told_both(pair, mark.span, against.span)
    said = (
        f"{pair[0 if stronger else 1].name} puts it more strongly"
        if scales[0].force != scales[1].force
        else "another act"
    )
    return Variant(
        kind=VariantKind.VERB,
        weight=Weight.MINOR if minor else Weight.MAJOR,
        rule="what is asked, agreed, promised or judged is substance; how a remark is introduced is not",
        told=f"{said}: {words}",
        first=mark.span,
        second=against.span,
    )


def find_scope_shifts(pair: Pair) -> Iterator[Variant]:
    """Nouns that stand in the singular throughout one edition's passage and in the plural throughout the other's."""
    one, other = (passage.marked("things") for passage in pair)
    for concept in dict.fromkeys(concept for mark in one for concept in sorted(mark.concepts)):
        ones, others = ([mark for mark in marks if concept in mark.concepts] for marks in (one, other))
        numbers = [{mark.plural for mark in marks} for marks in (ones, others)]
        if numbers in ([{True}, {False}], [{False}, {True}]):
            yield _scope(pair, ones[0], others[0])


def _scope(pair: Pair, one: Marked, other: Marked) -> Variant:
    several = pair[0 if one.plural else 1]
    return Variant(
        kind=VariantKind.SCOPE,
        weight=Weight.MAJOR,
        rule="one or several is substance",
        told=f"{several.name} has several, the other one: {told_both(pair, one.span, other.span)}",
        first=one.span,
        second=other.span,
    )


RULES: tuple[Rule, ...] = (
    find_number_shifts,
    find_hedge_shifts,
    find_tense_shifts,
    find_verb_shifts,
    find_scope_shifts,
    find_label_shifts,
)
"""Every rule by which answering passages are compared."""
