"""Which language a text may be in, told by its letters alone: enough to tell apart what is read here."""

from __future__ import annotations

import re

_CYRILLIC = re.compile("[а-яёА-ЯЁіїєґІЇЄҐәғқңөұүһӘҒҚҢӨҰҮҺ]")
_LATIN = re.compile("[A-Za-zÀ-ÿ]")
_HAN = re.compile("[\u4e00-\u9fff]")
_KAZAKH = re.compile("[әғқұһӘҒҚҰҺ]")
_UKRAINIAN = re.compile("[їєґЇЄҐ]")
_SAMPLE = 20_000
_FEW = 0.002
CYRILLIC_LANGUAGES = frozenset({"ru", "uk", "kk", "be", "ky", "bg", "sr", "mk", "mn", "tg"})


def guess_language(text: str) -> str | None:
    """
    Guess en, ru, uk, kk or zh from the letters of a text, None where there are too few.

    Letters that only one of the Cyrillic languages has decide among them. A Latin text counts as English.

    >>> [guess_language(text) for text in ("Talks were held.", "Состоялись переговоры.", "Құжаттарға қол қойылды.")]
    ['en', 'ru', 'kk']
    """
    sample = text[:_SAMPLE]
    latin, cyrillic, han = (len(letters.findall(sample)) for letters in (_LATIN, _CYRILLIC, _HAN))
    if latin + cyrillic + han == 0:
        return None
    if han > latin and han > cyrillic:
        return "zh"
    if latin >= cyrillic:
        return "en"
    return _among_cyrillic(sample, cyrillic * _FEW)


def _among_cyrillic(sample: str, few: float) -> str:
    kazakh, ukrainian = len(_KAZAKH.findall(sample)), len(_UKRAINIAN.findall(sample))
    if max(kazakh, ukrainian) <= few:
        return "ru"
    return "kk" if kazakh > ukrainian else "uk"


def contradicts(language: str, text: str) -> bool:
    """Tell whether a declared language cannot be the text's: a Latin text declared Russian, or the other way round."""
    guessed = guess_language(text)
    if guessed is None or len(text) < 40:  # noqa: PLR2004 - a name or two prove nothing
        return False
    return (guessed in CYRILLIC_LANGUAGES) != (language in CYRILLIC_LANGUAGES) and guessed != "zh"
