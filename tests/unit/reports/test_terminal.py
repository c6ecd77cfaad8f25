"""The report in a terminal, at its two widths."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from communique.model import Finding, Grade, Rate, Span
from communique.reports.report import Report
from communique.reports.terminal import MOST_COUNTED, MOST_QUOTED
from unit.reports.accounts import arvenian_report, bare_account, marked_report, velmarkian_report
from unit.reports.precedents import precedented_report

ESCAPE = "\x1b"
ONCE = Rate(seen=1, among=31, low=0.001, high=0.15, reference="calls of Tholia")


def flat(text: str) -> str:
    """Give a report on one line, so that a phrase is found wherever its line was broken."""
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 100, 118, 140, 200])
@pytest.mark.parametrize("report", [arvenian_report(), velmarkian_report()], ids=["arvenia", "velmark"])
def test_no_line_is_wider_than_the_terminal(report: Report, width: int) -> None:
    """Every line fits, in cells of the terminal, and none has blanks at its end."""
    lines = report.terminal(width).splitlines()
    assert max(cell_len(line) for line in lines) <= min(width, 140)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize(
    "owed",
    [
        "President of Arvenia, Press Service · English edition · published Thu 16 May 2019 18:40 +02 · 397 words",
        "cut (“<…>” ¶18)",
        "MEETING Thu 16 May 2019 · Tarsk",
        "XA Ilmar Vesk, President of Arvenia (host)",
        "not stated venue · initiator · format",
        "city in the body (only in the place line)",
        "1 rare against precedent; 1 odd at first sight, usual here; 7 without base. 8 checks.",
        "2 of 31 (2–21 %)",
        "“I know that you are concerned about the fishing zones.” ¶11",
        "Plainly: the subject was already public",
        "Base: so too in 2 of 31 opening words of meetings, 2012 to 2019; surprisal 3.7 bits.",
        "Other account: Velmark's text: “Fishing rights in the northern zones were discussed in detail.”",
        "licence Fictional text written for communique, Apache-2.0",
        "models en_core_web_sm 3.8.0, communique English lexicon 1",
        "8 tried: initiative@1",
    ],
)
def test_everything_a_report_owes_is_printed(owed: str) -> None:
    """Masthead, event, facts, silences, findings with words, rate, base and mirror, and provenance are there."""
    assert owed in flat(arvenian_report().terminal(80))


def test_the_widths_print_the_same_words() -> None:
    """A wide terminal arranges the words of the report otherwise; it leaves none out and adds none."""
    narrow, wide = (sorted(re.findall(r"\w+", arvenian_report().terminal(width))) for width in (100, 140))
    assert narrow == wide


def test_findings_stand_by_grade_in_order() -> None:
    """The grades head their groups, each with what it means."""
    shown = arvenian_report().terminal(80)
    heads = [line for line in shown.splitlines() if re.match(r"(RARE|DIFFERS|OBSERVED|HABIT)  ", line)]
    assert [head.split()[0] for head in heads] == ["RARE", "DIFFERS", "OBSERVED", "HABIT"]


def test_words_stand_beside_their_finding_where_there_is_room() -> None:
    """In a wide terminal statement, words and rate share a line; in a narrow one the words stand below."""
    statement, words = "The railway is credited", "was “proposed by"
    wide = next(line for line in arvenian_report().terminal(140).splitlines() if statement in line)
    narrow = next(line for line in arvenian_report().terminal(80).splitlines() if statement in line)
    assert words in wide
    assert wide.endswith("no base")
    assert words not in narrow


@pytest.mark.parametrize("width", [80, 140])
@pytest.mark.parametrize(
    ("percentile", "first"),
    [(58.06, "Nothing unusual as a whole: 58th"), (95.2, "Unusual as a whole: 95th"), (None, "No base: fewer than 20")],
)
def test_the_judgement_is_the_first_line_under_the_title(width: int, percentile: float | None, first: str) -> None:
    """Whether the whole is unusual is said before anything else, and the counts before the event."""
    report = precedented_report(percentile)
    lines = report.terminal(width).splitlines()
    assert lines[0] == report.account.release.title
    assert lines[1].startswith(first)
    counts = next(n for n, line in enumerate(lines) if re.match(r"\d+ rare against precedent; ", line))
    assert counts < next(n for n, line in enumerate(lines) if line.startswith("MEETING  "))


@pytest.mark.parametrize(
    "owed",
    [
        (
            "so too in 1 of 31 meetings of the President of Arvenia with Velmark, 2012–2018; surprisal 5.0 bits; "
            "a finding as rare turns up once in 50 routine records."
        ),
        "Base, where a finding names none: the same class.",
        "1 Usual here, missing: a word on the tone of the talks. 1 of 31 (0–11 %)",
        "24 of 31 (63–89 %)",
        "corpus desk.sqlite, 4,210 releases of 3 issuers, 1999–2019; only what was published before",
    ],
)
def test_a_rate_has_its_class_its_years_and_its_surprise(owed: str) -> None:
    """A rare finding names its base whole; what is usual shares one that stands above all findings."""
    assert owed in flat(precedented_report(58.06).terminal(80))


def test_what_is_usual_takes_few_lines() -> None:
    """A habit names where its words stand and does not repeat them."""
    shown = arvenian_report().terminal(140).partition("HABIT  ")[2].partition("───")[0]
    assert "the city stands only in the place line.  place line" in shown
    assert "“Tarsk”" not in shown
    assert len(shown.strip().splitlines()) == 3


def test_a_base_of_its_own_is_named() -> None:
    """Where two usual findings were counted over two classes, the one that is not named above all is named there."""
    report = precedented_report(None)
    other = replace(report.findings[-1], rate=replace(rate_of(report.findings[-1]), reference="calls of Tholia"))
    shown = flat(replace(report, findings=(*report.findings[:-1], other)).terminal(80))
    assert "Base, where a finding names none: meetings of the President of Arvenia" in shown
    assert "Base: so too in 24 of 31 calls of Tholia; surprisal 0.4 bits." in shown


def rate_of(finding: Finding) -> Rate:
    """Give the rate of a finding that has one."""
    assert finding.rate is not None
    return finding.rate


def test_without_colour_no_code_is_sent() -> None:
    """Plain output has no escape codes; coloured output has them, and the same words."""
    report = arvenian_report()
    coloured = report.terminal(80, colour=True)
    assert ESCAPE not in report.terminal(80)
    assert ESCAPE in coloured
    assert flat(re.sub(r"\x1b\[[0-9;]*m", "", coloured)) == flat(report.terminal(80))


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A console that was asked for no colour prints none of the colours of grades."""
    monkeypatch.setenv("NO_COLOR", "1")
    page = io.StringIO()
    Console(file=page, width=80, force_terminal=True).print(arvenian_report())
    assert not re.search(r"\x1b\[(?:\d+;)*3[0-7]m", page.getvalue())


