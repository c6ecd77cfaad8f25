"""Grades of source and item: how they are written, and how much they let an item weigh."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.errors import ModelError
from communique.model import Admiralty, Credibility, Dossier, Exhibit, ExhibitKind, Filing, Reliability
from communique.reasoning.grading import graded_evidence, lowered_weight, lowest_grade, parse_grade, weight_of
from unit.reasoning.weighing_cases import make_evidence

ALL = tuple(Admiralty(source=source, item=item) for source in Reliability for item in Credibility)


@pytest.mark.parametrize(
    ("words", "weight"), [("A1", 1.0), ("b2", 0.64), (" C3 ", 0.36), ("F6", 0.16), ("", 0.16), ("E5", 0.04)]
)
def test_a_grade_lets_an_item_weigh_so_much(words: str, weight: float) -> None:
    """The best grade counts in full; what is not graded counts as what cannot be judged."""
    assert weight_of(parse_grade(words)) == pytest.approx(weight)


@pytest.mark.parametrize("words", ["G1", "A7", "A", "2B", "A12", "B-2"])
def test_what_is_no_grade_is_refused(words: str) -> None:
    """The message says what a grade looks like."""
    with pytest.raises(ModelError, match='write it as in "B2"'):
        parse_grade(words)


@pytest.mark.parametrize("grade", ALL, ids=str)
def test_a_worse_grade_weighs_less(grade: Admiralty) -> None:
    """One step down on both scales weighs less, also below the worst step and where nothing can be judged."""
    assert 0.0 < lowered_weight(grade) < weight_of(grade)


@pytest.mark.parametrize("words", ["D4", "C4", "D3", "B3", "A1"])
def test_nothing_is_gained_by_leaving_a_grade_out(words: str) -> None:
    """What is not graded, or cannot be judged, weighs no more than a doubtful source that says a doubtful thing."""
    assert weight_of(parse_grade("")) == weight_of(parse_grade("F6")) <= weight_of(parse_grade(words))


@pytest.mark.parametrize(
    ("grades", "lowest"),
    [(("A1", "B2", "A2"), "B2"), (("", "b2"), "B2"), (("E5", "F6"), "E5"), (("", " "), ""), ((), "")],
)
def test_the_lowest_of_several_grades(grades: tuple[str, ...], lowest: str) -> None:
    """The grade that lets weigh least is taken, of those that are written."""
    assert lowest_grade(grades) == lowest


@pytest.mark.parametrize("grade", ALL, ids=str)
def test_weights_are_shares(grade: Admiralty) -> None:
    """Every grade weighs something and none more than the whole; it reads back as it is written."""
    assert 0.0 < weight_of(grade) <= 1.0
    assert parse_grade(str(grade)) == grade


def test_an_item_takes_the_grade_of_what_it_rests_on() -> None:
    """An item without a grade of its own has that of its exhibit or release; one with a grade keeps it."""
    b2, c3 = (Admiralty(source=Reliability(w[0]), item=Credibility(w[1])) for w in ("B2", "C3"))
    dossier = Dossier(
        title="The flood",
        first=date(2021, 6, 1),
        last=date(2021, 6, 5),
        filings=(Filing(source="ours.html", grade=b2),),
        exhibits=(Exhibit(code="press-1", kind=ExhibitKind.PRESS, title="A report", grade=c3),),
        evidence=(
            make_evidence("e1", source="ours.html"),
            make_evidence("e2", source="press-1"),
            make_evidence("e3", source="ours.html", grade="A1"),
            make_evidence("e4"),
        ),
    )
    assert [item.grade for item in graded_evidence(dossier)] == ["B2", "C3", "A1", ""]
    spelled = replace(dossier, evidence=(make_evidence("e1", source="./ours.html"),))
    assert [item.grade for item in graded_evidence(spelled)] == ["B2"]
