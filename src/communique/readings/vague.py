"""Words that leave number or identity open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.model import Account, Finding, Part, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of, quoted, speech_around

FEATURES = (
    Feature(
        code="vague.narrated",
        meaning="narration has words that leave number or identity open",
        noun="words that leave number or identity open, in narration",
    ),
    Feature(
        code="vague.spoken",
        meaning="direct speech has words that leave number or identity open",
        noun="words that leave number or identity open, in direct speech",
    ),
)

UNREAD = "vague words"
"""How an account says that its language has no list of them."""

WORDINGS_SHOWN = 4

PLAIN_NARRATED = "A summary is short by nature, and such words stand where a full list would tire the reader."
PLAIN_SPOKEN = "Speech is looser than drafting, and a translation may have loosened it further."


def mark_features(account: Account) -> tuple[Mark, ...]:
    """
    Mark whether narration, and direct speech where there is any, have vague words.

    A text in a language without a list of such words is no exposure.
    """
    if not account.release.text.strip() or UNREAD in account.unread:
        return ()
    narrated, spoken = _divided(account)
    marks = (mark_of("vague.narrated", narrated),)
    return (*marks, mark_of("vague.spoken", spoken)) if account.quotations else marks


def read_vague(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which words leave open how many, or who and what.

    What it finds:
        Indefinite words ("a number of", "certain"), in narration and in direct
        speech apart, in the words of the text itself.

    Why it matters:
        Where one text is vague and the other specific, the specific one says
        what the words stood for.

    Plain explanation:
        Summaries are short; a closing "and other issues" is a formula; the
        translator may have chosen the word.

    Limits:
        Counts words from a list. Whether an exact number was at hand is not in
        the text, and a vague word is no doubt about the thing named.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    narrated, spoken = _divided(account)
    if narrated:
        yield _found(case, narrated, "narrated", PLAIN_NARRATED)
    if spoken:
        yield _found(case, spoken, "spoken", PLAIN_SPOKEN)


def _found(case: Case, spans: tuple[Span, ...], tail: str, plain: str) -> Finding:
    where = "narration" if tail == "narrated" else "direct speech"
    return case.finding(
        f"vague.{tail}",
        f"Left open in {where}: {_listed(case.account, spans)}",
        plain,
        spans=spans,
        feature=f"vague.{tail}",
        tell=_told,
    )


def _told(other: Account) -> Told:
    spans = tuple(span for span in other.vague if span.part is Part.TEXT)
    return Told(words=f"leaves open: {_listed(other, spans)}" if spans else "has no such words")


def _divided(account: Account) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    narrated = tuple(span for span in account.vague if speech_around(account, span) is None)
    return narrated, tuple(span for span in account.vague if span not in narrated)


def _listed(account: Account, spans: tuple[Span, ...]) -> str:
    counts = Counter(quoted(account.release, span).casefold() for span in spans)
    shown = [
        words if count == 1 else f"{words} ({count} times)" for words, count in list(counts.items())[:WORDINGS_SHOWN]
    ]
    more = len(counts) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


READING = Reading(
    code="vague",
    title="Vague words",
    version=2,
    read=read_vague,
    features=FEATURES,
    mark_features=mark_features,
)
