"""The words of a weighing."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reports.matrices.wording import find_changes, find_decision, find_headline, mark_of_ratio, ratio_label
from unit.reasoning.weighing_cases import make_likelihoods
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


def test_what_decides_is_told() -> None:
    """The item without which another leads decides; where none does, the one that moves most is told."""
    assert find_decision(make_report().weighing) == "invited (2 items) decides: without it routine leads."
    both = make_dossier(
        evidence=(INVITATION, TOPICS),
        likelihoods=(
            *make_likelihoods("invitation", (0.2, 0.9, 0.1), analyst="Ada"),
            *make_likelihoods("topics", (0.2, 0.9, 0.1), analyst="Ada"),
        ),
    )
    told = find_decision(make_report(both).weighing)
    assert told.startswith("No item alone decides; invitation moves the share of invited most, +")
