"""The report itself: one value that shows itself in every form."""

from __future__ import annotations

import html
import subprocess
import sys

from communique.reports.report import Report
from unit.reports.accounts import arvenian_report, bare_account
from unit.reports.precedents import precedented_report


def test_the_repr_is_one_readable_line() -> None:
    """Kind, day, sides, title and the count of findings stand in it."""
    assert repr(arvenian_report()) == (
        "<Report meeting 2019-05-16 Arvenia–Velmark “Meeting with Prime Minister of Velmark Adela Korin”: "
        "9 findings (1 rare, 2 differs, 5 observed, 1 habit), 8 checks>"
    )


def test_the_repr_tells_the_place_of_the_whole() -> None:
    """Where the record was judged as a whole, its percentile stands before the checks."""
    assert repr(precedented_report(96.5)).endswith(", 96th percentile of 31, 8 checks>")


def test_the_repr_of_a_report_on_nothing() -> None:
    """Without day, sides and findings the line says so."""
    assert repr(Report(account=bare_account("They spoke."))) == (
        "<Report other undated “Call with the President of Tholia”: no findings, 0 checks>"
    )


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    """The page is whole inside the frame, escaped, and may run nothing but its own script."""
    report = arvenian_report()
    frame = report._repr_html_()
    assert frame.startswith("<iframe ")
    assert 'sandbox="allow-scripts allow-popups"' in frame
    assert html.escape(report.html(), quote=True).replace("&quot;", "&#34;").replace("&#x27;", "&#39;") in frame


def test_every_form_is_the_same_twice() -> None:
    """The same report gives the same output."""
    one, two = arvenian_report(), arvenian_report()
    assert one == two
    assert (one.terminal(), one.markdown(), one.html(), one.json()) == (
        two.terminal(),
        two.markdown(),
        two.html(),
        two.json(),
    )


def test_a_report_loads_no_form_before_it_is_asked_for() -> None:
    """Importing the report loads neither rich nor jinja2 nor babel."""
    code = (
        "import sys, communique.reports.report\n"
        "print(sorted({'rich', 'jinja2', 'babel'} & {name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert run.stdout.strip() == "[]"
