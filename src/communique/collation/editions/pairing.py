"""Whether two releases are editions of one text: issuer, language, day, names and numbers, and how much answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.collation.editions.alignment import Answer
from communique.collation.editions.facts import EditionText
from communique.collation.editions.passages import NAMES
from communique.languages.manner_words import AmountKind
from communique.model import Account, Pairing, Release
from communique.reference.names import same_person

LEAST_LIKENESS = 0.28
"""
The likeness of answers, summed and divided by the sentences of the shorter text, from which two texts are editions.

On the project's own parallel texts, editions have 0.40 or more, texts on other matters 0.17 or less.
"""

_SHOWN = 3


def judge_editions(
    accounts: tuple[Account, Account], editions: tuple[EditionText, EditionText], answers: Sequence[Answer]
) -> Pairing:
    """Tell whether two accounts are editions of one release, with what speaks for it and against it."""
    against = tuple(_against(accounts, editions, answers))
    evidence = tuple(_evidence(accounts, editions, answers))
    return Pairing(same=not against, evidence=evidence, against=against)


def compare_imprints(first: Release, second: Release) -> tuple[str, ...]:
    """Give what speaks against two releases' being editions by language, issuer and day alone."""
    return tuple(_imprint(first, second))


def _imprint(first: Release, second: Release) -> Iterator[str]:
    unread = [release.language for release in (first, second) if release.language not in NAMES]
    if unread:
        yield f"no table of manner for {', '.join(unread)}"
    if first.language == second.language:
        yield f"both are in {NAMES.get(first.language, first.language)}"
    linked = _are_linked(first, second)
    if first.issuer != second.issuer and not linked:
        yield f"issued by {first.issuer or 'an unknown office'} and {second.issuer or 'an unknown office'}"
    if first.issued and second.issued and first.issued.date() != second.issued.date() and not linked:
        yield f"issued on {first.issued.date().isoformat()} and {second.issued.date().isoformat()}"


def _are_linked(first: Release, second: Release) -> bool:
    """Tell whether one publisher names the other release as an edition of its own."""
    return any(
        edition.address == other.address
        for one, other in ((first, second), (second, first))
        for edition in one.editions
    )


def _against(
    accounts: tuple[Account, Account], editions: tuple[EditionText, EditionText], answers: Sequence[Answer]
) -> Iterator[str]:
    yield from compare_imprints(accounts[0].release, accounts[1].release)
    likeness = sum(answer.likeness for answer in answers) / (min(len(e.manners) for e in editions) or 1)
    if likeness < LEAST_LIKENESS:
        yield f"their sentences do not answer each other (likeness {likeness:.2f}, wanted {LEAST_LIKENESS})"


def answered_share(editions: tuple[EditionText, EditionText], answers: Sequence[Answer]) -> float:
    """Give the share of the shorter edition's sentences that have an answer, 0 to 1."""
    sizes = [len(edition.manners) for edition in editions]
    answered = [sum(len(answer.first) for answer in answers), sum(len(answer.second) for answer in answers)]
    shorter = 0 if sizes[0] <= sizes[1] else 1
    return answered[shorter] / sizes[shorter] if sizes[shorter] else 0.0


def _evidence(
    accounts: tuple[Account, Account], editions: tuple[EditionText, EditionText], answers: Sequence[Answer]
) -> Iterator[str]:
    first, second = (account.release for account in accounts)
    if _are_linked(first, second):
        yield "one names the other as its edition"
    if first.issuer and first.issuer == second.issuer:
        yield "the same issuer"
    if first.issued and second.issued and first.issued.date() == second.issued.date():
        yield f"both issued on {first.issued.date().isoformat()}"
    names = _common_names(*accounts)
    if names:
        yield f"both name {', '.join(names[:_SHOWN])}"
    numbers = _common_numbers(*editions)
    if numbers:
        yield f"{len(numbers)} number{'s' if len(numbers) > 1 else ''} in common"
    yield f"{answered_share(editions, answers):.0%} of the shorter text's sentences have an answer in the other"


def _common_names(first: Account, second: Account) -> tuple[str, ...]:
    one, other = (
        [p.name for p in (*account.event.principals, *account.event.others) if p.name] for account in (first, second)
    )
    return tuple(dict.fromkeys(name for name in one if any(same_person(name, known) for known in other)))


def _common_numbers(first: EditionText, second: EditionText) -> frozenset[tuple[AmountKind, float]]:
    one, other = (
        {(amount.kind, amount.value) for manner in edition.manners for amount in manner.amounts if amount.firm}
        for edition in (first, second)
    )
    return frozenset(one & other)
