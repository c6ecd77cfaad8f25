"""What is drawn up from an opened dossier, with the names and the calendar that it needs."""

# ruff: noqa: PLC0415 - each view loads what it needs when it is asked for
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from communique.corpus.port import Selection
from communique.dossiers.opened import OpenDossier
from communique.model import Account, Dossier, Role
from communique.reports.dossiers.report import DossierReport
from communique.wiring.building import build_tables
from communique.wiring.dossiers import Opening
from communique.wiring.engine import SOFTWARE
from communique.wiring.settings import Settings

if TYPE_CHECKING:
    from communique.reports.forecasts.report import ForecastReport
    from communique.reports.matrices.report import WeighingReport
    from communique.reports.protocols.report import ProtocolReport
    from communique.reports.timelines.report import TimelineReport


def report_dossier(opening: Opening, settings: Settings) -> DossierReport:
    """Give a dossier at one look."""
    return DossierReport(
        opened=opening.opened,
        location=opening.kept.location,
        offices=offices_of(opening),
        sides=side_names(opening.kept.dossier.sides, settings),
        software=SOFTWARE,
    )


def report_timeline(opening: Opening, settings: Settings) -> TimelineReport:
    """Give a dossier's days in order, what was announced when, and who published first."""
    from communique.dossiers.timeline import draw_up_timeline
    from communique.reports.timelines.report import TimelineReport

    timeline = draw_up_timeline(opening.opened, tables=build_tables(settings))
    return TimelineReport(timeline=timeline, offices=offices_of(opening), software=SOFTWARE)


def report_protocol(opening: Opening, settings: Settings, *, since: date | None = None) -> ProtocolReport:
    """
    Give who met whom in what office, by what class, where and in what order; ``since`` asks for first destinations.

    The releases of the sides' offices since that day, else since the year before, are the calendar of trips.
    """
    from communique.dossiers.protocol import read_protocol
    from communique.reports.protocols.report import ProtocolReport

    calendar = tuple(_calendar(opening, settings, since or date(opening.kept.dossier.first.year - 1, 1, 1)))
    sheet = read_protocol(opening.opened, tables=build_tables(settings), calendar=calendar, since=since)
    return ProtocolReport(sheet=sheet, software=SOFTWARE)


def report_explanations(opening: Opening, settings: Settings, *, analyst: str = "") -> WeighingReport:
    """Give a dossier's competing explanations weighed; ``analyst`` takes the likelihoods of one."""
    from communique.reports.matrices.report import report_weighing

    del settings  # words of hypotheses and evidence are the dossier's own
    return report_weighing(opening.opened, analyst=analyst, software=SOFTWARE)


def report_forecasts(opening: Opening, settings: Settings, *, as_of: date) -> ForecastReport:
    """Give a dossier's forecasts as they stand on a day: open, due, and those answered with their scores."""
    from communique.reasoning.forecasting import score_forecasts
    from communique.reports.forecasts.report import ForecastReport

    del settings  # words of forecasts are the dossier's own
    dossier = opening.kept.dossier
    return ForecastReport(title=dossier.title, sheet=score_forecasts(dossier.forecasts, as_of=as_of), software=SOFTWARE)


def propose_explanations(opening: Opening, *, everything: bool = False) -> Dossier:
    """
    Give the dossier with the explanations that its accounts give cause for, and the findings on them as evidence.

    Findings are those that the catalogue of explanations names; with ``everything`` all. What the dossier has of its
    own stays first and as it is; likelihoods are the analyst's to enter.
    """
    from communique.reasoning.catalogue import explanations
    from communique.reasoning.evidence import evidence_from_filed, evidence_from_notices
    from communique.reasoning.proposing import propose_hypotheses

    dossier = opening.kept.dossier
    episode = tuple(item for item in opening.opened.filed if item.role is not Role.PARALLEL)
    findings = [(item, opening.engine.report_of(item.account).findings) for item in episode]
    named = {offer.finding for explanation in explanations() for offer in explanation.offers}
    telling = [(item, tuple(one for one in found if everything or one.code in named)) for item, found in findings]
    evidence = (*evidence_from_filed(telling), *evidence_from_notices(opening.opened))
    held = {item.code for item in dossier.hypotheses}
    dull = any(item.dull for item in dossier.hypotheses)
    hypotheses = tuple(
        item for item in propose_hypotheses(opening.opened) if item.code not in held and not (item.dull and dull)
    )
    known = {item.code for item in dossier.evidence}
    return replace(
        dossier,
        hypotheses=(*dossier.hypotheses, *hypotheses),
        evidence=(*dossier.evidence, *(item for item in evidence if item.code not in known)),
    )


def report_proposed(opening: Opening, settings: Settings, *, everything: bool = False) -> DossierReport:
    """Give what is proposed for a dossier beyond what it has, and nothing else; ``everything`` as above."""
    proposed = propose_explanations(opening, everything=everything)
    shown = replace(opening, opened=replace(opening.opened, dossier=proposed))
    told = replace(report_dossier(shown, settings), held=opening.kept.dossier)
    return replace(told, location=f"proposed for {opening.kept.location}")


def offices_of(opening: Opening) -> tuple[tuple[str, str], ...]:
    """Give the issuers of a dossier's releases with their words, where the tables know them."""
    codes = dict.fromkeys(filed.account.release.issuer for filed in opening.opened.filed)
    return tuple((code, words) for code in codes if code and (words := opening.engine.office(code)))


def side_names(codes: tuple[str, ...], settings: Settings) -> tuple[str, ...]:
    """Give the names of sides; the code where no table knows it."""
    names = {row.side.code: row.side.name for row in build_tables(settings).sides}
    return tuple(names.get(code, code) for code in codes)


def _calendar(opening: Opening, settings: Settings, since: date) -> Iterator[Account]:
    """Yield the accounts of the sides' offices up to the end of the episode, in the languages of the dossier."""
    from communique.reference.offices import issuer

    if opening.corpus is None:
        return
    tables, dossier = build_tables(settings), opening.kept.dossier
    sides = dossier.sides or _sides_of(opening.opened)
    languages = {filed.account.release.language for filed in opening.opened.filed}
    for status in opening.corpus.status().issuers:
        office = issuer(status.issuer, tables=tables)
        if office is not None and office.side.code in sides and status.language in languages:
            yield from opening.corpus.accounts(
                Selection(issuer=status.issuer, language=status.language, since=since, until=dossier.last)
            )


def _sides_of(opened: OpenDossier) -> tuple[str, ...]:
    persons = (person for account in opened.accounts() for person in account.event.principals)
    return tuple(dict.fromkeys(person.side.code for person in persons if person.side))
