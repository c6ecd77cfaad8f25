"""Nouns that verbs carry in a Russian sentence ("выразил благодарность"), and invitations and welcomes thanked for."""

from __future__ import annotations

from collections.abc import Iterator

from communique.languages.port import Frame, Words
from communique.languages.russian.clauses import Item
from communique.languages.russian.ground import NEAR, REACH, Ground
from communique.languages.russian.nouns import genitive_after, of_encounter, of_governor, of_visit
from communique.languages.russian.phrases import Phrase
from communique.languages.russian.rules import Rule, load_rules
from communique.languages.russian.verbs import of_verbs
from communique.model import RelationKind, Status

_WARM = frozenset({"теплый", "радушный", "гостеприимный", "сердечный"})
_CONVEYING = frozenset({"передать", "подтвердить", "направить"})


def of_nouns(ground: Ground, i: int, item: Item) -> Iterator[Frame]:
    """Give the dealings that the word at ``i`` states as a noun."""
    for lemma in item.lemmas("NOUN", "PRED", "PRCL", "ADVB"):
        for rule in load_rules("noun").get(lemma, ()):
            yield from _of_noun(ground, i, rule)
    if "прием" in item.lemmas("NOUN") and _lemmas_near(ground, i) & _WARM:
        yield from _of_welcome(ground, i)


def _of_noun(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    if rule.marked and not _lemmas_near(ground, i) & rule.marked:
        return
    if rule.kind is RelationKind.INVITATION:
        yield from _of_invitation(ground, i, rule)
    elif rule.has("mutual"):
        yield from of_encounter(ground, i, rule)
    elif rule.has("place"):
        yield from of_visit(ground, i, rule)
    else:
        yield from _of_expression(ground, i, rule)


def _lemmas_near(ground: Ground, i: int) -> set[str]:
    return {lemma for item in ground.near(i) for lemma in item.lemmas("ADJF", "NOUN")}


def _of_invitation(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    before = ground.row.items[i - 1].lower if i else ""
    owner = genitive_after(ground, i)
    thanks = _thanks_for(ground, i)
    if thanks is not None:
        yield ground.frame(i, rule, thanks.receiver, thanks.giver, status=Status.PAST)
    elif before == "по":
        return
    elif owner is not None:
        yield ground.frame(i, rule, owner.as_words(ground.row), of_governor(ground, i), status=Status.PAST)
    else:
        yield from _conveyed(ground, i, rule)


def _conveyed(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    """An invitation that somebody passes on or confirms to somebody."""
    near = range(i - 1, max(-1, i - REACH), -1)
    verb = next((j for j in near if ground.row.items[j].lemmas("VERB") & _CONVEYING), None)
    receiver = ground.clause.receiver(i, rule.receiver, left=False)
    if verb is not None and receiver is not None:
        yield ground.frame(i, rule, ground.clause.giver(verb), receiver.as_words(ground.row))


def _thanks_for(ground: Ground, i: int) -> Frame | None:
    """Give the thanks that are given for what stands at ``i``: an invitation thanked for is the other's."""
    led = any(item.lower == "за" for item in ground.row.items[max(0, i - NEAR) : i])
    return next(_thanks_before(ground, i), None) if led else None


def _thanks_before(ground: Ground, i: int) -> Iterator[Frame]:
    for j, item in enumerate(ground.row.items[:i]):
        if item.designation is None and not item.pronoun:
            found = (*of_verbs(ground, j, item), *_thanks_by_noun(ground, j, item))
            yield from (frame for frame in found if frame.kind is RelationKind.THANKS)


def _thanks_by_noun(ground: Ground, j: int, item: Item) -> Iterator[Frame]:
    for lemma in item.lemmas("NOUN", "PRED", "PRCL", "ADVB"):
        for rule in load_rules("noun").get(lemma, ()):
            if rule.kind is RelationKind.THANKS:
                yield from _of_expression(ground, j, rule)


def _of_welcome(ground: Ground, i: int) -> Iterator[Frame]:
    """Thanks for a warm welcome go to the host."""
    thanks = next(_thanks_before(ground, i), None)
    if thanks is not None and thanks.receiver is not None:
        yield ground.frame(i, load_rules("verb")["принять"][0], thanks.receiver, thanks.giver)


def _of_expression(ground: Ground, i: int, rule: Rule) -> Iterator[Frame]:
    clause = ground.clause
    if ground.row.items[i].lower == "спасибо":
        receiver = clause.receiver(i, rule.receiver, left=False) or clause.addressed()
        yield from ground.made(i, rule, _speaker(ground, i), receiver)
        return
    verb = _carrier(ground, i, rule)
    if verb is None:
        return
    receiver = clause.receiver(i, rule.receiver, left=False) or _between_verb(ground, verb, i, rule)
    if receiver is None and rule.has("whole"):
        receiver = ground.owner(i)
    if receiver is not None or rule.has("bare"):
        yield from ground.made(i, rule, clause.giver(verb), receiver)


def _carrier(ground: Ground, i: int, rule: Rule) -> int | None:
    """Give the verb that carries a noun, before it or close behind."""
    near = (*range(i - 1, max(-1, i - REACH), -1), *range(i + 1, min(len(ground.row.items), i + NEAR)))
    return next((j for j in near if ground.row.items[j].lemmas("VERB", "INFN", "GRND") & rule.verbs), None)


def _between_verb(ground: Ground, verb: int, i: int, rule: Rule) -> Phrase | None:
    """Give the receiver between verb and noun ("выразил Королю признательность"), or a pronoun before both."""
    low, high = sorted((verb, i))
    for _, case in rule.receiver:
        for phrase in ground.phrases:
            inside = low < phrase.first < high and ground.clause.preposition(phrase) is None
            before = phrase.item.pronoun and 0 < low - phrase.last < NEAR
            if case in phrase.cases and (inside or before):
                return phrase
    return None


def _speaker(ground: Ground, i: int) -> Words:
    """Give who says "спасибо": the label of a turn that opens the sentence, else the speaker, whoever it is."""
    first = ground.phrases[0] if ground.phrases else None
    items = ground.row.items
    if first is not None and first.last + 1 < len(items) and items[first.last + 1].lower == ":":
        return first.as_words(ground.row)
    return Words(span=ground.span_of(items[i]), pronoun=True, first_person=True)
