"""The words in which reports speak of kinds, patterns, grades, days and languages."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from communique.model import Basis, Format, Grade, Kind, Pattern, Release, SpeechForm, VisitClass

KINDS = {
    Kind.CALL: "call",
    Kind.MEETING: "meeting",
    Kind.VISIT: "visit",
    Kind.MULTILATERAL: "multilateral event",
    Kind.MESSAGE: "message",
    Kind.DOMESTIC: "domestic event",
    Kind.STATEMENT: "statement",
    Kind.OTHER: "other text",
}

BASES = {
    Basis.INITIATED: "at the initiative of",
    Basis.INVITED: "at the invitation of",
    Basis.REQUESTED: "at the request of",
}

PATTERNS = {
    Pattern.MET_WITH: "“met with”",
    Pattern.RECEIVED: "“received”",
    Pattern.WAS_RECEIVED: "“was received by”",
    Pattern.WELCOMED: "“welcomed”",
    Pattern.HOSTED: "“hosted”",
    Pattern.SPOKE_WITH: "“spoke with”",
    Pattern.HELD_TALKS: "“held talks”",
    Pattern.HAD_CONVERSATION: "“had a conversation”",
    Pattern.JOINT: "both together",
    Pattern.OTHER: "not told in the first sentence",
}

VISIT_CLASSES = {
    VisitClass.STATE: "state visit",
    VisitClass.OFFICIAL: "official visit",
    VisitClass.WORKING: "working visit",
    VisitClass.PRIVATE: "private visit",
}

FORMATS = {
    Format.ONE_ON_ONE: "one-on-one",
    Format.EXPANDED: "with delegations",
    Format.BOTH: "one-on-one, then with delegations",
}

SPEECH_FORMS = {SpeechForm.TURN: ("turn", "turns"), SpeechForm.INLINE: ("quotation", "quotations")}

GRADES = {
    Grade.RARE: "against precedent, the least expected first",
    Grade.DIFFERS: "two texts side by side",
    Grade.OBSERVED: "counted; called neither rare nor usual",
    Grade.HABIT: "looks odd, is usual here",
}

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_label(day: date) -> str:
    """
    Give a day with its weekday, the same on every machine.

    >>> day_label(date(2019, 5, 16))
    'Thu 16 May 2019'
    """
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def time_label(moment: datetime) -> str:
    """
    Give a moment as its issuer prints it: local wall time, and the offset where one was given.

    >>> time_label(datetime(2019, 5, 16, 18, 40))
    'Thu 16 May 2019 18:40, zone not given'
    """
    offset = moment.utcoffset()
    if offset is None and (moment.hour, moment.minute) == (0, 0):
        return f"{day_label(moment)}, time not given"
    zone = ", zone not given" if offset is None else f" {_offset_label(offset)}"
    return f"{day_label(moment)} {moment.hour:02}:{moment.minute:02}{zone}"


@lru_cache
def language_label(code: str) -> str:
    """
    Give the English name of a language.

    >>> language_label("kk"), language_label("")
    ('Kazakh', 'language unknown')
    """
    from babel import Locale  # noqa: PLC0415 - loads when a language is named, not when a report is made

    return str(Locale("en").languages.get(code, code)) if code else "language unknown"


def edition_label(release: Release) -> str:
    """Name the language edition of a release ("English edition")."""
    label = language_label(release.language)
    return f"{label} edition" if release.language else label


def issuer_label(release: Release, office: str = "") -> str:
    """Name the publishing office: in words where they are known, else by its code."""
    return office or release.issuer or "issuer unknown"


def count_label(count: int, one: str, more: str) -> str:
    """
    Give a count with its noun.

    >>> count_label(1, "word", "words"), count_label(1412, "word", "words")
    ('1 word', '1,412 words')
    """
    return f"{count:,} {one if count == 1 else more}"


def ordinal_label(number: int) -> str:
    """
    Give a whole number as an ordinal.

    >>> [ordinal_label(number) for number in (1, 2, 3, 4, 11, 12, 13, 22, 58, 91, 111)]
    ['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '22nd', '58th', '91st', '111th']
    """
    ending = "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _offset_label(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    sign, (hours, rest) = "−" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"{sign}{hours:02}:{rest:02}" if rest else f"{sign}{hours:02}"
