"""Who says the words of a source, and whether an essay gives them to the same person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import JaroWinkler

from communique.extraction.people import fold, same_name
from communique.model import Account, MentionForm, Person, Span

_WORD = re.compile(r"[^\W\d_]+")
_NAME_LETTERS = 4
_PREFIX = 5
_SAME_NAME = 0.88
_NAMED, _HELD, _OF_SIDE = 4, 2, 2
_TITLES = frozenset("mr mrs ms dr his her excellency majesty the of and a republic kingdom federation".split())


def speaker_of(account: Account, span: Span) -> Person | None:
    """
    Give who says the words at a place of a source: whose direct speech they are, else whom the sentence names first.

    None where neither is known.
    """
    for quotation in account.quotations:
        if quotation.content.part is span.part and quotation.content.overlaps(span):
            return quotation.speaker
    sentence = next((s for s in account.sentences if s.overlaps(span)), None)
    if sentence is None:
        return None
    named = [m for m in account.mentions if sentence.covers(m.span) and m.form is not MentionForm.GROUP]
    first = min(named, key=lambda mention: mention.span.start, default=None)
    return first.person if first is not None and first.span.start < span.end else None


def meant_by(words: str, accounts: Sequence[Account]) -> Person | None:
    """
    Give the person of the sources whom an essay's words mean, by name in any spelling, or by office and side.

    None where nobody fits, or several do equally well.
    """
    scored: list[tuple[int, Person]] = []
    for person in everybody(accounts):
        score = _score(words, person)
        if score and not any(same_person(person, other) and score <= known for known, other in scored):
            scored = [(known, other) for known, other in scored if not same_person(person, other)]
            scored.append((score, person))
    best = max((score for score, _ in scored), default=0)
    fitting = [person for score, person in scored if score == best]
    return fitting[0] if len(fitting) == 1 and best > _HELD else None


def same_person(one: Person, other: Person) -> bool:
    """Tell whether two texts' tellings mean one person: by the key of the tables, by name, else by office."""
    if one.identity and other.identity:
        return one.identity == other.identity
    if one.name and other.name:
        return same_name(fold(one.name), fold(other.name))
    return bool(one.office and other.office) and one.label == other.label


def everybody(accounts: Sequence[Account]) -> Iterator[Person]:
    """Give all whom the sources tell of: who takes part, who speaks, who is mentioned."""
    for account in accounts:
        yield from account.event.principals
        yield from account.event.others
        yield from (q.speaker for q in account.quotations if q.speaker is not None)
        yield from (m.person for m in account.mentions if m.person is not None)


def _score(words: str, person: Person) -> int:
    said = [word.casefold() for word in _WORD.findall(words)]
    names = [word for word in fold(person.label if person.name else "") if len(word) >= _NAME_LETTERS]
    if any(_alike(word, name) for word in said for name in names):
        return _NAMED + sum(any(_alike(word, name) for word in said) for name in names)
    office = [word for word in fold(person.office.title) if word not in _TITLES] if person.office else []
    held = sum(word in said for word in office)
    sides = [word for word in fold(person.side.name) if word not in _TITLES] if person.side else []
    of_side = any(
        _kin(word, place)
        for word in said
        for place in (*sides, *office)
        if len(place) >= _NAME_LETTERS and place not in {"president", "minister"}
    )
    return held * _HELD // max(1, len(office)) + (_HELD - 1 if held else 0) + (_OF_SIDE if of_side and held else 0)


def _alike(word: str, name: str) -> bool:
    return len(word) >= _NAME_LETTERS and JaroWinkler.similarity(word, name) >= _SAME_NAME


def _kin(word: str, place: str) -> bool:
    """Tell whether a word is a place's name or an adjective of it ("Velmarkian", "Velmark")."""
    return word[:_PREFIX] == place[:_PREFIX] and len(word) >= _NAME_LETTERS
