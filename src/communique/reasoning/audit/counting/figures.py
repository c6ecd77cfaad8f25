"""The quantities that an essay states, read from its words, and how each bears to one that a source states."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from communique.languages.commentary import Construction, pattern_of
from communique.languages.english.figures import find_figures as find_english
from communique.languages.english.sentences import find_sentences
from communique.languages.russian.figures import find_figures as find_russian
from communique.model import Account, Span
from communique.model.figures import Direction, Figure, FigureWords, HedgeKind
from communique.reasoning.audit.quoting.leads import ACCORDING, ADDRESSED, SAID_AFTER, WHO_BEFORE
from communique.reasoning.audit.quoting.strangers import names_foreign
from communique.reasoning.audit.quoting.words import Term, key_of, language_of, terms_of

_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\d,])")
_SIGN_BEHIND = re.compile(r"(?<![$€£₽₸\d.,])(?P<digits>\d[\d.,]*)(?P<gap>\s?)(?P<sign>[$€£])(?=\s*(?:[a-z]|[.,;]|$))")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ABOUT, _BOUND = 0.06, 0.1
"""How far, as a share of it, a number may be off that is hedged as near, and one that is given as a bound."""

_ROUNDED = 0.1
"""How far, as a share of it, a number may be off that is rounded."""

_PARTNER = re.compile(r"\b(?:with|between)\s+(?:the\s+|[A-Z][\w’-]+\s+and\s+)?$")
_BY_WHOM = (WHO_BEFORE, ACCORDING, SAID_AFTER, ADDRESSED)
_CONTEXT = 3
_CONTEXT_WEIGHT = 0.7
_DUST = 1e-9
_HOURS = {"seconds": 1 / 3600, "minutes": 1 / 60, "hours": 1.0, "days": 24.0, "weeks": 168.0}


class FigureRelation(StrEnum):
    """
    How a number of an essay bears to one of a source.

    ``equal``: the same. ``one of several``: the source leaves open which of two numbers holds, or gives a range, and
    the essay names one in it. ``rounded``: the essay's number is the source's, rounded. ``bounded``: the essay gives a
    bound ("more than") that the source's number respects. ``different``: another number for the same quantity.
    ``opposite``: the same number, of a rise where the essay has a fall, or the other way round. ``other unit``: the
    same number of something else, as of another currency.
    """

    EQUAL = "equal"
    ONE_OF_SEVERAL = "one of several"
    ROUNDED = "rounded"
    BOUNDED = "bounded"
    DIFFERENT = "different"
    OPPOSITE = "opposite"
    OTHER_UNIT = "other unit"


AGAINST = frozenset({FigureRelation.DIFFERENT, FigureRelation.OPPOSITE, FigureRelation.OTHER_UNIT})
"""Relations in which the two cannot both be right, if they are of one quantity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    One figure of an essay beside a figure of a source.

    ``likeness`` tells how far both measure the same thing, 0 to 1. ``claimed`` counts in the essay's words.
    """

    claimed: FigureWords
    account: Account
    figure: Figure
    relation: FigureRelation
    likeness: float

    @property
    def hedge_lost(self) -> bool:
        """Whether the source weakens its number and the essay does not."""
        left_open = bool(self.claimed.alternatives)
        return self.figure.words.hedge is not None and self.claimed.hedge is None and not left_open

    @property
    def fall_added(self) -> bool:
        """Whether the essay says that the quantity fell and the source does not."""
        return self.claimed.direction is Direction.FALL and self.figure.words.direction is None


def read_figures(claim: str) -> tuple[FigureWords, ...]:
    """
    Give the quantities that an essay's words state; decimal commas and a currency sign behind the number are read.

    >>> [(figure.number, figure.unit) for figure in read_figures("Trade grew by 19,7% to almost 20 $ bln.")]
    [((19.7,), 'percent'), ((20000000000.0,), 'USD')]
    """
    language = language_of(claim)
    if language == "ru":
        return find_russian(claim, (Span(0, len(claim)),)) if claim.strip() else ()
    plain = _SIGN_BEHIND.sub(_sign_before, _DECIMAL_COMMA.sub(lambda m: m[0].replace(",", "."), claim))
    return find_english(plain, find_sentences(plain))


def _sign_before(found: re.Match[str]) -> str:
    return f"{found['sign']}{found['gap']}{found['digits']}"


def compare_figure(claimed: FigureWords, claim: str, accounts: Sequence[Account]) -> tuple[Compared, ...]:
    """Give the figures of the sources that measure what a claim's figure does, the likest first."""
    found = [compared for account in accounts for compared in _in_account(claimed, claim, account)]
    return tuple(sorted(found, key=lambda compared: (-_rank(compared), compared.account.release.name)))


