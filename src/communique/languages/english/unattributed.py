"""Sentences that tell of talk or signing and name nobody who acts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from communique.languages.english.lexicon import PACKAGE
from communique.text.tables import load_toml

_ADVERB = r"(?:(?:also|again|further|in particular|once more|\w+ly)\s)*"
_AGENT = re.compile(r"\bby (?!(?:[\w-]+ing|\d|about|over|almost|nearly|means|the end|now|no later|then)\b)")
_ATTRIBUTED = re.compile(
    r"\W*(?:According to|In the (?:words|opinion|view) of|In (?:his|her|their) (?:words|opinion|view))\b"
)
_PERSONAL = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I)\b|,\s(?:which|who|where|whom)\b")


def is_unattributed(sentence: str) -> bool:
    """
    Tell whether one sentence of narration reports talk or signing without anybody who talks or signs.

    >>> [is_unattributed(told) for told in ("It was noted that trade grew.", "Mr Vesk noted that trade grew.")]
    [True, False]
    """
    words = _words()
    if _ATTRIBUTED.match(sentence):
        return False
    if words.topic.match(sentence):
        return True
    if words.occasion.match(sentence) or words.there.search(sentence):
        return not words.reporting.search(sentence) and not _AGENT.search(sentence)
    passive = words.passive.search(sentence)
    return passive is not None and _names_nobody(sentence, passive, words)


def _names_nobody(sentence: str, passive: re.Match[str], words: _Words) -> bool:
    before, after = sentence[: passive.start()], sentence[passive.end() :]
    if _PERSONAL.search(before) or words.active.search(before) or words.reporting.search(before):
        return False
    return not _AGENT.search(after) and not words.attributed.search(after)


class _Words:
    """The patterns made of the lists of ``voice.toml``."""

    __slots__ = ("active", "attributed", "occasion", "passive", "reporting", "there", "topic")

    def __init__(self, table: dict[str, Any]) -> None:
        talk, topics = _any(table["talk"]), _any(table["topics"])
        occasions, reporting = _any(table["occasions"]), _any(table["reporting"])
        front = r"\W*+(?:(?:[A-Z]\w+|In addition)[^,.;]{0,80},\s)?"
        be = r"(?<!that )(?<!which )(?<!who )\b(?:was|were|has been|have been|had been|will be|is to be|are to be)"
        weight = rf"(?i:\b(?:{_any(table['weights'])}))\b[^.;]{{0,80}}?{be}\s{_ADVERB}(?:{_any(table['light'])})\b"
        self.passive = re.compile(rf"{be}\s{_ADVERB}(?:{talk})\b|{weight}")
        active = _any([*table["irregular"], "discussed", "will", "would"])
        self.active = re.compile(rf"(?<!that )(?<!which )\b(?:{active})\b(?! (?:in|at|by|on|during)\b)")
        self.reporting = re.compile(rf"\b(?:{reporting})\b(?! (?:by|in|at|on|during)\b)")
        self.attributed = re.compile(rf",\s(?:[^,]{{1,60}}\s)?(?:{reporting})\b(?! (?:by|in|at)\b)")
        self.occasion = re.compile(
            rf"{front}(?:[Tt]he|[Aa]n?|[Tt]heir|[Tt]his)\s(?:[\w-]+\s){{0,4}}?(?:{occasions})\b"
            rf"(?:\s(?:of|between|with|in|on|at|held)\s[^,.;]{{1,80}}?)?\s{_ADVERB}(?:{_any(table['concerns'])})\b"
        )
        self.topic = re.compile(
            rf"{front}(?:[\w-]+\s){{0,5}}?(?i:{topics})\s(?:[\w-]+\s){{0,4}}?"
            rf"(?:discussed|raised|considered|addressed|reviewed|covered|on the agenda|under discussion"
            rf"|(?:of|at|for|during|in) (?:the |this |their )?(?:[\w-]+\s){{0,3}}?(?:{occasions}))\b"
            rf"[^.;]{{0,80}}?\b(?:included|include|were|was|are|is|concerned|ranged|covered)\b"
        )
        self.there = re.compile(
            rf"\b[Tt]here (?:was|were|has been) {_ADVERB}an? (?:[\w-]+\s){{0,3}}(?:exchange|discussion)\b"
            rf"|\b(?:exchange of (?:views|opinions)|discussion)\b[^.;]{{0,80}}\btook place\b"
            r"|\b(?:was|were|is|are) (?:(?:a|an|the|one of the|among the)\s)?(?:[\w-]+\s){0,2}"
            r"(?:themes?|topics?|subjects?|focus)"
            rf" (?:of|at|for|in) (?:the |this |their )?(?:[\w-]+\s){{0,3}}?(?:{occasions})\b"
        )


def _any(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


@cache
def _words() -> _Words:
    return _Words(load_toml(PACKAGE, "voice.toml"))
