"""Which language a text is in: English, Russian, Ukrainian or Kazakh."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lingua import LanguageDetector

_ENOUGH = 4000
_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 3
# Kazakh shares these letters with Kyrgyz, which has none of the others.
_SHARED = re.compile("[ңөү]", re.IGNORECASE)
_KAZAKH_ONLY = re.compile("[әғқұһі]", re.IGNORECASE)


@cache
def _detector() -> LanguageDetector:
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415 - its models take a moment to load

    return LanguageDetectorBuilder.from_languages(
        Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN, Language.KAZAKH
    ).build()


def detect_language(text: str) -> str | None:
    """
    Give the ISO 639-1 code of a text's language ("en", "ru", "uk", "kk"); None where it is none of these or unclear.

    The beginning of a long text decides. Texts in other scripts, in Kyrgyz, and of fewer than three letters are None.

    >>> detect_language("Стороны обсудили строительство моста и паромное сообщение.")
    'ru'
    """
    start = text[:_ENOUGH]
    if len(_LETTER.findall(start)) < _FEWEST or _is_kyrgyz(start) or not _is_read_script(start):
        return None
    found = _detector().detect_language_of(start)
    return found.iso_code_639_1.name.lower() if found else None


def _is_kyrgyz(text: str) -> bool:
    return bool(_SHARED.search(text)) and not _KAZAKH_ONLY.search(text)


def _is_read_script(text: str) -> bool:
    """Tell whether most letters are Latin or Cyrillic."""
    letters = _LETTER.findall(text)
    read: int = sum(c < "\u0250" or "\u0400" <= c <= "\u04ff" for c in letters)
    return read * 2 > len(letters)
