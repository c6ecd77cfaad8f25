"""The rows that every form of a dossier's overview prints, in the same order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.dossiers.checking import day_of
from communique.dossiers.opened import Filed, Unread
from communique.model import Dossier, Evidence, Forecast, Hypothesis, Role
from communique.reports.dossiers.report import DossierReport
from communique.reports.labels import count_label, day_label, issuer_label

ROLES = {
    Role.EVENT: ("Events", "they record a contact of the episode"),
    Role.ANNOUNCEMENT: ("Announcements", "they say beforehand that there will be one"),
    Role.INVITATION: ("Invitations", "they tell who invited, weeks or months before"),
    Role.STATEMENT: ("Statements", "words of the same days on the same matter"),
    Role.PARALLEL: ("Parallel", "public events of the same days that are not of the episode"),
}
"""Heading and meaning of each role."""

NOTHING_NEW = "nothing to propose beyond what it has"

ROLE_NOUNS = {
    Role.EVENT: ("event", "events"),
    Role.ANNOUNCEMENT: ("announcement", "announcements"),
    Role.INVITATION: ("invitation", "invitations"),
    Role.STATEMENT: ("statement", "statements"),
    Role.PARALLEL: ("parallel event", "parallel events"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRow:
    """One release: its day, who published it, its title, why it belongs, its grade, how it is filed."""

    day: date | None
    issuer: str
    title: str
    language: str
    reason: str
    grade: str
    source: str

    @property
    def told_day(self) -> str:
        """The day with its weekday."""
        return day_label(self.day) if self.day else "day not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRows:
    """The releases of one role, by day."""

    role: Role
    heading: str
    meaning: str
    rows: tuple[ReleaseRow, ...]


def find_roles(report: DossierReport) -> tuple[RoleRows, ...]:
    """Give the releases that were read by role, each role in order of days; a role without any is left out."""
    found = []
    for role, (heading, meaning) in ROLES.items():
        filed = [item for item in report.filed if item.role is role]
        rows = sorted((_row(item, report) for item in filed), key=lambda row: (row.day or date.max, row.source))
        if rows:
            found.append(RoleRows(role=role, heading=heading, meaning=meaning, rows=tuple(rows)))
    return tuple(found)


def _row(filed: Filed, report: DossierReport) -> ReleaseRow:
    release = filed.account.release
    return ReleaseRow(
        day=day_of(filed),
        issuer=issuer_label(release, report.office(release.issuer)),
        title=release.title or "(no title)",
        language=release.language,
        reason=filed.filing.reason.removesuffix(f": {release.title}") or "no reason given",
        grade=str(filed.filing.grade or "not graded"),
        source=filed.filing.source,
    )


def find_unread(report: DossierReport) -> tuple[Unread, ...]:
    """Give the releases that could not be read."""
    return report.unread


def find_span(report: DossierReport) -> str:
    """Say which days and sides a dossier is of."""
    dossier = report.opened.dossier
    days = day_label(dossier.first)
    if dossier.last != dossier.first:
        days = f"{days} to {day_label(dossier.last)}"
    return " · ".join(filter(None, (days, ", ".join(report.sides or dossier.sides), report.location)))


def find_counts(report: DossierReport) -> str:
    """Count what a dossier holds, in one line."""
    return " · ".join(_counts(report))


def _counts(report: DossierReport) -> Iterator[str]:
    if report.held is None:
        yield _count_releases(report)
    elif not report.hypotheses and not report.evidence:
        yield NOTHING_NEW
    if report.unread:
        yield f"{len(report.unread):,} not read"
    for nouns, one, more in (
        (report.exhibits, "exhibit", "exhibits"),
        (report.hypotheses, "hypothesis", "hypotheses"),
        (report.evidence, "item of evidence", "items of evidence"),
        (report.forecasts, "forecast", "forecasts"),
    ):
        if nouns:
            yield count_label(len(nouns), one, more)


def _count_releases(report: DossierReport) -> str:
    roles = Counter(filing.role for filing in report.filings)
    told = ", ".join(count_label(roles[role], *ROLE_NOUNS[role]) for role in Role if roles[role])
    releases = count_label(len(report.filings), "release", "releases")
    return f"{releases}: {told}" if told else releases


def rate_label(evidence: Evidence) -> str:
    """
    Give how often earlier accounts were as this one is, empty where there is no base.

    >>> rate_label(Evidence(code="D1", statement="Nobody is said to have asked.", seen=0, among=19))
    '0 of 19 earlier accounts'
    """
    return "" if evidence.among is None else f"{evidence.seen} of {evidence.among} earlier accounts"


def prior_label(hypothesis: Hypothesis, dossier: Dossier) -> str:
    """
    Give a hypothesis's share before the evidence, in per cent of all.

    >>> routine = Hypothesis(code="H0", statement="Routine.", dull=True)
    >>> prior_label(routine, Dossier(title="-", first=date(2021, 6, 14), last=date(2021, 6, 16), hypotheses=(routine,)))
    'prior 100 %'
    """
    whole = sum(item.prior for item in dossier.hypotheses)
    return f"prior {100 * hypothesis.prior / whole:.0f} %"


def find_groups(report: DossierReport) -> str:
    """Say how many items of evidence there are, in how many groups, and how many likelihoods by whom."""
    groups = {item.group for item in report.evidence if item.group}
    alone = sum(not item.group for item in report.evidence)
    analysts = {item.analyst or "no name" for item in report.likelihoods}
    items = count_label(len(report.evidence), "item", "items")
    counted = f"{items}, counted as {len(groups) + alone:,}" if groups else items
    if report.held is not None:
        return f"{counted}; likelihoods are the analyst's to enter"
    if not report.likelihoods:
        return f"{counted}; no likelihoods entered"
    entered = count_label(len(report.likelihoods), "likelihood", "likelihoods")
    return f"{counted}; {entered} by {', '.join(sorted(analysts))}"


def forecast_label(forecast: Forecast) -> str:
    """
    Say what became of a forecast.

    >>> made, due = date(2021, 6, 16), date(2021, 9, 30)
    >>> forecast_label(Forecast(code="F1", question="-", probability=0.7, made=made, due=due, resolves="a record"))
    '70 %, due Thu 30 Sep 2021, open'
    """
    outcome = "open"
    if forecast.outcome is not None and forecast.resolved is not None:
        outcome = f"{'yes' if forecast.outcome else 'no'} on {day_label(forecast.resolved)}"
    return f"{100 * forecast.probability:.0f} %, due {day_label(forecast.due)}, {outcome}"
