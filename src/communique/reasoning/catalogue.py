"""The catalogue of explanations: the dull one, its usual rivals, what would refute each, what is suggested for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from communique.errors import ModelError
from communique.model import Dossier, Evidence, Hypothesis, Likelihood
from communique.text.tables import load_toml

GUEST, HOST = "The guest's side", "the host's side"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """
    A suggestion: how probable a finding may be held under an explanation (over 0, up to 1), and why.

    It is offered, never used: an analyst who agrees enters it in his own name.
    """

    finding: str
    hypothesis: str
    value: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """
    One explanation of the catalogue: what was arranged, what would refute it, what gives cause to look at it.

    ``statement`` and ``refuted_by`` may name the two sides as ``{guest}`` and ``{host}``.
    """

    code: str
    title: str
    statement: str
    refuted_by: str
    cause: str
    dull: bool = False
    offers: tuple[Offer, ...] = ()

    def hypothesis(self, guest: str = "", host: str = "") -> Hypothesis:
        """
        Give it as a hypothesis on two sides, by name where they are known.

        >>> find_explanation("guest_asked").hypothesis(guest="Velmark", host="Arvenia").statement
        'Velmark asked for the contact.'
        """
        return Hypothesis(
            code=self.code,
            statement=_named(self.statement, guest, host),
            dull=self.dull,
            refuted_by=_named(self.refuted_by, guest, host),
        )


@cache
def explanations() -> tuple[Explanation, ...]:
    """Give the whole catalogue, the dull explanation first."""
    return tuple(map(_explanation, load_toml(__package__, "catalogue.toml")["explanation"]))


def _explanation(table: dict[str, Any]) -> Explanation:
    offers = tuple(Offer(hypothesis=table["code"], **offer) for offer in table.get("offer", ()))
    return Explanation(**{key: value for key, value in table.items() if key != "offer"}, offers=offers)


def find_explanation(code: str) -> Explanation:
    """
    Give the explanation of a code.

    Raises:
        ModelError: the catalogue has none.
    """
    for explanation in explanations():
        if explanation.code == code:
            return explanation
    known = ", ".join(explanation.code for explanation in explanations())
    raise ModelError(wanted=f"an explanation of the catalogue ({known})", got=f"“{code}”")


def with_dull(dossier: Dossier) -> Dossier:
    """Give the dossier with a dull hypothesis first: the catalogue's, where it has none of its own."""
    if any(hypothesis.dull for hypothesis in dossier.hypotheses):
        return dossier
    dull = next(explanation for explanation in explanations() if explanation.dull)
    return replace(dossier, hypotheses=(dull.hypothesis(), *dossier.hypotheses))


def remove_hypothesis(dossier: Dossier, code: str) -> Dossier:
    """
    Give the dossier without a hypothesis and without the likelihoods entered for it.

    Raises:
        ModelError: the dossier has no such hypothesis, or it is the dull one, which always stays.
    """
    chosen = next((hypothesis for hypothesis in dossier.hypotheses if hypothesis.code == code), None)
    if chosen is None:
        known = ", ".join(hypothesis.code for hypothesis in dossier.hypotheses) or "it has none"
        raise ModelError(wanted=f"a hypothesis of the dossier ({known})", got=f"“{code}”")
    if chosen.dull:
        raise ModelError(
            wanted="a hypothesis that may be removed",
            got=f"“{code}”, the dull one",
            remedy="the routine explanation always stands beside the others; give it a low prior, with your reason",
        )
    return replace(
        dossier,
        hypotheses=tuple(hypothesis for hypothesis in dossier.hypotheses if hypothesis.code != code),
        likelihoods=tuple(likelihood for likelihood in dossier.likelihoods if likelihood.hypothesis != code),
    )


def find_offers(hypotheses: Iterable[Hypothesis], evidence: Iterable[Evidence]) -> tuple[tuple[Evidence, Offer], ...]:
    """Give what the catalogue suggests for the findings among the evidence under these hypotheses; nothing is used."""
    codes = {hypothesis.code for hypothesis in hypotheses}
    offers = [offer for explanation in explanations() for offer in explanation.offers if offer.hypothesis in codes]
    return tuple((item, offer) for item in evidence for offer in offers if item.finding == offer.finding)


def take_offer(evidence: Evidence, offer: Offer, *, analyst: str, entered: date | None = None) -> Likelihood:
    """
    Give a suggestion as a likelihood that an analyst enters in his own name.

    Raises:
        ModelError: no analyst is named.
    """
    if not analyst.strip():
        raise ModelError(wanted="the name of the analyst who takes over a suggestion", got="none")
    return Likelihood(
        evidence=evidence.code,
        hypothesis=offer.hypothesis,
        value=offer.value,
        reason=f"suggested by the catalogue: {offer.reason}",
        analyst=analyst,
        entered=entered,
    )


def _named(words: str, guest: str, host: str) -> str:
    told = words.format(guest=guest or GUEST, host=host or HOST)
    return told[:1].upper() + told[1:].replace(GUEST, "the guest's side") if told else ""
