"""Who English words designate: office and name in every order, offices alone, groups, sides, pronouns."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.languages.english.designations import find_designations
from communique.languages.english.lexicon import Lexicon, lexicon
from communique.languages.port import Designation, Form
from communique.model import Part
from unit.fictional import names

WORDS = [
    "President", "Vesk", "Ilmar", "Adela", "Korin", "of", "the", "Republic", "of Arvenia", "Velmark", "Velmarkian", ",",
    "and", "Foreign", "Minister", "Deputy", "Prime", "Mr", "met", "with", ".", "he", "both", "sides", "’s", "Tarsk",
    "Sheikh", "Jr.", "for", "Affairs", "presidents", "former", "\n", "(", ")", "-",
]  # fmt: skip


def words() -> Lexicon:
    """Give the lexicon of the fictional states."""
    return lexicon(names())


def named(text: str) -> list[tuple[str, str | None]]:
    """Give name and office of each person named."""
    found = find_designations(text, words())
    return [(d.name.of(text), d.office.of(text) if d.office else None) for d in found if d.form is Form.NAME and d.name]


def of_form(text: str, form: Form) -> list[str]:
    """Give the words of each designation of one form."""
    return [d.span.of(text) for d in find_designations(text, words()) if d.form is form]


def sides_of(designation: Designation) -> list[str]:
    """Give the codes of the sides that a designation names."""
    return [side.code for side in designation.sides]


@pytest.mark.parametrize(
    ("text", "name", "office", "sides"),
    [
        # office, state, name
        ("Prime Minister Adela Korin of Velmark arrived.", "Adela Korin", "Prime Minister", ["XV"]),
        ("Arvenian President Ilmar Vesk arrived.", "Ilmar Vesk", "Arvenian President", ["XA"]),
        ("President of Arvenia Ilmar Vesk arrived.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        (
            "President of the Republic of Arvenia Ilmar Vesk arrived.",
            "Ilmar Vesk",
            "President of the Republic of Arvenia",
            ["XA"],
        ),
        ("President Ilmar Vesk of the Republic of Arvenia arrived.", "Ilmar Vesk", "President", ["XA"]),
        ("Arvenia’s President Ilmar Vesk arrived.", "Ilmar Vesk", "Arvenia’s President", ["XA"]),
        ("The President of Arvenia, Ilmar Vesk, arrived.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        ("He thanked the President of Arvenia, Ilmar Vesk.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        ("The Arvenian President, Mr Ilmar Vesk, arrived.", "Ilmar Vesk", "Arvenian President", ["XA"]),
        # name, office
        ("Ilmar Vesk, President of Arvenia, arrived.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        ("Ilmar Vesk, the President of Arvenia, arrived.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        ("Talks with Ilmar Vesk (President of Arvenia) began.", "Ilmar Vesk", "President of Arvenia", ["XA"]),
        (
            "Ilse Brandt, Minister for Foreign Affairs of Velmark, spoke.",
            "Ilse Brandt",
            "Minister for Foreign Affairs of Velmark",
            ["XV"],
        ),
        # offices of several words
        (
            "Deputy Prime Minister and Foreign Minister Ilse Brandt spoke.",
            "Ilse Brandt",
            "Deputy Prime Minister and Foreign Minister",
            [],
        ),
        (
            "Minister of Foreign Affairs and Trade Ilse Brandt spoke.",
            "Ilse Brandt",
            "Minister of Foreign Affairs and Trade",
            [],
        ),
        (
            "Velmark’s Special Representative for Ferries Runa Stolt spoke.",
            "Runa Stolt",
            "Velmark’s Special Representative for Ferries",
            ["XV"],
        ),
        (
            "Secretary of the Security Council of Arvenia Oskar Rhyne spoke.",
            "Oskar Rhyne",
            "Secretary of the Security Council of Arvenia",
            ["XA"],
        ),
        (
            "First Deputy Minister of Foreign Affairs of the Republic of Tholia Marta Quill spoke.",
            "Marta Quill",
            "First Deputy Minister of Foreign Affairs of the Republic of Tholia",
            ["XT"],
        ),
        (
            "National Security Advisor Oskar Rhyne met his Tholian counterpart.",
            "Oskar Rhyne",
            "National Security Advisor",
            [],
        ),
        (
            "Chairman of the Board of Northern Timber Oskar Rhyne spoke.",
            "Oskar Rhyne",
            "Chairman of the Board of Northern Timber",
            [],
        ),
        (
            "Ambassador of Velmark to Arvenia Runa Stolt presented her credentials.",
            "Runa Stolt",
            "Ambassador of Velmark to Arvenia",
            ["XV", "XA"],
        ),
        (
            "Acting Prime Minister of Ostrand Jonas Weil spoke.",
            "Jonas Weil",
            "Acting Prime Minister of Ostrand",
            ["XO"],
        ),
        ("King Osmund IV of Velmark arrived.", "Osmund IV", "King", ["XV"]),
        ("Crown Prince Aldric of Velmark arrived.", "Aldric", "Crown Prince", ["XV"]),
        # address
        ("Mr Vesk thanked the hosts.", "Vesk", None, []),
        ("Mr. Ilmar Vesk thanked the hosts.", "Ilmar Vesk", None, []),
        ("Her Excellency Adela Korin arrived.", "Adela Korin", None, []),
        ("Dr Runa Stolt spoke.", "Runa Stolt", None, []),
        # shapes of names
        ("Sheikh Tamir bin Hamdan Al Qasra arrived.", "Sheikh Tamir bin Hamdan Al Qasra", None, []),
        ("President Oskar P. Rhyne Jr. spoke.", "Oskar P. Rhyne Jr.", "President", []),
        ("President Oskar P. Rhyne, Jr. spoke.", "Oskar P. Rhyne, Jr.", "President", []),
        ("President J. T. Rhyne spoke.", "J. T. Rhyne", "President", []),
        ("Foreign Minister Lars van der Holm spoke.", "Lars van der Holm", "Foreign Minister", []),
        ("President María Núñez-Ortega spoke.", "María Núñez-Ortega", "President", []),
        ("President Shamil O’Kesh spoke.", "Shamil O’Kesh", "President", []),
        ("President Tak Su-min spoke.", "Tak Su-min", "President", []),
        ("Prime Minister Morita Kenzo of Ostrand arrived.", "Morita Kenzo", "Prime Minister", ["XO"]),
        # names that are words, too
        ("Foreign Minister Grace Hope spoke.", "Grace Hope", "Foreign Minister", []),
        ("Defence Minister Bill Stone spoke.", "Bill Stone", "Defence Minister", []),
        ("Foreign Minister Mark Stone spoke.", "Mark Stone", "Foreign Minister", []),
        pytest.param(
            "Foreign Minister Will Stone spoke.",
            "Will Stone",
            "Foreign Minister",
            [],
            marks=pytest.mark.xfail(strict=True, reason="a given name that is an auxiliary verb is not taken for one"),
        ),
        ("Foreign Minister Clara May spoke.", "Clara May", "Foreign Minister", []),
        ("Trade Minister Frank Field spoke.", "Frank Field", "Trade Minister", []),
    ],
)
def test_office_and_name_in_any_order(text: str, name: str, office: str | None, sides: list[str]) -> None:
    """Name, office and sides are told apart, whichever stands first."""
    first = next(d for d in find_designations(text, words()) if d.form is Form.NAME)
    assert first.name is not None
    found = (first.name.of(text), first.office.of(text) if first.office else None, sides_of(first))
    assert found == (name, office, sides)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Presidents Ilmar Vesk and Davor Selim met.",
            [("Ilmar Vesk", "President"), ("Davor Selim", "President")],
        ),
        (
            "Foreign Ministers Ilse Brandt, Marta Quill and Jonas Weil met.",
            [
                ("Ilse Brandt", "Foreign Minister"),
                ("Marta Quill", "Foreign Minister"),
                ("Jonas Weil", "Foreign Minister"),
            ],
        ),
        (
            "President Ilmar Vesk and Prime Minister Adela Korin met.",
            [("Ilmar Vesk", "President"), ("Adela Korin", "Prime Minister")],
        ),
        (
            "Ilmar Vesk, President of Arvenia, Adela Korin, Prime Minister of Velmark, and Davor Selim met.",
            [
                ("Ilmar Vesk", "President of Arvenia"),
                ("Adela Korin", "Prime Minister of Velmark"),
                ("Davor Selim", None),
            ],
        ),
        (
            "Ilmar Vesk, Adela Korin and Davor Selim met.",
            [("Ilmar Vesk", None), ("Adela Korin", None), ("Davor Selim", None)],
        ),
        (
            "Foreign Minister Ilse Brandt, Defence Minister Jonas Weil and their advisers came.",
            [("Ilse Brandt", "Foreign Minister"), ("Jonas Weil", "Defence Minister")],
        ),
    ],
)
def test_several_persons(text: str, found: list[tuple[str, str | None]]) -> None:
    """Of a list each person is one designation, and a plural office is that of each."""
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("The President thanked the hosts.", "President"),
        ("Talks with the President of Arvenia began.", "President of Arvenia"),
        ("The Velmarkian Prime Minister spoke.", "Velmarkian Prime Minister"),
        ("He thanked the prime minister.", "prime minister"),
        ("The King gave a dinner.", "King"),
        ("The Secretary-General spoke.", "Secretary-General"),
    ],
)
def test_an_office_alone_means_its_holder(text: str, office: str) -> None:
    """A definite office without a name designates."""
    assert of_form(text, Form.OFFICE) == [office]


@pytest.mark.parametrize(
    "text",
    [
        "Arvenia wants a president who listens.",
        "Every minister has a car.",
        "She hopes to be king.",
        "The presidential palace is old.",
        "The leadership council met.",
    ],
)
def test_an_office_of_nobody_designates_nobody(text: str) -> None:
    """An indefinite office, or a word made of one, means no person."""
    assert of_form(text, Form.OFFICE) == []
    assert of_form(text, Form.NAME) == []


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The two presidents spoke of ferries.", "The two presidents"),
        ("Both sides agreed.", "Both sides"),
        ("The Arvenian and Velmarkian leaders agreed.", "The Arvenian and Velmarkian leaders"),
        ("The presidents of Arvenia and Tholia agreed.", "The presidents of Arvenia and Tholia"),
        ("The heads of state agreed.", "The heads of state"),
        ("They agreed.", "They"),
        ("The parties agreed.", "The parties"),
    ],
)
def test_several_at_once_are_a_group(text: str, group: str) -> None:
    """Plural words for the parties are one designation."""
    assert of_form(text, Form.GROUP) == [group]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Arvenian side proposed a bridge.", "Arvenian side"),
        ("Velmark proposed a bridge.", "Velmark"),
        ("The Kingdom of Velmark proposed a bridge.", "Kingdom of Velmark"),
        ("The Tholian Government proposed a bridge.", "Tholian Government"),
    ],
)
def test_a_state_that_acts_is_a_side(text: str, side: str) -> None:
    """A state, or its government by adjective, is a side."""
    assert of_form(text, Form.SIDE) == [side]


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Former President of Tholia Rado Venn spoke.", True),
        ("Ex-President Rado Venn spoke.", True),
        ("He thanked ex-Prime Minister Rado Venn.", True),
        ("The late President Rado Venn was honoured.", True),
        ("Rado Venn, former President of Tholia, spoke.", True),
        ("Then President Rado Venn signed it.", True),
        ("President of Tholia Davor Selim spoke.", False),
        ("President-elect Rado Venn spoke.", False),
    ],
)
def test_offices_no_longer_held(text: str, *, former: bool) -> None:
    """An office that was held is marked as such."""
    assert [d.former for d in find_designations(text, words()) if d.form is Form.NAME] == [former]


@pytest.mark.parametrize(
    "text",
    [
        "The Linden Palace was lit.",
        "They met at Harbour House.",
        "The Amber Strait is narrow.",
        "The Northern Bridge Project is late.",
        "The guests saw the Gallery of Old Masters.",
        "The Tarsk Declaration was adopted.",
        "It was a Monday in October.",
    ],
)
def test_buildings_and_projects_are_no_persons(text: str) -> None:
    """Capitals alone make no person."""
    assert of_form(text, Form.NAME) == []


def test_a_line_break_ends_an_office() -> None:
    """An office at the end of one line does not take its name from the next paragraph."""
    assert named("He was made President\n\nIlmar Vesk spoke.")[-1] == ("Ilmar Vesk", None)
    assert named("Ilmar Vesk\n\nAdela Korin\n\nDavor Selim") == [
        ("Ilmar Vesk", None),
        ("Adela Korin", None),
        ("Davor Selim", None),
    ]


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_designations_stand_in_order_in_the_text(row: list[str]) -> None:
    """Whatever the words, designations follow one another without overlap, and hold their name and office."""
    text = " ".join(row)
    found = find_designations(text, words())
    assert all(one.span.end <= two.span.start for one, two in itertools.pairwise(found))
    for designation in found:
        assert designation.span.of(text).strip() == designation.span.of(text) != ""
        assert designation.name is None or designation.span.covers(designation.name)


def test_the_part_is_that_of_the_text() -> None:
    """The spans of a headline count in the headline."""
    found = find_designations("Meeting with Ilmar Vesk", words(), Part.TITLE)
    assert {d.span.part for d in found} == {Part.TITLE}
