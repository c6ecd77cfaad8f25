"""Contradictions in what is done: the same predicate once affirmed and once denied, and predicates that exclude."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.collation.clashes.matter import Passage, around, is_same_matter, matter_of
from communique.languages.assertion_lexicon import load_concepts
from communique.languages.assertions import Assertion, Term
from communique.model import Clash, ClashKind, Span
from communique.reference import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One term of a clause as its predicate, and whether it is denied."""

    passage: Passage
    clause: Assertion
    place: int

    @property
    def term(self) -> Term:
        """The term itself."""
        return self.clause.terms[self.place]

    @property
    def denied(self) -> bool:
        """Whether the clause denies it."""
        return self.clause.is_denied(self.place)

    @property
    def affirmed(self) -> bool:
        """Whether nothing in the clause denies, but for the predicate's own meaning ("denied")."""
        return all(cue.overlaps(self.term.span) for cue in self.clause.cues)

    @property
    def others(self) -> tuple[Term, ...]:
        """The other terms of the clause."""
        return self.clause.terms[: self.place] + self.clause.terms[self.place + 1 :]

    @property
    def span(self) -> Span:
        """The words of the predicate, with those that deny it."""
        cues = [denial.cue for denial in self.clause.denials if denial.term == self.place]
        return around(cues[0], self.term.span) if cues else self.term.span


def find_predicate_clashes(first: Passage, second: Passage, tables: Tables) -> Iterator[Clash]:
    """Give the contradictions between two passages, at most one for each pair of clauses."""
    for one in first.clauses:
        for two in second.clauses:
            clash = next(_between(first, one, second, two, tables), None)
            if clash is not None:
                yield clash


def _between(first: Passage, one: Assertion, second: Passage, two: Assertion, tables: Tables) -> Iterator[Clash]:
    if not _is_plain(one) or not _is_plain(two) or not _alike_put(one, two, across=first.language != second.language):
        return
    for here in _claims(first, one):
        for there in _claims(second, two):
            kind = _kind(here, there)
            if kind is not None and _on_one_object(here, there, tables):
                yield _told(here, there, kind)


def _alike_put(one: Assertion, two: Assertion, *, across: bool) -> bool:
    """Tell whether both are put as plainly, in the same cases; limits of two languages cannot be set side by side."""
    limited = bool(one.limits or two.limits) if across else one.limits != two.limits
    return not limited and one.moods == two.moods


def _is_plain(clause: Assertion) -> bool:
    """Tell whether what a clause denies is sure: two that deny may cancel each other."""
    return clause.denying <= 1 and len(clause.denials) <= clause.denying


def _claims(passage: Passage, clause: Assertion) -> Iterator[Claim]:
    for place, term in enumerate(clause.terms):
        if not term.name:
            yield Claim(passage=passage, clause=clause, place=place)


def _kind(here: Claim, there: Claim) -> ClashKind | None:
    one, two = here.term.code, there.term.code
    if one == two and here.denied != there.denied and _denies_once(here, there):
        return ClashKind.NEGATION
    if load_concepts().exclude(one, two) and here.affirmed and there.affirmed:
        both = {term.code for clause in here.passage.clauses for term in clause.terms}
        again = {term.code for clause in there.passage.clauses for term in clause.terms}
        return ClashKind.ANTONYM if two not in both and one not in again else None
    return None


def _denies_once(here: Claim, there: Claim) -> bool:
    """Tell whether one of the clauses denies this predicate and the other denies nothing at all."""
    affirmed = there if here.denied else here
    return affirmed.clause.denying == 0


def _on_one_object(here: Claim, there: Claim, tables: Tables) -> bool:
    across = here.passage.language != there.passage.language
    one = matter_of(here.others, here.passage, tables, across=across)
    two = matter_of(there.others, there.passage, tables, across=across)
    if not is_same_matter(one, two) or not _has_one_subject(here, there, tables, across=across):
        return False
    return across or (_object_of(here) <= two.codes and _object_of(there) <= one.codes)


def _has_one_subject(here: Claim, there: Claim, tables: Tables, *, across: bool) -> bool:
    """Tell whether the two may be said of one side: whom they name before the predicate, where both do."""
    one, two = (
        matter_of(claim.clause.terms[: claim.place], claim.passage, tables, across=across).names
        for claim in (here, there)
    )
    return not one or not two or bool(one & two)


def _object_of(claim: Claim) -> frozenset[str]:
    """Give the term right behind the predicate: what it is done to, in most sentences."""
    behind = claim.clause.terms[claim.place + 1 : claim.place + 2]
    return frozenset(term.code for term in behind if not term.name)


def _told(here: Claim, there: Claim, kind: ClashKind) -> Clash:
    one, two = here.passage.words(here.span), there.passage.words(there.span)
    if kind is ClashKind.NEGATION:
        told = f"“{one}” is denied in the first and affirmed in the second (“{two}”)"
        if there.denied:
            told = f"“{one}” is affirmed in the first and denied in the second (“{two}”)"
    else:
        told = f"“{one}” in the first excludes “{two}” in the second"
    return Clash(kind=kind, first=here.span, second=there.span, told=told)