def _rank(compared: Compared) -> float:
    return compared.likeness + (0.0 if compared.relation in AGAINST else 0.35)


def _in_account(claimed: FigureWords, claim: str, account: Account) -> Iterator[Compared]:
    for figure in account.figures:
        relation = _beside(claimed, figure.words)
        if relation is None or not _same_time(claimed, claim, figure.words, account):
            continue
        if foreign_to(account, claimed, claim):
            continue
        likeness = _likeness(claimed, claim, figure.words, account)
        yield Compared(claimed=claimed, account=account, figure=figure, relation=relation, likeness=likeness)


def foreign_to(account: Account, claimed: FigureWords, claim: str) -> tuple[str, ...]:
    """Give the names of which a claim's figure is said to be and which a source has nowhere ("trade with Turkey")."""
    language = language_of(claim)
    if account.release.language != language:
        return ()
    people = [Span(found.start(), found.end()) for pattern in _BY_WHOM for found in pattern.finditer(claim)]
    names = (
        term
        for term in terms_of(claim, language)
        if term.name
        and _of_quantity(claim, claimed, term)
        and not any(whom.start <= term.start < whom.end for whom in people)
    )
    told = [claim[term.start : term.end] for term in names]
    return names_foreign([name.casefold() for name in told if not name.isupper()], account)


def _of_quantity(claim: str, claimed: FigureWords, name: Term) -> bool:
    """Tell whether a name belongs to what is measured: in the words for it, or tied to it by "with" or "between"."""
    place = Span(name.start, name.end)
    if claimed.what is not None and claimed.what.covers(place):
        return True
    inside = claimed.span.covers(place) and not (claimed.period is not None and claimed.period.overlaps(place))
    return inside and _PARTNER.search(claim, claimed.span.start, name.start) is not None


def _beside(claimed: FigureWords, told: FigureWords) -> FigureRelation | None:
    """Tell how two figures bear to each other; None where they measure different things."""
    scale = _scale(claimed, told)
    if scale is None:
        same = _relation(claimed, told, 1.0) is FigureRelation.EQUAL
        return FigureRelation.OTHER_UNIT if same and _measures(claimed.unit) and _measures(told.unit) else None
    relation = _relation(claimed, told, scale)
    directions = {claimed.direction, told.direction}
    if directions == {Direction.RISE, Direction.FALL} and relation is not FigureRelation.DIFFERENT:
        return FigureRelation.OPPOSITE
    return relation


def _measures(unit: str) -> bool:
    """Tell whether a unit is a currency or a share, and no noun that is counted."""
    return unit.isupper() or unit in {"percent", "times", "share"}


def _scale(claimed: FigureWords, told: FigureWords) -> float | None:
    """Give how many of the source's units one of the claim's has; None where they measure different things."""
    if claimed.unit in _HOURS and told.unit in _HOURS:
        return _HOURS[claimed.unit] / _HOURS[told.unit]
    if claimed.unit == told.unit or not claimed.unit or not told.unit:
        return 1.0
    nouns = [{key_of(term.lemma, "en") for term in terms_of(words.unit, "en")} for words in (claimed, told)]
    plain = all(words.unit.islower() and words.unit not in {"percent", "times", "share"} for words in (claimed, told))
    return 1.0 if plain and nouns[0] & nouns[1] else None


def _same_time(claimed: FigureWords, claim: str, told: FigureWords, account: Account) -> bool:
    """Tell whether both may hold for one time: no two different years are named."""
    issued = account.release.issued
    ours = _years(claim[claimed.sentence.start : claimed.sentence.end], None)
    theirs = _years(account.release.words(told.sentence), issued.year if issued else None)
    return not (ours and theirs) or bool(ours & theirs)


