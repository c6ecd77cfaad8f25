"""Patterns from the word lists of a language's TOML table, for lexicons that are found by shape."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from communique.languages.phrases import lowered, phrase_pattern
from communique.text.tables import load_toml

_FOLDERS = {"en": "english", "ru": "russian", "kk": "kazakh"}
NEVER = r"(?!)"


def load_table(language: str, name: str) -> dict[str, Any] | None:
    """Give a table of a language, None for a language that has none."""
    folder = _FOLDERS.get(language)
    return load_toml(f"communique.languages.{folder}", name) if folder else None


def any_of(phrases: Iterable[str]) -> str:
    """
    Give one pattern for whole words, the longest first; one that never fits where there are none.

    >>> bool(re.fullmatch(any_of(["visit", "air base*"]), "air bases"))
    True
    """
    patterns = [_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True)]
    return rf"(?:{'|'.join(patterns)})" if patterns else NEVER


def whole_words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern that finds any of the phrases as whole words, in any case."""
    return re.compile(rf"(?<!\w){any_of(phrases)}(?!\w)", re.IGNORECASE)


def _pattern(phrase: str) -> str:
    return phrase_pattern(lowered(phrase))
