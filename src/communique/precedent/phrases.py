"""The stock phrases of a reference class that one account lacks, found from the wordings of earlier accounts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from communique.model import Span
from communique.precedent.abstraction import ABSTRACTIONS, is_long
from communique.precedent.history import Wording
from communique.precedent.port import StockPhrase
from communique.precedent.rates import expect, make_rate
from communique.precedent.tally import Count
from communique.precedent.wordings import Phrasing, abstract_text

LEAST_WORDINGS = 12
"""Accounts below which a class is no base for its stock phrases."""

USUAL = 0.6
"""Share of earlier accounts from which on a wording is stock."""

SURELY = 0.5
"""And the lower end of its interval lies at or above this: more accounts with it than without."""

RECENT = 20
"""Of the latest so many accounts half must have it, or the habit is given up already."""

HELD = 0.9
"""A phrase grows by a word as long as this share of the accounts with its core have that word too."""

MOST_TEXTS = 8
"""Precedents whose own text is read to put a wording into words."""

SAME = 0.6
"""Two phrases that share this part of the shorter one's words are one formula; so is the nearest wording found."""

_LEAST_WORDS = 2
_TEXT_COST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Site:
    """Where a precedent has a print: its sentence, and the print of the four words from each place on."""

    row: Phrasing
    prints: Mapping[int, int]
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    tokens: tuple[str, ...]
    prints: frozenset[int]
    seen: int
    words: frozenset[str] = field(default=frozenset())


def find_stock(
    rows: tuple[Phrasing, ...],
    wordings: tuple[Wording, ...],
    text_of: Callable[[str], str],
    *,
    reference: str,
) -> tuple[StockPhrase, ...]:
    """
    Give the usual wordings of earlier accounts that one account lacks, the rarest lack first.

    ``rows`` are the account's own sentences, ``wordings`` those of its reference class before its day, the latest
    first; ``text_of`` gives title, a line break and body of a precedent by its key, to put a wording into words. A
    wording is usual where most accounts have it, surely so, and the latest too; it grows to its full length as long as
    they go on alike. Each formula comes once, with the rate of accounts without it (lower is rarer) and the nearest
    sentence of this account. Nothing is given where there are fewer than ``LEAST_WORDINGS`` accounts.
    """
    if len(wordings) < LEAST_WORDINGS:
        return ()
    holders = _holders(wordings)
    own = frozenset(chain.from_iterable(row.prints for row in rows))
    missing = sorted((value for value in holders if value not in own), key=lambda value: -holders[value].bit_count())
    told = [_words_alone(row.tokens) for row in rows]
    phrases = (p for p in _phrases(missing, holders, wordings, text_of) if not _told(p, told))
    checks = _checks(holders, len(wordings))
    stock = [_stock_phrase(phrase, rows, checks, reference) for phrase in _distinct(phrases)]
    return tuple(sorted(stock, key=lambda item: (item.rate.seen, -len(item.words), item.words)))


@lru_cache(maxsize=512)
def _least(among: int) -> int:
    """Give how many of so many accounts must have a wording to make it usual; more than all where none can."""
    counts = (n for n in range(among + 1) if n >= USUAL * among)
    return next((n for n in counts if make_rate(n, among, reference="").low >= SURELY), among + 1)


def _holders(wordings: tuple[Wording, ...]) -> dict[int, int]:
    """Give each usual print with the accounts that have it, one bit an account."""
    recent = wordings[:RECENT]
    counts = Counter(chain.from_iterable(wording.prints for wording in recent))
    holders = {value: 0 for value, count in counts.items() if 2 * count >= len(recent)}
    for place, wording in enumerate(wordings):
        for value in holders.keys() & wording.prints:
            holders[value] |= 1 << place
    least = _least(len(wordings))
    return {value: mask for value, mask in holders.items() if mask.bit_count() >= least}


def _phrases(
    missing: list[int], holders: Mapping[int, int], wordings: tuple[Wording, ...], text_of: Callable[[str], str]
) -> Iterator[_Phrase]:
    """Yield the phrases around missing prints, the most usual first; a print is in one phrase."""
    sites = _sites(frozenset(missing), wordings, text_of)
    done: set[int] = set()
    least = _least(len(wordings))
    for value in missing:
        if value in sites and value not in done:
            phrase = _grown(sites[value], holders, least)
            done |= phrase.prints
            if phrase.words and len(_words_alone(phrase.tokens).split()) >= _LEAST_WORDS:
                yield phrase


