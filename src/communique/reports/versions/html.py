"""Versions of a text, or of several, as one HTML page that needs no network and runs no code at all."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from communique.reports.html import FRAME_HEIGHT
from communique.reports.versions.layout import compose_sheet
from communique.reports.versions.report import VersionsReport

STYLES = ("page.css", "versions.css")
"""The style of every report, then what only versions have."""


def render_html(reports: tuple[VersionsReport, ...], title: str = "") -> str:
    """
    Give one self-contained page: what each text's edits amount to, each change, and both texts side by side.

    Of several texts the page begins with a list of them, and shows the changes without the whole texts. ``title`` names
    the page; without it the first text does.
    """
    alone = len(reports) == 1
    sheets = tuple(compose_sheet(report, f"v{n}", whole=alone) for n, report in enumerate(reports, start=1))
    style = "\n".join(map(_asset, STYLES))
    return (
        _pages()
        .get_template("versions.html")
        .render(
            title=title or (reports[0].latest.title if reports else "") or "Versions",
            heading="" if alone else title or "Changed texts",
            sheets=sheets,
            style=style,
            policy=_policy(style),
            software=next((report.software for report in reports if report.software), ""),
        )
    )


def render_frame(report: VersionsReport) -> str:
    """Give a report for a notebook: the whole page in a frame of its own, so that neither styles the other."""
    page = escape(render_html((report,)))
    return (
        f'<iframe title="{escape(repr(report))}" srcdoc="{page}" sandbox="allow-popups" '
        f'style="width: 100%; height: {FRAME_HEIGHT}px; border: 0"></iframe>'
    )


def _policy(style: str) -> str:
    """Give the policy of content security (W3C, CSP level 3): the one style may apply, nothing may load or run."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@lru_cache(maxsize=1)
def _pages() -> Environment:
    own, shared = PackageLoader("communique.reports.versions"), PackageLoader("communique.reports")
    return Environment(
        loader=ChoiceLoader([own, shared]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@lru_cache
def _asset(name: str) -> str:
    """Give a style as shipped; it is not a template."""
    environment = _pages()
    return environment.loader.get_source(environment, name)[0].strip() if environment.loader else ""