def _years(words: str, issued: int | None) -> set[int]:
    years = {int(year) for year in _YEAR.findall(words)}
    if issued is not None and not years:
        language = language_of(words)
        if pattern_of(Construction.LAST_YEAR, language).search(words):
            years.add(issued - 1)
        if pattern_of(Construction.THIS_YEAR, language).search(words):
            years.add(issued)
    return years


def _relation(claimed: FigureWords, told: FigureWords, scale: float) -> FigureRelation:
    ours = [number * scale for number in (claimed.alternatives or claimed.number)]
    theirs = list(told.alternatives or told.number)
    if {round(number, 9) for number in ours} == {round(number, 9) for number in theirs}:
        return FigureRelation.EQUAL
    if told.direction is not None and len(theirs) > 1 and not told.alternatives:
        theirs = theirs[-1:] if _near(ours[-1], theirs[-1]) else theirs
    if len(theirs) > 1 and all(min(theirs) - _DUST <= number <= max(theirs) + _DUST for number in ours):
        return FigureRelation.ONE_OF_SEVERAL
    return _single(claimed, ours[-1], theirs[-1])


def _near(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_DUST)


def _single(claimed: FigureWords, ours: float, theirs: float) -> FigureRelation:
    if _near(ours, theirs):
        return FigureRelation.EQUAL
    hedge = claimed.hedge.kind if claimed.hedge else None
    around = hedge in {HedgeKind.ABOUT, HedgeKind.DOUBT} and abs(ours - theirs) <= _ABOUT * abs(theirs)
    if abs(ours - theirs) <= min(_step(ours) / 2, _ROUNDED * abs(theirs)) or around:
        return FigureRelation.ROUNDED
    above = hedge is HedgeKind.ABOVE and ours < theirs <= ours * (1 + _BOUND)
    below = hedge is HedgeKind.BELOW and ours > theirs >= ours * (1 - _BOUND)
    return FigureRelation.BOUNDED if above or below else FigureRelation.DIFFERENT


def _step(number: float) -> float:
    """
    Give the least step that a number tells of: its last decimal, or its last figure before three zeros or more.

    >>> _step(26e9), _step(19.7), _step(34.0)
    (1000000000.0, 0.1, 1.0)
    """
    digits = f"{number:.10g}"
    if "e" in digits:
        digits = f"{number:.0f}"
    if "." in digits:
        return float(10.0 ** -len(digits.split(".")[1]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return float(10.0**zeros) if zeros >= _CONTEXT else 1.0


def _likeness(claimed: FigureWords, claim: str, told: FigureWords, account: Account) -> float:
    """Give how much of what the claim measures the source's sentence has, those right before it counting less."""
    topic = _topic(claimed, claim)
    if not topic:
        return 0.5
    language = account.release.language
    here = _keys(account.release.words(told.sentence), language)
    before = _keys(_before(account, told.sentence), language)
    met = sum(1.0 if key in here else _CONTEXT_WEIGHT if key in before else 0.0 for key in topic)
    return met / len(topic)


def _topic(claimed: FigureWords, claim: str) -> frozenset[str]:
    """Give the keys of what the claim's clause measures, else of its sentence."""
    language = language_of(claim)
    apart = [
        claimed.value,
        *([claimed.hedge.span] if claimed.hedge else []),
        *([claimed.period] if claimed.period else []),
    ]
    unit = _keys(claimed.unit, language)

    def keys(span: Span) -> frozenset[str]:
        return frozenset(
            term.key
            for term in terms_of(claim, language)
            if span.start <= term.start
            and term.end <= span.end
            and not term.number
            and not any(term.start < one.end and one.start < term.end for one in apart)
            and term.key not in unit
        )

    if claimed.what is not None and keys(claimed.what):
        return keys(claimed.what)
    return keys(claimed.span) or keys(claimed.sentence)


def _keys(words: str, language: str) -> frozenset[str]:
    return frozenset(term.key for term in terms_of(words, language)) if words.strip() else frozenset()


def _before(account: Account, sentence: Span) -> str:
    """Give the three sentences before one."""
    earlier = [one for one in account.sentences if one.part is sentence.part and one.end <= sentence.start]
    return " ".join(account.release.words(one) for one in earlier[-_CONTEXT:])
