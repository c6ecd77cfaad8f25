"""Numbers that count the same noun in an essay and in a source, where neither tells enough to be read as a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model import Account, Part, Span, joined
from communique.reasoning.audit.quoting.numbers import numbers_of
from communique.reasoning.audit.quoting.words import Term, language_of, terms_of

_REACH = 2
_GAP = 24
_DUST = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class SameCounted:
    """A number of a source before the noun that the claim counts: the number with its noun, and its sentence."""

    account: Account
    value: Span
    sentence: Span
    equal: bool


def find_same_counted(claim: str, accounts: Sequence[Account]) -> Iterator[SameCounted]:
    """
    Give the numbers of the sources before the two content words that follow a number of the claim.

    For another number the sentence must share a further telling word with the claim: "three repair ships" of another
    sea contradict nothing.
    """
    language = language_of(claim)
    terms = terms_of(claim, language)
    for number, start, end in numbers_of(claim, 0, len(claim)):
        noun = _noun(terms, end)
        others = {t.key for t in terms if not t.number and t.key not in {n.key for n in noun} and t.start != start}
        if len(noun) == _REACH:
            for account in accounts:
                if account.release.language == language:
                    yield from _in_account(number, [term.key for term in noun], others, account)


def _noun(terms: Sequence[Term], end: int) -> list[Term]:
    """Give the two content words right behind a number."""
    behind = [term for term in terms if term.start >= end and not term.number][:_REACH]
    return behind if all(term.start - end <= _GAP for term in behind) else []


def _in_account(number: float, noun: Sequence[str], others: set[str], account: Account) -> Iterator[SameCounted]:
    text, language = account.release.text, account.release.language
    terms = terms_of(text, language)
    for sentence in account.sentences:
        if sentence.part is not Part.TEXT:
            continue
        here = [term for term in terms if sentence.start <= term.start and term.end <= sentence.end]
        shared = bool(others & {term.key for term in here})
        for told, start, end in numbers_of(text, sentence.start, sentence.end):
            behind = _noun(here, end)
            if [term.key for term in behind] == list(noun):
                equal = abs(told - number) <= _DUST * max(told, number)
                if not (equal or shared):
                    continue
                value = joined(Span(start, end), Span(behind[-1].start, behind[-1].end))
                yield SameCounted(account=account, value=value, sentence=sentence, equal=equal)
