"""Timelines in every form: the same facts in the same order, for terminal, Markdown, page, plot and other programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest
from lxml import etree, html

from communique.reports.drawing import PlotForm
from communique.reports.timelines.compose import lay_out_timeline
from communique.reports.timelines.glyphs import BOND, glyph_of
from communique.reports.timelines.html import render_timeline_html
from communique.reports.timelines.json import render_timeline_json, timeline_schema
from communique.reports.timelines.layout import NARROW
from communique.reports.timelines.plot import plot_timeline, render_timeline_svg
from communique.reports.timelines.report import TimelineReport
from communique.reports.timelines.wording import NO_CAUSE
from unit.dossiers.timeline_episode import beside, dossier_of, filed
from unit.reports.timelines.drawn import REPORTS, bare, crowded, report_of, whole

SVG = "{http://www.w3.org/2000/svg}"
TEXTS = (TimelineReport.terminal, TimelineReport.markdown, TimelineReport.html)
FORMS: tuple[tuple[PlotForm, bytes], ...] = (("svg", b"<?xml"), ("png", b"\x89PNG"))


def words_of(text: str) -> str:
    """Give a text without the signs that Markdown escapes with, all white space as one blank."""
    return re.sub(r"\s+", " ", text.replace("\\", ""))


@pytest.mark.parametrize("render", TEXTS)
def test_every_form_says_the_same(render: Callable[[TimelineReport], str]) -> None:
    """Titles, leads, gaps, precedence, what is not placed, and that order is no cause."""
    said = words_of(render(whole()))
    for words in (
        "Talks with President of Arvenia Ilmar Vesk",
        "invited to 57 days before (1)",
        "announced 2 days before (3)",
        "55 days after 1 (39 weekdays)",
        "graded B2",
        "the exhibit has no day",
        "Meeting on roads, 17",
        "Holidays of XA, XV are not known",
        NO_CAUSE,
    ):
        assert words in said, words


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_terminal_line_is_never_too_long(width: int) -> None:
    """The table fits its columns."""
    assert max(map(len, whole().terminal(width).splitlines())) <= width


def test_colour_adds_nothing_but_codes() -> None:
    """Without its codes the coloured form is the plain one."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", whole().terminal(100, colour=True))
    assert [line.rstrip() for line in plain.splitlines()] == whole().terminal(100).splitlines()


@pytest.mark.parametrize("report", REPORTS)
def test_json_fits_its_schema(report: Callable[[], TimelineReport]) -> None:
    """Every timeline fits the published form, an empty one too."""
    jsonschema.validate(
        json.loads(render_timeline_json(report())),
        json.loads(timeline_schema()),
        format_checker=jsonschema.FormatChecker(),
    )


def test_json_has_what_a_program_needs() -> None:
    """Dates in EDTF, leads and precedence as numbers."""
    found = json.loads(whole().json())
    talks = found["moments"][4]
    assert found["form"] == "communique/timeline/1"
    assert (talks["when"]["edtf"], talks["lead_days"], talks["weekday"]) == ("2021-06-16T18:00:00+03:00", 57, 3)
    assert found["first_to_publish"][0]["hours"] == 2.5
    assert found["holidays_unknown"] == ["XA", "XV"]


@pytest.mark.parametrize("report", REPORTS)
def test_every_moment_is_in_the_plot_and_named(report: Callable[[], TimelineReport]) -> None:
    """Each moment has a group of its own, with a title for who cannot see it."""
    root = etree.fromstring(render_timeline_svg(report()).encode())
    titles = {
        group.get("id"): group.findtext(f"{SVG}title")
        for group in root.iter(f"{SVG}g")
        if group.find(f"{SVG}title") is not None
    }
    timeline = report().timeline
    wanted = {f"moment-{moment.number}": moment.title for moment in timeline.moments}
    wanted |= {f"parallel-{moment.number}": moment.title for moment in timeline.parallel}
    assert titles.keys() == wanted.keys()
    assert all(wanted[name] in (titles[name] or "") for name in wanted)


