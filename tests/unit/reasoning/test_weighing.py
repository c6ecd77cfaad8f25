"""Competing explanations weighed: what must hold whatever the evidence is, then a case by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.opened import OpenDossier
from communique.errors import ModelError
from communique.model import Admiralty, Credibility, Dossier, Evidence, Exhibit, ExhibitKind, Reliability
from communique.reasoning.estimative import Confidence
from communique.reasoning.weighed import Weighing
from communique.reasoning.weighing import weigh, weigh_dossier
from unit.reasoning.weighing_cases import (
    CRISIS,
    INVITED,
    ROUTINE,
    THREE,
    Case,
    cases,
    likelihood_values,
    make_evidence,
    make_likelihoods,
)


def posteriors(weighing: Weighing) -> tuple[float, ...]:
    """Give the shares after the evidence."""
    return tuple(standing.posterior for standing in weighing.standings)


def ranges(weighing: Weighing) -> tuple[tuple[float, float], ...]:
    """Give the ranges of the sweep."""
    return tuple((standing.low, standing.high) for standing in weighing.standings)


def hand_made() -> tuple[tuple[Evidence, ...], Any]:
    """Make three independent items, two of them of one mind."""
    evidence = (
        make_evidence("invitation", grade="A1"),
        make_evidence("agenda", grade="B2", seen=20, among=40),
        make_evidence("rumour"),
    )
    likelihoods = (
        *make_likelihoods("invitation", (0.4, 0.9, 0.1)),
        *make_likelihoods("agenda", (0.2,), (CRISIS,)),
        *make_likelihoods("rumour", (0.3, 0.3, 0.6)),
    )
    return evidence, likelihoods


@given(cases(), st.data())
def test_the_same_evidence_twice_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Items given twice, as they are or under another code, leave the whole result as it was."""
    hypotheses, evidence, likelihoods = case
    before = weigh(hypotheses, evidence, likelihoods)
    assert weigh(hypotheses, (*evidence, *evidence), (*likelihoods, *likelihoods)) == before
    if evidence:
        item = data.draw(st.sampled_from(evidence))
        code = data.draw(st.sampled_from(("a0", "e00", "e10", "z9")))
        copied = tuple(
            replace(likelihood, evidence=code) for likelihood in likelihoods if likelihood.evidence == item.code
        )
        after = weigh(hypotheses, (*evidence, replace(item, code=code)), (*likelihoods, *copied))
        assert posteriors(after) == posteriors(before)
        assert ranges(after) == ranges(before)
        assert after.footing == before.footing


@given(cases(), st.data())
def test_the_order_of_evidence_is_of_no_account(case: Case, data: st.DataObject) -> None:
    """The same items and likelihoods in another order give the same result, to the last digit."""
    hypotheses, evidence, likelihoods = case
    shuffled = data.draw(st.permutations(evidence)), data.draw(st.permutations(likelihoods))
    assert weigh(hypotheses, *shuffled) == weigh(hypotheses, evidence, likelihoods)


@given(cases(most_items=4))
def test_a_group_never_weighs_more_than_its_strongest_member(case: Case) -> None:
    """With all items in one group, no two hypotheses part further than by the one item that parts any two most."""
    hypotheses, evidence, likelihoods = case
    grouped = tuple(replace(item, group="one") for item in evidence)
    together = weigh(hypotheses, grouped, likelihoods)
    alone = [weigh(hypotheses, (item,), likelihoods) for item in evidence]
    strongest = max((_spread(weighing) for weighing in alone), default=0.0)
    assert _moved(together) <= strongest + 1e-9
    if evidence and len(together.groups[0].strongest) == 1:
        assert any(posteriors(weighing) == posteriors(together) for weighing in alone)


def _spread(weighing: Weighing) -> float:
    """Give how far the one item of a weighing sets any two hypotheses apart, as a logarithm."""
    return max(
        (
            item.weight * (math.log(max(cell.value for cell in item.cells) / min(cell.value for cell in item.cells)))
            for item in weighing.items
        ),
        default=0.0,
    )


def _moved(weighing: Weighing) -> float:
    """Give how far the evidence moved the odds of any two hypotheses, as a logarithm; no share may be lost in it."""
    shift = [
        math.log(standing.posterior) - math.log(standing.prior)
        for standing in weighing.standings
        if standing.posterior > 0.0
    ]
    return max(shift) - min(shift)


@given(cases())
def test_without_evidence_the_prior_remains(case: Case) -> None:
    """Removing all evidence gives the priors, scaled to one; nothing decides, and confidence is low."""
    hypotheses, _, likelihoods = case
    weighing = weigh(hypotheses, (), likelihoods)
    whole = math.fsum(hypothesis.prior for hypothesis in hypotheses)
    assert posteriors(weighing) == pytest.approx([hypothesis.prior / whole for hypothesis in hypotheses])
    assert weighing.decisive is None
    assert weighing.footing.confidence is Confidence.LOW


