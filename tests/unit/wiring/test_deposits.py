"""What a deposit was made by: its version rises with what is made, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from communique.readings import READINGS
from communique.wiring import deposits
from unit.wiring import archive


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """Let no version made here be kept."""
    deposits.deposit_version.cache_clear()
    yield
    deposits.deposit_version.cache_clear()


@pytest.mark.parametrize(("code", "made_anew"), [("venue", True), ("tempo", False), ("stock", False)])
def test_only_readings_that_mark_features_make_deposits_stale(
    code: str,
    made_anew: bool,  # noqa: FBT001 - a table's column
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A reading that only asks precedent may change without a corpus being made anew."""
    before = deposits.deposit_version(archive.settings())
    raised = (replace(r, version=r.version + 1) if r.code == code else r for r in READINGS)
    monkeypatch.setattr(deposits, "READINGS", tuple(raised))
    deposits.deposit_version.cache_clear()
    assert (deposits.deposit_version(archive.settings()) != before) is made_anew
