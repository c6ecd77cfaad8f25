"""Which evaluative words the text has for the talks or the relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.model import Account, Finding, Grade, ToneWord
from communique.precedent import Precedent
from communique.readings.port import Case, Feature, Mark, Reading, Told

FEATURES = (
    Feature(code="register.narrated", meaning="narration has an evaluative word on talks or relation"),
    Feature(code="register.spoken", meaning="direct speech has an evaluative word on talks or relation"),
)

WORDS_SHOWN = 6

PLAIN = {
    "narrated": "Adjectives of a readout are stock: most services use a handful, the same for years.",
    "spoken": "Opening words are polite by custom, and a translation chooses among near synonyms.",
}
PLAIN_NONE = "Many services leave adjectives out of readouts altogether."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark whether narration, and direct speech where there is any, have evaluative words."""
    if not account.release.text.strip():
        return ()
    marks = (Mark(code="register.narrated", present=bool(_part(account, "narrated"))),)
    if not account.quotations:
        return marks
    return (*marks, Mark(code="register.spoken", present=bool(_part(account, "spoken"))))


def read_register(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which evaluative words the text has for the talks or the relation, and which of them the other text shares.

    What it finds:
        The words in narration and in direct speech apart, as written; beside
        another text in the same language, which words are in both and which in
        one alone. That no such word stands here where the other text has some.

    Why it matters:
        A word that one account alone has, or that an issuer has dropped, can be
        counted over its earlier texts.

    Plain explanation:
        Habit: services use a handful of adjectives, the same for years.

    Limits:
        Words from a list, compared as written; two languages are not compared
        word for word. Whether a word is meant is not in the text.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    for part in PLAIN:
        if found := _part(account, part):
            yield _found(case, part, found)
    if not account.tone:
        yield from _none(case)


def _found(case: Case, part: str, found: tuple[ToneWord, ...]) -> Finding:
    where = "narration" if part == "narrated" else "direct speech"
    return case.finding(
        f"register.{part}",
        f"Evaluative words in {where}: {_listed(case.account, found)}",
        PLAIN[part],
        spans=tuple(word.span for word in found),
        feature=f"register.{part}",
        tell=lambda other: _told(case.account, found, other),
    )


def _none(case: Case) -> Iterator[Finding]:
    """Give the absence where it is worth a line: another text has such words, or earlier ones mostly had."""
    finding = case.finding(
        "register.none",
        "No evaluative word on talks or relation stands in the text",
        PLAIN_NONE,
        feature="register.narrated",
        tell=lambda other: _told(case.account, (), other),
        absent=True,
    )
    if finding.grade in {Grade.DIFFERS, Grade.RARE}:
        yield finding


def _told(account: Account, here: tuple[ToneWord, ...], other: Account) -> Told:
    if not other.tone:
        return Told(words="has no such words", differs=bool(here))
    if account.release.language != other.release.language:
        return Told(words=f"has, in its own language: {_listed(other, other.tone)}")
    ours, theirs = (_wordings(*pair) for pair in ((account, here), (other, other.tone)))
    anywhere = _wordings(account, account.tone)
    shared, apart = [word for word in theirs if word in ours], [word for word in theirs if word not in anywhere]
    told = (
        f"shares {_quoted(shared)}" if shared else "shares none of them" if here else "",
        f"has {_quoted(apart)} of its own" if apart else "",
    )
    return Told(words=" and ".join(filter(None, told)), differs=bool(apart) or not set(ours) <= set(theirs))


def _part(account: Account, part: str) -> tuple[ToneWord, ...]:
    return tuple(word for word in account.tone if word.spoken is (part == "spoken"))


def _wordings(account: Account, found: tuple[ToneWord, ...]) -> Counter[str]:
    return Counter(" ".join(account.release.words(word.span).casefold().split()) for word in found)


def _listed(account: Account, found: tuple[ToneWord, ...]) -> str:
    counts = _wordings(account, found)
    shown = [
        f"“{word}”" if count == 1 else f"“{word}” ({count} times)" for word, count in list(counts.items())[:WORDS_SHOWN]
    ]
    more = len(counts) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _quoted(words: list[str]) -> str:
    more = f" and {len(words) - WORDS_SHOWN} more" if len(words) > WORDS_SHOWN else ""
    return ", ".join(f"“{word}”" for word in words[:WORDS_SHOWN]) + more


READING = Reading(
    code="register",
    title="Adjectives and register",
    version=1,
    read=read_register,
    features=FEATURES,
    mark_features=mark_features,
)