def test_a_report_prints_itself_in_rich() -> None:
    """A console given the report prints what the report renders."""
    page = io.StringIO()
    Console(file=page, width=80, color_system=None).print(velmarkian_report())
    assert flat(page.getvalue()) == flat(velmarkian_report().terminal(80))


@pytest.mark.parametrize("hostile", ["\x1b]0;owned\x07", "\x1b[2J", "[bold red]", ":smile:", "\u202e"])
def test_a_text_cannot_steer_the_terminal(hostile: str) -> None:
    """Escape codes of a text are shown as a sign, and rich's own markup stays as it stands."""
    text = f"They {hostile} spoke."
    report = marked_report(text, ((Span(0, len(text)),),), title=f"Call {hostile}")
    shown = report.terminal(80)
    assert ESCAPE not in shown
    assert "\u202e" not in shown
    assert hostile in shown or "\N{REPLACEMENT CHARACTER}" in shown


def test_many_passages_are_counted_not_listed() -> None:
    """After the first passages of a finding the rest is named by paragraph, of what is merely counted after one."""
    text = "\n".join(["some words"] * 6)
    spans = tuple(Span(start, start + 4) for start in range(0, len(text), 11))
    report = marked_report(text, (spans,))
    shown = flat(report.terminal(80))
    assert shown.count("“some”") == MOST_COUNTED
    assert "and 5 more: ¶2 ¶3 ¶4 ¶5 ¶6" in shown
    rare = replace(report, findings=(replace(report.findings[0], grade=Grade.RARE, rate=ONCE),))
    assert flat(rare.terminal(80)).count("“some”") == MOST_QUOTED
    assert "and 3 more: ¶4 ¶5 ¶6" in flat(rare.terminal(80))


@pytest.mark.parametrize(
    ("statement", "printed"),
    [
        ("Left open: “Some words”", False),
        ("Left open: “some words”; “fish”", False),
        ("Left open: “Some”", True),
        ("Some words", True),
    ],
)
def test_what_a_statement_quotes_is_not_printed_again(statement: str, *, printed: bool) -> None:
    """A counted finding that quotes its words names their paragraph alone."""
    report = marked_report("Some words.", ((Span(0, 10),),))
    shown = flat(replace(report, findings=(replace(report.findings[0], statement=statement),)).terminal(80))
    below = shown.partition(statement)[2].partition("Plainly")[0]
    assert ("“Some words”" in below) is printed
    assert "¶1" in below


def test_a_passage_among_the_facts_is_not_printed_again() -> None:
    """The words of the first sentence stand once, where the event is told."""
    account = arvenian_report().account
    assert account.reception.span is not None
    finding = replace(arvenian_report().findings[3], statement="A contact is told", spans=(account.reception.span,))
    assert (
        flat(Report(account=account, findings=(finding,)).terminal(80)).count(
            f"“{account.release.words(account.reception.span)}”"
        )
        == 1
    )


def test_that_no_other_account_is_at_hand_is_said_once() -> None:
    """Above the findings, not in each; where another is at hand each finding tells what that one has."""
    assert flat(velmarkian_report().terminal(80)).count("Other account: not at hand.") == 1
    assert "not at hand" not in flat(arvenian_report().terminal(80))


def test_wide_letters_fit() -> None:
    """Letters of two cells are measured as two."""
    text = "外交部长与总理举行会谈" * 12
    shown = marked_report(text, ((Span(0, len(text)),),), title=text).terminal(80)
    assert max(cell_len(line) for line in shown.splitlines()) <= 80


def test_nothing_found_is_a_full_report() -> None:
    """A release in which nothing was found still shows title, verdict and provenance."""
    shown = flat(Report(account=bare_account("They spoke.")).terminal(80))
    assert "Call with the President of Tholia" in shown
    assert "No finding. No base" in shown
    assert "text key" in shown


@settings(max_examples=25)
@given(st.text(min_size=1, max_size=80).filter(lambda text: bool(text.strip())), st.integers(40, 160))
def test_any_text_fits_any_terminal(text: str, width: int) -> None:
    """Whatever stands in a text, the report can be printed and every line fits."""
    shown = marked_report(text, ((Span(0, len(text)),),)).terminal(width)
    assert max(cell_len(line) for line in shown.splitlines()) <= width
