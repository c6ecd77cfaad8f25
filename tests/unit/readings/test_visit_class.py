"""The reading of the visit class: the label as it stands, or none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Account, Format, Grade, Kind, Part, Span, Stated, VisitClass
from communique.precedent import NO_PRECEDENT
from communique.readings.visit_class import mark_features, read_visit_class
from unit.readings.accounts import FixedPrecedent, bare_account, guest_account, host_account, words


def labelled(value: VisitClass, part: Part = Part.TEXT) -> Account:
    """Give the guest's account with another class, stated in the first words of a part, and no format."""
    account = guest_account()
    stated = Stated(value=value, span=Span(0, 14, part))
    return replace(account, event=replace(account.event, visit_class=stated, format=None))


def arranged(value: Format | None) -> Account:
    """Give the host's account with a format, stated in the words "at Linden Palace"."""
    account = host_account()
    stated = Stated(value=value, span=words(account.release, "at Linden Palace")) if value else None
    return replace(account, event=replace(account.event, format=stated))


@pytest.mark.parametrize("value", VisitClass)
def test_the_label_is_taken_as_it_stands(value: VisitClass) -> None:
    """Each class has its own code and explanation, with the words that name it."""
    (finding,) = read_visit_class(labelled(value), NO_PRECEDENT)
    assert finding.code == f"visit_class.{value}"
    assert finding.statement == f"The text names the class of the visit, {value}: “Prime Minister”"


def test_a_label_in_the_title_only() -> None:
    """A class that only the title names is said to stand there only."""
    (finding,) = read_visit_class(labelled(VisitClass.STATE, Part.TITLE), NO_PRECEDENT)
    assert "state (in the title only)" in finding.statement


@pytest.mark.parametrize("kind", sorted(Kind))
def test_silence_counts_for_visits_and_meetings_only(kind: Kind) -> None:
    """A call has no class to miss."""
    findings = tuple(read_visit_class(bare_account(kind), NO_PRECEDENT))
    expected = kind in {Kind.VISIT, Kind.MEETING}
    assert [finding.code for finding in findings] == ["visit_class.unstated"] * expected
    assert bool(mark_features(bare_account(kind))) is expected


@pytest.mark.parametrize(
    ("here", "there", "grade"),
    [
        (labelled(VisitClass.STATE), labelled(VisitClass.WORKING), Grade.DIFFERS),
        (labelled(VisitClass.WORKING), labelled(VisitClass.WORKING), Grade.OBSERVED),
        (labelled(VisitClass.WORKING), host_account(), Grade.DIFFERS),
        (host_account(), labelled(VisitClass.WORKING), Grade.DIFFERS),
        (host_account(), host_account(), Grade.OBSERVED),
    ],
)
def test_two_labels_differ(here: Account, there: Account, grade: Grade) -> None:
    """Two classes, or one class and none, differ; the same class, or none in both, does not."""
    (finding,) = read_visit_class(here, NO_PRECEDENT, (there,))
    assert finding.grade is grade
    assert finding.mirror


def test_no_class_by_habit() -> None:
    """Where most comparable texts name no class, naming none is a habit."""
    (finding,) = read_visit_class(host_account(), FixedPrecedent(seen=9, among=31, low=0.16, high=0.47))
    assert (finding.grade, str(finding.rate)) == (Grade.HABIT, "22 of 31")


@pytest.mark.parametrize(
    ("value", "statement", "present"),
    [
        (Format.ONE_ON_ONE, "the principals met alone", {"stated", "one_on_one"}),
        (Format.EXPANDED, "delegations took part", {"stated", "expanded"}),
        (
            Format.BOTH,
            "the principals met alone and with delegations in turn",
            {"stated", "one_on_one", "expanded"},
        ),
    ],
)
def test_the_format_is_told_with_its_words(value: Format, statement: str, present: set[str]) -> None:
    """Whether the principals met alone is told where the text says it, and talks in turn count as both."""
    _, finding = read_visit_class(arranged(value), NO_PRECEDENT)
    assert finding.statement == f"The text says that {statement}: “at Linden Palace”"
    marked = {mark.code for mark in mark_features(arranged(value)) if mark.present}
    assert marked == {f"visit_class.format_{tail}" for tail in present}


@pytest.mark.parametrize(
    ("there", "grade", "mirror"),
    [
        (arranged(Format.ONE_ON_ONE), Grade.OBSERVED, "says that the principals met alone: “at Linden Palace”"),
        (arranged(Format.EXPANDED), Grade.DIFFERS, "says that delegations took part: “at Linden Palace”"),
        (arranged(None), Grade.DIFFERS, "does not say whether they met alone"),
    ],
)
def test_two_formats_differ(there: Account, grade: Grade, mirror: str) -> None:
    """Another format, or none, in the other text is a difference, and its words are printed."""
    _, finding = read_visit_class(arranged(Format.ONE_ON_ONE), NO_PRECEDENT, (there,))
    assert (finding.grade, finding.mirror) == (grade, f"Arvenia's text {mirror}")


@given(value=st.sampled_from(VisitClass))
def test_the_class_stated_is_the_class_marked(value: VisitClass) -> None:
    """A stated class marks itself and that one is stated, and no other class."""
    present = {mark.code for mark in mark_features(labelled(value)) if mark.present}
    assert present == {"visit_class.stated", f"visit_class.{value}"}
