"""Who acts, through infinitives, participles, relative clauses and possessives."""

from __future__ import annotations

import pytest

from communique.languages.english.agents import agents, governor, is_infinitive, named_owners, objects_of, owners
from unit.fictional import parsed


@pytest.mark.parametrize(
    ("text", "verb", "acting"),
    [
        ("Ilmar Vesk thanked Adela Korin.", "thanked", ["Vesk"]),
        ("Ilmar Vesk came and thanked Adela Korin.", "thanked", ["Vesk"]),
        ("Ilmar Vesk came to thank Adela Korin.", "thank", ["Vesk"]),
        ("Ilmar Vesk asked Adela Korin to visit Tarsk.", "visit", ["Korin"]),
        ("Ilmar Vesk invited Adela Korin to visit Tarsk.", "visit", ["Korin"]),
        ("Ilmar Vesk, who thanked Adela Korin, left.", "thanked", ["Vesk"]),
        ("Having thanked Adela Korin, Ilmar Vesk left.", "thanked", ["Vesk"]),
        ("Ilmar Vesk and Davor Selim thanked Adela Korin.", "thanked", ["Vesk", "Selim"]),
    ],
)
def test_who_acts(text: str, verb: str, acting: list[str]) -> None:
    """The subject of a verb without one is found above it; of an invitation, it is who was invited."""
    token = next(t for t in parsed(text).doc if t.text == verb)
    assert [t.text for t in agents(token)] == acting


def test_objects_governors_and_owners() -> None:
    """Objects, the verb above a noun, and possessors are found."""
    doc = parsed("Ilmar Vesk praised Adela Korin’s efforts and his efforts.").doc
    praised, efforts = doc[1], next(t for t in doc if t.text == "efforts")
    assert [t.text for t in objects_of(praised)] == ["efforts"]
    assert governor(efforts) == praised
    assert [t.text for t in owners(efforts)] == ["Korin"]
    his = next(t for t in doc if t.text == "his")
    assert named_owners((*owners(efforts), his)) == owners(efforts)


def test_infinitives() -> None:
    """An infinitive has its "to"; "thanked" is none."""
    doc = parsed("Ilmar Vesk came to thank Adela Korin.").doc
    assert [t.text for t in doc if is_infinitive(t)] == ["thank"]
