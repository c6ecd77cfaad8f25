"""Verbs with their parties, as a plain dependency parse has them: no name is masked, no error mended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import spacy

from bench.bare_russian import load_bare, load_lemmas
from bench.yardstick import model_at_hand

OUTSIDE = frozenset({"conj", "cc", "relcl", "acl", "acl:relcl", "advcl", "punct", "case"})
"""Dependents that are no part of a party's name."""

SHARING = frozenset({"conj", "xcomp"})
"""Relations of a verb to the verb whose subject it shares."""

CASES = {"Nom": "nom", "Gen": "gen", "Dat": "dat", "Acc": "acc", "Ins": "ins", "Loc": "loc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """
    One verb of a sentence and its dependents.

    ``verb``: the verb as written, in small letters, and its lemma. ``agents``: the conjuncts of the subject; of a
    passive, what stands with "by" or in the instrumental. ``others``: each other dependent with its place ("object",
    "with", "acc", "с+ins"); the subject of a passive has the place of the object.
    """

    verb: frozenset[str]
    agents: tuple[str, ...]
    others: tuple[tuple[str, str], ...]

    def party(self, places: Sequence[str]) -> str | None:
        """Give the dependent in the first of these places that is filled."""
        return next((words for place in places for here, words in self.others if here == place), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a tree: ``head`` is the index of its head, its own for the root; ``case`` is "ins", "" in English."""

    text: str
    lemma: str
    relation: str
    head: int
    verbal: bool
    case: str = ""


Tree: TypeAlias = tuple[Word, ...]
Clauses: TypeAlias = Callable[[str], tuple[Clause, ...]]


def english_clauses() -> Clauses:
    """Give what finds the clauses of an English sentence, by spaCy's small model."""
    nlp = spacy.load(model_at_hand(), exclude=["ner"])

    def clauses(sentence: str) -> tuple[Clause, ...]:
        tree = tuple(
            Word(text=t.text, lemma=t.lemma_.lower(), relation=t.dep_, head=t.head.i, verbal=t.pos_ == "VERB")
            for t in nlp(sentence)
        )
        return tuple(english_clause(tree, i) for i, word in enumerate(tree) if word.verbal)

    return clauses


def russian_clauses() -> Clauses:
    """Give what finds the clauses of a Russian sentence, by natasha, lemmas by pymorphy3."""
    parse, lemma = load_bare(), load_lemmas()

    def clauses(sentence: str) -> tuple[Clause, ...]:
        tokens = parse(sentence).tokens
        places = {token.id: i for i, token in enumerate(tokens)}
        heads = unlooped([places.get(token.head_id, i) for i, token in enumerate(tokens)])
        tree = tuple(
            Word(
                text=token.text,
                lemma=lemma(token.text),
                relation=token.rel,
                head=heads[i],
                verbal=token.pos == "VERB",
                case=CASES.get(token.feats.get("Case", ""), ""),
            )
            for i, token in enumerate(tokens)
        )
        return tuple(russian_clause(tree, i) for i, word in enumerate(tree) if word.verbal)

    return clauses


def unlooped(heads: Sequence[int]) -> tuple[int, ...]:
    """
    Give the heads with every loop cut: natasha picks each word's head by itself, which need not make a tree.

    >>> unlooped([1, 1, 3, 2])
    (1, 1, 3, 3)
    """
    mended = list(heads)
    for i in range(len(mended)):
        path, at = {i}, i
        while mended[at] != at:
            if mended[at] in path:
                mended[at] = at
            at = mended[at]
            path.add(at)
    return tuple(mended)


def english_clause(tree: Tree, verb: int) -> Clause:
    """Give the clause of a verb in spaCy's English scheme."""
    agents: list[str] = []
    others: list[tuple[str, str]] = []
    for i in children(tree, verb):
        relation = tree[i].relation
        inside = next((n for n in children(tree, i) if tree[n].relation == "pobj"), None)
        if relation == "nsubj":
            agents += conjuncts(tree, i)
        elif relation == "agent" and inside is not None:
            agents += conjuncts(tree, inside)
        elif relation in {"dobj", "dative", "nsubjpass"} and inside is None:
            others.append(("object", phrase(tree, i)))
        elif inside is not None:
            others.append((tree[i].text.lower(), phrase(tree, inside)))
    return Clause(
        verb=names(tree[verb]), agents=tuple(agents) or shared(tree, verb, english_clause), others=tuple(others)
    )


def russian_clause(tree: Tree, verb: int) -> Clause:
    """Give the clause of a verb in the scheme of Universal Dependencies, with the case of each dependent."""
    agents: list[str] = []
    others: list[tuple[str, str]] = []
    passive = any(tree[i].relation in {"nsubj:pass", "aux:pass"} for i in children(tree, verb))
    for i in children(tree, verb):
        word = tree[i]
        preposition = next((tree[n].text.lower() for n in children(tree, i) if tree[n].relation == "case"), "")
        if word.relation == "nsubj" or (passive and word.case == "ins" and not preposition):
            agents += conjuncts(tree, i)
        elif word.relation == "nsubj:pass":
            others.append(("acc", phrase(tree, i)))
        elif word.relation in {"obj", "iobj", "obl"}:
            others.append((place(preposition, word), phrase(tree, i)))
    return Clause(
        verb=names(tree[verb]), agents=tuple(agents) or shared(tree, verb, russian_clause), others=tuple(others)
    )


def shared(tree: Tree, verb: int, clause: Callable[[Tree, int], Clause]) -> tuple[str, ...]:
    """Give the agents of the verb that this one is coordinated with, or whose infinitive it is ("met and thanked")."""
    word = tree[verb]
    return clause(tree, word.head).agents if word.relation in SHARING and tree[word.head].verbal else ()


def place(preposition: str, word: Word) -> str:
    """
    Name the place of a Russian dependent as the lexicon of relations does.

    >>> place("со", Word(text="Веском", lemma="веск", relation="obl", head=0, verbal=False, case="ins"))
    'с+ins'
    """
    case = word.case or "acc"
    plain = {"со": "с", "во": "в", "ко": "к"}.get(preposition, preposition)
    return f"{plain}+{case}" if plain else "acc" if word.relation == "obj" else case


def names(word: Word) -> frozenset[str]:
    """Give the names that a lexicon may have a verb under."""
    return frozenset({word.text.lower(), word.lemma})


def children(tree: Tree, head: int) -> Iterator[int]:
    """Yield the dependents of a word, in order."""
    return (i for i, word in enumerate(tree) if word.head == head and i != head)


def conjuncts(tree: Tree, head: int) -> list[str]:
    """Give the phrase of a word and of each that is coordinated with it."""
    more = [words for i in children(tree, head) if tree[i].relation == "conj" for words in conjuncts(tree, i)]
    return [phrase(tree, head), *more]


def phrase(tree: Tree, head: int) -> str:
    """Give a word with what hangs on it, without what is coordinated with it, relative, or mere punctuation."""
    return " ".join(tree[i].text for i in sorted(within(tree, head)))


def within(tree: Tree, head: int) -> Iterator[int]:
    """Yield the words of a phrase, the head first."""
    yield head
    for i in children(tree, head):
        if tree[i].relation not in OUTSIDE:
            yield from within(tree, i)
