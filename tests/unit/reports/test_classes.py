"""Reference classes in words; all states are fictional."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.model import Kind
from communique.precedent import ReferenceClass
from communique.reports.classes import class_label

EARLY, LATE = date(1999, 12, 31), date(2022, 2, 10)


def labelled(
    kind: str, side: str = "", group: str = "", language: str = "en", issuer: str = "President of Arvenia"
) -> str:
    """Label a class of the Arvenian president over all years, without the years."""
    reference = ReferenceClass(
        issuer="xa-president",
        language=language,
        kind=kind,
        counterpart="XV" if side else "",
        group="sea-league" if group else "",
    )
    label = class_label(reference, issuer_name=issuer, side_name=side, group_name=group, first=EARLY, last=LATE)
    return label.removesuffix(", 1999–2022")


@pytest.mark.parametrize(
    ("kind", "side", "group", "label"),
    [
        ("call", "Velmark", "", "calls of the President of Arvenia with Velmark"),
        ("call", "", "", "calls of the President of Arvenia"),
        (
            "meeting",
            "",
            "states of the Sea League",
            "meetings of the President of Arvenia with states of the Sea League",
        ),
        ("visit", "Velmark", "", "visits between the President of Arvenia and Velmark"),
        ("visit", "", "", "visits of the President of Arvenia"),
        ("multilateral", "", "", "multilateral events of the President of Arvenia"),
        ("message", "", "organisations", "messages between the President of Arvenia and organisations"),
        ("message", "", "", "messages of the President of Arvenia"),
        ("domestic", "", "", "domestic events of the President of Arvenia"),
        ("statement", "Velmark", "", "statements of the President of Arvenia with Velmark"),
        ("other", "", "", "other releases of the President of Arvenia"),
        ("call", "United Velmark", "", "calls of the President of Arvenia with United Velmark"),
        ("call", "Velmark Islands", "", "calls of the President of Arvenia with the Velmark Islands"),
        ("call", "United Kingdom", "", "calls of the President of Arvenia with the United Kingdom"),
        ("call", "Netherlands", "", "calls of the President of Arvenia with the Netherlands"),
        ("call", "European Union", "", "calls of the President of Arvenia with the European Union"),
        ("call", "The Coast", "", "calls of the President of Arvenia with The Coast"),
    ],
)
def test_a_class_is_named(kind: str, side: str, group: str, label: str) -> None:
    """The kind in the plural, whose, and with whom; articles stand where English wants them."""
    assert labelled(kind, side, group) == label


@pytest.mark.parametrize(
    ("language", "label"),
    [("en", "calls of NATO"), ("ru", "calls of NATO (Russian texts)"), ("", "calls of NATO")],
)
def test_a_language_is_named_where_it_is_not_english(language: str, label: str) -> None:
    """Texts in another language than English are said to be so; a name of one word takes no article."""
    assert labelled("call", language=language, issuer="NATO") == label


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [(EARLY, LATE, ", 1999–2022"), (LATE, LATE, ", 2022"), (None, None, "")],
)
def test_years_are_those_of_the_accounts(first: date | None, last: date | None, years: str) -> None:
    """The years of the first and last account stand at the end, one year once, none where nothing was counted."""
    reference = ReferenceClass(issuer="xa-president", language="en", kind="call")
    label = class_label(reference, issuer_name="President of Arvenia", first=first, last=last)
    assert label == f"calls of the President of Arvenia{years}"


def test_codes_stand_for_unknown_names() -> None:
    """Where no name is known its code stands."""
    narrow = ReferenceClass(issuer="xa-president", language="en", kind="call", counterpart="XV")
    wide = ReferenceClass(issuer="xa-president", language="en", kind="call", group="sea-league")
    assert class_label(narrow, issuer_name="") == "calls of xa-president with XV"
    assert class_label(wide, issuer_name="") == "calls of xa-president with group sea-league"


@given(st.sampled_from(Kind), st.sampled_from(["", "Velmark"]), st.sampled_from(["en", "ru"]))
def test_classes_that_differ_are_named_differently(kind: Kind, side: str, language: str) -> None:
    """No two classes of one issuer have one label."""
    others = [
        labelled(other.value, name, "", code)
        for other in Kind
        for name in ("", "Velmark")
        for code in ("en", "ru")
        if (other, name, code) != (kind, side, language)
    ]
    assert labelled(kind.value, side, "", language) not in others
