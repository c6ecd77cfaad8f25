"""Kazakh words: the endings a name takes, the case they mean, and the lexicon loaded once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.text.tables import load_toml

PACKAGE = "communique.languages.kazakh"
# Case endings after consonants, vowels and possessives; the longest first.
_CASES = (
    ("with", "менен|мен|бен|пен"),
    ("abl", "нан|нен|дан|ден|тан|тен"),
    ("gen", "ның|нің|дың|дің|тың|тің"),
    ("loc", "ында|інде|нда|нде|да|де|та|те"),
    ("acc", "ны|ні|ды|ді|ты|ті"),
    ("dat", "ына|іне|ға|ге|қа|ке|на|не"),
)
_ANY_CASE = "|".join(f"(?P<{case}>{forms})" for case, forms in _CASES)
_ENDING = re.compile(rf"(?P<stem>.{{2,}}?)(?P<own>сы|сі|ы|і)?(?:{_ANY_CASE}|(?P<n>н))?\Z")


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands after a stem: the case it means ("nom" for none)."""

    case: str


@cache
def load_lexicon() -> dict[str, Any]:
    """Give the lexicon; callers read it and never change it."""
    return load_toml(PACKAGE, "lexicon.toml")


def ending_after(word: str, stem: str) -> Ending | None:
    """
    Read what follows a stem in a word; None where it is no ending of a noun.

    >>> ending_after("президентімен", "президент"), ending_after("президиум", "президент")
    (Ending(case='with'), None)
    """
    low, base = word.lower(), stem.lower()
    if not low.startswith(base):
        return None
    rest = low[len(base) :].lstrip("-’'")
    if not rest:
        return Ending("nom")
    match = _ENDING.fullmatch("xx" + rest)
    if match is None or match["stem"] != "xx":
        return None
    found = next((case for case, _ in _CASES if match[case]), "acc" if match["n"] else "nom")
    return Ending(found)


def case_of(word: str) -> str:
    """
    Give the case of a name by its ending; a name without one is in the nominative.

    >>> case_of("Вескпен"), case_of("Веск"), case_of("Вескті")
    ('with', 'nom', 'acc')
    """
    low = word.lower()
    for case, forms in _CASES:
        if re.search(rf"(?:\w{{3,}}|-)(?:{forms})\Z", low):
            return case
    return "nom"
