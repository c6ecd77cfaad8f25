"""Sources in, reports out: the parts of the house joined."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from communique import __version__
from communique.errors import CommuniqueError
from communique.model import Account, Release
from communique.model.corrections import Correction
from communique.precedent import NO_PRECEDENT, Precedent
from communique.readings import READINGS, mark_features, run_readings
from communique.reports.report import Report
from communique.sources import SetAside

SOFTWARE = f"communique {__version__}"

MOST_AT_ONCE = 64
"""Releases given to extraction together; the first ones go in smaller companies, so that results come soon."""


def _nothing_corrected(account: Account) -> tuple[Correction, ...]:  # noqa: ARG001 - where there is no corpus
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """
    Sources in, reports out: the parts of the house joined; nothing that fails in one release stops the others.

    ``intake`` gives the releases that a source names, ``extract`` the account of each release, in order; ``office`` the
    words for an issuer's code, empty where unknown; ``precedent`` answers what is usual, from a corpus or from none;
    ``corrections`` are those that an account shows.
    """

    intake: Callable[[str], Iterator[Release | SetAside]]
    extract: Callable[[Iterable[Release]], Iterator[Account]]
    office: Callable[[str], str]
    precedent: Precedent = NO_PRECEDENT
    corrections: Callable[[Account], tuple[Correction, ...]] = _nothing_corrected

    def releases(self, sources: Iterable[str]) -> Iterator[Release | SetAside]:
        """Yield the releases of every source, in order; what cannot be read is set aside with its reason."""
        for source in sources:
            try:
                yield from self.intake(source)
            except CommuniqueError as error:
                yield SetAside(source=source, reason=str(error))

    def accounts(self, releases: Iterable[Release | SetAside], *, first: int = 1) -> Iterator[Account | SetAside]:
        """
        Yield one account, or one record set aside, for each release, in order.

        What was set aside before passes through: as many come out as went in. ``first`` is how many are extracted
        together to begin with; the number then doubles up to the most.
        """
        remaining, size = iter(releases), first
        while company := tuple(islice(remaining, size)):
            yield from self._accounts_of(company)
            size = min(2 * size, MOST_AT_ONCE)

    def reports(self, sources: Iterable[str], *, together: bool = False) -> Iterator[Report | SetAside]:
        """
        Yield a report, or a record set aside, for each release of the sources, in order.

        With ``together`` all of them tell of one event: each report has the other accounts beside its own.
        """
        accounts = self.accounts(self.releases(sources))
        if not together:
            yield from (item if isinstance(item, SetAside) else self.report_of(item) for item in accounts)
            return
        told = tuple(accounts)
        event = tuple(item for item in told if isinstance(item, Account))
        for item in told:
            yield item if isinstance(item, SetAside) else self.report_of(item, _without(event, item))

    def report(self, release: Release, others: tuple[Release, ...] = ()) -> Report:
        """
        Give the report on one release, beside other releases on the same event.

        Raises:
            CommuniqueError: the release, or one of the others, cannot be read.
        """
        account, *mirrors = self.extract((release, *others))
        return self.report_of(account, tuple(mirrors))

    def report_of(self, account: Account, others: tuple[Account, ...] = ()) -> Report:
        """Give the report on one account, beside other accounts of the same event."""
        corpus = self.precedent.source
        return Report(
            account=account,
            findings=run_readings(account, self.precedent, others),
            others=others,
            checks=tuple(f"{reading.code}@{reading.version}" for reading in READINGS),
            software=SOFTWARE,
            office=self.office(account.release.issuer),
            standing=self.precedent.standing(account),
            corpus=corpus,
            features=len(mark_features(account)) if corpus else 0,
            corrections=self.corrections(account),
        )

    def _accounts_of(self, company: tuple[Release | SetAside, ...]) -> Iterator[Account | SetAside]:
        """Extract a company language by language, so that one that is not read does not part those that are."""
        told: dict[int, Account | SetAside] = {n: item for n, item in enumerate(company) if isinstance(item, SetAside)}
        releases = sorted(
            ((item.language, n, item) for n, item in enumerate(company) if isinstance(item, Release)),
            key=itemgetter(0, 1),
        )
        for _, some in groupby(releases, key=itemgetter(0)):
            _, places, group = zip(*some, strict=True)
            told.update(zip(places, self._extracted(group), strict=True))
        yield from (told[n] for n in range(len(company)))

    def _extracted(self, releases: tuple[Release, ...]) -> tuple[Account | SetAside, ...]:
        """Extract all at once; where one of them fails, by halves, so that only that one is set aside."""
        try:
            accounts = tuple(self.extract(releases))
        except CommuniqueError as error:
            if len(releases) == 1:
                return (SetAside(source=_where(releases[0]), reason=str(error)),)
            middle = len(releases) // 2
            return self._extracted(releases[:middle]) + self._extracted(releases[middle:])
        except Exception as error:
            error.add_note(f"while extracting {releases[0].name}" + (f" … {releases[-1].name}" if releases[1:] else ""))
            raise
        if len(accounts) != len(releases):
            noun = "account" if len(releases) == 1 else "accounts"
            raise CommuniqueError(wanted=f"{len(releases)} {noun}", got=f"{len(accounts)}", remedy="a fault of ours")
        return accounts


def _without(accounts: tuple[Account, ...], one: Account) -> tuple[Account, ...]:
    return tuple(account for account in accounts if account is not one)


def _where(release: Release) -> str:
    return release.address if release.identifier is None else f"{release.address} ({release.identifier})"
