"""How the first narrated Russian sentence puts the encounter: who met, received, spoke with whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.languages.port import Designation, Form, Lead
from communique.languages.russian.clauses import Item, Row, breaks, is_preposition, is_which
from communique.languages.russian.lexicon import PACKAGE
from communique.languages.russian.phrases import Phrase
from communique.model import Pattern
from communique.text.tables import load_toml

_PERSONAL = frozenset({Form.NAME, Form.OFFICE})
_TAKES_PLACE = frozenset({"состояться", "пройти", "проходить", "начаться", "продолжиться", "завершиться", "быть"})
_HOLD = frozenset({"провести", "проводить", "иметь", "начать", "продолжить"})
_RECEIVE = frozenset({"принять", "принимать"})
_WELCOME = frozenset({"приветствовать", "поприветствовать"})
_WITHIN = 8


def find_lead(row: Row, phrases: Sequence[Phrase]) -> Lead | None:
    """Read the pattern of one sentence; None where it has no verb."""
    at = main_verb(row)
    if at is None:
        return None
    subjects = [
        p for p in phrases if "nom" in p.cases and p.last < at and not _after_preposition(row, p) and p.item.designation
    ]
    subject = next((p for p in subjects if _form(p) in _PERSONAL), None)
    pattern, met = _pattern(row, phrases, at, has_subject=bool(subjects))
    span = row.words(min([at, *(p.first for p in subjects[:1])]), met.last if met else at)
    if _is_joint(subjects) and pattern is Pattern.OTHER:
        return Lead(pattern=Pattern.JOINT, span=span)
    return Lead(
        pattern=pattern,
        span=span,
        subject=subject.item.designation if subject else None,
        object=_designation(met),
    )


def main_verb(row: Row) -> int | None:
    """Give the first finite verb or short participle that stands in no relative clause."""
    inside = False
    for i, item in enumerate(row.items):
        if is_which(item):
            inside = True
        elif inside and item.lower == ",":
            inside = False
        elif not inside and item.designation is None and _is_finite(item):
            return _after_auxiliary(row, i)
    return None


def _after_auxiliary(row: Row, i: int) -> int:
    """Give the participle or infinitive that "быть" carries, else the verb itself."""
    if "быть" not in row.items[i].lemmas("VERB"):
        return i
    return next((j for j in range(i + 1, min(len(row.items), i + 4)) if row.items[j].is_a("PRTS", "INFN")), i)


def _is_finite(item: Item) -> bool:
    return item.is_a("VERB", "PRTS")


def _pattern(row: Row, phrases: Sequence[Phrase], at: int, *, has_subject: bool) -> tuple[Pattern, Phrase | None]:
    verb = row.items[at]
    lemmas = verb.lemmas("VERB", "PRTS")
    met = next(
        (p for p in phrases if p.first > at and "ins" in p.cases and row.items[p.first - 1].lower in {"с", "со"}), None
    )
    if lemmas & _RECEIVE and (verb.is_a("PRTS") or any(r.has("pssv") for r in verb.readings[:1])):
        return Pattern.WAS_RECEIVED, next((p for p in phrases if p.first > at and "ins" in p.cases), None)
    if lemmas & _RECEIVE:
        received = next(
            (
                p
                for p in phrases
                if p.first > at and "acc" in p.cases and p.first - at < _WITHIN and not _after_preposition(row, p)
            ),
            None,
        )
        return (Pattern.RECEIVED, received) if received else (Pattern.OTHER, None)
    if lemmas & _WELCOME:
        return Pattern.WELCOMED, next((p for p in phrases if p.first > at and "acc" in p.cases), None)
    if lemmas & (_HOLD | _TAKES_PLACE):
        noun = _encounter(row, at, held=bool(lemmas & _HOLD) and has_subject)
        if noun is not None:
            return noun, met
    pattern = _pattern_of(lemmas, "met_with")
    return (pattern, met) if pattern and met else (Pattern.OTHER, None)


def _encounter(row: Row, at: int, *, held: bool) -> Pattern | None:
    """Give the pattern of the noun for an encounter that a light verb carries, after the verb or before it."""
    for i in [*range(at + 1, min(len(row.items), at + _WITHIN)), *range(at - 1, -1, -1)]:
        if i > at and breaks(row, i):
            continue
        lemmas = row.items[i].lemmas("NOUN")
        pattern = _pattern_of(lemmas, "encounters")
        if pattern is not None and (held or i > at or "nom" in row.items[i].cases):
            return pattern
    return None


def _is_joint(subjects: Sequence[Phrase]) -> bool:
    return len([p for p in subjects if _form(p) in _PERSONAL]) > 1 or any(_form(p) is Form.GROUP for p in subjects)


def _after_preposition(row: Row, phrase: Phrase) -> bool:
    return phrase.first > 0 and is_preposition(row.items[phrase.first - 1])


def _form(phrase: Phrase) -> Form | None:
    return phrase.item.designation.form if phrase.item.designation else None


def _designation(phrase: Phrase | None) -> Designation | None:
    return phrase.item.designation if phrase else None


def _pattern_of(lemmas: Iterable[str], section: str) -> Pattern | None:
    table = load_toml(PACKAGE, "grammar.toml")[section]
    return next((Pattern(table[lemma]) for lemma in lemmas if lemma in table), None)
