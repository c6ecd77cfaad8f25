"""How stock phrases come and go: first and last seen, how often by year, dropped, revived, reworded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice, pairwise
from math import exp, lgamma

from communique.errors import ModelError
from communique.precedent.abstraction import ABSTRACTIONS, is_long
from communique.precedent.coverage import Coverage
from communique.precedent.phrase_mining import MinedPhrase, Told, mine_phrases

UNLIKELY = 0.01
"""A silence tells something where it had at most this probability at the rate before it."""

LEAST_USES = 5
"""Uses before a silence below which there is no rate to speak of."""

LEAST_SILENT = 10
"""Accounts without a phrase below which no silence is long enough, however usual the phrase was."""

SIMILAR = 70.0
"""Likeness in words (0 to 100, order aside) from which a phrase can be a rewording of another."""

FULL_YEAR = 10
"""Accounts that a year needs so that a share of them says something."""

STRAY = 0.1
"""A phrase has ended when this share of its uses is to come: some are strays."""

MOSTLY = 0.75
"""Share of a rewording's uses that come after the end of the phrase whose place it takes."""

MONTHS_BETWEEN = 12
"""Months with accounts from the end of a phrase to the next use of its rewording: fewer than this."""

NO_DAYS = Coverage()

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfUse:
    """How many of a year's accounts in the corpus have a phrase; a year without accounts has no such value."""

    year: int
    seen: int
    among: int

    def __post_init__(self) -> None:
        if not 0 <= self.seen <= self.among or self.among == 0:
            raise ModelError(wanted="0 <= seen <= among, among > 0", got=f"{self.seen} of {self.among} in {self.year}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """
    A time in which a phrase that was in use does not occur.

    ``since`` is the day of the last use before it, ``until`` that of the next one, None where there is none;
    ``accounts`` and ``months`` count what the corpus holds of the time between; ``chance`` is the probability of so
    long a silence at the rate before it (0 to 1, low for a telling one).
    """

    since: date
    until: date | None
    accounts: int
    months: int
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseHistory:
    """
    One stock phrase over time: its words, how many accounts have it, from when to when, how often in each year.

    ``dropped`` is the silence since its last use, None where it is still in use or was too rare to tell; ``revived``
    are the silences after which it came back. ``became`` is the phrase that took its place about when it ended, and
    ``was`` the one whose place it took, each empty where none did.
    """

    words: str
    seen: int
    first: date
    last: date
    years: tuple[YearOfUse, ...]
    dropped: Silence | None = None
    revived: tuple[Silence, ...] = ()
    became: str = ""
    was: str = ""

    @property
    def peak(self) -> YearOfUse:
        """The year with the greatest share; years with few accounts count only where no other has the phrase."""
        return max(self.years, key=lambda use: (use.seen > 0 and use.among >= FULL_YEAR, use.seen / use.among))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseBook:
    """
    The stock phrases of an office, or of an office and a counterpart, over time.

    ``label`` says whose; ``accounts`` counts the accounts read and ``exposure`` those of each year that has any;
    ``coverage`` are the days on which the corpus holds anything of the office: the rest is no exposure.
    """

    label: str
    accounts: int
    first: date | None = None
    last: date | None = None
    exposure: tuple[tuple[int, int], ...] = ()
    coverage: Coverage = NO_DAYS
    phrases: tuple[PhraseHistory, ...] = ()


def trace_phrases(told: Iterable[Told], coverage: Coverage, *, label: str, most: int | None = None) -> PhraseBook:
    """
    Find the stock phrases of some accounts and give their histories, the most usual first.

    ``coverage`` is that of the office; ``label`` says whose phrases they are. ``most`` cuts the list: half of it goes
    to phrases that were dropped, revived or reworded. A phrase is followed by the one that took its place.
    """
    days, phrases = mine_phrases(told)
    if not days:
        return PhraseBook(label=label, accounts=0, coverage=coverage)
    histories = _linked(tuple(_history(phrase, days) for phrase in phrases), phrases, days)
    return PhraseBook(
        label=label,
        accounts=len(days),
        first=days[0],
        last=days[-1],
        exposure=tuple(sorted(Counter(day.year for day in days).items())),
        coverage=coverage,
        phrases=_chosen(histories, most),
    )


def silence_chance(uses: int, among: int, silent: int) -> float:
    """
    Give the probability that none of so many has something, after it was seen ``uses`` times ``among`` others.

    That of the beta-binomial distribution, half a case added either way, so that a rate known from few cases makes a
    long silence less telling.

    >>> [round(silence_chance(10, 20, silent), 3) for silent in (0, 5, 20)]
    [1.0, 0.046, 0.0]
    """
    having, lacking = uses + 0.5, among - uses + 0.5
    return exp(
        lgamma(having + lacking) + lgamma(lacking + silent) - lgamma(lacking) - lgamma(having + lacking + silent)
    )


def _history(phrase: MinedPhrase, days: tuple[date, ...]) -> PhraseHistory:
    uses = tuple(days[place] for place in phrase.holders)
    among, seen = Counter(day.year for day in days), Counter(day.year for day in uses)
    return PhraseHistory(
        words=" ".join(phrase.tokens),
        seen=len(uses),
        first=uses[0],
        last=uses[-1],
        years=tuple(YearOfUse(year=year, seen=seen[year], among=among[year]) for year in sorted(among)),
        dropped=_dropped(phrase.holders, days),
        revived=tuple(_revived(phrase.holders, days)),
    )


def _dropped(holders: tuple[int, ...], days: tuple[date, ...]) -> Silence | None:
    """Give the silence after the last use, where the phrase was used in half of the years before and it is telling."""
    years = {day.year for day in days[holders[0] : holders[-1] + 1]}
    if 2 * len({days[place].year for place in holders}) < len(years):
        return None
    silence = _silence(holders, days, len(days), until=None)
    return silence if silence and silence.chance <= UNLIKELY else None


def _revived(holders: tuple[int, ...], days: tuple[date, ...]) -> Iterator[Silence]:
    """Yield the silences between two uses that are telling even among as many as there are."""
    for number, (_, place) in enumerate(pairwise(holders), start=1):
        silence = _silence(holders[:number], days, place, until=days[place])
        if silence and silence.chance * (len(holders) - 1) <= UNLIKELY:
            yield silence


def _silence(before: tuple[int, ...], days: tuple[date, ...], end: int, *, until: date | None) -> Silence | None:
    """
    Give the silence from the last of some uses to another place; None where one of both is too short.

    Accounts and months are counted both, and the greater chance is given: several accounts of one event share their
    words, and a month with many accounts is no longer than another.
    """
    first, last = before[0], before[-1]
    accounts = end - last - 1
    if len(before) < LEAST_USES or accounts < LEAST_SILENT:
        return None
    used = len({_month(days[place]) for place in before})
    held = len({_month(day) for day in days[first : last + 1]})
    months = len({_month(day) for day in days[last + 1 : end]} - {_month(days[last])})
    chance = max(silence_chance(len(before) - 1, last - first, accounts), silence_chance(used - 1, held - 1, months))
    return Silence(since=days[last], until=until, accounts=accounts, months=months, chance=chance)


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month


def _linked(
    histories: tuple[PhraseHistory, ...], phrases: tuple[MinedPhrase, ...], days: tuple[date, ...]
) -> tuple[PhraseHistory, ...]:
    """Give the histories with what took the place of each phrase that was dropped, where a like one began then."""
    months = sorted({_month(day) for day in days})
    became: dict[str, str] = {}
    for old, phrase in zip(histories, phrases, strict=True):
        if old.dropped:
            end = phrase.holders[-1 - int(STRAY * len(phrase.holders))]
            after = (new for new, other in zip(histories, phrases, strict=True) if _begins(other, end, days, months))
            became[old.words] = _successor(old, after)
    was = {new: old for old, new in reversed(became.items()) if new}
    return tuple(replace(one, became=became.get(one.words, ""), was=was.get(one.words, "")) for one in histories)


def _begins(phrase: MinedPhrase, end: int, days: tuple[date, ...], months: list[int]) -> bool:
    """Tell whether a phrase comes into use about when another one ends, by place in the order of days."""
    after = phrase.holders[bisect_right(phrase.holders, end) :]
    if not after or len(after) < MOSTLY * len(phrase.holders):
        return False
    begin, ended = (bisect_left(months, _month(days[place])) for place in (after[0], end))
    return begin - ended < MONTHS_BETWEEN


def _successor(old: PhraseHistory, later: Iterable[PhraseHistory]) -> str:
    """Give the phrase most like an old one that outlives it, and shares a long word with it; empty where none does."""
    from rapidfuzz.fuzz import token_sort_ratio  # noqa: PLC0415 - loads when phrases are traced

    words, long_words = _words_alone(old.words), _long_words(old)
    likeness = {
        new.words: token_sort_ratio(words, _words_alone(new.words))
        for new in later
        if new.last > old.last and long_words & _long_words(new)
    }
    best = max(likeness, key=lambda new: (likeness[new], new), default="")
    return best if best and likeness[best] >= SIMILAR else ""


def _words_alone(words: str) -> str:
    return " ".join(token for token in words.split() if token not in ABSTRACTIONS)


def _long_words(history: PhraseHistory) -> frozenset[str]:
    return frozenset(filter(is_long, history.words.split()))


def _chosen(histories: tuple[PhraseHistory, ...], most: int | None) -> tuple[PhraseHistory, ...]:
    """Cut the list to those that something happened to, in half of it, and the most usual; a rewording follows."""
    told = (one for one in histories if one.dropped or one.revived or one.was)
    first = tuple(islice(told, (len(histories) if most is None else most) // 2))
    rest = (one for one in histories if one not in first)
    kept = set(islice((*first, *rest), most))
    return tuple(_followed(tuple(one for one in histories if one in kept)))


def _followed(histories: tuple[PhraseHistory, ...]) -> Iterator[PhraseHistory]:
    """Yield each phrase, and right after it those that took its place, one after the other."""
    by_words = {one.words: one for one in histories}
    for one in histories:
        follower = None if one.was in by_words else one
        while follower:
            yield follower
            later = by_words.get(follower.became)
            follower = later if later and later.was == follower.words else None
