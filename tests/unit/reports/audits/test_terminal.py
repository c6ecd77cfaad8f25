"""An audit as a terminal shows it: every claim, its status in capitals, the words that decide, what was not checked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Audit, ClaimStatus
from communique.reports.audits.terminal import render_audit_terminal
from unit.reports.audits.audited import make_audit, make_essay

AUDIT = make_audit()


def flat(text: str) -> str:
    """Give a text on one line, so that line ends do not matter."""
    return " ".join(text.split())


WIDE = flat(render_audit_terminal(AUDIT, width=140, software="communique 0"))


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("12 claims: 4 confirmed · 4 contradicted · 4 untestable.", id="count by status at the head"),
        pytest.param("2 sentences claim nothing that could be checked", id="rhetoric counted"),
        pytest.param("“Ilmar Vesk invited Adela Korin to visit Tarsk in the first months of next year.”", id="words"),
        pytest.param("2020-12-15-merano-bay, Tue 15 Dec 2020, ¶3", id="release, date and place in the text"),
        pytest.param("initiative: The invitation of December went the other way.", id="plain statement"),
        pytest.param("14 of 22 records of working visits to Tarsk, 2015 to 2021 (43% to 80%)", id="precedent"),
        pytest.param("no base: no earlier visits of this class are at hand", id="no base"),
        pytest.param("“let us recall” (2) → “Korin came to Tarsk in order to save her …” (9)", id="hedge trail"),
        pytest.param("taken from “According to the Velmarkian account”", id="whose word it is said to be"),
        pytest.param(
            "NOT DECIDED BY ANY SOURCE 4 of 12 claims UNTESTABLE not looked for: no text could", id="the rest"
        ),
        pytest.param("3 further releases bear on no claim", id="releases that decide nothing are counted"),
        pytest.param("audited by communique 0", id="the program"),
    ],
)
def test_the_report_says_what_a_reader_needs(words: str) -> None:
    """Each line that a reader of an audit needs stands in the report."""
    assert words in WIDE


@pytest.mark.parametrize("width", [60, 80, 140])
def test_every_claim_stands_with_its_status_at_any_width(width: int) -> None:
    """Numbers, words and statuses of all claims are printed in narrow and in wide terminals, within the width."""
    page = render_audit_terminal(AUDIT, width=width)
    head, _, rest = page.partition("NOT DECIDED BY ANY SOURCE")
    assert all(head.count(status.upper()) == 4 for status in ("confirmed", "contradicted", "untestable"))
    assert all(f"{ruling.claim.number:>3}  “" in head for ruling in AUDIT.rulings)
    assert rest
    assert max(map(len, page.splitlines())) <= width


def test_an_essay_without_claims_is_told_so() -> None:
    """Without a claim the report says that none was found, and lists nothing as unchecked."""
    page = render_audit_terminal(Audit(essay=make_essay(), dossier="Empty", rulings=()), width=80)
    assert "No claim was found that a source could bear on." in page
    assert "NOT DECIDED" not in page


@given(st.permutations(list(ClaimStatus)))
def test_the_count_at_the_head_is_that_of_the_claims(order: list[ClaimStatus]) -> None:
    """However the statuses fall, the head counts as many of each as there are claims with it."""
    rulings = tuple(
        replace(ruling, status=status)
        for ruling, status in zip(AUDIT.rulings[:5], order, strict=True)
        if ruling.witnesses
    )
    head = flat(render_audit_terminal(replace(AUDIT, rulings=rulings), width=120)).partition(" Checked against")[0]
    assert all(f"1 {status}" in head for status in order)


def test_codes_that_steer_a_terminal_are_tamed() -> None:
    """Words of an essay cannot clear the screen of who reads the report."""
    ruling = replace(AUDIT.rulings[0], statement="calm\x1b[2J")
    essay = make_essay(title="Calm\x1b[2J")
    page = render_audit_terminal(replace(AUDIT, essay=essay, rulings=(ruling,)), width=80)
    assert "\x1b" not in page


def test_a_release_without_an_identifier_is_named_by_its_title() -> None:
    """Nobody reads a hash: issuer and title name a release that no corpus has named."""
    witness = AUDIT.rulings[0].witnesses[0]
    bare = replace(witness, release=replace(witness.release, identifier=None))
    page = flat(
        render_audit_terminal(replace(AUDIT, rulings=(replace(AUDIT.rulings[0], witnesses=(bare,)),)), width=140)
    )
    assert "xa-president, “Talks with Prime Minister of Velmark Adela Korin”, Thu 18 Feb 2021, ¶1" in page
