"""Verbs of dealing in a Russian sentence: subject, governed object, passive with its agent."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from communique.languages.port import Form, Frame
from communique.languages.russian.clauses import Item
from communique.languages.russian.ground import NEAR, Ground
from communique.languages.russian.phrases import Phrase
from communique.languages.russian.rules import Rule, load_rules
from communique.languages.russian.status import status_of
from communique.languages.russian.visits import place_after
from communique.model import RelationKind, Status

_VERBS = frozenset({"VERB", "INFN", "GRND", "ADJS", "PRTS", "ADJF", "PRTF"})
_ATTENDING = frozenset({"участвовать"})
_TAKING = frozenset({"принять", "принимать"})
_BETWEEN = 2


def of_verbs(ground: Ground, i: int, item: Item) -> Iterator[Frame]:
    """Give the dealings that the word at ``i`` states as a verb, in its likeliest reading."""
    part = item.readings[0].pos if item.readings else ""
    for lemma in item.lemmas(part) if part in _VERBS else ():
        for rule in load_rules("verb").get(lemma, ()):
            yield from _of_verb(ground, i, item, rule)
    before = ground.row.items[i - 1].lemmas("VERB", "INFN") if i else frozenset()
    if item.lemmas("VERB", "INFN") & _ATTENDING or (item.lower == "участие" and before & _TAKING):
        yield from _of_attendance(ground, i)


def _of_verb(ground: Ground, i: int, item: Item, rule: Rule) -> Iterator[Frame]:
    if item.is_a("PRTF") or _has_other_sense(ground, i, rule):
        return
    if item.is_a("PRTS"):
        yield from _of_passive(ground, i, rule)
    elif not (rule.kind is RelationKind.VISIT and item.is_a("INFN") and ground.invited(i)):
        yield from _of_active(ground, i, rule)


def _has_other_sense(ground: Ground, i: int, rule: Rule) -> bool:
    if rule.near and not any(item.lower in rule.near for item in ground.near(i)):
        return True
    return any(item.lower in rule.unless for item in ground.row.items[i + 1 : i + NEAR])


def _of_active(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    receiver = _receiver(ground, i, rule)
    if receiver is not None or (rule.has("bare") and not rule.has("mutual")):
        yield from ground.made(i, rule, ground.clause.giver(i), receiver)
    elif rule.has("mutual"):
        yield from _jointly(ground, i, rule)


def _receiver(ground: Ground, i: int, rule: Rule) -> Phrase | None:
    if rule.has("place"):
        return ground.place(i, rule)
    found = ground.clause.receiver(i, rule.receiver)
    if found is not None and not ground.fits(found, rule):
        found = None
    return ground.owner(i) if found is None and rule.has("whole") else found


def _of_passive(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    if ("", "acc") not in rule.receiver:
        return
    agent, patient = ground.clause.agent(i), ground.clause.patient(i)
    if patient is not None and agent is not None and ground.fits(patient, rule):
        yield from ground.made(i, rule, agent.as_words(ground.row), patient)


def _jointly(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    """Two named parties as one subject: "Король и Премьер-министр встретились"."""
    named = [p for p in ground.phrases if p.last < i and "nom" in p.cases and _is_named(p)]
    for first, second in pairwise(named):
        if second.first - first.last == _BETWEEN and ground.row.items[first.last + 1].lower == "и":
            yield ground.frame(i, rule, first.as_words(ground.row), second.as_words(ground.row))


def _is_named(phrase: Phrase) -> bool:
    designation = phrase.item.designation
    return designation is not None and designation.form in (Form.NAME, Form.OFFICE)


def _of_attendance(ground: Ground, i: int) -> Iterator[Frame]:
    """To take part in what is to take place in a city is to go there."""
    place = place_after(ground.row, ground.phrases, i, (("в", "loc"),), cities=True)
    if place is not None and status_of(ground.row, i) is Status.PLANNED:
        yield from ground.made(i, load_rules("verb")["прибыть"][0], ground.clause.giver(i), place)