@given(cases())
def test_a_result_is_made_of_shares(case: Case) -> None:
    """Shares sum to one, lie within their ranges, and so does every share of the sweep."""
    weighing = weigh(*case)
    assert math.fsum(posteriors(weighing)) == pytest.approx(1.0)
    for place, standing in enumerate(weighing.standings):
        assert 0.0 <= standing.low <= standing.posterior <= standing.high <= 1.0
        assert all(standing.low <= tried.posteriors[place] <= standing.high for tried in weighing.scenarios)


@given(cases(grouped=False), likelihood_values, st.data())
def test_a_greater_likelihood_never_lowers_a_share(case: Case, value: float, data: st.DataObject) -> None:
    """Raising the likelihood of an item that stands alone under a hypothesis never lowers its share."""
    hypotheses, evidence, likelihoods = case
    if not likelihoods:
        return
    chosen = data.draw(st.sampled_from(likelihoods))
    raised = tuple(replace(item, value=max(value, item.value)) if item is chosen else item for item in likelihoods)
    place = [hypothesis.code for hypothesis in hypotheses].index(chosen.hypothesis)
    before, after = (posteriors(weigh(hypotheses, evidence, entered))[place] for entered in (likelihoods, raised))
    assert after >= before - 1e-12


def test_a_case_by_hand() -> None:
    """The shares are those worked out on paper: priors times likelihoods, each to the power of its weight."""
    evidence, likelihoods = hand_made()
    rate = 20.5 / 41
    by_hand = [
        0.4 * rate**0.64 * 0.3**0.16,
        0.9 * rate**0.64 * 0.3**0.16,
        0.1 * 0.2**0.64 * 0.6**0.16,
    ]
    weighing = weigh(THREE, evidence, likelihoods)
    assert posteriors(weighing) == pytest.approx([value / sum(by_hand) for value in by_hand])
    assert weighing.leaders == ("invited",)
    assert [item.weight for item in weighing.items] == pytest.approx([0.64, 1.0, 0.16])


def test_the_item_that_decides_is_named() -> None:
    """Without the deciding item another hypothesis leads, or several are level."""
    weighing = weigh(THREE, *hand_made())
    assert weighing.decisive is not None
    assert weighing.decisive.group.items == ("invitation",)
    assert weighing.decisive.decides
    assert weighing.decisive.leaders == ("routine", "invited")


def test_what_a_rival_needs_is_told() -> None:
    """A further fact as many times likelier under the rival as told makes it level with the leader."""
    evidence, likelihoods = hand_made()
    rival = weigh(THREE, evidence, likelihoods).rivals[0]
    assert rival.hypothesis == ROUTINE
    further = make_likelihoods("further", (rival.ratio * 0.1, 0.1, 0.001))
    after = weigh(THREE, (*evidence, make_evidence("further", grade="A1")), (*likelihoods, *further))
    assert after.leaders == ("routine", "invited")


def test_items_that_pull_apart_are_told() -> None:
    """A group whose items speak for different hypotheses is marked, since they hardly say the same thing."""
    evidence = make_evidence("a", group="one", grade="A1"), make_evidence("b", group="one", grade="B2")
    entered = (*make_likelihoods("a", (0.9, 0.1, 0.1)), *make_likelihoods("b", (0.1, 0.9, 0.1)))
    weighing = weigh(THREE, evidence, entered)
    assert weighing.groups[0].divided
    assert weighing.groups[0].strongest == ("a",)
    assert [item.counts for item in weighing.items] == [True, False]


@pytest.mark.parametrize(("first", "second"), [("a", "b"), ("b2", "a2"), ("thanks", "silence")])
def test_codes_decide_nothing(first: str, second: str) -> None:
    """Two equally strong items of a group that speak for different hypotheses leave these level, however named."""
    two = (ROUTINE, CRISIS)
    evidence = make_evidence(first, group="one", grade="A1"), make_evidence(second, group="one", grade="A1")
    entered = (*make_likelihoods(first, (0.8, 0.2), two), *make_likelihoods(second, (0.2, 0.8), two))
    weighing = weigh(two, evidence, entered)
    assert posteriors(weighing) == pytest.approx((0.5, 0.5))
    assert weighing.leaders == ("routine", "crisis")
    assert sorted(weighing.groups[0].strongest) == sorted((first, second))
    assert ranges(weighing)[0] == pytest.approx((1 / (1 + 7.2), 7.2 / (1 + 7.2)), abs=0.05)


@pytest.mark.parametrize(("grade", "counted"), [("A1", "B2"), ("", "B2"), ("E5", "E5")])
def test_of_one_item_entered_twice_the_lowest_grade_counts(grade: str, counted: str) -> None:
    """The same words of one source under another code weigh by the lower of two grades; an empty one is none."""
    item = make_evidence("e1", source="xa:1", quote="the words", grade="B2")
    copy = make_evidence("e0", source="corpus:xa:1", quote="The words!", grade=grade)
    entered = (*make_likelihoods("e1", (0.4, 0.9, 0.1)), *make_likelihoods("e0", (0.4, 0.9, 0.1)))
    weighing = weigh(THREE, (item, copy), entered)
    once = weigh(THREE, (replace(item, grade=counted),), entered)
    assert posteriors(weighing) == posteriors(once)
    assert [one.grade for one in weighing.items] == [counted, counted]
    assert sum(one.counts for one in weighing.items) == 1


