"""Absences in a language that is read in part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.model import Account, Event, Kind, Release
from communique.readings import run_readings


def silent_account(language: str) -> Account:
    """Give the account of a meeting whose text says next to nothing."""
    release = Release(
        address="https://example.org/1", issuer="", language=language, title="Talks", text="Talks were held."
    )
    return Account(release=release, event=Event(kind=Kind.MEETING))


@pytest.mark.parametrize(("language", "told"), [("en", True), ("ru", True), ("kk", False)])
def test_what_is_not_looked_for_is_not_called_absent(language: str, *, told: bool) -> None:
    """That nobody is quoted is a finding only where direct speech is read."""
    codes = {finding.code.partition(".")[0] for finding in run_readings(silent_account(language)) if finding.absent}
    assert ("venue" in codes) is told


def test_what_is_looked_for_may_be_absent_in_any_language() -> None:
    """A visit class is looked for in every language, so its absence is told in every language."""
    account = replace(silent_account("en"), release=replace(silent_account("en").release, language="kk"))
    assert any(finding.code.startswith("visit_class") for finding in run_readings(account))
