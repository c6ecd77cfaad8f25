"""Nouns of encounter and visit in a Russian sentence: "разговор А с Б", "визит А в Б", "наши переговоры с Б"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.languages.port import Frame, Words
from communique.languages.russian.clauses import breaks, is_preposition
from communique.languages.russian.ground import NEAR, REACH, Ground
from communique.languages.russian.phrases import Phrase
from communique.languages.russian.rules import Rule
from communique.model import Side

_OURS = frozenset({"наш", "мой"})
_YOURS = frozenset({"ваш", "твой"})
_STAYING = frozenset({"находиться"})
_TAKING_PLACE = frozenset({"состояться", "пройти", "проходить", "начаться"})
_WITH = frozenset({"с", "со"})
_LED = 3


def of_encounter(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    """Give who met whom by a noun of encounter."""
    owner = genitive_after(ground, i)
    met = next((p for p in ground.clause.after(i) if ground.clause.stands(p, "с", "ins")), None)
    if met is None or not ground.fits(met, rule):
        yield from _between(ground, i, rule, owner)
        return
    words = met.as_words(ground.row)
    giver = owner.as_words(ground.row) if owner is not None and owner.first < met.first else None
    giver = giver or _possessor(ground, i) or of_governor(ground, i)
    yield ground.frame(i, rule, None if giver is not None and giver.span.overlaps(words.span) else giver, words)


def _between(ground: Ground, i: int, rule: Rule, owner: Phrase | None) -> Iterator[Frame]:
    """An encounter without "с": of two sides ("представителей А и Б"), of one ("у Вас разговор"), or "мы с Б"."""
    if owner is not None and len(owner.sides) > 1:
        first, second = (_of_side(ground, owner, side) for side in owner.sides[:2])
        yield ground.frame(i, rule, first, second)
        return
    having = _having(ground, i)
    if having is not None:
        yield ground.frame(i, rule, having, None)
        return
    we = next((p.first for p in ground.phrases if _says_we(ground, p) and p.first - i < REACH), None)
    if we is None or i == 0 or not is_preposition(ground.row.items[i - 1]):
        return
    beside = next((p for p in ground.phrases if p.first > we and ground.clause.stands(p, "с", "ins")), None)
    if beside is not None:
        words = Words(span=ground.row.words(we, we), first_person=True)
        yield ground.frame(i, rule, words, beside.as_words(ground.row))


def _says_we(ground: Ground, phrase: Phrase) -> bool:
    return ground.row.items[phrase.first].lower == "мы"


def _having(ground: Ground, i: int) -> Words | None:
    """Read "у Вас … разговор": one party, addressed."""
    before = ground.row.items[max(0, i - NEAR) : i]
    if not any(item.lower == "у" for item in before):
        return None
    you = next((item for item in before if item.lower == "вас"), None)
    return Words(span=ground.span_of(you), pronoun=True, second_person=True) if you else None


def _of_side(ground: Ground, phrase: Phrase, side: Side) -> Words:
    for item in ground.row.items[phrase.first : phrase.last + 1]:
        if item.designation is not None and item.designation.sides == (side,):
            return Words(span=item.designation.span, designation=item.designation, sides=(side,))
    return Words(span=ground.row.words(phrase.first, phrase.last), sides=(side,))


def genitive_after(ground: Ground, i: int) -> Phrase | None:
    """Give the party in the genitive right after a noun."""
    return next((p for p in ground.phrases if p.first == i + 1 and "gen" in p.cases), None)


def _possessor(ground: Ground, i: int) -> Words | None:
    """Give "наш", "Ваш" before a noun."""
    for j in range(max(0, i - NEAR), i):
        item = ground.row.items[j]
        lemmas = {r.lemma for r in item.readings}
        if lemmas & (_OURS | _YOURS) and not any(breaks(ground.row, k) for k in range(j, i)):
            span = ground.span_of(item)
            return Words(span=span, first_person=bool(lemmas & _OURS), second_person=bool(lemmas & _YOURS))
    return None


def of_governor(ground: Ground, i: int) -> Words | None:
    """Give the subject of the verb that carries a noun; one that takes place has none."""
    for j in (*range(i - 1, max(-1, i - REACH), -1), *range(i + 1, min(len(ground.row.items), i + NEAR))):
        item = ground.row.items[j]
        if j > i and breaks(ground.row, j):
            return None
        if item.is_a("VERB", "INFN", "GRND"):
            return None if item.lemmas("VERB", "INFN") & _TAKING_PLACE else ground.clause.giver(j)
    return None


def of_visit(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    """Give who visited what by a noun of visit, and who stays somewhere "с визитом"."""
    if ground.invited(i):
        return
    place = ground.place(i, rule)
    if any(item.lower in _WITH for item in ground.row.items[max(0, i - _LED) : i]):
        yield from _staying(ground, i, rule) if place is None else ()
    elif place is not None:
        yield from ground.made(i, rule, _visitor(ground, i, place), place)


def _staying(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    verb = next((j for j in range(max(0, i - REACH), i) if ground.row.items[j].lemmas("VERB") & _STAYING), None)
    place = ground.place(verb, rule) if verb is not None else None
    if verb is not None and place is not None:
        yield from ground.made(i, rule, ground.clause.giver(verb), place)


def _visitor(ground: Ground, i: int, place: Phrase) -> Words | None:
    owner = genitive_after(ground, i)
    if owner is not None and owner.first < place.first:
        return owner.as_words(ground.row)
    return _possessor(ground, i) or of_governor(ground, i) or ground.clause.subject(i)
