"""The contacts of an episode: which of its releases tell of one encounter, and in what order the encounters stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from communique.model import Account, Kind, Person
from communique.precedent.encounters import MANNERS, Manner, could_be_same, persons_of
from communique.precedent.notices import is_announcement
from communique.readings.port import same_person

ENCOUNTERS = frozenset({Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.MULTILATERAL})
"""Kinds of accounts that tell of an encounter by themselves; other texts of the day go with the one they speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One encounter with the accounts that tell of it, the first published first; ``foretold`` announced it."""

    day: date
    kind: Kind
    accounts: tuple[Account, ...]
    foretold: tuple[Account, ...] = ()

    @property
    def published(self) -> datetime | None:
        """When the first of its texts was published."""
        return min((account.release.issued for account in self.accounts if account.release.issued), default=None)

    @property
    def principals(self) -> tuple[Person, ...]:
        """Between whom it took place, as its texts have it together, each once under the fullest name."""
        found: list[Person] = []
        for account in self.accounts:
            for person in account.event.principals:
                place = next((i for i, one in enumerate(found) if same_person(person, one)), None)
                if place is None:
                    found.append(person)
                elif person.office and not found[place].office:
                    found[place] = person
        return tuple(found)


def find_occasions(accounts: Iterable[Account], foretold: Iterable[Account] = ()) -> tuple[Occasion, ...]:
    """
    Give the encounters that accounts tell of, in order of days, within a day in order of publication.

    Accounts of one day, of one manner (over a distance or in person) and of the same persons are of one encounter. A
    text that tells of none by itself (press statements) goes with the encounter of the day whose principals it names;
    with none to go with it stands nowhere. ``foretold`` are announcements, each beside what it announced.
    """
    dated = sorted((_day_of(account), _moment(account), account.release.key, account) for account in _dated(accounts))
    told = [(day, account) for day, _, _, account in dated]
    found: list[Occasion] = []
    for day, account in told:
        if account.event.kind in ENCOUNTERS:
            _join(found, day, account)
    for day, account in told:
        if account.event.kind not in ENCOUNTERS:
            _attach(found, day, account)
    ahead = tuple(foretold)
    return tuple(_with_announcements(occasion, ahead) for occasion in found)


def _dated(accounts: Iterable[Account]) -> list[Account]:
    return [account for account in accounts if account.event.date is not None and not _only_announces(account)]


def _only_announces(account: Account) -> bool:
    issued = account.release.issued
    ahead = issued is None or account.event.date is None or account.event.date.day > issued.date()
    return ahead and is_announcement(account)


def _day_of(account: Account) -> date:
    assert account.event.date is not None  # noqa: S101 - only dated accounts come here
    return account.event.date.day


def _moment(account: Account) -> str:
    return account.release.issued.strftime("%Y-%m-%dT%H:%M") if account.release.issued else "9"


def _manner(kind: Kind) -> Manner:
    return MANNERS.get(kind, Manner.IN_PERSON)


def _join(found: list[Occasion], day: date, account: Account) -> None:
    for place, occasion in enumerate(found):
        same = occasion.day == day and _manner(occasion.kind) is _manner(account.event.kind)
        if same and _shares_persons(occasion.accounts, account):
            found[place] = _plus(occasion, account)
            return
    found.append(Occasion(day=day, kind=account.event.kind, accounts=(account,)))


def _shares_persons(accounts: Sequence[Account], account: Account) -> bool:
    """Tell whether two texts name the same persons: the sides of one are all in the other, and share somebody."""
    here, there = persons_of(account), {key for one in accounts for key in persons_of(one)}
    mine, theirs = ({key.partition("/")[0] for key in keys} for keys in (here, there))
    return len(here) > 1 and (mine <= theirs or theirs <= mine) and could_be_same(here, there)


def _attach(found: list[Occasion], day: date, account: Account) -> None:
    """Put a text that tells of no encounter by itself to the last one of the day between persons that it names."""
    named = [mention.person for mention in account.mentions if mention.person] + list(account.event.principals)
    for place in reversed(range(len(found))):
        occasion = found[place]
        names_all = all(any(same_person(one, name) for name in named) for one in occasion.principals)
        if occasion.day == day and (names_all or _shares_persons(occasion.accounts, account)):
            found[place] = _plus(occasion, account)
            return


def _plus(occasion: Occasion, account: Account) -> Occasion:
    return Occasion(day=occasion.day, kind=occasion.kind, accounts=(*occasion.accounts, account))


def _with_announcements(occasion: Occasion, foretold: Iterable[Account]) -> Occasion:
    persons = {key for account in occasion.accounts for key in persons_of(account)}
    ahead = tuple(
        account
        for account in foretold
        if account.event.date is not None
        and account.event.date.day == occasion.day
        and could_be_same(persons_of(account), persons)
    )
    return Occasion(day=occasion.day, kind=occasion.kind, accounts=occasion.accounts, foretold=ahead)
