"""Which explanations an episode's accounts give cause to look at: the dull one always, each other with its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from communique.dossiers.opened import OpenDossier
from communique.languages.explanations import find_causes
from communique.model import Account, Basis, Hypothesis, InstrumentClass, Kind, Part, Role, Span
from communique.precedent.notices import Foreseen, find_foreseen
from communique.reasoning.catalogue import explanations

LONG_BEFORE = timedelta(days=21)
"""From so long before the episode an invitation is of another occasion: more than the last planning of a visit."""

OF_THE_EPISODE = (Role.EVENT, Role.ANNOUNCEMENT)
IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """
    What gives cause to look at an explanation: its code, and the exact words of an account.

    It gives cause to look and proves nothing.
    """

    explanation: str
    account: Account
    span: Span

    @property
    def words(self) -> str:
        """The exact words."""
        return self.account.release.words(self.span)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A hypothesis that the catalogue proposes; only the dull one, always looked at, may have no ``causes``."""

    hypothesis: Hypothesis
    title: str
    causes: tuple[Cause, ...] = ()


def propose_hypotheses(opened: OpenDossier) -> tuple[Hypothesis, ...]:
    """Give the hypotheses that an episode's accounts give cause for, the dull one first; all with a prior of 1."""
    return tuple(proposal.hypothesis for proposal in find_proposals(opened))


def find_proposals(opened: OpenDossier) -> tuple[Proposal, ...]:
    """
    Give the explanations to look at, in the order of the catalogue, each with the words that give cause.

    Where the words tell whose idea a contact was, both sides' explanations are proposed: a stated initiative has a
    rival as long as nobody else confirms it. Where they tell nothing, neither is.
    """
    causes = tuple(_causes(opened))
    guest, host = find_parts(opened)
    return tuple(
        Proposal(hypothesis=explanation.hypothesis(guest, host), title=explanation.title, causes=own)
        for explanation in explanations()
        for own in (tuple(cause for cause in causes if cause.explanation == explanation.code),)
        if own or explanation.dull
    )


def find_parts(opened: OpenDossier) -> tuple[str, str]:
    """
    Give the names of guest and host by the country in which contacts in person took place, or were announced for.

    Both are empty where no place is told, or where sides changed parts.
    """
    found = {
        (guest.name, host.name)
        for account in opened.accounts(*OF_THE_EPISODE)
        if account.event.kind in IN_PERSON and (host := account.event.place.country) is not None
        for guest in (person.side for person in account.event.principals)
        if guest is not None and guest.code != host.code and host in _sides(account)
    }
    return next(iter(found)) if len(found) == 1 else ("", "")


def _sides(account: Account) -> frozenset[object]:
    return frozenset(person.side for person in account.event.principals)


def _causes(opened: OpenDossier) -> Iterator[Cause]:
    for account in opened.accounts(*OF_THE_EPISODE):
        yield from _of_initiative(account)
        yield from _of_documents(account)
        yield from _of_words(account)
    for account in opened.accounts():
        for foreseen in long_foreseen(opened, account):
            yield Cause(explanation="standing_invitation", account=account, span=foreseen.span)


def long_foreseen(opened: OpenDossier, account: Account) -> tuple[Foreseen, ...]:
    """Give an account's words on an encounter to come between the sides, from long before the episode."""
    sides = opened.dossier.sides
    return tuple(
        item
        for item in find_foreseen(account)
        if opened.dossier.first - item.notice.day >= LONG_BEFORE and (not sides or item.notice.counterpart in sides)
    )


def _of_initiative(account: Account) -> Iterator[Cause]:
    for initiative in account.initiatives:
        for code in ("guest_asked", "host_asked"):
            yield Cause(explanation=code, account=account, span=initiative.span)
        if initiative.basis is Basis.INVITED:
            yield Cause(explanation="standing_invitation", account=account, span=initiative.span)


def _of_documents(account: Account) -> Iterator[Cause]:
    signed = [item.words.title for item in account.instruments if item.words.kind is not InstrumentClass.OTHER]
    counted = [item.span for item in account.counts]
    if spans := signed or counted:
        yield Cause(explanation="announcement", account=account, span=spans[0])


def _of_words(account: Account) -> Iterator[Cause]:
    for part in (Part.TITLE, Part.TEXT):
        for code, span in find_causes(account.release.part(part), account.release.language, part):
            yield Cause(explanation=code, account=account, span=span)
