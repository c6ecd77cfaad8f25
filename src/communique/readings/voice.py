"""Sentences that speak for both sides at once, or for nobody."""

from __future__ import annotations

from collections.abc import Iterator

from communique.model import Account, Finding, Span
from communique.precedent import Feature, Mark, Precedent
from communique.readings.port import Case, Reading, Told, mark_of, narrated, quoted

FEATURES = (
    Feature(
        code="voice.joint",
        meaning="a sentence of narration has the participants together as its subject",
        noun="a sentence with both sides as its subject",
    ),
    Feature(
        code="voice.impersonal",
        meaning="a sentence of narration names nobody who acts",
        noun="a sentence that names nobody who acts",
    ),
)

SUBJECTS = {"joint": "with the participants together as the subject", "impersonal": "without anybody who acts"}

PLAIN = {
    "joint": "One sentence for both is the shortest way to tell what was on the table, and a stock form of readouts.",
    "impersonal": "The passive is ordinary in official prose, and translations keep it from languages that prefer it.",
}


def mark_features(account: Account) -> tuple[Mark, ...]:
    """Mark whether narration speaks for both or for nobody; a text without narration is no exposure."""
    if not any(narrated(account)):
        return ()
    return tuple(mark_of(f"voice.{tail}", _part(account, tail)) for tail in PLAIN)


def read_voice(account: Account, precedent: Precedent, others: tuple[Account, ...] = ()) -> Iterator[Finding]:
    """
    Which sentences of narration do not say who raised a point.

    What it finds:
        Sentences whose subject is the sides together ("the parties discussed"),
        and sentences that name nobody ("issues discussed included"), counted
        against all sentences of narration. For their points it holds: raised by,
        not stated.

    Why it matters:
        Who raised a point is often what two accounts differ in; a text that says
        "the parties" has left that open.

    Plain explanation:
        Drafting: one sentence for both is short, and the passive is the ordinary
        form of official prose.

    Limits:
        Counts sentences, not points. Direct speech is left out. A joint subject
        may report an agreement, where nobody need have raised anything.
    """
    case = Case(account=account, precedent=precedent, others=others, marks=mark_features(account))
    for tail, plain in PLAIN.items():
        if part := _part(account, tail):
            yield _found(case, tail, part, plain)


def _found(case: Case, tail: str, part: tuple[Span, ...], plain: str) -> Finding:
    first = quoted(case.account.release, part[0])
    return case.finding(
        f"voice.{tail}",
        f"{_share(case.account, part)} {SUBJECTS[tail]}, as {first}; raised by: not stated",
        plain,
        spans=part,
        feature=f"voice.{tail}",
        tell=lambda other: Told(words=f"has {_share(other, _part(other, tail))} {SUBJECTS[tail]}"),
    )


def _part(account: Account, tail: str) -> tuple[Span, ...]:
    return account.joint if tail == "joint" else account.impersonal


def _share(account: Account, part: tuple[Span, ...]) -> str:
    total = len(list(narrated(account)))
    noun = "sentence" if max(total, len(part)) == 1 else "sentences"
    return f"{len(part)} of {total} {noun} of narration" if total else f"{len(part)} {noun}"


READING = Reading(
    code="voice",
    title="Voice",
    version=2,
    read=read_voice,
    features=FEATURES,
    mark_features=mark_features,
)
