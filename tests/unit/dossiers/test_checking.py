"""What is wrong with a dossier whose form fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.checking import FaultKind, find_faults
from communique.dossiers.exact_words import find_nearest, stands_in
from communique.dossiers.opened import OpenDossier, Unread
from communique.model import Evidence, Filing, Hypothesis, Role
from unit.dossiers.dossiers_made import B2, FERRY
from unit.dossiers.opened_made import TALKS, filed, opened
from unit.fictional import tables

BARE = replace(FERRY, evidence=(), likelihoods=())


def with_evidence(source: str = "", quote: str = "") -> OpenDossier:
    """Open the ferry talks with one item of evidence."""
    item = Evidence(code="D1", statement="S", grade="B2", source=source, quote=quote)
    return opened(dossier=replace(FERRY, evidence=(item,), likelihoods=()))


def test_a_dossier_in_order_has_no_faults() -> None:
    """Read, graded, with reasons, exact words and what would refute: nothing is told."""
    assert list(find_faults(opened())) == []


@pytest.mark.parametrize(
    ("dossier", "kind", "told"),
    [
        (
            opened(
                filed(),
                unread=(Unread(filing=Filing(source="gone.html", reason="R", grade=B2), reason="no file"),),
                dossier=BARE,
            ),
            FaultKind.UNREAD,
            "gone.html: no file",
        ),
        (
            opened(filed(), filed("b.html", text=TALKS.replace("\n", " ")), dossier=BARE),
            FaultKind.TWICE,
            "the same text as talks.html",
        ),
        (opened(filed(day=22), dossier=BARE), FaultKind.DAY, "event of 2021-06-22"),
        (opened(filed(day=10), dossier=BARE), FaultKind.DAY, "event of 2021-06-10"),
        (opened(filed(day=22, role=Role.INVITATION), dossier=BARE), FaultKind.DAY, "invitation of 2021-06-22"),
        (opened(filed(day=None), dossier=BARE), FaultKind.DAY, "no day is known"),
        (opened(filed(reason=" "), dossier=BARE), FaultKind.REASON, "no reason why it belongs"),
        (with_evidence(source="nowhere.html"), FaultKind.SOURCE, "neither a release nor an exhibit"),
        (with_evidence(quote="I asked"), FaultKind.SOURCE, "no source is named"),
        (
            with_evidence(source="talks.html", quote="I asked for that meeting"),
            FaultKind.QUOTE,
            "I asked for this meeting",
        ),
        (with_evidence(source="talks.html", quote="i asked"), FaultKind.QUOTE, "I asked"),
        (with_evidence(source="E1", quote="He left late."), FaultKind.QUOTE, "does not stand in E1"),
        (
            opened(dossier=replace(FERRY, hypotheses=(*FERRY.hypotheses, Hypothesis(code="H2", statement="S")))),
            FaultKind.REFUTATION,
            "hypothesis H2",
        ),
        (opened(dossier=replace(BARE, hypotheses=())), FaultKind.DULL, "none for the routine"),
    ],
)
def test_a_fault_is_found(dossier: OpenDossier, kind: FaultKind, told: str) -> None:
    """Each thing wrong is told once, with its kind and its place."""
    (fault,) = find_faults(dossier)
    assert (fault.kind, told in str(fault)) == (kind, True), str(fault)


@pytest.mark.parametrize(
    ("day", "role"),
    [
        (10, Role.ANNOUNCEMENT),
        (1, Role.INVITATION),
        (1, Role.PARALLEL),
        (28, Role.PARALLEL),
        (11, Role.EVENT),
        (21, Role.STATEMENT),
    ],
)
def test_what_lies_beside_the_span_is_no_fault(day: int, role: Role) -> None:
    """Announcements and invitations come long before, anything a few days beside it, parallel events at any time."""
    assert list(find_faults(opened(filed(day=day, role=role), dossier=BARE))) == []


@pytest.mark.parametrize(
    ("side", "told"),
    [
        ("Velmarck", "did you mean Velmark (XV)?"),
        ("Velmark", "its code is XV"),
        ("QQ", "a code or a name of the tables"),
    ],
)
def test_a_side_that_no_table_knows_is_a_fault(side: str, told: str) -> None:
    """A misspelt side finds nothing later on, and so is told; without tables none is unknown."""
    dossier = opened(dossier=replace(FERRY, sides=("XA", side)))
    (fault,) = find_faults(dossier, tables())
    assert (fault.kind, told in str(fault)) == (FaultKind.SIDE, True), str(fault)
    assert list(find_faults(dossier)) == []


def test_a_grade_is_missed_where_the_episode_rests_on_it() -> None:
    """An ungraded release of the episode is told, an ungraded parallel event is not; so is ungraded evidence."""
    event, beside = filed(), filed("b.html", text="Another day.", role=Role.PARALLEL)
    bare = [replace(item, filing=replace(item.filing, grade=None)) for item in (event, beside)]
    assert [str(fault) for fault in find_faults(opened(*bare, dossier=BARE))] == [
        "release talks.html: no grade of source and item"
    ]
    evidence = (Evidence(code="D1", statement="S"),)
    (fault,) = find_faults(opened(dossier=replace(FERRY, evidence=evidence, likelihoods=())))
    assert (fault.kind, fault.place) == (FaultKind.GRADE, "evidence D1")


@pytest.mark.parametrize("source", ["talks.html", "corpus:talks.html", "https://press.example/talks.html", "E1"])
def test_a_source_has_several_names(source: str) -> None:
    """Evidence names its source as it is filed, by the name of its corpus or its address, or an exhibit's code."""
    quote = "He left early." if source == "E1" else "I asked for this meeting"
    assert list(find_faults(with_evidence(source=source, quote=quote))) == []


def test_words_of_an_unread_release_are_not_doubted() -> None:
    """What cannot be read is told once; its words are not called wrong besides."""
    unread = Unread(filing=filed().filing, reason="no file")
    evidence = (Evidence(code="D1", statement="S", grade="B2", source="talks.html", quote="anything"),)
    faults = find_faults(opened(filed("b.html"), unread=(unread,), dossier=replace(BARE, evidence=evidence)))
    assert [fault.kind for fault in faults] == [FaultKind.UNREAD]


@given(st.text(alphabet="ab \n,.", min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_of_a_text_stands_in_it(text: str, one: int, other: int) -> None:
    """Any part of a text, cut anywhere, stands in it whatever white space parts its words."""
    part = text[min(one, other) : max(one, other)]
    assert stands_in(part, text)
    assert stands_in(" ".join(part.split()), text)


@pytest.mark.parametrize(
    ("words", "text", "near"),
    [
        ("trade grew by 19.7", "He said trade grew by 19.6 percent.", "trade grew by 19.6"),
        ("the moon is made of cheese", "They spoke of the ferry line for hours on end.", ""),
        ("ab", "abc", ""),
        ("longer than the text", "short", ""),
    ],
)
def test_the_nearest_words_are_whole(words: str, text: str, near: str) -> None:
    """Words that nearly stand in a text are shown as they stand there; what is far off is not."""
    assert find_nearest(words, text) == near


@pytest.mark.parametrize(("source", "bare"), [("talks.html", False), ("", True)])
def test_evidence_may_take_the_grade_of_its_source(source: str, *, bare: bool) -> None:
    """Evidence without a grade is told only where its release has none either."""
    item = Evidence(code="D1", statement="S", source=source)
    found = find_faults(opened(dossier=replace(FERRY, evidence=(item,), likelihoods=())))
    assert ("evidence D1" in {fault.place for fault in found if fault.kind is FaultKind.GRADE}) is bare
