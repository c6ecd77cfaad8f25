"""Stronger and weaker words on one question: vague and specific, hoped for and firm, hedged and flat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.collation.clashes.figures import Counted, count_figures
from communique.collation.clashes.matter import PLENTY, Matter, Passage, is_same_matter, matter_of
from communique.collation.contradictions import KIND_OF_CLASH
from communique.languages.assertion_lexicon import load_assertion_lexicon
from communique.languages.assertions import Assertion
from communique.model import Clash, HedgeKind, Span, Usage, Variant, VariantKind, Weight
from communique.precedent import Precedent
from communique.reference import Tables

CLASH_RULE = "two statements of one state that cannot both be right as they stand"
VAGUE_RULE = "number or identity left open in one of two statements on one question"
FIRM_RULE = "firm in one, wished or possible in the other, on one question"
STRONG_RULE = "words of force in one of two statements on one question; major where there are several"
HEDGE_RULE = "the same number, hedged in one of the two"
NUMBER_RULE = "numbers of one thing that differ within their hedges or rounding"

VAGUE_FEATURE = "words that leave number or identity open, in direct speech"
HEDGE_FEATURE = "a figure with a hedge"

ALIKE = 0.1
"""Likeness from which the wording of two sentences is compared."""

SAME, MOST = 0.75, 0.5
"""Cosine from which two sentences may say the same, and the share of their telling words that both must have then."""

LARGE = 1000.0
"""Numbers from here on hardly stand for two things in two statements of one day."""

_WORD = re.compile(r"[\w-]+")
_NOUN_REACH = 40
_BETWEEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """
    Two sentences on one question, and how alike they are by meaning, from 0 to 1.

    ``likeness`` is measured beside their neighbours, ``cosine`` by itself.
    """

    first: Passage
    second: Passage
    likeness: float
    cosine: float = 0.0


def variant_of_clash(clash: Clash) -> Variant:
    """Give a contradiction as a difference; it is major."""
    return Variant(
        kind=KIND_OF_CLASH[clash.kind],
        weight=Weight.MAJOR,
        rule=CLASH_RULE,
        told=clash.told,
        first=clash.first,
        second=clash.second,
        clash=clash,
    )


def share_of(question: Question, tables: Tables) -> int:
    """
    Give how many telling words the two sentences share, concepts and names across languages.

    Where each names only what the other does not name, they are on two questions unless they share plenty.
    """
    one, two = _matters(question, tables)
    apart = one.names - two.codes, two.names - one.codes
    shared = len(one.codes & two.codes)
    return 0 if all(apart) and not one.names & two.names and shared < PLENTY else shared


def is_one_statement(question: Question, tables: Tables) -> bool:
    """Tell whether two sentences say the same: by meaning, by most of their telling words, and with no other number."""
    one, two = (matter.codes for matter in _matters(question, tables))
    if question.cosine < SAME or 2 * len(one & two) < MOST * (len(one) + len(two)):
        return False
    numbers = [
        {figure.words.number for figure in p.account.figures if p.span.covers(figure.words.value)}
        for p in (question.first, question.second)
    ]
    return not all(numbers) or numbers[0] == numbers[1]


def _matters(question: Question, tables: Tables) -> tuple[Matter, Matter]:
    across = question.first.language != question.second.language
    one, two = (
        matter_of((t for clause in p.clauses for t in clause.terms), p, tables, across=across)
        for p in (question.first, question.second)
    )
    return one, two


def find_wordings(question: Question, precedent: Precedent, tables: Tables) -> Iterator[Variant]:
    """Give where one of two sentences on one question is vaguer, less firm or more hedged than the other."""
    if question.likeness >= ALIKE:
        yield from _vague(question, precedent)
        yield from _strength(question)
        yield from _open(question, tables)


def find_figures_twice(
    first: Sequence[Passage], second: Sequence[Passage], precedent: Precedent, tables: Tables
) -> Iterator[Variant]:
    """
    Give the figures of one thing that two statements put differently: another number that fits, another hedge.

    A number as such tells that two sentences are on one thing, so they are looked for in the whole texts.
    """
    across = bool(first and second) and first[0].language != second[0].language
    theirs = [counted for passage in second for counted in count_figures(passage, tables, across=across)]
    for passage in first:
        for one in count_figures(passage, tables, across=across):
            rivals = [two for two in theirs if _is_one_thing(one, two)]
            if rivals and not any(_is_put_alike(one, two) for two in rivals):
                yield _figure(one, rivals[0], precedent)


def _vague(question: Question, precedent: Precedent) -> Iterator[Variant]:
    """Give vague words where the other sentence has none and says more."""
    one, two = _vague_in(question.first), _vague_in(question.second)
    if bool(one) == bool(two):
        return
    vague = question.first if one else question.second
    words = "”, “".join(vague.words(span) for span in (one or two))
    which, other = ("first", "second") if one else ("second", "first")
    yield Variant(
        kind=VariantKind.SCOPE,
        weight=Weight.MINOR,
        rule=VAGUE_RULE,
        told=f"the {which} leaves open “{words}”; the {other} has no such words on this question",
        first=one[0] if one else question.first.span,
        second=two[0] if two else question.second.span,
        usage=_usage(VAGUE_FEATURE, "vague.spoken", (question.first, question.second), precedent),
    )


def _vague_in(passage: Passage) -> tuple[Span, ...]:
    """Give vague words on who acts, with the noun they stand before."""
    release, lexicon = passage.account.release, load_assertion_lexicon(passage.language)
    found = []
    for span in passage.account.vague:
        if passage.span.covers(span):
            reach = Span(span.start, min(span.end + _NOUN_REACH, passage.span.end), span.part)
            near = len(release.words(span).split()) + _BETWEEN
            words = list(_WORD.finditer(release.words(reach)))[:near]
            noun = next((word for word in words if word[0].lower() in lexicon.actors), None)
            if noun is not None:
                found.append(Span(span.start, max(span.end, span.start + noun.end()), span.part))
    return tuple(found)


def _strength(question: Question) -> Iterator[Variant]:
    """Give words of force where the other sentence has none."""
    one, two = _strong_in(question.first), _strong_in(question.second)
    if bool(one) == bool(two):
        return
    strong, weak = ("first", "second") if one else ("second", "first")
    passage = question.first if one else question.second
    words = tuple(dict.fromkeys(passage.words(span) for span in one or two))
    yield Variant(
        kind=VariantKind.WORDING,
        weight=Weight.MAJOR if len(words) > 1 else Weight.MINOR,
        rule=STRONG_RULE,
        told=f"the {strong} has words of force (“{'”, “'.join(words)}”), the {weak} none on this question",
        first=one[0] if one else question.first.span,
        second=two[0] if two else question.second.span,
    )


def _strong_in(passage: Passage) -> tuple[Span, ...]:
    """Give the words of force of a passage; with a capital letter inside it they are part of a name."""
    words, start = passage.account.release.words(passage.span), passage.span.start
    fits = load_assertion_lexicon(passage.language).strength.find(words)
    return tuple(
        Span(start + fit.start, start + fit.end, passage.span.part)
        for fit in fits
        if fit.start == 0 or not words[fit.start].isupper()
    )


def _open(question: Question, tables: Tables) -> Iterator[Variant]:
    """Give clauses on one matter of which one is firm and the other wished, possible or demanded."""
    for one in question.first.clauses:
        for two in question.second.clauses:
            if ("open" in one.moods) != ("open" in two.moods) and _is_one_act(question, one, two, tables):
                firm, loose = ("second", "first") if "open" in one.moods else ("first", "second")
                yield Variant(
                    kind=VariantKind.WORDING,
                    weight=Weight.MINOR,
                    rule=FIRM_RULE,
                    told=f"the {firm} is put firmly, the {loose} as wished, possible or demanded",
                    first=_trimmed(question.first, one.span),
                    second=_trimmed(question.second, two.span),
                )
                return


def _is_one_act(question: Question, one: Assertion, two: Assertion, tables: Tables) -> bool:
    if one.denying or two.denying:
        return False
    across = question.first.language != question.second.language
    ours = matter_of(one.terms, question.first, tables, across=across)
    theirs = matter_of(two.terms, question.second, tables, across=across)
    return len(ours.codes & theirs.codes) > 1 and is_same_matter(ours, theirs)


def _trimmed(passage: Passage, span: Span) -> Span:
    """Give a clause without the marks and white space around it."""
    words = span.of(passage.account.release.part(span.part))
    left = len(words) - len(words.lstrip(" \n\t,;:—–-"))
    right = len(words.rstrip(" \n\t,;:.—–-"))
    return Span(span.start + left, span.start + max(right, left + 1), span.part)


def _is_one_thing(one: Counted, two: Counted) -> bool:
    """Tell whether two figures are of one unit and fit, and are one large number or count what is called the same."""
    if one.measure != two.measure or not one.bounds.fits(two.bounds) or not one.matter.codes & two.matter.codes:
        return False
    return (_is_telling(one) and _is_same_number(one, two)) or is_same_matter(one.matter, two.matter)


def _is_telling(one: Counted) -> bool:
    """Tell whether a number is so large or exact that it names what it counts."""
    return one.figure.words.number[-1] >= LARGE


def _is_same_number(one: Counted, two: Counted) -> bool:
    return one.figure.words.number == two.figure.words.number


def _is_put_alike(one: Counted, two: Counted) -> bool:
    kinds = [counted.figure.words.hedge.kind if counted.figure.words.hedge else None for counted in (one, two)]
    return _is_same_number(one, two) and kinds[0] is kinds[1]


def _figure(one: Counted, two: Counted, precedent: Precedent) -> Variant:
    here, there = one.passage.words(one.span), two.passage.words(two.span)
    told = f"“{here}” in the first, “{there}” in the second"
    same = _is_same_number(one, two)
    if same:
        told += f": the first {_hedged(one)}, the second {_hedged(two)}"
    return Variant(
        kind=VariantKind.FIGURE,
        weight=Weight.MINOR,
        rule=HEDGE_RULE if same else NUMBER_RULE,
        told=told,
        first=one.span,
        second=two.span,
        usage=_usage(HEDGE_FEATURE, "figures.hedged", (one.passage, two.passage), precedent),
    )


def _hedged(counted: Counted) -> str:
    hedge = counted.figure.words.hedge
    if hedge is None:
        return "has no hedge"
    words = counted.passage.words(hedge.span)
    return f"does not vouch for it (“{words}”)" if hedge.kind is HedgeKind.DOUBT else f"hedges it (“{words}”)"


def _usage(feature: str, code: str, passages: tuple[Passage, Passage], precedent: Precedent) -> Usage | None:
    first, second = (precedent.rate(code, passage.account, present=True) for passage in passages)
    return Usage(feature=feature, first=first, second=second) if first or second else None
