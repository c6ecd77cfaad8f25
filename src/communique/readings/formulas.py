"""How much of the text is stock phrase, and which sentences are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.model import Account, Finding, Formula, Part, Span
from communique.precedent import Precedent
from communique.readings.port import Case, Feature, Mark, Reading, Told, narration, quoted, speech_around

FEATURES = (
    Feature(code="formulas.narrated", meaning="a sentence of narration has a stock phrase"),
    Feature(code="formulas.spoken", meaning="direct speech has a stock phrase"),
)

WORDINGS_SHOWN = 3

PLACES = {"narrated": "narration", "spoken": "direct speech"}

PLAIN = {
    "narrated": "Most true readouts are mostly stock; a stock sentence still reports what took place.",
    "spoken": "Openings and closings of talks are spoken by formula everywhere.",
}
PLAIN_NEWS = "A sentence may be free of stock phrases because the subject is new to the list, not to the issuer."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark whether narration and direct speech have stock phrases; a text without either is no exposure of it."""
    marks = []
    if _narrated(account):
        marks.append(Mark(code="formulas.narrated", present=bool(_part(account, "narrated"))))
    if account.quotations:
        marks.append(Mark(code="formulas.spoken", present=bool(_part(account, "spoken"))))
    return tuple(marks)


def read_formulas(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    How much of the text is stock phrase, and which sentences are not.

    What it finds:
        The sentences of narration that hold a phrase of the stock list, counted
        against all of them; the others, where they are half or fewer, in full;
        and the stock phrases of direct speech.

    Why it matters:
        Stock sentences recur in release after release: what a text has besides
        them is its news, and a reader who has little time starts there.

    Plain explanation:
        Most true readouts are mostly stock.

    Limits:
        Knows the phrases of its list alone; a sentence counts as stock where it
        holds one, whatever else it says.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    for part in PLAIN:
        if found := _part(account, part):
            yield _found(case, part, found)
    news = _news(account)
    if 0 < len(news) <= len(_narrated(account)) / 2:
        yield _particular(case, news)


def _found(case: Case, part: str, found: tuple[Formula, ...]) -> Finding:
    return case.finding(
        f"formulas.{part}",
        _counted(case.account, part),
        PLAIN[part],
        spans=tuple(formula.span for formula in found),
        feature=f"formulas.{part}",
        tell=lambda other: _told(other, part),
    )


def _particular(case: Case, news: tuple[Span, ...]) -> Finding:
    first = quoted(case.account.release, news[0])
    return case.finding(
        "formulas.news",
        f"Without a stock phrase {'is' if len(news) == 1 else 'are'} {len(news)} of "
        f"{_sentences(len(_narrated(case.account)))} of narration, the first {first}",
        PLAIN_NEWS,
        spans=news,
        tell=lambda other: Told(words=f"has {len(_news(other))} of {_sentences(len(_narrated(other)))} without one"),
    )


def _told(other: Account, part: str) -> Told:
    found = _part(other, part)
    if not found:
        return Told(words=f"has no phrase of the stock list in {PLACES[part]}")
    return Told(words=f"has {_counted(other, part)}")


def _counted(account: Account, part: str) -> str:
    found, narrated = _part(account, part), _narrated(account)
    phrases = f"{len(found)} stock phrase{'' if len(found) == 1 else 's'}"
    stock = [sentence for sentence in narrated if _holds(sentence, found)]
    if part == "spoken" or not stock:
        return f"{phrases} in {PLACES[part]}: {_listed(account, found)}"
    others = len(narrated) - len(stock)
    rest = f"; the other {'is' if others == 1 else f'{others} are'} particular to this text" if others else ""
    return f"{phrases} in {len(stock)} of {_sentences(len(narrated))} of narration: {_listed(account, found)}{rest}"


def _listed(account: Account, found: tuple[Formula, ...]) -> str:
    told = list(dict.fromkeys(quoted(account.release, formula.span) for formula in found))
    more = f" and {len(told) - WORDINGS_SHOWN} more" if len(told) > WORDINGS_SHOWN else ""
    return ", ".join(told[:WORDINGS_SHOWN]) + more


def _part(account: Account, part: str) -> tuple[Formula, ...]:
    return tuple(
        formula
        for formula in account.formulas
        if (speech_around(account, formula.span) is not None) == (part == "spoken")
    )


def _news(account: Account) -> tuple[Span, ...]:
    found = _part(account, "narrated")
    return tuple(sentence for sentence in _narrated(account) if not _holds(sentence, found))


def _holds(sentence: Span, found: tuple[Formula, ...]) -> bool:
    return any(sentence.overlaps(formula.span) for formula in found)


def _narrated(account: Account) -> tuple[Span, ...]:
    """Give the sentences of the body that have words of their own beside direct speech and its labels."""
    told = narration(account)
    in_body = (sentence for sentence in account.sentences if sentence.part is Part.TEXT)
    return tuple(sentence for sentence in in_body if re.search(r"\w", sentence.of(told)))


def _sentences(count: int) -> str:
    return f"{count} sentence{'' if count == 1 else 's'}"


READING = Reading(
    code="formulas",
    title="Formulas",
    version=1,
    read=read_formulas,
    features=FEATURES,
    mark_features=mark_features,
)
