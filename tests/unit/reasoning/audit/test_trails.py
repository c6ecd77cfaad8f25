"""Guesses that later serve as premises."""

from __future__ import annotations

from unit.reasoning.audit.voyage import audit_of

GUESS = "Adela Korin probably asked Ilmar Vesk for a loan. "
TAKEN = "Since Adela Korin asked Ilmar Vesk for a loan, the ferry was closed for a week."


def test_a_guess_that_later_serves_as_a_premise_is_shown() -> None:
    """The claim that takes a guess for granted bears the number of the guess."""
    audit = audit_of(GUESS + TAKEN)
    assert any(1 in ruling.trail for ruling in audit.rulings[1:])


def test_what_was_never_hedged_leaves_no_trail() -> None:
    """Without a hedge before it a premise is no guess."""
    audit = audit_of(GUESS.replace("probably ", "") + TAKEN)
    assert all(not ruling.trail for ruling in audit.rulings)


def test_a_trail_only_points_back() -> None:
    """The numbers of a trail are those of earlier claims, in order."""
    for ruling in audit_of((GUESS + TAKEN + " ") * 2).rulings:
        assert list(ruling.trail) == sorted(ruling.trail)
        assert all(number < ruling.claim.number for number in ruling.trail)
