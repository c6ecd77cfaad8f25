"""The parties that a Russian sentence may speak of: designations, pronouns, persons named by a noun."""

from __future__ import annotations

from dataclasses import dataclass

from communique.languages.port import Form, Words
from communique.languages.russian.clauses import Item, Row, is_preposition
from communique.languages.russian.lexicon import load_offices
from communique.model import Side

_WE = frozenset({"мы", "нас", "нам", "нами"})
_SECOND = 2
_ADJECTIVES = 4
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Phrase:
    """A party in a row: a designation, a pronoun, or persons named by a noun with what belongs to it."""

    first: int
    last: int
    cases: frozenset[str]
    item: Item
    sides: tuple[Side, ...]
    plural: bool = False

    def as_words(self, row: Row) -> Words:
        """Give the words of the party."""
        return Words(
            span=row.words(self.first, self.last),
            designation=self.item.designation,
            sides=self.sides,
            plural=self.plural,
            pronoun=self.item.pronoun and not self.plural and self.item.lower not in _WE,
            first_person=self.item.pronoun and self.item.person == 1,
            second_person=self.item.pronoun and self.item.person == _SECOND,
        )


def find_phrases(row: Row) -> tuple[Phrase, ...]:
    """Give the parties that a row may speak of, in order; none overlaps another."""
    found: list[Phrase] = []
    i = 0
    while i < len(row.items):
        phrase = _phrase(row, i)
        if phrase is None:
            i += 1
        else:
            found.append(_with_company(row, phrase))
            i = phrase.last + 1
    return tuple(found)


def _with_company(row: Row, phrase: Phrase) -> Phrase:
    """Take in persons joined by "и" ("Вас и всех друзей"), and those "мы" is said with ("мы с Ильмаром Веском")."""
    i = phrase.last + 1
    if i + 1 >= len(row.items):
        return phrase
    link = row.items[i].lower
    together = link in {"с", "со"} and phrase.item.lower == "мы" and phrase.first == phrase.last
    if not together and (link != "и" or "nom" in phrase.cases or not phrase.item.pronoun):
        return phrase
    j = i + 1
    while j < len(row.items) - 1 and j - i < _ADJECTIVES and _is_adjective(row.items[j]):
        j += 1
    following = _phrase(row, i + 1) or _phrase(row, j)
    if following is None or following.item.pronoun:
        return phrase
    wanted = frozenset({"ins"}) if together else phrase.cases
    if not following.cases & wanted or (
        not together
        and following.item.designation is not None
        and following.item.designation.form is not Form.BODY
        and following.item.designation.form is not Form.SIDE
    ):
        return phrase
    return Phrase(phrase.first, following.last, phrase.cases, phrase.item, phrase.sides or following.sides, plural=True)


def _phrase(row: Row, i: int) -> Phrase | None:
    item = row.items[i]
    if item.designation is not None:
        return Phrase(i, i, item.cases, item, item.designation.sides)
    if item.person == 0 and i + 1 < len(row.items) and _is_collective(row.items[i + 1]):
        collective = row.items[i + 1]
        sides = collective.designation.sides if collective.designation else ()
        return Phrase(i, i + 1, collective.cases, collective, sides)
    if item.pronoun:
        following = _phrase_of_noun(row, i) if item.person == 0 else None
        return following or (None if _is_possessive(row, i) else Phrase(i, i, item.cases, item, ()))
    return _phrase_of_noun(row, i)


def _is_collective(item: Item) -> bool:
    return item.designation is not None and item.designation.form in (Form.SIDE, Form.BODY)


def _is_possessive(row: Row, i: int) -> bool:
    """His, her or their before a noun ("его личный вклад")."""
    if row.items[i].lower not in {"его", "ее", "их"} or i + 1 >= len(row.items):
        return False
    following = row.items[i + 1]
    return following.is_a("NOUN", "ADJF", "PRTF") and not is_preposition(following)


def _phrase_of_noun(row: Row, i: int) -> Phrase | None:
    j = i
    while j < len(row.items) and j - i < _ADJECTIVES and _is_adjective(row.items[j]):
        j += 1
    if (
        j >= len(row.items)
        or not row.items[j].lemmas("NOUN") & load_offices().persons
        or row.items[j].designation is not None
    ):
        return None
    noun = row.items[j]
    last = _owned(row, j)
    sides = {s.code: s for k in range(j, last + 1) if (d := row.items[k].designation) for s in d.sides}
    cases = frozenset(r.case for r in noun.readings if r.pos == "NOUN" and r.case)
    if any(r.plural and r.case == "gen" for r in noun.readings):
        cases |= {"acc"}
    return Phrase(i, last, cases, noun, tuple(sides.values()))


def _is_adjective(item: Item) -> bool:
    return item.designation is None and (item.is_a("ADJF", "PRTF", "NUMR") or item.person == 0)


def _owned(row: Row, j: int) -> int:
    """Give the last item that belongs to a noun: genitives after it, and what is joined to it by "и"."""
    last = j
    k = j + 1
    while k < len(row.items) and k - j < _LONGEST:
        item = row.items[k]
        if item.designation is not None:
            if "gen" not in item.cases:
                break
            last = k
        elif (
            item.lower == "и"
            and k + 1 < len(row.items)
            and (row.items[k + 1].lemmas("NOUN") & load_offices().persons or row.items[k + 1].designation is not None)
        ):
            pass
        elif item.lemmas("NOUN") & load_offices().persons or (item.is_a("ADJF", "NOUN") and "gen" in item.cases):
            last = k if item.lemmas("NOUN") else last
        else:
            break
        k += 1
    return last
