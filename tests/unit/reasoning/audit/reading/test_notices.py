"""What of an essay is a notice of whoever publishes it, and claims nothing."""

from __future__ import annotations

import pytest

from unit.reasoning.audit.voyage import audit_of

NOTICE = "Adela Korin met with Ilmar Vesk, and this column is written by nobody."
CLAIM = "Adela Korin met with Ilmar Vesk at the Linden Palace."


@pytest.mark.parametrize(
    ("essay", "claims"),
    [
        (f"*{NOTICE}*\n{CLAIM}", 1),
        (f"_{NOTICE}_\n{CLAIM}", 1),
        (f"{CLAIM}\n**{NOTICE}**", 1),
        (f"{CLAIM}\n*{CLAIM}*\n{CLAIM}", 3),
        (f"*{CLAIM}* It was June.\n{CLAIM}", 2),
    ],
)
def test_only_a_first_or_last_paragraph_wholly_in_emphasis_is_a_notice(essay: str, claims: int) -> None:
    """A paragraph in emphasis amid the essay is the author's own, as is one with a word outside its marks."""
    assert sum(ruling.claim.kind == "event" for ruling in audit_of(essay).rulings) == claims
