"""The side a release speaks for, and the reader who has no tables."""

from __future__ import annotations

from communique.extraction import NO_HOME, EmptyRegister
from unit.fictional import ARVENIA, make_release, register


def test_the_empty_register_knows_nobody() -> None:
    """Without tables there is no home and no known person."""
    empty = EmptyRegister()
    assert empty.home(make_release("They met.")) == NO_HOME
    assert empty.known("Ilmar Vesk", side=None, on=None) is None


def test_the_home_of_a_known_issuer() -> None:
    """A known issuer speaks for its side, and its head is known by name."""
    home = register().home(make_release("They met.", issuer=ARVENIA))
    assert home.side is not None
    assert home.side.code == "XA"
    assert "Ilmar Vesk" in home.names
    assert register().home(make_release("They met.", issuer="nobody-knows")) == NO_HOME
