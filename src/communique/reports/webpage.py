"""What every page shares: its head, the policy that pins its style and script, its frame in a notebook."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from communique.reports.quoting import quoted

SHARED = "communique.reports"
"""The package whose templates every page may include."""

FRAME_HEIGHT = 720
"""Pixels that a report takes in a notebook."""


@lru_cache
def page_environment(package: str = SHARED) -> Environment:
    """Give the templates of a package, and behind them those that all pages share."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in dict.fromkeys((package, SHARED))]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["quoted"] = quoted
    return environment


@lru_cache
def asset_of(name: str, package: str = SHARED) -> str:
    """Give a style or script as shipped, the package's own before the shared one; it is not a template."""
    environment = page_environment(package)
    return environment.loader.get_source(environment, name)[0].strip() if environment.loader else ""


def policy_of(style: str, script: str = "") -> str:
    """Give the policy of content security (W3C, CSP level 3): this style, this script if any, and nothing else."""
    scripts = f"; script-src '{_source_hash(script)}'" if script else ""
    return f"default-src 'none'; style-src '{_source_hash(style)}'{scripts}; base-uri 'none'; form-action 'none'"


def framed(page: str, title: str, *, scripts: bool = False) -> str:
    """Give a page for a notebook in a frame of its own, so that neither styles the other."""
    sandbox = "allow-scripts allow-popups" if scripts else "allow-popups"
    return (
        f'<iframe title="{escape(title)}" srcdoc="{escape(page)}" sandbox="{sandbox}" '
        f'style="width: 100%; height: {FRAME_HEIGHT}px; border: 0"></iframe>'
    )


def _source_hash(code: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"
