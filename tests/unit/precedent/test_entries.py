"""Reference classes widen step by step."""

from __future__ import annotations

import pytest

from communique.errors import ModelError
from communique.precedent import ReferenceClass
from unit.precedent.entries import make_entry


@pytest.mark.parametrize(
    ("counterparts", "group", "codes"),
    [
        pytest.param(
            ("XV",),
            "inland",
            ("xa-president/en/call/XV/", "xa-president/en/call//inland", "xa-president/en/call//"),
            id="one counterpart",
        ),
        pytest.param(("XV",), "", ("xa-president/en/call/XV/", "xa-president/en/call//"), id="no group known"),
        pytest.param(("XV", "XT"), "inland", ("xa-president/en/call//",), id="several counterparts"),
        pytest.param((), "", ("xa-president/en/call//",), id="none"),
    ],
)
def test_classes_widen_from_the_counterpart_to_the_kind(
    counterparts: tuple[str, ...], group: str, codes: tuple[str, ...]
) -> None:
    """An account is compared with its counterpart's, then its group's, then all of its kind; many with its kind."""
    entry = make_entry(1, counterparts=counterparts, group=group)
    assert tuple(reference.code for reference in entry.classes) == codes


def test_a_class_is_narrowed_once() -> None:
    """A class with both a counterpart and a group is refused in words."""
    with pytest.raises(ModelError, match="a counterpart or a group"):
        ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV", group="inland")
