"""Cues by which commentary on official texts asserts: who called, who was met, what was left out, what led to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.text.tables import load_toml

_TABLES = {"en": "english"}
FILE = "commentary.toml"


class Cue(StrEnum):
    """One class of cues, named as the table names it: section and key."""

    EXPECTED = "expected.cues"
    LEFT_OUT = "expected.let_pass"
    IGNORANCE = "expected.ignorance"
    REASON = "expected.reason"
    CALLED = "initiative.call"
    INVITED = "initiative.invite"
    ASKED = "initiative.ask"
    IDEA = "initiative.idea"
    SUMMONED = "initiative.summon"
    ABSENT = "roster.absent"
    PRESENT = "roster.present"
    GREETER = "roster.greeter"
    ALONE = "roster.alone"
    ORDER = "order.cues"
    FIRST = "order.first"
    SEQUENCE = "sequence.cues"
    DOCUMENTS = "documents.cues"
    SIGNING = "documents.acts"
    READING = "documents.reading"
    NORM = "norm.cues"
    UNUSUAL = "norm.unusual"
    PURPOSE = "purpose.stated"
    FRAME = "purpose.frame"
    WELCOME = "purpose.welcome"
    VERDICT = "verdict.cues"
    UNSAID = "verdict.unsaid"
    MOTIVE = "verdict.motive"
    MOOD = "verdict.mood"
    BODY = "verdict.body"
    JUDGED = "verdict.judged"
    ONLY_ON = "exclusive.only_on"
    FIRST_TOLD = "exclusive.first_told"
    LATER_TOLD = "exclusive.later_told"
    OWN_FEELING = "verdict.own"
    AGENCY = "verdict.agency"
    FOREKNOWLEDGE = "verdict.foreknowledge"
    RHETORIC = "rhetoric.cues"
    CALL = "encounter.call"
    MEETING = "encounter.meeting"
    VISIT = "encounter.visit"
    CONTACT = "encounter.contact"
    RECEIVED = "encounter.received"
    UNPLANNED = "encounter.unplanned"
    NO_PLACE = "encounter.noplace"
    SOMEONE = "encounter.someone"
    STATE_VISIT = "encounter.class_state"
    OFFICIAL_VISIT = "encounter.class_official"
    WORKING_VISIT = "encounter.class_working"
    PRIVATE_VISIT = "encounter.class_private"
    SPEECH = "speech.cues"
    THANKS = "speech.thanks"
    CONGRATULATION = "speech.congratulation"
    CONDOLENCE = "speech.condolence"
    APOLOGY = "speech.apology"
    PRAISE = "speech.praise"
    ANNOUNCED = "occasions.announced"
    INVITATION = "occasions.invited"
    PRESS = "occasions.press"
    SIGNED = "occasions.signed"
    SPOKEN = "occasions.spoken"
    AFTER = "occasions.after"
    BEFORE = "occasions.before"
    DISTANCE = "occasions.distance"
    JOINT = "clauses.joints"
    VERB = "clauses.verbs"
    TAIL = "clauses.tails"
    ASIDE = "clauses.asides"


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """Words of one class of cues; places count in the text that was searched."""

    cue: Cue
    start: int
    end: int


def find_cues(words: str, cue: Cue, language: str = "en") -> Iterator[CueWords]:
    """
    Yield the cues of one class, in order; none in a language that has no table of them.

    >>> [(found.start, found.end) for found in find_cues("It does not mention the ferry.", Cue.EXPECTED)]
    [(3, 19)]
    """
    pattern = _pattern(cue, language)
    if pattern is not None:
        yield from (CueWords(cue=cue, start=m.start(), end=m.end()) for m in pattern.finditer(words))


def match_cue(words: str, cue: Cue, language: str = "en") -> re.Match[str] | None:
    """Give the first cue of a class with the parts that its entry names; None where there is none."""
    pattern = _pattern(cue, language)
    return pattern.search(words) if pattern is not None else None


def has_cue(words: str, *cues: Cue, language: str = "en") -> bool:
    """Tell whether words hold a cue of any of the classes."""
    return any(next(find_cues(words, cue, language), None) is not None for cue in cues)


@cache
def _pattern(cue: Cue, language: str) -> re.Pattern[str] | None:
    table = _TABLES.get(language)
    section, key = cue.value.split(".")
    entries = load_toml(f"communique.languages.{table}", FILE).get(section, {}).get(key, ()) if table else ()
    if not entries:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(entries)})(?![\w-])", re.IGNORECASE)