def _sites(missing: frozenset[int], wordings: tuple[Wording, ...], text_of: Callable[[str], str]) -> dict[int, _Site]:
    """Find missing prints in the texts of a few precedents, those first that have most of them in least text."""
    sites: dict[int, _Site] = {}
    left = list(wordings)
    for _ in range(MOST_TEXTS):
        wanted = missing - sites.keys()
        if not wanted or not left:
            break
        best = max(left, key=lambda wording: len(wanted & wording.prints) / (_TEXT_COST + len(wording.prints)))
        left.remove(best)
        title, _, body = text_of(best.key).partition("\n")
        for row in abstract_text(title, body):
            placed = dict(row.placed_prints)
            for place, value in placed.items():
                if value in wanted:
                    sites.setdefault(value, _Site(row=row, prints=placed, place=place))
    return sites


def _grown(site: _Site, holders: Mapping[int, int], least: int) -> _Phrase:
    """Grow a print word by word on the side where more accounts go on alike, until too few do."""
    first = last = site.place
    mask = holders[site.prints[first]]
    least = max(least, round(HELD * mask.bit_count()))
    while True:
        steps = [(mask & holders.get(site.prints.get(place, 0), 0), place) for place in (first - 1, last + 1)]
        wider, place = max(steps, key=lambda step: step[0].bit_count())
        if wider.bit_count() < least:
            break
        mask, first, last = wider, min(first, place), max(last, place)
    tokens = site.row.words(first, last)
    return _Phrase(
        tokens=tokens,
        prints=frozenset(site.prints[place] for place in range(first, last + 1) if place in site.prints),
        seen=mask.bit_count(),
        words=_long_words(tokens),
    )


def _long_words(tokens: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token for token in tokens if is_long(token))


def _words_alone(tokens: tuple[str, ...]) -> str:
    return f" {' '.join(token for token in tokens if token not in ABSTRACTIONS)} "


def _told(phrase: _Phrase, told: list[str]) -> bool:
    """Tell whether a sentence has the words of a phrase in order, and only the names among them differ."""
    words = _words_alone(phrase.tokens)
    return any(words in sentence for sentence in told)


def _distinct(phrases: Iterator[_Phrase]) -> list[_Phrase]:
    """Keep of phrases that share most of their words the most usual one."""
    kept: list[_Phrase] = []
    for phrase in phrases:
        if not any(
            len(phrase.words & other.words) >= SAME * min(len(phrase.words), len(other.words)) for other in kept
        ):
            kept.append(phrase)
    return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class _Checks:
    """The usual wordings of so many accounts: for each of them, how many of the accounts lack it."""

    among: int
    lacking: tuple[int, ...]

    def chance(self, lacking: int) -> float:
        """
        Give how many wordings, lacked by so few or fewer, a routine account lacks.

        The sum of what is to be expected next, not of what was seen: that none of twelve lacks a wording does not make
        the thirteenth impossible.
        """
        return sum(expect(Count(number, self.among)) for number in self.lacking if number <= lacking)


def _checks(holders: Mapping[int, int], among: int) -> _Checks:
    """Count each formula once: prints that the same accounts have belong to one, as good as always."""
    return _Checks(among=among, lacking=tuple(among - mask.bit_count() for mask in set(holders.values())))


def _stock_phrase(phrase: _Phrase, rows: tuple[Phrasing, ...], checks: _Checks, reference: str) -> StockPhrase:
    nearest = _nearest(phrase, rows)
    lacking, among = checks.among - phrase.seen, checks.among
    return StockPhrase(
        words=" ".join(phrase.tokens),
        rate=make_rate(lacking, among, reference=reference, chance=checks.chance(lacking)),
        spans=(nearest,) if nearest else (),
    )


def _nearest(phrase: _Phrase, rows: tuple[Phrasing, ...]) -> Span | None:
    """Find the sentence with most of a phrase's prints and words; None where none has enough of its words."""
    best = max(
        rows,
        key=lambda row: (len(phrase.words & set(row.tokens)), len(phrase.prints & set(row.prints)), -len(row.tokens)),
        default=None,
    )
    if best is None or len(phrase.words & set(best.tokens)) < SAME * len(phrase.words):
        return None
    return best.span
