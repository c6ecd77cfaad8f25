"""Whether two clauses are about one thing: what they share, and what either has that the other lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from communique.collation.clashes.governed import govern
from communique.languages.assertions import Assertion, Term, find_assertions
from communique.languages.lemmas import lemmatise
from communique.model import Account, Span, joined
from communique.reference import Tables

ENOUGH = 2
"""Telling words that both must share where only one of them says more."""

PLENTY = 3
"""Telling words that both must share where each says something more."""

_MISSED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    A passage of an account with what its clauses assert.

    ``translated`` tells that what it is set beside is the same passage in another language.
    """

    account: Account
    span: Span
    clauses: tuple[Assertion, ...]
    translated: bool = False

    @property
    def language(self) -> str:
        """The language of its release."""
        return self.account.release.language

    def words(self, span: Span) -> str:
        """Give words of its release, in one line."""
        return " ".join(self.account.release.words(span).split())

    @property
    def asks(self) -> bool:
        """Whether it is a question, which asserts nothing."""
        return self.words(self.span).rstrip("”\"')»").endswith("?")


def passage_of(account: Account, span: Span, *, translated: bool = False) -> Passage:
    """Read a passage of an account: its clauses as they are vouched for."""
    text = account.release.part(span.part)
    clauses = govern(find_assertions(text, span, account.release.language), text)
    return Passage(account=account, span=span, clauses=tuple(clauses), translated=translated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What a clause is about: its codes, those of them that are names, and how many words no other language has."""

    codes: frozenset[str]
    names: frozenset[str]
    unknown: int


def matter_of(terms: Iterable[Term], passage: Passage, tables: Tables, *, across: bool) -> Matter:
    """Give what terms are about; ``across`` languages only concepts and names count, the rest is counted as unknown."""
    kept = tuple(terms)
    told = [(_coded(term, passage, tables), term) for term in kept if term.known or term.name or not across]
    return Matter(
        codes=frozenset(code for code, _ in told),
        names=frozenset(code for code, term in told if term.name),
        unknown=sum(1 for term in kept if across and not term.known and not term.name),
    )


def is_same_matter(first: Matter, second: Matter) -> bool:
    """
    Tell whether two clauses are about one thing.

    The fewer words they share, the less either may say that the other does not; where each names somebody or some place
    that the other does not name, it is another thing.
    """
    shared, left, right = first.codes & second.codes, first.codes - second.codes, second.codes - first.codes
    if not shared or (left & first.names and right & second.names):
        return False
    if max(first.unknown, second.unknown) > len(shared) + (0 if left and right else 1):
        return False
    if not left and not right:
        return True
    if not left or not right:
        return len(shared) >= ENOUGH
    return len(shared) >= PLENTY and max(len(left), len(right)) * _MISSED <= len(shared)


def _coded(term: Term, passage: Passage, tables: Tables) -> str:
    if not term.name:
        return term.code
    lemmas = lemmatise(passage.account.release.words(term.span), passage.language)
    return _sides(tables, passage.language).get(" ".join(lemmas), term.code)


@cache
def _sides(tables: Tables, language: str) -> dict[str, str]:
    """Give the sides by the base forms of their names and adjectives of one word."""
    return dict(_side_words(tables, language))


def _side_words(tables: Tables, language: str) -> Iterator[tuple[str, str]]:
    for row in reversed(tables.sides):
        for wording in row.wordings:
            if wording.language == language:
                for word in (*wording.names, *wording.adjectives):
                    if " " not in word:
                        yield " ".join(lemmatise(word, language)), row.side.code


def around(first: Span, second: Span, *, near: int = 60) -> Span:
    """Give both stretches as one where they stand near each other, else the second."""
    whole = joined(first, second)
    return whole if len(whole) <= near else second
