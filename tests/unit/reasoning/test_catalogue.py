"""The catalogue of explanations as a whole, and the dull one, which stays."""

from __future__ import annotations

import re
from datetime import date

import pytest

from communique.errors import ModelError
from communique.model import Dossier
from communique.readings import READINGS
from communique.reasoning.catalogue import (
    Explanation,
    explanations,
    find_explanation,
    find_offers,
    remove_hypothesis,
    take_offer,
    with_dull,
)
from communique.reasoning.weighing import weigh
from unit.reasoning.weighing_cases import INVITED, ROUTINE, THREE, make_evidence, make_likelihoods

MIND = re.compile(
    r"\b(?:want|wish|fear|feel|felt|hope|intend|motive|mood|angry|displeas|afraid|humiliat|secretly|pretext)",
    re.IGNORECASE,
)


def make_dossier(**fields: object) -> Dossier:
    """Make a dossier of a few days in June."""
    return Dossier(title="The flood", first=date(2021, 6, 1), last=date(2021, 6, 5), **fields)  # type: ignore[arg-type]


def code_of(explanation: Explanation) -> str:
    """Give the code as a reader of the test's output wants it."""
    return explanation.code


def test_exactly_one_is_dull_and_stands_first() -> None:
    """The routine explanation stands first; codes are unique."""
    assert [explanation.dull for explanation in explanations()] == [True, *[False] * (len(explanations()) - 1)]
    assert len({explanation.code for explanation in explanations()}) == len(explanations())


@pytest.mark.parametrize("explanation", explanations(), ids=code_of)
def test_an_explanation_tells_what_was_arranged(explanation: Explanation) -> None:
    """Each says what was arranged, never what anybody wanted or felt, and names a fact that would rule it out."""
    hypothesis = explanation.hypothesis("Velmark", "Arvenia")
    assert not MIND.search(hypothesis.statement)
    assert hypothesis.refuted_by.endswith(".")
    assert "{" not in hypothesis.statement + hypothesis.refuted_by


@pytest.mark.parametrize("explanation", explanations(), ids=code_of)
def test_an_explanation_reads_well_without_names(explanation: Explanation) -> None:
    """Where the sides are not known, the sentence still begins with a capital and names the parts."""
    statement = explanation.hypothesis().statement
    assert statement[0].isupper()
    assert "The guest's side" not in statement[1:]


@pytest.mark.parametrize("explanation", explanations(), ids=code_of)
def test_every_offer_has_a_reason_and_a_reading(explanation: Explanation) -> None:
    """A suggestion is a probability over 0 with a reason, for a finding of a reading that exists."""
    codes = {reading.code for reading in READINGS}
    for offer in explanation.offers:
        assert 0.0 < offer.value <= 1.0
        assert offer.reason
        assert offer.finding.partition(".")[0] in codes


def test_an_unknown_code_is_answered_with_those_there_are() -> None:
    """Asking for what the catalogue lacks names what it has."""
    with pytest.raises(ModelError, match="routine, stated_programme"):
        find_explanation("whim")


def test_the_dull_hypothesis_is_put_in_where_none_is() -> None:
    """A dossier without hypotheses gets the routine one; one that has a dull one keeps its own."""
    assert [hypothesis.dull for hypothesis in with_dull(make_dossier()).hypotheses] == [True]
    dossier = make_dossier(hypotheses=THREE)
    assert with_dull(dossier) is dossier


def test_the_dull_hypothesis_cannot_be_removed() -> None:
    """The refusal says why, and what to do instead."""
    with pytest.raises(ModelError, match=r"“routine”, the dull one \(the routine explanation always stands"):
        remove_hypothesis(make_dossier(hypotheses=THREE), ROUTINE.code)


def test_a_hypothesis_goes_with_its_likelihoods() -> None:
    """Removing a rival removes what was entered for it, and nothing else."""
    dossier = make_dossier(
        hypotheses=THREE, evidence=(make_evidence(),), likelihoods=make_likelihoods("e1", (0.5, 0.4, 0.3))
    )
    left = remove_hypothesis(dossier, INVITED.code)
    assert [hypothesis.code for hypothesis in left.hypotheses] == ["routine", "crisis"]
    assert {likelihood.hypothesis for likelihood in left.likelihoods} == {"routine", "crisis"}
    with pytest.raises(ModelError, match="a hypothesis of the dossier"):
        remove_hypothesis(left, INVITED.code)


def test_an_offer_is_never_used_by_itself() -> None:
    """Evidence with suggestions in the catalogue does not weigh until an analyst takes one over, by name."""
    hypotheses = tuple(find_explanation(code).hypothesis() for code in ("routine", "guest_asked", "host_asked"))
    item = make_evidence(finding="initiative.requested", seen=3, among=30)
    offers = find_offers(hypotheses, (item,))
    assert {offer.hypothesis for _, offer in offers} == {"guest_asked", "host_asked"}
    assert weigh(hypotheses, (item,)).items == ()
    taken = [take_offer(evidence, offer, analyst="Ada") for evidence, offer in offers]
    assert weigh(hypotheses, (item,), taken).leaders == ("guest_asked",)
    assert all(likelihood.reason.startswith("suggested by the catalogue: ") for likelihood in taken)
    with pytest.raises(ModelError, match="the name of the analyst"):
        take_offer(item, offers[0][1], analyst=" ")