def test_the_plot_is_titled_and_described() -> None:
    """Title and description come first, and the root refers to them."""
    root = etree.fromstring(render_timeline_svg(whole(), prefix="a-").encode())
    assert [child.tag for child in list(root)[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root.get("aria-labelledby") == "a-plot-title a-plot-desc"
    assert root[0].text == "Talks in Tarsk"
    assert NO_CAUSE in (root[1].text or "")


def test_a_plot_in_a_page_has_no_style_that_a_policy_refuses() -> None:
    """No style attribute or element is left, and every reference is to something in the plot."""
    root = etree.fromstring(render_timeline_svg(crowded(), prefix="p-").encode())
    assert not list(root.iter(f"{SVG}style"))
    attributes = [dict(element.items()) for element in root.iter(etree.Element)]
    assert not any("style" in given for given in attributes)
    names = {given["id"] for given in attributes if "id" in given}
    assert {str(given["href"]).removeprefix("#") for given in attributes if "href" in given} <= names
    assert all(str(name).startswith("p-") for name in names)


def test_a_plot_alone_is_as_wide_as_the_window_and_no_wider_than_drawn() -> None:
    """Opened in a browser the file fits the window; on a wide one it is as large as it was drawn."""
    root = etree.fromstring(render_timeline_svg(whole()).encode())
    assert (root.get("width"), root.get("height")) == ("100%", None)
    assert "max-width: 864" in (root.get("style") or "")
    assert (root.get("viewBox") or "").startswith("0 0 864")


@pytest.mark.parametrize("report", REPORTS)
def test_the_legend_has_the_signs_that_are_drawn(report: Callable[[], TimelineReport]) -> None:
    """Every sign of a moment stands in the legend as it is drawn, hollow or filled, and no other does."""
    layout = lay_out_timeline(report())
    drawn = {glyph_of(mark.moment) for mark in layout.marks}
    legend = [key.glyph for key in layout.legend if key.glyph is not None and key.glyph.shape != BOND]
    assert set(legend) == drawn
    assert len(legend) == len(drawn)


@pytest.mark.parametrize(("form", "head"), FORMS)
def test_the_same_timeline_gives_the_same_bytes(form: PlotForm, head: bytes) -> None:
    """An image has its form, and neither the time nor chance is in it."""
    image = plot_timeline(whole(), form)
    assert image.startswith(head)
    assert image == plot_timeline(whole(), form)
    assert image != plot_timeline(whole(), form, width=NARROW)


def test_a_page_holds_both_plots_and_no_name_twice() -> None:
    """The plots for wide and narrow windows, of one timeline or several, share no name."""
    page = html.document_fromstring(render_timeline_html((whole(), bare())))
    names = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert len(list(page.iter("figure"))) == 4
    assert "script" not in {element.tag for element in page.iter()}


def test_words_of_releases_are_never_markup() -> None:
    """A headline with markup stands as it is written."""
    account = beside(14)
    hostile = replace(account, release=replace(account.release, title="<script>1</script> | *a* $x$ _b_"))
    report = report_of(dossier_of(filed(hostile)))
    assert "<script>" not in report.html()
    assert "<script>" not in report.svg()
    assert "&lt;script&gt;" in report.markdown()
    assert "<script>1</script> | *a* $x$ _b_" in words_of(report.terminal(200))


def test_a_report_shows_itself() -> None:
    """In a shell it names its dossier and counts; in a notebook it is a framed page."""
    assert repr(whole()) == "<TimelineReport “Talks in Tarsk”: 7 moments, 2 parallel>"
    assert whole()._repr_html_().startswith("<iframe")
    assert whole().name == "Talks in Tarsk"


def test_an_empty_timeline_says_so() -> None:
    """A dossier of nothing is shown as such."""
    assert "0 moments" in bare().terminal()
    assert "No release or exhibit of the dossier has a day." in bare().html()
