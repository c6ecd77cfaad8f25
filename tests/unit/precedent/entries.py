"""Entries of fictional issuers, and strategies that make them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from communique.model import Kind
from communique.precedent import Entry

FIRST = date(2015, 1, 5)
CODES = ("venue.named", "initiative.stated", "thanks.stated", "topics.energy")


def make_entry(  # noqa: PLR0913 - an entry has these parts
    number: int,
    *present: str,
    absent: tuple[str, ...] = (),
    issuer: str = "xa-president",
    kind: Kind = Kind.CALL,
    counterparts: tuple[str, ...] = ("XV",),
    group: str = "inland",
) -> Entry:
    """Make the entry of one account, published so many days after the first."""
    day = FIRST + timedelta(days=number)
    return Entry(
        key=f"{issuer}-{number:05}",
        name=f"{issuer}:{number}",
        issuer=issuer,
        language="en",
        kind=kind,
        issued=day,
        day=day,
        own="XA",
        counterparts=counterparts,
        groups=tuple(group for _ in counterparts),
        present=frozenset(present),
        absent=frozenset(absent),
    )


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """Draw an entry: any day of three years, any division of four features into there, missing and not applicable."""
    answers = draw(st.lists(st.sampled_from(["present", "absent", "neither"]), min_size=4, max_size=4))
    return make_entry(
        draw(st.integers(0, 1000)),
        *(code for code, answer in zip(CODES, answers, strict=True) if answer == "present"),
        absent=tuple(code for code, answer in zip(CODES, answers, strict=True) if answer == "absent"),
        issuer=draw(st.sampled_from(["xa-president", "xv-government"])),
        kind=draw(st.sampled_from([Kind.CALL, Kind.MEETING])),
        counterparts=draw(st.sampled_from([(), ("XV",), ("XT",), ("XV", "XT")])),
    )
