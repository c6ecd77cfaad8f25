"""The baselines that we are compared with do what is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.baselines import Edge, Rule, find_edges, power_rules, subject_rules
from bench.clauses import Clause, Word, english_clause, russian_clause, unlooped

LANGUAGES = ("en", "ru")
POWERS = {"en": power_rules("en"), "ru": power_rules("ru")}
SUBJECTS = {"en": subject_rules("en"), "ru": subject_rules("ru")}


def clause_of(verb: str, *agents: str, **others: str) -> Clause:
    """Give a clause; "with_" stands for a place that is a word of Python."""
    places = tuple((place.rstrip("_"), words) for place, words in others.items())
    return Clause(verb=frozenset({verb}), agents=agents, others=places)


def word(text: str, relation: str, head: int, case: str = "") -> Word:
    """Give a word of a tree; the root is its verb."""
    return Word(text=text, lemma=text.lower(), relation=relation, head=head, verbal=relation == "ROOT", case=case)


@pytest.mark.parametrize(
    ("clause", "rules", "edge"),
    [
        pytest.param(
            clause_of("receive", "Vesk", object="Korin"),
            POWERS["en"],
            ("reception", "Korin", "Vesk", False),
            id="the power lexicon gives the guest the active part",
        ),
        pytest.param(
            clause_of("received", "Vesk", object="Korin"),
            SUBJECTS["en"],
            ("reception", "Vesk", "Korin", False),
            id="the subject is the giver",
        ),
        pytest.param(
            clause_of("invite", "Vesk", object="Korin"),
            POWERS["en"],
            ("invitation", "Vesk", "Korin", False),
            id="a verb that gives its agent the power",
        ),
        pytest.param(
            clause_of("meet", "Vesk", "Korin"),
            POWERS["en"],
            ("contact", "Vesk", "Korin", True),
            id="two subjects of a mutual verb",
        ),
        pytest.param(
            clause_of("call", "Vesk", on="Korin"),
            POWERS["en"],
            ("request", "Vesk", "Korin", False),
            id="the place decides between two senses",
        ),
        pytest.param(
            clause_of("поблагодарить", "Веск", acc="Корин"),
            POWERS["ru"],
            ("thanks", "Корин", "Веск", False),
            id="whoever is thanked has the power",
        ),
        pytest.param(clause_of("thank", "Vesk"), POWERS["en"], None, id="nobody is thanked"),
        pytest.param(clause_of("sign", "Vesk", object="Korin"), POWERS["en"], None, id="a verb of no list"),
    ],
)
def test_a_baseline_makes_an_edge_of_a_clause(
    clause: Clause, rules: tuple[Rule, ...], edge: tuple[str, str, str, bool] | None
) -> None:
    """A clause becomes an edge from the party that the rule takes for the giver, or nothing."""
    found = [(e.relation, e.giver, e.receiver, e.symmetrical) for e in find_edges((clause,), rules)]
    assert found == ([edge] if edge else [])


def test_the_parties_of_an_english_passive() -> None:
    """The subject of a passive stands where the object would, what stands with "by" is the agent."""
    tree = (
        word("Vesk", "nsubjpass", 2),
        word("was", "auxpass", 2),
        word("received", "ROOT", 2),
        word("by", "agent", 2),
        word("Queen", "compound", 5),
        word("Korin", "pobj", 3),
        word("in", "prep", 2),
        word("Tarsk", "pobj", 6),
    )
    clause = english_clause(tree, 2)
    assert clause.agents == ("Queen Korin",)
    assert clause.others == (("object", "Vesk"), ("in", "Tarsk"))


def test_the_parties_of_a_russian_passive() -> None:
    """The instrumental of a passive is the agent; a preposition and the case name the place of the others."""
    tree = (
        word("Веск", "nsubj:pass", 2, "nom"),
        word("был", "aux:pass", 2),
        word("принят", "ROOT", 2),
        word("Корин", "obl", 2, "ins"),
        word("в", "case", 5),
        word("Тарске", "obl", 2, "loc"),
    )
    clause = russian_clause(tree, 2)
    assert clause.agents == ("Корин",)
    assert clause.others == (("acc", "Веск"), ("в+loc", "Тарске"))


def test_a_coordinated_verb_shares_the_subject() -> None:
    """In "Vesk met Korin and thanked Selim" it is Vesk who thanked."""
    tree = (
        word("Vesk", "nsubj", 1),
        word("met", "ROOT", 1),
        word("Korin", "dobj", 1),
        word("and", "cc", 1),
        word("thanked", "conj", 1),
        word("Selim", "dobj", 4),
    )
    assert english_clause(tree, 4).agents == ("Vesk",)
    assert english_clause(tree, 4).party(["object"]) == "Selim"


@given(heads=st.lists(st.integers(min_value=0, max_value=7), min_size=8, max_size=8))
def test_no_loop_is_left(heads: list[int]) -> None:
    """From every word the heads lead to a root, whatever the parser chose, and heads outside loops stay."""
    mended = unlooped(heads)
    for i in range(len(heads)):
        at = i
        for _ in heads:
            at = mended[at]
        assert mended[at] == at
        assert mended[i] in {heads[i], i}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lexicon_gives_verbs_for_most_acts(language: str) -> None:
    """The power lexicon names each verb and place once, and has verbs for every act that our own verbs have."""
    rules = POWERS[language]
    keys = [(verb, place) for rule in rules for verb in rule.verbs for place in rule.places]
    assert len(keys) == len(set(keys))
    assert {rule.relation for rule in SUBJECTS[language]} <= {rule.relation for rule in rules}


def test_an_edge_needs_a_party_beside_its_subject() -> None:
    """A verb that may stand alone needs a subject at least."""
    rule = Rule(verbs=frozenset({"promise"}), relation="assurance", places=("object",), alone=True)
    assert list(find_edges((clause_of("promise"),), (rule,))) == []
    alone = Edge(relation="assurance", giver="Vesk", receiver=None, symmetrical=False)
    assert list(find_edges((clause_of("promise", "Vesk"),), (rule,))) == [alone]
