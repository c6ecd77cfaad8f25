"""The reason in plain words for which a release belongs to an episode."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from communique.dossiers.gathering_views import View, persons_of_sides
from communique.dossiers.lookback import Trace
from communique.model import Kind, Person
from communique.precedent.coverage import MONTH_NAMES
from communique.precedent.notices import is_announcement
from communique.reference import Tables, issuer

MOST_WORDS = 160
"""Characters of a quotation that a reason holds."""

_NOUNS = {
    Kind.CALL: "call",
    Kind.MEETING: "meeting",
    Kind.VISIT: "visit",
    Kind.MESSAGE: "message",
    Kind.MULTILATERAL: "multilateral meeting",
}
_CONTACT, _PAPER = "contact", "paper"
_LABELS = {
    "communique": "joint text",
    "press-statement": "press statement",
    "interview": "interview",
    "opening": "remarks",
    "": "statement",
}
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_LETTERS = 3


def event_reason(view: View, sides: frozenset[str]) -> str:
    """Say who was in contact with whom, how, and when ("call of Ilmar Vesk with Adela Korin, 7 Mar 2020")."""
    own, others = persons_of_sides(view, sides)
    if not own or not others:
        return f"“{_title(view)}”, {short_day(view.day)}: the headline names both sides"
    if {person.label for person in own} == {person.label for person in others}:  # "the presidents of … and …"
        return f"{_noun(view)} of {_listed(own)}, {short_day(view.day)}"
    link = "to" if view.kind is Kind.MESSAGE else "with"
    further = _of_third(view, sides) if view.trilateral and view.kind is not Kind.MESSAGE else ()
    return f"{_noun(view)} of {_listed(own)} {link} {_listed((*others, *further))}, {short_day(view.day)}"


def _of_third(view: View, sides: frozenset[str]) -> tuple[Person, ...]:
    """Give the principals of the third side of a meeting of three."""
    return tuple(p for p in view.account.event.principals if p.side and p.side.code in view.states - sides)


def announcement_reason(view: View, contact: View | None, sides: frozenset[str]) -> str:
    """Say how long before what a release announces; ``contact`` is its record, None where none was found."""
    if contact is not None:
        what = f"the {_noun(contact)} of {short_day(contact.day)}"
        return f"announces, {days_before((contact.day - view.issued).days)}, {what}"
    _, others = persons_of_sides(view, sides)
    whom = f" with {_listed(others)}" if others else ""
    if not view.dated:
        return f"announces a {_noun(view)}{whom} without its day; no record of it found"
    days = days_before((view.day - view.issued).days)
    return f"announces, {days}, the {_noun(view)} of {short_day(view.day)}{whom}; no record of it found"


def lead_reason(trace: Trace, contact: View) -> str:
    """Say how long before a contact somebody invited to it, or spoke of it."""
    what = f"the {_noun(contact)} of {short_day(contact.day)}"
    quoted = f"“{_cut(trace.words)}”"
    if trace.notice.invitation:
        return f"invitation given {days_before(trace.days)} {what}: {quoted}"
    verb = ("announces", "") if is_announcement(trace.account) else ("speaks", "of ")
    return f"{verb[0]}, {days_before(trace.days)}, {verb[1]}{what}: {quoted}"


def statement_reason(view: View, contact: View | None, sides: frozenset[str]) -> str:
    """Say what kind of text it is, and on what contact."""
    label = _PAPER if view.paper else _LABELS.get(view.label, _LABELS[""])
    if contact is None:
        _, others = persons_of_sides(view, sides)
        whom = f" with {_listed(others)}" if others else ""
        return f"{label} on a contact{whom}, {short_day(view.day)}; no record of that contact found"
    when = "same day as" if view.day == contact.day else "the day after"
    return f"{label}, {when} the {_noun(contact)} of {short_day(contact.day)}"


def parallel_reason(view: View, contact: View, tables: Tables | None) -> str:
    """Say whose event it was, how far from the nearest contact, and what it is called."""
    office = issuer(view.account.release.issuer, tables=tables)
    who = office.name if office else view.account.release.issuer
    when = days_apart((view.day - contact.day).days)
    near = f"{when} as" if view.day == contact.day else when
    return f"{who}, {near} the {_noun(contact)} of {short_day(contact.day)}: {_title(view)}"


def short_day(day: date) -> str:
    """
    Give a day in short.

    >>> short_day(date(2020, 3, 10))
    '10 Mar 2020'
    """
    return f"{day.day} {MONTH_NAMES[day.month - 1][:_LETTERS]} {day.year}"


def days_before(days: int) -> str:
    """
    Give a lead in words.

    >>> days_before(0), days_before(1), days_before(2), days_before(44)
    ('the same day', 'the day before', 'two days before', '44 days before')
    """
    return days_apart(-days) if days else "the same day"


def days_apart(days: int) -> str:
    """
    Give how far one day is from another in words.

    >>> days_apart(0), days_apart(1), days_apart(-3)
    ('same day', 'the day after', 'three days before')
    """
    if days == 0:
        return "same day"
    word = "before" if days < 0 else "after"
    if abs(days) == 1:
        return f"the day {word}"
    number = _NUMBERS[abs(days)] if abs(days) < len(_NUMBERS) else str(abs(days))
    return f"{number} days {word}"


def _noun(view: View) -> str:
    noun = _NOUNS.get(view.kind, _CONTACT)
    return f"trilateral {_NOUNS[Kind.MEETING]}" if view.trilateral and noun.endswith(_NOUNS[Kind.MEETING]) else noun


def _listed(persons: Iterable[Person]) -> str:
    names = list(dict.fromkeys(person.label for person in persons))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _title(view: View) -> str:
    release = view.account.release
    return _cut(release.title or release.text)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= MOST_WORDS else f"{line[:MOST_WORDS].rsplit(' ', 1)[0]}…"
