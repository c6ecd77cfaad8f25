"""The text of a dossier in blocks: nothing is lost, and strings that look like tables are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossiers.blocks import arranged, find_blocks, lines_of_tables, matched

LINES = (
    "[[release]]",
    "  [[ release ]]  # odd",
    "[dossier]",
    'source = "[[release]]"',
    'reason = """',
    '"""',
    "# remark",
    "",
    "x = 'a'  # '",
)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[[release]]\n[[release]]\n", (1, 2)),
        ('[[release]]\nreason = """\n[[release]]\n"""\n\n[[ release ]]\n', (1, 6)),
        ("[[release]]\nreason = '''\n[[release]]''''\n[[release]]", (1, 4)),
        ('[[release]]\nreason = "a \\" # [["\n# [[release]]\n', (1,)),
        ("[release]\n", ()),
        ("", ()),
    ],
)
def test_heads_are_told_from_strings_and_remarks(text: str, lines: tuple[int, ...]) -> None:
    """Only what begins a table is a head; a string over several lines, or a remark, may say the same."""
    assert lines_of_tables(text, "release") == lines


@given(st.lists(st.sampled_from(LINES)).map("\n".join), st.booleans())
def test_blocks_together_are_the_text(text: str, ended: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever the text, every letter of it stands in one block, or above the first."""
    whole = f"{text}\n" if ended else text
    above, blocks = find_blocks(whole)
    assert above + "".join(block.lead + block.body + block.tail for block in blocks) == whole


@given(st.permutations(range(4)))
def test_any_order_can_be_had_and_undone(order: list[int]) -> None:
    """Tables set in another order and back are the text as it was."""
    text = "".join(f"# {n}\n[[release]]\nsource = {n}\n\n" for n in range(4))
    back = [order.index(n) for n in range(4)]
    assert arranged(arranged(text, "release", order), "release", back) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "\n[[release]]\n"),
        ("title = 1", "title = 1\n\n[[release]]\n"),
        ("[dossier]\n\n\n", "[dossier]\n\n[[release]]\n"),
        ("[[release]]", "[[release]]\n\n[[release]]\n"),
    ],
)
def test_new_tables_stand_below_a_blank_line(text: str, wanted: str) -> None:
    """Whether the text ends with its line or not."""
    held = len(lines_of_tables(text, "release"))
    assert arranged(text, "release", [*range(held), "[[release]]\n"]) == wanted


def test_of_two_alike_the_equal_one_stays_itself() -> None:
    """Nouns of one identity are matched by being equal first, then in their order."""
    assert matched(["a1", "a2"], ["a2", "a3"], lambda noun: str(noun)[0]) == [1, 0]
