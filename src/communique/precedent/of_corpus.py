"""The precedent that a corpus gives: its history asked as of the day of the account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date

from communique.model import Account, Rate
from communique.precedent.base import Base, Label, find_expectations
from communique.precedent.coverage import Coverage
from communique.precedent.encounters import NEXT_DAY
from communique.precedent.entering import GroupOf, find_issued, make_entry
from communique.precedent.entries import ReferenceClass
from communique.precedent.history import Contact, History
from communique.precedent.links import find_leads, find_outcomes
from communique.precedent.marks import Feature, Mark, MarkFeatures
from communique.precedent.phrases import LEAST_WORDINGS, find_stock
from communique.precedent.port import Expectation, Lead, Outcome, Standing, StockPhrase, Tempo
from communique.precedent.scoring import (
    LEAST_COMPARED,
    MOST_COMPARED,
    UNUSUAL,
    percentile,
    score_probabilities,
)
from communique.precedent.tally import Tally
from communique.precedent.tempo import find_counterpart, find_tempo
from communique.precedent.wordings import Phrasing, abstract

MOST_WORDINGS = 200
"""The latest so many accounts of a class whose wordings are compared."""

YEARS_OF_CONTACT = 20
"""How far back tempo looks, in years."""

YEARS_OF_NOTICE = 2
"""How old a notice of an event may be, in years."""


class CorpusPrecedent:
    """
    What the earlier accounts of a corpus contain, as of the day of the account asked about.

    ``mark`` gives the features of an account and ``features`` the catalogue of them by code; ``group_of`` the group of
    a side; ``label`` words a reference class. The answers on the account asked about last are kept.
    """

    def __init__(  # noqa: PLR0913 - each part of the house has its name
        self,
        history: History,
        *,
        mark: MarkFeatures,
        features: Mapping[str, Feature],
        group_of: GroupOf,
        label: Label,
        source: str,
    ) -> None:
        self.source = source
        self._history, self._mark, self._features = history, mark, features
        self._group_of, self._label = group_of, label
        self._last: tuple[Account, tuple[Mark, ...], Base | None] | None = None
        self._covered: tuple[Account, Coverage] | None = None
        self._met: tuple[Account, dict[str, tuple[Contact, ...]]] | None = None

    def rate(self, feature: str, account: Account, *, present: bool = True) -> Rate | None:
        """Give how often comparable earlier accounts have a feature, or lack it; None for "no base"."""
        base = self._base(account)
        return base.rate(feature, present=present) if base else None

    def expectations(self, account: Account) -> tuple[Expectation, ...]:
        """Give the features on which the account parts from its class, the least expected first."""
        base = self._base(account)
        return find_expectations(base, self._marks(account), self._features) if base else ()

    def standing(self, account: Account) -> Standing | None:
        """Give the place of the account among the latest comparable ones, None where they are too few."""
        base = self._base(account)
        score = score_probabilities(base.scored()) if base else None
        if base is None or score is None:
            return None
        for reference, tally in base.tallies:
            if tally.accounts < LEAST_COMPARED:
                continue
            earlier = self._history.scores(reference, base.entry.issued, MOST_COMPARED)
            if len(earlier) >= LEAST_COMPARED:
                place = percentile(score, earlier)
                return Standing(
                    score=score,
                    percentile=place,
                    among=len(earlier),
                    unusual=place > UNUSUAL,
                    reference=self._latest_words(reference, tally, len(earlier)),
                )
        return None

    def stock(self, account: Account) -> tuple[StockPhrase, ...]:
        """Give the usual wordings of the narrowest class that has any, and that the account lacks."""
        return self.stock_lacking(account, abstract(account))

    def stock_lacking(self, account: Account, rows: tuple[Phrasing, ...]) -> tuple[StockPhrase, ...]:
        """Give the usual wordings that some sentences lack, set beside the class of an account."""
        base = self._base(account)
        for reference, tally in base.tallies if base else ():
            if base is not None and tally.accounts >= LEAST_WORDINGS:
                latest = self._history.wordings(reference, base.entry.issued, MOST_WORDINGS)
                label = self._label(reference, latest[-1].issued, latest[0].issued)
                return find_stock(rows, latest, self._history.text, reference=label)
        return ()

    def tempo(self, account: Account) -> Tempo | None:
        """Give the time since the last contact beside what is usual; None where it is no contact of two sides."""
        side = find_counterpart(account)
        if side is None:
            return None
        return find_tempo(account, self._contacts_before(account, side.code), self._coverage(account))

    def leads(self, account: Account) -> tuple[Lead, ...]:
        """Give the earlier notices of the event told here, the earliest first."""
        side, issued = find_counterpart(account), find_issued(account)
        if side is None or issued is None:
            return ()
        release = account.release
        since = _years_off(issued, -YEARS_OF_NOTICE)
        notices = self._history.notices(release.issuer, release.language, side.code, since, issued)
        return find_leads(account, notices, self._contacts_before(account, side.code), self._coverage(account))

    def outcomes(self, account: Account) -> tuple[Outcome, ...]:
        """Give what became of the encounters that the account announces or invites to."""

        def ask(side: str, since: date, until: date) -> tuple[Contact, ...]:
            return self._contacts(account, side, since, until)

        return find_outcomes(account, ask, self._coverage(account))

    def _latest_words(self, reference: ReferenceClass, tally: Tally, compared: int) -> str:
        """Word a class of which no more than the latest accounts are compared."""
        words = self._label(reference, tally.first, tally.last)
        return words if compared < MOST_COMPARED else f"the latest of {tally.accounts:,} {words}"

    def _contacts_before(self, account: Account, side: str) -> tuple[Contact, ...]:
        """Give the contacts up to the day of publication, of as many years as tempo looks back."""
        issued = find_issued(account)
        if issued is None:
            return ()
        day = account.event.date.day if account.event.date else issued
        return self._contacts(account, side, _years_off(issued, -YEARS_OF_CONTACT), max(day, issued) + NEXT_DAY)

    def _contacts(self, account: Account, side: str, since: date, until: date) -> tuple[Contact, ...]:
        """Give contacts with a side on or after ``since``, before ``until``; of the years of coverage asked once."""
        release = account.release
        first, last = self._years(account)
        if since < first or until > last:
            return self._history.contacts(release.issuer, release.language, side, since, until)
        if self._met is None or self._met[0] is not account:
            self._met = (account, {})
        met = self._met[1]
        if side not in met:
            met[side] = self._history.contacts(release.issuer, release.language, side, first, last)
        return tuple(contact for contact in met[side] if since <= contact.day < until)

    def _coverage(self, account: Account) -> Coverage:
        """Give the days held in those years; kept for the account."""
        if self._covered is None or self._covered[0] is not account:
            held = self._history.coverage(account.release.issuer, account.release.language, *self._years(account))
            self._covered = (account, held)
        return self._covered[1]

    def _years(self, account: Account) -> tuple[date, date]:
        """Give the first day as far back as tempo looks, and a day that lies further on than an outcome may."""
        issued = find_issued(account) or date.min
        return _years_off(issued, -YEARS_OF_CONTACT), _years_off(issued, YEARS_OF_NOTICE + 1)

    def _marks(self, account: Account) -> tuple[Mark, ...]:
        self._base(account)
        return self._last[1] if self._last else ()

    def _base(self, account: Account) -> Base | None:
        if self._last is None or self._last[0] is not account:
            marks = self._mark(account)
            self._last = (account, marks, self._made(account, marks))
        return self._last[2]

    def _made(self, account: Account, marks: tuple[Mark, ...]) -> Base | None:
        entry = make_entry(account, marks, features=self._features, group_of=self._group_of)
        if entry is None:
            return None
        tallies = self._history.tallies(entry.classes, entry.issued)
        return Base(entry=entry, tallies=tuple((one, tallies[one]) for one in entry.classes), label=self._label)


def _years_off(day: date, years: int) -> date:
    """Give the first day of the month so many years later, or earlier."""
    return date(min(max(MINYEAR, day.year + years), MAXYEAR), day.month, 1)
