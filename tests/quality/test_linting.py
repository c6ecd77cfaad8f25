"""The linter on texts that nobody wrote for it: two essays of analysts, official releases, the project's own pages."""

from __future__ import annotations

import json
from collections import Counter
from itertools import islice
from pathlib import Path

import pytest

from communique.reasoning.hedge_trails import TrailKind, find_trails
from communique.reasoning.linting import lint_text
from communique.reasoning.prose import TextForm
from communique.reasoning.remarks import Severity
from tools.labelled import SHARED, lines_of

ROOT = Path(__file__).parents[2]
ESSAYS = tuple(sorted((SHARED / "seeds").glob("*.txt"))) if SHARED.is_dir() else ()
KREMLIN = SHARED / "corpus" / "ru-president.en.jsonl.gz"
MOST_PER_RELEASE = 0.35
"""Errors that a plain release may have on average: it tells of wishes and aims, which are its author's own."""

MOST_LETTERS = 6000
"""Longer records are speeches and sessions."""

needs_shared = pytest.mark.skipif(not ESSAYS, reason="the essays are not beside the project")


@pytest.mark.shared
@needs_shared
def test_two_essays_show_what_the_linter_is_for() -> None:
    """Between them they tell of motives, moods, bodies, and a guess that becomes a premise in each."""
    remarks = [lint_text(path.read_text(encoding="utf-8"), form=TextForm.PLAIN) for path in ESSAYS]
    codes = Counter(remark.code for some in remarks for remark in some)
    assert {"motive", "mood", "body", "fading-hedge"} <= codes.keys()
    assert all(any(remark.code == "fading-hedge" for remark in some) for some in remarks)
    assert codes["motive"] >= 10


@pytest.mark.shared
@needs_shared
def test_the_chain_of_guesses_is_found() -> None:
    """One essay goes from "probably" over "judging by the fact that" to "so": a guess, a ground, a conclusion."""
    kinds = [[trail.kind for trail in find_trails(path.read_text(encoding="utf-8"))] for path in ESSAYS]
    assert any({TrailKind.GROUND, TrailKind.CONCLUSION, TrailKind.TAKEN_UP} <= set(some) for some in kinds)


@pytest.mark.shared
@pytest.mark.skipif(not KREMLIN.is_file(), reason="the corpus is not beside the project")
def test_releases_are_hardly_ever_remarked_on() -> None:
    """Official prose is no commentary: few of its words are taken for motive, mood or body."""
    records = map(json.loads, islice(lines_of(KREMLIN), 0, 4000, 40))
    releases = [record["text"] for record in records if len(record["text"]) < MOST_LETTERS]
    errors = sum(
        remark.severity is Severity.ERROR for text in releases for remark in lint_text(text, form=TextForm.PLAIN)
    )
    assert len(releases) > 50
    assert errors <= MOST_PER_RELEASE * len(releases)


def test_the_projects_own_pages_read_hardly_any_mind() -> None:
    """Pages about software tell of nobody's motive, mood or body: hardly a word in a thousand is taken for such."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "docs").rglob("*.md"))]
    found = [remark for text in texts for remark in lint_text(text) if remark.code in {"motive", "mood", "body"}]
    words = sum(len(text.split()) for text in texts)
    assert len(found) <= words / 1000, [remark.words for remark in found]
