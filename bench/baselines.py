"""Two ways to tell who did what to whom that need no more than a plain parse: by power verbs, by subject and object."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.clauses import Clause

ROOT = Path(__file__).resolve().parent.parent
POWER = ROOT / "bench" / "power.toml"
LANGUAGES = ROOT / "src" / "communique" / "languages"
FOLDERS = {"en": "english", "ru": "russian"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    What a baseline makes of a verb.

    ``verbs``: its forms or lemmas. ``places``: where the other party may stand. ``reversed``: the other party is the
    giver. ``alone``: it may stand without another party.
    """

    verbs: frozenset[str]
    relation: str
    places: tuple[str, ...]
    reversed: bool = False
    symmetrical: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A relation as a baseline has it: who to whom, each as written or not at all."""

    relation: str
    giver: str | None
    receiver: str | None
    symmetrical: bool


def power_rules(language: str) -> tuple[Rule, ...]:
    """
    Load the power lexicon: whoever a verb gives the power is taken for the giver.

    After connotation frames of power and agency (Sap et al., 2017; Riveter, Antoniak et al., 2023), by a list of our
    own. Of verbs that give neither the power, the subject is taken.
    """
    rows = tomllib.loads(POWER.read_text(encoding="utf-8"))[language]["verbs"]
    return tuple(
        Rule(
            verbs=frozenset({row["verb"]}),
            relation=row["relation"],
            places=tuple(row["party"]),
            reversed=row["power"] == "theme",
            symmetrical=row["power"] == "equal" and row["relation"] == "contact",
            alone=not row["party"],
        )
        for row in rows
    )


def subject_rules(language: str) -> tuple[Rule, ...]:
    """Load the verbs of our own lexicon of relations: the subject is the giver, its object the receiver."""
    path = LANGUAGES / FOLDERS[language] / "relations.toml"
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["verb"]
    return tuple(
        Rule(
            verbs=frozenset(row.get("forms") or row["lemmas"]),
            relation=row["relation"],
            places=tuple(row["receiver"]),
            symmetrical=row.get("mutual", False),
            alone=row.get("bare", False),
        )
        for row in rows
    )


def find_edges(clauses: tuple[Clause, ...], rules: tuple[Rule, ...]) -> Iterator[Edge]:
    """Yield what the first rule that fits makes of each clause."""
    for clause in clauses:
        edges = (edge for rule in rules if rule.verbs & clause.verb for edge in _edge(clause, rule))
        yield from (edge for edge in (next(edges, None),) if edge is not None)


def _edge(clause: Clause, rule: Rule) -> Iterator[Edge]:
    """Yield one edge where the parties are there: two subjects of a mutual verb are its two parties."""
    giver = clause.agents[0] if clause.agents else None
    receiver = clause.party(rule.places)
    if receiver is None and rule.symmetrical and len(clause.agents) > 1:
        receiver = clause.agents[1]
    if receiver is None and not (rule.alone and giver):
        return
    if rule.reversed:
        giver, receiver = receiver, giver
    yield Edge(relation=rule.relation, giver=giver, receiver=receiver, symmetrical=rule.symmetrical)
