"""Russian sentences as rows of items: parties with their cases, and the words between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.languages.port import Designation, Form, Words
from communique.languages.russian.designations import Designated
from communique.languages.russian.lexicon import load_offices
from communique.languages.russian.tokens import Token, find_tokens
from communique.languages.russian.words import Reading, cases_of, lemmas_of, read_word
from communique.model import Part, Side, Span

_PRONOUNS = {
    "я": ("nom", 1), "меня": ("gen acc", 1), "мне": ("dat", 1), "мной": ("ins", 1), "мною": ("ins", 1),
    "мы": ("nom", 1), "нас": ("gen acc", 1), "нам": ("dat", 1), "нами": ("ins", 1),
    "вы": ("nom", 2), "вас": ("gen acc", 2), "вам": ("dat", 2), "вами": ("ins", 2), "тебя": ("gen acc", 2), "тебе": ("dat", 2), "ты": ("nom", 2),
    "он": ("nom", 3), "она": ("nom", 3), "они": ("nom", 3), "его": ("gen acc", 3), "ее": ("gen acc", 3), "их": ("gen acc", 3),
    "ему": ("dat", 3), "ей": ("dat ins", 3), "им": ("dat ins", 3), "него": ("gen acc", 3), "ним": ("ins", 3), "ней": ("ins dat", 3), "ними": ("ins", 3), "нему": ("dat", 3),
    "всех": ("gen acc", 0), "всем": ("dat", 0), "каждому": ("dat", 0), "каждого": ("gen acc", 0),
}  # fmt: skip
_PREPOSITIONS = frozenset(
    ["с", "со", "к", "ко", "в", "во", "на", "у", "от", "до", "за", "из", "по", "о", "об", "обо", "при", "перед", "для", "между", "после", "про", "под", "над", "через", "без", "ради", "против", "среди", "около", "вместе", "благодаря", "согласно", "вопреки"]
)
_BREAKS = frozenset({";", ":", "что", "чтобы", "если", "когда", "где", "как", "куда", "поскольку", "так", "хотя"})
_WHICH = "котор"
_WE = frozenset({"мы", "нас", "нам", "нами"})


@dataclass(frozen=True, slots=True)
class Item:
    """One word, or all the words of a designation: where they stand, the cases, and the readings of a single word."""

    start: int
    end: int
    lower: str
    cases: frozenset[str]
    designation: Designation | None = None
    readings: tuple[Reading, ...] = ()
    person: int = 3
    pronoun: bool = False

    def lemmas(self, *parts: str) -> frozenset[str]:
        """Give the lemmas of the word read as one of the parts of speech."""
        return frozenset(r.lemma for r in self.readings if r.pos in parts)

    def is_a(self, *parts: str) -> bool:
        """Tell whether the likeliest reading is one of the parts of speech."""
        return bool(self.readings) and self.readings[0].pos in parts


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence as items, with the text it stands in."""

    text: str
    sentence: Span
    items: tuple[Item, ...]

    def words(self, first: int, last: int) -> Span:
        """Give the span from one item to another (inclusive)."""
        return Span(self.items[first].start, self.items[last].end, self.sentence.part)


def make_row(text: str, sentence: Span, designated: Sequence[Designated]) -> Row:
    """Put a sentence into items; the designations in it become one item each."""
    return Row(text, sentence, tuple(_items(text, sentence, designated)))


def _items(text: str, sentence: Span, designated: Sequence[Designated]) -> Iterator[Item]:
    position = sentence.start
    for each in designated:
        span = each.designation.span
        if not sentence.covers(span):
            continue
        yield from (_item(t) for t in find_tokens(text, position, span.start))
        pronoun = each.designation.form is Form.PRONOUN or each.designation.span.of(text).lower() == "они"
        yield Item(span.start, span.end, span.of(text).lower(), each.cases, each.designation, pronoun=pronoun)
        position = span.end
    yield from (_item(t) for t in find_tokens(text, position, sentence.end))


def _item(token: Token) -> Item:
    if token.lower in _PRONOUNS:
        cases, person = _PRONOUNS[token.lower]
        return Item(token.start, token.end, token.lower, frozenset(cases.split()), None, read_word(token.words), person, pronoun=True)
    if not token.is_word or token.lower in _PREPOSITIONS:
        return Item(token.start, token.end, token.lower, frozenset())
    return Item(token.start, token.end, token.lower, cases_of(token.words), None, read_word(token.words))


def is_preposition(item: Item) -> bool:
    """Tell whether an item is a preposition."""
    return item.lower in _PREPOSITIONS


def breaks(row: Row, i: int) -> bool:
    """Tell whether a clause ends at an item."""
    item = row.items[i]
    return item.designation is None and (item.lower in _BREAKS or item.lower.startswith(_WHICH))


def is_which(item: Item) -> bool:
    """Tell whether an item is "который" in any form."""
    return item.designation is None and item.lower.startswith(_WHICH)


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
            second_person=self.item.pronoun and self.item.person == 2,  # noqa: PLR2004 - the grammatical person
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
    while j < len(row.items) - 1 and j - i < 3 and _is_adjective(row.items[j]):  # noqa: PLR2004 - adjectives of respect
        j += 1
    following = _phrase(row, i + 1) or _phrase(row, j)
    if following is None or following.item.pronoun:
        return phrase
    wanted = frozenset({"ins"}) if together else phrase.cases
    if not following.cases & wanted or (not together and following.item.designation is not None and following.item.designation.form is not Form.BODY and following.item.designation.form is not Form.SIDE):
        return phrase
    return Phrase(phrase.first, following.last, phrase.cases, phrase.item, phrase.sides or following.sides, plural=True)


def _phrase(row: Row, i: int) -> Phrase | None:
    item = row.items[i]
    if item.designation is not None:
        return Phrase(i, i, item.cases, item, item.designation.sides)
    if item.person == 0 and i + 1 < len(row.items) and _is_collective(row.items[i + 1]):
        following = row.items[i + 1]
        return Phrase(i, i + 1, following.cases, following, following.designation.sides if following.designation else ())
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
    while j < len(row.items) and j - i < 4 and _is_adjective(row.items[j]):  # noqa: PLR2004 - adjectives before a noun
        j += 1
    if j >= len(row.items) or not row.items[j].lemmas("NOUN") & load_offices().persons or row.items[j].designation is not None:
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
    while k < len(row.items) and k - j < 8:  # noqa: PLR2004 - longer than such phrases are
        item = row.items[k]
        if item.designation is not None:
            if "gen" not in item.cases:
                break
            last = k
        elif item.lower == "и" and k + 1 < len(row.items) and (row.items[k + 1].lemmas("NOUN") & load_offices().persons or row.items[k + 1].designation is not None):
            pass
        elif item.lemmas("NOUN") & load_offices().persons or (item.is_a("ADJF", "NOUN") and "gen" in item.cases):
            last = k if item.lemmas("NOUN") else last
        else:
            break
        k += 1
    return last


def whole(text: str, part: Part = Part.TEXT) -> Span | None:
    """Give the span of a whole text, None for an empty one."""
    return Span(0, len(text), part) if text else None


__all__ = ["Item", "Phrase", "Row", "breaks", "find_phrases", "is_preposition", "is_which", "lemmas_of", "make_row", "whole"]
