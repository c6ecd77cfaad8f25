"""The words of a weighing."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reasoning.linting import lint_text
from communique.reports.matrices.sheet import compose_sheet
from communique.reports.matrices.wording import (
    find_changes,
    find_decision,
    find_headline,
    likelihood_sentence,
    mark_of_ratio,
    ratio_label,
    without_label,
)
from unit.reasoning.weighing_cases import THREE, make_likelihoods
from unit.reports.matrices.weighed_made import INVITATION, TOPICS, make_dossier, make_report


@pytest.mark.parametrize(
    ("ratio", "mark"),
    [
        (math.inf, "++"),
        (3.0, "++"),
        (2.0, "+"),
        (1.2, "·"),
        (1.0, "·"),
        (0.85, "·"),
        (0.5, "−"),
        (0.3, "−−"),
        (0.0, "−−"),
    ],
)
def test_a_ratio_has_its_sign(ratio: float, mark: str) -> None:
    """Two signs from three times on, one from a quarter more on, a dot between."""
    assert mark_of_ratio(ratio) == mark


@given(st.floats(1e-6, 1e6))
def test_signs_mirror(ratio: float) -> None:
    """What speaks for one speaks against the other as much."""
    mirror = {"++": "−−", "+": "−", "·": "·", "−": "+", "−−": "++"}
    if all(abs(abs(math.log(ratio)) - math.log(edge)) > 1e-9 for edge in (1.25, 3.0)):
        assert mark_of_ratio(1.0 / ratio) == mirror[mark_of_ratio(ratio)]


@given(st.floats(1.0, allow_infinity=True, allow_nan=False))
def test_a_ratio_is_printed_short(ratio: float) -> None:
    """No ratio takes more than nine signs, however great."""
    assert len(ratio_label(ratio)) <= 9


def test_level_explanations_are_called_level() -> None:
    """Where two have the same share none is called ahead, and a rival needs no more than any fact."""
    dossier = make_dossier(
        evidence=(INVITATION,), likelihoods=make_likelihoods("invitation", (0.8, 0.8, 0.1), analyst="Ada")
    )
    report = make_report(dossier)
    assert find_headline(report) == "No explanation is ahead: routine and invited are level."
    assert find_changes(report.weighing)[1].startswith("invited is level with routine")


def test_the_headline_can_be_read_without_the_matrix() -> None:
    """The explanation stands in its words; that it is ahead, and how likely it is by itself, are two sentences."""
    told = find_headline(make_report())
    ahead, says, likely = told.partition(" It says: “")[0], told.partition("“")[2], told.partition("” ")[2]
    assert ahead == "invited is ahead of the others."
    assert says.startswith(make_report().weighing.leader.hypothesis.statement)
    assert likely.startswith("By itself: ")
    assert likely.endswith("under the changes tried.")
    assert "confiden" not in told


def test_words_of_the_dossier_do_not_mix_with_the_judgement() -> None:
    """A statement that speaks of confidence stays a sentence of its own, however it ends; no sentence has both."""
    sure = replace(THREE[1], statement="A visit; we hold this with high confidence")
    report = make_report(make_dossier((THREE[0], sure, THREE[2])))
    for told in (find_headline(report), *map(likelihood_sentence, report.weighing.standings)):
        assert not [remark for remark in lint_text(told.replace("“", "").replace("”", "")) if "with" in remark.code]
    assert "high confidence.”" in find_headline(report)
    assert likelihood_sentence(report.weighing.standings[1]).startswith("invited: likely (")


@pytest.mark.parametrize("times", [1.001, 1.5, 2.0, 8.0])
def test_only_level_rivals_are_called_level(times: float) -> None:
    """A rival that is behind, by however little, needs a fact as many times likelier under it as is told."""
    values = (0.08, 0.08 * times, 0.01)
    dossier = make_dossier(evidence=(INVITATION,), likelihoods=make_likelihoods("invitation", values, analyst="Ada"))
    told = find_changes(make_report(dossier).weighing)[1]
    assert told.startswith(f"routine would lead after a fact more than {times:.1f} times likelier under it than")


def test_where_nothing_moves_nothing_is_said_to() -> None:
    """An item that is as likely under every explanation moves none, and level explanations do not lead without it."""
    flat = make_dossier(evidence=(TOPICS,), likelihoods=make_likelihoods("topics", (0.5, 0.5, 0.5), analyst="Ada"))
    weighing = make_report(flat).weighing
    assert (
        find_decision(weighing) == "No item alone decides, and none moves the share of routine by as much as a point."
    )
    assert without_label(weighing.influences[0]) == "the same are level without it"


def test_each_analyst_has_a_number_and_a_reason_of_his_own() -> None:
    """Two analysts' reasons for one cell stand apart, each with the number that is that analyst's."""
    ada, bo = (
        make_likelihoods("topics", (value, 0.5, 0.1), analyst=name) for name, value in (("Ada", 0.9), ("Bo", 0.2))
    )
    part = make_likelihoods("topics", (0.3,), THREE[:1], analyst="Cy")
    report = make_report(make_dossier(evidence=(TOPICS,), likelihoods=(*ada, *bo, *part)))
    (item,) = compose_sheet(report).items
    label = {line.code: line.label for line in compose_sheet(report).lines}["routine"]
    told = {(reason.who, dict(reason.values)[label]) for reason in item.reasons}
    assert told == {("Ada", ".90"), ("Bo", ".20")}
    for form in (report.terminal(140), report.markdown(), report.html()):
        assert "left out, as not under every explanation: Cy" in form


def test_what_decides_is_told() -> None:
    """The item without which another leads decides; where none does, the one that moves most is told."""
    assert find_decision(make_report().weighing) == "E1, E2 (invited) decides: without it routine leads."
    both = make_dossier(
        evidence=(INVITATION, TOPICS),
        likelihoods=(
            *make_likelihoods("invitation", (0.2, 0.9, 0.1), analyst="Ada"),
            *make_likelihoods("topics", (0.2, 0.9, 0.1), analyst="Ada"),
        ),
    )
    told = find_decision(make_report(both).weighing)
    assert told.startswith("No item alone decides; E1 (invitation) moves the share of invited most, +")
