"""The version of extraction rises when what it gives changes, or a corpus would never know that it is stale."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from communique.extraction import VERSION
from communique.model import Account, Release
from communique.sources import SetAside
from communique.wiring import build_engine, demo_reports
from unit.wiring import archive

GOLDEN = Path(__file__).parents[2] / "golden" / "extraction.json"
DESK = Path(__file__).parents[3] / "docs" / "examples" / "desk.jsonl"
ELSEWHERE = Release(address="elsewhere", issuer="", language="en", title="kept elsewhere", text="")


def accounts() -> tuple[Account, ...]:
    """Read the bundled dossier and the examples of the documentation."""
    engine = build_engine(archive.settings())
    desk = engine.accounts(engine.releases([str(DESK)]))
    return (*(report.account for report in demo_reports()), *(item for item in desk if not isinstance(item, SetAside)))


def digest() -> str:
    """Hash what extraction gives, without the names of the models, which differ between installations."""
    contents = (repr(replace(account, models=(), release=ELSEWHERE)) for account in accounts())
    return hashlib.sha256("".join(contents).encode()).hexdigest()[:16]


def test_another_account_of_the_same_release_is_another_version() -> None:
    """If this fails, raise VERSION in extraction/__init__.py and write the new pair into the golden file."""
    assert json.loads(GOLDEN.read_text(encoding="utf-8")) == {"version": VERSION, "digest": digest()}
