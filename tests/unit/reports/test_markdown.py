"""The report as Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Span
from communique.reports.markdown import escaped
from communique.reports.report import Report
from unit.reports.accounts import arvenian_report, marked_report, velmarkian_report
from unit.reports.precedents import precedented_report


@pytest.mark.parametrize("report", [arvenian_report(), velmarkian_report()], ids=["arvenia", "velmark"])
def test_headings_follow_one_order(report: Report) -> None:
    """Title, event, findings, text and source are headed in that order."""
    heads = [line for line in report.markdown().splitlines() if line.startswith(("# ", "## "))]
    assert heads[0] == f"# {report.account.release.title}"
    assert heads[2:] == ["## Findings", "## Text", "## Source"]


def test_findings_carry_words_explanation_rate_and_mirror() -> None:
    """Under its number a finding has rate, plain explanation, exact words with their place, base and mirror."""
    page = arvenian_report().markdown()
    assert "**1. An open dispute is named in the host's opening words** — 2 of 31 (2–21 %)" in page
    assert "- “I know that you are concerned about the fishing zones.” (¶11)" in page
    assert "- Base: so too in 2 of 31 opening words of meetings, 2012 to 2019; surprisal 3.7 bits" in page
    assert "- Other account: Velmark's text names the Linden Palace" in page


def test_the_judgement_opens_the_page() -> None:
    """Under the title stands whether the whole is unusual, then the counts; the findings begin with the rare ones."""
    title, judgement, counts, *rest = precedented_report(96.5).markdown().split("\n\n")
    assert title.startswith("# ")
    assert judgement.startswith("**Unusual as a whole: 96th percentile of 31 comparable records (meetings of")
    assert " rare against precedent; " in counts
    assert counts.endswith("Other account: not at hand.")
    assert rest[rest.index("## Findings") + 1] == "### Rare: against precedent, the least expected first"
    assert not any("not at hand" in block for block in rest)
    assert "- corpus: desk.sqlite, 4,210 releases" in precedented_report(96.5).markdown()


def test_the_text_is_whole_and_names_the_findings_of_each_paragraph() -> None:
    """Every paragraph stands with its number, and says which findings open on it."""
    page = arvenian_report().markdown()
    assert "¶4 Taking part in the talks" in page
    assert "last year. *(finding 3)*" in page
    assert "who is in Arvenia on a working visit. *(findings 5, 6)*" in page


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[click](javascript:alert(1))",
        "![x](https://example.org/pixel)",
        "| a | b |",
        "`code`",
        "**bold** _it_",
        "&lt;b&gt;",
    ],
)
def test_no_word_of_a_text_acts_as_markup(hostile: str) -> None:
    """Tags, links, pictures, tables and emphasis of a text stand as letters."""
    report = marked_report(hostile, ((Span(0, len(hostile)),),), title=hostile)
    assert hostile not in report.markdown()


@given(st.text())
def test_escaped_words_hold_no_live_sign(text: str) -> None:
    """Every sign that Markdown could read is behind a backslash or an entity, on one line."""
    calm = escaped(text)
    bare = calm.replace("\\\\", "")
    for sign in "\\`*_[]|~$#":
        bare = bare.replace(f"\\{sign}", "")
    assert not set("`*_[]|~$<>\n") & set(bare)
    assert bare.count("&") == bare.count("&amp;") + bare.count("&lt;") + bare.count("&gt;")
