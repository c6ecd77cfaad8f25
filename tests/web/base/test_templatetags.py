"""What templates do to words: addresses break at their strokes, days read as the page's other days."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from communique.web.base.templatetags.frame import breakable
from communique.web.workbench.templatetags.dossiers import day_words, unbroken

DAYS = {
    "2021-02-18": "18 February 2021",
    "2021-02": "February 2021",
    "2021-02~": "≈ February 2021",
    "1994": "1994",
    "one winter": "one winter",
}


@pytest.mark.parametrize(("edtf", "words"), DAYS.items())
def test_days_of_evidence_read_as_other_days(edtf: str, words: str) -> None:
    """A day or a month stands in words, as exactly as it is known; all else stays as it is written."""
    with override("en"):
        assert day_words(edtf) == words


def test_addresses_break_at_their_strokes() -> None:
    """A line may end after a stroke, and what somebody typed stays words."""
    assert breakable("Reading https://velmark.example/<b>") == "Reading https://velmark.example/<wbr>&lt;b&gt;"


def test_per_cent_stays_with_its_number() -> None:
    """No line begins with a sign of per cent."""
    assert unbroken("23 % to 64 %") == "23\N{NO-BREAK SPACE}% to 64\N{NO-BREAK SPACE}%"
