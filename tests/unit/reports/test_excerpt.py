"""Words cut, set in context, and made safe to print."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Part, Span
from communique.reports.excerpt import CONTEXT, context_of, printable, shortened
from unit.reports.accounts import at, bare_release

LONG = "The President and the Prime Minister discussed trade, transport, energy and the railway from Tarsk to Sund."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("calm", "calm"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("\x1b[2Jgone\x07", "\N{REPLACEMENT CHARACTER}[2Jgone\N{REPLACEMENT CHARACTER}"),
        ("\u202egnp.exe", "\N{REPLACEMENT CHARACTER}gnp.exe"),
        ("Қасым 外交 🕊", "Қасым 外交 🕊"),
    ],
)
def test_signs_that_steer_a_terminal_are_shown_not_sent(text: str, shown: str) -> None:
    """Escape codes and bidirectional overrides become a visible sign; letters of any script stay."""
    assert printable(text) == shown


@given(st.text())
def test_printable_words_hold_no_control_code(text: str) -> None:
    """Nothing below the space and none of the C1 codes is left."""
    assert all(sign >= " " and not "\x7f" <= sign <= "\x9f" for sign in printable(text))


def test_a_long_quotation_is_cut_in_the_middle() -> None:
    """Beginning and end stay, whole words only, and the gap is shown."""
    head, tail = shortened(LONG, 60).split(" … ")
    assert LONG.startswith(head + " ")
    assert LONG.endswith(" " + tail)


@given(st.text(st.sampled_from("ab ,"), max_size=200), st.integers(30, 120))
def test_a_cut_quotation_fits_its_room(text: str, most: int) -> None:
    """No result is longer than asked for, and short words are not touched."""
    assert len(shortened(text, most)) <= most
    assert len(text) > most or shortened(text, most) == text


def test_a_short_passage_has_its_context_from_its_own_line() -> None:
    """The words around stand on the passage's own line, whole words, with a sign where more precede."""
    release = bare_release(f"First line.\n{LONG}\nLast line.")
    before, after = context_of(release, at(release, "transport"))
    assert before.startswith("… ")
    assert before.endswith("discussed trade, ")
    assert after.startswith(", energy")
    assert "line" not in before + after
    assert len(before) <= CONTEXT + 2


@pytest.mark.parametrize("span", [Span(0, 90), Span(0, 4, Part.TITLE)])
def test_a_long_passage_and_a_title_need_no_context(span: Span) -> None:
    """Where the words speak for themselves nothing is put around them."""
    assert context_of(bare_release(LONG), span) == ("", "")
