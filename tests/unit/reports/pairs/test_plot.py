"""The contacts of two sides as an image."""

from __future__ import annotations

from dataclasses import replace

from communique.model import Kind
from communique.precedent import Contact, Coverage
from communique.precedent.pairs import Pair, Teller, find_pair
from communique.reports.pairs.plot import plot_pair, title_of
from unit.precedent.contacts import contact, daily, held


def teller(side: str, contacts: tuple[Contact, ...], coverage: Coverage) -> Teller:
    """Give an office of a side with what it tells."""
    keyed = tuple(replace(one, key=f"{side}/{one.key}") for one in contacts)
    return Teller(issuer=side, language="en", side=side, name=f"President of {side}", contacts=keyed, coverage=coverage)


def pair(*tellers: Teller, names: tuple[str, str] = ("Arvenia", "Velmark")) -> Pair:
    """Give what is known of two sides."""
    return find_pair(("XA", "XV"), names, tellers)


TOLD = pair(
    teller("XA", (contact(5, Kind.CALL), contact(60), contact(800)), held(daily(0, 200), daily(700, 900))),
    teller("XV", (contact(60),), held(daily(0, 300))),
)


def test_the_same_pair_is_drawn_the_same() -> None:
    """Drawn twice, the bytes are the same; the image names both sides and holds no script."""
    drawn = plot_pair(TOLD, "svg")
    assert drawn == plot_pair(TOLD, "svg")
    assert title_of(TOLD).encode() in drawn
    assert b"<script" not in drawn
    assert plot_pair(TOLD, "png").startswith(b"\x89PNG")


def test_markup_in_names_is_none_in_the_image() -> None:
    """A name with markup is letters in the drawing and text in its title."""
    drawn = plot_pair(replace(TOLD, names=("<script>x</script>", "Velmark")), "svg")
    assert b"<script>x" not in drawn


def test_one_contact_alone_is_drawn() -> None:
    """A pair with one contact has no gap and is drawn all the same."""
    assert plot_pair(pair(teller("XA", (contact(5),), held(daily(0, 9)))), "svg")
