"""A weighing made by hand on the fictional states of Arvenia and Velmark, for tests of its forms."""

from __future__ import annotations

from datetime import date

from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.reports.matrices.report import WeighingReport, report_weighing
from unit.reasoning.weighing_cases import THREE, make_likelihoods

TITLE = "A visit to Tarsk in June"
QUOTE = "The President of Arvenia invited the Prime Minister of Velmark to visit Tarsk in early summer."
INVITATION = Evidence(
    code="invitation",
    statement="An invitation stands in a text of 2 March 2021, 105 days before the visit",
    source="xa-president:3",
    quote=QUOTE,
    group="invited",
    grade="A1",
)
THANKS = Evidence(
    code="thanks",
    statement="The Prime Minister gives thanks for the invitation",
    source="xv-prime-minister:9",
    quote="thanked President Vesk for the invitation",
    group="invited",
    grade="B2",
    seen=19,
    among=31,
)
TOPICS = Evidence(code="topics", statement="The flood is the last of six topics", source="xa-president:7", grade="B2")
RUMOUR = Evidence(code="rumour", statement="A newspaper calls the visit hurried", source="press-1")


def make_dossier(
    hypotheses: tuple[Hypothesis, ...] = THREE,
    evidence: tuple[Evidence, ...] = (INVITATION, THANKS, TOPICS, RUMOUR),
    likelihoods: tuple[Likelihood, ...] | None = None,
) -> Dossier:
    """Make the dossier: two items that say the same thing, one more, and one without a likelihood."""
    ada = (
        *make_likelihoods("invitation", (0.4, 0.9, 0.1), analyst="Ada"),
        *make_likelihoods("thanks", (0.9,), (THREE[1],), analyst="Ada"),
        *make_likelihoods("topics", (0.5, 0.5, 0.1), analyst="Ada"),
    )
    bo = make_likelihoods("topics", (0.5, 0.4, 0.4), analyst="Bo")
    return Dossier(
        title=TITLE,
        first=date(2021, 6, 15),
        last=date(2021, 6, 16),
        hypotheses=hypotheses,
        evidence=evidence,
        likelihoods=(*ada, *bo) if likelihoods is None else likelihoods,
    )


def make_report(dossier: Dossier | None = None) -> WeighingReport:
    """Make the report of a dossier, the one made by hand where none is given."""
    return report_weighing(dossier or make_dossier(), software="communique (test)")


def wide_report(items: int = 17) -> WeighingReport:
    """Make a report with many items, so that its matrix does not fit one block."""
    evidence = tuple(
        Evidence(code=f"item-{n:02}", statement=f"Thing number {n} stands there", grade="B2") for n in range(items)
    )
    likelihoods = tuple(
        likelihood for item in evidence for likelihood in make_likelihoods(item.code, (0.5, 0.6, 0.4), analyst="Ada")
    )
    return make_report(make_dossier(evidence=evidence, likelihoods=likelihoods))
