"""Groups of items that say the same thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Evidence
from communique.reasoning.groups import find_groups, group_name
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
