"""What tests of the workbench share: the bundled dossier in the store."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files

import pytest

from communique.db.corpus import DjangoCorpus
from communique.db.models import ReleaseRow
from communique.dossiers.codec import parse_dossier
from communique.dossiers.revision import revise_text
from communique.web.accounts.models import User
from communique.web.workbench.dossiers.selectors import Standing
from communique.web.workbench.dossiers.services import dossier_import

TARSK = "tarsk-2021"
_ADDRESS = re.compile(r"^address: (.*)$", re.MULTILINE)


@cache
def bundled_dossier(names: tuple[tuple[str, str], ...]) -> str:
    """Give the text of the bundled dossier, its files named as the store names them (by address)."""
    folder, known = files("communique.reports") / "demo_dossier", dict(names)
    text = (folder / "dossier.toml").read_text(encoding="utf-8")
    dossier = parse_dossier(text, where="dossier.toml")

    def named(source: str) -> str:
        if not source.endswith(".md"):
            return source
        found = _ADDRESS.search((folder / source).read_text(encoding="utf-8"))
        return f"corpus:{known[found[1]]}" if found else source

    renamed = replace(
        dossier,
        filings=tuple(replace(one, source=named(one.source)) for one in dossier.filings),
        evidence=tuple(replace(one, source=named(one.source)) for one in dossier.evidence),
    )
    return revise_text(text, renamed)


@pytest.fixture
def tarsk(kept: DjangoCorpus, editor: User) -> Standing:
    """Give the bundled dossier, kept by an editor."""
    names = tuple(ReleaseRow.objects.order_by("pk").values_list("address", "name"))
    return dossier_import(TARSK, bundled_dossier(names), actor=editor)
