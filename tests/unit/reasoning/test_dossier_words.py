"""Words of a dossier that no text can bear out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.dossiers.checking import FaultKind
from communique.model import Dossier, Likelihood
from communique.reasoning.catalogue import explanations
from communique.reasoning.dossier_words import find_motive_faults
from unit.reasoning.weighing_cases import ROUTINE, THREE, make_evidence, make_likelihoods

DOSSIER = Dossier(
    title="The flood",
    first=date(2021, 6, 1),
    last=date(2021, 6, 5),
    hypotheses=THREE,
    evidence=(make_evidence(),),
    likelihoods=make_likelihoods("e1", (0.5, 0.5, 0.5)),
)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("Adela Korin wanted to win time.", "wanted"),
        ("Ilmar Vesk was angry.", "angry"),
        ("Routine is likely; we hold this with high confidence.", "likely"),
        ("Президент боялся протестов.", "боялся"),
    ],
)
def test_words_that_no_text_bears_out_are_told(statement: str, words: str) -> None:
    """Motives, moods, and likelihood with confidence are found in hypotheses, in whatever language read."""
    faults = list(find_motive_faults(replace(DOSSIER, hypotheses=(replace(ROUTINE, statement=statement), *THREE[1:]))))
    assert {fault.kind for fault in faults} == {FaultKind.MOTIVE}
    assert {fault.place for fault in faults} == {"hypothesis routine"}
    assert any(words in fault.statement for fault in faults)


def test_evidence_and_reasons_are_read_too() -> None:
    """Statements of evidence and reasons of likelihoods are held to the same rules, each named by its place."""
    wanted = "The host wanted revenge."
    angry = replace(make_likelihoods("e1", (0.2,), THREE[:1], analyst="Ada")[0], reason="The guest was angry.")
    dossier = replace(DOSSIER, evidence=(make_evidence("e1", wanted),), likelihoods=(angry,))
    assert [fault.place for fault in find_motive_faults(dossier)] == [
        "evidence e1",
        "likelihood of e1 under routine by Ada",
    ]


def test_quoted_words_and_plain_ones_pass() -> None:
    """What is somebody's own word in quotation marks passes, and so does what was arranged."""
    quoted = make_evidence("e1", "The guest says: “I was angry and wanted to leave”.")
    assert list(find_motive_faults(replace(DOSSIER, evidence=(quoted,)))) == []


def test_the_catalogue_keeps_the_rule() -> None:
    """No explanation of the catalogue speaks of a motive, a mood or a body, and no reason it suggests does."""
    offers = [offer for explanation in explanations() for offer in explanation.offers]
    dossier = replace(
        DOSSIER,
        hypotheses=tuple(explanation.hypothesis("Velmark", "Arvenia") for explanation in explanations()),
        likelihoods=tuple(
            Likelihood(evidence="e1", hypothesis=offer.hypothesis, value=offer.value, reason=offer.reason)
            for offer in offers
        ),
    )
    assert list(find_motive_faults(dossier)) == []
