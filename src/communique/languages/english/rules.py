"""How the verbs and nouns of dealing govern their parties."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.english.lexicon import PACKAGE
from communique.languages.port import Form
from communique.model import RelationKind
from communique.text.tables import load_toml

PERSONS = frozenset({Form.NAME, Form.OFFICE, Form.GROUP, Form.SIDE, Form.PRONOUN, Form.BODY})


PERSON_WORDS = frozenset(
    "i you he she we they him her me us them who delegation delegations representatives members people "
    "counterparts colleagues leaders guests ambassadors envoy ministers officials heads president minister "
    "chancellor king delegates families partners friends participants counterpart team side parties lawmakers "
    "advisers advisors everyone all leadership government authorities chairman".split()
)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one verb or noun of dealing governs its parties."""

    kind: RelationKind
    receiver: tuple[str, ...]
    giver: tuple[str, ...]
    verbs: frozenset[str]
    marked: frozenset[str]
    flags: frozenset[str]

    def has(self, flag: str) -> bool:
        """Tell whether a flag of the table is set."""
        return flag in self.flags


@cache
def rules(section: str) -> dict[str, tuple[Rule, ...]]:
    """Give the rules of verbs or nouns by the word that calls them."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for row in load_toml(PACKAGE, "relations.toml")[section]:
        rule = _rule(row)
        for form in row["forms"]:
            rules[form] = (*rules.get(form, ()), rule)
    return rules


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        kind=RelationKind(row["relation"]),
        receiver=tuple(row.get("receiver", ())),
        giver=tuple(row.get("giver", ())),
        verbs=frozenset(row.get("verbs", ())),
        marked=frozenset(row.get("marked", ())),
        flags=frozenset(key for key, value in row.items() if value is True),
    )


@cache
def trigger() -> re.Pattern[str]:
    """Give the pattern of the words without which a sentence states no dealing and need not be parsed."""
    words = sorted({*rules("verb"), *rules("noun")}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(words)}|grateful|appreciat\w+|initiative|proposed|you)\b", re.IGNORECASE)
