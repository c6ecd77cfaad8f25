"""Groups of items that say the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Evidence
from communique.reasoning.groups import find_groups, find_lowest_grades, group_name
from unit.reasoning.weighing_cases import make_evidence

ONE = make_evidence("a", "Velmark gives thanks for the invitation.", source="xv:1", quote="thanked for the invitation")


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (make_evidence("b", "Velmark gives thanks for the invitation"), True),
        (make_evidence("b", "VELMARK gives  thanks for the invitation."), True),
        (make_evidence("b", "Another reading", source="xv:1", quote="thanked for the  invitation"), True),
        (make_evidence("b", "Another reading", source="xa:7", quote="thanked for the invitation"), False),
        (make_evidence("b", "Velmark gives thanks for the welcome.", source="xv:1", quote="the welcome"), False),
        (make_evidence("b", "Another reading", source="xv:1", quote="“Thanked for\u200b the\u00a0invitation!”"), True),
        (make_evidence("b", "Another reading", source="xv:1", quote="for the invitation"), True),
        (make_evidence("b", "Another reading", source="xv:1", quote="She thanked for the invitation to Tarsk"), True),
        (make_evidence("b", "Another reading", source="xv:1", quote="thanked … the invitation"), True),
        (make_evidence("b", "Another reading", source="xv:1", quote="the invitation … thanked"), False),
        (make_evidence("b", "Another reading", source="xv:1", quote="or the invitation"), False),
        (make_evidence("b", "Another reading", source="xv:2", quote="for the invitation"), False),
        (make_evidence("b", "Another reading", source="corpus:xv:1", quote="for the invitation"), True),
        (make_evidence("b", "Another reading", source="./all.jsonl#xv:1", quote="for the invitation"), True),
        (make_evidence("b", "Another reading", source="xv:1"), False),
        (make_evidence("a", "The same code, in other words."), True),
    ],
)
def test_the_same_in_other_clothes_is_one(other: Evidence, *, together: bool) -> None:
    """One code, one statement, or the same words of one source make one group; the same words elsewhere do not."""
    assert (len(find_groups((ONE, other))) == 1) is together


def test_a_named_group_holds_together() -> None:
    """Items that name one group belong together, and the group bears its name."""
    items = make_evidence("b", group="invitation"), make_evidence("a", group="invitation"), make_evidence("c")
    groups = find_groups(items)
    assert [[item.code for item in group] for group in groups] == [["a", "b"], ["c"]]
    assert [group_name(group) for group in groups] == ["invitation", "c"]


def test_what_hangs_together_through_a_third_is_one() -> None:
    """Two groups that share an item's words are one group."""
    first = make_evidence("a", "Same words.", group="one")
    second = make_evidence("b", "Same words.", group="two")
    third = make_evidence("c", group="two")
    assert len(find_groups((third, first, second))) == 1


def test_a_short_quotation_does_not_tie_two_longer_ones() -> None:
    """Words that stand in two quotations of one source join the shorter of these, and the two stay apart."""
    long = make_evidence("a", source="xv:1", quote="the ferry line and the harbour were spoken of at length")
    short = make_evidence("b", source="xv:1", quote="a letter on the ferry line")
    shared = make_evidence("c", source="xv:1", quote="the ferry line")
    assert [[item.code for item in group] for group in find_groups((shared, long, short))] == [["a"], ["b", "c"]]


def test_signs_alone_say_nothing() -> None:
    """Statements without a letter or digit are not the same for that."""
    assert len(find_groups((make_evidence("a", "…"), make_evidence("b", "!")))) == 2


@pytest.mark.parametrize(
    ("grades", "lowest"), [(("A1", "C3"), ("C3", "C3")), (("", "A1"), ("A1", "A1")), (("", ""), ("", ""))]
)
def test_one_item_has_one_grade(grades: tuple[str, str], lowest: tuple[str, str]) -> None:
    """The same words of one source have the lowest grade written for them; other words keep theirs."""
    same = [make_evidence(f"e{n}", source="xa:1", quote="the words", grade=grade) for n, grade in enumerate(grades)]
    other = make_evidence("e9", source="xa:1", quote="other words", grade="B2")
    assert find_lowest_grades((*same, other)) == (*lowest, "B2")


items_drawn = st.lists(
    st.builds(
        make_evidence,
        st.sampled_from("abcdef"),
        st.sampled_from(("", "One thing.", "Another thing.")),
        group=st.sampled_from(("", "one", "two")),
        source=st.sampled_from(("xa:1", "xv:1")),
        quote=st.sampled_from(("", "the words")),
    ),
    max_size=8,
)


@given(items_drawn, st.randoms(use_true_random=False))
def test_groups_do_not_hang_on_order(items: list[Evidence], chance: st.DataObject) -> None:
    """The same items in another order, or twice, give the same groups; each item stands in exactly one."""
    shuffled = [*items, *items]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    groups = find_groups(items)
    assert find_groups(shuffled) == groups
    assert sorted(map(repr, (item for group in groups for item in group))) == sorted(map(repr, set(items)))
