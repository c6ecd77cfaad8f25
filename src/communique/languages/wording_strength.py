"""The words that make a statement on one question stronger or weaker: a doer left open or tied to it, hedges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.languages.phrases import Phrases, build_phrases
from communique.text.tables import load_toml

_PACKAGES = {"en": "communique.languages.english", "ru": "communique.languages.russian"}


@dataclass(frozen=True, slots=True, eq=False)
class StrengthLexicon:
    """
    One language's words.

    ``deed`` are deeds that somebody must have done, ``agency`` words for their doers labelled "indefinite" (nobody in
    particular), "qualified" (a class told by what it is) or "tied" (words that tie a doer to the deed). ``knowledge``
    are labelled "foresight", "knowing", "before" and "surprise"; ``beside`` are words for matters of which forecasts
    are made every day, ``performative`` those that open what is said ("I would like to thank").
    """

    deed: Phrases
    agency: Phrases
    knowledge: Phrases
    beside: Phrases
    hedges: Phrases
    performative: Phrases


def has_strengths(language: str) -> bool:
    """Tell whether there is a list of such words for a language."""
    return language in _PACKAGES


@cache
def load_strength_lexicon(language: str) -> StrengthLexicon:
    """Read the words of a language that has them, once."""
    table = load_toml(_PACKAGES[language], "wordings.toml")
    agency, knowledge = table["agency"], table["knowledge"]
    return StrengthLexicon(
        deed=_labelled(deed=agency["deed"]),
        agency=_labelled(**{label: agency[label] for label in ("indefinite", "qualified", "tied")}),
        knowledge=_labelled(**{label: knowledge[label] for label in ("foresight", "knowing", "before", "surprise")}),
        beside=_labelled(beside=knowledge["beside"]),
        hedges=_labelled(hedge=table["hedges"]["words"]),
        performative=_labelled(performative=table["hedges"]["performative"]),
    )


def _labelled(**lists: list[str]) -> Phrases:
    return build_phrases((phrase, label) for label, phrases in lists.items() for phrase in phrases)
