"""The report on a comparison: one value that shows itself in every form."""

from __future__ import annotations

import io
import subprocess
import sys

from rich.console import Console

from unit.reports.comparisons.demo import apart_report, demo_report


def test_the_repr_is_one_readable_line() -> None:
    """Both titles and the counts stand in it, or that it is not one event."""
    assert repr(demo_report()) == (
        "<ComparisonReport accounts “Meeting with Prime Minister of Velmark Adela Korin” – “Prime Minister Korin holds "
        "talks with President Vesk of Arvenia”: 4 shared, 12 variants (7 major)>"
    )
    assert repr(apart_report()).endswith("”: not the same event>")


def test_every_form_is_the_same_twice() -> None:
    """The same comparison gives the same output."""
    one, two = demo_report(), demo_report()
    assert one == two
    assert (one.terminal(), one.markdown(), one.html(), one.json()) == (
        two.terminal(),
        two.markdown(),
        two.html(),
        two.json(),
    )


def test_the_name_is_that_of_both_releases() -> None:
    """A file is named after both, in order."""
    report = demo_report()
    first, second = report.comparison.first.release, report.comparison.second.release
    assert report.name == f"{first.name}--{second.name}"


def test_a_notebook_shows_the_page_in_a_frame_of_its_own() -> None:
    """The frame may run no script at all."""
    frame = demo_report()._repr_html_()
    assert frame.startswith("<iframe ")
    assert 'sandbox="allow-popups"' in frame


def test_a_report_prints_itself_in_rich() -> None:
    """A console given the report prints what the report renders."""
    page = io.StringIO()
    Console(file=page, width=80, color_system=None).print(demo_report())
    assert page.getvalue().split() == demo_report().terminal(80).split()


def test_a_report_loads_no_form_before_it_is_asked_for() -> None:
    """Importing the report loads neither rich nor jinja2 nor babel."""
    code = (
        "import sys, communique.reports.comparisons.report\n"
        "print(sorted({'rich', 'jinja2', 'babel'} & {name.partition('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    assert run.stdout.strip() == "[]"
