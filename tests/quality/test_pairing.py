"""Whether labelled pairs tell of one event: measured on texts that lie beside the project."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from communique.collation.pairing.judging import judge_pairing
from communique.model import Account
from communique.wiring.building import build_engine
from communique.wiring.settings import Settings

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "pairs-dev.jsonl"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not GOLD.is_file(), reason="the labelled pairs are not beside the project"),
]


@cache
def pairs(folder: Path) -> tuple[tuple[str, bool, Account, Account], ...]:
    """Extract both accounts of every labelled pair."""
    records = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    sides = folder / "sides.jsonl"
    sides.write_text("\n".join(json.dumps(record[side]) for record in records for side in "ab"), encoding="utf-8")
    engine = build_engine(Settings())
    accounts = [item for item in engine.accounts(engine.releases([str(sides)])) if isinstance(item, Account)]
    assert len(accounts) == 2 * len(records)
    couples = zip(records, accounts[::2], accounts[1::2], strict=True)
    return tuple((record["id"], record["same_event"], first, second) for record, first, second in couples)


def test_every_labelled_pair_is_judged_right(tmp_path: Path) -> None:
    """Accounts of one event, look-alikes and edits of one page are told apart, in either order."""
    wrong = [
        name
        for name, same, first, second in pairs(tmp_path)
        if judge_pairing(first, second).same is not same or judge_pairing(second, first).same is not same
    ]
    assert not wrong
