"""Who does what to whom in a parsed sentence: subjects, objects and prepositional phrases of its verbs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.languages.english.parser import Parsed
from communique.languages.port import Designation, Form

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
SPEAKING_OF = frozenset(
    {
        "discussed",
        "discuss",
        "recalled",
        "recall",
        "mentioned",
        "noted",
        "praised",
        "considered",
        "addressed",
        "reviewed",
    }
)
_VERBS = frozenset({"VERB", "AUX"})
JOINT_FORMS = frozenset({Form.GROUP})


def main_verb(parsed: Parsed) -> Token | None:
    """
    Give the verb of the main clause.

    Where the sentence is a statement with its speaker at the end ("…, President Vesk said"), it is the verb of saying.
    """
    roots = [token for token in parsed.doc if token.dep_ == "ROOT"]
    verbs = [token for token in roots if token.pos_ in _VERBS]
    return (verbs or roots or [None])[0]  # type: ignore[list-item]


def subjects(verb: Token) -> tuple[Token, ...]:
    """Give the subject of a verb with what is joined to it by "and"; a verb joined to another shares its subject."""
    own = [child for child in verb.children if child.dep_ in _SUBJECTS]
    if own:
        return tuple(conjuncts(own[0]))
    above = verb_above(verb)
    if verb.dep_ in {"conj", "xcomp"} and above.pos_ in _VERBS and above.i != verb.i:
        return subjects(above)
    return ()


def verb_above(verb: Token) -> Token:
    """Give what a verb hangs on; a finite verb joined to an infinitive belongs to the finite verb further up."""
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ == "conj" and verb.tag_ in _FINITE:
        while above.tag_ not in _FINITE and above.head.i != above.i:
            above = above.head
    return above


def is_passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return any(child.dep_ in {"nsubjpass", "auxpass"} for child in verb.children)


def objects(verb: Token) -> tuple[Token, ...]:
    """Give the direct objects of a verb; a verb joined to a later one may share that one's object."""
    own = [each for child in verb.children if child.dep_ in {"dobj", "dative"} for each in conjuncts(child)]
    if own:
        return tuple(own)
    return tuple(o for child in verb.children if child.dep_ == "conj" and child.pos_ in _VERBS for o in objects(child))


def conjuncts(token: Token) -> Iterator[Token]:
    """Give a noun and those joined to it."""
    yield token
    for child in token.children:
        if child.dep_ in {"conj", "appos"}:
            yield from conjuncts(child)


def prepositional(head: Token, *prepositions: str) -> Iterator[Token]:
    """Give the nouns that hang on a word by one of the prepositions, with those joined to them."""
    for child in head.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            nouns = [noun for noun in child.children if noun.dep_ == "pobj"]
            nouns = nouns or [n for of in child.children if of.lower_ == "of" for n in of.children if n.dep_ == "pobj"]
            yield from (each for noun in nouns for each in conjuncts(noun))
            yield from prepositional(child, *prepositions)


def designated(parsed: Parsed, tokens: tuple[Token, ...]) -> tuple[Designation, ...]:
    """Give the designations that stand at the given words."""
    found = (parsed.designation(token) for token in tokens)
    return tuple(d for d in found if d is not None)


def is_joint(parsed: Parsed, tokens: tuple[Token, ...]) -> bool:
    """Tell whether a subject is several parties at once."""
    people = [d for d in designated(parsed, tokens) if d.form is not Form.SIDE]
    return len(people) > 1 or any(d.form in JOINT_FORMS for d in people)
