"""Cues by which commentary on official texts asserts: who called, who was met, what was left out, what led to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from communique.text.tables import load_toml

_TABLES = {"en": "english", "ru": "russian"}
FILE = "commentary.toml"
WRITTEN = "_written"
"""How the key of a construction written out ends, beside the key of its pattern."""

_NEVER = re.compile(r"(?!)")


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
    TURNED_ROUND = "initiative.turned_round"
    SUMMONED = "initiative.summon"
    ABSENT = "roster.absent"
    PRESENT = "roster.present"
    GREETER = "roster.greeter"
    ALONE = "roster.alone"
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
    SPOKE_FIRST = "turns.first"
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
    MESSAGE = "encounter.message"
    CONTACT = "encounter.contact"
    RECEIVED = "encounter.received"
    UNDONE = "encounter.undone"
    PLAIN = "encounter.plain"
    DURATION = "encounter.duration"
    ORDINAL = "encounter.ordinal"
    TIMES = "encounter.times"
    HOST = "encounter.host"
    GUEST = "encounter.guest"
    UNPLANNED = "encounter.unplanned"
    NO_PLACE = "encounter.noplace"
    OTHERS = "encounter.others"
    SOMEONE = "encounter.someone"
    STATE_VISIT = "encounter.class_state"
    OFFICIAL_VISIT = "encounter.class_official"
    WORKING_VISIT = "encounter.class_working"
    PRIVATE_VISIT = "encounter.class_private"
    SPEECH = "speech.cues"
    NAMING = "speech.naming"
    THANKS = "speech.thanks"
    CONGRATULATION = "speech.congratulation"
    CONDOLENCE = "speech.condolence"
    APOLOGY = "speech.apology"
    PRAISE = "speech.praise"
    ANNOUNCED = "occasions.announced"
    INVITATION = "occasions.invited"
    PRESS = "occasions.press"
    SPOKEN = "occasions.spoken"
    AFTER = "occasions.after"
    BEFORE = "occasions.before"
    DISTANCE = "occasions.distance"
    RAISED = "topics.raised"
    DISCUSSED = "topics.discussed"
    TOPIC_FRAME = "topics.frame"
    SEASON = "slots.season"
    WEEKDAY = "slots.weekday"
    GREW = "slots.grew"
    FELL = "slots.fell"
    IN_TIME = "slots.in_time"
    BEHIND_TIME = "slots.behind_time"
    HALVED = "slots.halved"
    DOUBLED = "slots.doubled"
    AGREED_ON = "slots.agreed_on"
    NOT_AGREED = "slots.not_agreed"
    JOINT = "clauses.joints"
    VERB = "clauses.verbs"
    TAIL = "clauses.tails"
    ASIDE = "clauses.asides"
    OPENER = "clauses.openers"


class Construction(StrEnum):
    """One construction, named as the table names it: a whole pattern, with borders and named parts of its own."""

    SAME_SUBJECT = "clauses.same_subject"
    WHERE = "clauses.where"
    SUBJECT_PRONOUN = "clauses.subject_pronoun"
    INTRODUCTION = "clauses.introduction"
    SUBJECT = "clauses.subject"
    WHAT_DROVE = "clauses.what_drove"
    INFERENCE = "clauses.inference"
    NOT_THE = "clauses.not_the"
    REPORTS = "clauses.reports"
    OURS = "clauses.ours"
    YOURS = "clauses.yours"
    THAT = "clauses.that"
    DENIED_CLAIM = "denial.claimed"
    DENIED_ACT = "denial.of_act"
    DENIED_CONTENT = "denial.of_content"
    NOBODY = "denial.nobody"
    DENYING_WORD = "denial.word"
    SCANT = "denial.scant"
    AIM = "verdict.aim"
    WHETHER = "verdict.whether"
    IN_ORDER_TO = "verdict.in_order_to"
    OPEN_QUESTION = "rhetoric.open_question"
    CLEFT = "encounter.cleft"
    PRINCIPALS = "encounter.principals"
    DONE_BY = "encounter.done_by"
    ASSERTED = "encounter.asserted"
    OWNED = "initiative.owned"
    PASSIVE = "initiative.passive"
    IT_WAS = "initiative.it_was"
    BY_WHOM = "initiative.by_whom"
    OF_WHOM = "speech.of_whom"
    FOR_WHAT = "speech.for_what"
    OFFICE_OF = "expected.office_of"
    UNTOLD = "expected.untold"
    HALL = "expected.hall"
    LAST_MET = "roster.last_met"
    SPELL = "roster.spell"
    NOT_SINCE = "roster.not_since"
    OFFICE = "roster.office"
    POINTING = "expected.pointing"
    FRAMING = "expected.framing"
    LET_SLIP = "expected.let_slip"
    TRAILING = "expected.trailing"
    SAYING = "expected.saying"
    NOT_THE_MATTER = "expected.not_the_matter"
    RELATIVE = "expected.relative"
    PASSED_OVER = "expected.passed_over"
    WHERE_MISSING = "expected.where_missing"
    WHATEVER_TEXT = "expected.whatever_text"
    RAISED_FIRST = "topics.raised_first"
    MONTH = "slots.month"
    ORDINAL_OF = "slots.ordinal"
    RANK = "slots.rank"
    EARLIER = "occasions.earlier"
    GOVERNS = "occasions.governs"
    GOES_ON = "occasions.goes_on"
    FOLLOWS = "occasions.follows"
    OF_THEM = "documents.of_them"
    COUNTED = "documents.counted"
    NOTHING_SIGNED = "documents.nothing_signed"
    NONE_OF = "documents.none_of"
    CONCERNS = "documents.concerns"
    NUMBERED = "documents.numbered"
    PARTIES = "documents.parties"
    AND_PARTY = "documents.and_party"
    WITH_PARTY = "documents.with_party"
    MATTER = "documents.matter"
    MOSTLY = "documents.mostly"
    ALL_OF = "documents.all_of"
    ALL_MEANT = "documents.all_meant"
    SIGNERS = "documents.signers"
    NO_PARTY = "documents.no_party"
    PROPER_NAME = "documents.proper_name"
    PARTED = "documents.parted"
    SINGLE = "documents.single"
    BETWEEN = "documents.between"
    COMPANY_FORM = "documents.company_form"
    DIRECTION = "places.direction"
    BEFORE_NUMBER = "sums.before_number"
    ABOVE = "sums.above"
    BELOW = "sums.below"
    ROUNDING = "sums.rounding"
    LAST_YEAR = "sums.last_year"
    THIS_YEAR = "sums.this_year"


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
def pattern_of(construction: Construction, language: str = "en") -> re.Pattern[str]:
    """
    Give the pattern of a construction; one that matches nothing in a language whose table has none.

    >>> pattern_of(Construction.DENIED_CLAIM).search("The ferry did not run.") is not None
    True
    """
    found = _entry(construction, language)
    return re.compile(found) if isinstance(found, str) else _NEVER


def reword(words: str, construction: Construction, language: str = "en") -> str:
    """
    Write a construction out where it first stands in some words, as the table has it beside its pattern.

    >>> reword("Only one is new.", Construction.COUNTED)
    'Only one of the documents is new.'
    """
    whole = _entry(f"{construction.value}{WRITTEN}", language)
    return pattern_of(construction, language).sub(whole, words, count=1) if isinstance(whole, str) else words


def _entry(name: str, language: str) -> Sequence[str] | str:
    """Give what the table of a language has under a name: cues, or a whole pattern; nothing where it has none."""
    section, key = name.split(".")
    table = _TABLES.get(language)
    found: Sequence[str] | str = ()
    if table is not None:
        found = load_toml(f"communique.languages.{table}", FILE).get(section, {}).get(key, ())
    return found


@cache
def _pattern(cue: Cue, language: str) -> re.Pattern[str] | None:
    entries = _entry(cue, language)
    if not entries:
        return None
    return re.compile(rf"(?<![\w-])(?:{'|'.join(entries)})(?![\w-])", re.IGNORECASE)
