"""A comparison, or several, as one HTML page that needs no network and no script."""

from __future__ import annotations

from communique.reports.comparisons.page import compose_comparison
from communique.reports.comparisons.report import ComparisonReport
from communique.reports.comparisons.sheet import Sheet
from communique.reports.webpage import asset_of, framed, page_environment, policy_of

LIT = "background: color-mix(in srgb, var(--link) 22%, transparent); box-shadow: 0 -2px 0 var(--link);"
"""How a passage and its counterpart are drawn while one is pointed at, focused, or led to: with a line above."""

MOST_POINTED = 80
"""Ties of a page up to which pointing lights both ends; with more a browser lags, and only links followed do."""

SEVERAL = "Comparisons"


def render_comparison_html(reports: tuple[ComparisonReport, ...], title: str = "") -> str:
    """
    Give one self-contained page: the two texts side by side, passages that answer each other linked, then the tables.

    Several comparisons follow each other under a list of them. Styles stand in the page and are pinned by their hash:
    its policy lets nothing else load, and no script run. ``title`` names the page; without it the first line does.
    """
    sheets = tuple(compose_comparison(report, f"c{number}") for number, report in enumerate(reports, start=1))
    style = "\n".join((asset_of("page.css"), asset_of("comparison.css", __package__), _lights(sheets)))
    named = sheets[0].head if len(sheets) == 1 else SEVERAL
    return (
        page_environment(__package__)
        .get_template("comparison.html")
        .render(
            title=title or named,
            sheets=sheets,
            style=style,
            policy=policy_of(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_article(report: ComparisonReport, *, anchor: str = "c1", level: str = "h1") -> str:
    """
    Give the part of the page that is the comparison, for a page of somebody else's that has its styles.

    Passages that answer each other are links, and carry the keys that they share (``data-ties``): what lights both is
    up to that page.
    """
    template = page_environment(__package__).get_template("comparison_sheet.html")
    return template.render(sheet=compose_comparison(report, anchor), level=level)


def render_comparison_frame(report: ComparisonReport) -> str:
    """Give a comparison for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    return framed(render_comparison_html((report,)), repr(report))


def _lights(sheets: tuple[Sheet, ...]) -> str:
    """Give the rules by which a passage and its counterpart are lit together; every name in them is our own."""
    pointing = sum(len(sheet.ties) for sheet in sheets) <= MOST_POINTED
    rules = (_light(sheet.anchor, key, anchors, pointing) for sheet in sheets for key, anchors in sheet.ties)
    return "\n".join(rules)


def _light(anchor: str, key: str, anchors: tuple[str, ...], pointing: bool) -> str:  # noqa: FBT001 - as counted
    tied = f'[data-ties~="{key}"]'
    targets = f":is({', '.join(f'#{name}' for name in anchors)}):target"
    lighting = f"{tied}:is(:hover, :focus-visible), {targets}" if pointing else targets
    return f"#{anchor}:has({lighting}) {tied} {{ {LIT} }}"
