"""A report, or several, as one HTML page that needs no network and runs no foreign code."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from communique.reports.page import compose_sheet
from communique.reports.report import Report

FRAME_HEIGHT = 720
"""Pixels that a report takes in a notebook."""


def render_html(reports: tuple[Report, ...], title: str = "") -> str:
    """
    Give one self-contained page: each text with its marked passages, the findings in the margin beside their words.

    Styles and script stand in the page and are pinned by their hashes: its policy lets nothing else run or load.
    ``title`` names the page; without it the first release does.
    """
    sheets = tuple(compose_sheet(report, f"r{number}") for number, report in enumerate(reports, start=1))
    style, script = _asset("page.css"), _asset("page.js")
    return (
        _pages()
        .get_template("page.html")
        .render(
            title=title or (sheets[0].release.title if sheets else "") or "Report",
            heading=title if len(sheets) > 1 else "",
            sheets=sheets,
            style=style,
            script=script,
            policy=_policy(style, script),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_frame(report: Report) -> str:
    """Give a report for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    page = escape(render_html((report,)))
    title = escape(repr(report))
    return (
        f'<iframe title="{title}" srcdoc="{page}" sandbox="allow-scripts allow-popups" '
        f'style="width: 100%; height: {FRAME_HEIGHT}px; border: 0"></iframe>'
    )


def _policy(style: str, script: str) -> str:
    sources = f"style-src '{_source_hash(style)}'; script-src '{_source_hash(script)}'"
    return f"default-src 'none'; {sources}; base-uri 'none'; form-action 'none'"


def _source_hash(code: str) -> str:
    """Give the hash by which a policy of content security (W3C, CSP level 3) knows a script or style in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _pages() -> Environment:
    return Environment(
        loader=PackageLoader("communique.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _asset(name: str) -> str:
    """Give a style or script as shipped; it is not a template."""
    environment = _pages()
    if environment.loader is None:
        return ""
    return environment.loader.get_source(environment, name)[0].strip()
