"""The rows of an audit: no kind twice, no bracket left open, no empty name, no words twice, places by sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Audit, Bearing, ClaimKind, ClaimStatus, Release, Ruling, Span, Witness
from communique.reports.audits.html import render_audit_html
from communique.reports.audits.markdown import render_audit_markdown
from communique.reports.audits.rows import find_rows, find_sources, find_undecided, idle_label, undecided_label
from communique.reports.audits.terminal import render_audit_terminal
from unit.reports.audits.audited import make_audit, make_essay

AUDIT = make_audit()
BLOCK = Release(
    address="https://president.arvenia.example/7",
    issuer="xa-president",
    language="en",
    title="Talks",
    text="Ilmar Vesk met Adela Korin. They spoke of fishing. Nothing was signed. Mr. Vesk then left.",
    identifier="7",
)


def ruling_with(ruling: Ruling, *, text: str, words: str) -> Audit:
    """Put one ruling on words of another essay."""
    start = text.index(words)
    claim = replace(ruling.claim, span=Span(start, start + len(words)), hedges=(), attributed=None)
    return replace(AUDIT, essay=make_essay(text), rulings=(replace(ruling, claim=claim),))


@pytest.mark.parametrize("statement", ["Motive: no text can show it.", "no text can show it."])
def test_the_kind_of_a_claim_is_printed_once(statement: str) -> None:
    """Whether or not the statement names the kind, a reader sees it once, and never the word for what is denied."""
    ruling = replace(AUDIT.rulings[8], statement=statement)
    ruling = replace(ruling, claim=replace(ruling.claim, kind=ClaimKind.MOTIVE, denied=True))
    audit = replace(AUDIT, rulings=(ruling,))
    page = render_audit_terminal(audit, width=100)
    assert "     motive: no text can show it.\n" in page
    assert "motive: **no text can show it.**" in render_audit_markdown(audit).replace("\\", "")
    assert "denied" not in page + render_audit_markdown(audit) + render_audit_html(audit)


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        pytest.param(
            "A visit (unplanned, probably, and short).",
            "A visit (unplanned, probably",
            "A visit (unplanned, probably …)",
            id="cut inside a bracket",
        ),
        pytest.param("She left (late).", "She left (late", "She left (late)", id="cut before its end"),
        pytest.param("He (tired) sat.", "tired) sat", "(… tired) sat", id="cut after its beginning"),
        pytest.param("He (tired) sat.", "He (tired) sat", "He (tired) sat", id="whole"),
    ],
)
def test_no_bracket_of_a_claim_is_left_open(text: str, words: str, shown: str) -> None:
    """The display closes a bracket that the claim was cut in; the claim itself stays exact."""
    (row,) = find_rows(ruling_with(AUDIT.rulings[0], text=text, words=words))
    assert row.words == shown


def test_an_empty_name_leaves_no_comma_behind() -> None:
    """A note on somebody whom no table names begins with what is told of them."""
    witness = replace(AUDIT.rulings[0].witnesses[0], note="on whose idea it was: , invited")
    (row,) = find_rows(replace(AUDIT, rulings=(replace(AUDIT.rulings[0], witnesses=(witness,)),)))
    assert row.cited[0].note == "on whose idea it was: invited"


@pytest.mark.parametrize(
    ("words", "locus"), [("fishing", "¶1, s. 2"), ("Mr. Vesk", "¶1, s. 4"), ("fishing. Nothing", "¶1, s. 2–3")]
)
def test_words_of_a_text_in_one_block_are_placed_by_sentence(words: str, locus: str) -> None:
    """A paragraph that is the whole text tells nobody where to look; its sentence does."""
    start = BLOCK.text.index(words)
    witness = Witness(release=BLOCK, span=Span(start, start + len(words)), bearing=Bearing.FOR)
    (row,) = find_rows(replace(AUDIT, rulings=(replace(AUDIT.rulings[0], witnesses=(witness,)),)))
    assert row.cited[0].locus == locus


def test_the_same_words_are_printed_once_and_then_pointed_to() -> None:
    """A later claim on the same words says under which number they stand, on the terminal and in Markdown."""
    first, second = AUDIT.rulings[0], AUDIT.rulings[1]
    audit = replace(AUDIT, rulings=(first, replace(second, witnesses=first.witnesses)))
    words = first.witnesses[1].words
    for page in (render_audit_terminal(audit, width=140), render_audit_markdown(audit)):
        assert page.count(words) == 1
        assert "the words as under 1" in page


def test_words_cited_twice_for_one_claim_are_printed_once() -> None:
    """A witness called twice for one claim is heard once."""
    ruling = replace(AUDIT.rulings[0], witnesses=AUDIT.rulings[0].witnesses * 2)
    (row,) = find_rows(replace(AUDIT, rulings=(ruling,)))
    assert len(row.cited) == len(AUDIT.rulings[0].witnesses)


def test_what_no_source_decides_is_listed_by_status_and_kind() -> None:
    """What was looked for stands apart from what no text could decide, by number and kind, without the words."""
    rulings = tuple(
        replace(ruling, status=ClaimStatus.NOT_FOUND) if ruling.claim.number in {2, 12} else ruling
        for ruling in AUDIT.rulings
    )
    groups = find_undecided(replace(AUDIT, rulings=rulings))
    assert [(group.status, group.number) for group in groups] == [
        (ClaimStatus.NOT_FOUND, 2),
        (ClaimStatus.UNTESTABLE, 3),
    ]
    assert undecided_label(groups[0]).startswith("initiative 2 · ")
    page = render_audit_terminal(replace(AUDIT, rulings=rulings), width=140)
    told = page.partition("NOT DECIDED BY ANY SOURCE")[2].partition("────")[0]
    assert "“" not in told
    assert "looked for, and in no source at hand" in told


def test_releases_that_bear_on_nothing_are_counted_in_one_line() -> None:
    """A dossier of thirty parallel events costs one line, in Markdown too; the page has their names folded away."""
    audit = replace(AUDIT, sources=(*AUDIT.sources, *(f"xa-president:{number}" for number in range(30))))
    assert idle_label(find_sources(audit)) == "33 further releases bear on no claim"
    assert "xa-president:17" not in render_audit_terminal(audit, width=80) + render_audit_markdown(audit)
    assert "xa-president:17" in render_audit_html(audit)
