"""Where tables and keys stand in a dossier's file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.lines import FileLines, Place

TEXT = (
    '[dossier]\ntitle = "T"\n\n[[release]]\nsource = "a"\n"role" = "event"\n\n[[release]]\nsource = "b"\nsource = "c"\n'
)
LINES = FileLines(TEXT)


def test_tables_have_their_lines() -> None:
    """Each table runs from its head to the line before the next."""
    assert LINES.table("dossier") == (1, 3)
    assert LINES.tables("release", 2) == ((4, 7), (8, 11))
    assert LINES.tables("release", 3) == ((0, 0),) * 3
    assert LINES.of_head("forecast") == 0


def test_keys_have_their_lines() -> None:
    """A key is found in its own table, in quotation marks too; one that stands twice has no line."""
    first, second = (Place("[[release]]", *lines) for lines in LINES.tables("release", 2))
    assert (LINES.of_key("source", first), LINES.of_key("role", first)) == (5, 6)
    assert (LINES.of_key("source", second), LINES.of_key("role", second)) == (0, 0)


@given(st.text(alphabet='[]release \n="', max_size=60), st.integers(0, 4))
def test_any_text_has_as_many_places_as_tables(text: str, number: int) -> None:
    """Whatever the text, there is one place for each table, within the text."""
    places = FileLines(text).tables("release", number)
    assert len(places) == number
    assert all(0 <= first <= last <= text.count("\n") + 1 for first, last in places)
