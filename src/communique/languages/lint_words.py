"""Words that tell the linter of analyses what to let pass: reported speech, things without a mind, a base rate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.languages.estimative import load_estimative_table


@dataclass(frozen=True, slots=True, eq=False)
class LintWords:
    """
    The patterns of one language, for text as it stands.

    ``reported`` fits words at whose end somebody's speech is being reported; ``things`` words that end in a subject
    without a mind; ``base`` words that give, or deny, how often a thing is so.
    """

    reported: re.Pattern[str]
    things: re.Pattern[str]
    base: re.Pattern[str]


@cache
def load_lint_words(language: str) -> LintWords:
    """
    Read the patterns of a language, once.

    Raises:
        ReferenceTableError: there is no list for the language.
    """
    table = load_estimative_table(language)["lint"]
    return LintWords(
        reported=re.compile(table["reported"].replace(" ", r"\s+"), re.IGNORECASE),
        things=re.compile(table["things"].replace(" ", r"\s+"), re.IGNORECASE),
        base=re.compile(table["base"].replace(" ", r"\s+"), re.IGNORECASE),
    )
