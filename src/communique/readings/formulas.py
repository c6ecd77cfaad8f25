"""How much of the text is stock phrase, and which sentences are not."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Formula, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import (
    Case,
    Reading,
    Told,
    mark_of,
    narrated,
    quoted,
    speech_around,
    spoken_test,
)

WORDINGS = {
    "range_of_issues": "a wide range of issues",
    "mutual_interest": "issues of mutual interest",
    "topical_issues": "topical issues",
    "regional_and_global": "regional and global issues",
    "exchange_of_views": "exchanged views",
    "state_and_prospects": "state and prospects",
    "readiness": "expressed readiness",
    "commitment": "reaffirmed their commitment",
    "importance": "stressed the importance",
    "satisfaction": "expressed satisfaction",
    "mutual_benefit": "mutually beneficial cooperation",
    "strategic_partnership": "strategic partnership",
    "continued_contacts": "agreed to continue contacts",
    "atmosphere": "in a friendly atmosphere",
    "shared_positions": "closeness of positions",
    "sovereignty": "sovereignty and territorial integrity",
    "order": "peace and security",
    "joint_efforts": "joint efforts",
    "practical_steps": "practical steps",
    "various_fields": "in various fields",
    "courtesies": "exchanged greetings",
    "documents": "a package of documents",
}
"""The formulas of the seed lists, by name, each with a wording to know it by; the names are those of every language."""

FEATURES = (
    Feature(
        code="formulas.narrated",
        meaning="a sentence of narration has a stock phrase",
        noun="a stock phrase in narration",
    ),
    Feature(
        code="formulas.spoken",
        meaning="direct speech has a stock phrase",
        noun="a stock phrase in direct speech",
    ),
    *(
        Feature(
            code=f"formulas.{name}",
            meaning=f"the text has “{wording}” or a phrase that stands for it",
            noun=f"a phrase such as “{wording}”",
            facet="instruments.named" if name == "documents" else "",
        )
        for name, wording in WORDINGS.items()
    ),
)

WORDINGS_SHOWN = 3

PLACES = {"narrated": "narration", "spoken": "direct speech"}

PLAIN = {
    "narrated": "Most true readouts are mostly stock; a stock sentence still reports what took place.",
    "spoken": "Openings and closings of talks are spoken by formula everywhere.",
}
PLAIN_NEWS = "A sentence may be free of stock phrases because the subject is new to the list, not to the issuer."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Mark which stock phrases a text has, and whether narration and direct speech have any.

    A text without narration, or without direct speech, is no exposure of that; a title alone is none of any.
    """
    if not account.release.text.strip():
        return ()
    is_spoken = spoken_test(account)
    parts = (("narrated",) if any(narrated(account)) else ()) + (("spoken",) if account.quotations else ())
    places: dict[str, list[Span]] = {tail: [] for tail in (*parts, *WORDINGS)}
    for formula in account.formulas:
        for tail in (formula.name, "spoken" if is_spoken(formula.span) else "narrated"):
            if tail in places:
                places[tail].append(formula.span)
    return tuple(mark_of(f"formulas.{tail}", spans) for tail, spans in places.items())


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
    if 0 < len(news) <= len(list(narrated(account))) / 2:
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
        f"{_sentences(len(list(narrated(case.account))))} of narration, the first {first}",
        PLAIN_NEWS,
        spans=news,
        tell=lambda other: Told(
            words=f"has {len(_news(other))} of {_sentences(len(list(narrated(other))))} without one"
        ),
    )


def _told(other: Account, part: str) -> Told:
    found = _part(other, part)
    if not found:
        return Told(words=f"has no phrase of the stock list in {PLACES[part]}")
    return Told(words=f"has {_counted(other, part)}")


def _counted(account: Account, part: str) -> str:
    found, told = _part(account, part), list(narrated(account))
    phrases = f"{len(found)} stock phrase{'' if len(found) == 1 else 's'}"
    stock = [sentence for sentence in told if _holds(sentence, found)]
    if part == "spoken" or not stock:
        return f"{phrases} in {PLACES[part]}: {_listed(account, found)}"
    others = len(told) - len(stock)
    rest = f"; the other {'is' if others == 1 else f'{others} are'} particular to this text" if others else ""
    return f"{phrases} in {len(stock)} of {_sentences(len(told))} of narration: {_listed(account, found)}{rest}"


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
    return tuple(sentence for sentence in narrated(account) if not _holds(sentence, found))


def _holds(sentence: Span, found: tuple[Formula, ...]) -> bool:
    return any(sentence.overlaps(formula.span) for formula in found)


def _sentences(count: int) -> str:
    return f"{count} sentence{'' if count == 1 else 's'}"


READING = Reading(
    code="formulas",
    title="Formulas",
    version=2,
    read=read_formulas,
    features=FEATURES,
    mark_features=mark_features,
)
