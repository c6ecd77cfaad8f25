"""When an English sentence says that documents were signed: now, on a day, or on an earlier occasion."""

from __future__ import annotations

import re
from datetime import date

from communique.languages.english import instrument_words as words
from communique.model.spans import Span

_NEAR = 45
_BEFORE = 90
_RIGHT_AFTER = 26
_GOVERNED = 14
_FRESH_DAYS = 62


def find_day(text: str, sentence: Span, cue: re.Match[str], issued: date | None) -> tuple[Span | None, bool]:
    """
    Give the words that date a signing, and whether it lies in the past of the event.

    A full date counts as past where it is more than two months from the day of issue.
    """
    near = words.DAY.search(text, cue.end(), min(sentence.end, cue.end() + _NEAR)) or words.DAY.match(
        text, sentence.start, cue.start()
    )
    if near is not None:
        return Span(*near.span(), sentence.part), _is_old(near, issued)
    before = words.OLD.search(text, max(sentence.start, cue.start() - _BEFORE), cue.start())
    after = words.OLD.search(text, cue.end(), min(sentence.end, cue.end() + _NEAR))
    past = before is not None and _governs(text, before, cue)
    return None, past or (after is not None and after.start() - cue.end() < _RIGHT_AFTER)


def _governs(text: str, old: re.Match[str], cue: re.Match[str]) -> bool:
    """Tell whether words on the past belong to the verb: few words part them, and they tell no purpose."""
    between = re.findall(r"\w+", text[old.end() : cue.start()])
    return len(between) < _GOVERNED and not text[: old.start()].endswith("for ")


def _is_old(day: re.Match[str], issued: date | None) -> bool:
    if issued is None:
        return False
    month = words.MONTHS.index(day["month"] or day["month2"]) + 1
    year = int(day["year"]) if day["year"] else issued.year
    try:
        told = date(year, month, int(day["day"] or day["day2"]))
    except ValueError:
        return True
    return abs((issued - told).days) > _FRESH_DAYS
