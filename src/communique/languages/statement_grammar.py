"""How a language joins statements in a sentence, and adds parts to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from communique.languages.acts import load_act_table

_NAME = r"(?:[^\W\d_a-zа-яёәғқңөұүһі][\w.’'-]*\s+)*[^\W\d_a-zа-яёәғқңөұүһі][\w.’'-]*,?\s+"


@dataclass(frozen=True, slots=True)
class StatementGrammar:
    """
    The patterns of one language.

    ``joint`` is a conjunction, comma or dash; ``stop`` a semicolon (group ``hard``) or words that add a matter;
    ``subject`` matches all that may stand between a conjunction and the verb of the next statement; ``pronoun`` a
    pronoun that goes on with who was spoken of; ``addition`` where a further part of a statement begins; ``ordinal``
    a contact that is counted ("the third conversation"), ``contact`` any word for one, ``encounters`` the words for
    each kind of event by its code.
    """

    joint: re.Pattern[str]
    stop: re.Pattern[str]
    subject: re.Pattern[str]
    pronoun: re.Pattern[str]
    addition: re.Pattern[str]
    ordinal: re.Pattern[str]
    contact: re.Pattern[str]
    encounters: Mapping[str, re.Pattern[str]]


@cache
def statement_grammar(language: str) -> StatementGrammar:
    """Give the grammar of a language; of one that has none, the English one, which then finds next to nothing."""
    tables = load_act_table(language)
    table, encounters = tables["grammar"], tables["encounters"]
    turns = rf"(?:{_any(table['turns'])},\s+)?"
    early, late = _many(table["before_subject"]), _many(table["before_verb"])
    party = rf"{_any(table['pronouns'])}|{_maybe(table['determiners'])}{_any(table['collectives'])}"
    common = rf"{early}(?:\w+ly\s+)?(?:{party})?"
    named = rf"(?-i:{_NAME}){turns}"
    ordinals, contacts = (_any(table[name], raw=True) for name in ("ordinals", "contacts"))
    return StatementGrammar(
        joint=_pattern(rf"[,;]?\s+{_any(table['joining'])}\s+|[,;–—]\s+"),
        stop=_pattern(rf"(?P<hard>;)\s+|\s+(?={_any(table['adding'])}\s)"),
        subject=_pattern(rf"(?:{common}\s*|{named}){late}"),
        pronoun=_pattern(rf"{_any(table['pronouns'])}\b"),
        addition=_pattern(rf"[,;]\s+|\s+(?={_any(table['additions'])}\b)"),
        ordinal=_pattern(rf"\b{ordinals}{table['ordinal_gap']}\s+{contacts}\b"),
        contact=_pattern(rf"\b{contacts}\b"),
        encounters={kind: _pattern(rf"\b{_any(words)}\b") for kind, words in encounters.items()},
    )


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def _any(words: Iterable[str], *, raw: bool = False) -> str:
    """Give the expression for one of some words, the longest tried first; for none where there are none."""
    told = sorted(words, key=len, reverse=True)
    return rf"(?:{'|'.join(told if raw else map(_spaced, told))})" if told else r"(?!)"


def _maybe(words: Iterable[str]) -> str:
    return rf"(?:{_any(words)}\s+)?"


def _many(words: Iterable[str]) -> str:
    return rf"(?:{_any(words)}\s+)*"


def _spaced(words: str) -> str:
    return re.sub(r"(?:\\ )+", r"\\s+", re.escape(words))
