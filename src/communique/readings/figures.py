"""Which quantities the text states, who states them, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.model import Account, Figure, Finding, Grade, Release, Span, joined
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of

FEATURES = (
    Feature(
        code="figures.stated", meaning="the text states a quantity", noun="a figure", facet="figures", located=True
    ),
    Feature(
        code="figures.hedged",
        meaning="a quantity is hedged, where any is stated",
        noun="a figure with a hedge",
        facet="figures",
    ),
)

SHOWN = 4
NEAR = 1.1
"""Two numbers of one unit are near where the higher is at most a tenth above the lower."""

ABOUT_ONE_THING = 2.0
"""Where both clauses share words, up to twice the lower number still counts as the same quantity."""

LONG_WORD = 5
"""Letters of a word that two clauses may share to be about one thing; shorter ones are mostly grammar."""

CLOSE = 80
"""Characters up to which hedge and number are marked as one passage."""

CURRENCY_SIGN = re.compile(r"[$€£¥₽₸₴₺₹]|\b[A-Z]{3}\b")

PLAIN_STATED = "Figures are rounded in speech, and briefs of two services may rest on two statistics."
PLAIN_HEDGE = "Speech hedges where a written summary rounds, and a translator may drop a small word."
PLAIN_NUMBER = "Periods, methods and rounding differ between services; both figures may be right."
PLAIN_NONE = "Short readouts carry no figures, by template."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A figure and the one of another account that is nearest to it in the same unit."""

    here: Figure
    there: Figure
    other: Account


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark whether a text states quantities, and where it does whether one is hedged."""
    if not account.release.text.strip():
        return ()
    found = figures_of(account)
    stated = mark_of("figures.stated", (words_of(figure) for figure in found))
    if not found:
        return (stated,)
    return (stated, mark_of("figures.hedged", (words_of(figure) for figure in found if figure.words.hedged)))


def read_figures(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which quantities the text states, who states them, and how firmly.

    What it finds:
        The figures with unit, speaker and hedge. Beside another text: a figure
        whose hedge is lost, won or another there, and a figure of the same unit
        with a near number that is not the same. That no figure stands here where
        the other text has some.

    Why it matters:
        Figures are the part of a text that can be checked; a hedge that is lost
        turns what a speaker believes into a fact.

    Plain explanation:
        Rounding, other periods and other statistics; speech is looser than a
        summary; a translator dropped a small word.

    Limits:
        Two figures are held for the same by unit and near number alone, or by
        words that their clauses share; what they measure must be looked at.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    if figures_of(account):
        yield _stated(case)
    else:
        yield from _none(case)
    for pair in _pairs(account, others):
        yield from _compared(case, pair)


def figures_of(account: Account) -> tuple[Figure, ...]:
    """Give the figures of an account but for counts of documents, which belong to the reading of documents."""
    counts = tuple(count.span for count in account.counts)
    return tuple(f for f in account.figures if not any(span.overlaps(f.words.value) for span in counts))


def figure_words(release: Release, figure: Figure) -> str:
    """Give a figure with unit, hedge and speaker ("“12” percent (“almost”, Ilmar Vesk)")."""
    words = figure.words
    value = " ".join(release.words(words.value).split())
    unit = "" if CURRENCY_SIGN.search(value) or words.unit in value.casefold() else f" {words.unit}"
    hedge = f"“{' '.join(release.words(words.hedge.span).split())}”" if words.hedge else ""
    marks = ", ".join(filter(None, (hedge, figure.speaker.label if figure.speaker else "")))
    return f"“{value}”{unit}" + (f" ({marks})" if marks else "")


def _stated(case: Case) -> Finding:
    account = case.account
    return case.finding(
        "figures.stated",
        _summed(account),
        PLAIN_STATED,
        spans=tuple(dict.fromkeys(words_of(figure) for figure in figures_of(account))),
        feature="figures.hedged",
        tell=lambda other: Told(words=f"has {_lowered(_summed(other))}" if figures_of(other) else "has no figure"),
    )


def _none(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text has figures, or earlier ones mostly had."""
    finding = case.finding(
        "figures.none",
        "No figure stands in the text",
        PLAIN_NONE,
        feature="figures.stated",
        tell=lambda other: Told(
            words=f"has {_lowered(_summed(other))}" if figures_of(other) else "has none either",
            differs=bool(figures_of(other)),
        ),
        absent=True,
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def words_of(figure: Figure) -> Span:
    """Give the words that carry a figure: its number, with its hedge where that stands near in the same sentence."""
    words = figure.words
    if words.hedge is None or not words.sentence.covers(words.hedge.span):
        return words.value
    both = joined(words.hedge.span, words.value)
    return both if len(both) <= CLOSE else words.value


def _summed(account: Account) -> str:
    number, hedged = len(figures_of(account)), sum(figure.words.hedged for figure in figures_of(account))
    shown = ", ".join(figure_words(account.release, figure) for figure in figures_of(account)[:SHOWN])
    more = f" and {number - SHOWN} more" if number > SHOWN else ""
    counted = f"{number} figure{'s' if number > 1 else ''}, {hedged or 'none'} hedged"
    return f"{counted}: {shown}{more}"


def _pairs(account: Account, others: tuple[Account, ...]) -> Iterator[Pair]:
    """Pair each figure with the nearest of each other account; each figure there serves once."""
    for other in others:
        left = list(figures_of(other))
        for here in figures_of(account):
            near = [there for there in left if _may_be_same(account, here, other, there)]
            if near:
                there = min(near, key=lambda figure: _distance(here, figure))
                left.remove(there)
                yield Pair(here=here, there=there, other=other)


def _may_be_same(account: Account, here: Figure, other: Account, there: Figure) -> bool:
    if not here.words.unit or here.words.unit != there.words.unit:
        return False
    bound = ABOUT_ONE_THING if _clause(account, here) & _clause(other, there) else NEAR
    return _distance(here, there) <= bound


def _distance(here: Figure, there: Figure) -> float:
    """Give by what factor the nearest numbers of two figures differ: 1 where they are the same, higher is farther."""
    pairs = ((abs(one), abs(two)) for one in _numbers(here) for two in _numbers(there))
    return min(1.0 if one == two else max(one, two) / (min(one, two) or 1e-9) for one, two in pairs)


def _numbers(figure: Figure) -> tuple[float, ...]:
    return figure.words.alternatives or figure.words.number


def _clause(account: Account, figure: Figure) -> set[str]:
    words = account.release.words(figure.words.span).casefold()
    unit = figure.words.unit.casefold()
    return {word for word in re.findall(r"[^\W\d_]+", words) if len(word) >= LONG_WORD and not unit.startswith(word)}


def _compared(case: Case, pair: Pair) -> Iterator[Finding]:
    kinds = [figure.words.hedge.kind if figure.words.hedge else None for figure in (pair.here, pair.there)]
    if _distance(pair.here, pair.there) > 1:
        yield _beside(case, pair, "figures.number_differs", "Another number of the same unit", PLAIN_NUMBER)
    elif kinds[0] is not kinds[1]:
        code, said = "figures.hedge_differs", "The same number, hedged in another way"
        if kinds[1] is None:
            code, said = "figures.hedge_lost_there", "The same number, hedged here and not there"
        elif kinds[0] is None:
            code, said = "figures.hedge_lost_here", "The same number, hedged there and not here"
        yield _beside(case, pair, code, said, PLAIN_HEDGE)


def _beside(case: Case, pair: Pair, code: str, said: str, plain: str) -> Finding:
    theirs = figure_words(pair.other.release, pair.there)
    return case.finding(
        code,
        f"{said}: {figure_words(case.account.release, pair.here)}",
        plain,
        spans=(words_of(pair.here),),
        tell=lambda other: (
            Told(words=f"has {theirs}", differs=True) if other is pair.other else Told(words="is not compared here")
        ),
    )


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


READING = Reading(
    code="figures",
    title="Figures",
    version=2,
    read=read_figures,
    features=FEATURES,
    mark_features=mark_features,
)
