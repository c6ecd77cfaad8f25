"""Words by which somebody calls a visit, a trip, a meeting or a call the first one, found by the phrase’s shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.languages.first_lexicon import FirstKind, FirstLexicon, first_lexicon, periods_of
from communique.languages.phrases import lowered
from communique.model import Span

CONTEXT = 28
"""Characters before the phrase in which a denial or a word of looking back is looked for."""

_WORD = re.compile(r"\S+")
_LINKS = frozenset({"the", "of", "and", "de", "al", "bin", "van", "von"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWords:
    """
    One phrase that calls something the first, within a sentence.

    ``owner`` marks whose it is ("my", "Ms Korin’s"), ``owned`` tells that this is enough to be a claim of persons, so
    that False leaves it to whoever knows the names. ``since`` marks since when, ``place`` where to. ``abroad``: of
    trips out of the country; ``denied``: "not my first"; ``recalled``: one that lies back ("after our first meeting").
    """

    kind: FirstKind
    span: Span
    owned: bool
    owner: Span | None = None
    since: Span | None = None
    place: Span | None = None
    abroad: bool = False
    denied: bool = False
    recalled: bool = False


def find_firsts(text: str, sentence: Span, language: str) -> Iterator[FirstWords]:
    """
    Give the phrases of one sentence that call something the first, in order; none in a language without a table.

    >>> text = "To Tarsk it was my first visit since the New Year."
    >>> [(found.kind.value, found.span.of(text)) for found in find_firsts(text, Span(0, len(text)), "en")]
    [('visit', 'my first visit since the New Year')]
    """
    lexicon = first_lexicon(language)
    if lexicon is None:
        return
    small = lowered(text)
    found = (
        *(_of_noun(text, match, sentence, lexicon) for match in _matches(lexicon.phrase, small, sentence)),
        *(_of_time(small, match, sentence, lexicon) for match in _matches(lexicon.timed, small, sentence)),
    )
    yield from sorted((item for item in found if item is not None), key=lambda item: item.span)


def find_period_start(words: str, on: date, language: str) -> date | None:
    """
    Give the first day of a period that words name, seen from a day; None where they name none.

    >>> find_period_start("since the New Year", date(2022, 2, 10), "en")
    datetime.date(2022, 1, 1)
    >>> find_period_start("since November", date(2022, 2, 10), "en")
    datetime.date(2021, 11, 1)
    """
    periods = periods_of(language)
    if periods is None:
        return None
    new_year, months = periods
    small = lowered(words)
    year = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", small)
    month = next((number for number, pattern in enumerate(months, start=1) if pattern.search(small)), 0)
    if month:
        named = int(year.group()) if year else on.year - (month > on.month)
        return _day_in(small, months[month - 1], date(named, month, 1))
    if year:
        return date(int(year.group()), 1, 1)
    return date(on.year, 1, 1) if new_year.search(small) else None


def _day_in(words: str, month: re.Pattern[str], first: date) -> date:
    """Give the day that stands beside a month ("24 November", "November 24"), else its first."""
    named = month.search(words)
    around = (words[: named.start()], words[named.end() :]) if named else ("", "")
    found = re.search(r"(?<!\d)(\d{1,2})\s+(?:of\s+)?$", around[0]) or re.match(r"\s+(\d{1,2})(?!\d)", around[1])
    try:
        return first.replace(day=int(found.group(1))) if found else first
    except ValueError:
        return first


def _matches(pattern: re.Pattern[str], text: str, sentence: Span) -> Iterator[re.Match[str]]:
    return pattern.finditer(text, sentence.start, sentence.end)


def _of_noun(text: str, match: re.Match[str], sentence: Span, lexicon: FirstLexicon) -> FirstWords | None:
    kind = next(kind for kind, pattern in lexicon.nouns if pattern.fullmatch(match["noun"]))
    start = _owner_start(text, match)
    before = lowered(text[max(sentence.start, start - CONTEXT) : start])
    if lexicon.one_of.search(before) or _is_of_a_body(text, match, kind, lexicon):
        return None
    abroad = bool(lexicon.abroad.search(match["modifiers"]) or lexicon.abroad.search(match["tail"] or ""))
    owned = _is_owned(match, before, kind, lexicon, abroad=abroad)
    if not owned and not match["genitive"]:
        return None
    return FirstWords(
        kind=kind,
        span=_trimmed(text, Span(start, match.end(), sentence.part)),
        owned=owned,
        owner=_owner(match, start, sentence),
        since=_sub(lexicon.since, text, match, sentence),
        place=_sub(lexicon.place, text, match, sentence),
        abroad=abroad,
        denied=bool(lexicon.not_.search(before)),
        recalled=bool(lexicon.recalled.search(before)),
    )


def _is_of_a_body(text: str, match: re.Match[str], kind: FirstKind, lexicon: FirstLexicon) -> bool:
    """Tell the first meeting of a commission, of a kind, of many: nobody's first with anybody."""
    return kind is FirstKind.MEETING and lexicon.of_body.match(text, match.end("noun")) is not None


def _is_owned(match: re.Match[str], before: str, kind: FirstKind, lexicon: FirstLexicon, *, abroad: bool) -> bool:
    """Tell whether the words themselves say that it is some person's first: by whose, by whom, since when, abroad."""
    tail = match["tail"] or ""
    if match["own"] or match["genitive"]:
        return bool(match["own"] or lexicon.titles.search(match["genitive"]))
    if lexicon.before.search(before):
        return True
    if lexicon.needs_article and not match["article"]:
        return False
    if lexicon.since.search(tail):
        return True
    if kind in {FirstKind.MEETING, FirstKind.CALL}:
        return bool(lexicon.between.search(tail))
    return abroad or bool(lexicon.tells.search(tail))


def _of_time(text: str, match: re.Match[str], sentence: Span, lexicon: FirstLexicon) -> FirstWords | None:
    verb = match["before"] or match["after"]
    before = text[max(sentence.start, match.start("time") - CONTEXT) : match.start("time")]
    if lexicon.one_of.search(before):
        return None
    return FirstWords(
        kind=FirstKind.MEETING if verb[:1] == "m" or verb.startswith(("встре", "кез")) else FirstKind.VISIT,
        span=_trimmed(text, Span(match.start(), match.end(), sentence.part)),
        owned=True,
        since=_sub(lexicon.since, text, match, sentence),
        denied=bool(lexicon.not_.search(before)),
    )


def _owner_start(text: str, match: re.Match[str]) -> int:
    """Give where the phrase begins: at an owner's name or title, not at the words before it."""
    if not match["genitive"]:
        return match.start()
    start = match.start("genitive")
    words = list(_WORD.finditer(text, start, match.end("genitive")))
    owner = words.pop()
    while words and owner.group() != "the" and (words[-1].group()[:1].isupper() or words[-1].group() in _LINKS):
        owner = words.pop()
    return owner.start()


def _owner(match: re.Match[str], start: int, sentence: Span) -> Span | None:
    if match["genitive"]:
        return Span(start, match.end("genitive"), sentence.part)
    return Span(match.start("own"), match.end("own"), sentence.part) if match["own"] else None


def _sub(pattern: re.Pattern[str], text: str, match: re.Match[str], sentence: Span) -> Span | None:
    found = pattern.search(text, match.start("tail"), match.end("tail")) if match["tail"] else None
    return _trimmed(text, Span(found.start(), found.end(), sentence.part)) if found else None


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    return Span(span.start, span.start + len(words.rstrip(" \t\"”»'’")), span.part)
