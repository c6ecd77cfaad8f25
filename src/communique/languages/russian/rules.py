"""How Russian verbs and nouns of dealing govern their parties, loaded once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.languages.russian.lexicon import PACKAGE
from communique.model import RelationKind
from communique.text.tables import load_toml

_STEM = 6


@dataclass(frozen=True, slots=True)
class Rule:
    """How a verb or noun of dealing governs: where the receiver stands, what carries the noun, which flags are set."""

    kind: RelationKind
    receiver: tuple[tuple[str, str], ...]
    verbs: frozenset[str]
    near: frozenset[str]
    unless: frozenset[str]
    marked: frozenset[str]
    flags: frozenset[str]

    def has(self, flag: str) -> bool:
        """Tell whether a flag of the table is set."""
        return flag in self.flags


@cache
def load_rules(section: str) -> dict[str, tuple[Rule, ...]]:
    """Give the rules of verbs or of nouns by lemma."""
    rules: dict[str, tuple[Rule, ...]] = {}
    for row in load_toml(PACKAGE, "relations.toml")[section]:
        rule = _rule(row)
        for lemma in row["lemmas"]:
            rules[lemma] = (*rules.get(lemma, ()), rule)
    return rules


def _rule(row: dict[str, Any]) -> Rule:
    return Rule(
        kind=RelationKind(row["relation"]),
        receiver=tuple(_slot(slot) for slot in row.get("receiver", ())),
        verbs=frozenset(row.get("verbs", ())),
        near=frozenset(row.get("near", ())),
        unless=frozenset(row.get("unless", ())),
        marked=frozenset(row.get("marked", ())),
        flags=frozenset(key for key, value in row.items() if value is True),
    )


def _slot(words: str) -> tuple[str, str]:
    preposition, plus, case = words.rpartition("+")
    return (preposition, case) if plus else ("", words)


@cache
def trigger() -> re.Pattern[str]:
    """Give the pattern of the stems without which a sentence states no dealing."""
    stems = {_stem(lemma) for section in ("verb", "noun") for lemma in load_rules(section)}
    body = "|".join(sorted(stems, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{body}|наход[ия]\w+|при[её]м)", re.IGNORECASE)


def _stem(lemma: str) -> str:
    shorter = lemma.removesuffix("ся").removesuffix("сь")
    for ending in ("ировать", "овать", "ить", "ать", "ять", "еть", "ыть", "уть", "ный"):
        if shorter.endswith(ending) and len(shorter) - len(ending) >= 3:  # noqa: PLR2004 - a stem that still tells something
            shorter = shorter.removesuffix(ending)
            break
    else:
        shorter = shorter[:-1] if len(shorter) > 4 else shorter  # noqa: PLR2004 - likewise
    return shorter[:_STEM].replace("е", "[её]") if shorter != "извин" else "извин"