def test_one_code_under_two_grades_counts_once() -> None:
    """Rows are compared, not their codes: of one item given with two grades one row counts, by the lower grade."""
    items = make_evidence("e1", grade="A1"), make_evidence("e1", grade="C3")
    weighing = weigh(THREE, items, make_likelihoods("e1", (0.4, 0.9, 0.1)))
    assert posteriors(weighing) == posteriors(weigh(THREE, items[1:], make_likelihoods("e1", (0.4, 0.9, 0.1))))
    assert [item.counts for item in weighing.items] == [True, False]


def six_of(*sources: str) -> Weighing:
    """Weigh six different items that stand in these sources by turns."""
    items = [
        make_evidence(f"e{n}", source=sources[n % len(sources)], quote=f"words number {n}", grade="A1")
        for n in range(6)
    ]
    return weigh(THREE, items, [one for item in items for one in make_likelihoods(item.code, (0.9, 0.3, 0.3))])


@pytest.mark.parametrize(
    ("sources", "confidence"),
    [
        (("xa-president:1",), Confidence.LOW),
        (("xa-president:1", "corpus:xa-president:1", "./all.jsonl#xa-president:1"), Confidence.LOW),
        (("",), Confidence.LOW),
        (("xa-president:1", ""), Confidence.LOW),
        (("xa-president:1", "xa-president:2"), Confidence.MODERATE),
        (("ours.html", "theirs.html"), Confidence.MODERATE),
        (("xa-president:1", "xv-king:2"), Confidence.HIGH),
    ],
)
def test_sources_bound_confidence(sources: tuple[str, ...], confidence: Confidence) -> None:
    """However many items there are, one release allows low confidence only, and one issuer moderate at most."""
    assert six_of(*sources).footing.confidence is confidence


def test_what_sets_nothing_apart_founds_nothing() -> None:
    """Items that are as likely under every hypothesis do not count toward confidence."""
    items = [make_evidence(f"e{n}", source=f"x{'av'[n % 2]}-office:{n}", grade="A1") for n in range(6)]
    flat = [one for item in items for one in make_likelihoods(item.code, (0.5, 0.5, 0.5))]
    footing = weigh(THREE, items, flat).footing
    assert footing.sentence == "Confidence is low: no item of evidence sets the explanations apart."


@pytest.mark.parametrize(
    ("hypotheses", "message"),
    [
        ((), "two hypotheses or more"),
        ((ROUTINE,), "two hypotheses or more"),
        ((ROUTINE, ROUTINE), "each of its own code"),
        ((INVITED, CRISIS), "a dull hypothesis among them"),
    ],
)
def test_one_explanation_alone_is_not_weighed(hypotheses: tuple[Any, ...], message: str) -> None:
    """There must be a rival, and the dull explanation must stand beside it."""
    with pytest.raises(ModelError, match=message):
        weigh(hypotheses, ())


def test_an_analyst_who_entered_nothing_is_unknown() -> None:
    """Asking for an analyst who entered nothing names those who did."""
    with pytest.raises(ModelError, match=r"who entered likelihoods \(Ada\)"):
        weigh(THREE, (), make_likelihoods("e1", (0.5, 0.5, 0.5), analyst="Ada"), analyst="Bo")


def test_unsigned_likelihoods_stand_in() -> None:
    """One analyst's own numbers go first; where there is none of that analyst, an unsigned one counts."""
    entered = (*make_likelihoods("e1", (0.5, 0.5, 0.5)), *make_likelihoods("e1", (0.9,), (CRISIS,), analyst="Ada"))
    weighing = weigh(THREE, (make_evidence(grade="A1"),), entered, analyst="Ada")
    assert [cell.value for cell in weighing.items[0].cells] == [0.5, 0.5, 0.9]


def test_a_dossier_brings_its_grades() -> None:
    """Evidence of a dossier weighs by the grade of its exhibit."""
    grade = Admiralty(source=Reliability.C, item=Credibility.THREE)
    dossier = Dossier(
        title="The flood",
        first=date(2021, 6, 1),
        last=date(2021, 6, 5),
        exhibits=(Exhibit(code="press", kind=ExhibitKind.PRESS, title="A report", grade=grade),),
        hypotheses=THREE,
        evidence=(make_evidence(source="press"),),
        likelihoods=make_likelihoods("e1", (0.4, 0.9, 0.1)),
    )
    weighing = weigh_dossier(dossier)
    assert [(item.grade, round(item.weight, 2)) for item in weighing.items] == [("C3", 0.36)]
    assert weigh_dossier(OpenDossier(dossier=dossier)) == weighing


def test_an_open_dossier_without_rivals_is_refused() -> None:
    """Where nothing gives cause for a rival, the dull explanation stands alone and nothing is weighed."""
    dossier = Dossier(title="The flood", first=date(2021, 6, 1), last=date(2021, 6, 5))
    with pytest.raises(ModelError, match="one explanation alone cannot be weighed"):
        weigh_dossier(OpenDossier(dossier=dossier))
